#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench/fluid.sh: how fluid a result's page is with 8,784 hours and 30 series at one bus, in Chromium against a server of its own: how soon the first
# chart stands after the result is opened, and the time of every frame while the year is zoomed and moved by wheel and keys and the map is changed.
# Needs a release build, web/dist and Debian's chromium (drawn by software here).
set -euo pipefail
cd "$(dirname "$0")/.."
export DURE=${DURE:-$PWD/build/release/dure} DURE_E2E_OUT=${DURE_E2E_OUT:-$PWD/build/e2e}
mkdir -p "$DURE_E2E_OUT"
export PATH="$PWD/build/node/bin:$PATH"
exec node bench/fluid.mjs
