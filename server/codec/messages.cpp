// SPDX-License-Identifier: Apache-2.0
#include "server/codec/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>

namespace dure::codec {
namespace {

namespace json = boost::json;

/// Puts the leaves under `prefix`; the key of one that is no string, or nothing.
std::string flatten(const json::object& object, const std::string& prefix, Messages::Sentences& out) {
    for (const auto& [key, value] : object) {
        const std::string name = prefix.empty() ? std::string(key) : prefix + "." + std::string(key);
        if (value.is_object()) {
            if (auto bad = flatten(value.get_object(), name, out); !bad.empty()) return bad;
        } else if (value.is_string()) {
            out[name] = std::string(value.get_string());
        } else {
            return name;
        }
    }
    return {};
}

Expected<Messages::Sentences> read(std::string_view text) {
    boost::system::error_code error;
    const auto value = json::parse(json::string_view(text.data(), text.size()), error);
    if (error || !value.is_object()) return fail("json.malformed", {{"line", "1"}, {"column", "1"}});
    Messages::Sentences sentences;
    if (auto bad = flatten(value.get_object(), "", sentences); !bad.empty())
        return fail("messages.not_text", {{"key", bad}});
    return sentences;
}

}  // namespace

const Messages& Messages::embedded() {
    static const Messages messages = [] {
        auto parsed = parse(embedded_messages("ko"), embedded_messages("en"));
        if (!parsed) throw std::logic_error("messages/ is broken: " + parsed.error().code);
        return std::move(*parsed);
    }();
    return messages;
}

Expected<Messages> Messages::parse(std::string_view korean, std::string_view english) {
    auto ko = read(korean), en = read(english);
    if (!ko) return std::unexpected(ko.error());
    if (!en) return std::unexpected(en.error());
    Messages messages;
    messages.korean_ = std::move(*ko);
    messages.english_ = std::move(*en);
    return messages;
}

std::string Messages::sentence(std::string_view language, std::string_view key, const Params& params) const {
    const auto& all = sentences(language);
    const auto found = all.find(std::string(key));
    if (found == all.end()) return std::string(key);
    const std::string_view form = found->second;
    std::string filled;
    for (std::size_t at = 0; at < form.size();) {
        const auto open = form.find("{{", at);
        const auto close = open == form.npos ? form.npos : form.find("}}", open);
        if (close == form.npos) return filled.append(form.substr(at));
        filled.append(form.substr(at, open - at));
        const auto name = form.substr(open + 2, close - open - 2);
        const auto param = std::ranges::find(params, name, &Params::value_type::first);
        filled.append(param == params.end() ? form.substr(open, close + 2 - open)
                                            : std::string_view(param->second));
        at = close + 2;
    }
    return filled;
}

std::string Messages::sentence(std::string_view language, const Error& error) const {
    std::string where = error.file;
    if (error.line > 0) where += fmt::format("{}{}", where.empty() ? "" : ":", error.line);
    if (!error.pointer.empty()) where += (where.empty() ? "" : " ") + error.pointer;
    const auto text = sentence(language, "error." + error.code, error.params);
    return where.empty() ? text : where + ": " + text;
}

}  // namespace dure::codec
