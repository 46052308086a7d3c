// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/approvals/line.hpp"
#include "server/db/database.hpp"

namespace dure::approvals {

void insert_line(db::Connection& c, const Line& line);
/// Also one that was put away.
std::optional<Line> find_line(db::Connection& c, const std::string& id);
/// By kind, then the smallest amount first.
std::vector<Line> list_lines(db::Connection& c, bool deleted);
/// Writes content and updated and counts the version up. False: the version is no longer line.version.
bool update_line(db::Connection& c, const Line& line);
bool set_line_deleted(db::Connection& c, const Line& line, std::optional<Instant> deleted);
/// The line that holds for an amount: of those that reach it the one that reaches least far. Without an
/// amount only a line without a limit holds.
std::optional<Line> line_for(db::Connection& c, const std::string& kind,
                             std::optional<std::int64_t> amount_krw);

}  // namespace dure::approvals
