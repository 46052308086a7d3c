// SPDX-License-Identifier: Apache-2.0
#include "server/people/organisation_service.hpp"

#include "server/audit/audit.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/organisation_codec.hpp"
#include "server/people/organisation_store.hpp"
#include "server/search/changes.hpp"

namespace dure::people {
namespace {

audit::Entry entry_of(const std::string& id, Instant at, const Who& who, std::string action,
                      std::optional<std::string> before, std::optional<std::string> after) {
    return {.at = at,
            .actor = who.actor.account,
            .action = std::move(action),
            .record_kind = std::string(kOrganisation),
            .record_id = id,
            .before = std::move(before),
            .after = std::move(after),
            .request_id = who.request_id};
}

void record(db::Connection& c, const Organisation& one, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c,
                  entry_of(one.id, one.updated, who, std::move(action), std::move(before), std::move(after)));
    search::note_change(c, kOrganisation, one.id, one.updated);
}

void require_saved(bool saved) {
    if (!saved) http::refuse(412, "http.stale");
}

Organisation move(db::Connection& c, const Office& office, Organisation one, const Who& who, bool away) {
    one.updated = office.clock();
    require_saved(set_organisation_deleted(c, one, away ? std::optional(one.updated) : std::nullopt));
    const std::string text = encode(one.content);
    if (away)
        record(c, one, who, "delete_organisation", text, std::nullopt);
    else
        record(c, one, who, "restore_organisation", std::nullopt, text);
    return find_organisation(c, one.id).value();
}

}  // namespace

Organisation create_organisation(db::Connection& c, const Office& office, const OrganisationContent& content,
                                 const Who& who, bool fictitious) {
    const Instant now = office.clock();
    const Organisation one{.id = office.ids.next(),
                           .content = content,
                           .owner = who.actor.account,
                           .fictitious = fictitious,
                           .created = now,
                           .updated = now};
    insert_organisation(c, one);
    record(c, one, who, "create_organisation", std::nullopt, encode(content));
    return find_organisation(c, one.id).value();
}

namespace {

/// What a change of many at one moment leaves behind: its entries, and the news for the search.
void record_all(db::Connection& c, const std::vector<audit::Entry>& entries) {
    if (entries.empty()) return;
    audit::record_many(c, entries);
    std::vector<std::string> ids;
    ids.reserve(entries.size());
    for (const audit::Entry& entry : entries) ids.push_back(entry.record_id);
    search::note_changes(c, kOrganisation, ids, entries.front().at);
}

}  // namespace

void create_organisations(db::Connection& c, std::span<const NewOrganisation> list, Instant now,
                          const Who& who) {
    insert_organisations(c, list, who.actor.account, now);
    std::vector<audit::Entry> entries;
    entries.reserve(list.size());
    for (const NewOrganisation& one : list)
        entries.push_back(
            entry_of(one.id, now, who, "create_organisation", std::nullopt, one.prepared->json));
    record_all(c, entries);
}

void remove_organisations(db::Connection& c, const Office& office, std::vector<Organisation> list,
                          const Who& who) {
    std::vector<audit::Entry> entries;
    entries.reserve(list.size());
    const Instant now = office.clock();
    for (const Organisation& one : list)
        entries.push_back(
            entry_of(one.id, now, who, "delete_organisation", encode(one.content), std::nullopt));
    put_organisations_away(c, list, now);
    record_all(c, entries);
}

Organisation replace_organisation(db::Connection& c, const Office& office, Organisation one,
                                  const OrganisationContent& content, const Who& who) {
    if (one.content == content) return one;
    const std::string before = encode(one.content);
    one.content = content;
    one.updated = office.clock();
    require_saved(update_organisation(c, one));
    record(c, one, who, "replace_organisation", before, encode(content));
    return find_organisation(c, one.id).value();
}

Organisation remove_organisation(db::Connection& c, const Office& office, Organisation one, const Who& who) {
    return move(c, office, std::move(one), who, true);
}

Organisation restore_organisation(db::Connection& c, const Office& office, Organisation one, const Who& who) {
    if (!one.deleted) return one;
    return move(c, office, std::move(one), who, false);
}

}  // namespace dure::people
