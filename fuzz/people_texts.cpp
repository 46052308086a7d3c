// SPDX-License-Identifier: Apache-2.0
// The texts that describe an organisation: what is accepted stays what it is when it is read again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/people/names.hpp"
#include "server/people/texts.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace people = dure::people;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const std::string_view country : {"KR", "DE"})
        if (const auto number = people::registration_number(country, text)) {
            if (people::registration_number(country, *number) != *number) std::abort();
            if (people::registration_key(country, *number) != people::registration_key(country, text))
                std::abort();
        }
    if (people::is_web_address(text) && people::web_host(text).find('.') == std::string::npos) std::abort();
    if (people::is_language_tag(text) && text.size() > 35) std::abort();
    if (people::is_line(text) && people::trimmed(text).empty()) std::abort();
    if (people::is_day(text) && text.size() != 10) std::abort();
    people::is_telephone(text);
    people::normal_name(text);
    return 0;
}
