#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Part of tests/cli_test.sh: the commands below `dure audit`.

expect "verify of nothing" 2 "$dure" audit verify --data-dir chained
says err "There is no file chained/dure.db"
"$dure" db migrate --data-dir chained >/dev/null 2>&1
expect "verify of an empty chain" 0 "$dure" audit verify --data-dir chained --json
json 'o == {"status": "whole", "sealed": 0, "waiting": 0, "erased": 0, "findings": []}'
expect "checkpoint of an empty chain" 1 "$dure" audit checkpoint --data-dir chained
says err "no audit entries yet"

python3 - <<'PY'
import sqlite3
db = sqlite3.connect("chained/dure.db")
for i in range(5):
    db.execute("insert into audit_entry (at, action, record_kind, record_id, after, request_id) values (?, 'a', 'k', 'r', '{}', 'q')", (i,))
db.commit()
PY
expect "verify while entries wait" 0 "$dure" audit verify --data-dir chained --json
json 'o["status"] == "whole" and o["waiting"] == 5'
expect "checkpoint" 0 "$dure" audit checkpoint point.json --data-dir chained --json
json 'o["count"] == 5 and len(o["hash"]) == 64'
expect "verify against the checkpoint" 0 "$dure" audit verify --data-dir chained --checkpoint point.json
says out "The chain is whole: 5 entries sealed"
printf '{"count": 5}' >bad.json
expect "a bad checkpoint" 2 "$dure" audit verify --data-dir chained --checkpoint bad.json --json
json '{e["code"] for e in o["errors"]} == {"json.missing"}'

sqlite() { python3 -c 'import sqlite3,sys; db=sqlite3.connect("chained/dure.db"); db.execute(sys.argv[1]); db.commit()' "$1"; }
sqlite "update audit_entry set after = '{ }' where number = 2"
expect "a changed byte" 1 env LC_ALL=ko_KR.UTF-8 "$dure" audit verify --data-dir chained
says err "감사 기록 2의 변경 전후 내용이 봉인된 것과 다릅니다."
sqlite "update audit_entry set after = '{}' where number = 2"
sqlite "delete from audit_entry where number = 5"
expect "a removed last entry" 1 "$dure" audit verify --data-dir chained --checkpoint point.json --json
json '[e["code"] for e in o["findings"]] == ["audit.removed"]'
