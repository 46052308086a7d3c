// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <iterator>
#include <memory>

#include "cli/command.hpp"
#include "cli/database_option.hpp"
#include "cli/json_object.hpp"
#include "server/db/system.hpp"
#include "server/mail/bounces.hpp"
#include "server/mail/mime.hpp"
#include "server/mail/store.hpp"

namespace dure::cli {
namespace {

struct MailArguments {
    DatabaseOption database;
    bool json = false;
    std::int64_t number = 0;
    bool all_dead = false;
};

/// Runs `work` on the database; what keeps it from that is told as the other commands tell it.
void with_database(const MailArguments& arguments, Context& context, const auto& work) {
    if (const auto missing = arguments.database.missing())
        return context.refuse({*missing}, Exit::bad_input, arguments.json);
    try {
        work(*db::Database::open({.url = arguments.database.address()}));
    } catch (const db::Error& error) {
        context.refuse({to_error(error)}, Exit::failed, arguments.json);
    }
}

/// As a mail server hands it over: `dure mail bounce < message`.
void take_bounce(const MailArguments& arguments, Context& context) {
    std::string message;
    for (char buffer[65'536]; std::cin.read(buffer, sizeof buffer), std::cin.gcount() > 0;) {
        message.append(buffer, static_cast<std::size_t>(std::cin.gcount()));
        if (message.size() > mail::kMimeBytes) break;  // refused below
    }
    const auto bounces = mail::read_bounces(message);
    if (!bounces) return context.refuse({bounces.error()}, Exit::bad_input, arguments.json);
    with_database(arguments, context, [&](db::Database& database) {
        const auto count = database.write(
            [&](db::Connection& c) { return mail::record_bounces(c, *bounces, db::system_clock()()); });
        if (arguments.json) {
            JsonObject answer;
            answer.add("status", "ok")
                .add("mails", count.mails)
                .add("addresses", count.addresses)
                .add("unknown", count.unknown);
            return answer.print();
        }
        fmt::print("{}\n", context.say("mail.bounced", {{"mails", std::to_string(count.mails)},
                                                        {"addresses", std::to_string(count.addresses)},
                                                        {"unknown", std::to_string(count.unknown)}}));
    });
}

void show_state(const MailArguments& arguments, Context& context) {
    with_database(arguments, context, [&](db::Database& database) {
        const auto counts = database.read([](db::Connection& c) { return mail::count_by_state(c); });
        JsonObject answer;
        answer.add("status", "ok");
        for (const auto& [state, count] : counts) {
            if (arguments.json)
                answer.add(name_of(state), count);
            else
                fmt::print("{:>8}  {}\n", count, context.say("mail.state." + std::string(name_of(state))));
        }
        if (arguments.json) return answer.print();
        if (counts.empty()) fmt::print("{}\n", context.say("mail.none"));
    });
}

std::vector<mail::Stored> wanted_of(db::Connection& c, const MailArguments& arguments) {
    if (arguments.all_dead) {
        mail::MailQuery dead{.limit = 100'000};
        dead.state = mail::State::dead;
        return list_mails(c, dead);
    }
    const auto one = mail::find_mail(c, arguments.number);
    return one ? std::vector{*one} : std::vector<mail::Stored>{};
}

void retry(const MailArguments& arguments, Context& context) {
    with_database(arguments, context, [&](db::Database& database) {
        const auto count = database.write([&](db::Connection& c) {
            int done = 0;
            for (const mail::Stored& one : wanted_of(c, arguments))
                if (mail::retry(c, one, db::system_clock()())) ++done;
            return done;
        });
        if (count == 0 && !arguments.all_dead)
            return context.refuse({{.code = "mail.not_to_retry"}}, Exit::bad_input, arguments.json);
        if (!arguments.json)
            return fmt::print("{}\n", context.say("mail.retried", {{"count", std::to_string(count)}}));
        JsonObject answer;
        answer.add("status", "ok").add("retried", count);
        answer.print();
    });
}

}  // namespace

void add_mail(CLI::App& app, Context& context) {
    auto arguments = std::make_shared<MailArguments>();
    CLI::App* mail = app.add_subcommand("mail", context.say("mail.about"));
    mail->require_subcommand(1);
    const auto command = [&](const std::string& name, const std::string& about, auto work) {
        CLI::App* one = mail->add_subcommand(name, context.say(about));
        arguments->database.add_to(*one, context);
        one->add_flag("--json", arguments->json, context.say("option.json"));
        one->callback([arguments, &context, work] { work(*arguments, context); });
        return one;
    };
    command("bounce", "mail.bounce", take_bounce);
    command("state", "mail.state_about", show_state);
    CLI::App* again = command("retry", "mail.retry", retry);
    auto* number = again->add_option("number", arguments->number, context.say("mail.number"));
    again->add_flag("--dead", arguments->all_dead, context.say("mail.all_dead"))->excludes(number);
}

}  // namespace dure::cli
