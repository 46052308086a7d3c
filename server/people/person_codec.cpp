// SPDX-License-Identifier: Apache-2.0
#include "server/people/person_codec.hpp"

#include "server/auth/views.hpp"
#include "server/people/name_rules.hpp"

namespace dure::people {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_STRUCT(Employment, (), (organisation, job, first_day, last_day))
BOOST_DESCRIBE_STRUCT(PersonContent, (), (names, title, email, telephone, languages, employments, note))
BOOST_DESCRIBE_STRUCT(EmploymentView, (Employment), (organisation_name))
BOOST_DESCRIBE_STRUCT(PersonLine, (),
                      (id, name, names, title, languages, employments, owner, owner_name, fictitious, version,
                       created, updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(PersonView, (PersonLine), (email, telephone, note))
BOOST_DESCRIBE_STRUCT(PersonPage, (), (items, next_cursor))

std::span<const Rule> json_rules(const Employment*) {
    static const Rule rules[] = {required("organisation").length(1, 50), optional("job").length(0, 200),
                                 optional("first_day").format("2026-01-31", is_day),
                                 optional("last_day").format("2026-01-31", is_day)};
    return rules;
}
void json_check(const Employment& employment, codec::Reader& reader) {
    if (employment.first_day && employment.last_day && *employment.last_day < *employment.first_day)
        reader.refuse("person.day_order", {}, "/last_day");
}

std::span<const Rule> json_rules(const PersonContent*) {
    static const Rule rules[] = {
        required("names").items(1, 30),
        optional("title").length(0, 100),
        optional("email").length(3, 254).format("name@example.org", auth::is_email),
        optional("telephone").length(3, 50).format("+82 53 123 4567", is_telephone),
        optional("languages").items(0, 30).length(2, 35).format("ko, en", is_language_tag),
        optional("employments").items(0, 50),
        optional("note").length(0, 5000)};
    return rules;
}
void json_check(const PersonContent& content, codec::Reader& reader) {
    check_names(content.names, reader);
}

namespace {

void tidy(PersonContent& content) {
    people::tidy(content.names);
    content.title = trimmed(content.title);
    content.note = trimmed(content.note);
    if (content.telephone) content.telephone = trimmed(*content.telephone);
    for (Employment& each : content.employments) each.job = trimmed(each.job);
}

}  // namespace

Checked<PersonContent> decode_person(std::string_view json) {
    auto content = codec::decode<PersonContent>(json);
    if (content) tidy(*content);
    return content;
}
Checked<std::vector<PersonContent>> decode_persons(std::string_view json) {
    auto list = codec::decode<std::vector<PersonContent>>(json);
    if (list)
        for (auto& content : *list) tidy(content);
    return list;
}
std::string encode(const PersonContent& content) {
    return codec::encode(content);
}
std::string encode(const PersonView& view) {
    return codec::encode(view);
}
std::string encode(const PersonPage& page) {
    return codec::encode(page);
}

std::vector<std::string> decode_languages(std::string_view json) {
    return codec::decode<std::vector<std::string>>(json).value();
}
std::string encode_languages(const std::vector<std::string>& languages) {
    return codec::encode(languages);
}

}  // namespace dure::people
