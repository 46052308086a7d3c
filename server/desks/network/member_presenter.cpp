// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/member_presenter.hpp"

#include "engine/base/utc_text.hpp"
#include "server/desks/network/completeness.hpp"

namespace dure::desks::network {
namespace {

MemberView view_of(Member shown, const Vocabulary& words) {
    auto& own = shown.organisation.content;
    MemberView view{.id = shown.id(),
                    .name = people::primary_of(own.names).name,
                    .country = own.country,
                    .names = std::move(own.names),
                    .kind = own.kind,
                    .fictitious = shown.organisation.fictitious,
                    .web = std::move(own.web),
                    .registration_number = std::move(own.registration_number),
                    .clusters = std::move(shown.clusters)};
    if (!own.address.empty()) view.address = std::move(own.address);
    MemberProfile& profile = shown.profile;
    view.size_class = profile.size_class;
    view.activities = std::move(profile.activities);
    view.hs_codes = std::move(profile.hs_codes);
    view.technologies = std::move(profile.technologies);
    for (const std::string& one : view.technologies) view.labels[one] = words.labels_of(one);
    view.products = std::move(profile.products);
    view.certificates = std::move(profile.certificates);
    view.summaries = std::move(profile.summaries);
    view.links = std::move(profile.links);
    view.contact = std::move(profile.contact);
    return view;
}

}  // namespace

std::optional<MemberView> present(const Member& one, const Viewer& viewer, const Vocabulary& words) {
    const Sight sight = viewer.sight(one);
    auto shown = disclosed(one, sight, viewer.today);
    if (!shown) return std::nullopt;
    const Consent consent = shown->profile.consent;
    MemberView view = view_of(std::move(*shown), words);
    if (sight != Sight::own) return view;
    const Completeness filled = completeness_of(one.organisation.content, one.profile);
    view.consent = consent;
    view.completeness = filled.percent;
    view.missing = filled.missing;
    view.version = one.version();
    view.created = utc_text(one.created);
    view.updated = utc_text(std::max(one.updated, one.organisation.updated));
    view.deleted = utc_text(one.deleted);
    if (one.deleted) {
        if (viewer.may_remove(one)) view.actions.emplace_back("restore_member");
        return view;
    }
    view.actions.emplace_back("replace_member");
    if (viewer.may_remove(one)) view.actions.emplace_back("delete_member");
    return view;
}

std::optional<MemberView> present_openly(const Member& one, const std::string& today,
                                         const Vocabulary& words) {
    auto shown = disclosed(one, Sight::everyone, today);
    if (!shown) return std::nullopt;
    return view_of(std::move(*shown), words);
}

}  // namespace dure::desks::network
