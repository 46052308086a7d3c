// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/cluster_service.hpp"

#include "server/audit/audit.hpp"
#include "server/desks/network/cluster_store.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/organisation_service.hpp"
#include "server/people/organisation_store.hpp"
#include "server/search/changes.hpp"

namespace dure::desks::network {
namespace {

void record(db::Connection& c, const Cluster& one, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kCluster),
                      .record_id = one.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
    search::note_change(c, kCluster, one.id, one.updated);
}

void require_saved(bool saved) {
    if (!saved) http::refuse(412, "http.stale");
}

people::OrganisationContent organisation_of(const ClusterContent& content,
                                            people::OrganisationContent before) {
    before.names = content.names;
    before.country = content.country;
    before.web = content.web;
    before.address = content.address;
    before.note = content.note;
    return before;
}

[[noreturn]] void refuse_organisation() {
    http::refuse_fields({{.code = "cluster.no_organisation", .pointer = "/organisation"}});
}

people::Organisation organisation_for(db::Connection& c, const Desk& desk, const NewCluster& content,
                                      const Who& who, bool fictitious) {
    if (!content.organisation) {
        const people::OrganisationContent made =
            organisation_of(content, {.kind = people::OrganisationKind::cluster});
        return people::create_organisation(c, desk.office(), made, who, fictitious);
    }
    auto found = people::find_organisation(c, *content.organisation);
    if (!found || found->deleted) refuse_organisation();
    if (find_cluster(c, found->id)) http::refuse(409, "cluster.registered");
    const auto changed = organisation_of(content, found->content);
    return people::replace_organisation(c, desk.office(), std::move(*found), changed, who);
}

Cluster move(db::Connection& c, const Desk& desk, Cluster one, const Who& who, bool away) {
    one.updated = desk.clock();
    require_saved(set_cluster_deleted(c, one, away ? std::optional(one.updated) : std::nullopt));
    const std::string text = encode(one.content);
    if (away)
        record(c, one, who, "delete_cluster", text, std::nullopt);
    else
        record(c, one, who, "restore_cluster", std::nullopt, text);
    return find_cluster(c, one.id).value();
}

}  // namespace

Cluster create_cluster(db::Connection& c, const Desk& desk, const NewCluster& content, const Who& who,
                       bool fictitious) {
    const auto organisation = organisation_for(c, desk, content, who, fictitious);
    const Instant now = desk.clock();
    Cluster one{.id = organisation.id,
                .content = content,
                .owner = who.actor.account,
                .created = now,
                .updated = now};
    insert_cluster(c, one);
    record(c, one, who, "create_cluster", std::nullopt, encode(one.content));
    return find_cluster(c, one.id).value();
}

Cluster replace_cluster(db::Connection& c, const Desk& desk, Cluster one, const ClusterContent& content,
                        const Who& who) {
    if (one.content == content) return one;
    const std::string before = encode(one.content);
    auto organisation = people::find_organisation(c, one.id).value();
    const auto changed = organisation_of(content, organisation.content);
    if (changed != organisation.content)
        people::replace_organisation(c, desk.office(), std::move(organisation), changed, who);
    one.content = content;
    one.updated = desk.clock();
    require_saved(update_cluster(c, one));
    record(c, one, who, "replace_cluster", before, encode(content));
    return find_cluster(c, one.id).value();
}

Cluster remove_cluster(db::Connection& c, const Desk& desk, Cluster one, const Who& who) {
    return move(c, desk, std::move(one), who, true);
}

Cluster restore_cluster(db::Connection& c, const Desk& desk, Cluster one, const Who& who) {
    if (!one.deleted) return one;
    return move(c, desk, std::move(one), who, false);
}

}  // namespace dure::desks::network
