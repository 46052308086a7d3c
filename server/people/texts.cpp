// SPDX-License-Identifier: Apache-2.0
#include "server/people/texts.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "engine/base/text.hpp"

namespace dure::people {
namespace {

constexpr std::string_view kCountries[] = {
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA",
    "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV",
    "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU",
    "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES",
    "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM",
    "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE",
    "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM",
    "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY",
    "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT",
    "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU",
    "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA",
    "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM",
    "SN", "SO", "SR", "SS", "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL",
    "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE",
    "VG", "VI", "VN", "VU", "WF", "WS", "YE", "YT", "ZA", "ZM", "ZW"};

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
char to_lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_script(std::string_view part) {
    return part.size() == 4 && is_upper(part[0]) && std::ranges::all_of(part.substr(1), is_lower);
}
bool is_region(std::string_view part) {
    return (part.size() == 2 && std::ranges::all_of(part, is_upper)) ||
           (part.size() == 3 && std::ranges::all_of(part, is_digit));
}

std::string_view take_part(std::string_view& rest) {
    const auto end = std::min(rest.find('-'), rest.size());
    const auto part = rest.substr(0, end);
    rest = end < rest.size() ? rest.substr(end + 1) : std::string_view();
    return part;
}

std::string_view without_scheme(std::string_view web) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (web.starts_with(scheme)) return web.substr(scheme.size());
    return {};
}
/// The authority of an address: host and port.
std::string_view authority_of(std::string_view web) {
    const auto rest = without_scheme(web);
    return rest.substr(0, rest.find_first_of("/?#"));
}

bool is_host_label(std::string_view label) {
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char c) {
               return is_lower(to_lower(c)) || is_digit(c) || c == '-' ||
                      static_cast<unsigned char>(c) >= 0x80;
           });
}

bool is_host(std::string_view host) {
    if (host.find('.') == std::string_view::npos) return false;
    for (;;) {
        const auto dot = host.find('.');
        if (!is_host_label(host.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        host.remove_prefix(dot + 1);
    }
}

bool is_port(std::string_view port) {
    return !port.empty() && port.size() <= 5 && std::ranges::all_of(port, is_digit);
}

}  // namespace

bool is_line(std::string_view text) {
    return std::ranges::none_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; }) &&
           !folded(text).empty();
}

bool is_language_tag(std::string_view text) {
    if (text.ends_with('-')) return false;
    std::string_view rest = text;
    const auto language = take_part(rest);
    if (language.size() < 2 || language.size() > 3 || !std::ranges::all_of(language, is_lower)) return false;
    if (rest.empty()) return true;
    auto part = take_part(rest);
    if (is_script(part)) {
        if (rest.empty()) return true;
        part = take_part(rest);
    }
    return is_region(part) && rest.empty();
}

std::span<const std::string_view> countries() {
    return kCountries;
}
bool is_country(std::string_view text) {
    return std::ranges::binary_search(kCountries, text);
}

bool is_web_address(std::string_view text) {
    if (std::ranges::any_of(text, [](unsigned char c) {
            return c <= 0x20 || c == 0x7F || c == '"' || c == '<' || c == '>' || c == '\\';
        }))
        return false;
    const auto authority = authority_of(text);
    const auto colon = authority.find(':');
    if (colon != std::string_view::npos && !is_port(authority.substr(colon + 1))) return false;
    return is_host(authority.substr(0, colon));
}

std::string web_host(std::string_view web_address) {
    auto host = authority_of(web_address);
    host = host.substr(0, host.find(':'));
    std::string text(host);
    std::ranges::transform(text, text.begin(), to_lower);
    // "www.org" is a name of its own: what is left must still have a dot.
    return text.starts_with("www.") && text.find('.', 4) != std::string::npos ? text.substr(4) : text;
}

Expected<std::string> korean_business_number(std::string_view text) {
    constexpr std::array kWeights = {1, 3, 7, 1, 3, 7, 1, 3, 5};
    std::string digits;
    bool clean = true;
    for (const char c : text) {
        if (is_digit(c))
            digits += c;
        else
            clean = clean && (c == '-' || c == ' ');
    }
    if (!clean || digits.size() != 10)
        return fail("organisation.registration_digits", {{"found", std::to_string(digits.size())}});
    int sum = (digits[8] - '0') * kWeights[8] / 10;  // the last product's tens count too
    for (std::size_t i = 0; i < kWeights.size(); ++i) sum += (digits[i] - '0') * kWeights[i];
    if ((10 - sum % 10) % 10 != digits[9] - '0') return fail("organisation.registration_check");
    return digits.substr(0, 3) + '-' + digits.substr(3, 2) + '-' + digits.substr(5);
}

Expected<std::string> registration_number(std::string_view country, std::string_view text) {
    if (country == "KR") return korean_business_number(text);
    if (!is_line(text)) return fail("organisation.registration_blank");
    return trimmed(text);
}

std::string registration_key(std::string_view country, std::string_view number) {
    std::string key(country);
    key += ':';
    for (const char c : folded(number))
        if (is_lower(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) key += c;
    return key;
}

bool is_telephone(std::string_view text) {
    constexpr std::string_view kBetween = " -.()/+ext#*,";
    return std::ranges::count_if(text, is_digit) >= 3 && std::ranges::all_of(text, [&](char c) {
               return is_digit(c) || kBetween.find(c) != std::string_view::npos;
           });
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

}  // namespace dure::people
