// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/mail/stored.hpp"

namespace dure::mail {

std::optional<Stored> find_mail(db::Connection& c, std::int64_t number);

/// What may be sent now: of each reader the first mail that is not done, so that their order is kept; what
/// people wait for before mailings.
std::vector<Stored> sendable(db::Connection& c, Instant now, int limit);
/// Takes a mail for a sender. False: another one has it.
bool take(db::Connection& c, const Stored& mail, const std::string& message_id, const std::string& worker,
          Instant now, Instant lease_until);

/// How an attempt ended. Each is false when the mail is no longer the worker's.
bool set_sent(db::Connection& c, std::int64_t number, const std::string& worker, Instant now);
bool set_failed(db::Connection& c, std::int64_t number, const std::string& worker, State state,
                const std::string& failure, Instant now);
bool set_later(db::Connection& c, std::int64_t number, const std::string& worker, const std::string& failure,
               Instant due, Instant now);
/// As if it had not been taken.
bool give_back(db::Connection& c, std::int64_t number, const std::string& worker, Instant now);
/// Gives back what senders had that are no more.
void recover(db::Connection& c, Instant now);

/// Forgets the keys in mails that are too old, marks what was not sent in time, deletes what is older than
/// `keep_since`.
void tidy(db::Connection& c, Instant now, Instant keep_since);

/// By hand: a dead, bounced or cancelled mail is tried again, one that waits is cancelled. False: its state
/// or version does not allow it.
bool retry(db::Connection& c, const Stored& mail, Instant now);
bool cancel(db::Connection& c, const Stored& mail, Instant now);

struct MailQuery {
    std::string part;  ///< of subject, name or address
    std::optional<State> state;
    std::optional<std::string> mailing;
    std::optional<std::int64_t> below;  ///< the number of the page before's last
    int limit = 50;
};
/// Newest first, one more than the limit where there is a next page.
std::vector<Stored> list_mails(db::Connection& c, const MailQuery& query);
std::vector<std::pair<State, std::int64_t>> count_by_state(db::Connection& c);

/// Mails that wait for a digest.
struct HeldGroup {
    std::string account, rhythm;
    Instant oldest = 0;
};
std::vector<HeldGroup> held_groups(db::Connection& c);
std::vector<Stored> held_mails(db::Connection& c, const HeldGroup& group);
/// `digest` none: they are cancelled.
void set_digested(db::Connection& c, const HeldGroup& group, std::int64_t last,
                  std::optional<std::int64_t> digest, Instant now);

}  // namespace dure::mail
