// SPDX-License-Identifier: Apache-2.0
// Tables of sources and figures from outside: the first byte chooses which; what is read is written and read
// back the same.
#include <cstdint>
#include <cstdlib>
#include <iterator>

#include "server/figures/bundle.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dure::figures;
    if (size == 0) return 0;
    const std::string name(kBundleFiles[data[0] % std::size(kBundleFiles)]);
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto bundle = read_bundle({{name, text}});
    if (!bundle) {
        if (bundle.error().empty()) std::abort();
        return 0;
    }
    if (bundle->figures.size() != bundle->figure_lines.size()) std::abort();
    const auto again = read_bundle(write_bundle(*bundle, "2026-11-27T00:00:00Z"));
    if (again && again->figures.size() != bundle->figures.size()) std::abort();
    return 0;
}
