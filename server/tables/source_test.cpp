// SPDX-License-Identifier: Apache-2.0
#include "server/tables/source.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zip.h>

#include "server/tables/encoding.hpp"
#include "server/tables/serial_date.hpp"
#include "server/tables/table.hpp"

namespace dure::tables {
namespace {

using Cells = std::vector<std::vector<std::string>>;
using Files = std::vector<std::pair<std::string, std::string>>;

/// All rows, or the code of the error.
struct Reading {
    Cells rows;
    std::vector<std::int64_t> numbers;
    std::string error;
};

Reading read(const std::string& bytes, SourceOptions options = {}) {
    Reading reading;
    const auto source = open_source(bytes, std::move(options));
    if (!source) return {.error = source.error().code};
    SourceRow row;
    for (;;) {
        const auto more = (*source)->next(row);
        if (!more) {
            reading.error = more.error().code;
            return reading;
        }
        if (!*more) return reading;
        reading.rows.push_back(row.cells);
        reading.numbers.push_back(row.number);
    }
}

/// A zip archive of the files.
std::string zipped(const Files& files) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, content] : files)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
    EXPECT_EQ(zip_close(archive), 0);
    zip_source_open(target);
    std::string bytes;
    char buffer[4096];
    for (zip_int64_t got; (got = zip_source_read(target, buffer, sizeof buffer)) > 0;)
        bytes.append(buffer, static_cast<std::size_t>(got));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

std::string workbook(const std::string& sheet, const std::string& shared = {},
                     const std::string& styles = {}) {
    Files files = {
        {"xl/workbook.xml",
         R"(<workbook xmlns:r="r"><sheets><sheet name="회원" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>)"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>"}};
    if (!shared.empty()) files.emplace_back("xl/sharedStrings.xml", "<sst>" + shared + "</sst>");
    if (!styles.empty()) files.emplace_back("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
    return zipped(files);
}

std::string ods(const std::string& tables) {
    return zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                   {"content.xml",
                    "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">"
                    "<office:body><office:spreadsheet>" +
                        tables + "</office:spreadsheet></office:body></office:document-content>"}});
}

TEST(TableSource, CsvIsReadWhateverPartsItsCells) {
    const Cells expected = {{"이름", "수", "비고"}, {"두레", "1", "a,b;c"}, {"나루", "2"}};
    for (const std::string_view separator : {",", ";", "\t", "|"}) {
        const std::string s(separator);
        const std::string text =
            "이름" + s + "수" + s + "비고\r\n두레" + s + "1" + s + "\"a,b;c\"\r\n나루" + s + "2" + s + "\r\n";
        const auto source = open_source(text);
        ASSERT_TRUE(source);
        EXPECT_EQ((*source)->separator(), separator);
        EXPECT_EQ(read(text).rows, expected) << separator;
    }
}

TEST(TableSource, CsvIsReadInEachEncoding) {
    const std::string text = "이름,값\n뷁두레,1\n";
    const std::string cp949 =
        "\xC0\xCC\xB8\xA7,\xB0\xAA\n\x94\xEE\xB5\xCE\xB7\xB9,1\n";  // 뷁 is beyond EUC-KR
    std::string wide = "\xFF\xFE";
    for (const char16_t c : std::u16string(u"이름,값\n뷁두레,1\n")) {
        wide += static_cast<char>(c & 0xFF);
        wide += static_cast<char>(c >> 8);
    }
    const Cells expected = {{"이름", "값"}, {"뷁두레", "1"}};
    EXPECT_EQ(read(text).rows, expected);
    EXPECT_EQ(read("\xEF\xBB\xBF" + text).rows, expected);
    EXPECT_EQ(read(cp949).rows, expected);
    EXPECT_EQ(read(wide).rows, expected);
    EXPECT_EQ(read(wide.substr(2)).rows, expected) << "also without its mark";
    EXPECT_EQ(encoding_of(cp949), "CP949");
}

TEST(TableSource, CsvQuotesAndWrappedTexts) {
    EXPECT_EQ(read("a,b\n\"1\n2\",\"x\"\"y\"\n=\"007\",'=1+1\nplain \"quote\",3\n").rows,
              (Cells{{"a", "b"}, {"1\n2", "x\"y"}, {"007", "=1+1"}, {"plain \"quote\"", "3"}}));
    EXPECT_EQ(read("a,b\n\n1,2").numbers, (std::vector<std::int64_t>{1, 2, 3})) << "an empty row is a row";
}

TEST(TableSource, XlsxNumbersDatesTruthAndTexts) {
    const std::string book = workbook(
        R"(<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2"><v>1234567891</v></c><c r="D2"><v>0.30000000000000004</v></c></row>)"
        R"(<row r="4"><c r="A4" s="1"><v>46352</v></c><c t="b"><v>1</v></c><c t="inlineStr"><is><t>in</t></is></c><c s="1"><v>46352.5</v></c><c t="e"><v>#N/A</v></c></row>)",
        R"(<si><r><t>두</t></r><r><t>레</t></r><rPh sb="0" eb="1"><t>ドゥレ</t></rPh></si>)",
        R"(<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;년&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>)");
    const Reading reading = read(book);
    EXPECT_EQ(reading.error, "");
    EXPECT_EQ(reading.rows, (Cells{{"", "두레", "1234567891", "0.3"},
                                   {"2026-11-26", "TRUE", "in", "2026-11-26 12:00", "#N/A"}}));
    EXPECT_EQ(reading.numbers, (std::vector<std::int64_t>{2, 4}));
}

