// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "server/approvals/flow.hpp"
#include "server/auth/actor.hpp"

/// Who may do what: one function an action.
namespace dure::approvals {

using auth::Actor;

/// Everyone of the institute drafts and decides; lines are the rule of administrators and the director.
inline constexpr auth::RoleSet kStaff = auth::kInstitute;
inline constexpr auth::RoleSet kLineEditors = {auth::Role::administrator, auth::Role::director};

/// Who looks at approvals, and in whose place they may decide now.
struct Reader {
    const Actor& actor;
    std::vector<Person> stands_in_for;

    bool is(const std::string& account) const { return actor.account == account; }
    bool acts_for(const std::string& account) const {
        return is(account) ||
               std::ranges::find(stands_in_for, account, &Person::account) != stands_in_for.end();
    }
};

/// Whether the person is, or was, in one of its lines.
inline bool in_line(const Reader& reader, const Approval& one) {
    for (const Round& round : one.rounds)
        for (const Step& step : round.steps)
            if (reader.acts_for(step.account) || step.decided_by == reader.actor.account) return true;
    return false;
}

/// A draft is its drafter's alone; once handed in, those in its lines and its readers see it.
inline bool may_read(const Reader& reader, const Approval& one) {
    if (!reader.actor.has_any(kStaff)) return false;
    if (reader.is(one.drafter)) return true;
    const auto named = [&](const Person& person) { return reader.is(person.account); };
    return one.round > 0 && (in_line(reader, one) || std::ranges::any_of(one.readers, named));
}

inline bool may_change(const Reader& reader, const Approval& one) {
    return reader.is(one.drafter) && one.open();
}
inline bool may_submit(const Reader& reader, const Approval& one) {
    return may_change(reader, one);
}
inline bool may_withdraw(const Reader& reader, const Approval& one) {
    return may_change(reader, one);
}
inline bool may_restore(const Reader& reader, const Approval& one) {
    return reader.is(one.drafter) && one.state == State::withdrawn;
}
/// As long as nobody decided, or the one it waits for has left.
inline bool may_recall(const Reader& reader, const Approval& one) {
    if (!reader.is(one.drafter) || one.state != State::submitted) return false;
    const Step* step = current_step(one.rounds.back());
    return untouched(one.rounds.back()) || (step && !step->holder_active);
}
inline bool may_comment(const Reader& reader, const Approval& one) {
    return may_read(reader, one) && one.round > 0 && one.state != State::withdrawn;
}
/// In whose step the person decides now: their own, or that of one they stand in for. Nobody decides on what
/// they drafted, not in another's place either.
inline std::optional<Person> decides_for(const Reader& reader, const Approval& one) {
    if (one.state != State::submitted || reader.is(one.drafter)) return std::nullopt;
    const Step* step = current_step(one.rounds.back());
    if (!step || !reader.acts_for(step->account)) return std::nullopt;
    return Person{step->account, step->account_name};
}

}  // namespace dure::approvals
