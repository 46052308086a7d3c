#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench/growth.sh [ZONES…]: years of 1, 2, 4, 6 and 12 joined zones as whole processes from their MPS files: `dure lp` beside HiPO of
# HiGHS (PyPI's highspy 1.15.1 in a virtual environment, crossover off), which is given ten minutes each. Prints wall and CPU seconds
# and the most memory. Needs a release build, ../shared/data and python3-venv.
set -euo pipefail
cd "$(dirname "$0")/.."
zones=("$@"); [ $# -gt 0 ] || zones=(1 2 4 6 12)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
venv=${DURE_BENCH_VENV:-/tmp/dure-bench-venv}
[ -x "$venv/bin/python" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q 'highspy[extras]==1.15.1'; }
build/release/bench/planning --mps "$dir" --zones "$(IFS=,; echo "${zones[*]}")"
cat >"$dir/run.py" <<'PY'
# Runs a command and prints what it said last, with its wall and CPU seconds and its most memory.
import resource, subprocess, sys, time
begin = time.time()
said = subprocess.run(sys.argv[1:], capture_output=True, text=True).stdout.strip().splitlines()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{time.time() - begin:.1f} s, {used.ru_utime + used.ru_stime:.1f} s cpu, {used.ru_maxrss / 1024:.0f} MB: {said[-1] if said else 'nothing'}", flush=True)
PY
cat >"$dir/hipo.py" <<'PY'
import sys
import highspy
h = highspy.Highs()
for option, value in {"output_flag": False, "solver": "hipo", "run_crossover": "off", "time_limit": 600.0}.items():
    h.setOptionValue(option, value)
h.readModel(sys.argv[1])
h.run()
print(h.modelStatusToString(h.getModelStatus()), f"{h.getObjectiveValue():.2f}")
PY
for z in "${zones[@]}"; do
  file=$dir/Z$z.mps
  echo "$z zones, dure: $(python3 "$dir/run.py" build/release/dure lp "$file" --method ipm --json)"
  echo "$z zones, HiPO: $(python3 "$dir/run.py" "$venv/bin/python" "$dir/hipo.py" "$file")"
done
