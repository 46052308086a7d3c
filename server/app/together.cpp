// SPDX-License-Identifier: Apache-2.0
#include "server/app/together.hpp"

#include "server/app/directory_waits.hpp"
#include "server/app/job_waits.hpp"
#include "server/approvals/approval_service.hpp"
#include "server/approvals/findable.hpp"
#include "server/approvals/together.hpp"
#include "server/auth/role_store.hpp"
#include "server/board/findable.hpp"
#include "server/board/service.hpp"
#include "server/board/together.hpp"
#include "server/desks/energy/findable.hpp"
#include "server/desks/energy/plan_service.hpp"
#include "server/desks/network/cluster_service.hpp"
#include "server/desks/network/findable.hpp"
#include "server/desks/network/meeting_service.hpp"
#include "server/desks/network/member_service.hpp"
#include "server/desks/network/together.hpp"
#include "server/people/findable.hpp"
#include "server/people/organisation_service.hpp"
#include "server/together/own_providers.hpp"

namespace dure::app {
namespace {

namespace network = desks::network;

/// Those who hold the role within the record: it is theirs.
auto within(auth::Role role, Clock clock) {
    return
        [role, clock = std::move(clock)](db::Connection& c, const auth::Actor& actor, const std::string& id) {
            return actor.has(role) && auth::organisations_of(c, actor.account, role, clock()).contains(id);
        };
}

together::SubjectKind kind(finder::Kind found, std::string_view trail) {
    return {.found = std::move(found), .trail = std::string(trail)};
}

}  // namespace

together::Subjects together_subjects(const approvals::Office& approvals) {
    const Clock& clock = approvals.clock;
    // One line each, so that two who add theirs do not meet. Persons take none: what is said of a person
    // would stand outside of their consents and of their erasure.
    std::vector<together::SubjectKind> kinds;
    kinds.push_back(kind(people::findable_organisations(), people::kOrganisation));
    kinds.push_back(kind(network::members_to_talk_about(clock), network::kMember));
    kinds.push_back(kind(network::findable_clusters(clock), network::kCluster));
    kinds.push_back(kind(desks::energy::findable_plans(), desks::energy::kPlan));
    kinds.push_back(kind(network::findable_meetings(), network::kMeeting));
    kinds.push_back(kind(approvals::findable_approvals(approvals), approvals::kApproval));
    kinds.push_back(kind(board::findable_meetings(), board::kMeeting));
    kinds[1].takes_part = within(auth::Role::company, clock);
    kinds[2].takes_part = within(auth::Role::partner_cluster, clock);
    return together::Subjects(std::move(kinds));
}

std::vector<together::Waits> together_waits(const approvals::Office& approvals, const jobs::Queue& queue) {
    return {together::waiting_tasks(), approvals::waiting_approvals(approvals),
            board::waiting_votes(),    together::waiting_mentions(),
            waiting_doubles(),         network::waiting_members(),
            waiting_jobs(queue)};
}

std::vector<together::Calendar> together_calendars(const approvals::Office& approvals) {
    return {together::task_days(), approvals::approval_days(approvals), board::meeting_days(),
            network::meeting_days(), role_days()};
}

}  // namespace dure::app
