// SPDX-License-Identifier: Apache-2.0
#include "server/tables/table.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace dure::tables {
namespace {

Table sample() {
    return {.title = "요약: [1]",
            .header = {"이름", "Capacity (MW)"},
            .rows = {{std::string("wind"), 12.5}, {std::string("=HYPERLINK(\"x\")"), std::monostate()}}};
}

TEST(Tables, CsvHasAMarkQuotesAndNoFormula) {
    EXPECT_EQ(to_csv(sample()),
              "\xEF\xBB\xBF이름,Capacity (MW)\r\nwind,12.5\r\n\"'=HYPERLINK(\"\"x\"\")\",\r\n");
    for (const char* text : {"=1+1", "+1", "-1", "@sum", "\tx"}) {
        const std::string csv = to_csv({.title = "t", .header = {"h"}, .rows = {{std::string(text)}}});
        EXPECT_NE(csv.find(std::string("'") + text), std::string::npos) << text;
    }
}

TEST(Tables, CsvWritesNegativeNumbersAsNumbers) {
    EXPECT_EQ(to_csv({.title = "t", .header = {"h"}, .rows = {{-1.5}}}), "\xEF\xBB\xBFh\r\n-1.5\r\n");
}

/// What stands in a file of the zip archive.
std::string unzipped(const std::string& archive, const std::string& name) {
    const auto path = std::filesystem::temp_directory_path() / "dure_table_test.xlsx";
    std::ofstream(path, std::ios::binary) << archive;
    FILE* pipe = popen(("unzip -p " + path.string() + " " + name).c_str(), "r");
    std::string text;
    char buffer[4096];
    while (const std::size_t got = fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, got);
    EXPECT_EQ(pclose(pipe), 0);
    std::filesystem::remove(path);
    return text;
}

TEST(Tables, XlsxIsAWorkbookWithASheetEach) {
    const Table tables[] = {sample(), {.title = "two", .header = {"h"}, .rows = {{1.0}}}};
    const std::string book = to_xlsx(tables);
    EXPECT_TRUE(book.starts_with("PK"));
    EXPECT_NE(unzipped(book, "xl/workbook.xml").find("요약- -1-"), std::string::npos);
    const std::string sheet = unzipped(book, "xl/worksheets/sheet1.xml");
    EXPECT_NE(sheet.find("12.5"), std::string::npos);
    EXPECT_NE(sheet.find("HYPERLINK"), std::string::npos);
    EXPECT_EQ(sheet.find("<f>"), std::string::npos) << "no formula";
}

}  // namespace
}  // namespace dure::tables
