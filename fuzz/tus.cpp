// SPDX-License-Identifier: Apache-2.0
// The headers of resumable uploads, names of files and ranges of downloads, whatever a client sends.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/files/name.hpp"
#include "server/files/ranges.hpp"
#include "server/files/tus.hpp"
#include "server/http/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dure;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto metadata = files::read_metadata(text))
        for (const auto& [key, value] : *metadata)
            if (key.empty() || !http::valid_utf8(value)) std::abort();
    (void)files::check_checksum(text, text);
    if (const auto number = files::whole_number(text); number && *number >= (std::uint64_t{1} << 53))
        std::abort();
    constexpr std::uint64_t length = 1000;
    if (const auto part = files::range_in(text, length); part && part->length > 0)
        if (part->offset >= length || part->length > length - part->offset) std::abort();
    if (const auto name = files::checked_name(text)) {
        if (name->find_first_of("/\\:") != std::string::npos || name->front() == '.') std::abort();
        if (files::checked_name(*name) != *name) std::abort();  // what is kept would be taken again
        for (const char c : files::disposition("attachment", *name))
            if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F) std::abort();
    }
    return 0;
}
