#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench/http.sh [SECONDS]: JSON reads from `dure serve` on SQLite, with session, policy and presenter, beside nginx serving a
# file of the same size, in turns of SECONDS (10) at 64 connections. Prints requests/s, p99 and the ratio. Needs wrk and
# nginx (apt-get install wrk nginx-light), curl, and a release build: cmake --preset release && ninja -C build/release.
#   DURE=PROGRAM measures another build than build/release/dure.
#   DURE_BENCH_FLOOR=1 measures the server with a handler that only answers (build/release/bench/http_floor) instead.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-10}
connections=64 rounds=3
for tool in wrk nginx curl; do
  command -v $tool >/dev/null || { echo "bench/http.sh needs $tool: apt-get install wrk nginx-light curl" >&2; exit 2; }
done
dir=$(mktemp -d)
pids=()
trap 'for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; wait 2>/dev/null; rm -rf "$dir"' EXIT
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
await() { for _ in $(seq 200); do curl -so /dev/null "$1" && return; sleep 0.1; done; echo "nothing answers at $1" >&2; exit 1; }

port=$(free_port)
headers=()
if [ -n "${DURE_BENCH_FLOOR:-}" ]; then
  mkfifo "$dir/stdin"
  build/release/bench/http_floor "$port" 2 1024 <"$dir/stdin" >"$dir/dure.log" 2>&1 &
  pids+=($!)
  exec 9>"$dir/stdin"
  targets=(/api/v1/floor/1)
else
  "${DURE:-build/release/dure}" serve --port "$port" --data-dir "$dir/data" --example >"$dir/dure.log" 2>&1 &
  pids+=($!)
  await "http://127.0.0.1:$port/api/v1/setup"
  read -r email password < <(curl -s "http://127.0.0.1:$port/api/v1/setup" |
    python3 -c 'import json, sys; a = next(a for a in json.load(sys.stdin)["example"] if a["role"] == "planner"); print(a["email"], a["password"])')
  curl -s -c "$dir/cookies" -H 'Content-Type: application/json' -o /dev/null \
    -d "{\"email\":\"$email\",\"password\":\"$password\"}" "http://127.0.0.1:$port/api/v1/session"
  cookie=$(awk '$6 ~ /dure_session/ {print $6 "=" $7}' "$dir/cookies")
  [ -n "$cookie" ] || { echo "could not sign in" >&2; exit 1; }
  headers=(-H "Cookie: $cookie")
  account=$(curl -s "${headers[@]}" "http://127.0.0.1:$port/api/v1/session" | python3 -c 'import json, sys; print(json.load(sys.stdin)["account"]["id"])')
  targets=(/api/v1/session "/api/v1/accounts/$account" /api/v1/energy/plans)
fi
server=${pids[0]}
await "http://127.0.0.1:$port/healthz"
idle_kb=$(awk '/VmRSS/ {print $2}' "/proc/$server/status")

measure() { # URL [wrk options] → "requests/s p99-ms errors"
  local url=$1; shift
  wrk -t1 -c$connections -d"${seconds}s" --latency "$@" "$url" | awk '
    /99%/ {p = $2; f = p ~ /us$/ ? 0.001 : p ~ /ms$/ ? 1 : 1000; sub(/[a-z]+$/, "", p); p99 = p * f}
    /Non-2xx/ {bad = $NF} /Requests\/sec/ {rate = $2} END {print rate, p99, bad + 0}'
}

printf '%-44s %8s %10s %9s %10s %9s %6s\n' target bytes 'dure/s' 'p99 ms' 'nginx/s' 'p99 ms' ratio
mkdir -p "$dir/www" "$dir/tmp"
web=$(free_port)
cat >"$dir/nginx.conf" <<NGINX
daemon off; worker_processes 2; pid $dir/nginx.pid; error_log $dir/nginx.log;
events { worker_connections 1024; }
http {
  access_log off; keepalive_requests 100000000; types { application/json json; }
  client_body_temp_path $dir/tmp; proxy_temp_path $dir/tmp; fastcgi_temp_path $dir/tmp; uwsgi_temp_path $dir/tmp; scgi_temp_path $dir/tmp;
  server { listen 127.0.0.1:$web; root $dir/www; }
}
NGINX
chmod -R a+rX "$dir"
nginx -c "$dir/nginx.conf" 2>/dev/null &
pids+=($!)
for target in "${targets[@]}"; do
  curl -sf "${headers[@]}" -o "$dir/www/file.json" "http://127.0.0.1:$port$target"
  chmod a+r "$dir/www/file.json"
  await "http://127.0.0.1:$web/file.json"
  for _ in $(seq $rounds); do
    measure "http://127.0.0.1:$port$target" "${headers[@]}" >>"$dir/own"
    measure "http://127.0.0.1:$web/file.json" >>"$dir/peer"
  done
  # The middle round of each, by rate.
  read -r own own99 bad < <(sort -n "$dir/own" | sed -n "$(((rounds + 1) / 2))p")
  read -r peer peer99 _ < <(sort -n "$dir/peer" | sed -n "$(((rounds + 1) / 2))p")
  rm "$dir/own" "$dir/peer"
  printf '%-44s %8d %10.0f %9.2f %10.0f %9.2f %6.2f%s\n' "$target" "$(stat -c %s "$dir/www/file.json")" "$own" "$own99" \
    "$peer" "$peer99" "$(awk "BEGIN {print $own / $peer}")" "$([ "$bad" = 0 ] || echo " ($bad refused)")"
done
echo "memory: $((idle_kb / 1024)) MB idle, $(($(awk '/VmRSS/ {print $2}' "/proc/$server/status") / 1024)) MB after"
