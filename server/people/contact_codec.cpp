// SPDX-License-Identifier: Apache-2.0
#include "server/people/contact_codec.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/base/utc_text.hpp"
#include "server/people/texts.hpp"

namespace dure::people {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_ENUM(ContactKind, call, visit, mail, meeting)
BOOST_DESCRIBE_STRUCT(ContactContent, (),
                      (kind, at, organisation, persons, accounts, summary, next_step, due, done))
BOOST_DESCRIBE_STRUCT(Party, (), (id, name))
BOOST_DESCRIBE_STRUCT(ContactView, (),
                      (id, kind, at, organisation, organisation_name, persons, accounts, summary, next_step,
                       due, done, owner, owner_name, version, created, updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(ContactPage, (), (items, next_cursor))
BOOST_DESCRIBE_STRUCT(ContactPlace, (), (at, id))

namespace {
bool is_instant(std::string_view text) {
    return instant_from(text).has_value();
}
void sort_once(std::vector<std::string>& ids) {
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
}
}  // namespace

std::span<const Rule> json_rules(const ContactContent*) {
    static const Rule rules[] = {required("kind"),
                                 required("at").format("2026-01-31T09:00:00Z", is_instant),
                                 optional("organisation").length(1, 50),
                                 optional("persons").items(0, 50).length(1, 50),
                                 optional("accounts").items(0, 50).length(1, 50),
                                 required("summary").length(1, 10'000),
                                 optional("next_step").length(0, 500),
                                 optional("due").format("2026-01-31", is_day)};
    return rules;
}
void json_check(const ContactContent& content, codec::Reader& reader) {
    if (!content.organisation && content.persons.empty()) reader.refuse("contact.nobody", {}, "/persons");
    if (trimmed(content.summary).empty())
        reader.refuse("json.too_short", {{"minimum", "1"}, {"found", "0"}}, "/summary");
}
std::span<const Rule> json_rules(const ContactPlace*) {
    static const Rule rules[] = {required("at"), required("id")};
    return rules;
}

Checked<ContactContent> decode_contact(std::string_view json) {
    auto content = codec::decode<ContactContent>(json);
    if (!content) return content;
    content->at = utc_text(instant_from(content->at).value());
    content->summary = trimmed(content->summary);
    content->next_step = trimmed(content->next_step);
    sort_once(content->persons);
    sort_once(content->accounts);
    return content;
}
std::string encode(const ContactContent& content) {
    return codec::encode(content);
}
std::string encode(const ContactView& view) {
    return codec::encode(view);
}
std::string encode(const ContactPage& page) {
    return codec::encode(page);
}

std::optional<ContactPlace> contact_place_in(http::Query& query) {
    return query.cursor<ContactPlace>();
}
std::string cursor_of(const ContactPlace& place) {
    return http::write_cursor(place);
}

std::string_view name_of(ContactKind kind) {
    return boost::describe::enum_to_string(kind, "");
}
ContactKind contact_kind(std::string_view name) {
    ContactKind kind{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), kind))
        throw std::invalid_argument("unknown kind of contact " + std::string(name));
    return kind;
}

}  // namespace dure::people
