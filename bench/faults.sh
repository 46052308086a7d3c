#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# 200 kills at random moments while writes are in flight, on each database; the clients' logs and the audit chain judge. Then a file of
# 200 MB goes up through three breaks and a kill.
#   bench/faults.sh build/release/dure WORKING_FOLDER [KILLS] [MEGABYTES]
tests=$(dirname "$0")/../tests/crash
"$tests/run" "$1" "$2" "${3:-200}" && "$tests/uploads" "$1" "$2-uploads" "${4:-200}"
