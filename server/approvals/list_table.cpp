// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/list_table.hpp"

#include "engine/base/utc_text.hpp"
#include "server/approvals/described.hpp"
#include "server/codec/messages.hpp"
#include "server/tables/table.hpp"

namespace dure::approvals {
namespace {

constexpr std::string_view kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

tables::Cell cell(const std::optional<std::string>& text) {
    if (!text) return std::monostate();
    return *text;
}

}  // namespace

http::Response file_of(const std::vector<Listed>& list, std::string_view language, bool csv) {
    const auto word = [&](const std::string& key) {
        return codec::Messages::embedded().sentence(language, "approval." + key);
    };
    tables::Table table{.title = word("title")};
    for (const char* column : {"number", "field.title", "field.kind", "field.desk", "field.amount_krw",
                               "field.drafter", "field.state", "waiting_for", "due", "updated"})
        table.header.push_back(word(column));
    for (const Listed& listed : list) {
        const Approval& one = listed.approval;
        const std::string desk = word("desk." + text_of(one.desk));
        std::optional<std::string> number;
        if (one.number)
            number = desk + " " + std::to_string(one.number->year) + "-" + std::to_string(one.number->serial);
        table.rows.push_back({cell(number), one.title, word("kind." + one.kind), desk,
                              one.amount_krw ? tables::Cell(static_cast<double>(*one.amount_krw))
                                             : tables::Cell(std::monostate()),
                              one.drafter_name, word("state." + text_of(one.state)), cell(listed.waiting_for),
                              cell(utc_text(listed.due)), utc_text(one.updated)});
    }
    http::Response response{.content_type = csv ? "text/csv; charset=utf-8" : std::string(kXlsx),
                            .body = csv ? tables::to_csv(table) : tables::to_xlsx(std::span(&table, 1))};
    return std::move(response.with("Content-Disposition", std::string("attachment; filename=\"approvals.") +
                                                              (csv ? "csv" : "xlsx") + "\""));
}

}  // namespace dure::approvals
