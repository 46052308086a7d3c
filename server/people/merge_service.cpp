// SPDX-License-Identifier: Apache-2.0
#include "server/people/merge_service.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "server/audit/audit.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/organisation_codec.hpp"
#include "server/people/organisation_service.hpp"
#include "server/people/organisation_store.hpp"
#include "server/search/changes.hpp"

namespace dure::people {
namespace {

void record(db::Connection& c, const Organisation& one, const Who& who, std::string_view action,
            std::string before, std::string after) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::string(action),
                      .record_kind = std::string(kOrganisation),
                      .record_id = one.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
    search::note_change(c, kOrganisation, one.id, one.updated);
}

void require_saved(bool saved) {
    if (!saved) http::refuse(412, "http.stale");
}

/// What the merged record's history says: where it went.
std::string went_into(const Organisation& kept) {
    return boost::json::serialize(boost::json::object{{"merged_into", primary_of(kept.content.names).name}});
}

[[noreturn]] void refuse_for(std::string_view code, Errors reasons) {
    throw http::ProblemException{{.status = 409, .code = std::string(code), .errors = std::move(reasons)}};
}

std::vector<Moved> redirect_all(db::Connection& c, const Office& office, const Redirection& way) {
    std::vector<Moved> moved;
    Errors reasons;
    for (const Reference& reference : office.references) {
        auto keys = reference.redirect(c, way);
        if (!keys)
            reasons.push_back(std::move(keys.error()));
        else if (!keys->empty())
            moved.push_back({.reference = reference.name, .keys = std::move(*keys)});
    }
    if (!reasons.empty()) refuse_for("people.merge_refused", std::move(reasons));
    return moved;
}

void take_all_back(db::Connection& c, const Office& office, const Merge& merge, const Redirection& way,
                   Errors& reasons) {
    for (const auto& [name, keys] : merge.moved) {
        const auto reference = std::ranges::find(office.references, name, &Reference::name);
        if (reference == office.references.end()) {
            reasons.push_back({.code = "people.moved_on", .params = {{"reference", name}}});
            continue;
        }
        if (auto back = reference->take_back(c, way, keys); !back) reasons.push_back(std::move(back.error()));
    }
}

OrganisationContent content_from(const std::string& json) {
    return decode_organisation(json).value();
}

/// Why the records are no longer as the merge left them.
Errors changes_since(const Organisation& kept, const Organisation& other, const Merge& merge) {
    Errors reasons;
    if (kept.deleted) reasons.push_back({.code = "people.kept_put_away"});
    if (encode(kept.content) != merge.kept_after) reasons.push_back({.code = "people.kept_changed"});
    if (other.merged_into != merge.kept) reasons.push_back({.code = "people.merged_returned"});
    return reasons;
}

}  // namespace

Merge merge_organisations(db::Connection& c, const Office& office, Organisation kept, Organisation other,
                          const OrganisationContent& content, const Who& who) {
    const Instant now = office.clock();
    Merge merge{.id = office.ids.next(),
                .kept = kept.id,
                .merged = other.id,
                .kept_before = encode(kept.content),
                .kept_after = encode(content),
                .merged_by = who.actor.account,
                .created = now,
                .updated = now};
    merge.moved = redirect_all(c, office, {.from = other.id, .to = kept.id, .at = now});
    kept.content = content;
    kept.updated = other.updated = now;
    require_saved(update_organisation(c, kept));
    require_saved(set_organisation_merged(c, other, kept.id));
    insert_merge(c, merge);
    record(c, kept, who, "merge_organisations", merge.kept_before, merge.kept_after);
    record(c, other, who, "merge_organisations", encode(other.content), went_into(kept));
    return find_merge(c, merge.id).value();
}

Merge undo_merge(db::Connection& c, const Office& office, Merge merge, const Who& who) {
    if (merge.undone) http::refuse(409, "people.merge_undone");
    const Instant now = office.clock();
    Organisation kept = find_organisation(c, merge.kept).value();
    Organisation other = find_organisation(c, merge.merged).value();
    Errors reasons = changes_since(kept, other, merge);
    take_all_back(c, office, merge, {.from = kept.id, .to = other.id, .at = now}, reasons);
    if (!reasons.empty()) refuse_for("people.merge_changed", std::move(reasons));
    kept.updated = other.updated = now;
    const std::string went = went_into(kept);
    kept.content = content_from(merge.kept_before);
    require_saved(update_organisation(c, kept));
    require_saved(set_organisation_merged(c, other, std::nullopt));
    merge.undone = now;
    merge.undone_by = who.actor.account;
    require_saved(set_merge_undone(c, merge));
    record(c, kept, who, "undo_merge", merge.kept_after, merge.kept_before);
    record(c, other, who, "undo_merge", went, encode(other.content));
    return find_merge(c, merge.id).value();
}

}  // namespace dure::people
