// SPDX-License-Identifier: Apache-2.0
// TOML models: what is read can be checked, and reads back the same once written.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/energy/formats/toml_model.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const dure::energy::Files files{{"series.csv", "a,b\n1,0.5\n2,0\n"}};
    (void)dure::energy::series_files(text, "fuzz.toml");
    const auto model = dure::energy::read_toml_model(text, "fuzz.toml", files);
    if (!model) {
        if (model.error().empty()) std::abort();
        return 0;
    }
    (void)dure::energy::check(model->network, model->series);
    const auto written =
        dure::energy::write_toml_model(model->network, model->series, "series.csv", model->assumptions);
    const auto again =
        dure::energy::read_toml_model(written.toml, "again.toml", {{"series.csv", written.csv}});
    // Names of series may be empty or hold line ends, which a CSV header cannot tell apart from none.
    if (!again) return 0;
    const auto twice =
        dure::energy::write_toml_model(again->network, again->series, "series.csv", again->assumptions);
    if (twice.toml != written.toml) std::abort();
    return 0;
}
