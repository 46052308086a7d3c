// SPDX-License-Identifier: Apache-2.0
#include "server/people/attachable.hpp"

#include "server/people/organisation_store.hpp"
#include "server/people/policy.hpp"

namespace dure::people {

files::Kind attachable_organisations() {
    return {.name = "organisation",
            .page = "/organisations/",
            .access = [](db::Connection& c, const Actor& actor,
                         const std::string& id) -> std::optional<files::Access> {
                const auto one = find_organisation(c, id);
                if (!one || !may_read(actor, *one)) return std::nullopt;
                return files::Access{may_change(actor, *one), primary_of(one->content.names).name};
            }};
}

}  // namespace dure::people
