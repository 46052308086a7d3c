// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/db/database.hpp"
#include "server/mail/outbox.hpp"

namespace dure::mailroom {

/// persons: of the directory, with their consent to mailings.
enum class MailingAudience { accounts, persons };

/// What a person writes. Schema MailingContent. One language may be left empty: its readers get the other.
struct MailingContent {
    std::string subject_ko, body_ko, subject_en, body_en;
    MailingAudience audience = MailingAudience::accounts;
    std::vector<std::string> roles;       ///< of accounts: who holds one of them now; none: everyone
    std::optional<std::string> language;  ///< only who reads in "ko" or "en"
};

enum class MailingState { draft, sent, stopped };

struct Mailing {
    std::string id;
    MailingContent content;
    MailingState state = MailingState::draft;
    std::int64_t readers = 0;  ///< when it was sent
    std::string owner, owner_name;
    std::optional<Instant> sent;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

void insert_mailing(db::Connection& c, const Mailing& one);
/// False: it is no longer at one.version.
bool update_mailing(db::Connection& c, const Mailing& one);
bool delete_mailing(db::Connection& c, const Mailing& one);
std::optional<Mailing> find_mailing(db::Connection& c, const std::string& id);
struct MailingPlace {
    Instant created = 0;
    std::string id;
};
/// Newest first, one more than the limit where there is a next page.
std::vector<Mailing> list_mailings(db::Connection& c, const std::optional<MailingPlace>& after, int limit);

/// The text for a reader of the language.
mail::Written text_for(const MailingContent& content, std::string_view language);

struct MailingCount {
    std::int64_t waiting = 0, sent = 0, failed = 0, cancelled = 0;
};
MailingCount count_mails(db::Connection& c, const std::string& mailing);
/// Takes back what has not been sent.
void cancel_mails(db::Connection& c, const std::string& mailing, Instant now);

}  // namespace dure::mailroom
