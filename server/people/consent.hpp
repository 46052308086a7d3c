// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"

/// What persons have agreed to. Desks ask here before they show or send anything of a person; what was
/// withdrawn or has expired no longer counts at the same instant.
namespace dure::people {

/// directory: in the public directory; partners: shown to member organisations and partner clusters; abroad:
/// given to recipients abroad; mailing: letters and news; events: lists and pictures of events.
enum class Purpose { directory, partners, abroad, mailing, events };
enum class GivenBy { paper, web, mail, spoken };

bool consents(db::Connection& c, const std::string& person, Purpose purpose, Instant now);
/// Those of the persons who consent.
std::set<std::string> consenting(db::Connection& c, const std::vector<std::string>& persons, Purpose purpose,
                                 Instant now);

struct Consent {
    std::string id, person, person_name;
    Purpose purpose = Purpose::directory;
    std::string text_version;
    Instant given = 0;
    GivenBy given_by = GivenBy::paper;
    Instant expires = 0;
    std::optional<Instant> withdrawn;
    std::optional<GivenBy> withdrawn_by;
    std::string owner, owner_name;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

void insert_consent(db::Connection& c, const Consent& one);
std::optional<Consent> find_consent(db::Connection& c, const std::string& id);
/// False: the version is no longer one.version.
bool withdraw_consent_row(db::Connection& c, const Consent& one);
/// Newest first.
std::vector<Consent> consents_of(db::Connection& c, const std::string& person);
/// In force now, and ending before `until` without a later one of the same person and purpose: those to
/// renew, the next first. At most 500.
std::vector<Consent> consents_ending(db::Connection& c, Instant now, Instant until);

std::string_view name_of(Purpose purpose);
std::string_view name_of(GivenBy way);
/// Throw std::invalid_argument: the names come from our own tables.
Purpose purpose_of(std::string_view name);
GivenBy given_by(std::string_view name);

}  // namespace dure::people
