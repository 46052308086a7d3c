// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "server/desks/network/desk.hpp"
#include "server/desks/network/record_kinds.hpp"
#include "server/desks/network/record_store.hpp"
#include "server/http/message.hpp"

/// The handlers of one of the desk's small registers.
namespace dure::desks::network {

using auth::Actor;
using http::Request;
using http::Response;

class RecordHandlers {
  public:
    RecordHandlers(const Desk& desk, const RecordKind& kind) : desk_(desk), kind_(kind) {}

    Response list(const Request& request, const Actor& actor);
    Response create(const Request& request, const Actor& actor);
    Response replace(const Request& request, const Actor& actor);
    Response remove(const Request& request, const Actor& actor);
    Response restore(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
    const RecordKind& kind_;
};

/// The one rule: read, replaced, with its history.
class RuleHandlers {
  public:
    explicit RuleHandlers(const Desk& desk) : desk_(desk) {}

    Response get_cluster_rule(const Request& request, const Actor& actor);
    Response replace_cluster_rule(const Request& request, const Actor& actor);
    Response list_cluster_rule_history(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
};

/// Makes a record with its audit entry; for the files of the example too. 409 when its key is taken.
Record create_record(db::Connection& c, const Desk& desk, const RecordKind& kind, RecordDraft draft,
                     const Who& who);

}  // namespace dure::desks::network
