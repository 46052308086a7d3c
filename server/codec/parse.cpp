// SPDX-License-Identifier: Apache-2.0
#include "server/codec/parse.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/value_stack.hpp>
#include <charconv>
#include <string>
#include <vector>

namespace dure::codec {

namespace json = boost::json;

namespace {

using ErrorCode = boost::json::error_code;

/// Builds the value. Boost's own handler keeps the last of two equal names and rounds long decimals to a
/// neighbour of the nearest double; this one refuses the former and reads the digits itself.
struct Builder {
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    json::value_stack stack;
    std::vector<std::vector<std::string>> names;  // of each open object
    std::string name_part;
    std::string number_part;
    std::string duplicate;

    bool on_document_begin(ErrorCode&) { return true; }
    bool on_document_end(ErrorCode&) { return true; }
    bool on_object_begin(ErrorCode&) {
        names.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t count, ErrorCode& error) {
        auto& own = names.back();
        std::ranges::sort(own);
        if (const auto twin = std::ranges::adjacent_find(own); twin != own.end()) {
            duplicate = *twin;
            error = json::error::extra_data;
            return false;
        }
        names.pop_back();
        stack.push_object(count);
        return true;
    }
    bool on_array_begin(ErrorCode&) { return true; }
    bool on_array_end(std::size_t count, ErrorCode&) {
        stack.push_array(count);
        return true;
    }
    bool on_key_part(std::string_view part, std::size_t, ErrorCode&) {
        name_part += part;
        stack.push_chars(part);
        return true;
    }
    bool on_key(std::string_view part, std::size_t, ErrorCode&) {
        name_part += part;
        names.back().push_back(std::move(name_part));
        name_part.clear();
        stack.push_key(part);
        return true;
    }
    bool on_string_part(std::string_view part, std::size_t, ErrorCode&) {
        stack.push_chars(part);
        return true;
    }
    bool on_string(std::string_view part, std::size_t, ErrorCode&) {
        stack.push_string(part);
        return true;
    }
    bool on_number_part(std::string_view part, ErrorCode&) {
        number_part += part;
        return true;
    }
    bool on_int64(std::int64_t number, std::string_view, ErrorCode&) {
        number_part.clear();
        stack.push_int64(number);
        return true;
    }
    bool on_uint64(std::uint64_t number, std::string_view, ErrorCode&) {
        number_part.clear();
        stack.push_uint64(number);
        return true;
    }
    bool on_double(double number, std::string_view part, ErrorCode&) {
        number_part += part;
        double exact = 0;
        const char* end = number_part.data() + number_part.size();
        const auto read = std::from_chars(number_part.data(), end, exact);
        stack.push_double(read.ec == std::errc() && read.ptr == end ? exact : number);
        number_part.clear();
        return true;
    }
    bool on_bool(bool truth, ErrorCode&) {
        stack.push_bool(truth);
        return true;
    }
    bool on_null(ErrorCode&) {
        stack.push_null();
        return true;
    }
    bool on_comment_part(std::string_view, ErrorCode&) { return true; }
    bool on_comment(std::string_view, ErrorCode&) { return true; }
};

Params place(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto lines = std::ranges::count(before, '\n');
    const std::string_view line = before.substr(before.rfind('\n') + 1);  // npos + 1 is 0
    const auto column = std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; });
    return {{"line", std::to_string(lines + 1)}, {"column", std::to_string(column + 1)}};
}

}  // namespace

Expected<json::value> parse(std::string_view text, const Limits& limits) {
    if (text.size() > limits.bytes) return fail("json.too_big", {{"maximum", std::to_string(limits.bytes)}});
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return fail("json.empty");
    json::parse_options options;
    options.max_depth = limits.depth;
    json::basic_parser<Builder> parser(options);
    auto& builder = parser.handler();
    builder.stack.reset(json::make_shared_resource<json::monotonic_resource>());
    ErrorCode error;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    Params at = place(text, read);
    if (!builder.duplicate.empty() || (error && error == json::error::extra_data)) {
        at.insert(at.begin(), {"name", builder.duplicate});
        return fail("json.duplicate_name", std::move(at));
    }
    if (error == json::error::too_deep) {
        at.insert(at.begin(), {"maximum", std::to_string(limits.depth)});
        return fail("json.too_deep", std::move(at));
    }
    if (error == json::error::illegal_leading_surrogate || error == json::error::illegal_trailing_surrogate ||
        error == json::error::expected_utf16_escape ||
        (error == json::error::syntax && read < text.size() &&
         static_cast<unsigned char>(text[read]) >= 0x80))
        return fail("json.invalid_utf8", std::move(at));
    if (error || read < text.size()) return fail("json.malformed", std::move(at));
    return builder.stack.release();
}

}  // namespace dure::codec
