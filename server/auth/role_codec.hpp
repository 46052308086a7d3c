// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/describe.hpp>

#include "server/auth/role.hpp"

/// How roles are written in JSON: included by codecs alone.
namespace dure::auth {

BOOST_DESCRIBE_ENUM(Role, administrator, director, planner, programme_officer, cluster_manager,
                    finance_officer, board_member, expert, company, partner_cluster)

}  // namespace dure::auth
