// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/time.hpp"
#include "server/db/database.hpp"

namespace dure::mail {

/// What a report of non-delivery (RFC 3464) says of one reader.
struct Bounce {
    std::string recipient;   ///< the address
    bool lasting = false;    ///< action "failed" with a status of class 5
    std::string status;      ///< "5.1.1"
    std::string said;        ///< the other server's words
    std::string message_id;  ///< of the mail that came back; empty: the report does not say
};

/// Reads a report as it arrives. Errors: those of read_mime; bounce.no_report for a message that is none.
Expected<std::vector<Bounce>> read_bounces(std::string_view message);

struct BounceCount {
    int mails = 0;      ///< of ours, now marked
    int addresses = 0;  ///< that get nothing more
    int unknown = 0;    ///< reports that name no mail of ours to that address: not believed
};
/// Marks the mails that came back and blocks the addresses that do not exist. A report is believed only when
/// it names a mail that we sent to the address.
BounceCount record_bounces(db::Connection& c, const std::vector<Bounce>& bounces, Instant now);

}  // namespace dure::mail
