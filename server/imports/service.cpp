// SPDX-License-Identifier: Apache-2.0
#include "server/imports/service.hpp"

#include <algorithm>
#include <set>

#include "server/audit/audit.hpp"
#include "server/http/pipeline.hpp"
#include "server/imports/jobs.hpp"
#include "server/imports/row_reader.hpp"

namespace dure::imports {
namespace {

constexpr Instant kDay = 24 * 3600 * kSecond;
constexpr Instant kDraftsKept = 14 * kDay;
constexpr Instant kRowsKept = 30 * kDay;

void record(db::Connection& c, const Context& context, const Import& one, std::string action,
            const Who& who) {
    audit::record(c, {.at = context.clock(),
                      .actor = who.account,
                      .action = std::move(action),
                      .record_kind = "import",
                      .record_id = one.id,
                      .request_id = who.request_id});
}

Import saved(db::Connection& c, const Context& context, Import one) {
    one.updated = context.clock();
    if (!update_import(c, one)) http::refuse(412, "http.stale");
    return find_import(c, one.id).value();
}

Import started(db::Connection& c, const Context& context, Import one, std::string_view kind, State state,
               std::string payload, const Who& who) {
    one.job = context.queue
                  .enqueue(c, {.kind = std::string(kind),
                               .subject = one.id,
                               .parent = {},
                               .owner = who.account,
                               .payload = std::move(payload)})
                  .id;
    one.state = state;
    one.error.reset();
    return saved(c, context, std::move(one));
}

void forget_old(db::Connection& c, Instant now) {
    for (const std::string& id : forgotten_imports(c, now - kDraftsKept)) delete_import(c, id);
    drop_old_rows(c, now - kRowsKept);
}

/// What of a mapping cannot be.
Errors faults_of(const Mapping& mapping, const Import& one, const Resource& resource) {
    Errors faults;
    std::set<std::string> columns;
    for (std::size_t i = 0; i < mapping.size(); ++i) {
        const Source& from = mapping[i];
        const std::string place = "/mapping/" + std::to_string(i);
        const auto column = std::ranges::find(resource.columns, from.column, &Column::key);
        if (column == resource.columns.end()) {
            faults.push_back({.code = "imports.no_such_column",
                              .params = {{"column", from.column}},
                              .pointer = place + "/column"});
            continue;
        }
        if (!columns.insert(from.column).second)
            faults.push_back({.code = "imports.column_twice",
                              .params = {{"column", from.column}},
                              .pointer = place + "/column"});
        if (!from.source) continue;
        const auto& headings = one.head.headings;
        if (static_cast<std::size_t>(*from.source) >= headings.size()) {
            faults.push_back({.code = "imports.no_such_source",
                              .params = {{"count", std::to_string(headings.size())}},
                              .pointer = place + "/source"});
            continue;
        }
        const Heading& heading = headings[static_cast<std::size_t>(*from.source)];
        if (!factor_of(heading, *column))
            faults.push_back({.code = "imports.unit_mismatch",
                              .params = {{"found", heading.unit}, {"wanted", column->unit}},
                              .pointer = place + "/source"});
    }
    return faults;
}

bool reads_otherwise(const ImportChange& change) {
    return change.sheet || change.separator || change.encoding || change.head_row || change.head_rows;
}

}  // namespace

Import begin_import(db::Connection& c, const Context& context, Import one, std::string_view content,
                    const Who& who) {
    const Instant now = context.clock();
    forget_old(c, now);
    one.id = context.ids.next();
    one.owner = who.account;
    one.created = one.updated = now;
    const Resource& resource = *find_resource(context.registry, one.resource);
    if (const auto known = remembered_mapping(c, one.owner, one.resource, digest_of(one.head.headings)))
        if (faults_of(*known, one, resource).empty()) one.mapping = *known;
    insert_import(c, one, content);
    record(c, context, one, "create_import", who);
    return find_import(c, one.id).value();
}

Checked<Import> change_import(db::Connection& c, const Context& context, Import one, const Import& seen,
                              const ImportChange& change, const Who& who) {
    const Resource& resource = *find_resource(context.registry, one.resource);
    if (reads_otherwise(change)) {
        one.sheet = seen.sheet;
        one.separator = seen.separator;
        one.encoding = seen.encoding;
        one.head = seen.head;
        one.sample = seen.sample;
        one.mapping = seen.mapping;
    }
    if (change.mapping) {
        if (auto faults = faults_of(*change.mapping, one, resource); !faults.empty())
            return std::unexpected(std::move(faults));
        one.mapping = *change.mapping;
    }
    if (reads_otherwise(change) || change.mapping) {
        delete_rows(c, one.id);
        one.state = State::draft;
        one.counts = {};
        one.error.reset();
    }
    one.twins = change.twins.value_or(one.twins);
    one.bad = change.bad.value_or(one.bad);
    record(c, context, one, "change_import", who);
    return saved(c, context, std::move(one));
}

Errors missing_columns(const Import& one, const Resource& resource) {
    Errors missing;
    for (const Column& column : resource.columns)
        if (column.required &&
            std::ranges::find(one.mapping, column.key, &Source::column) == one.mapping.end())
            missing.push_back(
                {.code = "imports.column_needed", .params = {{"column", column.key}}, .pointer = "/mapping"});
    return missing;
}

Checked<Import> start_check(db::Connection& c, const Context& context, Import one, const Who& who) {
    auto missing = missing_columns(one, *find_resource(context.registry, one.resource));
    if (!missing.empty()) return std::unexpected(std::move(missing));
    remember_mapping(c, who.account, one.resource, digest_of(one.head.headings), one.mapping,
                     context.clock());
    return started(c, context, std::move(one), kCheckJob, State::checking, "{}", who);
}

Import start_write(db::Connection& c, const Context& context, Import one, const Who& who) {
    record(c, context, one, "confirm_import", who);
    return started(c, context, std::move(one), kWriteJob, State::writing, "{}", who);
}

Import start_undo(db::Connection& c, const Context& context, Import one, const UndoWish& wish,
                  const Who& who) {
    record(c, context, one, "undo_import", who);
    return started(c, context, std::move(one), kUndoJob, State::undoing, encode(wish), who);
}

void drop_import(db::Connection& c, const Context& context, const Import& one, const Who& who) {
    record(c, context, one, "delete_import", who);
    delete_import(c, one.id);
}

Checked<MendedRow> change_row(db::Connection& c, const Context& context, Import one, StoredRow row,
                              const RowChange& change) {
    const Resource& resource = *find_resource(context.registry, one.resource);
    const auto errors_before = static_cast<std::int64_t>(row.errors.size());
    const bool twin_before = !row.twins.empty();
    for (std::size_t i = 0; i < change.cells.size(); ++i) {
        const auto column = std::ranges::find(resource.columns, change.cells[i].column, &Column::key);
        if (column == resource.columns.end())
            return std::unexpected(Errors{{.code = "imports.no_such_column",
                                           .params = {{"column", change.cells[i].column}},
                                           .pointer = "/cells/" + std::to_string(i) + "/column"}});
        row.cells.at(static_cast<std::size_t>(column - resource.columns.begin())) = change.cells[i].text;
    }
    if (!change.cells.empty()) {
        row.mended = true;
        row.errors.clear();
        std::vector<CellError> errors;
        const Row read = CellReader(resource).read({.number = row.number, .cells = row.cells}, errors);
        for (const CellError& error : errors) row.errors.push_back(stored(error, resource));
        // Other rows of the file are looked at again by the next check.
        std::erase_if(row.twins, [](const StoredTwin& twin) { return twin.record.has_value(); });
        if (errors.empty())
            for (const Twin& twin : resource.find_twins(c, {&read, 1}))
                row.twins.push_back({.record = twin.record, .name = twin.name, .reason = twin.reason});
    }
    if (change.decision) row.decision = change.decision;
    update_row(c, one.id, row);
    const auto errors_now = static_cast<std::int64_t>(row.errors.size());
    one.counts.bad_cells += errors_now - errors_before;
    one.counts.bad_rows += std::int64_t{errors_now > 0} - std::int64_t{errors_before > 0};
    one.counts.twin_rows += std::int64_t{!row.twins.empty()} - std::int64_t{twin_before};
    Import now = saved(c, context, std::move(one));
    return MendedRow{.one = std::move(now), .row = std::move(row)};
}

}  // namespace dure::imports
