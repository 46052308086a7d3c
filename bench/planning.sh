#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench/planning.sh [RUNS]: D1 and D2 of the yardsticks as whole processes from their MPS files, reading included: `dure lp` beside
# Debian's clp (dual simplex, one run: it takes minutes) and HiPO of HiGHS (PyPI's highspy 1.15.1 in a virtual environment, crossover
# off). Prints the median of RUNS (5) of ours and the ratios. Needs a release build, ../shared/data, coinor-clp and python3-venv.
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
  hipo=$(wall "$venv/bin/python" "$dir/hipo.py" "$file"); hipo_said=$(tail -n 1 "$dir/out")
  clp=$(wall clp "$file" -dualSimplex)
  python3 - "$dir/ours.json" "$name" "$ours" "$clp" "$hipo" "$hipo_said" <<'PY'
import json, sys
_, path, name, ours, clp, hipo, said = sys.argv
o = json.load(open(path))
ours, clp, hipo = float(ours), float(clp), float(hipo)
print(f"{name}: dure {ours:.2f} s whole process, {o['seconds']:.3f} s solving, {o['iterations']} iterations, objective {o['objective']:.2f}, "
      f"gap {o['gap']:.1e}, residuals {o['primal_residual']:.1e} {o['dual_residual']:.1e}")
print(f"    clp {clp:.1f} s, ratio {clp / ours:.0f}; HiPO {hipo:.1f} s, ratio {hipo / ours:.0f} ({said})", flush=True)
PY
done
