// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/base/utc_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto instant = dure::instant_from({reinterpret_cast<const char*>(data), size});
    if (instant && dure::instant_from(dure::utc_text(*instant)) != instant) std::abort();
    return 0;
}
