// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/records.hpp"

#include <gtest/gtest.h>

namespace dure::search {
namespace {

TEST(Records, are_read_with_whatever_separator_the_header_has) {
    for (const char separator : std::string(",;\t|%")) {
        std::string text = "\xEF\xBB\xBFid_name_city\r\n1_\"A \"\"B\"\"_x\"_\n\n2_C\r";
        for (char& c : text) {
            if (c == '_') c = separator;
        }
        const auto read = read_records(text, "t");
        ASSERT_TRUE(read.has_value()) << separator << read.error().front().code;
        ASSERT_EQ(read->columns.size(), 2U);
        ASSERT_EQ(read->rows.size(), 2U);
        EXPECT_EQ(read->rows[0].values[0], std::string("A \"B\"") + separator + "x");
        EXPECT_EQ(read->rows[1].id, "2");
        EXPECT_EQ(read->rows[1].values[1], "");
    }
}

TEST(Records, keep_a_quote_within_an_unquoted_value) {
    const auto read = read_records("id,name\n1,7\" pump\n2,\"7\"\" pump\" big\n", "t");
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->rows[0].values[0], "7\" pump");
    EXPECT_EQ(read->rows[1].values[0], "7\" pump big");
}

TEST(Records, name_what_is_wrong_and_where) {
    struct Case {
        const char* text;
        const char* code;
        int line;
    };
    const Case cases[] = {{"", "csv.empty", 0},
                          {"\n\n", "csv.empty", 0},
                          {"id,name\n", "csv.empty", 0},
                          {"id\n1\n", "records.one_column", 1},
                          {"id,name\n,x\n", "records.no_id", 2},
                          {"id,name\n1,x\n\n1,y\n", "records.doubled_id", 4},
                          {"id,name\n1,x,y\n", "csv.wrong_count", 2},
                          {"id,name\n1,\"x\n2,y\n", "csv.open_quote", 2},
                          {"id,name\n1,\xFF\n", "csv.not_utf8", 2}};
    for (const Case& c : cases) {
        const auto read = read_records(c.text, "t.csv");
        ASSERT_FALSE(read.has_value()) << c.code;
        EXPECT_EQ(read.error().front().code, c.code);
        EXPECT_EQ(read.error().front().line, c.line) << c.code;
        EXPECT_EQ(read.error().front().file, "t.csv");
    }
}

}  // namespace
}  // namespace dure::search
