// SPDX-License-Identifier: Apache-2.0
#include "server/people/doubles.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "server/people/organisation_store.hpp"
#include "server/people/place.hpp"
#include "server/people/texts.hpp"

namespace dure::people {
namespace {

constexpr std::string_view kByRegistration =
    "SELECT id FROM organisation WHERE registration_key = $1 AND deleted IS NULL ORDER BY id LIMIT 10";
constexpr std::string_view kByHost =
    "SELECT id FROM organisation WHERE web_host = $1 AND deleted IS NULL ORDER BY id LIMIT 10";
constexpr std::string_view kByName =
    "SELECT DISTINCT o.id FROM organisation_name n JOIN organisation o ON o.id = n.organisation"
    " WHERE n.normal = $1 AND o.deleted IS NULL ORDER BY o.id LIMIT 10";
constexpr std::string_view kState =
    "SELECT count(*), COALESCE(max(updated), 0), CAST(COALESCE(sum(version), 0) AS BIGINT) FROM organisation";
constexpr std::string_view kSetApart =
    "INSERT INTO organisation_apart (one, other, said_by, created) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT DO NOTHING";
constexpr std::string_view kUnsetApart = "DELETE FROM organisation_apart WHERE one = $1 AND other = $2";
constexpr std::string_view kApart = "SELECT one, other FROM organisation_apart ORDER BY one, other";
constexpr std::string_view kApartFrom =
    "SELECT CASE WHEN one = $1 THEN other ELSE one END FROM organisation_apart WHERE one = $1 OR other = $1";

search::DirectoryEntry entry_of(const Organisation& one) {
    const auto& content = one.content;
    search::DirectoryEntry entry{.country = content.country, .address = content.address};
    for (const Name& name : content.names) entry.names.push_back(name.name);
    if (content.registration_number)
        entry.registration = registration_key(content.country, *content.registration_number);
    if (content.web) entry.web_host = web_host(*content.web);
    return entry;
}

std::vector<Double> compute(db::Connection& c) {
    const auto list = all_organisations(c);
    std::vector<search::DirectoryEntry> entries;
    for (const Organisation& one : list) entries.push_back(entry_of(one));
    std::vector<Double> found;
    // Ordered by id, so the smaller number is the smaller id.
    for (auto& pair : search::doubles_in(entries))
        found.push_back({.one = list[pair.left].id, .other = list[pair.right].id, .pair = std::move(pair)});
    return found;
}

}  // namespace

std::vector<LikeDraft> like_draft(db::Connection& c, const OrganisationDraft& draft) {
    std::map<std::string, std::vector<SameKey>> same;
    const auto add = [&](SameKey key, std::string_view sql, const std::string& value) {
        for (const auto& row : c.query(sql, value)) {
            auto& keys = same[row.text(0)];
            if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
        }
    };
    if (draft.registration_number && draft.country) {
        const auto key = registration_key(*draft.country, *draft.registration_number);
        if (key.size() > draft.country->size() + 1) add(SameKey::registration, kByRegistration, key);
    }
    if (draft.web && is_web_address(*draft.web)) add(SameKey::web, kByHost, web_host(*draft.web));
    for (const auto& name : draft.names)
        if (is_line(name)) add(SameKey::name, kByName, normal_name(name));
    if (draft.except) {
        same.erase(*draft.except);
        for (const auto& row : c.query(kApartFrom, *draft.except)) same.erase(row.text(0));
    }
    std::vector<std::string> ids;
    for (const auto& [id, keys] : same) ids.push_back(id);
    std::vector<LikeDraft> found;
    for (Organisation& one : find_organisations(c, ids)) {
        auto& keys = same.at(one.id);
        found.push_back({.organisation = std::move(one), .same = std::move(keys)});
    }
    std::ranges::sort(found, [](const LikeDraft& a, const LikeDraft& b) {
        return std::tuple(b.same.size(), a.same.front(), a.organisation.id) <
               std::tuple(a.same.size(), b.same.front(), b.organisation.id);
    });
    if (found.size() > 10) found.resize(10);
    return found;
}

DoublesFinder::List DoublesFinder::find(db::Connection& c) {
    const auto row = c.query_one(kState).value();
    const std::string state = std::to_string(row.integer(0)) + ' ' + std::to_string(row.integer(1)) + ' ' +
                              std::to_string(row.integer(2));
    const std::lock_guard lock(mutex_);
    if (!found_ || state != state_) {
        found_ = std::make_shared<const std::vector<Double>>(compute(c));
        state_ = state;
    }
    return found_;
}

bool set_apart(db::Connection& c, const std::string& a, const std::string& b, const std::string& account,
               Instant now) {
    return c.execute(kSetApart, std::min(a, b), std::max(a, b), account, now) == 1;
}
bool unset_apart(db::Connection& c, const std::string& a, const std::string& b) {
    return c.execute(kUnsetApart, std::min(a, b), std::max(a, b)) == 1;
}
std::vector<std::pair<std::string, std::string>> pairs_apart(db::Connection& c) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& row : c.query(kApart)) pairs.emplace_back(row.text(0), row.text(1));
    return pairs;
}

}  // namespace dure::people
