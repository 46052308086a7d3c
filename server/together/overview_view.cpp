// SPDX-License-Identifier: Apache-2.0
#include "server/together/overview_view.hpp"

#include "engine/base/utc_text.hpp"
#include "server/together/cursor.hpp"
#include "server/together/record_link.hpp"

namespace dure::together {

BOOST_DESCRIBE_STRUCT(Wait, (), (kind, title, path, count, due, overdue))
BOOST_DESCRIBE_STRUCT(WaitingList, (), (items))
BOOST_DESCRIBE_STRUCT(ChangeView, (), (at, action, actor_name, times, subject))
BOOST_DESCRIBE_STRUCT(ChangePage, (), (items, next_cursor))
BOOST_DESCRIBE_STRUCT(OccasionView, (), (kind, id, title, path, day, begins, place, done))
BOOST_DESCRIBE_STRUCT(OccasionList, (), (items))
BOOST_DESCRIBE_STRUCT(FeedView, (), (exists, created, last_read, path))

std::string encode(const WaitingList& list) {
    return codec::encode(list);
}
std::string encode(const ChangePage& page) {
    return codec::encode(page);
}
std::string encode(const OccasionList& list) {
    return codec::encode(list);
}
std::string encode(const FeedView& view) {
    return codec::encode(view);
}

ChangePage present(const RecentPage& page) {
    ChangePage view;
    for (const RecentChange& one : page.items)
        view.items.push_back({.at = utc_text(one.at),
                              .action = one.action,
                              .actor_name = one.actor_name,
                              .times = one.times,
                              .subject = link_to(one.subject)});
    if (page.next) view.next_cursor = number_cursor(*page.next);
    return view;
}

OccasionList present(const std::vector<Occasion>& list) {
    OccasionList view;
    for (const Occasion& one : list)
        view.items.push_back({.kind = one.kind,
                              .id = one.id,
                              .title = one.title,
                              .path = one.path,
                              .day = one.day,
                              .begins = utc_text(one.begins),
                              .place = one.place,
                              .done = one.done});
    return view;
}

}  // namespace dure::together
