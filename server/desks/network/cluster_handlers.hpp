// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/network/cluster.hpp"
#include "server/desks/network/cluster_presenter.hpp"
#include "server/desks/network/desk.hpp"
#include "server/http/message.hpp"

/// The handlers of clusters and of their members; each reads as the pipeline of docs/dev/architecture.md.
namespace dure::desks::network {

using auth::Actor;
using http::Request;
using http::Response;

class ClusterHandlers {
  public:
    explicit ClusterHandlers(const Desk& desk) : desk_(desk) {}

    Response list_clusters(const Request& request, const Actor& actor);
    Response export_clusters(const Request& request, const Actor& actor);
    Response create_cluster(const Request& request, const Actor& actor);
    Response get_cluster(const Request& request, const Actor& actor);
    Response replace_cluster(const Request& request, const Actor& actor);
    Response delete_cluster(const Request& request, const Actor& actor);
    Response restore_cluster(const Request& request, const Actor& actor);
    Response list_cluster_history(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
};

class MembershipHandlers {
  public:
    explicit MembershipHandlers(const Desk& desk) : desk_(desk) {}

    Response list_cluster_members(const Request& request, const Actor& actor);
    Response add_cluster_member(const Request& request, const Actor& actor);
    Response change_cluster_member(const Request& request, const Actor& actor);
    Response remove_cluster_member(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
};

/// The cluster that the path names, if the actor may know of it; else 404.
Cluster readable_cluster(db::Connection& c, const Request& request, const ClusterReach& reach);
ClusterLight light_of(db::Connection& c, const Desk& desk, const Actor& actor);

}  // namespace dure::desks::network
