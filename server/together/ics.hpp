// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/together/providers.hpp"

/// iCalendar, as calendar programs subscribe to it: RFC 5545. Method: sections 3.1 (folding), 3.3.11
/// (escaping), 3.6.1 (VEVENT). Instants are in UTC, days without an hour are VALUE=DATE.
namespace dure::together {

/// A TEXT value: backslash, semicolon and comma escaped, ends of lines as "\n", other control characters left
/// out.
std::string escaped(std::string_view text);
/// A content line in lines of at most 75 octets with CRLF behind each, cut between characters.
std::string folded_line(std::string_view line);

struct IcsHouse {
    std::string name;        ///< of the calendar
    std::string public_url;  ///< of links; empty: none
    /// How a kind is called, before its title.
    std::string (*word)(std::string_view language, const std::string& kind) = nullptr;
    std::string language;
};

/// The same occasions give the same bytes.
std::string to_ics(const std::vector<Occasion>& list, const IcsHouse& house);

}  // namespace dure::together
