// SPDX-License-Identifier: Apache-2.0
// MPS files of both forms: whatever is read is a valid problem, and reads back the same once written.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/lp/gunzip.hpp"
#include "engine/lp/mps/mps.hpp"
#include "engine/lp/validate.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (dure::lp::is_gzip(text)) {
        (void)dure::lp::gunzip(text, 1 << 20);
        return 0;
    }
    const auto model = dure::lp::read_mps(text, "fuzz.mps");
    if (!model) {
        if (!model.error().code.starts_with("mps.")) std::abort();
        return 0;
    }
    // A range may push a row's bounds to infinity, which the problem's own rules then refuse.
    if (!dure::lp::validate(model->problem)) return 0;
    const auto written = dure::lp::write_mps(model->problem);
    if (!written) return 0;
    const auto again = dure::lp::read_mps(*written);
    if (!again || again->problem.start != model->problem.start ||
        again->problem.value != model->problem.value)
        std::abort();
    return 0;
}
