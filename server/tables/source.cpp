// SPDX-License-Identifier: Apache-2.0
#include "server/tables/source.hpp"

#include <algorithm>

#include "server/tables/archive.hpp"
#include "server/tables/readers.hpp"

namespace dure::tables {
namespace {

constexpr std::string_view kCompound =
    "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";  // .xls, and workbooks with a password
constexpr std::string_view kOpenDocument = "application/vnd.oasis.opendocument.spreadsheet";

struct Other {
    std::string_view begins, name;
};
/// What people upload by mistake, told apart by how it begins.
constexpr Other kOthers[] = {{"%PDF", "PDF"},
                             {"\x89PNG", "PNG"},
                             {"\xFF\xD8\xFF", "JPEG"},
                             {"GIF8", "GIF"},
                             {"\x1F\x8B", "GZIP"},
                             {"7z\xBC\xAF", "7Z"},
                             {"Rar!", "RAR"},
                             {"<!DOCTYPE", "HTML"},
                             {"<html", "HTML"},
                             {"\x7F"
                              "ELF",
                              "ELF"},
                             {"MZ", "EXE"},
                             {"{\\rtf", "RTF"}};

Expected<Format> format_of_archive(std::string_view bytes) {
    auto archive = Archive::open(bytes, {});
    if (!archive) return std::unexpected(archive.error());
    if ((*archive)->has("xl/workbook.xml")) return Format::xlsx;
    if ((*archive)->has("content.xml")) {
        const auto type = (*archive)->small("mimetype");
        if (type && type->starts_with(kOpenDocument)) return Format::ods;
    }
    return fail("tables.unknown_archive");
}

}  // namespace

bool SourceRow::empty() const {
    return std::ranges::all_of(cells, [](const std::string& cell) {
        return cell.find_first_not_of(" \t\r\n") == std::string::npos;
    });
}

std::string_view name_of(Format format) {
    switch (format) {
        case Format::csv:
            return "csv";
        case Format::xlsx:
            return "xlsx";
        case Format::ods:
            return "ods";
    }
    std::unreachable();
}

Expected<Format> format_of(std::string_view bytes) {
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) return fail("tables.empty_file");
    if (bytes.starts_with("PK")) return format_of_archive(bytes);
    if (bytes.starts_with(kCompound)) return fail("tables.old_or_locked_workbook");
    for (const auto& [begins, name] : kOthers)
        if (bytes.starts_with(begins)) return fail("tables.not_a_table", {{"found", std::string(name)}});
    return Format::csv;
}

Expected<std::unique_ptr<Source>> open_source(std::string_view bytes, SourceOptions options) {
    const auto format = format_of(bytes);
    if (!format) return std::unexpected(format.error());
    switch (*format) {
        case Format::csv:
            return open_csv(bytes, std::move(options));
        case Format::xlsx:
            return open_xlsx(bytes, std::move(options));
        case Format::ods:
            return open_ods(bytes, std::move(options));
    }
    std::unreachable();
}

}  // namespace dure::tables
