// SPDX-License-Identifier: Apache-2.0
#include "server/app/example_approvals.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "server/approvals/line_codec.hpp"
#include "server/approvals/line_service.hpp"
#include "server/codec/messages.hpp"

namespace dure::app {
namespace {

constexpr std::string_view kApprovalsSeeded = "SELECT 1 FROM setting WHERE name = 'example_approvals'";
constexpr std::string_view kApprovalsNoteSeeded =
    "INSERT INTO setting (name, value, updated) VALUES ('example_approvals', 'fictitious', $1)";
constexpr std::string_view kFirstAccount =
    "SELECT id, name FROM account WHERE example = 1 ORDER BY created, id LIMIT 1";
constexpr std::string_view kRequest = "example";

std::vector<approvals::LineContent> read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    auto list = approvals::decode_lines(std::string{std::istreambuf_iterator<char>(file), {}});
    if (list) return std::move(*list);
    std::string text;
    for (Error& error : list.error()) {
        error.file = path.string();
        text += codec::Messages::embedded().sentence("en", error) + '\n';
    }
    throw std::runtime_error(text);
}

}  // namespace

void seed_example_approvals(const std::filesystem::path& folder, const approvals::Office& office) {
    const auto path = std::filesystem::absolute(folder).parent_path() / "approval_lines.json";
    if (!std::filesystem::exists(path)) return;
    if (office.database.read([](db::Connection& c) { return c.query_one(kApprovalsSeeded).has_value(); }))
        return;
    const auto list = read(path);
    office.database.write([&](db::Connection& c) {
        const auto first = c.query_one(kFirstAccount);
        if (!first) return;
        const auth::Actor actor{
            .account = first->text(0), .name = first->text(1), .roles = {auth::Role::planner}};
        for (const auto& content : list)
            approvals::create_line(c, office, content, {actor, std::string(kRequest)}, true);
        c.execute(kApprovalsNoteSeeded, office.clock());
    });
}

}  // namespace dure::app
