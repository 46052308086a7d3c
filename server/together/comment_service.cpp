// SPDX-License-Identifier: Apache-2.0
#include "server/together/comment_service.hpp"

#include <algorithm>

#include "server/audit/audit.hpp"
#include "server/auth/account_store.hpp"
#include "server/http/pipeline.hpp"
#include "server/together/comment_policy.hpp"
#include "server/together/comment_store.hpp"
#include "server/together/notify.hpp"
#include "server/together/people.hpp"

namespace dure::together {
namespace {

void record(db::Connection& c, const Comment& one, const Who& who, std::string action,
            std::optional<std::string> before) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kComment),
                      .record_id = one.id,
                      .before = std::move(before),
                      .after = trace_of(one),
                      .request_id = who.request_id});
}

Comment save(db::Connection& c, Comment one, const Who& who, std::string action, std::string before) {
    if (!update_comment(c, one)) http::refuse(412, "http.stale");
    ++one.version;
    record(c, one, who, std::move(action), std::move(before));
    return one;
}

/// Those who may not read what they are mentioned in are named, where the writer may know of them; to those
/// outside, an account that is not there and one that is not theirs to know are the same.
std::vector<Person> mentions_of(Reader& reader, const Office& office, const Comment& one,
                                const std::vector<std::string>& accounts) {
    db::Connection& c = reader.connection();
    std::vector<Person> mentions;
    Errors errors;
    std::vector<std::string> known;
    if (!reader.inside()) known = participants(c, one.subject_kind, one.subject_id, true);
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const std::string& account = accounts[i];
        if (std::ranges::find(mentions, account, &Person::account) != mentions.end()) continue;
        const auto found = auth::find_account(c, account);
        const bool may_know = found && (reader.inside() || reader.is(account) ||
                                        std::ranges::find(known, account) != known.end());
        if (may_know && in_sight(sight_of(c, office, account, one.subject_kind, one.subject_id), one))
            mentions.push_back({account, found->name});
        else
            errors.push_back({.code = "together.may_not_mention",
                              .params = {{"name", may_know ? found->name : "?"}},
                              .pointer = "/mentions/" + std::to_string(i)});
    }
    if (!errors.empty()) http::refuse_fields(std::move(errors));
    return mentions;
}

}  // namespace

Comment create_comment(Reader& reader, const Office& office, const NewComment& content, const Who& who) {
    const Sight sight = reader.sight(content.subject_kind, content.subject_id);
    if (sight == Sight::none) http::refuse(404, "http.not_found");
    const Instant now = office.clock();
    Comment one{.id = office.ids.next(),
                .subject_kind = content.subject_kind,
                .subject_id = content.subject_id,
                .author = who.actor.account,
                .author_name = who.actor.name,
                .language = content.language,
                .text = content.text,
                .shared = content.shared || sight == Sight::shared,
                .created = now,
                .updated = now};
    one.mentions = mentions_of(reader, office, one, content.mentions);
    insert_comment(reader.connection(), one);
    record(reader.connection(), one, who, "create_comment", std::nullopt);
    tell_of_comment(reader.connection(), office, one);
    return one;
}

Comment replace_comment(Reader& reader, const Office& office, Comment one, const CommentContent& content,
                        const Who& who) {
    const std::string before = trace_of(one);
    one.language = content.language;
    one.text = content.text;
    one.mentions = mentions_of(reader, office, one, content.mentions);
    one.edited = one.updated = office.clock();
    one = save(reader.connection(), std::move(one), who, "replace_comment", before);
    tell_of_comment(reader.connection(), office, one);
    return one;
}

Comment delete_comment(db::Connection& c, const Office& office, Comment one, const Who& who) {
    const std::string before = trace_of(one);
    one.deleted = one.updated = office.clock();
    one.deleted_by = who.actor.account;
    return save(c, std::move(one), who, "delete_comment", before);
}

Comment restore_comment(db::Connection& c, const Office& office, Comment one, const Who& who) {
    const std::string before = trace_of(one);
    one.updated = office.clock();
    one.deleted.reset();
    one.deleted_by.reset();
    return save(c, std::move(one), who, "restore_comment", before);
}

}  // namespace dure::together
