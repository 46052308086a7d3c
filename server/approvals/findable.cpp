// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/findable.hpp"

#include <algorithm>
#include <limits>

#include "server/approvals/approval_service.hpp"
#include "server/approvals/approval_store.hpp"
#include "server/approvals/list.hpp"

namespace dure::approvals {
namespace {

constexpr int kAll = std::numeric_limits<int>::max() - 1;

/// Each person's own, with those they stand in for.
std::optional<std::string> sight(const Reader& reader) {
    if (!reader.actor.has_any(kStaff)) return std::nullopt;
    std::vector<std::string> others;
    for (const Person& person : reader.stands_in_for) others.push_back(person.account);
    std::ranges::sort(others);
    std::string sight = reader.actor.account;
    for (const std::string& account : others) sight += " " + account;
    return sight;
}

finder::Findable findable(const Approval& one) {
    finder::Findable found{.id = one.id,
                           .names = {{"", one.title}},
                           .texts = {{"", one.body}, {"", one.drafter_name}},
                           .detail = one.drafter_name,
                           .at = one.updated,
                           .fictitious = one.fictitious};
    for (const Comment& comment : one.comments) found.texts.push_back({"", comment.text});
    return found;
}

std::vector<std::string> all_ids(db::Connection& c, const Reader& reader, Instant now) {
    std::vector<std::string> ids;
    for (const Listed& one : list_approvals(c, reader, {.limit = kAll}, now)) ids.push_back(one.approval.id);
    return ids;
}

}  // namespace

finder::Kind findable_approvals(const Office& office) {
    return {.name = "approval",
            .page = "/approvals/",
            .changes = {std::string(kApproval)},
            .sight = [&office](db::Connection& c,
                               const Actor& actor) { return sight(reader_of(c, office, actor)); },
            .read =
                [&office](db::Connection& c, const Actor& actor, const std::vector<std::string>* ids) {
                    const Reader reader = reader_of(c, office, actor);
                    std::vector<finder::Findable> found;
                    for (const std::string& id : ids ? *ids : all_ids(c, reader, office.clock())) {
                        const auto one = find_approval(c, id);
                        if (one && may_read(reader, *one)) found.push_back(findable(*one));
                    }
                    return found;
                }};
}

}  // namespace dure::approvals
