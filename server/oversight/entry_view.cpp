// SPDX-License-Identifier: Apache-2.0
#include "server/oversight/entry_view.hpp"

#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"

namespace dure::oversight {

BOOST_DESCRIBE_STRUCT(EntryView, (),
                      (number, at, actor, actor_name, action, record_kind, record_id, before, after,
                       request_id, sealed, erased, deputy_for))
BOOST_DESCRIBE_STRUCT(EntryPage, (), (items, next_cursor))

namespace {

struct Below {
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Below, (), (number))
std::span<const codec::Rule> json_rules(const Below*) {
    static const codec::Rule rules[] = {codec::required("number")};
    return rules;
}

std::optional<codec::RawJson> raw(const std::optional<std::string>& json) {
    if (!json) return std::nullopt;
    return codec::RawJson{*json};
}

}  // namespace

EntryView present(const Line& line) {
    const audit::Entry& entry = line.recorded.entry;
    EntryView view{.number = line.recorded.number,
                   .at = utc_text(entry.at),
                   .actor_name = line.actor_name,
                   .action = entry.action,
                   .record_kind = entry.record_kind,
                   .record_id = entry.record_id,
                   .before = raw(entry.before),
                   .after = raw(entry.after),
                   .request_id = entry.request_id,
                   .sealed = line.sealed,
                   .erased = line.erased};
    if (!entry.actor.empty()) view.actor = entry.actor;
    if (!line.deputy_for.empty()) view.deputy_for = line.deputy_for;
    return view;
}

std::string encode(const EntryPage& page) {
    return codec::encode(page);
}
std::string encode(const std::vector<EntryView>& list) {
    return codec::encode(list);
}

std::optional<std::int64_t> cursor_in(http::Query& query) {
    const auto place = query.cursor<Below>();
    if (!place) return std::nullopt;
    return place->number;
}
std::string cursor_of(std::int64_t number) {
    return http::write_cursor(Below{number});
}

}  // namespace dure::oversight
