// SPDX-License-Identifier: Apache-2.0
#include "server/tables/xlsx_parts.hpp"

#include <charconv>
#include <map>

#include "server/tables/serial_date.hpp"
#include "server/tables/xml.hpp"

namespace dure::tables {
namespace {

constexpr std::size_t kMostSharedBytes = std::size_t{128} << 20;
constexpr std::size_t kMostSheets = 1'000;

class WorkbookXml final : public XmlReader {
  public:
    using XmlReader::XmlReader;
    std::vector<std::pair<std::string, std::string>> sheets;  // name, relation
    bool from_1904 = false;

  private:
    void start(std::string_view name, Attributes attributes) override {
        if (name == "workbookPr") {
            const auto era = attribute(attributes, "date1904");
            from_1904 = era == "1" || era == "true";
        }
        if (name != "sheet" || sheets.size() == kMostSheets) return;
        const auto title = attribute(attributes, "name"), relation = attribute(attributes, "id");
        if (title && relation) sheets.emplace_back(*title, *relation);
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

class RelationsXml final : public XmlReader {
  public:
    using XmlReader::XmlReader;
    std::map<std::string, std::string, std::less<>> targets;

  private:
    void start(std::string_view name, Attributes attributes) override {
        if (name != "Relationship" || targets.size() > 2 * kMostSheets) return;
        const auto id = attribute(attributes, "Id"), target = attribute(attributes, "Target");
        if (id && target) targets.emplace(*id, *target);
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

class SharedTextsXml final : public XmlReader {
  public:
    using XmlReader::XmlReader;
    SharedTexts texts;

  private:
    void start(std::string_view name, Attributes) override {
        if (name == "t") in_text_ = true;
        if (name == "rPh") in_reading_ = true;  // how a text is read aloud is no part of it
    }
    void end(std::string_view name) override {
        if (name == "t") in_text_ = false;
        if (name == "rPh") in_reading_ = false;
        if (name == "si") texts.end_text();
    }
    void text(std::string_view part) override {
        if (!in_text_ || in_reading_) return;
        if (texts.bytes() + part.size() > kMostSharedBytes)
            return refuse({.code = "tables.unpacks_too_large",
                           .params = {{"maximum_mb", std::to_string(kMostSharedBytes >> 20)}}});
        texts.append(part);
    }
    bool in_text_ = false, in_reading_ = false;
};

int integer_of(std::optional<std::string_view> text) {
    int value = -1;
    if (text) std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
}

class StylesXml final : public XmlReader {
  public:
    using XmlReader::XmlReader;
    std::vector<bool> dates;

  private:
    void start(std::string_view name, Attributes attributes) override {
        if (name == "numFmt") {
            const auto code = attribute(attributes, "formatCode");
            if (code && formats_.size() < 10'000)
                formats_[integer_of(attribute(attributes, "numFmtId"))] = shows_date(*code);
        }
        if (name == "cellXfs") in_cells_ = true;
        if (name != "xf" || !in_cells_ || dates.size() >= 100'000) return;
        const int format = integer_of(attribute(attributes, "numFmtId"));
        const auto own = formats_.find(format);
        dates.push_back(own == formats_.end() ? shows_date(format) : own->second);
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") in_cells_ = false;
    }
    void text(std::string_view) override {}

    std::map<int, bool> formats_;
    bool in_cells_ = false;
};

/// Reads a file of the archive into what `Reader` collects.
template <class Reader>
Expected<std::unique_ptr<Reader>> read_all(Archive& archive, const std::string& name) {
    auto file = archive.file(name);
    if (!file) return std::unexpected(file.error());
    auto reader = std::make_unique<Reader>(std::move(*file));
    if (const auto read = reader->feed_all(); !read) return std::unexpected(read.error());
    return reader;
}

}  // namespace

Expected<Workbook> read_workbook(Archive& archive) {
    const auto book = read_all<WorkbookXml>(archive, "xl/workbook.xml");
    if (!book) return std::unexpected(book.error());
    const auto relations = read_all<RelationsXml>(archive, "xl/_rels/workbook.xml.rels");
    if (!relations) return std::unexpected(relations.error());
    Workbook workbook{.from_1904 = (*book)->from_1904};
    for (const auto& [name, relation] : (*book)->sheets) {
        const auto target = (*relations)->targets.find(relation);
        if (target == (*relations)->targets.end()) continue;
        const std::string file =
            target->second.starts_with('/') ? target->second.substr(1) : "xl/" + target->second;
        if (!archive.has(file) || file.find("chartsheet") != std::string::npos) continue;
        workbook.sheets.push_back(name);
        workbook.sheet_files.push_back(file);
    }
    if (workbook.sheets.empty()) return fail("tables.no_sheet");
    return workbook;
}

Expected<SharedTexts> read_shared_texts(Archive& archive) {
    if (!archive.has("xl/sharedStrings.xml")) return SharedTexts();
    auto texts = read_all<SharedTextsXml>(archive, "xl/sharedStrings.xml");
    if (!texts) return std::unexpected(texts.error());
    return std::move((*texts)->texts);
}

Expected<std::vector<bool>> read_date_styles(Archive& archive) {
    if (!archive.has("xl/styles.xml")) return std::vector<bool>();
    auto styles = read_all<StylesXml>(archive, "xl/styles.xml");
    if (!styles) return std::unexpected(styles.error());
    return std::move((*styles)->dates);
}

}  // namespace dure::tables
