// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/json_object.hpp"
#include "server/codec/messages.hpp"
#include "server/codec/writer.hpp"

namespace dure::cli {

std::string Context::say(std::string_view key, const Params& params) const {
    return codec::Messages::embedded().sentence(language, "cli." + std::string(key), params);
}

void Context::refuse(const Errors& errors, Exit why, bool json) {
    exit = why;
    for (const Error& e : errors)
        fmt::print(stderr, "{}\n", codec::Messages::embedded().sentence(language, e));
    if (!json) return;
    std::string list = "[";
    for (const Error& e : errors) {
        if (list.size() > 1) list += ',';
        codec::write(e, list);
    }
    JsonObject answer;
    answer.add("status", "error").add_raw("errors", list + "]");
    answer.print();
}

}  // namespace dure::cli
