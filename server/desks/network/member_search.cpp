// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/member_search.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/search/highlight.hpp"
#include "server/desks/network/completeness.hpp"
#include "server/desks/network/member_query.hpp"
#include "server/desks/network/member_store.hpp"
#include "server/people/organisation_store.hpp"

namespace dure::desks::network {
namespace {

constexpr std::size_t kFacetValues = 60;  ///< of each facet; countries and clusters are fewer
constexpr std::size_t kSnippet = 260;     ///< bytes
constexpr std::size_t kHitTechnologies = 6;
/// Most of the taxonomy has no member; those are not offered.
constexpr std::size_t kConceptsLookedAt = 200;

search::Query engine_query(const MemberQuery& asked, const Vocabulary& words) {
    search::Query query;
    query.text = asked.q;
    query.taxonomy = &words.taxonomy();
    query.everything = search::words_of(asked.q).empty();
    for (std::size_t f = 0; f < kMemberFacetCount; ++f)
        if (!asked.filters[f].empty()) query.filters.push_back({.facet = f, .values = asked.filters[f]});
    return query;
}

/// Whether most words of `text` are written as the first one that was asked for.
bool written_as(const std::string& asked, const std::string& text) {
    const auto wanted = search::words_of(asked), words = search::words_of(text);
    if (wanted.empty()) return false;
    const auto alike = std::ranges::count(words, wanted.front().script, &search::Word::script);
    return static_cast<std::size_t>(alike) * 2 > words.size();
}

/// The text of the member that answers best, one in the reader's own writing before others; without marks
/// the first summary.
std::vector<search::Segment> snippet_of(const Member& shown, const search::Index& index,
                                        const search::Query& query) {
    std::string best;
    std::vector<search::Mark> best_marks;
    bool best_alike = false;
    const auto look = [&](const std::string& text, const std::string& language) {
        auto marks = search::marks(index, query, text, search::language_by_tag(language));
        const bool alike = !marks.empty() && written_as(query.text, text);
        if (!best.empty() && std::pair(alike, marks.size()) <= std::pair(best_alike, best_marks.size()))
            return;
        best = text;
        best_marks = std::move(marks);
        best_alike = alike;
    };
    for (const MemberText& one : shown.profile.summaries) look(one.text, one.language);
    for (const Product& one : shown.profile.products)
        look(one.text.empty() ? one.name : one.name + ": " + one.text, one.language);
    return search::segments_of(best, best_marks, kSnippet);
}

/// What it is called, or the name in another language that was asked for.
std::vector<search::Segment> title_of(const Member& shown, const search::Index& index,
                                      const search::Query& query) {
    const auto& primary = people::primary_of(shown.organisation.content.names);
    auto marks = search::marks(index, query, primary.name, search::language_by_tag(primary.language));
    auto title = search::segments_of(primary.name, marks);
    if (!marks.empty()) return title;
    for (const auto& name : shown.organisation.content.names) {
        marks = search::marks(index, query, name.name, search::language_by_tag(name.language));
        if (marks.empty()) continue;
        title.push_back({" · ", false});
        for (search::Segment& s : search::segments_of(name.name, marks)) title.push_back(std::move(s));
        break;
    }
    return title;
}

/// Those of the technologies that were asked for stand first.
std::vector<std::string> technologies_of(const Member& shown, const std::set<std::string>& asked) {
    std::vector<std::string> list = shown.profile.technologies;
    std::stable_partition(list.begin(), list.end(), [&](const auto& one) { return asked.contains(one); });
    if (list.size() > kHitTechnologies) list.resize(kHitTechnologies);
    return list;
}

MemberHit hit_of(const Member& one, const Viewer& viewer, const Member& shown, const search::Index& index,
                 const search::Query& query, const std::set<std::string>& asked) {
    MemberHit hit{.id = shown.id(),
                  .name = people::primary_of(shown.organisation.content.names).name,
                  .country = shown.organisation.content.country,
                  .kind = shown.organisation.content.kind,
                  .fictitious = shown.organisation.fictitious,
                  .title = title_of(shown, index, query),
                  .snippet = snippet_of(shown, index, query),
                  .clusters = shown.clusters,
                  .size_class = shown.profile.size_class,
                  .activities = shown.profile.activities,
                  .technologies = technologies_of(shown, asked)};
    if (viewer.may_change(one))
        hit.completeness = completeness_of(one.organisation.content, one.profile).percent;
    return hit;
}

std::vector<Facet> facets_of(const search::Answer& answer, const MemberQuery& asked) {
    std::vector<Facet> facets;
    for (std::size_t f = 0; f < kMemberFacetCount; ++f) {
        Facet facet{.name = std::string(kMemberFacets[f]), .values = {}};
        const auto chosen = [&](const std::string& value) {
            return std::ranges::find(asked.filters[f], value) != asked.filters[f].end();
        };
        for (const auto& [value, count] : answer.facets[f]) {
            // Of codes the headings are offered; longer and shorter ones can be asked for.
            const bool heading = f != static_cast<std::size_t>(MemberFacet::hs_code) || value.size() == 4;
            if (chosen(value) || (heading && facet.values.size() < kFacetValues))
                facet.values.push_back({value, static_cast<std::int64_t>(count)});
        }
        for (const std::string& value : asked.filters[f])
            if (std::ranges::find(facet.values, value, &FacetValue::value) == facet.values.end())
                facet.values.push_back({value, 0});
        facets.push_back(std::move(facet));
    }
    return facets;
}

/// What the page shows for the codes of technologies and clusters.
void add_labels(db::Connection& c, const Vocabulary& words, MemberPage& page) {
    std::set<std::string> clusters;
    for (const MemberHit& hit : page.items)
        for (const std::string& one : hit.technologies) page.labels[one] = words.labels_of(one);
    for (const Facet& facet : page.facets) {
        if (facet.name == "technology")
            for (const auto& value : facet.values)
                if (words.knows(value.value)) page.labels[value.value] = words.labels_of(value.value);
        if (facet.name == "cluster")
            for (const auto& value : facet.values)
                if (value.count > 0) clusters.insert(value.value);
    }
    for (const auto& cluster : people::find_organisations(c, {clusters.begin(), clusters.end()}))
        page.clusters[cluster.id] = people::primary_of(cluster.content.names).name;
}

}  // namespace

MemberPage search_members(db::Connection& c, MemberIndex& members, const MemberQuery& asked,
                          const Viewer& viewer, const std::optional<MemberPlace>& after, std::size_t limit) {
    return members.read(c, viewer.general(), [&](const MemberIndex::View& view) {
        search::Query query = engine_query(asked, view.words);
        query.limit = limit + 1;
        for (std::size_t f = 0; f < kMemberFacetCount; ++f) query.count.push_back(f);
        if (after) query.after = {static_cast<float>(after->score), after->order, after->id};
        search::Answer answer = search::search(view.index, query);
        MemberPage page{.items = {}, .matches = static_cast<std::int64_t>(answer.matches)};
        page.facets = facets_of(answer, asked);
        if (answer.hits.size() > limit) {
            answer.hits.pop_back();
            const search::Hit& last = answer.hits.back();
            page.next_cursor = cursor_of({last.score, last.order, last.id});
        }
        std::set<std::string> concepts;
        for (const std::size_t concept_number : view.words.taxonomy().named_by(search::words_of(asked.q)))
            concepts.insert(view.words.taxonomy().name(concept_number));
        std::vector<std::string> ids;
        for (const search::Hit& hit : answer.hits) ids.push_back(hit.id);
        for (const Member& one : find_members(c, ids, viewer.today))
            if (const auto shown = disclosed(one, viewer.general(), viewer.today))
                page.items.push_back(hit_of(one, viewer, *shown, view.index, query, concepts));
        add_labels(c, view.words, page);
        return page;
    });
}

std::vector<std::string> matching_ids(db::Connection& c, MemberIndex& members, const MemberQuery& asked,
                                      const Viewer& viewer, std::size_t limit) {
    return members.read(c, viewer.general(), [&](const MemberIndex::View& view) {
        search::Query query = engine_query(asked, view.words);
        query.limit = limit;
        std::vector<std::string> ids;
        for (auto& hit : search::search(view.index, query).hits) ids.push_back(std::move(hit.id));
        return ids;
    });
}

std::vector<search::Suggestion> suggest(db::Connection& c, MemberIndex& members, const std::string& typed,
                                        const Viewer& viewer, std::size_t limit) {
    return members.read(c, viewer.general(), [&](const MemberIndex::View& view) {
        auto found = view.words.suggester().complete(typed, kConceptsLookedAt);
        std::erase_if(found, [&](search::Suggestion& one) {
            const auto facet = static_cast<std::size_t>(MemberFacet::technology);
            const auto value = view.index.facet_value(facet, one.target);
            const auto count = value == search::kNothing ? 0 : view.index.facet_count(facet, value);
            one.weight = static_cast<double>(count);
            return count == 0;
        });
        if (found.size() > limit / 2) found.resize(limit / 2);
        for (auto& one : view.suggester.complete(typed, limit - found.size()))
            found.push_back(std::move(one));
        return found;
    });
}

}  // namespace dure::desks::network
