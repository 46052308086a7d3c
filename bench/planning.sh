#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench/planning.sh [RUNS]: D1 and D2 of the yardsticks as whole processes, reading included: `dure lp` from their MPS files and
# `dure plan` from their models (bench/yardsticks) beside Debian's clp (dual simplex, one run: it takes minutes) and HiPO of HiGHS
# (PyPI's highspy 1.15.1 in a virtual environment, crossover off). Prints the median of RUNS (5) of ours and the ratios. Needs a
# release build, ../shared/data, coinor-clp and python3-venv.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
command -v clp >/dev/null || { echo "bench/planning.sh needs clp: apt-get install coinor-clp" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
build/release/bench/planning --mps "$dir"
venv=${DURE_BENCH_VENV:-/tmp/dure-bench-venv}
[ -x "$venv/bin/python" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q 'highspy[extras]==1.15.1'; }
wall() { local begin; begin=$(date +%s.%N); "$@" >"$dir/out" 2>&1; awk -v a="$begin" -v b="$(date +%s.%N)" 'BEGIN {printf "%.3f\n", b - a}'; }
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
cat >"$dir/hipo.py" <<'PY'
import sys
import highspy
h = highspy.Highs()
h.setOptionValue("output_flag", False)
h.setOptionValue("solver", "hipo")
h.setOptionValue("run_crossover", "off")
h.readModel(sys.argv[1])
h.run()
print(h.getModelStatus(), h.getObjectiveValue())
PY
for name in D1 D2; do
  file=$dir/$name.mps
  ours=$(for _ in $(seq "$runs"); do wall build/release/dure lp "$file" --json; done | median)
  build/release/dure lp "$file" --json >"$dir/ours.json"
  model=$dir/${name,,}
  cp -r "bench/yardsticks/${name,,}" "$model"
  cp ../shared/data/daegu_hourly.csv "$model/hours.csv"
  plan=$(for _ in $(seq "$runs"); do wall build/release/dure plan "$model" --out "$dir/results" --json; done | median)
  build/release/dure plan "$model" --out "$dir/results" --json >"$dir/plan.json"
  hipo=$(wall "$venv/bin/python" "$dir/hipo.py" "$file"); hipo_said=$(tail -n 1 "$dir/out")
  clp=$(wall clp "$file" -dualSimplex)
  python3 - "$name" "$clp" "$hipo" "$hipo_said" "$dir/ours.json" "$ours" "$dir/plan.json" "$plan" <<'PY'
import json, sys
name, clp, hipo, said, lp_said, lp, plan_said, plan = sys.argv[1:]
clp, hipo = float(clp), float(hipo)
print(f"{name}: clp {clp:.1f} s; HiPO {hipo:.1f} s ({said})")
for what, path, seconds in ("dure lp, MPS", lp_said, float(lp)), ("dure plan, TOML", plan_said, float(plan)):
    o = json.load(open(path))
    print(f"    {what}: {seconds:.2f} s whole process, clp {clp / seconds:.0f} times that, HiPO {hipo / seconds:.0f}; {o['seconds']:.3f} s solving, "
          f"{o['iterations']} iterations, objective {o['objective']:.2f}, gap {o['gap']:.1e}, residuals {o['primal_residual']:.1e} {o['dual_residual']:.1e}", flush=True)
PY
done
