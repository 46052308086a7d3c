#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Part of tests/cli_test.sh: the commands below `dure db`.

expect "check of nothing" 2 "$dure" db check --data-dir home
says err "There is no file home/dure.db"
if [ ! -e home ]; then ok; else bad "a question made the folder that it was asked about"; fi
expect "migrate" 0 "$dure" db migrate --data-dir home --json
json 'o["status"] == "done" and 2 <= o["applied"] <= o["version"]'
expect "migrate again" 0 "$dure" db migrate --data-dir home
says out "up to date already"
expect "check" 0 "$dure" db check --data-dir home --json
json 'o == {"status": "done"}'

python3 - <<'PY'
import sqlite3
db = sqlite3.connect("home/dure.db")
db.execute("insert into setting (name, value, updated) values ('colour', '\"blue\"', 0)")
db.commit()
PY
expect "backup" 0 "$dure" db backup saved.db --data-dir home --json
json 'o["rows"] == 4'  # the setting, and what migrations put in
expect "backup over a file" 2 "$dure" db backup saved.db --data-dir home
says err "saved.db is there already"
expect "restore" 0 "$dure" db restore saved.db --data-dir other
says out "Restored 4 rows"
expect "restore over rows" 2 "$dure" db restore saved.db --data-dir other
says err "--force"
expect "restore by force" 0 "$dure" db restore saved.db --data-dir other --force
expect "restore of noise in Korean" 2 env LC_ALL=ko_KR.UTF-8 "$dure" db restore noise.mps --data-dir third --json
says err "noise.mps은(는) 두레의 백업이 아닙니다."
json 'o["errors"][0]["code"] == "db.not_a_backup"'

python3 - <<'PY'
import sqlite3
db = sqlite3.connect("other/dure.db")
db.execute("insert into session (id_hash,account,created,last_seen,expires) values ('x', 'nobody', 0, 0, 0)")
db.execute("insert into schema_migration values (9999, 'later')")
db.commit()
PY
expect "check finds" 1 "$dure" db check --data-dir other --json
json '{e["code"] for e in o["errors"]} == {"db.newer", "db.dangling"}'
expect "a newer database" 1 "$dure" db migrate --data-dir other
says err "9999"
expect "no server" 1 "$dure" db check --database postgresql://nobody@127.0.0.1:1/none
says err "cannot be used"

expect "search rebuild" 0 "$dure" search rebuild --data-dir home --json
json 'o == {"status": "noted"}'
expect "search rebuild of nothing" 2 "$dure" search rebuild --data-dir nowhere
says err "There is no file nowhere/dure.db"

expect "backup create" 0 "$dure" backup create --data-dir home --json
json 'o["status"] == "done" and o["files"] == 0 and o["name"].startswith("dure-")'
name=$("$dure" backup list --data-dir home --json | python3 -c 'import json,sys; print(json.load(sys.stdin)["backups"][0]["name"])')
expect "backup verify" 0 "$dure" backup verify "$name" --data-dir home --json
json 'o["status"] == "done" and o["rows"] > 0'
expect "backup list" 0 "$dure" backup list --data-dir home --json
json '[one["trial"] for one in o["backups"]] == ["good"]'
expect "backup restore" 0 "$dure" backup restore "$name" --data-dir restored --folder home/backups
says out "rows back from $name"
expect "backup restore over rows" 2 "$dure" backup restore "$name" --data-dir restored --folder home/backups
expect "backup verify of none" 2 "$dure" backup verify dure-none --data-dir home
says err "There is no backup dure-none"
expect "files check" 0 "$dure" files check --data-dir home --json
json 'o == {"status": "done", "files": 0, "bytes": 0}'
expect "files gc" 0 "$dure" files gc --data-dir home --json
expect "files of nothing" 2 "$dure" files list --data-dir nowhere
