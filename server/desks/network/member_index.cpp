// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/member_index.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "server/desks/network/days.hpp"
#include "server/desks/network/member_service.hpp"
#include "server/desks/network/member_store.hpp"
#include "server/desks/network/taxonomy_store.hpp"
#include "server/people/organisation_codec.hpp"
#include "server/people/organisation_service.hpp"

namespace dure::desks::network {
namespace {

using search::Document;
using search::Suggestion;

enum Field : std::size_t { names, technologies, products, codes, texts };

search::Schema schema() {
    search::Schema made{.fields = {{.name = "names", .weight = 4, .names = true},
                                   {.name = "technologies", .weight = 2.5},
                                   {.name = "products", .weight = 2, .names = true},
                                   {.name = "codes", .weight = 2},
                                   {.name = "texts", .weight = 1}},
                        .facets = {}};
    for (const auto facet : kMemberFacets) made.facets.emplace_back(facet);
    return made;
}

search::Language spoken(const std::string& tag) {
    return search::language_by_tag(tag);
}

/// A code of six digits is also found and filtered by its heading and chapter.
std::vector<std::string> with_headings(const std::vector<std::string>& codes) {
    std::vector<std::string> all;
    for (const std::string& code : codes)
        for (std::size_t length = 2; length <= code.size(); length += 2)
            all.push_back(code.substr(0, length));
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Document document_of(const Member& shown, const Vocabulary& words) {
    const auto& own = shown.organisation.content;
    const MemberProfile& profile = shown.profile;
    Document made{.id = shown.id(), .texts = {}, .facets = {}};
    made.order = sort_key(people::primary_of(own.names).name);
    const auto add = [&](Field field, const std::string& language, const std::string& text) {
        if (!text.empty()) made.more.push_back({field, spoken(language), text});
    };
    for (const auto& name : own.names) add(names, name.language, name.name);
    for (const std::string& one : profile.technologies)
        for (const auto& term : words.terms_of(one))
            made.more.push_back({technologies, term.language, term.text});
    for (const Product& product : profile.products) {
        add(products, product.language, product.name);
        add(texts, product.language, product.text);
    }
    for (const std::string& code : profile.hs_codes) add(codes, "", code);
    for (const Certificate& one : profile.certificates) add(codes, "", one.name + " " + one.issuer);
    if (own.registration_number) add(codes, "", *own.registration_number);
    if (own.web) add(codes, "", *own.web);
    for (const Link& one : profile.links) add(codes, "", one.label + " " + one.url);
    for (const MemberText& one : profile.summaries) add(texts, one.language, one.text);
    add(texts, "", own.address);
    if (profile.contact) add(texts, "", profile.contact->person + " " + profile.contact->email);

    std::vector<std::string> activities, clusters;
    for (const Activity activity : profile.activities) activities.emplace_back(name_of(activity));
    for (const ClusterLink& cluster : shown.clusters) clusters.push_back(cluster.id);
    std::vector<std::string> size;
    if (profile.size_class) size.emplace_back(name_of(*profile.size_class));
    made.facets = {{own.country},        {std::string(people::name_of(own.kind))},
                   std::move(size),      std::move(activities),
                   profile.technologies, with_headings(profile.hs_codes),
                   std::move(clusters)};
    return made;
}

std::vector<Suggestion> suggestions_of(const Member& shown) {
    std::vector<Suggestion> made;
    for (const auto& name : shown.organisation.content.names)
        made.push_back(
            {.text = name.name, .kind = std::string(kMemberSuggestion), .target = shown.id(), .weight = 1});
    for (const Product& product : shown.profile.products)
        made.push_back({.text = product.name,
                        .kind = std::string(kProductSuggestion),
                        .target = product.name,
                        .weight = 0.5});
    return made;
}

}  // namespace

MemberIndex::MemberIndex(Clock clock)
    : live_({.schema = schema(),
             .audiences = kSights,
             .kinds = {std::string(kMemberChange), std::string(people::kOrganisation)},
             .anew = {"taxonomy", "cluster"},
             .read =
                 [this, clock](db::Connection& c, const std::vector<std::string>* ids) {
                     const std::string today = day_of(clock());
                     std::vector<search::Entry> entries;
                     for (const Member& one : find_members(c, ids ? *ids : member_ids(c), today))
                         if (!one.deleted) entries.push_back(entry_of(one, today));
                     return entries;
                 },
             .prepare =
                 [this](db::Connection& c) {
                     words_ = std::make_shared<const Vocabulary>(current_taxonomy(c).terms);
                 }},
            clock) {}

search::Entry MemberIndex::entry_of(const Member& one, const std::string& today) const {
    search::Entry entry{.id = one.id(), .documents = {}};
    for (int s = 0; s < kSights; ++s) {
        const auto shown = disclosed(one, static_cast<Sight>(s), today);
        entry.documents.push_back(shown ? std::optional(document_of(*shown, *words_)) : std::nullopt);
        entry.suggestions.push_back(shown ? suggestions_of(*shown) : std::vector<Suggestion>());
    }
    const auto& until = one.profile.consent.valid_until;
    if (until) entry.until = end_of_day(*until);
    return entry;
}

std::shared_ptr<const Vocabulary> MemberIndex::words(db::Connection& c) {
    return live_.read(c, 0, [&](const auto&) { return words_; });
}

}  // namespace dure::desks::network
