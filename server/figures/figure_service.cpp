// SPDX-License-Identifier: Apache-2.0
#include "server/figures/figure_service.hpp"

#include <algorithm>
#include <set>

#include "engine/energy/formula.hpp"
#include "engine/energy/period.hpp"
#include "server/audit/audit.hpp"
#include "server/figures/figure_check.hpp"
#include "server/figures/figure_codec.hpp"
#include "server/figures/recompute.hpp"
#include "server/figures/source_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::figures {
namespace {

audit::Entry entry_of(const Figure& one, const std::string& actor, const std::string& request_id,
                      std::string action, std::optional<std::string> before,
                      std::optional<std::string> after) {
    return {.at = one.updated,
            .actor = actor,
            .action = std::move(action),
            .record_kind = std::string(kFigure),
            .record_id = one.id,
            .before = std::move(before),
            .after = std::move(after),
            .request_id = request_id};
}

void record(db::Connection& c, const Figure& one, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, entry_of(one, who.actor.account, who.request_id, std::move(action), std::move(before),
                              std::move(after)));
}

void require_saved(bool saved) {
    if (!saved) http::refuse(412, "http.stale");
}

std::string key_of_period(const std::string& period) {
    return energy::key_of(energy::read_period(period).value());
}

/// Checks all that a person can mend, and works a derived value out. Its inputs' ids.
std::vector<std::string> settle(db::Connection& c, const Vocabulary& vocabulary, FigureContent& content,
                                const std::string& own) {
    Errors errors = check_figure(content, vocabulary);
    const auto refuse = [&](const char* pointer, Error error) {
        error.pointer = pointer;
        errors.push_back(std::move(error));
    };
    if (content.code)
        if (const auto other = find_figure_by_code(c, *content.code); other && other->id != own)
            refuse("/code", {.code = "figures.code_taken", .params = {{"code", *content.code}}});
    if (content.source) {
        const auto source = find_source(c, *content.source);
        if (!source || source->deleted) refuse("/source", {.code = "figures.unknown_source"});
    }
    if (!errors.empty()) http::refuse_fields(std::move(errors));
    if (content.method != Method::derived) return {};
    const auto codes = energy::references_of(*content.formula).value();
    auto known = find_figures_by_code(c, codes);
    std::erase_if(known, [](const auto& one) { return one.second.deleted.has_value(); });
    std::vector<std::string> inputs;
    for (const auto& [code, one] : known) inputs.push_back(one.id);
    if (const auto circle = first_made_of(c, inputs, own))
        http::refuse_fields(
            {{.code = "figures.circle", .params = {{"code", *circle}}, .pointer = "/formula"}});
    const auto value = work_out(content, vocabulary, [&](const std::string& code) -> const FigureContent* {
        const auto found = known.find(code);
        return found == known.end() ? nullptr : &found->second.content;
    });
    if (!value) {
        Error error = value.error();
        error.pointer = "/formula";
        http::refuse_fields({std::move(error)});
    }
    content.value = *value;
    return inputs;
}

}  // namespace

Figure create_figure(db::Connection& c, const Office& office, const FigureContent& content, const Who& who) {
    const Instant now = office.clock();
    Figure one{.id = office.ids.next(),
               .content = content,
               .owner = who.actor.account,
               .created = now,
               .updated = now};
    const auto inputs = settle(c, read_vocabulary(c), one.content, one.id);
    one.period_key = key_of_period(one.content.period);
    insert_figures(c, {&one, 1});
    set_inputs(c, one.id, inputs);
    record(c, one, who, "create_figure", std::nullopt, encode(one.content));
    return find_figure(c, one.id).value();
}

Figure replace_figure(db::Connection& c, const Office& office, Figure one, const FigureContent& content,
                      const Who& who) {
    FigureContent settled = content;
    const Vocabulary vocabulary = read_vocabulary(c);
    const auto inputs = settle(c, vocabulary, settled, one.id);
    if (one.content == settled) return one;
    // Others name it in their formulas: the name stays while they do.
    if (one.content.code && settled.code != one.content.code)
        if (const auto users = made_of(c, {one.id}); !users.empty())
            http::refuse_fields({{.code = "figures.code_in_use",
                                  .params = {{"count", std::to_string(users.size())}},
                                  .pointer = "/code"}});
    const std::string before = encode(one.content);
    one.content = std::move(settled);
    one.period_key = key_of_period(one.content.period);
    one.updated = office.clock();
    require_saved(update_figure(c, one));
    set_inputs(c, one.id, inputs);
    record(c, one, who, "replace_figure", before, encode(one.content));
    recompute(c, vocabulary, {one.id}, one.updated, who.actor.account, who.request_id);
    return find_figure(c, one.id).value();
}

Figure remove_figure(db::Connection& c, const Office& office, Figure one, const std::string& reason,
                     const Who& who) {
    if (const auto users = made_of(c, {one.id}); !users.empty())
        http::refuse(409, "figures.figure_in_use", {{"count", std::to_string(users.size())}});
    const std::string before = encode(one.content);
    one.content.reason = reason;
    one.updated = office.clock();
    require_saved(update_figure(c, one));
    ++one.version;
    require_saved(set_figure_deleted(c, one, one.updated));
    record(c, one, who, "delete_figure", before, std::nullopt);
    return find_figure(c, one.id).value();
}

Figure restore_figure(db::Connection& c, const Office& office, Figure one, const Who& who) {
    if (!one.deleted) return one;
    one.updated = office.clock();
    require_saved(set_figure_deleted(c, one, std::nullopt));
    record(c, one, who, "restore_figure", std::nullopt, encode(one.content));
    // While it was away, what it is made of may have changed.
    if (one.content.method == Method::derived)
        recompute(c, read_vocabulary(c), inputs_of(c, one.id), one.updated, who.actor.account,
                  who.request_id);
    return find_figure(c, one.id).value();
}

Checked<std::vector<Figure>> create_figures(db::Connection& c, const Office& office,
                                            const Vocabulary& vocabulary, std::vector<FigureContent> list,
                                            const std::optional<std::string>& owner,
                                            const std::string& request_id) {
    const Instant now = office.clock();
    std::vector<Figure> figures;
    figures.reserve(list.size());
    for (FigureContent& content : list) {
        auto& one = figures.emplace_back(Figure{.id = office.ids.next(),
                                                .content = std::move(content),
                                                .owner = owner,
                                                .created = now,
                                                .updated = now});
        one.period_key = key_of_period(one.content.period);
    }
    auto inputs = work_out_all(c, vocabulary, figures);
    if (!inputs) return std::unexpected(std::move(inputs.error()));
    insert_figures(c, figures);
    for (const auto& [figure, of] : *inputs) set_inputs(c, figure, of);
    std::vector<audit::Entry> entries;
    entries.reserve(figures.size());
    for (const Figure& one : figures)
        entries.push_back(entry_of(one, owner.value_or(""), request_id, "create_figure", std::nullopt,
                                   encode(one.content)));
    audit::record_many(c, entries);
    return figures;
}

void remove_figures(db::Connection& c, const Office& office, std::vector<Figure> list, const Who& who) {
    std::vector<audit::Entry> entries;
    const Instant now = office.clock();
    for (Figure& one : list) {
        one.updated = now;
        require_saved(set_figure_deleted(c, one, now));
        entries.push_back(entry_of(one, who.actor.account, who.request_id, "delete_figure",
                                   encode(one.content), std::nullopt));
    }
    audit::record_many(c, entries);
}

}  // namespace dure::figures
