#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench/live.sh [STEPS]: from a key on a lever to the redrawn year of the Daegu example, in Chromium against a server of its own;
# medians and the worst of STEPS (12) per lever. Needs a release build, web/dist and Debian's chromium (drawn by software here).
set -euo pipefail
cd "$(dirname "$0")/.."
export DURE=${DURE:-$PWD/build/release/dure} DURE_E2E_EXAMPLE=$PWD/examples/daegu DURE_E2E_OUT=${DURE_E2E_OUT:-$PWD/build/e2e}
mkdir -p "$DURE_E2E_OUT"
export PATH="$PWD/build/node/bin:$PATH"
exec node bench/live.mjs "${1:-12}"
