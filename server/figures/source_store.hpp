// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/figures/figure.hpp"

namespace dure::figures {

/// Also one that was put away.
std::optional<Source> find_source(db::Connection& c, const std::string& id);
std::optional<Source> find_source_by_code(db::Connection& c, const std::string& code);

enum class SourceOrder { name, name_down, updated, updated_down };

struct SourcePlace {
    std::string name_key;
    std::int64_t updated = 0;
    std::string id;
};

struct SourceQuery {
    std::string part;  ///< of document, publisher, code, link, note
    bool deleted = false;
    SourceOrder order = SourceOrder::name;
    std::optional<SourcePlace> after;
    int limit = 50;
};

/// One more than the limit where there is a next page.
std::vector<Source> list_sources(db::Connection& c, const SourceQuery& query);
SourcePlace place_of(const Source& one);

void insert_sources(db::Connection& c, std::span<const Source> list);
/// Writes content and updated, and counts the version up. False: the version is no longer one.version.
bool update_source(db::Connection& c, const Source& one);
bool set_source_deleted(db::Connection& c, const Source& one, std::optional<Instant> deleted);
/// Figures that were read in it and are not put away.
std::int64_t count_figures_of(db::Connection& c, const std::string& source);

}  // namespace dure::figures
