// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/json_object.hpp"
#include "cli/table.hpp"
#include "engine/energy/formats/change_table.hpp"

namespace dure::cli {
namespace {

struct DecomposeArguments {
    std::string file, from, to, quantity;
    bool chained = false, json = false;
};

using energy::ChangeFile;
using energy::Decomposition;
using energy::Quantity;

/// The period of that name, else the error; the fallback where no name was given.
Expected<std::size_t> period_of(const ChangeFile& file, const std::string& name, std::size_t fallback) {
    if (name.empty()) return fallback;
    const auto& periods = file.table.periods;
    const auto found = std::ranges::find(periods, name);
    if (found == periods.end()) return fail("change.unknown_period", {{"period", name}});
    return static_cast<std::size_t>(found - periods.begin());
}

std::string_view unit_of(const ChangeFile& file, Quantity quantity) {
    return quantity == Quantity::energy ? file.energy_unit : file.emissions_unit;
}

template <class T, class Write>
std::string list_of(const std::vector<T>& items, Write write) {
    std::string list = "[";
    for (std::size_t i = 0; i < items.size(); ++i) list += (i ? "," : "") + write(items[i], i);
    return list + "]";
}

void print_json_decompose(const ChangeFile& file, const Decomposition& change, Quantity quantity,
                          bool chained) {
    const auto& sectors = file.table.sectors;
    JsonObject answer;
    answer.add("status", "ok").add("method", "LMDI-I").add("chained", chained);
    answer.add("quantity", quantity == Quantity::energy ? "energy" : "emissions");
    answer.add("unit", unit_of(file, quantity));
    answer.add("from", file.table.periods[change.from]).add("to", file.table.periods[change.to]);
    answer.add("start", change.start).add("end", change.end).add("change", change.end - change.start);
    answer.add("ratio", change.start > 0 ? std::optional(change.end / change.start) : std::nullopt);
    answer.add_raw(
        "effects", list_of(change.effects, [&](const energy::Effect& effect, std::size_t) {
            JsonObject one;
            one.add("factor", name_of(effect.factor)).add("additive", effect.additive);
            one.add("multiplicative", effect.multiplicative);
            one.add_raw(
                "by_sector", list_of(sectors, [&](const std::string& name, std::size_t i) {
                    return JsonObject().add("sector", name).add("additive", effect.by_sector[i]).text();
                }));
            return one.text();
        }));
    answer.add("residual", change.residual).print();
}

void print_for_people_decompose(const Context& context, const ChangeFile& file, const Decomposition& change,
                                Quantity quantity, bool chained) {
    const auto say = [&](const char* key, const Params& params = {}) {
        return context.say(fmt::format("decompose.{}", key), params);
    };
    const auto number = [](double v) { return fmt::format("{:.6g}", v); };
    const std::string unit(unit_of(file, quantity));
    fmt::print("{}\n", say(quantity == Quantity::energy ? "energy_changed" : "emissions_changed",
                           {{"from", file.table.periods[change.from]},
                            {"to", file.table.periods[change.to]},
                            {"start", number(change.start)},
                            {"end", number(change.end)},
                            {"change", fmt::format("{:+.6g}", change.end - change.start)},
                            {"unit", unit.empty() ? say("no_unit") : unit}}));
    std::vector<std::vector<std::string>> rows = {{say("factor"), say("additive"), say("multiplicative")}};
    for (const auto& effect : change.effects)
        rows.push_back({say(std::string(name_of(effect.factor)).c_str()),
                        fmt::format("{:+.6g}", effect.additive),
                        effect.multiplicative ? fmt::format("{:.6f}", *effect.multiplicative) : "-"});
    fmt::print("{}{}\n", as_columns(rows), say(chained ? "chained_note" : "method_note"));
}

void run_decompose(const DecomposeArguments& a, Context& context) {
    const auto text = read_file(a.file);
    if (!text) return context.refuse({text.error()}, Exit::bad_input, a.json);
    const auto file = energy::read_change_table(*text, a.file);
    if (!file) return context.refuse(file.error(), Exit::bad_input, a.json);
    auto from = period_of(*file, a.from, 0), to = period_of(*file, a.to, file->table.periods.size() - 1);
    for (const auto* period : {&from, &to}) {
        if (!*period) return context.refuse({period->error()}, Exit::bad_input, a.json);
    }
    if (a.chained && *from > *to)
        return context.refuse({{.code = "change.backwards"}}, Exit::bad_input, a.json);

    const bool has_emissions = !file->table.emissions.empty();
    const Quantity quantity = a.quantity == "energy" || (a.quantity.empty() && !has_emissions)
                                  ? Quantity::energy
                                  : Quantity::emissions;
    const auto change = a.chained ? energy::decompose_chained(file->table, *from, *to, quantity)
                                  : energy::decompose(file->table, *from, *to, quantity);
    if (!change) {
        auto errors = change.error();
        for (Error& error : errors) error.file = a.file;
        return context.refuse(errors, Exit::bad_input, a.json);
    }
    if (a.json) return print_json_decompose(*file, *change, quantity, a.chained);
    print_for_people_decompose(context, *file, *change, quantity, a.chained);
}

}  // namespace

void add_decompose(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("decompose", context.say("decompose.about"));
    const auto a = std::make_shared<DecomposeArguments>();
    command->add_option("file", a->file, context.say("decompose.file"))->required();
    command->add_option("--from", a->from, context.say("decompose.from"));
    command->add_option("--to", a->to, context.say("decompose.to"));
    command->add_option("--of", a->quantity, context.say("decompose.of"))
        ->check(CLI::IsMember({"energy", "emissions"}));
    command->add_flag("--chained", a->chained, context.say("decompose.chained"));
    command->add_flag("--json", a->json, context.say("option.json"));
    command->callback([a, &context] { run_decompose(*a, context); });
}

}  // namespace dure::cli
