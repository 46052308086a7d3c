// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/cluster_presenter.hpp"

#include <algorithm>

#include "engine/base/utc_text.hpp"
#include "server/desks/network/cluster_store.hpp"

namespace dure::desks::network {
namespace {

std::string name_in(const ClusterView& view, std::string_view language) {
    const auto found = std::ranges::find(view.names, language, &people::Name::language);
    return found == view.names.end() ? "" : found->name;
}

tables::Cell number(const std::optional<double>& value) {
    if (!value) return std::monostate();
    return *value;
}

}  // namespace

ClusterView present(const Cluster& one, const CountedMembers& counted, const ClusterLight& light) {
    ClusterView view{{one.content}};
    if (!light.reach.reads_all) view.note.clear();
    view.id = one.id;
    view.name = people::primary_of(one.content.names).name;
    view.standing = standing(one.content, light.day);
    view.validation = validate(light.rule, one.content.figures, counted);
    view.members = counted.members;
    view.owner_name = one.owner_name;
    view.fictitious = one.fictitious;
    view.version = one.version();
    view.created = utc_text(one.created);
    view.updated = utc_text(one.updated);
    view.deleted = utc_text(one.deleted);
    const auto allow = [&](bool allowed, const char* action) {
        if (allowed) view.actions.emplace_back(action);
    };
    allow(may_change(light.reach, one), "replace_cluster");
    allow(may_change(light.reach, one) && may_change_standing(light.reach), "change_standing");
    allow(may_remove(light.reach, one), "delete_cluster");
    allow(one.deleted && may_restore(light.reach), "restore_cluster");
    allow(may_enter_members(light.reach, one), "add_cluster_member");
    return view;
}

std::vector<ClusterView> present(db::Connection& c, const std::vector<Cluster>& list,
                                 const ClusterLight& light) {
    std::vector<std::string> ids;
    for (const Cluster& one : list) ids.push_back(one.id);
    auto counts = count_members(c, ids, light.day);
    std::vector<ClusterView> views;
    for (const Cluster& one : list) views.push_back(present(one, counts[one.id], light));
    return views;
}

tables::Table table_of(const std::vector<ClusterView>& list) {
    tables::Table table{.title = "clusters",
                        .header = {"id", "name", "name_ko", "name_en", "country", "region", "city", "web",
                                   "standing", "joined", "left", "members_in_dure", "validation", "members",
                                   "fte", "kinds", "agreements", "contacts", "fictitious"}};
    for (const ClusterView& one : list) {
        std::string contacts;
        for (const ClusterContact& contact : one.contacts)
            contacts += (contacts.empty() ? "" : "; ") + contact.name +
                        (contact.email ? " <" + *contact.email + ">" : "");
        std::vector<tables::Cell> row{one.id,
                                      one.name,
                                      name_in(one, "ko"),
                                      name_in(one, "en"),
                                      one.country,
                                      one.region,
                                      one.city,
                                      one.web.value_or(""),
                                      std::string(name_of(one.standing)),
                                      one.periods.empty() ? "" : one.periods.back().joined,
                                      one.periods.empty() ? "" : one.periods.back().left.value_or(""),
                                      static_cast<double>(one.members),
                                      std::string(name_of(one.validation.verdict))};
        for (const Finding& finding : one.validation.findings) row.push_back(number(finding.found));
        row.emplace_back(static_cast<double>(one.agreements.size()));
        row.emplace_back(contacts);
        row.emplace_back(std::string(one.fictitious ? "true" : "false"));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace dure::desks::network