TEST(TableSource, OdsRepeatsSpacesAndNotes) {
    const std::string book = ods(
        R"(<table:table table:name="empty"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>)"
        R"(<table:table table:name="두레"><table:table-row><table:table-cell office:value-type="string"><text:p>이<text:s text:c="2"/>름</text:p><office:annotation><text:p>note</text:p></office:annotation></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="12.50"><text:p>12.5</text:p></table:table-cell></table:table-row>)"
        R"(<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date" office:date-value="2026-11-26"><text:p>26.11.26</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row></table:table>)");
    const Reading reading = read(book);
    EXPECT_EQ(reading.error, "");
    EXPECT_EQ(
        reading.rows,
        (Cells{{"이  름", "", "12.5"}, {"2026-11-26", "TRUE", "TRUE"}, {"2026-11-26", "TRUE", "TRUE"}}));
    EXPECT_EQ(read(book, {.sheet = "empty"}).rows, Cells{});
}

TEST(TableSource, BadFilesAreRefusedByName) {
    struct Case {
        std::string bytes, error;
    };
    std::string truncated = workbook("<row><c><v>1</v></c></row>");
    truncated.resize(truncated.size() / 2);
    const Case cases[] = {
        {"", "tables.empty_file"},
        {" \n\n", "tables.empty_file"},
        {"%PDF-1.7", "tables.not_a_table"},
        {"\x89PNG\r\n", "tables.not_a_table"},
        {"<!DOCTYPE html><table>", "tables.not_a_table"},
        {std::string("a,b\n\0\1,2", 8), "tables.not_a_table"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old workbook", "tables.old_or_locked_workbook"},
        {"PK\x03\x04 no archive", "tables.damaged_archive"},
        {truncated, "tables.damaged_archive"},
        {zipped({{"word/document.xml", "<a/>"}}), "tables.unknown_archive"},
        {workbook("<row><c><v>1</row>"), "tables.damaged_sheet"},
        {workbook("<row r=\"3\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>"),
         "tables.damaged_sheet"},
        {workbook("<row r=\"1048577\"><c><v>1</v></c></row>"), "tables.too_many_rows"},
        {workbook("<row><c r=\"ZZZ1\"><v>1</v></c></row>"), "tables.too_many_columns"},
        {workbook("<row><c t=\"str\"><v>" + std::string(100'001, 'x') + "</v></c></row>"),
         "tables.cell_too_long"},
        {workbook("<row><c t=\"s\"><v>0</v></c></row>",
                  "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><si><t>&a;</t></si>"),
         "tables.damaged_sheet"},
        {ods(R"(<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>)"),
         "tables.too_many_rows"},
        {ods(R"(<table:table table:name="a"><table:table-row><table:table-cell table:number-columns-repeated="2000000000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>)"),
         "tables.too_many_columns"},
        {ods(""), "tables.no_sheet"},
        {"a,b\n\"1,2\n", "tables.unclosed_quote"},
        {"a,b\n\"1\"x,2\n", "tables.after_quote"},
        {std::string(600, ','), "tables.too_many_columns"},
        {"a,b\n" + std::string(100'001, 'x') + ",1\n", "tables.cell_too_long"},
    };
    for (const auto& [bytes, error] : cases) EXPECT_EQ(read(bytes).error, error) << bytes.substr(0, 60);
    EXPECT_EQ(read(workbook("<row><c><v>1</v></c></row>"), {.sheet = "none"}).error, "tables.no_such_sheet");
    EXPECT_EQ(read("a,b", {.encoding = "EBCDIC"}).error, "tables.unknown_encoding");
    EXPECT_EQ(read("a,b", {.separator = "x"}).error, "tables.unknown_separator");
}

TEST(TableSource, AZipBombIsLeftPacked) {
    const std::string blanks(8 << 20, ' ');
    const std::string bomb = workbook("<row><c><v>1</v></c></row>" + blanks + "<row><c><v>2</v></c></row>");
    EXPECT_LT(bomb.size(), 20'000u);
    SourceOptions narrow;
    narrow.limits.unpacked_bytes = 1 << 20;
    EXPECT_EQ(read(bomb, narrow).error, "tables.unpacks_too_large");
    EXPECT_EQ(read(bomb).rows.size(), 2u);
}

TEST(TableSource, SerialDates) {
    EXPECT_EQ(date_text(1, false), "1900-01-01");
    EXPECT_EQ(date_text(59, false), "1900-02-28");
    EXPECT_EQ(date_text(61, false), "1900-03-01");
    EXPECT_EQ(date_text(0, true), "1904-01-01");
    EXPECT_EQ(date_text(0.75, false), "18:00");
    EXPECT_EQ(date_text(46352.99999999, false), "2026-11-27") << "less than a minute before midnight";
    EXPECT_EQ(date_text(3e6, false), "3000000");
    EXPECT_TRUE(shows_date("yyyy\\-mm\\-dd"));
    EXPECT_FALSE(shows_date("#,##0.00 \"days\""));
    EXPECT_FALSE(shows_date("[Red]0.0"));
}

RC_GTEST_PROP(TableSource, WhatIsWrittenIsReadAgain, ()) {
    const auto letter =
        rc::gen::element<std::string>("a", ",", ";", "\"", "\n", "=", "+", "-", "@", "가", "'", "1", " ");
    const auto text =
        rc::gen::map(rc::gen::container<std::vector<std::string>>(letter), [](const auto& parts) {
            std::string all;
            for (const auto& part : parts) all += part;
            return all + 'x';
        });
    const auto rows = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(3, text)));
    Table table{.title = "t", .header = {"h1", "h2", "h3"}};
    Cells expected = {table.header};
    for (const auto& row : rows) {
        // An apostrophe before a formula's sign is what the writer adds itself.
        for (const auto& cell : row)
            RC_PRE(!(cell.starts_with('\'') &&
                     std::string_view("=+-@").find(cell[1]) != std::string_view::npos));
        table.rows.emplace_back(row.begin(), row.end());
        expected.push_back(row);
    }
    const std::string csv = to_csv(table);
    const Reading reading = read(csv, {.separator = ","});
    RC_ASSERT(reading.error == "");
    RC_ASSERT(reading.rows == expected);
}

}  // namespace
}  // namespace dure::tables
