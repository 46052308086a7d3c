// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "server/tables/readers.hpp"
#include "server/tables/serial_date.hpp"
#include "server/tables/xlsx_parts.hpp"
#include "server/tables/xml.hpp"

namespace dure::tables {
namespace {

/// What all cells of a sheet need to be read.
struct Book {
    SharedTexts texts;
    std::vector<bool> date_styles;
    bool from_1904 = false;
};

/// "BC12" is column 54, counted from 0; none where there are no letters.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0, letters = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || letters == 4) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        ++letters;
    }
    if (letters == 0) return std::nullopt;
    return column - 1;
}

class SheetXml final : public XmlReader {
  public:
    SheetXml(std::unique_ptr<Archive::File> file, const Book& book, const SourceLimits& limits)
        : XmlReader(std::move(file)), book_(book), limits_(limits) {}

    std::deque<SourceRow> rows;

  private:
    void start(std::string_view name, Attributes attributes) override {
        if (name == "row")
            begin_row(attributes);
        else if (name == "c")
            begin_cell(attributes);
        else if (name == "v" || (name == "t" && !in_reading_))
            in_value_ = true;
        else if (name == "rPh")
            in_reading_ = true;
    }

    void end(std::string_view name) override {
        if (name == "v" || name == "t")
            in_value_ = false;
        else if (name == "rPh")
            in_reading_ = false;
        else if (name == "c")
            end_cell();
        else if (name == "row")
            end_row();
        else if (name == "sheetData")
            stop();
    }

    void text(std::string_view part) override {
        if (!in_value_) return;
        if (value_.size() + part.size() > limits_.cell_bytes)
            return refuse_here("tables.cell_too_long", limits_.cell_bytes);
        value_.append(part);
    }

    void refuse_here(std::string code, std::size_t maximum) {
        refuse(
            at_row({.code = std::move(code), .params = {{"maximum", std::to_string(maximum)}}}, row_.number));
    }

    void begin_row(Attributes attributes) {
        std::int64_t number = last_row_ + 1;
        if (const auto given = attribute(attributes, "r"))
            std::from_chars(given->data(), given->data() + given->size(), number);
        if (number <= last_row_) return refuse(at_row({.code = "tables.damaged_sheet"}, number));
        row_ = {.number = number};
        last_row_ = number;
        column_ = 0;
        if (number > limits_.rows)
            refuse({.code = "tables.too_many_rows", .params = {{"maximum", std::to_string(limits_.rows)}}});
    }

    void begin_cell(Attributes attributes) {
        type_ = attribute(attributes, "t").value_or("n");
        const auto style = attribute(attributes, "s").value_or("");
        style_ = 0;
        std::from_chars(style.data(), style.data() + style.size(), style_);
        column_ = column_of(attribute(attributes, "r").value_or("")).value_or(column_);
        value_.clear();
    }

    void end_cell() {
        if (!value_.empty()) {
            if (column_ >= limits_.columns) return refuse_here("tables.too_many_columns", limits_.columns);
            if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
            row_.cells[column_] = cell_text();
        }
        ++column_;
    }

    void end_row() {
        cut_empty_end(row_.cells);
        if (!row_.cells.empty()) rows.push_back(std::move(row_));
    }

    std::string cell_text() {
        if (type_ == "s") {
            std::size_t index = 0;
            std::from_chars(value_.data(), value_.data() + value_.size(), index);
            return index < book_.texts.size() ? std::string(book_.texts.at(index)) : std::string();
        }
        if (type_ == "b") return value_ == "0" ? "FALSE" : "TRUE";
        if (type_ != "n") return value_;
        double number = 0;
        const auto read = std::from_chars(value_.data(), value_.data() + value_.size(), number);
        if (read.ec != std::errc() || read.ptr != value_.data() + value_.size()) return value_;
        const bool date = style_ < book_.date_styles.size() && book_.date_styles[style_];
        return date ? date_text(number, book_.from_1904) : number_text(number);
    }

    const Book& book_;
    const SourceLimits limits_;
    SourceRow row_;
    std::int64_t last_row_ = 0;
    std::size_t column_ = 0, style_ = 0;
    std::string type_, value_;
    bool in_value_ = false, in_reading_ = false;
};

class XlsxSource final : public Source {
  public:
    XlsxSource(SourceOptions options, std::vector<std::string> sheets, Book book)
        : Source(std::move(options)), book_(std::move(book)) {
        sheets_ = std::move(sheets);
    }

    /// Begins to read a sheet.
    Expected<bool> choose(Archive& archive, const std::string& name, const std::string& file) {
        auto opened = archive.file(file);
        if (!opened) return std::unexpected(opened.error());
        options_.sheet = name;
        sheet_ = std::make_unique<SheetXml>(std::move(*opened), book_, options_.limits);
        return has_row();
    }

    Expected<bool> next(SourceRow& row) override {
        const auto more = has_row();
        if (!more || !*more) return more;
        row = std::move(sheet_->rows.front());
        sheet_->rows.pop_front();
        return true;
    }

    double fraction() const override { return sheet_->fraction(); }

  private:
    Expected<bool> has_row() {
        while (sheet_->rows.empty()) {
            const auto more = sheet_->feed();
            if (!more) return more;
            if (!*more) return !sheet_->rows.empty();
        }
        return true;
    }

    const Book book_;
    std::unique_ptr<SheetXml> sheet_;
};

}  // namespace

Expected<std::unique_ptr<Source>> open_xlsx(std::string_view bytes, SourceOptions options) {
    const auto archive = Archive::open(bytes, options.limits);
    if (!archive) return std::unexpected(archive.error());
    auto workbook = read_workbook(**archive);
    if (!workbook) return std::unexpected(workbook.error());
    const std::string wanted = options.sheet;
    const auto found = std::ranges::find(workbook->sheets, wanted);
    if (!wanted.empty() && found == workbook->sheets.end()) return no_such_sheet(wanted, workbook->sheets);
    auto texts = read_shared_texts(**archive);
    if (!texts) return std::unexpected(texts.error());
    auto styles = read_date_styles(**archive);
    if (!styles) return std::unexpected(styles.error());
    auto source = std::make_unique<XlsxSource>(
        std::move(options), workbook->sheets,
        Book{
            .texts = std::move(*texts), .date_styles = std::move(*styles), .from_1904 = workbook->from_1904});
    for (std::size_t i = 0; i < workbook->sheets.size(); ++i) {
        if (!wanted.empty() && workbook->sheets[i] != wanted) continue;
        const auto filled = source->choose(**archive, workbook->sheets[i], workbook->sheet_files[i]);
        if (!filled) return std::unexpected(filled.error());
        if (*filled || !wanted.empty()) return source;
    }
    return fail("tables.empty_file");
}

}  // namespace dure::tables
