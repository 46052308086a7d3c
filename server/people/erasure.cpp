// SPDX-License-Identifier: Apache-2.0
#include "server/people/erasure.hpp"

#include "server/audit/audit.hpp"
#include "server/audit/chain.hpp"
#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/person_service.hpp"
#include "server/people/person_store.hpp"
#include "server/search/changes.hpp"

namespace dure::people {
namespace {

#define DURE_ALONE                                                                                  \
    "(SELECT l.entry FROM contact_entry_person l WHERE l.person = $1 AND NOT EXISTS (SELECT 1 FROM" \
    " contact_entry_person o WHERE o.entry = l.entry AND o.person <> $1))"
constexpr std::string_view kEmployments = "SELECT count(*) FROM employment WHERE person = $1";
constexpr std::string_view kAlone = "SELECT count(*) FROM contact_entry WHERE id IN " DURE_ALONE;
constexpr std::string_view kAll = "SELECT count(*) FROM contact_entry_person WHERE person = $1";
constexpr std::string_view kConsents = "SELECT count(*) FROM consent WHERE person = $1";
constexpr std::string_view kReads = "SELECT count(*) FROM personal_read WHERE person = $1";
#define DURE_ABOUT                                                                                           \
    " FROM audit_entry WHERE ((record_kind = 'person' AND record_id = $1) OR (record_kind = 'contact_entry'" \
    " AND record_id IN " DURE_ALONE "))"
constexpr std::string_view kEntries = "SELECT count(*)" DURE_ABOUT;
constexpr std::string_view kContents =
    "SELECT number" DURE_ABOUT " AND (before IS NOT NULL OR after IS NOT NULL) ORDER BY number";
constexpr std::string_view kEmptyAlone =
    "UPDATE contact_entry SET summary = '', next_step = '', due = NULL, updated = $2, version = version + 1"
    " WHERE id IN " DURE_ALONE;
constexpr std::string_view kTouchShared =
    "UPDATE contact_entry SET version = version + 1, updated = $2 WHERE id IN"
    " (SELECT entry FROM contact_entry_person WHERE person = $1)";
constexpr std::string_view kLeaveEntries = "DELETE FROM contact_entry_person WHERE person = $1";
#undef DURE_ABOUT
#undef DURE_ALONE

std::int64_t counted(db::Connection& c, std::string_view sql, const std::string& person) {
    return c.query_one(sql, person)->integer(0);
}

std::vector<std::int64_t> contents_of(db::Connection& c, const std::string& person) {
    std::vector<std::int64_t> numbers;
    for (const auto& row : c.query(kContents, person)) numbers.push_back(row.integer(0));
    return numbers;
}

}  // namespace

std::vector<ErasureItem> erasure_of(db::Connection& c, const std::string& person) {
    const std::int64_t alone = counted(c, kAlone, person);
    std::vector<ErasureItem> list;
    const auto add = [&](std::string what, std::int64_t count, bool erased) {
        if (count > 0) list.push_back({.what = std::move(what), .count = count, .erased = erased});
    };
    add("names_and_addresses", 1, true);
    add("employments", counted(c, kEmployments, person), true);
    add("contacts", alone, true);
    add("audit_contents", static_cast<std::int64_t>(contents_of(c, person).size()), true);
    add("answers", auth::answers_about(c, person), true);
    add("shared_contacts", counted(c, kAll, person) - alone, false);
    add("consents", counted(c, kConsents, person), false);
    add("reads", counted(c, kReads, person), false);
    add("audit_shells", counted(c, kEntries, person), false);
    return list;
}

void erase_person(db::Connection& c, const Office& office, const Person& one, const Who& who) {
    const Instant now = office.clock();
    // While it is still known which entries were about this person alone.
    for (const std::int64_t number : contents_of(c, one.id))
        (void)audit::erase(c, number, {.at = now, .actor = who.actor.account, .request_id = who.request_id},
                           office.random);
    c.execute(kEmptyAlone, one.id, now);
    c.execute(kTouchShared, one.id, now);
    c.execute(kLeaveEntries, one.id);
    auth::forget_answers_about(c, one.id);
    if (!erase_person_row(c, one, now)) http::refuse(412, "http.stale");
    audit::record(c, {.at = now,
                      .actor = who.actor.account,
                      .action = "erase_person",
                      .record_kind = std::string(kPerson),
                      .record_id = one.id,
                      .before = std::nullopt,
                      .after = std::nullopt,
                      .request_id = who.request_id});
    search::note_change(c, kPerson, one.id, now);
}

}  // namespace dure::people
