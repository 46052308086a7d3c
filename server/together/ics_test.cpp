// SPDX-License-Identifier: Apache-2.0
#include "server/together/ics.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dure::together {
namespace {

TEST(Ics, EscapesTextsAsRfc5545Has) {
    const struct {
        std::string text, written;
    } table[] = {{"a", "a"},          {"a,b;c", "a\\,b\\;c"}, {"C:\\", "C:\\\\"}, {"one\ntwo", "one\\ntwo"},
                 {"x\r\ny", "x\\ny"}, {"a\tb\x01", "a b"},    {"한글", "한글"},   {"\"q\":", "\"q\":"}};
    for (const auto& [text, written] : table) EXPECT_EQ(escaped(text), written);
}

TEST(Ics, FoldsAtSeventyFiveOctetsBetweenCharacters) {
    EXPECT_EQ(folded_line(std::string(75, 'a')), std::string(75, 'a') + "\r\n");
    EXPECT_EQ(folded_line(std::string(76, 'a')), std::string(75, 'a') + "\r\n a\r\n");
    EXPECT_EQ(folded_line(std::string(74, 'a') + "한"), std::string(74, 'a') + "\r\n 한\r\n");
}

/// RFC 5545, 3.1: what was folded is the line again once CRLF and a blank are taken out.
RC_GTEST_PROP(IcsProperty, LinesUnfoldToWhatTheyWere, (const std::vector<std::uint8_t>& picks)) {
    constexpr const char* kinds[] = {"a", "é", "한", "🙂"};
    std::string line;
    for (const auto pick : picks) line += kinds[pick % 4];
    const std::string folded = folded_line(line);
    std::string unfolded;
    std::size_t width = 0;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if (folded[at] == '\r') {
            RC_ASSERT(width <= 75u);
            width = folded.compare(at, 3, "\r\n ") == 0 ? 1 : 0;
            at += width + 1;
            continue;
        }
        unfolded += folded[at];
        ++width;
    }
    RC_ASSERT(unfolded == line);
}

TEST(Ics, WritesDaysAndHoursWithStableNames) {
    const std::string text = to_ics({{.kind = "task",
                                      .id = "1",
                                      .title = "Call",
                                      .path = "/tasks?task=1",
                                      .day = "2026-12-31",
                                      .begins = {},
                                      .done = true},
                                     {.kind = "board_meeting",
                                      .id = "2",
                                      .title = "Board",
                                      .path = "/board/2",
                                      .day = "2026-12-01",
                                      .begins = 1'796'086'800 * kSecond,
                                      .place = "대구"}},
                                    {.name = "Kim", .public_url = "https://dure.example", .language = "en"});
    EXPECT_EQ(
        text,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Dure//Calendar//EN\r\nCALSCALE:GREGORIAN\r\n"
        "X-WR-CALNAME:Kim\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"
        "BEGIN:VEVENT\r\nUID:task-1@dure\r\nDTSTAMP:19700101T000000Z\r\nLAST-MODIFIED:19700101T000000Z\r\n"
        "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nTRANSP:TRANSPARENT\r\n"
        "SUMMARY:✓ task: Call\r\nCATEGORIES:task\r\nURL:https://dure.example/tasks?task=1\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:board_meeting-2@dure\r\nDTSTAMP:19700101T000000Z\r\n"
        "LAST-MODIFIED:19700101T000000Z\r\nDTSTART:20261201T010000Z\r\nSUMMARY:board_meeting: Board\r\n"
        "CATEGORIES:board_meeting\r\nLOCATION:대구\r\nURL:https://dure.example/board/2\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

}  // namespace
}  // namespace dure::together
