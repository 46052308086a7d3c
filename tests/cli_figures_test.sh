# SPDX-License-Identifier: Apache-2.0
# `dure figures` and `dure balance`; sourced by cli_test.sh.
mkdir city && cd city || exit 1
expect "figures: no database" 2 "$dure" figures check "$root/figures" --data-dir nowhere --json
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
mkdir page && echo '<html></html>' >page/index.html
"$dure" serve --web page --port "$port" --data-dir data >served 2>&1 &
server=$!
until grep -qs "$port" served; do sleep 0.1; done
kill $server; wait $server
expect "figures: what comes with the program is good" 0 "$dure" figures check "$root/figures" --data-dir data --json
json 'o["sources"] > 50 and o["figures"] > 240'
expect "figures: they go out" 0 "$dure" figures export tables --data-dir data --json
json 'o["figures"] > 240'
python3 -c 'import json; p = json.load(open("tables/datapackage.json")); assert {r["path"] for r in p["resources"]} >= {"sources.csv", "figures.csv"}' && ok || bad "no data package"
expect "figures: what is there already stays" 0 "$dure" figures import tables --data-dir data --json
json 'o["figures"] == 0 and o["known"] > 240'
mkdir bad
printf 'region,indicator,period,unit,method,value,source\nkr.daegu,energy.final,2019,ktoe,read,five,x\nkr.daegu,energy.final,2019,ktoe,guess,5,x\n' >bad/figures.csv
expect "figures: bad cells" 2 "$dure" figures check bad --data-dir data
says err "figures.csv:2"
says err "figures.csv:3"
printf 'region,indicator,period,unit,method,value,source\nkr.daegu,energy.final,2019,tCO2,read,5,none\n' >bad/figures.csv
expect "figures: another dimension, no such source" 2 "$dure" figures import bad --data-dir data --json
json '{e["code"] for e in o["errors"]} == {"figures.other_dimension", "figures.unknown_source_code"}'
expect "figures: an empty folder" 2 "$dure" figures check page --data-dir data
expect "balance: what is known" 0 "$dure" balance 2014 --data-dir data --json
json 'not o["complete"] and len(o["gaps"]) > 4 and not any(c["estimate"] for c in o["cells"])'
expect "balance: an estimate when asked for" 0 "$dure" balance 2014 --data-dir data --estimate --json
json 'abs(sum(c["value"] for c in o["cells"] if c["estimate"] and c["item"] == "electricity") - 1277.87) < 0.1'
expect "balance: not a unit of energy" 2 "$dure" balance 2014 --data-dir data --unit tCO2
expect "balance: no such region" 2 "$dure" balance 2014 --data-dir data --region nowhere
cd .. || exit 1
