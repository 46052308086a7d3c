// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/import_command.hpp"
#include "cli/interrupt.hpp"
#include "cli/json_object.hpp"
#include "cli/progress_line.hpp"
#include "cli/server_options.hpp"
#include "server/app/app.hpp"
#include "server/app/importables.hpp"
#include "server/auth/account_store.hpp"
#include "server/codec/messages.hpp"
#include "server/codec/writer.hpp"
#include "server/db/system.hpp"
#include "server/imports/inspect.hpp"
#include "server/imports/run_here.hpp"
#include "server/imports/service.hpp"

namespace dure::cli {
namespace {

struct TablesArguments {
    app::Options options;
    std::string file, resource, account, sheet, twins = "skip";
    std::vector<std::string> columns, values;
    bool skip_bad = false, only_check = false, json = false;
};

/// "key=rest" taken apart; none where there is no sign.
std::optional<std::pair<std::string, std::string>> parted(const std::string& text) {
    const auto sign = text.find('=');
    if (sign == std::string::npos || sign == 0) return std::nullopt;
    return std::pair(text.substr(0, sign), text.substr(sign + 1));
}

/// What --column and --value say over what was proposed.
Expected<imports::Mapping> mapping_of(const TablesArguments& arguments, const imports::Import& seen) {
    imports::Mapping mapping = seen.mapping;
    const auto put = [&](imports::Source source) {
        std::erase_if(mapping, [&](const imports::Source& known) { return known.column == source.column; });
        mapping.push_back(std::move(source));
    };
    for (const std::string& text : arguments.columns) {
        const auto pair = parted(text);
        const auto found =
            std::ranges::find(seen.head.headings, pair ? pair->second : "", &imports::Heading::name);
        if (!pair || found == seen.head.headings.end()) return fail("cli.no_such_heading", {{"text", text}});
        put({.column = pair->first, .source = found - seen.head.headings.begin()});
    }
    for (const std::string& text : arguments.values) {
        const auto pair = parted(text);
        if (!pair) return fail("cli.no_such_heading", {{"text", text}});
        put({.column = pair->first, .value = pair->second});
    }
    return mapping;
}

class Import {
  public:
    Import(const TablesArguments& arguments, Context& context)
        : arguments_(arguments),
          context_(context),
          database_(app::open_database(arguments.options)),
          ids_(db::system_clock(), db::system_random()),
          queue_(db::system_clock(), ids_),
          office_{*database_, db::system_clock(), ids_},
          network_{*database_, db::system_clock(), ids_},
          figures_{*database_, db::system_clock(), ids_},
          registry_(app::importables(office_, network_,
                                     std::make_shared<desks::network::MemberIndex>(db::system_clock()),
                                     figures_)),
          imports_{*database_, db::system_clock(), ids_, queue_, registry_} {}

    void run() {
        const auto* resource = imports::find_resource(registry_, arguments_.resource);
        if (!resource)
            return refuse({{.code = "cli.no_such_resource", .params = {{"found", arguments_.resource}}}});
        const auto account = database_->read(
            [&](db::Connection& c) { return auth::find_account_by_email(c, arguments_.account); });
        if (!account)
            return refuse({{.code = "cli.no_such_account", .params = {{"email", arguments_.account}}}});
        const auto bytes = read_file(arguments_.file);
        if (!bytes) return refuse({bytes.error()});
        auto one = begun(*resource, *bytes, account->id);
        if (!one) return refuse(std::move(one.error()));
        finish(*resource, step(*one, imports::Step::check));
    }

  private:
    void refuse(Errors errors) {
        for (Error& error : errors)
            if (error.file.empty()) error.file = arguments_.file;
        context_.refuse(errors, Exit::bad_input, arguments_.json);
    }

    Checked<imports::Import> begun(const imports::Resource& resource, const std::string& bytes,
                                   const std::string& account) {
        auto seen = imports::inspect(bytes,
                                     {.resource = resource.key,
                                      .file_name = arguments_.file.substr(arguments_.file.rfind('/') + 1),
                                      .size = static_cast<std::int64_t>(bytes.size()),
                                      .sheet = arguments_.sheet},
                                     resource);
        if (!seen) return std::unexpected(Errors{seen.error()});
        auto mapping = mapping_of(arguments_, *seen);
        if (!mapping) return std::unexpected(Errors{mapping.error()});
        const imports::Who who{.account = account, .request_id = "dure tables import"};
        const imports::ImportChange change{
            .mapping = std::move(*mapping),
            .twins = imports::decision_named(arguments_.twins),
            .bad = arguments_.skip_bad ? imports::Bad::skip : imports::Bad::refuse};
        return database_->write([&](db::Connection& c) -> Checked<imports::Import> {
            auto one = imports::begin_import(c, imports_, *seen, bytes, who);
            auto changed = imports::change_import(c, imports_, one, *seen, change, who);
            if (!changed) imports::drop_import(c, imports_, one, who);
            if (auto missing = changed ? imports::missing_columns(*changed, resource) : Errors();
                !missing.empty()) {
                imports::drop_import(c, imports_, one, who);
                return std::unexpected(std::move(missing));
            }
            return changed;
        });
    }

