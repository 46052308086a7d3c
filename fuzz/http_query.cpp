// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "server/http/pipeline.hpp"
#include "server/http/text.hpp"

namespace dure::fuzz {

struct Keyset {
    std::string name, id;
};
BOOST_DESCRIBE_STRUCT(Keyset, (), (name, id))

}  // namespace dure::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dure::http;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)cookie(text, "dure_session");
    (void)language_of(text);
    (void)has_token(text, "gzip");
    if (const auto bytes = from_base64url(text); bytes && base64url(*bytes) != text) std::abort();
    auto target = parse_target(text);
    if (!target) return 0;
    if (!valid_utf8(target->path) || target->path.find('\0') != std::string::npos) std::abort();
    for (const auto& segment : target->segments)
        if (segment == "..") std::abort();
    Request request;
    request.query = std::move(target->query);
    try {
        Query query(request);
        query.limit();
        query.boolean("deleted", false);
        query.text("q");
        query.integer("from", 0, 8784);
        if (const auto keyset = query.cursor<dure::fuzz::Keyset>())
            if (!from_base64url(write_cursor(*keyset))) std::abort();
        query.done();
    } catch (const ProblemException&) {
    }
    return 0;
}
