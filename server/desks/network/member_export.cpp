// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/member_export.hpp"

#include <algorithm>
#include <utility>

#include "engine/base/text.hpp"
#include "server/desks/network/member_presenter.hpp"
#include "server/desks/network/member_store.hpp"
#include "server/people/organisation_codec.hpp"
#include "server/tables/table.hpp"

namespace dure::desks::network {
namespace {

template <class T, class F>
tables::Cell joined(const std::vector<T>& list, F&& text) {
    std::string all;
    for (const T& one : list) all += (all.empty() ? "" : "; ") + std::string(text(one));
    if (all.empty()) return std::monostate{};
    return all;
}

tables::Cell cell(const std::optional<std::string>& text) {
    if (!text) return std::monostate{};
    return *text;
}

std::vector<tables::Cell> row_of(const MemberView& one) {
    const auto itself = [](const std::string& text) { return text; };
    return {one.id,
            one.name,
            joined(one.names, [](const people::Name& n) { return n.language + ": " + n.name; }),
            std::string(people::name_of(one.kind)),
            one.country,
            std::string(one.fictitious ? "true" : "false"),
            cell(one.web),
            joined(one.clusters, [](const ClusterLink& link) { return link.name; }),
            one.size_class ? tables::Cell(std::string(name_of(*one.size_class))) : std::monostate{},
            joined(one.activities, [](Activity a) { return name_of(a); }),
            joined(one.hs_codes, itself),
            joined(one.technologies, itself),
            joined(one.products, [](const Product& p) { return p.language + ": " + p.name; }),
            joined(one.certificates, [](const Certificate& x) { return x.name; }),
            joined(one.summaries, [](const MemberText& t) { return t.language + ": " + t.text; })};
}

}  // namespace

std::vector<MemberView> open_members(db::Connection& c, const std::string& today, const Vocabulary& words) {
    std::vector<std::pair<std::string, MemberView>> found;
    for (const Member& one : find_members(c, member_ids(c), today))
        if (auto view = present_openly(one, today, words)) {
            view->labels.clear();
            std::string key = sort_key(view->name);
            found.emplace_back(std::move(key), std::move(*view));
        }
    std::ranges::sort(found, [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : a.second.id < b.second.id;
    });
    std::vector<MemberView> views;
    for (auto& [key, view] : found) views.push_back(std::move(view));
    return views;
}

std::string to_json(const std::vector<MemberView>& members) {
    std::string text = "{\"members\":[";
    for (std::size_t i = 0; i < members.size(); ++i) text += (i == 0 ? "\n" : ",\n") + encode(members[i]);
    return text + "\n]}\n";
}

std::string to_csv(const std::vector<MemberView>& members) {
    tables::Table table{
        .title = "members",
        .header = {"id", "name", "names", "kind", "country", "fictitious", "web", "clusters", "size_class",
                   "activities", "hs_codes", "technologies", "products", "certificates", "summaries"},
        .rows = {}};
    for (const MemberView& one : members) table.rows.push_back(row_of(one));
    return tables::to_csv(table);
}

}  // namespace dure::desks::network
