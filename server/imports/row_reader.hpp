// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/imports/records.hpp"
#include "server/tables/source.hpp"

/// The rows of an import as the resource's columns see them.
namespace dure::imports {

/// A row of the file under the mapping: texts in the order of the resource's columns, numbers in its units.
struct RawRow {
    std::int64_t number = 0;
    std::vector<std::string> cells;
};

class RowReader {
  public:
    /// `bytes` and the resource outlive the reader. Errors: those of tables::open_source.
    static Expected<RowReader> open(std::string_view bytes, const Import& one, const Resource& resource);

    /// The next row below the headings that has something in it; false at the end. Errors: Source::next's.
    Expected<bool> next(RawRow& row);
    double fraction() const { return source_->fraction(); }

  private:
    struct Feed {
        std::optional<std::size_t> source;
        std::string value;
        double factor = 1;
    };

    std::unique_ptr<tables::Source> source_;
    std::vector<Feed> feeds_;  // one for each column of the resource
    std::vector<std::string> units_;
    std::int64_t head_row_ = 0;
    tables::SourceRow row_;
};

/// Reads cells. Keeps what it has read of choices and countries, of which a table has many alike; so one
/// thread each.
class CellReader {
  public:
    explicit CellReader(const Resource& resource) : resource_(resource), seen_(resource.columns.size()) {}

    /// The row's values, its cells' errors in the order of the columns behind them, and what the resource's
    /// own check finds where every cell is good.
    Row read(const RawRow& raw, std::vector<CellError>& errors);

  private:
    Value read_cell(const std::string& cell, std::size_t column, std::vector<CellError>& errors);

    const Resource& resource_;
    std::vector<std::unordered_map<std::string, Value>> seen_;
};

StoredError stored(const CellError& error, const Resource& resource);

}  // namespace dure::imports
