// SPDX-License-Identifier: Apache-2.0
#include "server/people/person_service.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "server/audit/audit.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/organisation_store.hpp"
#include "server/people/person_codec.hpp"
#include "server/people/person_store.hpp"
#include "server/search/changes.hpp"

namespace dure::people {
namespace {

void record(db::Connection& c, const Person& one, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kPerson),
                      .record_id = one.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
    search::note_change(c, kPerson, one.id, one.updated);
}

/// What the history says: organisations by their names as they were then.
std::string told(const Person& one) {
    namespace json = boost::json;
    json::object content = json::parse(encode(one.content)).as_object();
    json::array jobs;
    for (std::size_t i = 0; i < one.content.employments.size(); ++i) {
        const Employment& each = one.content.employments[i];
        std::string job = one.organisation_names[i];
        if (!each.job.empty()) job += ", " + each.job;
        if (each.first_day || each.last_day)
            job += " (" + each.first_day.value_or("") + " – " + each.last_day.value_or("") + ")";
        jobs.emplace_back(job);
    }
    content["employments"] = std::move(jobs);
    return json::serialize(content);
}

void require_saved(bool saved) {
    if (!saved) http::refuse(412, "http.stale");
}

/// Those already kept may be at an organisation that was put away since.
void require_organisations(db::Connection& c, const std::vector<Employment>& wanted,
                           const std::vector<Employment>& kept) {
    Errors errors;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto& id = wanted[i].organisation;
        if (std::ranges::find(kept, id, &Employment::organisation) != kept.end()) continue;
        const auto organisation = find_organisation(c, id);
        if (!organisation || organisation->deleted)
            errors.push_back({.code = "people.no_such_organisation",
                              .pointer = "/employments/" + std::to_string(i) + "/organisation"});
    }
    if (!errors.empty()) http::refuse_fields(std::move(errors));
}

Person move(db::Connection& c, const Office& office, Person one, const Who& who, bool away) {
    one.updated = office.clock();
    require_saved(set_person_deleted(c, one, away ? std::optional(one.updated) : std::nullopt));
    const std::string text = told(one);
    if (away)
        record(c, one, who, "delete_person", text, std::nullopt);
    else
        record(c, one, who, "restore_person", std::nullopt, text);
    return find_person(c, one.id).value();
}

}  // namespace

Person create_person(db::Connection& c, const Office& office, const PersonContent& content, const Who& who,
                     bool fictitious) {
    require_organisations(c, content.employments, {});
    const Instant now = office.clock();
    const Person one{.id = office.ids.next(),
                     .content = content,
                     .owner = who.actor.account,
                     .fictitious = fictitious,
                     .created = now,
                     .updated = now};
    insert_person(c, one, office.ids);
    Person made = find_person(c, one.id).value();
    record(c, made, who, "create_person", std::nullopt, told(made));
    return made;
}

Person replace_person(db::Connection& c, const Office& office, Person one, const PersonContent& content,
                      const Who& who) {
    if (one.content == content) return one;
    require_organisations(c, content.employments, one.content.employments);
    const std::string before = told(one);
    one.content = content;
    one.updated = office.clock();
    require_saved(update_person(c, one, office.ids));
    Person saved = find_person(c, one.id).value();
    record(c, saved, who, "replace_person", before, told(saved));
    return saved;
}

Person remove_person(db::Connection& c, const Office& office, Person one, const Who& who) {
    return move(c, office, std::move(one), who, true);
}

Person restore_person(db::Connection& c, const Office& office, Person one, const Who& who) {
    if (!one.deleted) return one;
    return move(c, office, std::move(one), who, false);
}

}  // namespace dure::people
