// SPDX-License-Identifier: Apache-2.0
// What is refused of a file is told in both languages: the codes that server/tables answers with.
#include <gtest/gtest.h>

#include "server/codec/messages.hpp"

namespace dure::imports {
namespace {

TEST(ImportSentences, EveryRefusalOfAFileHasOneInEachLanguage) {
    for (const std::string code : {"tables.after_quote",       "tables.cell_too_long",
                                   "tables.damaged_archive",   "tables.damaged_sheet",
                                   "tables.empty_file",        "tables.locked_workbook",
                                   "tables.no_sheet",          "tables.no_such_sheet",
                                   "tables.not_a_table",       "tables.old_or_locked_workbook",
                                   "tables.too_many_columns",  "tables.too_many_files",
                                   "tables.too_many_rows",     "tables.unclosed_quote",
                                   "tables.unknown_archive",   "tables.unknown_encoding",
                                   "tables.unknown_separator", "tables.unpacks_too_large",
                                   "imports.no_headings",      "imports.no_rows",
                                   "imports.column_needed",    "imports.bad_cells_left",
                                   "imports.changed_since",    "imports.unit_mismatch"})
        for (const auto* language : {"ko", "en"})
            EXPECT_NE(codec::Messages::embedded().sentence(language, "error." + code), "error." + code)
                << language;
}

TEST(ImportSentences, SayWhatToDo) {
    EXPECT_EQ(codec::Messages::embedded().sentence("en", "error.tables.unclosed_quote", {{"row", "72"}}),
              "A quote that opens in row 72 is never closed.");
    EXPECT_EQ(codec::Messages::embedded().sentence("ko", "error.imports.not_a_date", {{"found", "어제"}}),
              "“어제”은(는) 날짜가 아닙니다. 2026-11-26처럼 쓰세요.");
}

}  // namespace
}  // namespace dure::imports
