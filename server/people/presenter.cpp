// SPDX-License-Identifier: Apache-2.0
#include "server/people/presenter.hpp"

#include "engine/base/utc_text.hpp"
#include "server/people/policy.hpp"

namespace dure::people {

OrganisationView present(const Organisation& one, const auth::Actor& reader) {
    OrganisationView view{{one.content}};
    view.id = one.id;
    view.name = primary_of(one.content.names).name;
    view.owner = one.owner;
    view.owner_name = one.owner_name;
    view.fictitious = one.fictitious;
    view.version = one.version;
    view.created = utc_text(one.created);
    view.updated = utc_text(one.updated);
    view.deleted = utc_text(one.deleted);
    view.merged_into = one.merged_into;
    if (may_change(reader, one)) view.actions.emplace_back("replace_organisation");
    if (may_remove(reader, one)) view.actions.emplace_back("delete_organisation");
    if (one.deleted && !one.merged_into && may_restore(reader, one))
        view.actions.emplace_back("restore_organisation");
    return view;
}

}  // namespace dure::people
