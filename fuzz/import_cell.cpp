// SPDX-License-Identifier: Apache-2.0
// Cells of imported tables: what is read, written down and read again means the same; what could be written
// instead is good.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/imports/headings.hpp"
#include "server/imports/value.hpp"

namespace {

using namespace dure::imports;

void expect(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    using enum Type;
    for (const Type type : {Type::text, number, integer, date, choice, country, yes_no, list}) {
        const Column column{.key = "c",
                            .type = type,
                            .label = "c",
                            .choices = {"company", "city"},
                            .choice_labels = "people.kind.",
                            .unit = "MW"};
        const auto value = read_value(text, column);
        if (value) {
            if (const auto* read = std::get_if<double>(&*value))
                expect(std::isfinite(*read) && number_in(plain(*read), "") == *read);
            if (const auto* read = std::get_if<std::string>(&*value); read && type == date)
                expect(day_in(*read).text == *read);
        } else if (!value.error().instead.empty()) {
            expect(read_value(value.error().instead, column).has_value());
        }
    }
    const Head head =
        find_head({{.number = 1, .cells = {std::string(text), "name"}}, {.number = 2, .cells = {"a", "b"}}},
                  {.key = "r", .columns = {{.key = "name", .label = "c"}}});
    expect(digest_of(head.headings) == digest_of(head.headings));
    return 0;
}
