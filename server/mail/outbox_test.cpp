// SPDX-License-Identifier: Apache-2.0
#include "server/mail/outbox.hpp"

#include <gmock/gmock.h>

#include "server/db/testing.hpp"
#include "server/mail/compose.hpp"
#include "server/mail/digest.hpp"
#include "server/mail/mime_text.hpp"
#include "server/mail/settings.hpp"
#include "server/mail/store.hpp"
#include "server/mail/unsubscribe.hpp"

namespace dure::mail {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr Instant kHour = 3600 * kSecond, kDay = 24 * kHour;
constexpr Instant kNow = 1'795'000'000 * kSecond;  // Wednesday, 2026-11-18, 20:06 in Seoul

class AnOutbox : public db::testing::EachDatabase {
  protected:
    AnOutbox() {
        db().write([](db::Connection& c) {
            for (const std::string id : {"kim", "lee", "away", "shown"})
                c.execute(
                    "INSERT INTO account (id, email, email_folded, name, name_key, search, password_hash, "
                    "active, "
                    "example, language, created, updated) VALUES ($1, $2, $2, $1, '', '', '', $3, $4, $5, 0, "
                    "0)",
                    id, id + "@firm.example", id != "away", id == "shown", id == "lee" ? "en" : "ko");
        });
    }
    std::optional<std::int64_t> put(const std::string& account, const std::string& kind = "account.test",
                                    Instant at = kNow) {
        return db().write(
            [&](db::Connection& c) { return queue(c, account, {.kind = kind, .path = "/"}, at); });
    }
    Stored mail(std::int64_t number) {
        return *db().read([&](db::Connection& c) { return find_mail(c, number); });
    }
    void choose(const std::string& account, const std::string& topic, Rhythm rhythm) {
        db().write([&](db::Connection& c) {
            Settings settings = settings_of(c, account);
            settings.choices[topic] = rhythm;
            EXPECT_TRUE(save_settings(c, account, settings, kNow));
        });
    }
    std::size_t sendable_at(Instant at) {
        return db().read([&](db::Connection& c) { return sendable(c, at, 100).size(); });
    }
};
DURE_ON_EACH_DATABASE(AnOutbox);

TEST_P(AnOutbox, WritesInTheReadersLanguage) {
    EXPECT_EQ(mail(*put("kim")).subject, "두레 시험 메일");
    EXPECT_EQ(mail(*put("lee")).subject, "A test mail of Dure");
    EXPECT_THAT(mail(*put("lee")).body, HasSubstr("Dear lee"));
}

TEST_P(AnOutbox, TakesNothingForWhoIsGoneAndOnlyShowsWhatTheExamplesPeopleGet) {
    EXPECT_FALSE(put("away"));
    EXPECT_FALSE(put("nobody"));
    EXPECT_EQ(mail(*put("shown")).state, State::kept);
    EXPECT_EQ(sendable_at(kNow), 0u);
}

TEST_P(AnOutbox, RefusesAKindWithoutTopic) {
    EXPECT_THROW(put("kim", "weather.rain"), std::invalid_argument);
}

TEST_P(AnOutbox, GoesBackWithItsTransaction) {
    EXPECT_THROW(db().write([&](db::Connection& c) {
        queue(c, "kim", {.kind = "account.test"}, kNow);
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(sendable_at(kNow), 0u);
}

TEST_P(AnOutbox, FollowsWhatThePersonChose) {
    choose("kim", "task", Rhythm::never);
    EXPECT_FALSE(put("kim", "task.assigned"));
    EXPECT_TRUE(put("kim", "mailing.news"));
    choose("kim", "account", Rhythm::never);
    EXPECT_TRUE(put("kim")) << "mails of the account cannot be muted";
    choose("kim", "task", Rhythm::daily);
    EXPECT_EQ(mail(*put("kim", "task.assigned")).state, State::held);
}

TEST_P(AnOutbox, GathersADigestAtEightInTheMorning) {
    choose("lee", "task", Rhythm::daily);
    const auto first = *put("lee", "task.assigned", kNow),
               second = *put("lee", "task.assigned", kNow + kHour);
    make_digests(db(), kNow + 11 * kHour, "Asia/Seoul", "https://dure.example");
    EXPECT_EQ(mail(first).state, State::held) << "six minutes past seven";
    make_digests(db(), kNow + 12 * kHour, "Asia/Seoul", "https://dure.example");
    EXPECT_EQ(mail(first).state, State::digested);
    ASSERT_EQ(mail(first).digest, mail(second).digest);
    EXPECT_EQ(mail(*mail(first).digest).subject, "Your day in Dure: 2");
    EXPECT_EQ(sendable_at(kNow + 12 * kHour), 1u);
    make_digests(db(), kNow + 40 * kHour, "Asia/Seoul", "https://dure.example");
    EXPECT_EQ(sendable_at(kNow + 40 * kHour), 1u) << "nothing new: no digest";
}

TEST(ADigest, GoesOutWeeklyOnMondays) {
    EXPECT_EQ((next_digest(kNow, "daily", "Asia/Seoul") - kNow) / kHour, 11);
    EXPECT_EQ((next_digest(kNow, "weekly", "Asia/Seoul") - kNow) / kDay, 4);
    const Instant monday = next_digest(kNow, "weekly", "Asia/Seoul");
    EXPECT_EQ(next_digest(monday, "weekly", "Asia/Seoul") - monday, 7 * kDay);
}

TEST_P(AnOutbox, OffersOnlyTheFirstMailOfAReader) {
    put("kim"), put("kim"), put("lee");
    EXPECT_EQ(sendable_at(kNow), 2u);
}

TEST_P(AnOutbox, LetsOneSenderHaveAMail) {
    const auto number = *put("kim");
    db().write([&](db::Connection& c) {
        const Stored one = *find_mail(c, number);
        EXPECT_TRUE(take(c, one, "<1@x>", "a", kNow, kNow + kHour));
        EXPECT_FALSE(take(c, one, "<2@x>", "b", kNow, kNow + kHour));
        EXPECT_FALSE(set_sent(c, number, "b", kNow));
        recover(c, kNow + 2 * kHour);
        EXPECT_TRUE(take(c, one, "<2@x>", "b", kNow, kNow + kHour));
        EXPECT_EQ(find_mail(c, number)->message_id, "<1@x>") << "its name is fixed";
        EXPECT_FALSE(set_sent(c, number, "a", kNow));
        EXPECT_TRUE(set_sent(c, number, "b", kNow));
    });
}

TEST_P(AnOutbox, ForgetsWhatIsTooOld) {
    const auto number = *db().write([&](db::Connection& c) {
        return queue(c, "kim",
                     {.kind = "account.reset", .path = "/link#t", .until = kNow + kDay, .secret = true},
                     kNow);
    });
    EXPECT_EQ(sendable_at(kNow + 2 * kDay), 0u);
    db().write([&](db::Connection& c) {
        tidy(c, kNow + 2 * kDay, kNow - kDay);
        EXPECT_EQ(find_mail(c, number)->state, State::expired);
        EXPECT_EQ(find_mail(c, number)->path, "");
        EXPECT_FALSE(retry(c, *find_mail(c, number), kNow + 2 * kDay)) << "its key is gone";
        tidy(c, kNow + 9 * kDay, kNow + 8 * kDay);
        EXPECT_FALSE(find_mail(c, number));
    });
}

TEST_P(AnOutbox, WithdrawsAnEarlierLink) {
    const auto number = *put("kim", "account.reset");
    db().write([&](db::Connection& c) { withdraw(c, "kim", "account.reset", kNow); });
    EXPECT_EQ(mail(number).state, State::cancelled);
    EXPECT_EQ(mail(number).path, "");
}

TEST_P(AnOutbox, MakesItsKeyOnce) {
    const auto random = [](std::span<std::byte> bytes) { std::ranges::fill(bytes, std::byte{7}); };
    const auto key = unsubscribe_key(db(), random, kNow);
    EXPECT_GE(key.size(), 43u);
    EXPECT_EQ(unsubscribe_key(db(), [](std::span<std::byte>) { FAIL(); }, kNow), key);
}

TEST(ALinkToUnsubscribe, IsWorthNothingWhenItWasMadeUpOrChanged) {
    const Unsubscription what{.address = "kim@firm.example", .topic = "mailing"};
    const auto token = unsubscribe_token(what, "key");
    ASSERT_TRUE(read_unsubscribe_token(token, "key"));
    EXPECT_EQ(read_unsubscribe_token(token, "key")->address, what.address);
    EXPECT_FALSE(read_unsubscribe_token(token, "another"));
    EXPECT_FALSE(read_unsubscribe_token(token, ""));
    for (std::size_t at = 0; at < token.size(); ++at) {
        std::string bad = token;
        bad[at] = bad[at] == 'A' ? 'B' : 'A';
        const auto read = read_unsubscribe_token(bad, "key");
        EXPECT_TRUE(!read || read->address == what.address) << at;  // unused bits of the last character
    }
    for (const std::string bad : {"", "A", "====", "한글"})
        EXPECT_FALSE(read_unsubscribe_token(bad, "key")) << bad;
}

TEST(AMessage, LetsNobodyWriteHeadersOrMarkup) {
    const House house{.from_address = "dure@institute.example",
                      .from_name = "D",
                      .public_url = "https://d.example",
                      .unsubscribe_key = "k"};
    Stored mail{.number = 7,
                .address = "kim@firm.example",
                .name = "Kim\"\r\nBcc: x@y.example",
                .language = "en",
                .topic = "mailing",
                .subject = "Hi\r\nBcc: x@y.example",
                .body = "<script>x</script>\n\nTwo",
                .action = "Go",
                .path = "/a?b=\"c"};
    const auto text = message(mail, house);
    EXPECT_THAT(text, Not(HasSubstr("\nBcc:")));
    EXPECT_THAT(text, HasSubstr("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    EXPECT_THAT(html_body(mail, house), HasSubstr("&lt;script&gt;"));
    EXPECT_THAT(html_body(mail, house), HasSubstr("https://d.example/a?b=&quot;c"));
    EXPECT_THAT(plain_body(mail, house), HasSubstr("https://d.example/unsubscribe#"));
    mail.topic = "account";
    EXPECT_THAT(message(mail, house), Not(HasSubstr("List-Unsubscribe")));
    EXPECT_THAT(plain_body(mail, house), Not(HasSubstr("/unsubscribe")));
}

TEST(AMessage, IsAsciiInShortLines) {
    Stored mail{
        .number = 1,
        .address = "a@b.example",
        .name = "김두레",
        .language = "ko",
        .topic = "task",
        .subject = std::string("가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다라마바사"),
        .body = std::string(5000, 'x')};
    const auto text = message(mail, {.from_address = "d@i.example", .from_name = "기관"});
    std::size_t line = 0;
    for (const char c : text) {
        EXPECT_LT(static_cast<unsigned char>(c), 0x80);
        line = c == '\n' ? 0 : line + 1;
        ASSERT_LE(line, 100u);
    }
}

TEST(Base64, GivesBackWhatWasPutIn) {
    for (const std::string text : {"", "a", "ab", "abc", "abcd", "두레"})
        EXPECT_EQ(from_base64(base64_lines(text)), text);
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(from_quoted_printable("a=3Db=\r\nc=ZZ="), "a=bc=ZZ=");
}

TEST(AnAddress, IsRefusedWhenItCouldBeACommand) {
    EXPECT_TRUE(is_sendable("kim@firm.example"));
    for (const std::string bad :
         {"", "@", "a@", "@b", "a@b@c", "a b@c", "a>@b", "a\r\nRCPT@b", "\"a\"@b", "김@b"})
        EXPECT_FALSE(is_sendable(bad)) << bad;
}

}  // namespace
}  // namespace dure::mail
