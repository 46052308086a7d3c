// SPDX-License-Identifier: Apache-2.0
#include "server/app/example.hpp"

#include <spdlog/spdlog.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "server/codec/messages.hpp"
#include "server/desks/energy/model_files.hpp"
#include "server/desks/energy/plan_service.hpp"

namespace dure::app {
namespace {

namespace energy = desks::energy;

constexpr std::string_view kSeeded = "SELECT 1 FROM setting WHERE name = 'example'";
constexpr std::string_view kNoteSeeded =
    "INSERT INTO setting (name, value, updated) VALUES ('example', 'daegu', $1)";
constexpr std::string_view kRequest = "example";

struct Person {
    auth::ExampleAccount account;
    std::string name;
};

std::vector<Person> people() {
    return {
        {{"planner@example.dure", "try-dure-as-planner", auth::Role::planner}, "체험 계획 담당"},
        {{"admin@example.dure", "try-dure-as-admin", auth::Role::administrator}, "체험 관리자"},
        {{"officer@example.dure", "try-dure-as-officer", auth::Role::programme_officer}, "체험 사업 담당"},
        {{"director@example.dure", "try-dure-as-director", auth::Role::director}, "체험 센터장"},
        {{"board@example.dure", "try-dure-as-board", auth::Role::board_member}, "체험 이사"},
        {{"network@example.dure", "try-dure-as-secretary", auth::Role::cluster_manager}, "체험 사무국"},
        {{"partner@example.dure", "try-dure-as-partner", auth::Role::partner_cluster}, "체험 협력 클러스터"}};
}

std::vector<energy::TextFile> read_folder(const std::filesystem::path& folder) {
    std::vector<energy::TextFile> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto kind = entry.path().extension();
        if (kind != ".toml" && kind != ".csv") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        files.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(file), {}}});
    }
    return files;
}

energy::PlanDraft read_draft(const std::filesystem::path& folder) {
    auto files = read_folder(folder);
    if (files.empty()) throw std::runtime_error("no example in " + folder.string());
    auto model = energy::read_model_files(files);
    if (!model) {
        std::string text;
        for (const Error& error : model.error())
            text += codec::Messages::embedded().sentence("en", error) + '\n';
        throw std::runtime_error(text);
    }
    energy::PlanDraft draft{.name = model->network.name,
                            .description = codec::Messages::embedded().sentence("ko", "example.description"),
                            .network = std::move(model->network),
                            .values = std::move(model->series),
                            .assumptions = std::move(model->assumptions),
                            .example = true};
    return draft;
}

}  // namespace

std::vector<auth::ExampleAccount> example_accounts() {
    std::vector<auth::ExampleAccount> accounts;
    for (const Person& person : people()) accounts.push_back(person.account);
    return accounts;
}

void seed_example(const std::filesystem::path& folder, const energy::Desk& desk, auth::Accounts& accounts) {
    if (desk.database.read([](db::Connection& c) { return c.query_one(kSeeded).has_value(); })) return;
    const energy::PlanDraft draft = read_draft(folder);
    std::vector<std::string> hashes;
    for (const auto& [account, name] : people())
        hashes.push_back(accounts.hash_new_password(account.password, account.email, name));
    desk.database.write([&](db::Connection& c) {
        const auth::Origin origin{.request_id = std::string(kRequest)};
        std::vector<auth::Actor> actors;
        for (const auto& [account, name] : people()) {
            const auth::NewAccount wanted{.email = account.email, .name = name, .roles = {account.role}};
            const auto made = accounts.create(c, wanted, hashes.at(actors.size()), {}, origin, true);
            actors.push_back({.account = made.id, .name = made.name, .roles = wanted.roles});
        }
        energy::create_plan(c, desk, draft, {actors.front(), std::string(kRequest)});
        c.execute(kNoteSeeded, desk.clock());
    });
    spdlog::info("the example is in the database");
}

}  // namespace dure::app
