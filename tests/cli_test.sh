#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The shell's contract: one JSON object on standard output, logs on standard error, exit codes 0, 1, 2, 3.
#   tests/cli_test.sh build/release/dure
set -uo pipefail
dure=$(realpath "$1")
root=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export LC_ALL=C
passed=0 failed=0

ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); printf 'FAILED %s\n' "$*"; sed 's/^/    /' out err 2>/dev/null | head -n 20; }

# expect NAME EXIT COMMAND…: runs it into out and err.
expect() {
  local name=$1 code=$2 got; shift 2
  "$@" >out 2>err </dev/null; got=$?
  if [ "$got" = "$code" ]; then ok; else bad "$name: exit $got instead of $code"; fi
}
# says FILE TEXT
says() { if grep -qF -- "$2" "$1"; then ok; else bad "$1 does not say: $2"; fi; }
# json EXPRESSION: true of the one JSON object `o` in out
json() {
  if python3 -c 'import json,sys; o=json.load(open("out")); sys.exit(0 if eval(sys.argv[1]) else 1)' "$1" 2>>err; then ok; else bad "not true of the JSON: $1"; fi
}

cat >small.mps <<'MPS'
NAME small
ROWS
 N cost
 L sum
 L cap
COLUMNS
 x cost -3 sum 1
 y cost -5 sum 1
 y cap 2
RHS
 b sum 10 cap 12
 b cost -100
ENDATA
MPS
gzip -k small.mps
sed 's/cap 2$/cap two/' small.mps >bad_number.mps
sed 's/ b sum 10 / b sum -1 /' small.mps >infeasible.mps
sed 's/^ x cost -3 sum 1/ x cost -3/' small.mps >unbounded.mps
(echo 'OBJSENSE MAX'; sed 's/-3/3/; s/-5/5/' small.mps) >maximise.mps

expect "version" 0 "$dure" --version
says out "dure "
expect "help" 0 "$dure" --help
expect "no command" 2 "$dure"
expect "unknown option" 2 "$dure" lp --nonsense small.mps
expect "bad method" 2 "$dure" lp --method magic small.mps

expect "solve" 0 "$dure" lp small.mps
says out "Objective: 58"
expect "solve to JSON" 0 "$dure" lp small.mps --json --method clp
json 'o["status"] == "optimal" and abs(o["objective"] - 58) < 1e-9 and max(o["primal_residual"], o["dual_residual"], o["gap"]) < 1e-9'
json 'o["seconds"] > 0 and o["iterations"] >= 0'
expect "an interior answer" 0 "$dure" lp small.mps --json --method ipm
json 'not o["vertex"] and o["method"].startswith("ipm")'
expect "the same moved to a corner" 0 "$dure" lp small.mps --json --method ipm --vertex
json 'o["vertex"] and o["method"].endswith("corner by clp") and abs(o["objective"] - 58) < 1e-9 and o["gap"] < 1e-12'
expect "solve gzip" 0 "$dure" lp small.mps.gz --json
json 'abs(o["objective"] - 58) < 1e-9'
expect "maximise" 0 "$dure" lp maximise.mps --json
json 'abs(o["objective"] - 142) < 1e-9'
expect "infeasible" 0 "$dure" lp infeasible.mps --json
json 'o["status"] == "infeasible" and o["objective"] is None and o["proved_by_ray"]'
expect "unbounded" 0 "$dure" lp unbounded.mps --json
json 'o["status"] == "unbounded"'

expect "bad number" 2 "$dure" lp bad_number.mps
says err "bad_number.mps:9: ‘two’ is not a number."
expect "bad number in Korean" 2 env LC_ALL=ko_KR.UTF-8 "$dure" lp bad_number.mps --json
says err "bad_number.mps:9: ‘two’은(는) 숫자가 아닙니다."
json 'o["errors"][0]["code"] == "mps.bad_number" and o["errors"][0]["line"] == 9'
expect "no such file" 2 "$dure" lp nothing.mps
says err "nothing.mps"
expect "a folder" 2 "$dure" lp .
head -c 60 small.mps.gz >cut.mps.gz
expect "cut gzip" 2 "$dure" lp cut.mps.gz
says err "cut.mps.gz"
head -c 5000 /dev/urandom >noise.mps
expect "noise" 2 "$dure" lp noise.mps

# A program that keeps the simplex busy for a while.
awk 'BEGIN { srand(1); n = 1500; print "ROWS\n N c"; for (i = 0; i < n; i++) print " G r" i; print "COLUMNS"
  for (j = 0; j < n; j++) { print " x" j " c " 1 + rand(); for (i = 0; i < n; i++) if (rand() < 0.2) print " x" j " r" i " " rand() }
  print "RHS"; for (i = 0; i < n; i++) print " b r" i " " 1 + rand(); print "ENDATA" }' >long.mps
expect "time limit" 3 "$dure" lp long.mps --method clp --time-limit 0.2 --json
json 'o["status"] == "limit"'
"$dure" lp long.mps --method clp --json >out 2>err &
# Not before the program catches the signal: what is started in the background ignores it until then.
until (($((16#$(awk '/^SigCgt/ {print $2}' "/proc/$!/status"))) & 2)); do sleep 0.1; done
sleep 0.5
kill -INT $!
wait $!; got=$?
if [ "$got" = 3 ]; then ok; else bad "Ctrl-C: exit $got instead of 3"; fi
json 'o["status"] == "cancelled"'

[ -f "$root/tests/cli_plan_test.sh" ] && . "$root/tests/cli_plan_test.sh"
. "$root/tests/cli_db_test.sh"
. "$root/tests/cli_audit_test.sh"
. "$root/tests/cli_decompose_test.sh"
. "$root/tests/cli_forecast_test.sh"
. "$root/tests/cli_sweep_test.sh"
. "$root/tests/cli_weather_test.sh"
. "$root/tests/cli_typical_year_test.sh"
. "$root/tests/cli_doctor_test.sh"
. "$root/tests/cli_figures_test.sh"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
