// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"
#include "server/desks/network/cluster_rule.hpp"

/// The desk's small registers, one table for all: see docs/adr/0050.
namespace dure::desks::network {

/// A record of a register, as the table holds it.
struct Record {
    std::string id;
    std::string kind;     ///< which register, e.g. "hs_code"
    std::string content;  ///< JSON, checked and tidied
    std::string sort_key, search;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

void insert_record(db::Connection& c, const Record& one);
/// Also one that was put away.
std::optional<Record> find_record(db::Connection& c, std::string_view kind, const std::string& id);
/// Another one of the register, not put away, with this key.
bool is_taken(db::Connection& c, const Record& one);
/// Writes content, keys and updated, and counts the version up. False: it is no longer one.version.
bool update_record(db::Connection& c, const Record& one);
/// Puts away, or with none back. False as above.
bool set_record_deleted(db::Connection& c, const Record& one, std::optional<Instant> deleted);

struct RecordPlace {
    std::string sort_key, id;
};

struct RecordQuery {
    std::string_view kind;
    std::string part;
    bool deleted = false;
    std::optional<RecordPlace> after;
    int limit = 50;
};

/// By sort_key; one more than the limit where there is a next page.
std::vector<Record> list_records(db::Connection& c, const RecordQuery& query);

/// The rule by which clusters are valid; the migrations bring a first one.
inline constexpr std::string_view kClusterRule = "cluster_rule";
inline constexpr const char* kClusterRuleId = "cluster-rule";
ClusterRule current_rule(db::Connection& c);

}  // namespace dure::desks::network
