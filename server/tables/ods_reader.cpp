// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <set>

#include "server/tables/readers.hpp"
#include "server/tables/serial_date.hpp"
#include "server/tables/xml.hpp"

namespace dure::tables {
namespace {

std::int64_t count_in(std::optional<std::string_view> text) {
    std::int64_t count = 1;
    if (text) std::from_chars(text->data(), text->data() + text->size(), count);
    return std::max<std::int64_t>(count, 1);
}

/// The names of the tables, and which of them have a text.
class NamesXml final : public XmlReader {
  public:
    using XmlReader::XmlReader;
    std::vector<std::string> names;
    std::set<std::string> filled;

  private:
    void start(std::string_view name, Attributes attributes) override {
        if (name == "table" && depth_++ == 0 && names.size() < 1'000)
            names.emplace_back(attribute(attributes, "name").value_or(""));
        if (name == "p" && depth_ > 0 && !names.empty()) filled.insert(names.back());
    }
    void end(std::string_view name) override {
        if (name == "table") --depth_;
    }
    void text(std::string_view) override {}

    int depth_ = 0;
};

class ContentXml final : public XmlReader {
  public:
    ContentXml(std::unique_ptr<Archive::File> file, std::string sheet, const SourceLimits& limits)
        : XmlReader(std::move(file)), sheet_(std::move(sheet)), limits_(limits) {}

    std::deque<SourceRow> rows;

  private:
    void start(std::string_view name, Attributes attributes) override {
        if (name == "table" && !inside_)
            inside_ = attribute(attributes, "name") == sheet_;
        else if (!inside_)
            return;
        else if (name == "table-row")
            begin_row(attributes);
        else if (name == "table-cell" || name == "covered-table-cell")
            begin_cell(attributes);
        else if (name == "annotation")
            ++notes_;
        else if (name == "p")
            begin_paragraph();
        else if (name == "s" && in_paragraph_)
            text(std::string(
                static_cast<std::size_t>(std::min<std::int64_t>(count_in(attribute(attributes, "c")), 1000)),
                ' '));
        else if (name == "tab" && in_paragraph_)
            text("\t");
        else if (name == "line-break" && in_paragraph_)
            text("\n");
    }

    void end(std::string_view name) override {
        if (!inside_) return;
        if (name == "p")
            in_paragraph_ = false;
        else if (name == "annotation")
            --notes_;
        else if (name == "table-cell" || name == "covered-table-cell")
            end_cell();
        else if (name == "table-row")
            end_row();
        else if (name == "table")
            stop();
    }

    void text(std::string_view part) override {
        if (!in_paragraph_ || notes_ > 0) return;
        if (value_.size() + part.size() > limits_.cell_bytes)
            return refuse_here("tables.cell_too_long", limits_.cell_bytes);
        value_.append(part);
    }

    void refuse_here(std::string code, std::size_t maximum) {
        refuse(at_row({.code = std::move(code), .params = {{"maximum", std::to_string(maximum)}}}, number_));
    }

    void begin_row(Attributes attributes) {
        cells_.clear();
        blanks_ = 0;
        repeated_ = count_in(attribute(attributes, "number-rows-repeated"));
    }

    void begin_cell(Attributes attributes) {
        value_.clear();
        paragraphs_ = 0;
        columns_ = count_in(attribute(attributes, "number-columns-repeated"));
        type_ = attribute(attributes, "value-type").value_or("");
        kept_ = attribute(attributes, type_ == "date"      ? "date-value"
                                      : type_ == "boolean" ? "boolean-value"
                                                           : "value")
                    .value_or("");
    }

    void begin_paragraph() {
        in_paragraph_ = true;
        if (notes_ == 0 && paragraphs_++ > 0) text("\n");
    }

    void end_cell() {
        std::string cell = cell_text();
        if (cell.empty()) {
            blanks_ += columns_;
            return;
        }
        if (static_cast<std::int64_t>(cells_.size()) + blanks_ + columns_ >
            static_cast<std::int64_t>(limits_.columns))
            return refuse_here("tables.too_many_columns", limits_.columns);
        cells_.resize(cells_.size() + static_cast<std::size_t>(blanks_));
        cells_.insert(cells_.end(), static_cast<std::size_t>(columns_), cell);
        blanks_ = 0;
    }

    std::string cell_text() const {
        if (type_ == "boolean") return kept_ == "true" ? "TRUE" : "FALSE";
        if (type_ == "date") {
            // "2026-11-26T00:00:00" is a day; a time that is one stays.
            const auto time = kept_.find('T');
            if (time == std::string::npos || kept_.substr(time) == "T00:00:00") return kept_.substr(0, time);
            return kept_.substr(0, time) + ' ' + kept_.substr(time + 1, 5);
        }
        if (type_ == "float" || type_ == "currency" || type_ == "percentage") {
            double number = 0;
            const auto read = std::from_chars(kept_.data(), kept_.data() + kept_.size(), number);
            if (read.ec == std::errc()) return number_text(number);
        }
        return value_;
    }

    void end_row() {
        if (cells_.empty()) {
            number_ += repeated_;
            return;
        }
        if (number_ + repeated_ > limits_.rows)
            return refuse(
                {.code = "tables.too_many_rows", .params = {{"maximum", std::to_string(limits_.rows)}}});
        for (std::int64_t i = 0; i < repeated_; ++i) rows.push_back({.number = ++number_, .cells = cells_});
    }

    const std::string sheet_;
    const SourceLimits limits_;
    std::vector<std::string> cells_;
    std::string value_, type_, kept_;
    std::int64_t number_ = 0, repeated_ = 1, columns_ = 1, blanks_ = 0;
    int notes_ = 0, paragraphs_ = 0;
    bool inside_ = false, in_paragraph_ = false;
};

class OdsSource final : public Source {
  public:
    OdsSource(SourceOptions options, std::vector<std::string> sheets, std::unique_ptr<Archive::File> content)
        : Source(std::move(options)), xml_(std::move(content), options_.sheet, options_.limits) {
        sheets_ = std::move(sheets);
    }

    Expected<bool> next(SourceRow& row) override {
        while (xml_.rows.empty()) {
            const auto more = xml_.feed();
            if (!more) return more;
            if (!*more && xml_.rows.empty()) return false;
        }
        row = std::move(xml_.rows.front());
        xml_.rows.pop_front();
        return true;
    }

    double fraction() const override { return xml_.fraction(); }

  private:
    ContentXml xml_;
};

}  // namespace

Expected<std::unique_ptr<Source>> open_ods(std::string_view bytes, SourceOptions options) {
    const auto archive = Archive::open(bytes, options.limits);
    if (!archive) return std::unexpected(archive.error());
    auto first = (*archive)->file("content.xml");
    if (!first) return std::unexpected(first.error());
    NamesXml names(std::move(*first));
    if (const auto read = names.feed_all(); !read) return std::unexpected(read.error());
    if (names.names.empty()) return fail("tables.no_sheet");
    if (options.sheet.empty()) {
        const auto filled =
            std::ranges::find_if(names.names, [&](const auto& name) { return names.filled.contains(name); });
        if (filled == names.names.end()) return fail("tables.empty_file");
        options.sheet = *filled;
    } else if (std::ranges::find(names.names, options.sheet) == names.names.end()) {
        return no_such_sheet(options.sheet, names.names);
    }
    auto content = (*archive)->file("content.xml");
    if (!content) return std::unexpected(content.error());
    return std::make_unique<OdsSource>(std::move(options), std::move(names.names), std::move(*content));
}

}  // namespace dure::tables
