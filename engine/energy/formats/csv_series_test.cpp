// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/csv_series.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dure::energy {
namespace {

TEST(CsvSeries, ReadsTheColumnsAskedForWhateverTheSeparator) {
    for (const std::string separator : {",", ";", "\t", "|"}) {
        const auto text = "time" + separator + "pv" + separator + "load\r\nnoon" + separator + "0.5" +
                          separator + "+1e2\r\n";
        const auto columns = read_csv_series(text, "s.csv", {"load", "pv"}, 1);
        ASSERT_TRUE(columns) << separator;
        EXPECT_EQ(columns->at("load"), std::vector<double>{100});
        EXPECT_EQ(columns->at("pv"), std::vector<double>{0.5});
    }
}

TEST(CsvSeries, QuotesMayHoldSeparatorsQuotesAndLineEnds) {
    const auto t = read_csv_table("\xEF\xBB\xBF\"a,\"\"b\"\"\",c\n\"one\ntwo\",3\n\n4,5", "q.csv");
    ASSERT_TRUE(t);
    EXPECT_EQ(t->header, (std::vector<std::string>{"a,\"b\"", "c"}));
    EXPECT_EQ(t->rows[0][0], "one\ntwo");
    EXPECT_EQ(t->lines, (std::vector<int>{2, 5}));
}

TEST(CsvSeries, ReadsKoreanNames) {
    EXPECT_EQ(read_csv_series("시각,전력\n1,2\n", "k.csv", {"전력"})->at("전력"), std::vector<double>{2});
}

TEST(CsvSeries, BadInputsAreRefusedWithCodeAndLine) {
    struct Case {
        const char* why;
        const char* code;
        int line;
        std::string text;
        Params params = {};
    };
    const Case cases[] = {
        {"empty", "csv.empty", 0, ""},
        {"only a mark", "csv.empty", 0, "\xEF\xBB\xBF"},
        {"only blank lines", "csv.empty", 0, "\n\r\n\n"},
        {"CP949", "csv.cp949", 1, "\xBD\xC3\xB0\xA2,load\n1,2\n"},
        {"UTF-16", "csv.utf16", 0, std::string("\xFF\xFEt\0,\0", 6)},
        {"Latin-1", "csv.not_utf8", 2, "a,load\n\xE9 ,2\n"},
        {"a zip file", "csv.binary", 1, std::string("PK\x03\x04\0\0", 6)},
        {"quote never closed", "csv.open_quote", 2, "a,load\n\"1,2\n3,4\n"},
        {"quote in the middle", "csv.stray_quote", 2, "a,load\n1\"2\",2\n"},
        {"text after a quote", "csv.stray_quote", 2, "a,load\n\"1\"2,2\n"},
        {"doubled column", "csv.doubled_column", 1, "load,load\n1,2\n", {{"column", "load"}}},
        {"unnamed column", "csv.unnamed_column", 1, "a,,load\n1,2,3\n", {{"position", "2"}}},
        {"cell missing", "csv.wrong_count", 3, "a,load\n1,2\n3\n", {{"expected", "2"}, {"found", "1"}}},
        {"cell too many", "csv.wrong_count", 2, "a,load\n1,2,3\n", {{"expected", "2"}, {"found", "3"}}},
        {"no such column", "csv.unknown_column", 1, "a,lod\n1,2\n", {{"column", "load"}, {"nearest", "lod"}}},
        {"numbers as header", "csv.unknown_column", 1, "1,2\n3,4\n", {{"column", "load"}, {"nearest", "1"}}},
        {"empty cell", "csv.empty_cell", 2, "a,load\n1,\n", {{"column", "load"}}},
        {"blank cell", "csv.empty_cell", 2, "a,load\n1,  \n", {{"column", "load"}}},
        {"word", "csv.bad_number", 2, "a,load\n1,much\n", {{"column", "load"}, {"text", "much"}}},
        {"number with unit", "csv.bad_number", 2, "a,load\n1,3 MW\n", {{"column", "load"}, {"text", "3 MW"}}},
        {"missing by dash", "csv.bad_number", 2, "a,load\n1,-\n", {{"column", "load"}, {"text", "-"}}},
        {"hexadecimal", "csv.bad_number", 2, "a,load\n1,0x10\n", {{"column", "load"}, {"text", "0x10"}}},
        {"two signs", "csv.bad_number", 2, "a,load\n1,+-1\n", {{"column", "load"}, {"text", "+-1"}}},
        {"decimal comma", "csv.decimal_comma", 2, "a;load\n1;2,5\n", {{"column", "load"}, {"text", "2,5"}}},
        {"thousands",
         "csv.decimal_comma",
         2,
         "a,load\n1,\"1,234.5\"\n",
         {{"column", "load"}, {"text", "1,234.5"}}},
        {"not a number", "csv.not_finite", 2, "a,load\n1,NaN\n", {{"column", "load"}, {"text", "NaN"}}},
        {"infinite", "csv.not_finite", 2, "a,load\n1,-inf\n", {{"column", "load"}, {"text", "-inf"}}},
        {"overflow", "csv.not_finite", 2, "a,load\n1,1e999\n", {{"column", "load"}, {"text", "1e999"}}},
    };
    for (const auto& c : cases) {
        const auto read = read_csv_series(c.text, "bad.csv", {"load"});
        ASSERT_FALSE(read) << c.why;
        ASSERT_EQ(read.error().size(), 1u) << c.why;
        EXPECT_EQ(read.error()[0].code, c.code) << c.why;
        EXPECT_EQ(read.error()[0].line, c.line) << c.why;
        EXPECT_EQ(read.error()[0].file, "bad.csv") << c.why;
        if (!c.params.empty()) {
            EXPECT_EQ(read.error()[0].params, c.params) << c.why;
        }
    }
}

TEST(CsvSeries, NamesEveryBadCellAtOnceAndCountsTheRest) {
    std::string text = "load\n";
    for (int i = 0; i < 60; ++i) text += "x\n";
    const auto read = read_csv_series(text, "f.csv", {"load"}, 59);
    ASSERT_FALSE(read);
    ASSERT_EQ(read.error().size(), 51u);
    EXPECT_EQ(read.error()[0].code, "csv.wrong_rows");
    EXPECT_EQ(read.error()[1].line, 2);
    EXPECT_EQ(read.error()[2].line, 3);
    EXPECT_EQ(read.error().back().params, (Params{{"count", "11"}}));
}

RC_GTEST_PROP(CsvSeries, CellsAreReadBackAsWritten, ()) {
    const auto cells = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(
        rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab\",;\n\r ")))));
    std::string header, row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        header += (i ? "," : "") + std::string("h") + std::to_string(i);
        row += (i ? "," : "") + (cells.size() == 1 && cells[i].empty() ? "\"\"" : csv_cell(cells[i]));
    }
    RC_PRE(cells.size() > 1);
    const auto table = read_csv_table(header + "\n" + row, "r.csv");
    RC_ASSERT(table.has_value());
    RC_ASSERT(table->rows.at(0) == cells);
}

}  // namespace
}  // namespace dure::energy
