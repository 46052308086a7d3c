#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# 200 kills at random moments while writes are in flight, on each database; the clients' logs and the audit chain judge.
#   bench/faults.sh build/release/dure WORKING_FOLDER [KILLS]
exec "$(dirname "$0")/../tests/crash/run" "$1" "$2" "${3:-200}"
