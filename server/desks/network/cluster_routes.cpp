// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/cluster_routes.hpp"

#include "server/desks/network/cluster_handlers.hpp"
#include "server/desks/network/cluster_policy.hpp"
#include "server/desks/network/growth_handlers.hpp"
#include "server/desks/network/record_handlers.hpp"

namespace dure::desks::network {

std::vector<auth::Operation> cluster_operations(const Desk& desk) {
    const auto one = [handlers = std::make_shared<ClusterHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto member = [handlers = std::make_shared<MembershipHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto rule = [handlers = std::make_shared<RuleHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto growth = [handlers = std::make_shared<GrowthHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto fact = [handlers = std::make_shared<RecordHandlers>(desk, kGrowthFact)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto hs = [handlers = std::make_shared<RecordHandlers>(desk, kHsCode)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto body = [handlers = std::make_shared<RecordHandlers>(desk, kNetworkBody)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using auth::kEveryone;
    using C = ClusterHandlers;
    using M = MembershipHandlers;
    using R = RecordHandlers;
    using U = RuleHandlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/network/clusters",                                       "list_clusters",             kClusterReaders, forbidden, one(&C::list_clusters)},
        {"POST",   "/api/v1/network/clusters",                                       "create_cluster",            kSecretariat,    forbidden, one(&C::create_cluster)},
        {"GET",    "/api/v1/network/clusters/export",                                "export_clusters",           kClusterReaders, forbidden, one(&C::export_clusters)},
        {"GET",    "/api/v1/network/clusters/{cluster_id}",                          "get_cluster",               kClusterReaders, not_found, one(&C::get_cluster)},
        {"PUT",    "/api/v1/network/clusters/{cluster_id}",                          "replace_cluster",           kClusterEditors, not_found, one(&C::replace_cluster)},
        {"DELETE", "/api/v1/network/clusters/{cluster_id}",                          "delete_cluster",            kSecretariat,    not_found, one(&C::delete_cluster)},
        {"POST",   "/api/v1/network/clusters/{cluster_id}/restore",                  "restore_cluster",           kSecretariat,    not_found, one(&C::restore_cluster)},
        {"GET",    "/api/v1/network/clusters/{cluster_id}/history",                  "list_cluster_history",      kInstituteReaders, not_found, one(&C::list_cluster_history)},
        {"GET",    "/api/v1/network/clusters/{cluster_id}/members",                  "list_cluster_members",      kClusterReaders, not_found, member(&M::list_cluster_members)},
        {"POST",   "/api/v1/network/clusters/{cluster_id}/members",                  "add_cluster_member",        kSecretariat,    not_found, member(&M::add_cluster_member)},
        {"PUT",    "/api/v1/network/clusters/{cluster_id}/members/{membership_id}",  "change_cluster_member",     kClusterEditors, not_found, member(&M::change_cluster_member)},
        {"DELETE", "/api/v1/network/clusters/{cluster_id}/members/{membership_id}",  "remove_cluster_member",     kSecretariat,    not_found, member(&M::remove_cluster_member)},
        {"GET",    "/api/v1/network/cluster_rule",                                   "get_cluster_rule",          kClusterReaders, forbidden, rule(&U::get_cluster_rule)},
        {"PUT",    "/api/v1/network/cluster_rule",                                   "replace_cluster_rule",      kSecretariat,    forbidden, rule(&U::replace_cluster_rule)},
        {"GET",    "/api/v1/network/cluster_rule/history",                           "list_cluster_rule_history", kInstituteReaders, forbidden, rule(&U::list_cluster_rule_history)},
        {"GET",    "/api/v1/network/growth",                                         "get_growth",                kClusterReaders, forbidden, growth(&GrowthHandlers::get_growth)},
        {"GET",    "/api/v1/network/growth_facts",                                   "list_growth_facts",         kClusterReaders, forbidden, fact(&R::list)},
        {"POST",   "/api/v1/network/growth_facts",                                   "create_growth_fact",        kSecretariat,    forbidden, fact(&R::create)},
        {"PUT",    "/api/v1/network/growth_facts/{record_id}",                       "replace_growth_fact",       kSecretariat,    not_found, fact(&R::replace)},
        {"DELETE", "/api/v1/network/growth_facts/{record_id}",                       "delete_growth_fact",        kSecretariat,    not_found, fact(&R::remove)},
        {"POST",   "/api/v1/network/growth_facts/{record_id}/restore",               "restore_growth_fact",       kSecretariat,    not_found, fact(&R::restore)},
        {"GET",    "/api/v1/network/hs_codes",                                       "list_hs_codes",             kEveryone,       forbidden, hs(&R::list)},
        {"POST",   "/api/v1/network/hs_codes",                                       "create_hs_code",            kSecretariat,    forbidden, hs(&R::create)},
        {"PUT",    "/api/v1/network/hs_codes/{record_id}",                           "replace_hs_code",           kSecretariat,    not_found, hs(&R::replace)},
        {"DELETE", "/api/v1/network/hs_codes/{record_id}",                           "delete_hs_code",            kSecretariat,    not_found, hs(&R::remove)},
        {"POST",   "/api/v1/network/hs_codes/{record_id}/restore",                   "restore_hs_code",           kSecretariat,    not_found, hs(&R::restore)},
        {"GET",    "/api/v1/network/bodies",                                         "list_network_bodies",       kClusterReaders, forbidden, body(&R::list)},
        {"POST",   "/api/v1/network/bodies",                                         "create_network_body",       kSecretariat,    forbidden, body(&R::create)},
        {"PUT",    "/api/v1/network/bodies/{record_id}",                             "replace_network_body",      kSecretariat,    not_found, body(&R::replace)},
        {"DELETE", "/api/v1/network/bodies/{record_id}",                             "delete_network_body",       kSecretariat,    not_found, body(&R::remove)},
        {"POST",   "/api/v1/network/bodies/{record_id}/restore",                     "restore_network_body",      kSecretariat,    not_found, body(&R::restore)},
    };
    // clang-format on
}

}  // namespace dure::desks::network
