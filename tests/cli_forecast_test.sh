# SPDX-License-Identifier: Apache-2.0
# Part of tests/cli_test.sh, which sources it: `dure forecast`. The series is synthetic.

{ echo "year,value (GWh),people"; for y in $(seq 2010 2020); do echo "$y,$((100 + 3 * (y - 2010))),$((50 + (y * 7) % 5))"; done
  for y in $(seq 2021 2030); do echo "$y,,55"; done; } >history.csv
expect "a forecast as JSON" 0 "$dure" forecast history.csv --to 2030 --json
json 'o["unit"] == "GWh" and [m["method"] for m in o["methods"]] == ["trend", "drivers"]'
json 'o["methods"][0]["years"][-1]["year"] == 2030 and o["methods"][0]["years"][-1]["low"] < o["methods"][0]["years"][-1]["value"] < o["methods"][0]["years"][-1]["high"]'
json 'len(o["methods"][0]["back_test"]["years"]) == 3 and o["methods"][0]["back_test"]["mape_percent"] < 5'
expect "a forecast for people" 0 "$dure" forecast history.csv --to 2025
says out "2025"
printf 'year,value\n2014,14859\n2018,15675.749\n' >two.csv
expect "two years are too few" 2 "$dure" forecast two.csv
says err "5"
printf 'year,value\n2014,many\n' >words.csv
expect "a value that is no number" 2 "$dure" forecast words.csv
says err "words.csv:2"
