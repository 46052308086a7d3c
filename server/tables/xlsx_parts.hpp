// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/tables/archive.hpp"

/// What a sheet of an XLSX workbook refers to.
namespace dure::tables {

/// Texts that cells share, one behind the other.
class SharedTexts {
  public:
    void append(std::string_view part) { all_.append(part); }
    void end_text() { ends_.push_back(all_.size()); }
    std::size_t size() const { return ends_.size(); }
    std::size_t bytes() const { return all_.size(); }
    std::string_view at(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(all_).substr(begin, ends_[index] - begin);
    }

  private:
    std::string all_;
    std::vector<std::size_t> ends_;
};

struct Workbook {
    std::vector<std::string> sheets;       ///< names
    std::vector<std::string> sheet_files;  ///< in the archive, one for each
    bool from_1904 = false;
};

/// Errors: tables.damaged_sheet, tables.no_sheet, and the archive's.
Expected<Workbook> read_workbook(Archive& archive);
/// Errors: tables.unpacks_too_large, and those above.
Expected<SharedTexts> read_shared_texts(Archive& archive);
/// By the number of a cell's style: whether it shows a day.
Expected<std::vector<bool>> read_date_styles(Archive& archive);

}  // namespace dure::tables
