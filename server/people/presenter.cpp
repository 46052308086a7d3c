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

PersonView present_whole(const Person& one) {
    PersonView view;
    view.id = one.id;
    view.name = primary_of(one.content.names).name;
    view.names = one.content.names;
    view.title = one.content.title;
    view.languages = one.content.languages;
    for (std::size_t i = 0; i < one.content.employments.size(); ++i) {
        EmploymentView employment{{one.content.employments[i]}};
        employment.organisation_name = one.organisation_names[i];
        view.employments.push_back(std::move(employment));
    }
    view.owner = one.owner;
    view.owner_name = one.owner_name;
    view.fictitious = one.fictitious;
    view.version = one.version;
    view.created = utc_text(one.created);
    view.updated = utc_text(one.updated);
    view.deleted = utc_text(one.deleted);
    view.email = one.content.email;
    view.telephone = one.content.telephone;
    view.note = one.content.note;
    return view;
}

PersonView present(const Person& one, const auth::Actor& reader) {
    PersonView view = present_whole(one);
    if (may_change(reader, one)) view.actions.emplace_back("replace_person");
    if (may_remove(reader, one)) view.actions.emplace_back("delete_person");
    if (one.deleted && may_restore(reader, one)) view.actions.emplace_back("restore_person");
    if (!one.deleted && reader.administrates()) {
        view.actions.emplace_back("export_person");
        view.actions.emplace_back("erase_person");
    }
    return view;
}

ContactView present(const Contact& one, const auth::Actor& reader) {
    const auto& content = one.content;
    ContactView view{.id = one.id,
                     .kind = content.kind,
                     .at = content.at,
                     .organisation = content.organisation,
                     .organisation_name = one.organisation_name,
                     .summary = content.summary,
                     .next_step = content.next_step,
                     .due = content.due,
                     .done = content.done,
                     .owner = one.owner,
                     .owner_name = one.owner_name,
                     .version = one.version,
                     .created = utc_text(one.created),
                     .updated = utc_text(one.updated),
                     .deleted = utc_text(one.deleted)};
    for (std::size_t i = 0; i < content.persons.size(); ++i)
        view.persons.push_back({.id = content.persons[i], .name = one.person_names[i]});
    for (std::size_t i = 0; i < content.accounts.size(); ++i)
        view.accounts.push_back({.id = content.accounts[i], .name = one.account_names[i]});
    if (may_change(reader, one)) view.actions.emplace_back("replace_contact");
    if (may_remove(reader, one)) view.actions.emplace_back("delete_contact");
    if (one.deleted && may_restore(reader, one)) view.actions.emplace_back("restore_contact");
    return view;
}

}  // namespace dure::people
