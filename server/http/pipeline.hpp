// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/codec/codec.hpp"
#include "server/http/message.hpp"
#include "server/http/text.hpp"

/// The steps that desks' handlers are made of. Each throws ProblemException with the refusal it names.
namespace dure::http {

/// Throws a problem without bad fields.
[[noreturn]] void refuse(int status, std::string code, Params params = {});
/// 422 http.invalid_fields, naming every one.
[[noreturn]] void refuse_fields(Errors errors);

/// The media type must be application/json: else 415. Returns the body.
std::string_view json_body(const Request& request);
/// 400 for text that is not JSON, 413 for too much, 422 for bad fields.
[[noreturn]] void refuse_json(Errors errors);

/// Reads the JSON body into a described struct.
template <class T>
T read_json(const Request& request) {
    auto value = codec::decode<T>(json_body(request));
    if (!value) refuse_json(std::move(value.error()));
    return std::move(*value);
}

/// The same by a decoder that another source file pays for.
template <class T>
T read_json(const Request& request, Checked<T> (*decode)(std::string_view)) {
    auto value = decode(json_body(request));
    if (!value) refuse_json(std::move(value.error()));
    return std::move(*value);
}

/// Reads query parameters; what is bad is collected and thrown by `done`, as 422 with pointers like
/// /query/limit and the codec's codes. Every known parameter must be asked for before `done`: others are
/// refused as unknown.
class Query {
  public:
    explicit Query(const Request& request) : request_(request) {}

    std::optional<std::string> text(std::string_view name, std::size_t max_length = 200);
    std::string required_text(std::string_view name, std::size_t max_length = 200);
    std::optional<std::int64_t> integer(std::string_view name, std::int64_t least, std::int64_t most);
    std::int64_t integer(std::string_view name, std::int64_t least, std::int64_t most,
                         std::int64_t fallback) {
        return integer(name, least, most).value_or(fallback);
    }
    bool boolean(std::string_view name, bool fallback);
    /// One of the names, as its index.
    std::optional<std::size_t> choice(std::string_view name, std::span<const std::string_view> choices);
    /// A value of a described enum.
    template <class E>
    std::optional<E> choice(std::string_view name) {
        const auto& choices = codec::detail::Choices<E>::get();
        if (const auto index = choice(name, choices.names)) return choices.values[*index];
        return std::nullopt;
    }
    /// The page size of lists: 1…200, 50 when missing.
    int limit() { return static_cast<int>(integer("limit", 1, 200, 50)); }
    /// The keyset that write_cursor made; none when missing.
    template <class T>
    std::optional<T> cursor() {
        const auto given = text("cursor", 500);
        if (!given) return std::nullopt;
        if (const auto json = from_base64url(*given))
            if (auto keyset = codec::decode<T>(*json)) return std::move(*keyset);
        refuse("cursor", "http.bad_cursor", {});
        return std::nullopt;
    }
    void refuse(std::string_view name, std::string code, Params params);
    void done();

  private:
    std::optional<std::string_view> value(std::string_view name);

    const Request& request_;
    std::vector<std::string_view> known_;
    Errors errors_;
};

/// An opaque text for next_cursor, from the struct of a list's last keys.
template <class T>
std::string write_cursor(const T& keyset) {
    return base64url(codec::encode(keyset));
}

std::string etag_of(std::int64_t version);  ///< "\"7\""
/// If-Match of a change: 428 when missing, 412 when it does not name the version. A tag may say more after
/// the version, as "7.3.2" of a plan does of its runs: that part does not count.
void require_match(const Request& request, std::int64_t version);
/// Whether If-None-Match names the tag: then nothing but `not_modified(tag)` need be answered.
bool is_fresh(const Request& request, std::string_view etag);
Response not_modified(std::string etag);

/// The Idempotency-Key, 8…100 visible ASCII characters (422 otherwise); none when missing.
std::optional<std::string> idempotency_key(const Request& request);

Response json_text(std::string json, int status = 200);
template <class T>
Response json_response(const T& value, int status = 200) {
    return json_text(codec::encode(value), status);
}
/// With the version's ETag.
template <class T>
Response json_response(const T& value, int status, std::int64_t version) {
    return std::move(json_response(value, status).with("ETag", etag_of(version)));
}
Response no_content();

}  // namespace dure::http
