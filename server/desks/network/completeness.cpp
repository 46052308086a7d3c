// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/completeness.hpp"

#include <algorithm>

namespace dure::desks::network {
namespace {

bool in_english(const auto& texts) {
    return std::ranges::any_of(texts, [](const auto& text) { return text.language.starts_with("en"); });
}

}  // namespace

Completeness completeness_of(const people::OrganisationContent& organisation, const MemberProfile& profile) {
    struct Part {
        const char* name;
        int weight;
        bool filled;
    };
    // Together 100. What partners search by weighs most.
    const Part parts[] = {
        {"summaries", 15, !profile.summaries.empty()},
        {"technologies", 15, !profile.technologies.empty()},
        {"activities", 10, !profile.activities.empty()},
        {"english_name", 10, in_english(organisation.names)},
        {"hs_codes", 10, !profile.hs_codes.empty()},
        {"products", 10, !profile.products.empty()},
        {"size_class", 10, profile.size_class.has_value()},
        {"consent", 5, profile.consent.listing != ShownTo::nobody},
        {"contact", 5, profile.contact && !profile.contact->email.empty()},
        {"english_summary", 5, in_english(profile.summaries)},
        {"web", 5, organisation.web.has_value()},
    };
    Completeness made;
    for (const Part& part : parts) {
        if (part.filled)
            made.percent += part.weight;
        else
            made.missing.emplace_back(part.name);
    }
    return made;
}

}  // namespace dure::desks::network
