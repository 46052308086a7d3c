# SPDX-License-Identifier: Apache-2.0
# Part of tests/cli_test.sh, which sources it: `dure weather`. The weather file is synthetic: a colder winter, more light in summer.

python3 - >weather.epw <<'PY'
import datetime, math
print("LOCATION,Synthetic,-,KOR,Invented,000000,35.9,128.6,9.0,50.0\nDESIGN CONDITIONS,0\nTYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0")
print("HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\nCOMMENTS 1,synthetic\nCOMMENTS 2,\nDATA PERIODS,1,1,Data,Friday,1/1,12/31")
for h in range(8760):
    at = datetime.datetime(2021, 1, 1) + datetime.timedelta(hours=h)
    season = math.cos(2 * math.pi * (h / 8760 - 20 / 365))
    light = max(0, (600 - 200 * season) * math.sin(math.pi * (at.hour + 0.5 - 6) / 12))
    print(f"{at.year},{at.month},{at.day},{at.hour + 1},0,*,{14 - 12 * season:.1f},5.0,70,101325,0,0,300,{light:.0f},{light:.0f},{light / 3:.0f},0,0,0,0,180,{4 + season + at.hour % 5:.1f}")
PY
expect "a weather file is looked at" 0 "$dure" weather weather.epw
says err "Synthetic (KOR), 35.90° north, 128.60° east, UTC+9; 8760 hours from the years 2021 to 2021"
expect "series of a leap year" 0 "$dure" weather weather.epw --pv 30,180 --wind 90 --cop 55 --heat 888000 --year 2028 -o series.csv
if [ "$(head -1 series.csv)" = "local_time,pv_pu,wind_pu,cop,heat_mw" ] && [ "$(wc -l <series.csv)" = 8785 ]; then ok; else bad "8784 hours under their names"; fi
if [ "$(tail -1 series.csv | cut -d, -f1)" = "2028-12-31T23:00" ]; then ok; else bad "the last hour"; fi
if [ "$(awk -F, 'NR > 1 {sum += $5} END {printf "%.3f", sum}' series.csv)" = 888000.000 ]; then ok; else bad "the sum of heat"; fi
expect "the same as JSON" 0 "$dure" weather weather.epw --pv 30 --heat 888000 --cop 35,0.5 --year 2030 --json
json 'o["status"] == "ok" and [(s["name"], s["unit"], s["hours"]) for s in o["series"]] == [("pv_pu", "per_unit", 8760), ("cop", "cop", 8760), ("heat_mw", "MW", 8760)]'
json 'abs(o["series"][2]["sum"] - 888000) < 1e-6 and 1 <= o["series"][1]["minimum"] <= o["series"][1]["maximum"] <= 5.14 and 500 < o["series"][0]["sum"] < 2500'
printf 'wind,share\n3,0\n10,1\n10,1\n' >curve.csv
expect "a power curve out of order" 2 "$dure" weather weather.epw --wind 90 --power-curve curve.csv
says err "curve.csv:4"
expect "a tilt beyond upright" 2 "$dure" weather weather.epw --pv 120,180
says err "120 in --pv lies outside 0 to 90"
sed '10s/,2,0,\*,[^,]*/,2,0,*,99.9/' weather.epw >gap.epw
expect "a missing value is named" 2 "$dure" weather gap.epw --cop 55
says err "gap.epw:10"
if [ ! -e never.csv ]; then ok; else bad "a fresh folder"; fi
sed '10s/,2,0,\*/,2.5,0,*/' weather.epw >half.epw
expect "half an hour is no hour" 2 "$dure" weather half.epw --cop 55 -o never.csv
says err "half.epw:10"
if [ ! -e never.csv ]; then ok; else bad "nothing is written of a bad file"; fi
