// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/imports/headings.hpp"

/// Imports as the tables hold them.
namespace dure::imports {

/// draft → checking → checked → writing → done → undoing → undone; writing that was cancelled or failed
/// leaves it stopped, to be gone on with or undone; changes of a checked one make it a draft again.
enum class State { draft, checking, checked, writing, stopped, done, undoing, undone };
/// Of rows that may be records which are there already.
enum class Decision { skip, update, add };
/// Of rows with bad cells: they must be mended first, or are left out.
enum class Bad { refuse, skip };

inline bool is_working(State state) {
    return state == State::checking || state == State::writing || state == State::undoing;
}

struct Counts {
    std::int64_t rows = 0, bad_rows = 0, bad_cells = 0, twin_rows = 0;
};

struct Import {
    std::string id, resource, owner, owner_name;
    State state = State::draft;
    std::string file_name, format;
    std::int64_t size = 0;
    std::vector<std::string> sheets;
    std::string sheet, separator, encoding;
    Head head;
    std::vector<std::vector<std::string>> sample;  ///< the first rows below the headings
    Mapping mapping;
    Decision twins = Decision::skip;
    Bad bad = Bad::refuse;
    Counts counts;
    std::int64_t written = 0, undone = 0;
    std::optional<std::string> job;
    std::optional<Error> error;  ///< why the last job failed
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

/// What is wrong in a stored row's cell.
struct StoredError {
    std::string column, code;
    Params params;
    std::string instead;
};

/// What a stored row may be; without a record it is another row of the file.
struct StoredTwin {
    std::optional<std::string> record;
    std::optional<std::int64_t> row;
    std::string name, reason;
};

struct StoredRow {
    std::int64_t number = 0;
    std::vector<std::string> cells;  ///< as written, in the order of the resource's columns
    std::vector<StoredError> errors;
    std::vector<StoredTwin> twins;
    bool mended = false;
    std::optional<Decision> decision;
};

}  // namespace dure::imports
