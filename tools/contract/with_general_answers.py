# SPDX-License-Identifier: Apache-2.0
"""Writes into a contract on standard input what any operation may answer without each saying so (contract.mjs knows the
same list), and takes out streams of events, which never end."""
import json
import sys

GENERAL = (400, 405, 408, 413, 415, 421, 429, 431, 503, 507)
PROBLEM = {"description": "Refused", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
METHODS = {"get", "put", "post", "delete", "patch"}

contract = json.load(sys.stdin)
for path in list(contract["paths"].values()):
    for method in list(METHODS & path.keys()):
        operation = path[method]
        if any("text/event-stream" in answer.get("content", {}) for answer in operation["responses"].values()):
            del path[method]
            continue
        for status in GENERAL:
            operation["responses"].setdefault(str(status), PROBLEM)
json.dump(contract, sys.stdout)
