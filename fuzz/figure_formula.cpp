// SPDX-License-Identifier: Apache-2.0
// Units, periods and formulas as people write them: what is read is finite, a unit converts to itself, a
// period is written back as one that reads the same.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/energy/formula.hpp"
#include "engine/energy/period.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dure::energy;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto unit = read_unit(text))
        if (convert(2, *unit, *unit).value() != 2) std::abort();
    if (const auto period = read_period(text))
        if (read_period(text_of(*period)) != period) std::abort();
    const auto codes = references_of(text);
    const auto value = evaluate(text, [](const std::string& code) -> dure::Expected<Amount> {
        if (code.size() % 3 == 0) return Amount{2, read_unit("MWh").value(), Nature::flow};
        if (code.size() % 3 == 1) return Amount{3, read_unit("%").value(), Nature::ratio};
        return Amount{0, read_unit("persons").value(), Nature::stock};
    });
    if (value && (!codes || !std::isfinite(value->value))) std::abort();
    return 0;
}
