#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench/load.sh [SECONDS [CONNECTIONS [RATE]]]: `dure serve` with 2,000 open connections that offer 5,000 requests a second, nine
# reads with session, policy and presenter to one write (a new plan, with its audit entry), for SECONDS (20), on SQLite and on
# PostgreSQL. Latencies count from when a request was due. Needs curl, Debian's PostgreSQL and a release build.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-20} connections=${2:-2000} rate=${3:-5000}
ulimit -n "$(ulimit -Hn)"
dir=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; wait 2>/dev/null; tools/postgresql-for-tests stop "$dir/pg" 2>/dev/null || true; rm -rf "$dir"' EXIT
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
await() { for _ in $(seq 200); do curl -so /dev/null "$1" && return; sleep 0.1; done; echo "nothing answers at $1" >&2; exit 1; }

offer() { # NAME [serve options]
  local name=$1 port email password cookie account; shift
  port=$(free_port)
  build/release/dure serve --port "$port" --data-dir "$dir/$name" --example "$@" >"$dir/$name.log" 2>&1 &
  server=$!
  await "http://127.0.0.1:$port/healthz"
  read -r email password < <(curl -s "http://127.0.0.1:$port/api/v1/setup" |
    python3 -c 'import json, sys; a = next(a for a in json.load(sys.stdin)["example"] if a["role"] == "planner"); print(a["email"], a["password"])')
  curl -s -c "$dir/cookies" -H 'Content-Type: application/json' -o /dev/null \
    -d "{\"email\":\"$email\",\"password\":\"$password\"}" "http://127.0.0.1:$port/api/v1/session"
  cookie=$(awk '$6 ~ /dure_session/ {print $6 "=" $7}' "$dir/cookies")
  [ -n "$cookie" ] || { echo "could not sign in" >&2; exit 1; }
  account=$(curl -s -H "Cookie: $cookie" "http://127.0.0.1:$port/api/v1/session" | python3 -c 'import json, sys; print(json.load(sys.stdin)["account"]["id"])')
  echo "$name: $connections connections, $rate requests/s offered for $seconds s"
  build/release/bench/load "$port" "$cookie" "$connections" "$rate" "$seconds" \
    /api/v1/session "/api/v1/accounts/$account" '/api/v1/energy/plans?limit=10' || true
  echo "memory: $(($(awk '/VmHWM/ {print $2}' "/proc/$server/status") / 1024)) MB at most"
  kill "$server"; wait "$server" || true
  server=
}

offer SQLite
offer PostgreSQL --database "$(tools/postgresql-for-tests start "$dir/pg")"
