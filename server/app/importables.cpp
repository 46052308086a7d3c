// SPDX-License-Identifier: Apache-2.0
#include "server/app/importables.hpp"

#include "server/desks/network/member_import.hpp"
#include "server/figures/figure_import.hpp"
#include "server/people/organisation_import.hpp"

namespace dure::app {

imports::Registry importables(const people::Office& office, const desks::network::Desk& network,
                              const std::shared_ptr<desks::network::MemberIndex>& members,
                              const figures::Office& figures) {
    return {people::organisation_resource(office), desks::network::member_resource(network, members),
            figures::figure_resource(figures), figures::yearbook_resource(figures)};
}

}  // namespace dure::app
