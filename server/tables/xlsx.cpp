// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "server/tables/table.hpp"

namespace dure::tables {
namespace {

constexpr std::size_t kLongestTitle = 31;

/// A file of its own that is gone with the object: the library writes only to files.
class TemporaryFile {
  public:
    TemporaryFile() : path_((std::filesystem::temp_directory_path() / "dure-table-XXXXXX").string()) {
        const int file = mkstemp(path_.data());
        if (file < 0) throw std::runtime_error("no temporary file can be made");
        close(file);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { std::filesystem::remove(path_); }

    const std::string& path() const { return path_; }
    std::string content() const {
        std::ifstream file(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

  private:
    std::string path_;
};

std::string sheet_title(std::string title) {
    for (char& c : title)
        if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) c = '-';
    std::size_t length = 0, characters = 0;
    while (length < title.size() && characters < kLongestTitle) {
        ++length;
        while (length < title.size() && (title[length] & 0xC0) == 0x80) ++length;
        ++characters;
    }
    title.resize(length);
    return title;
}

void check(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("XLSX: ") + lxw_strerror(error));
}

void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell))
        check(worksheet_write_string(sheet, row, column, text->c_str(), nullptr));
    else if (const auto* number = std::get_if<double>(&cell))
        check(worksheet_write_number(sheet, row, column, *number, nullptr));
}

void write(lxw_workbook* book, const Table& table, lxw_format* bold) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, sheet_title(table.title).c_str());
    if (!sheet) throw std::runtime_error("XLSX: a sheet cannot be called " + table.title);
    for (std::size_t i = 0; i < table.header.size(); ++i)
        check(worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), table.header[i].c_str(), bold));
    if (!table.header.empty())
        worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(table.header.size() - 1), 18, nullptr);
    worksheet_freeze_panes(sheet, 1, 1);
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        for (std::size_t i = 0; i < table.rows[r].size(); ++i)
            write(sheet, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(i), table.rows[r][i]);
}

}  // namespace

std::string to_xlsx(std::span<const Table> tables) {
    const TemporaryFile file;
    // Rows are written as they come, so that a year of hours does not stand in memory as cells.
    lxw_workbook_options options{.constant_memory = LXW_TRUE, .tmpdir = nullptr, .use_zip64 = LXW_FALSE};
    lxw_workbook* book = workbook_new_opt(file.path().c_str(), &options);
    if (!book) throw std::runtime_error("XLSX: no workbook can be made");
    lxw_format* bold = workbook_add_format(book);
    format_set_bold(bold);
    try {
        for (const Table& table : tables) write(book, table, bold);
    } catch (...) {
        workbook_close(book);
        throw;
    }
    check(workbook_close(book));
    return file.content();
}

}  // namespace dure::tables
