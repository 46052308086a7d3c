// SPDX-License-Identifier: Apache-2.0
#include "server/imports/routes.hpp"

#include "server/imports/handlers.hpp"
#include "server/imports/policy.hpp"
#include "server/imports/store.hpp"

namespace dure::imports {
namespace {

constexpr std::size_t kLargestFile = std::size_t{64} << 20;

}  // namespace

std::vector<auth::Operation> operations(const Context& context) {
    const auto to = [handlers = std::make_shared<Handlers>(context)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auth::Audience who = importers(context.registry);
    using enum auth::Refusal;
    using H = Handlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/imports/resources",                     "list_import_resources",    who, forbidden, to(&H::list_import_resources)},
        {"GET",    "/api/v1/imports/resources/{resource}/template", "download_import_template", who, not_found, to(&H::download_import_template)},
        {"GET",    "/api/v1/imports",                               "list_imports",             who, forbidden, to(&H::list_imports)},
        {"POST",   "/api/v1/imports",                               "create_import",            who, forbidden, to(&H::create_import), kLargestFile},
        {"GET",    "/api/v1/imports/{import_id}",                   "get_import",               who, not_found, to(&H::get_import)},
        {"PATCH",  "/api/v1/imports/{import_id}",                   "change_import",            who, not_found, to(&H::change_import)},
        {"DELETE", "/api/v1/imports/{import_id}",                   "delete_import",            who, not_found, to(&H::delete_import)},
        {"POST",   "/api/v1/imports/{import_id}/check",             "check_import",             who, not_found, to(&H::check_import)},
        {"POST",   "/api/v1/imports/{import_id}/confirm",           "confirm_import",           who, not_found, to(&H::confirm_import)},
        {"POST",   "/api/v1/imports/{import_id}/undo",              "undo_import",              who, not_found, to(&H::undo_import)},
        {"GET",    "/api/v1/imports/{import_id}/rows",              "list_import_rows",         who, not_found, to(&H::list_import_rows)},
        {"PATCH",  "/api/v1/imports/{import_id}/rows/{number}",     "change_import_row",        who, not_found, to(&H::change_import_row)},
    };
    // clang-format on
}

std::optional<std::string> subject_name(db::Connection& c, const jobs::Job& job) {
    const auto one = job.subject ? find_import(c, *job.subject) : std::nullopt;
    return one ? std::optional(one->file_name) : std::nullopt;
}

}  // namespace dure::imports
