// SPDX-License-Identifier: Apache-2.0
// Contents of files that people bring: what they are, archives and pictures looked through. The first byte
// chooses the extension that they are said to have.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "server/files/content_type.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dure::files;
    if (size == 0) return 0;
    const auto types = known_types();
    const auto& type = types[data[0] % types.size()];
    const MemoryBytes bytes({reinterpret_cast<const char*>(data) + 1, size - 1});
    const ZipLimits narrow{.entries = 200,
                           .unpacked = 1 << 20,
                           .ratio = 100,
                           .ratio_from = 1 << 16,
                           .nested = 1 << 16,
                           .depth = 2};
    const auto found = inspect_content(bytes, type.extension, narrow);
    if (found && !found->starts_with(type.media_type)) std::abort();
    if (!found && found.error().code.empty()) std::abort();
    return 0;
}
