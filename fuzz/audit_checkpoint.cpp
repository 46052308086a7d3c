// SPDX-License-Identifier: Apache-2.0
// A checkpoint's file: what is read can be written and read again as the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/audit/chain.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read =
        dure::audit::read_checkpoint(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!read) {
        if (read.error().empty()) std::abort();
        return 0;
    }
    const auto again = dure::audit::read_checkpoint(dure::audit::to_json(*read));
    if (!again || again->hash != read->hash || again->count != read->count || again->number != read->number ||
        again->at != read->at)
        std::abort();
    return 0;
}
