// SPDX-License-Identifier: Apache-2.0
#include "server/oversight/export.hpp"

#include "engine/base/utc_text.hpp"
#include "server/oversight/entry_view.hpp"
#include "server/tables/table.hpp"

namespace dure::oversight {
namespace {

tables::Cell cell(const std::optional<std::string>& text) {
    if (!text) return std::monostate();
    return *text;
}

}  // namespace

std::string to_csv(const std::vector<Line>& lines) {
    tables::Table table{
        .title = "audit",
        .header = {"number", "at", "actor", "actor_name", "action", "record_kind", "record_id", "before",
                   "after", "request_id", "sealed", "erased", "deputy_for"}};
    for (const Line& line : lines) {
        const audit::Entry& entry = line.recorded.entry;
        std::string deputies;
        for (const auto& name : line.deputy_for) deputies += (deputies.empty() ? "" : ", ") + name;
        table.rows.push_back({static_cast<double>(line.recorded.number), utc_text(entry.at), entry.actor,
                              cell(line.actor_name), entry.action, entry.record_kind, entry.record_id,
                              cell(entry.before), cell(entry.after), entry.request_id,
                              std::string(line.sealed ? "true" : "false"),
                              std::string(line.erased ? "true" : "false"), deputies});
    }
    return tables::to_csv(table);
}

std::string to_json(const std::vector<Line>& lines) {
    std::vector<EntryView> views;
    for (const Line& line : lines) views.push_back(present(line));
    return encode(views);
}

}  // namespace dure::oversight
