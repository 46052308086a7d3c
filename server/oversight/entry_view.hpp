// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/codec/reader.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"

/// What leaves of the audit's entries. Instants are texts here.
namespace dure::oversight {

/// Schema AuditEntry.
struct EntryView {
    std::int64_t number = 0;
    std::string at;
    std::optional<std::string> actor, actor_name;  ///< none: the program itself
    std::string action, record_kind, record_id;
    std::optional<codec::RawJson> before, after;
    std::string request_id;
    bool sealed = false, erased = false;
    std::optional<std::vector<std::string>> deputy_for;
};

struct EntryPage {
    std::vector<EntryView> items;
    std::optional<std::string> next_cursor;
};

EntryView present(const Line& line);
std::string encode(const EntryPage& page);
std::string encode(const std::vector<EntryView>& list);

/// `cursor`, and how it is written: the number of the last entry shown.
std::optional<std::int64_t> cursor_in(http::Query& query);
std::string cursor_of(std::int64_t number);

}  // namespace dure::oversight
