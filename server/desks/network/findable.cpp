// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/findable.hpp"

#include <limits>
#include <mutex>

#include "server/desks/network/cluster_policy.hpp"
#include "server/desks/network/cluster_service.hpp"
#include "server/desks/network/cluster_store.hpp"
#include "server/desks/network/meeting_policy.hpp"
#include "server/desks/network/meeting_service.hpp"
#include "server/desks/network/meeting_store.hpp"
#include "server/desks/network/taxonomy_store.hpp"
#include "server/people/organisation_service.hpp"

namespace dure::desks::network {
namespace {

constexpr int kAll = std::numeric_limits<int>::max() - 1;

void add(finder::Findable& one, const std::string& language, const std::string& text) {
    if (!text.empty()) one.texts.push_back({language, text});
}

/// A partner cluster sees its own clusters, without the institute's note.
std::optional<std::string> sight_of_clusters(const ClusterReach& reach) {
    if (reach.reads_all) return "institute";
    if (reach.own.empty()) return std::nullopt;
    std::string sight;
    for (const std::string& id : reach.own) sight += id + " ";
    return sight;
}

finder::Findable findable(const Cluster& one, const ClusterReach& reach) {
    const ClusterContent& content = one.content;
    const people::Name& primary = people::primary_of(content.names);
    finder::Findable found{.id = one.id,
                           .names = {{primary.language, primary.name}},
                           .texts = {},
                           .detail = content.city,
                           .fictitious = one.fictitious};
    for (const auto& name : content.names)
        if (!name.primary) found.names.push_back({name.language, name.name});
    for (const LocalText& text : content.descriptions) add(found, text.language, text.text);
    add(found, "", content.city);
    add(found, "", content.region);
    for (const ClusterContact& contact : content.contacts)
        add(found, "", contact.name + (contact.duty.empty() ? "" : " · " + contact.duty));
    for (const Agreement& agreement : content.agreements) add(found, "", agreement.title);
    if (reach.reads_all) add(found, "", content.note);
    return found;
}

std::vector<Cluster> clusters_of(db::Connection& c, const std::vector<std::string>& ids) {
    std::vector<Cluster> list;
    for (const std::string& id : ids)
        if (auto one = find_cluster(c, id)) list.push_back(std::move(*one));
    return list;
}

finder::Findable findable(const Meeting& one) {
    const MeetingContent& content = one.content;
    finder::Findable found{
        .id = one.id, .names = {{content.language, content.title}}, .texts = {}, .day = content.day};
    for (const AgendaItem& item : content.agenda)
        add(found, content.language, item.title + (item.text.empty() ? "" : ": " + item.text));
    add(found, content.language, content.minutes);
    for (const Decision& decision : content.decisions) add(found, content.language, decision.text);
    for (const MeetingTask& task : content.tasks) add(found, content.language, task.text);
    add(found, "", content.place);
    return found;
}

std::vector<Meeting> meetings_of(db::Connection& c, const std::vector<std::string>& ids) {
    std::vector<Meeting> list;
    for (const std::string& id : ids)
        if (auto one = find_meeting(c, id)) list.push_back(std::move(*one));
    return list;
}

/// Terms by the number of their last change.
class Terms {
  public:
    std::shared_ptr<const search::Taxonomy> now(db::Connection& c) {
        const std::int64_t change = taxonomy_change(c);
        const std::lock_guard lock(mutex_);
        if (!taxonomy_ || change != change_) {
            CurrentTaxonomy current = current_taxonomy(c);
            change_ = current.change;
            taxonomy_ = std::make_shared<const search::Taxonomy>(std::move(current.terms));
        }
        return taxonomy_;
    }

  private:
    std::mutex mutex_;
    std::int64_t change_ = 0;
    std::shared_ptr<const search::Taxonomy> taxonomy_;
};

}  // namespace

finder::Kind findable_clusters(Clock clock) {
    return {
        .name = "cluster",
        .page = "/network/clusters/",
        .changes = {std::string(kCluster), std::string(people::kOrganisation)},
        .sight = [clock](db::Connection& c,
                         const auth::Actor& actor) { return sight_of_clusters(reach_of(c, actor, clock())); },
        .read =
            [clock](db::Connection& c, const auth::Actor& actor, const std::vector<std::string>* ids) {
                const ClusterReach reach = reach_of(c, actor, clock());
                std::vector<finder::Findable> found;
                for (const Cluster& one :
                     ids ? clusters_of(c, *ids)
                         : list_clusters(c, {.day = "", .order = ClusterOrder::name, .limit = 0}))
                    if (may_read(reach, one)) found.push_back(findable(one, reach));
                return found;
            }};
}

finder::Kind findable_meetings() {
    return {.name = "meeting",
            .page = "/network/meetings/",
            .changes = {std::string(kMeeting)},
            .sight = [](db::Connection&, const auth::Actor& actor) -> std::optional<std::string> {
                if (actor.has_any(kInstituteReaders)) return "institute";
                if (actor.has_any(kClusterReaders)) return "partners";
                return std::nullopt;
            },
            .read =
                [](db::Connection& c, const auth::Actor& actor, const std::vector<std::string>* ids) {
                    std::vector<finder::Findable> found;
                    for (const Meeting& one : ids ? meetings_of(c, *ids) : list_meetings(c, {.limit = kAll}))
                        if (may_read_meeting(actor, one)) found.push_back(findable(one));
                    return found;
                }};
}

finder::TaxonomySource current_terms() {
    return [terms = std::make_shared<Terms>()](db::Connection& c) { return terms->now(c); };
}

}  // namespace dure::desks::network
