# SPDX-License-Identifier: Apache-2.0
# `dure doctor` and --config; sourced by cli_test.sh.
mkdir doctor && cd doctor || exit 1
expect "doctor: no folder" 1 "$dure" doctor --data-dir nowhere --json
json '[c["name"] for c in o["checks"] if c["state"] == "trouble"] == ["folder_missing"]'
if [ ! -e nowhere ]; then ok; else bad "the doctor made a data folder"; fi

printf 'data_dir = "at"\nprot = 1\nport = "x"\n' >bad.toml
expect "doctor: bad configuration" 2 "$dure" doctor --config bad.toml
says err "bad.toml:2"
says err "bad.toml:3"
expect "another command: bad configuration" 2 "$dure" db check --config bad.toml
says err "bad.toml:2"
expect "doctor: no such file" 2 "$dure" doctor --config none.toml

mkdir -m 700 at page
echo '<html></html>' >page/index.html
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
printf 'data_dir = "at"\nport = %s\nweb = "page"\n' "$port" >good.toml
expect "doctor: before the first start" 0 "$dure" doctor --config good.toml --json
json '{"database_none", "address_quiet"} <= {c["name"] for c in o["checks"] if c["state"] == "warning"}'
if [ ! -e at/dure.db ]; then ok; else bad "the doctor made a database"; fi
"$dure" serve --config good.toml >served 2>&1 &
server=$!
until grep -qs "$port" served; do sleep 0.1; done
expect "doctor: it runs" 0 "$dure" doctor --config good.toml --json
json 'all(c["state"] == "good" for c in o["checks"] if c["name"] in ("folder", "key", "page", "address", "migrations", "database"))'
expect "doctor: the line holds against the file" 1 "$dure" doctor --config good.toml --data-dir nowhere
kill $server; wait $server
python3 -m http.server --bind 127.0.0.1 "$port" >other 2>&1 &
other=$!
until python3 -c "import socket; socket.create_connection(('127.0.0.1', $port))" 2>/dev/null; do sleep 0.1; done
chmod 644 at/secret.key; chmod 755 at; rm page/index.html
expect "doctor: another program, an open key, no page" 1 "$dure" doctor --config good.toml --json
json '{c["name"] for c in o["checks"] if c["state"] == "trouble"} == {"address", "key", "page"}'
json '[c["state"] for c in o["checks"] if c["name"] == "folder"] == ["warning"]'
kill $other; wait $other 2>/dev/null
cd .. || exit 1
