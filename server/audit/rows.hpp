// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/audit/audit.hpp"

namespace dure::audit {

/// Of a row that begins with number, at, actor, action, record_kind, record_id, before, after, request_id.
inline Recorded recorded_from(const db::Row& row) {
    return {.number = row.integer(0),
            .entry = {.at = row.integer(1),
                      .actor = row.optional_text(2).value_or(""),
                      .action = row.text(3),
                      .record_kind = row.text(4),
                      .record_id = row.text(5),
                      .before = row.optional_text(6),
                      .after = row.optional_text(7),
                      .request_id = row.text(8)}};
}

}  // namespace dure::audit
