// SPDX-License-Identifier: Apache-2.0
#include "server/mail/bounces.hpp"

#include <gmock/gmock.h>

#include "server/db/testing.hpp"
#include "server/mail/mime.hpp"
#include "server/mail/outbox.hpp"
#include "server/mail/settings.hpp"
#include "server/mail/store.hpp"

namespace dure::mail {
namespace {

std::string report(const std::string& recipient, const std::string& status, const std::string& message_id) {
    return "From: MAILER-DAEMON@mx.example\r\nContent-Type: multipart/report; "
           "report-type=delivery-status;\r\n"
           "\tboundary=\"b1\"\r\n\r\npreamble\r\n--b1\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b1\r\n"
           "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; "
           "mx.example\r\n\r\nFinal-Recipient: "
           "rfc822; " +
           recipient + "\r\nAction: failed\r\nStatus: " + status +
           "\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n  no such reader\r\n\r\n--b1\r\nContent-Type: "
           "message/rfc822\r\n\r\nSubject: x\r\nMessage-ID: " +
           message_id + "\r\n\r\nbody\r\n--b1--\r\n";
}

TEST(AReport, NamesTheReaderTheReasonAndTheMail) {
    const auto bounces = read_bounces(report("kim@firm.example", "5.1.1", "<7.1@i.example>"));
    ASSERT_TRUE(bounces) << bounces.error().code;
    ASSERT_EQ(bounces->size(), 1u);
    const Bounce& one = bounces->front();
    EXPECT_EQ(one.recipient, "kim@firm.example");
    EXPECT_TRUE(one.lasting);
    EXPECT_EQ(one.said, "550 5.1.1 no such reader");
    EXPECT_EQ(one.message_id, "<7.1@i.example>");
    EXPECT_FALSE(read_bounces(report("a@b.example", "4.4.1", ""))->front().lasting);
}

TEST(AMessageFromOutside, IsRefusedByWhatIsWrongWithIt) {
    std::string deep = "Content-Type: multipart/mixed; boundary=b\n\n";
    for (int i = 0; i < 20; ++i)
        deep = "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" +
               std::to_string(i) + "\n" + deep;
    std::string many = "Content-Type: multipart/mixed; boundary=b\n\n";
    for (int i = 0; i < 200; ++i) many += "--b\n\nx\n";
    const std::pair<std::string, std::string> cases[] = {
        {"", "mime.no_header"},
        {"no header at all", "mime.no_header"},
        {deep, "mime.too_deep"},
        {many, "mime.too_many_parts"},
        {std::string(kMimeBytes + 1, 'a'), "mime.too_large"},
        {"Subject: Re: hello\n\nI am on leave.", "bounce.no_report"},
        {"Content-Type: multipart/report; boundary=\n\n--\n", "bounce.no_report"},
        {"Content-Type: multipart/report; boundary=\"b\n\n--b\n", "bounce.no_report"},
        {"Content-Type: message/delivery-status\n\nAction: failed\n", "bounce.no_report"},
    };
    for (const auto& [text, code] : cases) {
        const auto read = read_bounces(text);
        ASSERT_FALSE(read) << text.substr(0, 80);
        EXPECT_EQ(read.error().code, code) << text.substr(0, 80);
    }
}

TEST(AMessageFromOutside, IsReadInItsEncodings) {
    const auto part = read_mime(
        "From x\nSubject: a\n b\nContent-Type: multipart/mixed; boundary=\"--x y\"\n\n----x y\n"
        "Content-Transfer-Encoding: Base64\n\n6r\nCA\n----x y\n\nplain\n----x y--\nepilogue");
    ASSERT_TRUE(part);
    EXPECT_EQ(part->header("subject"), "a b");
    ASSERT_EQ(part->parts.size(), 2u);
    EXPECT_EQ(part->parts[0].body, "가");
    EXPECT_EQ(part->parts[1].body, "plain\n");
}

class Bounces : public db::testing::EachDatabase {};
DURE_ON_EACH_DATABASE(Bounces);

TEST_P(Bounces, AreBelievedOnlyOfMailsThatWereSentToTheAddress) {
    db().write([&](db::Connection& c) {
        const auto number =
            *queue(c, Reader{"Kim@firm.example", "Kim", "en"}, {.kind = "account.test"}, 1000);
        take(c, *find_mail(c, number), "<1@i>", "w", 1000, 2000);
        set_sent(c, number, "w", 1500);
        const auto record = [&](const std::string& recipient, const std::string& status,
                                const std::string& id) {
            return record_bounces(c, *read_bounces(report(recipient, status, id)), 3000);
        };
        EXPECT_EQ(record("kim@firm.example", "5.1.1", "<2@i>").unknown, 1);
        EXPECT_EQ(record("lee@firm.example", "5.1.1", "<1@i>").unknown, 1);
        EXPECT_EQ(record("kim@firm.example", "4.2.2", "<1@i>").mails, 0);
        EXPECT_EQ(find_mail(c, number)->state, State::sent);
        const auto full = record("kim@firm.example", "5.2.2", "<1@i>");
        EXPECT_EQ(full.mails, 1);
        EXPECT_EQ(full.addresses, 0) << "a full letter box is emptied some day";
        EXPECT_EQ(record("kim@firm.example", "5.1.1", "<1@i>").addresses, 1);
        EXPECT_EQ(find_mail(c, number)->state, State::bounced);
        EXPECT_TRUE(is_blocked(c, "kim@firm.example", "task"));
        EXPECT_FALSE(queue(c, Reader{"kim@firm.example", "Kim", "en"}, {.kind = "account.test"}, 4000));
    });
}

}  // namespace
}  // namespace dure::mail
