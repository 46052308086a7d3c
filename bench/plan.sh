#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench/plan.sh [SECONDS [MODEL]]: a whole job as a process each, on the same model in the same run: `dure plan` from TOML and CSV to its result
# files, and PyPSA + linopy + HiGHS (PyPI's pypsa 1.0.4, in a virtual environment outside the tree) from the folder that Dure exports to its own
# result files. Prints seconds and peak memory of both and the ratios. PyPSA is given SECONDS (1800); when it needs more, the ratios are lower
# bounds and say so. MODEL is examples/daegu. SOLVER=ipm|simplex|hipo chooses HiGHS's method (its own choice by default). Needs a release build,
# /usr/bin/time and python3-venv.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-1800} model=${2:-examples/daegu}
[ -x /usr/bin/time ] || { echo "bench/plan.sh needs /usr/bin/time: apt-get install time" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
venv=${DURE_PYPSA_VENV:-/tmp/dure-pypsa-venv}
[ -x "$venv/bin/python" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q 'pypsa==1.0.4' highspy; }
build/release/dure plan "$model" --out "$dir/first" --pypsa "$dir/pypsa" --json >/dev/null
/usr/bin/time -f '%e %M' -o "$dir/ours.time" build/release/dure plan "$model" --out "$dir/results" --json >"$dir/ours.json"
cat >"$dir/peer.py" <<'PY'
import logging, os, sys, warnings
warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)
import pypsa
n = pypsa.Network()
n.import_from_csv_folder(sys.argv[1])
options = {"output_flag": False}
if os.environ.get("SOLVER"):
    options |= {"solver": os.environ["SOLVER"], "run_crossover": "off"}
status = n.optimize(solver_name="highs", solver_options=options, progress=False)
n.export_to_csv_folder(sys.argv[2])
print(status[1], repr(float(n.objective)))
PY
ended=0
/usr/bin/time -f '%e %M' -o "$dir/peer.time" timeout "$seconds" "$venv/bin/python" "$dir/peer.py" "$dir/pypsa" "$dir/peer" >"$dir/peer.out" 2>"$dir/peer.err" || ended=$?
python3 - "$dir" "$ended" "$seconds" <<'PY'
import json, sys
folder, ended, most = sys.argv[1], int(sys.argv[2]), sys.argv[3]
last = lambda name: [float(x) for x in open(f"{folder}/{name}.time").read().splitlines()[-1].split()]
plan = json.load(open(f"{folder}/ours.json"))
(ours_s, ours_kb), (peer_s, peer_kb) = last("ours"), last("peer")
print(f"dure plan: {ours_s:.2f} s, {ours_kb / 1024:.0f} MB, objective {plan['objective'] - plan['existing_capital_cost']:.4f}, gap {plan['gap']:.1e}")
if ended == 124:
    print(f"PyPSA + linopy + HiGHS: not done after {most} s, {peer_kb / 1024:.0f} MB so far")
    print(f"ratio: more than {peer_s / ours_s:.0f} in time, at least {peer_kb / ours_kb:.1f} in memory")
elif ended:
    sys.exit(f"PyPSA failed:\n{open(f'{folder}/peer.err').read()[-2000:]}")
else:
    status, objective = open(f"{folder}/peer.out").read().split()[-2:]
    apart = abs(float(objective) / (plan["objective"] - plan["existing_capital_cost"]) - 1)
    print(f"PyPSA + linopy + HiGHS: {status}, {peer_s:.2f} s, {peer_kb / 1024:.0f} MB, objective {objective}, apart {apart:.1e}")
    print(f"ratio: {peer_s / ours_s:.0f} in time, {peer_kb / ours_kb:.1f} in memory")
PY
