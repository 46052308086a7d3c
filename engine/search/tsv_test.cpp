// SPDX-License-Identifier: Apache-2.0
#include "engine/search/tsv.hpp"

#include <gtest/gtest.h>

namespace dure::search {
namespace {

TEST(Tsv, reads_ids_and_texts) {
    const auto lines = read_tsv(
        "\xEF\xBB\xBF"
        "a\tone\ttwo\r\n\n b1\t\n",
        "t");
    ASSERT_FALSE(lines.has_value());  // the id " b1" begins with a blank
    const auto good = read_tsv(
        "\xEF\xBB\xBF"
        "a\tone\ttwo\r\n\nb\t",
        "t");
    ASSERT_TRUE(good.has_value());
    ASSERT_EQ(good->size(), 2U);
    EXPECT_EQ(good->front().text, "one\ttwo");
    EXPECT_EQ(good->back().line, 3);
}

TEST(Tsv, names_what_is_wrong_and_where) {
    struct Case {
        const char* text;
        const char* code;
        int line;
    };
    const Case cases[] = {{"", "tsv.empty", 0},
                          {"\n \n", "tsv.empty", 0},
                          {"a b", "tsv.no_tab", 1},
                          {"\ttext", "tsv.no_id", 1},
                          {"a b\tc", "tsv.blank_in_id", 1},
                          {"a\tx\n\na\ty", "tsv.doubled_id", 3},
                          {"a\t\xFF", "tsv.not_utf8", 1}};
    for (const Case& c : cases) {
        const auto read = read_tsv(c.text, "t.tsv");
        ASSERT_FALSE(read.has_value()) << c.code;
        EXPECT_EQ(read.error().front().code, c.code);
        EXPECT_EQ(read.error().front().line, c.line) << c.code;
        EXPECT_EQ(read.error().front().file, "t.tsv");
    }
}

TEST(Tsv, stops_at_fifty_errors) {
    std::string text;
    for (int i = 0; i < 80; ++i) text += "x\n";
    EXPECT_EQ(read_tsv(text, "t").error().size(), 50U);
}

}  // namespace
}  // namespace dure::search