    imports::Import step(const imports::Import& one, imports::Step what) {
        const Interrupt interrupt;
        auto after = imports::run_here(imports_, one.id, what, interrupt.token(), show_progress(context_));
        end_progress();
        return after;
    }

    void finish(const imports::Resource& resource, imports::Import one) {
        if (one.error) return refuse({*one.error});
        if (one.state == imports::State::draft) return stopped(one);
        const Errors bad = bad_cells(one, resource);
        if (!bad.empty() && !arguments_.skip_bad) return refuse(bad);
        if (!arguments_.only_check) {
            one = step(one, imports::Step::write);
            if (one.error) return refuse({*one.error});
            if (one.state != imports::State::done) return stopped(one);
        }
        tell(one, arguments_.only_check ? "checked" : "imported");
    }

    void stopped(const imports::Import& one) {
        context_.exit = Exit::stopped;
        tell(one, "cancelled");
    }

    void tell(const imports::Import& one, std::string_view status) {
        if (arguments_.json)
            return JsonObject()
                .add("status", status)
                .add("import", one.id)
                .add("rows", one.counts.rows)
                .add("bad_cells", one.counts.bad_cells)
                .add("twin_rows", one.counts.twin_rows)
                .add("written", one.written)
                .print();
        fmt::print("{}\n", context_.say("tables." + std::string(status),
                                        {{"rows", std::to_string(one.counts.rows)},
                                         {"written", std::to_string(one.written)},
                                         {"twins", std::to_string(one.counts.twin_rows)}}));
    }

    /// Each bad cell with its row as the line, and what to write instead.
    Errors bad_cells(const imports::Import& one, const imports::Resource& resource) {
        Errors errors;
        std::int64_t after = 0;
        for (;;) {
            const auto rows = database_->read([&](db::Connection& c) {
                return imports::list_rows(c, one.id, imports::Which::bad, after, 500);
            });
            for (const auto& row : rows) {
                if (row.number <= after) continue;
                after = row.number;
                for (const auto& error : row.errors) {
                    const auto& column = resource.columns[resource.column(error.column)];
                    Error told{.code = error.code, .params = error.params, .file = arguments_.file};
                    told.line = static_cast<int>(row.number);
                    told.pointer = codec::Messages::embedded().sentence(context_.language, column.label);
                    if (!error.instead.empty()) told.pointer += " → " + error.instead;
                    errors.push_back(std::move(told));
                }
            }
            if (rows.size() <= 500) return errors;
        }
    }

    const TablesArguments& arguments_;
    Context& context_;
    const std::unique_ptr<db::Database> database_;
    IdMaker ids_;
    jobs::Queue queue_;
    const people::Office office_;
    const desks::network::Desk network_;
    const figures::Office figures_;
    const imports::Registry registry_;
    const imports::Context imports_;
};

}  // namespace

void add_import(CLI::App& parent, Context& context, const std::string& resource) {
    const auto arguments = std::make_shared<TablesArguments>();
    arguments->resource = resource;
    CLI::App* import = parent.add_subcommand("import", context.say("tables.import"));
    import->add_option("file", arguments->file, context.say("tables.file"))->required();
    if (resource.empty())
        import->add_option("--resource", arguments->resource, context.say("tables.resource"))->required();
    import->add_option("--as", arguments->account, context.say("tables.as"))->required();
    import->add_option("--sheet", arguments->sheet, context.say("tables.sheet"));
    import->add_option("--column", arguments->columns, context.say("tables.column"));
    import->add_option("--value", arguments->values, context.say("tables.value"));
    import->add_option("--twins", arguments->twins, context.say("tables.twins"))
        ->check(CLI::IsMember({"skip", "update", "add"}));
    import->add_flag("--skip-bad", arguments->skip_bad, context.say("tables.skip_bad"));
    import->add_flag("--check", arguments->only_check, context.say("tables.check"));
    import->add_flag("--json", arguments->json, context.say("tables.json"));
    add_database_options(*import, arguments->options, context);
    import->callback([arguments, &context] { Import(*arguments, context).run(); });
}

void add_tables(CLI::App& app, Context& context) {
    CLI::App* tables = app.add_subcommand("tables", context.say("tables.about"));
    tables->require_subcommand(1);
    add_import(*tables, context);
}

}  // namespace dure::cli
