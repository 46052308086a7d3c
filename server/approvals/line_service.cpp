// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/line_service.hpp"

#include "server/approvals/line_codec.hpp"
#include "server/approvals/line_store.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/account_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::approvals {
namespace {

void record(db::Connection& c, const Line& line, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = line.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kLineRecord),
                      .record_id = line.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
}

void require_saved(bool saved) {
    if (!saved) http::refuse(412, "http.stale");
}

void check(db::Connection& c, const Office& office, const LineContent& content) {
    Errors errors;
    if (!office.kinds.find(content.kind))
        errors.push_back({.code = "approval_line.unknown_kind", .pointer = "/kind"});
    for (std::size_t i = 0; i < content.steps.size(); ++i) {
        const auto& account = content.steps[i].account;
        if (!account) continue;
        const auto found = auth::find_account(c, *account);
        if (!found || !found->active)
            errors.push_back(
                {.code = "account.unknown_id", .pointer = "/steps/" + std::to_string(i) + "/account"});
    }
    if (!errors.empty()) http::refuse_fields(std::move(errors));
}

}  // namespace

Line create_line(db::Connection& c, const Office& office, const LineContent& content, const Who& who,
                 bool fictitious) {
    check(c, office, content);
    const Instant now = office.clock();
    const Line line{.id = office.ids.next(),
                    .content = content,
                    .fictitious = fictitious,
                    .created = now,
                    .updated = now};
    insert_line(c, line);
    record(c, line, who, "create_approval_line", std::nullopt, encode(content));
    return line;
}

Line replace_line(db::Connection& c, const Office& office, Line line, const LineContent& content,
                  const Who& who) {
    if (line.content == content) return line;
    check(c, office, content);
    const std::string before = encode(line.content);
    line.content = content;
    line.updated = office.clock();
    require_saved(update_line(c, line));
    record(c, line, who, "replace_approval_line", before, encode(content));
    return find_line(c, line.id).value();
}

void remove_line(db::Connection& c, const Office& office, Line line, const Who& who) {
    line.updated = office.clock();
    require_saved(set_line_deleted(c, line, line.updated));
    record(c, line, who, "delete_approval_line", encode(line.content), std::nullopt);
}

Line restore_line(db::Connection& c, const Office& office, Line line, const Who& who) {
    if (!line.deleted) return line;
    line.updated = office.clock();
    require_saved(set_line_deleted(c, line, std::nullopt));
    record(c, line, who, "restore_approval_line", std::nullopt, encode(line.content));
    return find_line(c, line.id).value();
}

}  // namespace dure::approvals
