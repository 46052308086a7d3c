// SPDX-License-Identifier: Apache-2.0
#include "server/people/findable.hpp"

#include <algorithm>
#include <limits>

#include "server/people/organisation_service.hpp"
#include "server/people/organisation_store.hpp"
#include "server/people/person_service.hpp"
#include "server/people/person_store.hpp"
#include "server/people/policy.hpp"
#include "server/people/reads.hpp"

namespace dure::people {
namespace {

constexpr std::string_view kEmployed = "SELECT DISTINCT person FROM employment WHERE organisation = $1";
constexpr int kAll = std::numeric_limits<int>::max() - 1;

/// The institute sees all of both.
std::optional<std::string> sight(db::Connection&, const Actor& actor) {
    return actor.has_any(kReaders) ? std::optional<std::string>("institute") : std::nullopt;
}

std::vector<finder::Text> texts_of(const std::vector<Name>& names) {
    const Name& primary = primary_of(names);
    std::vector<finder::Text> texts{{primary.language, primary.name}};
    for (const Name& one : names)
        if (!one.primary) texts.push_back({one.language, one.name});
    return texts;
}

void add(finder::Findable& one, const std::string& text) {
    if (!text.empty()) one.texts.push_back({"", text});
}

finder::Findable findable(const Organisation& one) {
    const auto& content = one.content;
    finder::Findable found{.id = one.id,
                           .names = texts_of(content.names),
                           .texts = {},
                           .detail = content.registration_number.value_or(""),
                           .fictitious = one.fictitious};
    add(found, content.address);
    add(found, content.note);
    add(found, content.web.value_or(""));
    add(found, content.registration_number.value_or(""));
    return found;
}

finder::Findable findable(const Person& one) {
    const auto& content = one.content;
    finder::Findable found{
        .id = one.id, .names = texts_of(content.names), .texts = {}, .fictitious = one.fictitious};
    if (!one.organisation_names.empty()) found.detail = one.organisation_names.front();
    for (std::size_t i = 0; i < content.employments.size(); ++i) {
        const std::string& job = content.employments[i].job;
        add(found, one.organisation_names[i] + (job.empty() ? "" : " · " + job));
    }
    add(found, content.title);
    add(found, content.email.value_or(""));
    add(found, content.note);
    return found;
}

/// The persons of the ids; an organisation's id stands for who works or worked there.
std::vector<Person> persons_of(db::Connection& c, const std::vector<std::string>& ids) {
    std::vector<std::string> all = ids;
    for (const std::string& id : ids)
        for (const auto& row : c.query(kEmployed, id)) all.push_back(row.text(0));
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    return find_persons(c, all);
}

bool is_erased(const Organisation&) {
    return false;
}
bool is_erased(const Person& one) {
    return one.erased.has_value();
}

template <class Record>
std::vector<finder::Findable> readable(const std::vector<Record>& list, const Actor& actor) {
    std::vector<finder::Findable> found;
    for (const Record& one : list)
        if (may_read(actor, one) && !is_erased(one)) found.push_back(findable(one));
    return found;
}

}  // namespace

finder::Kind findable_organisations() {
    return {.name = "organisation",
            .page = "/organisations/",
            .changes = {std::string(kOrganisation)},
            .sight = sight,
            .read = [](db::Connection& c, const Actor& actor, const std::vector<std::string>* ids) {
                return readable(ids ? find_organisations(c, *ids) : all_organisations(c), actor);
            }};
}

finder::Kind findable_persons(Clock clock) {
    return {.name = "person",
            .page = "/persons/",
            .changes = {std::string(kPerson), std::string(kOrganisation)},
            .sight = sight,
            .read =
                [](db::Connection& c, const Actor& actor, const std::vector<std::string>* ids) {
                    return readable(ids ? persons_of(c, *ids) : list_persons(c, {.limit = kAll}), actor);
                },
            .shown =
                [clock = std::move(clock)](db::Connection& c, const Actor& actor,
                                           const std::string& request_id, std::int64_t count) {
                    record_read(c, {actor, request_id}, "find_records", std::nullopt, count, clock());
                }};
}

}  // namespace dure::people
