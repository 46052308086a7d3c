// SPDX-License-Identifier: Apache-2.0
// Members and saved queries as the server takes them, texts as people type them into the search, and marks
// cut into segments: whatever comes in, what is taken is written and read again as the same.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/search/suggest.hpp"
#include "server/desks/network/member_codec.hpp"
#include "server/desks/network/member_query.hpp"
#include "server/desks/network/segments.hpp"

namespace network = dure::desks::network;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto member = network::decode_member(text)) {
        const auto again = network::decode_member(network::encode(*member));
        if (!again || network::encode(*again) != network::encode(*member)) std::abort();
    }
    if (const auto query = network::decode_member_query(text)) {
        const auto again = network::decode_member_query(network::encode(*query));
        if (!again || network::encode(*again) != network::encode(*query)) std::abort();
    }
    static const dure::search::Suggester suggester(
        {{.text = "두레정밀", .kind = "member", .target = "a"},
         {.text = "Dure Precision", .kind = "member", .target = "a"}});
    if (suggester.complete(text, 3).size() > 3) std::abort();
    std::string joined;
    for (const auto& segment : network::segments_of(text, {})) joined += segment.text;
    if (joined != text) std::abort();
    network::segments_of(text, {}, 20);
    return 0;
}
