// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/segments.hpp"

#include <gtest/gtest.h>

#include "engine/search/utf.hpp"

namespace dure::desks::network {
namespace {

/// Marked parts in brackets.
std::string shown(const std::string& text, const std::vector<search::Mark>& marks,
                  std::size_t most = std::string::npos) {
    std::string all;
    for (const Segment& s : segments_of(text, marks, most)) all += s.marked ? "[" + s.text + "]" : s.text;
    return all;
}

TEST(Segments, cut_a_text_where_its_marks_are) {
    EXPECT_EQ(shown("robots and pumps", {{0, 6}, {11, 16}}), "[robots] and [pumps]");
    EXPECT_EQ(shown("robots", {}), "robots");
    EXPECT_TRUE(segments_of("", {}).empty());
}

TEST(Segments, show_a_window_around_the_first_mark) {
    const std::string text = "one two three four five six seven eight nine ten";
    EXPECT_EQ(shown(text, {{34, 39}}, 20), "… seven [eight] nine ten");
    EXPECT_EQ(shown(text, {}, 20), "one two three four …");
}

TEST(Segments, split_no_letter) {
    const std::string text = "가나다라마바사아자차카타파하";
    for (std::size_t most = 1; most < text.size() + 2; ++most)
        for (const Segment& s : segments_of(text, {{18, 21}}, most))
            EXPECT_TRUE(search::is_utf8(s.text)) << most << ' ' << s.text;
}

}  // namespace
}  // namespace dure::desks::network
