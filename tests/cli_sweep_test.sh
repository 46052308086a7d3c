# SPDX-License-Identifier: Apache-2.0
# Part of tests/cli_test.sh, which sources it: `dure sweep` and `dure tornado`. The model is made up: coal, wind and a cap that is off.

cat >choice.toml <<'TOML'
name = "choice"
currency = "EUR"
price_year = 2020
discount_rate = 0.05
[time]
start = "2030-01-01T00:00"
time_zone = "Etc/UTC"
periods = 4
[[carriers]]
name = "coal"
co2_t_per_mwh = 1
[[buses]]
name = "grid"
carrier = "electricity"
[[loads]]
name = "homes"
bus = "grid"
p_mw = 100
[[generators]]
name = "coal"
bus = "grid"
carrier = "coal"
p_nom = 100
marginal_cost = 10
[[generators]]
name = "wind"
bus = "grid"
p_nom = { extendable = true, capital_cost = { annual = 80 } }
[[limits]]
name = "cap"
kind = "co2_cap"
value = 400
active = false
[[assumptions]]
at = "generators/coal/marginal_cost"
low = 5
high = 30
TOML
# costs POINT AMOUNT: what the point of that number costs, to a millionth
costs() {
  if python3 -c 'import csv,sys; r = list(csv.DictReader(open("out")))[int(sys.argv[1])]; sys.exit(0 if r["status"] == "optimal" and abs(float(r["total_cost"]) - float(sys.argv[2])) < 1e-2 else 1)' "$1" "$2" 2>>err; then ok; else bad "point $1 does not cost $2"; fi
}
expect "a cap swept down to nothing" 0 "$dure" sweep choice.toml --vary limits/cap/value=400..0:3
costs 0 4000
costs 1 6000
costs 2 8000
expect "a scenario swept over two numbers" 0 "$dure" sweep choice.toml --set loads/homes/growth=0.5 --vary limits/cap/value=200,0 --vary generators/coal/marginal_cost=10,20
costs 1 4000
costs 3 4000
expect "a tornado" 0 "$dure" tornado choice.toml
says out "generators/coal/marginal_cost,30"
costs 1 2000
costs 2 8000
expect "an address that is not there" 2 "$dure" sweep choice.toml --vary limits/cup/value=1,2
says err "limits/cap/value"
expect "values that are none" 2 "$dure" sweep choice.toml --vary limits/cap/value=many
says err "many"
