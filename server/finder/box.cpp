// SPDX-License-Identifier: Apache-2.0
#include "server/finder/box.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/search/highlight.hpp"

namespace dure::finder {
namespace {

constexpr std::size_t kMostIndexes = 256;
constexpr std::size_t kExcerpt = 200;  ///< bytes
constexpr std::size_t kNames = 0, kTexts = 1;

search::Schema schema() {
    return {.fields = {{.name = "names", .weight = 3, .names = true}, {.name = "texts"}}, .facets = {}};
}

search::Entry entry_of(const Findable& one) {
    search::Document document{
        .id = one.id, .texts = {}, .facets = {}, .order = sort_key(one.names.front().text)};
    const auto add = [&](std::size_t field, const std::vector<Text>& list) {
        for (const Text& each : list)
            document.more.push_back({field, search::language_by_tag(each.language), each.text});
    };
    add(kNames, one.names);
    add(kTexts, one.texts);
    return {.id = one.id, .documents = {std::move(document)}};
}

std::vector<search::Mark> marks_in(const search::Index& index, const search::Query& query, const Text& one) {
    return search::marks(index, query, one.text, search::language_by_tag(one.language));
}

/// What it is called, with the name in another language where that is what answers.
std::vector<search::Segment> title_of(const Findable& one, const search::Index& index,
                                      const search::Query& query) {
    const Text& first = one.names.front();
    const auto own = marks_in(index, query, first);
    auto title = search::segments_of(first.text, own);
    if (!own.empty()) return title;
    for (const Text& name : one.names) {
        const auto marks = marks_in(index, query, name);
        if (marks.empty()) continue;
        title.push_back({" · ", false});
        for (auto& part : search::segments_of(name.text, marks)) title.push_back(std::move(part));
        break;
    }
    return title;
}

/// Around the best answer among the texts; without marks the first of them.
std::vector<search::Segment> excerpt_of(const Findable& one, const search::Index& index,
                                        const search::Query& query) {
    const Text* best = nullptr;
    std::vector<search::Mark> best_marks;
    for (const Text& text : one.texts) {
        auto marks = marks_in(index, query, text);
        if (text.text.empty() || (best && marks.size() <= best_marks.size())) continue;
        best = &text;
        best_marks = std::move(marks);
    }
    if (!best) return {};
    return search::segments_of(best->text, best_marks, kExcerpt);
}

Hit hit_of(const Kind& kind, Findable one, const search::Index& index, const search::Query& query) {
    return {.id = one.id,
            .page = kind.page + one.id,
            .title = title_of(one, index, query),
            .excerpt = excerpt_of(one, index, query),
            .detail = std::move(one.detail),
            .at = one.at,
            .day = std::move(one.day),
            .fictitious = one.fictitious};
}

Group group_of(db::Connection& c, const Kind& kind, const auth::Actor& actor, const Question& question,
               search::Query query, const search::Index& index) {
    query.limit = question.limit + 1;
    if (question.after)
        query.after = {static_cast<float>(question.after->score), question.after->order, question.after->id};
    search::Answer answer = search::search(index, query);
    Group group{.kind = &kind, .matches = answer.matches, .hits = {}};
    if (answer.hits.size() > question.limit) {
        answer.hits.pop_back();
        const search::Hit& last = answer.hits.back();
        group.next = Place{.score = last.score, .order = last.order, .id = last.id};
    }
    if (answer.hits.empty()) return group;
    std::vector<std::string> ids;
    for (const auto& hit : answer.hits) ids.push_back(hit.id);
    std::map<std::string, Findable> found;
    for (Findable& one : kind.read(c, actor, &ids)) {
        std::string id = one.id;
        found.emplace(std::move(id), std::move(one));
    }
    for (const std::string& id : ids)
        if (const auto one = found.find(id); one != found.end())
            group.hits.push_back(hit_of(kind, std::move(one->second), index, query));
    return group;
}

}  // namespace

Box::Box(std::vector<Kind> kinds, Clock clock, TaxonomySource taxonomy)
    : kinds_(std::move(kinds)), clock_(std::move(clock)), taxonomy_(std::move(taxonomy)) {}

std::vector<Group> Box::find(db::Connection& c, const auth::Actor& actor, const Question& question) {
    std::vector<Group> groups;
    if (search::words_of(question.text).empty()) return groups;
    const auto taxonomy = taxonomy_ ? taxonomy_(c) : nullptr;
    search::Query query{.text = question.text, .filters = {}, .count = {}};
    query.taxonomy = taxonomy.get();
    query.unfinished = question.unfinished;
    for (const Kind& kind : kinds_) {
        if (question.kind && *question.kind != kind.name) continue;
        const auto sight = kind.sight(c, actor);
        if (!sight) continue;
        Group group = index_of(kind, *sight, actor)->read(c, 0, [&](const search::LiveIndex::View& view) {
            return group_of(c, kind, actor, question, query, view.index);
        });
        if (!group.hits.empty()) groups.push_back(std::move(group));
    }
    return groups;
}

std::shared_ptr<search::LiveIndex> Box::index_of(const Kind& kind, const std::string& sight,
                                                 const auth::Actor& actor) {
    const std::lock_guard lock(mutex_);
    Kept& kept = indexes_[{kind.name, sight}];
    kept.used = ++uses_;
    if (!kept.index) {
        search::Source source{.schema = schema(), .kinds = kind.changes, .anew = {}, .read = {}};
        source.read = [&kind, actor](db::Connection& c, const std::vector<std::string>* ids) {
            std::vector<search::Entry> entries;
            for (const Findable& one : kind.read(c, actor, ids)) entries.push_back(entry_of(one));
            return entries;
        };
        kept.index = std::make_shared<search::LiveIndex>(std::move(source), clock_);
    }
    const auto index = kept.index;
    if (indexes_.size() > kMostIndexes)
        indexes_.erase(
            std::ranges::min_element(indexes_, {}, [](const auto& each) { return each.second.used; }));
    return index;
}

}  // namespace dure::finder
