// SPDX-License-Identifier: Apache-2.0
#include "server/finder/views.hpp"

#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"
#include "server/finder/place.hpp"
#include "server/finder/segment_codec.hpp"
#include "server/http/pipeline.hpp"

namespace dure::finder {
namespace {

struct FoundView {
    std::string id, page;
    std::vector<search::Segment> title, excerpt;
    std::optional<std::string> detail, at, day;
    bool fictitious = false;
};

struct FoundGroup {
    std::string kind;
    std::int64_t matches = 0;
    std::vector<FoundView> items;
    std::optional<std::string> next_cursor;
};

struct FoundPage {
    std::vector<FoundGroup> groups;
};

BOOST_DESCRIBE_STRUCT(FoundView, (), (id, page, title, excerpt, detail, at, day, fictitious))
BOOST_DESCRIBE_STRUCT(FoundGroup, (), (kind, matches, items, next_cursor))
BOOST_DESCRIBE_STRUCT(FoundPage, (), (groups))

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

std::string encode(const std::vector<Group>& groups) {
    FoundPage page;
    for (const Group& group : groups) {
        FoundGroup view{.kind = group.kind->name,
                        .matches = static_cast<std::int64_t>(group.matches),
                        .items = {},
                        .next_cursor = {}};
        if (group.next) view.next_cursor = cursor_of(*group.next);
        for (const Hit& hit : group.hits)
            view.items.push_back({.id = hit.id,
                                  .page = hit.page,
                                  .title = hit.title,
                                  .excerpt = hit.excerpt,
                                  .detail = unless_empty(hit.detail),
                                  .at = utc_text(hit.at),
                                  .day = unless_empty(hit.day),
                                  .fictitious = hit.fictitious});
        page.groups.push_back(std::move(view));
    }
    return codec::encode(page);
}

}  // namespace dure::finder
