// SPDX-License-Identifier: Apache-2.0
#include "server/figures/figure_codec.hpp"

#include "engine/base/utc_text.hpp"
#include "engine/energy/period.hpp"
#include "server/figures/described.hpp"
#include "server/figures/figure_described.hpp"
#include "server/figures/policy.hpp"
#include "server/figures/source_codec.hpp"
#include "server/people/texts.hpp"

namespace dure::figures {

BOOST_DESCRIBE_STRUCT(FigureDetail, (FigureView), (inputs, used_by))
BOOST_DESCRIBE_STRUCT(FigurePage, (), (items, next_cursor))

namespace {

bool is_period(std::string_view text) {
    return energy::read_period(text).has_value();
}

}  // namespace

std::span<const codec::Rule> json_rules(const FigureContent*) {
    static const codec::Rule rules[] = {
        codec::optional("code").length(1, 120).format("daegu.final.2014", is_code),
        codec::required("region").length(1, 100),
        codec::required("indicator").length(1, 100),
        codec::optional("sector").length(0, 100),
        codec::optional("item").length(0, 100),
        codec::required("period").format("2018 · 2018-07 · 2018-H2 · 2019-02/2019-10 · undated", is_period),
        codec::required("kind"),
        codec::required("unit").length(1, 60),
        codec::optional("price_year").at_least(1900).at_most(2199),
        codec::required("method"),
        codec::optional("formula").length(1, 2000),
        codec::optional("basis_ko").length(0, 300),
        codec::optional("basis_en").length(0, 300),
        codec::optional("note_ko").length(0, 5000),
        codec::optional("note_en").length(0, 5000),
        codec::optional("reason").length(0, 1000)};
    return rules;
}

Checked<FigureContent> decode_figure(std::string_view json) {
    auto content = codec::decode<FigureContent>(json);
    if (content)
        for (std::string* text :
             {&content->basis_ko, &content->basis_en, &content->note_ko, &content->note_en, &content->reason})
            *text = people::trimmed(*text);
    return content;
}

std::string encode(const FigureContent& content) {
    return codec::encode(content);
}
std::string encode(const FigureView& view) {
    return codec::encode(view);
}
std::string encode(const FigureDetail& view) {
    return codec::encode(view);
}
std::string encode(const FigurePage& page) {
    return codec::encode(page);
}

FigureView present(const Figure& one, const auth::Actor& reader) {
    FigureView view{one.content};
    view.id = one.id;
    view.source_code = one.source_code;
    view.source_document = one.source_document;
    view.source_publisher = one.source_publisher;
    view.source_link = one.source_link;
    view.source_published = one.source_published;
    view.owner_name = one.owner_name;
    view.version = one.version;
    view.created = utc_text(one.created);
    view.updated = utc_text(one.updated);
    if (one.deleted) view.deleted = utc_text(*one.deleted);
    if (may_change(reader, one)) view.actions.emplace_back("replace_figure");
    if (may_remove(reader, one)) view.actions.emplace_back("delete_figure");
    if (one.deleted && may_restore(reader, one)) view.actions.emplace_back("restore_figure");
    return view;
}

}  // namespace dure::figures
