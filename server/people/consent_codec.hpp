// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/people/consent.hpp"

/// What comes in about consents and what leaves. Instants are texts here.
namespace dure::people {

/// Schema NewConsent.
struct NewConsent {
    Purpose purpose = Purpose::directory;
    std::string text_version;
    std::string given, expires;
    GivenBy given_by = GivenBy::paper;
};
/// Schema Withdrawal.
struct Withdrawal {
    GivenBy withdrawn_by = GivenBy::paper;
};

/// Schema Consent.
struct ConsentView {
    std::string id, person, person_name;
    Purpose purpose = Purpose::directory;
    std::string text_version, given;
    GivenBy given_by = GivenBy::paper;
    std::string expires;
    std::optional<std::string> withdrawn;
    std::optional<GivenBy> withdrawn_by;
    bool in_force = false;
    std::string owner, owner_name;
    std::int64_t version = 1;
    std::string created, updated;
    std::vector<std::string> actions;
};
struct ConsentList {
    std::vector<ConsentView> items;
};
ConsentView present(const Consent& one, Instant now, bool may_withdraw);

/// Codes beside the codec's: consent.ends_before.
Checked<NewConsent> decode_consent(std::string_view json);
Checked<Withdrawal> decode_withdrawal(std::string_view json);
std::string encode(const ConsentView&);
std::string encode(const ConsentList&);

}  // namespace dure::people
