// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/pipeline.hpp"
#include "server/tables/table.hpp"

/// What a list shows, as a file. The filters and the order are the list's own.
namespace dure::lists {

enum class Form { csv, xlsx, json };

/// A column that a list can be downloaded with.
struct DownloadColumn {
    std::string_view key;    ///< of the record's JSON
    std::string_view label;  ///< of messages/: its heading
};

/// What a download is asked for beside the list's filters.
struct Download {
    Form form = Form::csv;
    std::string_view language;
    std::vector<std::size_t> columns;  ///< places among those known
};

/// `format` (needed), `language` (ko) and `columns` ("name,kind"; all when missing).
Download download_in(http::Query& query, std::span<const DownloadColumn> known);

/// The file: CSV and XLSX with headings in the language, JSON as an array of objects. `rows` hold a cell for
/// each column that was asked for.
http::Response download_of(const Download& wanted, std::span<const DownloadColumn> known,
                           std::vector<std::vector<tables::Cell>> rows, const std::string& name);

/// 422 lists.too_many_rows {maximum}: a file is made in memory.
inline constexpr int kMostDownloaded = 100'000;
[[noreturn]] void refuse_too_many();

}  // namespace dure::lists
