// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/people/person.hpp"

/// What comes in about persons and what leaves. Instants are texts here.
namespace dure::people {

/// Schema EmploymentView.
struct EmploymentView : Employment {
    std::string organisation_name;
};

/// Schema PersonLine: what a list shows. How to reach them stands on the person's own page, where reading is
/// logged.
struct PersonLine {
    std::string id, name;
    std::vector<Name> names;
    std::string title;
    std::vector<std::string> languages;
    std::vector<EmploymentView> employments;
    std::string owner, owner_name;
    bool fictitious = false;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};
/// Schema Person.
struct PersonView : PersonLine {
    std::optional<std::string> email, telephone;
    std::string note;
};
struct PersonPage {
    std::vector<PersonLine> items;
    std::optional<std::string> next_cursor;
};

/// Tidied. Codes beside the codec's: those of names, person.day_order.
Checked<PersonContent> decode_person(std::string_view json);
/// The same of an array; for files of examples.
Checked<std::vector<PersonContent>> decode_persons(std::string_view json);
std::string encode(const PersonContent&);
std::string encode(const PersonView&);
std::string encode(const PersonPage&);

std::vector<std::string> decode_languages(std::string_view json);
std::string encode_languages(const std::vector<std::string>& languages);

}  // namespace dure::people
