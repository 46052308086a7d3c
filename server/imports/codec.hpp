// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/imports/records.hpp"

/// What comes in about imports and what leaves, and the JSON that their columns hold.
namespace dure::imports {

/// Schema ImportChange: what is missing stays.
struct ImportChange {
    std::optional<std::string> sheet, separator, encoding;
    std::optional<std::int64_t> head_row, head_rows;
    std::optional<Mapping> mapping;
    std::optional<Decision> twins;
    std::optional<Bad> bad;
};

struct CellChange {
    std::string column, text;
};
/// Schema ImportRowChange.
struct RowChange {
    std::vector<CellChange> cells;
    std::optional<Decision> decision;
};

/// Schema ImportUndo, and what the job of an undo carries.
struct UndoWish {
    bool keep_changed = false;  ///< records that changed since stay as they are
};

Checked<UndoWish> decode_undo(std::string_view json);
std::string encode(const UndoWish& wish);
Checked<ImportChange> decode_change(std::string_view json);
Checked<RowChange> decode_row_change(std::string_view json);

std::string encode(const std::vector<std::string>& texts);
std::string encode(const std::vector<std::vector<std::string>>& rows);
std::string encode(const std::vector<Heading>& headings);
std::string encode(const Mapping& mapping);
std::string encode(const std::vector<StoredError>& errors);
std::string encode(const std::vector<StoredTwin>& twins);

/// Of columns that this program wrote: throws db::Error{other} where they hold something else.
std::vector<std::string> texts_from(std::string_view json);
std::vector<std::vector<std::string>> rows_from(std::string_view json);
std::vector<Heading> headings_from(std::string_view json);
Mapping mapping_from(std::string_view json);
std::vector<StoredError> errors_from(std::string_view json);
std::vector<StoredTwin> twins_from(std::string_view json);

std::string_view name_of(State state);
std::string_view name_of(Decision decision);
std::string_view name_of(Bad bad);
/// Throw std::invalid_argument: the names come from our own tables.
State state_named(std::string_view name);
Decision decision_named(std::string_view name);
Bad bad_named(std::string_view name);

}  // namespace dure::imports
