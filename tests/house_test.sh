#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The house's rules that a grep can hold: who may include what, a licence line in each file, nothing left undone.
set -uo pipefail
cd "$(dirname "$0")/.."
passed=0 failed=0

# none NAME PATTERN [where…]: no tracked file among `where` has a line that matches.
none() {
  local name=$1 pattern=$2; shift 2
  local found; found=$(git grep -nE "$pattern" -- "$@" 2>/dev/null)
  if [ -z "$found" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); printf 'FAILED %s\n%s\n' "$name" "$found"; fi
}

none "only server/http includes Beast or Asio" '#include <boost/(beast|asio)' '*.cpp' '*.hpp' ':!server/http' ':!bench' ':!fuzz'
none "only server/db includes a database" '#include [<"](sqlite3|libpq|postgresql/)' '*.cpp' '*.hpp' ':!server/db' ':!bench'
none "only engine/lp/<solver> includes a solver" '#include <(coin/|Clp|Cbc|Osi|Coin)' '*.cpp' '*.hpp' ':!engine/lp/clp' ':!bench'
none "only server/auth, server/audit and server/mail include sodium" '#include <sodium' '*.cpp' '*.hpp' ':!server/auth' ':!server/audit' ':!server/mail'
none "only server/mail and server/auth/openid include curl" '#include <curl' '*.cpp' '*.hpp' ':!server/mail' ':!server/auth/openid'
none "only server/auth and server/files include OpenSSL" '#include <openssl' '*.cpp' '*.hpp' ':!server/auth' ':!server/files'
none "only server/tables includes the XLSX writer, zip and XML" '#include <(xlsxwriter|zip\.h|expat)' '*.cpp' '*.hpp' ':!server/tables' ':!fuzz'
none "an engine knows nothing above it" '#include "(server|cli|web)/' 'engine/*.cpp' 'engine/*.hpp'
none "an engine has no files, clock or environment" '#include <(fstream|filesystem|iostream)>|getenv|system_clock|fopen\(' \
  'engine/*.cpp' 'engine/*.hpp' ':!*_test.cpp'
none "the ground knows no desk" '#include "server/(desks|app)/' 'server/*.cpp' 'server/*.hpp' ':!server/desks' ':!server/app'
none "base stands on nothing" '#include "(engine/(lp|energy)|server)/' 'engine/base/*'
none "lp does not know energy" '#include "engine/energy/' 'engine/lp/*'
none "only engine/search includes the stemmer" '#include <libstemmer' '*.cpp' '*.hpp' ':!engine/search'
none "search stands on base alone" '#include "engine/(lp|energy)' 'engine/search/*'
none "no coroutines" 'co_await|co_return|co_yield' '*.cpp' '*.hpp'
none "nothing left undone" 'TODO|FIXME|\bXXX\b' '*.cpp' '*.hpp' '*.ts' '*.tsx' 'run' 'tools/*'
none "no any in the page" ': any\b|as any\b' 'web/src/*.ts' 'web/src/*.tsx'
none "no address of a registry in a lock file" '"resolved"' '*package-lock.json'

strays=$(git ls-files | grep -v / | grep -vxE '\.clang-(format|tidy)|\.gitignore|CHANGELOG\.md|CMakeLists\.txt|CMakePresets\.json|LICENSE|README(\.ko)?\.md|run|test')
if [ -z "$strays" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); printf 'FAILED nothing stands in the root that does not belong there\n%s\n' "$strays"; fi

missing=$(git ls-files '*.cpp' '*.hpp' '*.ts' '*.tsx' '*.mjs' '*.sh' '*.css' '*.sql' | while read -r f; do head -n 3 "$f" | grep -q 'SPDX-License-Identifier: Apache-2.0' || echo "$f"; done)
if [ -z "$missing" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); printf 'FAILED one SPDX line a file\n%s\n' "$missing"; fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
