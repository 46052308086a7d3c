# SPDX-License-Identifier: Apache-2.0
# Part of tests/cli_test.sh, which sources it: `dure plan` and the examples.

expect "the example week" 0 "$dure" plan "$root/examples/daegu-week" --out week --json --method clp --mps week.mps
json 'o["status"] == "optimal" and max(o["primal_residual"], o["dual_residual"], o["gap"]) <= 1e-6 and o["shed_mwh"] < 1'
json 'abs(o["objective"] - 1054295403.9) < 1e-6 * 1054295403.9'
json 'o["limits"][0]["name"] == "co2_cap" and o["limits"][0]["shadow_price"] >= 0'
cp out week.json
for file in summary.json technologies.csv limits.csv dispatch.csv prices.csv; do
  if [ -s "week/$file" ]; then ok; else bad "week/$file is missing"; fi
done
if [ "$(wc -l <week/dispatch.csv)" = 169 ] && [ "$(wc -l <week/prices.csv)" = 169 ]; then ok; else bad "168 hours are expected"; fi
expect "its program by dure lp" 0 "$dure" lp week.mps --json --method clp
json 'abs(o["objective"] - json.load(open("week.json"))["objective"]) <= 1e-6 * o["objective"]'

expect "for people, over the earlier result" 0 "$dure" plan "$root/examples/daegu-week/model.toml" --out week
says out "Total cost a year"
says out "Solar on roofs"
expect "for people in Korean" 0 env LC_ALL=ko_KR.UTF-8 "$dure" plan "$root/examples/daegu-week" --out week
says out "연간 총비용"
says out "지붕 태양광"

mkdir tight && cp "$root/tests/cases/energy/daegu-tight.toml" tight/model.toml && cp "$root/examples/daegu/series.csv" tight/ && chmod u+w tight/*
sed -i 's/^value = 4500000$/value = 4400000/' tight/model.toml
expect "a cap that is met only by leaving demand unserved, without the simplex" 0 "$dure" plan tight --out tight-year --json
json 'o["status"] == "optimal" and o["method"] == "ipm-hours" and abs(o["objective"] - 1418066600) < 1e-6 * o["objective"]'

mkdir notes && echo mine >notes/diary.txt
expect "never over something else" 1 "$dure" plan "$root/examples/daegu-week" --out notes
if [ "$(cat notes/diary.txt)" = mine ]; then ok; else bad "notes/diary.txt is gone"; fi

mkdir model && cp "$root"/examples/daegu-week/* model/
sed -i 's/^p_max_pu = "wind"/p_max_pu = "wnd"/' model/model.toml
line=$(grep -n '"wnd"' model/model.toml | head -n 1 | cut -d: -f1)
expect "an unknown series" 2 "$dure" plan model --out bad --json
says err "model/model.toml:$line"
json 'o["errors"][0]["line"] == '"$line"
if [ ! -e bad ]; then ok; else bad "a refused model leaves nothing behind"; fi
cp "$root"/examples/daegu-week/* model/
sed -i 's/^renewable = true/renewabel = true/' model/model.toml
expect "an unknown key" 2 "$dure" plan model --out bad
says err "The nearest name is renewable."
cp "$root"/examples/daegu-week/* model/
sed -i '5s/,[^,]*$/,1;5/' model/series.csv
expect "a bad cell" 2 "$dure" plan model --out bad
says err "model/series.csv:5"
expect "neither model nor folder" 2 "$dure" plan "$root/examples" --out bad
expect "no such model" 2 "$dure" plan nothing.toml --out bad

cp "$root"/examples/daegu-week/* model/
sed -i 's/^value = 4933500/value = 1/; s/^value_of_lost_load = .*//' model/model.toml
expect "infeasible is an answer" 0 "$dure" plan model --out none --json
json 'o["status"] == "infeasible" and o["objective"] is None'
expect "time limit" 3 "$dure" plan "$root/examples/daegu" --out none --method clp --time-limit 0.5 --json
json 'o["status"] == "limit"'

if "$root/tools/examples" "$dure" --check >out 2>err; then ok; else bad "examples/ is not what tools/examples makes"; fi

pypsa=$root/../shared/data/pypsa
if [ -d "$pypsa" ]; then
  for case in ac-dc-meshed:-3474256.04055 storage-hvdc:14670508.8254; do
    expect "PyPSA's ${case%%:*}" 0 "$dure" plan "$pypsa/${case%%:*}" --out pypsa --json
    json "abs(o['objective'] - o['existing_capital_cost'] - ${case##*:}) <= 1e-6 * abs(${case##*:})"
  done
fi

expect "an ensemble of the example week" 0 "$dure" ensemble "$root/examples/daegu-week" --out samples --json --samples 6 --regret --near 5 \
  --vary demand_factor=0.9..1.1 --vary investment_factor:pv_roof=0.7..1.3~
json 'o["status"] == "optimal" and o["done"] == 6 and o["optimal"] == 6 and o["ranges"] > 0 and o["spread"]["total_cost"]["p05"] <= o["spread"]["total_cost"]["p95"] and "pv_roof_mw" in o["spread"]'
if [ "$(wc -l <samples/samples.csv)" = 7 ]; then ok; else bad "six samples are expected"; fi
cp samples/samples.csv first.csv
expect "the same seed" 0 "$dure" ensemble "$root/examples/daegu-week" --out samples --json --samples 6 --regret \
  --vary demand_factor=0.9..1.1 --vary investment_factor:pv_roof=0.7..1.3~
if cut -d, -f1-4 first.csv | cmp -s - <(cut -d, -f1-4 samples/samples.csv); then ok; else bad "the draws differ"; fi
if [ ! -e samples/ranges.csv ]; then ok; else bad "the earlier ranges are still there"; fi
cp -r "$root/examples/daegu-week" years
printf '\n[[series]]\nname = "pv@2012"\nunit = "per_unit"\norigin = "synthetic"\nfile = "series.csv"\ncolumn = "wind_pu"\n' >>years/model.toml
expect "weather years" 0 "$dure" ensemble years --out samples --json --samples 4 --weather-years own,2012
if [ "$(cut -d, -f3 samples/samples.csv | sort | uniq -c | tr -s ' ' | tr '\n' ';')" = " 2 2012; 2 own; 1 weather_year;" ]; then ok; else bad "two samples of each year are expected"; fi
expect "a year that is none" 2 "$dure" ensemble years --out samples --weather-years 1999
says err "1999"
expect "a range that is none" 2 "$dure" ensemble "$root/examples/daegu-week" --out samples --vary pv=1..2
says err "KIND[:NAME]=LOW..HIGH"
expect "a technology that is none" 2 "$dure" ensemble "$root/examples/daegu-week" --out samples --vary investment_factor:moon=1..2
says err "moon"
expect "the wrong way round" 2 "$dure" ensemble "$root/examples/daegu-week" --out samples --vary demand_factor=2..1
says err "above the high value"
expect "no percentages" 2 "$dure" ensemble "$root/examples/daegu-week" --out samples --near 1,x
says err "1,x"
