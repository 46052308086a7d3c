// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace dure::search {

/// A list of things that may be the same as things of another list. Every record has as many values as there
/// are columns; an empty value is unknown.
struct Record {
    std::string id;
    std::vector<std::string> values;
};

struct Records {
    std::vector<std::string> columns;  ///< without the id
    std::vector<Record> rows;
};

/// Reads a table with a header whose first column is the id. The separator is what the header has most of:
/// comma, semicolon, tab, bar or per cent sign. Quotes as in RFC 4180; one within an unquoted value stands
/// for itself. CRLF, LF or CR, a UTF-8 mark at the start, blank lines are left out, values missing at the end
/// of a line are empty. Errors, every bad line at once (at most 50): csv.empty, csv.not_utf8, csv.open_quote,
/// csv.wrong_count {expected, found}, records.one_column, records.no_id, records.doubled_id {id, line}.
Checked<Records> read_records(std::string_view text, std::string_view file);

}  // namespace dure::search
