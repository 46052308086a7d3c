# SPDX-License-Identifier: Apache-2.0
# Part of tests/cli_test.sh, which sources it: `dure typical-year` by months, `dure holidays`.

expect "the holidays of a year" 0 "$dure" holidays 2025
says out "2025-05-06  어린이날 · Children's Day (substitute day)"
says err "Temporary holidays, election days and what was amended after 2023 are not computed."
expect "holidays as CSV" 0 "$dure" holidays 2026 --csv
if [ "$(head -1 out)" = "day,korean,english,substitute" ] && grep -q "^2026-02-17,설날,Seollal,0$" out && grep -q "^2026-03-02,.*,1$" out; then ok; else bad "the days of 2026"; fi
expect "holidays as JSON" 0 "$dure" holidays 2023 --json
json 'o["year"] == 2023 and [h["day"] for h in o["holidays"] if h["substitute"]] == ["2023-01-24", "2023-05-29"]'
expect "a year without known holidays" 2 "$dure" holidays 1999
says err "2000 to 2050"

{ echo "month,mwh"; for m in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "$m,$((1200 + 60 * (m % 5)))"; done; } >months.csv
expect "a load with the sums of twelve months" 0 "$dure" typical-year --year 2028 --electricity-months months.csv --out typical.csv
if awk -F, 'NR > 1 {sum[substr($1, 6, 2) + 0] += $2} END {for (m = 1; m <= 12; ++m) if ((d = sum[m] - 1200 - 60 * (m % 5)) > 1e-3 || d < -1e-3) exit 1}' typical.csv; then ok; else bad "each month has its sum"; fi
if [ ! -s err ]; then ok; else bad "without steps nothing is said of them"; fi
sed '/^7,/d' months.csv >eleven.csv
expect "a missing month is named" 2 "$dure" typical-year --heat-months eleven.csv --out never-typical.csv
says err "Sums of these months are missing: 7."
if [ ! -e never-typical.csv ]; then ok; else bad "nothing is written of a bad table"; fi
sed 's/^7,.*/7,0/' months.csv >jump.csv
expect "sums that jump are met in steps" 0 "$dure" typical-year --electricity-months jump.csv --out jump-typical.csv
says err "--electricity-months: no smooth course meets these sums"
"$dure" typical-year --out with.csv && "$dure" typical-year --holidays none --out without.csv
if [ "$(grep '^2030-08-15T12' with.csv | cut -d, -f2 | cut -d. -f1)" -lt "$(grep '^2030-08-15T12' without.csv | cut -d, -f2 | cut -d. -f1)" ]; then ok; else bad "Liberation Day has a Sunday's load"; fi
