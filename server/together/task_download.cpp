// SPDX-License-Identifier: Apache-2.0
#include "server/together/task_download.hpp"

#include "engine/base/utc_text.hpp"
#include "server/codec/messages.hpp"

namespace dure::together {
namespace {

constexpr lists::DownloadColumn kColumns[] = {
    {"title", "tasks.field.title"},     {"owner_name", "tasks.field.owner"},
    {"due", "tasks.field.due"},         {"state", "tasks.field.state"},
    {"subject", "tasks.field.subject"}, {"creator_name", "tasks.field.creator"},
    {"updated", "tasks.field.updated"}, {"note", "tasks.field.note"}};

tables::Cell or_nothing(const std::optional<std::string>& text) {
    return text && !text->empty() ? tables::Cell(*text) : tables::Cell();
}

tables::Cell cell_of(Reader& reader, const Task& one, std::string_view column, const lists::Download& wanted,
                     const std::string& today) {
    if (column == "title") return one.title;
    if (column == "owner_name") return one.owner_name;
    if (column == "creator_name") return one.creator_name;
    if (column == "due") return or_nothing(one.due);
    if (column == "note") return or_nothing(one.note);
    if (column == "updated") return utc_text(one.updated);
    if (column == "subject") {
        if (!one.subject_kind) return {};
        const auto& subject = reader.subject(*one.subject_kind, *one.subject_id);
        return subject ? tables::Cell(subject->title) : tables::Cell();
    }
    const std::string state = one.done ? "done" : one.overdue(today) ? "overdue" : "open";
    if (wanted.form == lists::Form::json) return state;
    return codec::Messages::embedded().sentence(wanted.language, "tasks.state." + state);
}

}  // namespace

lists::Download task_download_in(http::Query& query) {
    return lists::download_in(query, kColumns);
}

http::Response task_file(Reader& reader, const std::vector<Task>& list, const lists::Download& wanted,
                         const std::string& today) {
    std::vector<std::vector<tables::Cell>> rows;
    for (const Task& one : list) {
        auto& row = rows.emplace_back();
        for (const std::size_t column : wanted.columns)
            row.push_back(cell_of(reader, one, kColumns[column].key, wanted, today));
    }
    return lists::download_of(wanted, kColumns, std::move(rows), "tasks");
}

}  // namespace dure::together
