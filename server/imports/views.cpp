// SPDX-License-Identifier: Apache-2.0
#include "server/imports/views.hpp"

#include "engine/base/utc_text.hpp"
#include "server/imports/descriptions.hpp"
#include "server/imports/policy.hpp"

namespace dure::imports {
namespace {

struct ColumnView {
    std::string key;
    Type type = Type::text;
    bool required = false;
    std::string label, unit;
    std::vector<std::string> choices;
    std::string choice_labels;
};
BOOST_DESCRIBE_STRUCT(ColumnView, (), (key, type, required, label, unit, choices, choice_labels))

struct ResourceView {
    std::string key, page;
    std::vector<ColumnView> columns;
};
BOOST_DESCRIBE_STRUCT(ResourceView, (), (key, page, columns))

struct ResourceList {
    std::vector<ResourceView> items;
};
BOOST_DESCRIBE_STRUCT(ResourceList, (), (items))

struct ImportView {
    std::string id, resource, owner, owner_name;
    State state = State::draft;
    std::string file_name, format;
    std::int64_t size = 0;
    std::vector<std::string> sheets;
    std::string sheet, separator, encoding;
    std::int64_t head_row = 0, head_rows = 0;
    std::vector<Heading> headings;
    std::vector<std::vector<std::string>> sample;
    Mapping mapping;
    Decision twins = Decision::skip;
    Bad bad = Bad::refuse;
    std::int64_t rows = 0, bad_rows = 0, bad_cells = 0, twin_rows = 0, written = 0, undone = 0;
    std::optional<std::string> job;
    std::optional<Error> error;
    std::int64_t version = 1;
    std::string created, updated;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(ImportView, (),
                      (id, resource, owner, owner_name, state, file_name, format, size, sheets, sheet,
                       separator, encoding, head_row, head_rows, headings, sample, mapping, twins, bad, rows,
                       bad_rows, bad_cells, twin_rows, written, undone, job, error, version, created, updated,
                       actions))

struct ImportPage {
    std::vector<ImportView> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ImportPage, (), (items, next_cursor))

struct RowView : StoredRow {
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(RowView, (StoredRow), (version))

struct RowPage {
    std::vector<StoredRow> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(RowPage, (), (items, next_cursor))

ImportView view_of(const Import& one, const auth::Actor& reader) {
    ImportView view{.id = one.id,
                    .resource = one.resource,
                    .owner = one.owner,
                    .owner_name = one.owner_name,
                    .state = one.state,
                    .file_name = one.file_name,
                    .format = one.format,
                    .size = one.size,
                    .sheets = one.sheets,
                    .sheet = one.sheet,
                    .separator = one.separator,
                    .encoding = one.encoding,
                    .head_row = one.head.row,
                    .head_rows = one.head.rows,
                    .headings = one.head.headings,
                    .sample = one.sample,
                    .mapping = one.mapping,
                    .twins = one.twins,
                    .bad = one.bad,
                    .rows = one.counts.rows,
                    .bad_rows = one.counts.bad_rows,
                    .bad_cells = one.counts.bad_cells,
                    .twin_rows = one.counts.twin_rows,
                    .written = one.written,
                    .undone = one.undone,
                    .job = one.job,
                    .error = one.error,
                    .version = one.version,
                    .created = utc_text(one.created),
                    .updated = utc_text(one.updated)};
    if (may_steer(reader, one)) view.actions = steps(one);
    return view;
}

}  // namespace

std::string resource_list(const Registry& registry, const auth::Actor& reader) {
    ResourceList list;
    for (const Resource& resource : registry) {
        if (!reader.has_any(resource.may)) continue;
        ResourceView& view = list.items.emplace_back();
        view.key = resource.key;
        view.page = resource.page;
        for (const Column& column : resource.columns)
            view.columns.push_back({.key = column.key,
                                    .type = column.type,
                                    .required = column.required,
                                    .label = column.label,
                                    .unit = column.unit,
                                    .choices = column.choices,
                                    .choice_labels = column.choice_labels});
    }
    return codec::encode(list);
}

std::string present(const Import& one, const auth::Actor& reader) {
    return codec::encode(view_of(one, reader));
}

std::string page_of(const std::vector<Import>& list, const auth::Actor& reader,
                    const std::optional<std::string>& next) {
    ImportPage page{.items = {}, .next_cursor = next};
    for (const Import& one : list) page.items.push_back(view_of(one, reader));
    return codec::encode(page);
}

std::string present(const StoredRow& row, std::int64_t version) {
    RowView view{{row}};
    view.version = version;
    return codec::encode(view);
}

std::string page_of(const std::vector<StoredRow>& rows, const std::optional<std::string>& next) {
    return codec::encode(RowPage{.items = rows, .next_cursor = next});
}

}  // namespace dure::imports
