// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/base/utc_text.hpp"

/// The small texts that describe an organisation: each is checked here, and nowhere else.
namespace dure::people {

/// One letter at least that is seen, and no control characters.
bool is_line(std::string_view text);

/// A BCP 47 tag as names need it: language, then at most a script and a region: "ko", "zh-Hant", "pt-BR".
bool is_language_tag(std::string_view text);

/// ISO 3166-1 alpha-2 in capitals, of the officially assigned ones.
bool is_country(std::string_view text);
std::span<const std::string_view> countries();  ///< ascending

/// "https://" or "http://", a host name with a dot, and what may follow; no user name, no blanks.
bool is_web_address(std::string_view text);
/// The host in lower case without "www."; what two addresses of one organisation share.
std::string web_host(std::string_view web_address);

/// Of a Korean business number (사업자등록번호): ten digits, hyphens and blanks between them as one likes.
/// Returns it as 123-45-67890. Errors: organisation.registration_digits {found},
/// organisation.registration_check.
Expected<std::string> korean_business_number(std::string_view text);

/// A registration number in the form in which it is kept: checked where the country's check digit is known
/// (KR), else with blanks at its ends removed. Errors: those above, organisation.registration_blank.
Expected<std::string> registration_number(std::string_view country, std::string_view text);
/// Country, then letters and digits alone: equal for two spellings of one number.
std::string registration_key(std::string_view country, std::string_view number);

using dure::is_day;

/// Digits, and what people write between them; at least three digits.
bool is_telephone(std::string_view text);

/// Without blanks at both ends.
std::string trimmed(std::string_view text);

}  // namespace dure::people
