// SPDX-License-Identifier: Apache-2.0
#include "server/imports/template.hpp"

#include "server/codec/messages.hpp"
#include "server/imports/descriptions.hpp"
#include "server/tables/table.hpp"

namespace dure::imports {
namespace {

class Words {
  public:
    explicit Words(std::string_view language) : language_(language) {}
    std::string operator()(const std::string& key) const {
        return codec::Messages::embedded().sentence(language_, key);
    }

  private:
    const std::string language_;
};

tables::Table empty_table(const Resource& resource, const Words& say) {
    tables::Table table{.title = say("imports.resource." + resource.key)};
    for (const Column& column : resource.columns)
        table.header.push_back(say(column.label) + (column.unit.empty() ? "" : " (" + column.unit + ")"));
    return table;
}

std::string choices_of(const Column& column, const Words& say) {
    std::string list;
    for (const std::string& choice : column.choices)
        list += (list.empty() ? "" : ", ") + say(column.choice_labels + choice);
    return list;
}

tables::Table guide(const Resource& resource, const Words& say) {
    tables::Table table{
        .title = say("imports.guide.title"),
        .header = {say("imports.guide.column"), say("imports.guide.needed"), say("imports.guide.what"),
                   say("imports.guide.choices"), say("imports.guide.example")}};
    for (const Column& column : resource.columns) {
        const std::string type = boost::describe::enum_to_string(column.type, "");
        table.rows.push_back({say(column.label),
                              say(column.required ? "imports.guide.yes" : "imports.guide.no"),
                              say("imports.type." + type), choices_of(column, say), column.example});
    }
    return table;
}

}  // namespace

std::string template_csv(const Resource& resource, std::string_view language) {
    return tables::to_csv(empty_table(resource, Words(language)));
}

std::string template_xlsx(const Resource& resource, std::string_view language) {
    const Words say(language);
    const tables::Table sheets[] = {empty_table(resource, say), guide(resource, say)};
    return tables::to_xlsx(sheets);
}

}  // namespace dure::imports
