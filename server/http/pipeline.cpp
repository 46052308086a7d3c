// SPDX-License-Identifier: Apache-2.0
#include "server/http/pipeline.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>

namespace dure::http {

namespace {

bool is_json(std::string_view content_type) {
    std::string_view type = content_type.substr(0, content_type.find(';'));
    while (type.ends_with(' ')) type.remove_suffix(1);
    return equal_ignoring_case(type, "application/json");
}

std::string_view without_weakness(std::string_view tag) {
    return tag.starts_with("W/") ? tag.substr(2) : tag;
}

/// Whether the header is "*" or one of its tags, without weakness, is meant.
template <class Meant>
bool names_tag(std::string_view header, const Meant& meant) {
    while (!header.empty()) {
        const auto comma = header.find(',');
        std::string_view part = header.substr(0, comma);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (part == "*" || meant(without_weakness(part))) return true;
        header = comma == std::string_view::npos ? std::string_view{} : header.substr(comma + 1);
    }
    return false;
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

void refuse(int status, std::string code, Params params) {
    throw ProblemException{{.status = status, .code = std::move(code), .params = std::move(params)}};
}

void refuse_fields(Errors errors) {
    throw ProblemException{{.status = 422, .code = "http.invalid_fields", .errors = std::move(errors)}};
}

void refuse_json(Errors errors) {
    const bool whole = errors.size() == 1 && errors[0].pointer.empty();
    const std::string code = whole ? errors[0].code : "";
    if (code == "json.too_big") refuse(413, code, errors[0].params);
    for (const auto* unreadable :
         {"json.empty", "json.malformed", "json.invalid_utf8", "json.duplicate_name", "json.too_deep"})
        if (code == unreadable) refuse(400, code, errors[0].params);
    refuse_fields(std::move(errors));
}

std::string_view json_body(const Request& request) {
    if (!is_json(request.header("content-type"))) refuse(415, "http.not_json");
    return request.body;
}

std::optional<std::string_view> Query::value(std::string_view name) {
    known_.push_back(name);
    const auto found = request_.query_value(name);
    if (std::ranges::count(request_.query, name, &std::pair<std::string, std::string>::first) > 1)
        refuse(name, "http.repeated_parameter", {{"name", std::string(name)}});
    return found;
}

std::optional<std::string> Query::text(std::string_view name, std::size_t max_length) {
    const auto given = value(name);
    if (!given) return std::nullopt;
    if (const std::size_t length = code_points(*given); length > max_length) {
        refuse(name, "json.too_long",
               {{"maximum", std::to_string(max_length)}, {"found", std::to_string(length)}});
        return std::nullopt;
    }
    return std::string(*given);
}

std::string Query::required_text(std::string_view name, std::size_t max_length) {
    if (!request_.query_value(name)) {
        known_.push_back(name);
        refuse(name, "json.missing", {{"name", std::string(name)}});
        return {};
    }
    return text(name, max_length).value_or("");
}

std::optional<std::int64_t> Query::integer(std::string_view name, std::int64_t least, std::int64_t most) {
    const auto given = value(name);
    if (!given) return std::nullopt;
    std::int64_t number = 0;
    const char* end = given->data() + given->size();
    const auto read = std::from_chars(given->data(), end, number);
    if (read.ec == std::errc::invalid_argument || read.ptr != end) {
        refuse(name, "json.not_an_integer", {});
        return std::nullopt;
    }
    const bool overflow = read.ec == std::errc::result_out_of_range;
    if (overflow ? given->starts_with('-') : number < least) {
        refuse(name, "json.too_small", {{"minimum", std::to_string(least)}});
        return std::nullopt;
    }
    if (overflow || number > most) {
        refuse(name, "json.too_large", {{"maximum", std::to_string(most)}});
        return std::nullopt;
    }
    return number;
}

bool Query::boolean(std::string_view name, bool fallback) {
    static constexpr std::string_view kChoices[] = {"false", "true"};
    const auto index = choice(name, kChoices);
    return index ? *index == 1 : fallback;
}

std::optional<std::size_t> Query::choice(std::string_view name, std::span<const std::string_view> choices) {
    const auto given = value(name);
    if (!given) return std::nullopt;
    const auto found = std::ranges::find(choices, *given);
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    refuse(name, "json.bad_choice",
           {{"choices", fmt::format("{}", fmt::join(choices, ", "))},
            {"found", std::string(given->substr(0, 100))}});
    return std::nullopt;
}

void Query::refuse(std::string_view name, std::string code, Params params) {
    errors_.push_back(
        {.code = std::move(code), .params = std::move(params), .pointer = "/query/" + std::string(name)});
}

void Query::done() {
    for (const auto& [name, text] : request_.query) {
        if (std::ranges::find(known_, name) != known_.end()) continue;
        std::string escaped;
        for (const char c : name) escaped += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        refuse(escaped, "http.unknown_parameter",
               {{"name", name}, {"known", fmt::format("{}", fmt::join(known_, ", "))}});
    }
    if (!errors_.empty()) refuse_fields(std::move(errors_));
}

std::string etag_of(std::int64_t version) {
    return '"' + std::to_string(version) + '"';
}

void require_match(const Request& request, std::int64_t version) {
    const auto given = request.header("if-match");
    if (given.empty()) refuse(428, "http.if_match_missing");
    const std::string known = etag_of(version), longer = known.substr(0, known.size() - 1) + '.';
    if (!names_tag(given, [&](std::string_view tag) { return tag == known || tag.starts_with(longer); }))
        refuse(412, "http.stale");
}

bool is_fresh(const Request& request, std::string_view etag) {
    const auto given = request.header("if-none-match");
    return names_tag(given, [known = without_weakness(etag)](std::string_view tag) { return tag == known; });
}

Response not_modified(std::string etag) {
    Response response{.status = 304, .content_type = ""};
    response.with("ETag", std::move(etag));
    return response;
}

std::optional<std::string> idempotency_key(const Request& request) {
    const auto key = request.header("idempotency-key");
    if (key.empty()) return std::nullopt;
    const bool visible = std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7F; });
    if (key.size() < 8 || key.size() > 100 || !visible)
        refuse_fields({{.code = "http.bad_idempotency_key", .pointer = "/header/Idempotency-Key"}});
    return std::string(key);
}

Response json_text(std::string json, int status) {
    return {.status = status, .body = std::move(json)};
}

Response no_content() {
    return {.status = 204, .content_type = ""};
}

}  // namespace dure::http
