#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench/pypsa.sh [HOURS]: the Daegu example, cut to its first HOURS (336) with all its limits switched on, planned by Dure, exported by
# `dure plan --pypsa` and solved by PyPSA (PyPI's pypsa 1.0.4 with HiGHS in a virtual environment outside the tree): the objectives must
# agree to 1e-6, else it ends with 1. Twice: with a tight cap on CO2, and with a wide one where the shares bind. Needs a release build and python3-venv.
set -euo pipefail
cd "$(dirname "$0")/.."
hours=${1:-336}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
venv=${DURE_PYPSA_VENV:-/tmp/dure-pypsa-venv}
[ -x "$venv/bin/python" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q 'pypsa==1.0.4' highspy; }
for cap in 5200000 20000000; do
python3 - "$hours" "$dir/model" "$cap" <<'PY'
import os, re, sys
hours, folder, cap = int(sys.argv[1]), sys.argv[2], float(sys.argv[3])
os.makedirs(folder, exist_ok=True)
share = hours / 8760
text = open("examples/daegu/model.toml").read().replace("periods = 8760", f"periods = {hours}")
text = re.sub(r"annual_mwh = (\d+)", lambda m: f"annual_mwh = {int(m[1]) * share}", text)
text = text.replace("value = 4933500", f"value = {cap * share}").replace("active = false", "active = true")
text = text.replace("value = 0.4\n", "value = 0.24\n").replace("value = 0.3\n", "value = 0.18\n")
open(f"{folder}/model.toml", "w").write(text)
rows = open("examples/daegu/series.csv").read().splitlines()
open(f"{folder}/series.csv", "w").write("\n".join(rows[: hours + 1]) + "\n")
PY
build/release/dure plan "$dir/model" --out "$dir/results" --pypsa "$dir/pypsa" --json >"$dir/plan.json"
"$venv/bin/python" - "$dir" <<'PY'
import json, logging, sys, warnings
warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)
import pypsa
plan = json.load(open(f"{sys.argv[1]}/plan.json"))
n = pypsa.Network()
n.import_from_csv_folder(f"{sys.argv[1]}/pypsa")
status = n.optimize(solver_name="highs", solver_options={"output_flag": False}, progress=False)
ours = plan["objective"] - plan["existing_capital_cost"]
apart = abs(n.objective / ours - 1)
bind = [l["name"] for l in plan["limits"] if l["shadow_price"] > 1]
print(f"PyPSA {status}: {n.objective:.4f}; Dure {ours:.4f}; apart {apart:.1e}; limits that bind: {', '.join(bind) or 'none'}")
sys.exit(0 if status[1] == "optimal" and apart <= 1e-6 else 1)
PY
done
