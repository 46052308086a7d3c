#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench/imports.sh [ROWS]: a CSV table of ROWS (200,000) organisations imported whole (checked, compared with what is there and with itself, written, audited)
# by `dure tables import`, on SQLite and on PostgreSQL: seconds, rows a second and memory at most of the whole process; beside it sqlite3's own
# `.import` of the same file into one bare table. The names are invented. Needs a release build, sqlite3 and Debian's PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-200000}
dir=$(mktemp -d)
trap 'tools/postgresql-for-tests stop "$dir/pg" 2>/dev/null || true; rm -rf "$dir"' EXIT
python3 - "$rows" >"$dir/organisations.csv" <<'PY'
import random, sys
random.seed(7)
first, second = "가나다라마바사아자차카타파하거너더러머버서어저처", "강길나동라명보성우재진태한형"
places = ["대구광역시 달서구", "대구광역시 북구", "경상북도 구미시", "부산광역시 사상구", "서울특별시 금천구"]
trades = ["로봇", "정밀", "기계", "에너지", "소재", "시스템", "전자", "산업"]
print("기관명,영문명,종류,국가,주소,홈페이지")
for n in range(int(sys.argv[1])):
    name = "".join(random.choices(first, k=2)) + random.choice(second) + random.choice(trades) + str(n)
    print(f"(가상) {name},Invented {n} Ltd,기업,KR,{random.choice(places)} {n % 900 + 1},https://invented-{n}.example")
PY
measure() { # NAME [options]
  local name=$1; shift
  python3 - "$name" "$rows" "$@" <<'PY'
import resource, subprocess, sys, time
name, rows, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
began = time.monotonic()
done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
seconds = time.monotonic() - began
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"{name:22} {seconds:7.1f} s {rows / seconds:9.0f} rows/s {memory:6.0f} MB   exit {done.returncode}  {done.stdout.strip()[:160]}")
PY
}
import() { # NAME [options]
  local name=$1; shift
  printf 'bench-password-1\n' | build/release/dure user add bench@example.org --name Bench --role administrator --password-stdin "$@" >/dev/null
  measure "$name" build/release/dure tables import --resource organisations --as bench@example.org --json "$dir/organisations.csv" "$@"
}
echo "$rows rows, $(($(stat -c %s "$dir/organisations.csv") / 1000000)) MB"
import "dure on SQLite" --data-dir "$dir/sqlite"
import "dure on PostgreSQL" --data-dir "$dir/postgresql" --database "$(tools/postgresql-for-tests start "$dir/pg")"
measure "sqlite3 .import" sqlite3 "$dir/bare.db" ".import --csv $dir/organisations.csv bare"
