// SPDX-License-Identifier: Apache-2.0
#include "server/mail/sender.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>
#include <thread>

#include "server/db/system.hpp"
#include "server/db/testing.hpp"
#include "server/mail/outbox.hpp"
#include "server/mail/settings.hpp"
#include "server/mail/store.hpp"
#include "server/mail/testing.hpp"

namespace dure::mail {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;
using testing::SmtpForTests;

Instant now() {
    return db::system_clock()();
}

class ASender : public db::testing::EachDatabase {
  protected:
    static SenderOptions options(const SmtpServer& server) {
        return {.server = server,
                .house = {.from_address = "dure@institute.example",
                          .from_name = "두레",
                          .public_url = "https://dure.example",
                          .unsubscribe_key = "key"},
                .first = milliseconds(40),
                .longest = milliseconds(200),
                .poll = milliseconds(10),
                .tidy = milliseconds(50)};
    }
    std::int64_t put(const std::string& address, const std::string& subject = "S",
                     const std::string& body = "B") {
        return *db().write([&](db::Connection& c) {
            return queue_written(c, {.address = address, .name = "김두레", .language = "ko"}, {},
                                 "account.test", {}, {.subject = subject, .body = body}, now());
        });
    }
    Stored mail(std::int64_t number) {
        return *db().read([&](db::Connection& c) { return find_mail(c, number); });
    }
    std::int64_t count(State state) {
        for (const auto& [one, number] : db().read([](db::Connection& c) { return count_by_state(c); }))
            if (one == state) return number;
        return 0;
    }
    void until(const std::function<bool()>& done, std::chrono::seconds limit = std::chrono::seconds(20)) {
        const auto end = std::chrono::steady_clock::now() + limit;
        while (!done() && std::chrono::steady_clock::now() < end)
            std::this_thread::sleep_for(milliseconds(20));
        EXPECT_TRUE(done());
    }
    State ended(std::int64_t number) {
        until([&] { return mail(number).state != State::waiting && mail(number).state != State::sending; });
        return mail(number).state;
    }
};
DURE_ON_EACH_DATABASE(ASender);

TEST_P(ASender, DeliversAMailInBothFormsWithItsFixedName) {
    const SmtpForTests smtp;
    const auto number =
        put("kim@firm.example", "공고 안내: 두 번째 모집이 시작되었습니다. 자세한 내용을 확인하십시오",
            "안녕하십니까?\n\n.\n..점");
    const Sender sender(db(), db::system_clock(), "one", options(smtp.server()));
    ASSERT_EQ(ended(number), State::sent);
    const auto received = smtp.received();
    ASSERT_EQ(received.size(), 1u);
    EXPECT_EQ(received[0].recipient, "kim@firm.example");
    EXPECT_EQ(received[0].subject, "공고 안내: 두 번째 모집이 시작되었습니다. 자세한 내용을 확인하십시오");
    EXPECT_EQ(received[0].message_id, *mail(number).message_id);
    EXPECT_THAT(smtp.last_message(), HasSubstr("multipart/alternative"));
    EXPECT_THAT(smtp.last_message(), HasSubstr("Content-Language: ko"));
    EXPECT_TRUE(sender.state().last_sent);
    EXPECT_FALSE(sender.state().trouble);
}

TEST_P(ASender, BlocksAnAddressThatDoesNotExistAndKeepsARefusedMailForRetryByHand) {
    const SmtpForTests smtp;
    const auto lost = put("nobody@firm.example"), refused = put("refused@firm.example");
    const Sender sender(db(), db::system_clock(), "one", options(smtp.server()));
    EXPECT_EQ(ended(lost), State::bounced);
    EXPECT_EQ(ended(refused), State::dead);
    EXPECT_THAT(*mail(lost).failure, HasSubstr("no such reader"));
    EXPECT_THAT(*mail(refused).failure, HasSubstr("not this one"));
    db().write([&](db::Connection& c) {
        EXPECT_FALSE(
            queue_written(c, {"Nobody@firm.example", "", "en"}, {}, "account.test", {}, {"S", "B"}, now()));
        EXPECT_TRUE(retry(c, *find_mail(c, refused), now()));
    });
    until([&] { return mail(refused).state == State::dead && mail(refused).attempts == 1; });
}

TEST_P(ASender, WaitsForAServerThatIsAwayWithoutGivingUpAMail) {
    const auto number = put("kim@firm.example");
    const Sender sender(db(), db::system_clock(), "one", options({.url = "smtp://127.0.0.1:9"}));
    // Trouble is told first, then the mail is given back.
    until([&] { return sender.state().trouble.has_value() && mail(number).attempts == 0; });
    EXPECT_EQ(count(State::dead), 0);
}

TEST_P(ASender, LeavesMailsToBeReadWhereThereIsNoServer) {
    const auto number = put("kim@firm.example");
    const Sender sender(db(), db::system_clock(), "one", options({}));
    std::this_thread::sleep_for(milliseconds(100));
    EXPECT_EQ(mail(number).state, State::waiting);
    EXPECT_FALSE(sender.state().configured);
}

TEST_P(ASender, ForgetsAKeyOnceTheMailWasDelivered) {
    const SmtpForTests smtp;
    const auto number = *db().write([&](db::Connection& c) {
        return queue(c, {"kim@firm.example", "Kim", "en"},
                     {.kind = "account.invitation", .path = "/link#secret", .secret = true}, now());
    });
    const Sender sender(db(), db::system_clock(), "one", options(smtp.server()));
    ASSERT_EQ(ended(number), State::sent);
    EXPECT_EQ(mail(number).path, "");
    EXPECT_EQ(mail(number).subject, "You are invited to Dure");
}

/// DURE_TEST_MAILS: how many; 10,000 for the record.
TEST_P(ASender, DeliversEachMailOnceAndInOrderThroughAServerThatFailsEveryThirdTime) {
    const SmtpForTests smtp(3);
    const char* wanted = std::getenv("DURE_TEST_MAILS");
    const int mails = wanted ? std::atoi(wanted) : 600, people = mails / 10;
    db().write([&](db::Connection& c) {
        for (int i = 0; i < mails; ++i)
            queue_written(c,
                          {.address = "p" + std::to_string(i % people) + "@firm.example", .language = "en"},
                          {}, "account.test", {}, {.subject = std::to_string(i), .body = "B"}, now());
    });
    auto many = options(smtp.server());
    many.attempts = 1000;
    {
        // Two processes' senders on one database.
        const auto other = db::Database::open({.url = url()});
        const Sender one(db(), db::system_clock(), "one", many), two(*other, db::system_clock(), "two", many);
        until([&] { return count(State::sent) == mails; }, std::chrono::seconds(mails / 20 + 30));
    }
    const auto received = smtp.received();
    std::set<std::string> names;
    std::map<std::string, std::vector<int>> order;
    for (const auto& one : received) {
        names.insert(one.message_id);
        order[one.recipient].push_back(std::stoi(one.subject));
    }
    EXPECT_EQ(received.size(), static_cast<std::size_t>(mails));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(mails));
    EXPECT_EQ(order.size(), static_cast<std::size_t>(people));
    for (const auto& [recipient, numbers] : order) EXPECT_TRUE(std::ranges::is_sorted(numbers)) << recipient;
}

}  // namespace
}  // namespace dure::mail
