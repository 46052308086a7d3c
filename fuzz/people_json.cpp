// SPDX-License-Identifier: Apache-2.0
// What is written of organisations, persons and contacts: what was accepted is accepted again and stays what
// it is.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/people/consent_codec.hpp"
#include "server/people/contact_codec.hpp"
#include "server/people/doubles_codec.hpp"
#include "server/people/organisation_codec.hpp"
#include "server/people/person_codec.hpp"

namespace {

template <class T>
void require_stable(dure::Checked<T> (*decode)(std::string_view), std::string_view text) {
    const auto content = decode(text);
    if (!content) return;
    const auto again = decode(dure::people::encode(*content));
    if (!again || !(*again == *content)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace people = dure::people;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    require_stable(people::decode_organisation, text);
    require_stable(people::decode_person, text);
    require_stable(people::decode_contact, text);
    (void)people::decode_draft(text);
    (void)people::decode_merge(text);
    (void)people::decode_consent(text);
    return 0;
}
