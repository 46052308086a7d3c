// SPDX-License-Identifier: Apache-2.0
#include "server/app/example_people.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

#include "server/codec/messages.hpp"
#include "server/people/organisation_codec.hpp"
#include "server/people/organisation_service.hpp"
#include "server/people/person_codec.hpp"
#include "server/people/person_service.hpp"

namespace dure::app {
namespace {

constexpr std::string_view kPeopleSeeded = "SELECT 1 FROM setting WHERE name = 'example_people'";
constexpr std::string_view kPeopleNoteSeeded =
    "INSERT INTO setting (name, value, updated) VALUES ('example_people', 'fictitious', $1)";
constexpr std::string_view kFirstAccount =
    "SELECT id, name FROM account WHERE example = 1 ORDER BY created, id LIMIT 1";
constexpr std::string_view kRequest = "example";

template <class T>
std::vector<T> read(const std::filesystem::path& path, Checked<std::vector<T>> (*decode)(std::string_view)) {
    std::ifstream file(path, std::ios::binary);
    auto list = decode(std::string{std::istreambuf_iterator<char>(file), {}});
    if (list) return std::move(*list);
    std::string text;
    for (Error& error : list.error()) {
        error.file = path.string();
        text += codec::Messages::embedded().sentence("en", error) + '\n';
    }
    throw std::runtime_error(text);
}

/// In the file an employment names its organisation by its primary name.
std::vector<people::PersonContent> read_persons(const std::filesystem::path& path,
                                                const std::map<std::string, std::string>& organisations) {
    if (!std::filesystem::exists(path)) return {};
    auto list = read(path, people::decode_persons);
    for (auto& person : list)
        for (auto& employment : person.employments)
            employment.organisation = organisations.at(employment.organisation);
    return list;
}

}  // namespace

void seed_example_people(const std::filesystem::path& folder, const people::Office& office) {
    const auto path = std::filesystem::absolute(folder).parent_path() / "organisations.json";
    if (!std::filesystem::exists(path)) return;
    if (office.database.read([](db::Connection& c) { return c.query_one(kPeopleSeeded).has_value(); }))
        return;
    const auto list = read(path, people::decode_organisations);
    office.database.write([&](db::Connection& c) {
        const auto first = c.query_one(kFirstAccount);
        if (!first) return;
        const auth::Actor actor{
            .account = first->text(0), .name = first->text(1), .roles = {auth::Role::planner}};
        const people::Who who{actor, std::string(kRequest)};
        std::map<std::string, std::string> ids;
        for (const auto& content : list)
            ids[people::primary_of(content.names).name] =
                people::create_organisation(c, office, content, who, true).id;
        for (const auto& content : read_persons(path.parent_path() / "persons.json", ids))
            people::create_person(c, office, content, who, true);
        c.execute(kPeopleNoteSeeded, office.clock());
    });
}

}  // namespace dure::app
