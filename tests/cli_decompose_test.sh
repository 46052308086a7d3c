# SPDX-License-Identifier: Apache-2.0
# Part of tests/cli_test.sh, which sources it: `dure decompose`.

cat >change.csv <<'CSV'
year,sector,fuel,activity,energy (TJ),emissions (t)
2010,industry,gas,10,30,3
2010,industry,power,,5,2
2020,industry,gas,12,32,3
2020,industry,power,,10,3
2010,services,gas,10,0,0
2010,services,power,,5,2
2020,services,gas,20,3,3
2020,services,power,,10,3
CSV
expect "why emissions changed" 0 "$dure" decompose change.csv --json
json 'o["quantity"] == "emissions" and o["change"] == 5 and abs(sum(e["additive"] for e in o["effects"]) - 5) < 1e-12'
json '[e["factor"] for e in o["effects"]] == ["activity", "structure", "intensity", "fuel_mix", "emission_factor"]'
expect "why energy use changed, step by step" 0 "$dure" decompose change.csv --of energy --chained --json
json 'o["unit"] == "TJ" and abs(o["residual"]) < 1e-12 and abs(o["start"] * __import__("math").prod(e["multiplicative"] for e in o["effects"]) - o["end"]) < 1e-9'
expect "for people" 0 "$dure" decompose change.csv --from 2020 --to 2010
says out "Emissions from 2020 to 2010: 12 → 7 (-5) t"
sed -i '5s/.*/2020,industry,power,,,3/; 8d' change.csv
expect "a table with holes" 2 "$dure" decompose change.csv
says err "change.csv:5"
expect "no such table" 2 "$dure" decompose nothing.csv
