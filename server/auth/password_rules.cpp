// SPDX-License-Identifier: Apache-2.0
#include "server/auth/password_rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdlib>
#include <set>
#include <string>

namespace dure::auth {
namespace {

constexpr std::size_t kLongest = 200;
constexpr std::size_t kFewestKinds = 5;

/// The words that people's passwords are made of, the longest first, among them Korean ones as the keyboard
/// types them in Latin letters. A password that is only such words, digits and signs is refused.
constexpr std::array<std::string_view, 184> kCommonWords = {
    // clang-format off
    "administrador", "administrator", "administer", "basketball", "contrasena", "innovation", "motdepasse",
    "qlalfqjsgh", "barcelona", "butterfly", "chocolate", "institute", "liverpool", "september", "spiderman",
    "temporary", "baseball", "changeit", "changeme", "computer", "corvette", "database", "december",
    "february", "football", "ghkdlxld", "iloveyou", "internet", "jennifer", "mercedes", "michelle",
    "november", "p@ssw0rd", "p@ssword", "pa55word", "passw0rd", "password", "passwort", "princess",
    "rhksflwk", "security", "starwars", "sunshine", "superman", "trustno1", "welcome1", "whatever",
    "arsenal", "charlie", "chelsea", "cluster", "company", "daejeon", "default", "diamond", "example",
    "ferrari", "forever", "freedom", "friends", "gwangju", "hyundai", "incheon", "january", "jessica",
    "letmein", "manager", "michael", "mustang", "network", "october", "passord", "phoenix", "pokemon",
    "samsung", "service", "support", "tkfkdgo", "welcome", "windows", "access", "andrew", "angels",
    "asdfgh", "ashley", "august", "autumn", "azerty", "banana", "batman", "budget", "buster", "cheese",
    "cookie", "daniel", "debian", "dkssud", "dragon", "energy", "family", "flower", "friday", "friend",
    "george", "ginger", "gksrnr", "golden", "google", "harley", "hockey", "hunter", "jordan", "killer",
    "lovely", "loveme", "maggie", "master", "matrix", "monday", "monkey", "naruto", "office", "oracle",
    "orange", "passwd", "pepper", "purple", "qazwsx", "qwerty", "qwertz", "ranger", "robert", "sample",
    "secret", "server", "shadow", "silver", "soccer", "spring", "summer", "system", "thomas", "toyota",
    "ubuntu", "winter", "wkdwjr", "wsxedc", "yamaha", "yellow", "zxcvbn", "admin", "akstp", "angel",
    "apple", "april", "busan", "cisco", "daegu", "gkrry", "guest", "hello", "honda", "jesus", "kakao",
    "korea", "linux", "login", "march", "naver", "senha", "seoul", "tkfkd", "ulsan", "vhzpt", "asdf",
    "daum", "demo", "dure", "eorn", "root", "temp", "test", "user", "zxcv",
    // clang-format on
};

constexpr std::array<std::string_view, 6> kKeyboardRows = {
    "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb",
};

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char c) { return std::tolower(c); });
    return result;
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool has_few_kinds(const std::string& text) {
    return std::set<char>(text.begin(), text.end()).size() < kFewestKinds;
}

/// "abcabcabcabc": one part, at most half as long, over and over.
bool is_repetition(const std::string& text) {
    for (std::size_t period = 1; period <= text.size() / 2; ++period) {
        bool repeats = true;
        for (std::size_t i = period; i < text.size() && repeats; ++i) repeats = text[i] == text[i - period];
        if (repeats) return true;
    }
    return false;
}

/// Longest run along the alphabet, the digits or a keyboard row, forwards or backwards.
std::size_t longest_run(const std::string& text) {
    std::size_t longest = 0;
    for (const std::string_view row : kKeyboardRows) {
        std::size_t up = 1, down = 1;
        for (std::size_t i = 1; i < text.size(); ++i) {
            const char pair[] = {text[i - 1], text[i]}, riap[] = {text[i], text[i - 1]};
            up = row.find(std::string_view(pair, 2)) != row.npos ? up + 1 : 1;
            down = row.find(std::string_view(riap, 2)) != row.npos ? down + 1 : 1;
            longest = std::max({longest, up, down});
        }
    }
    return longest;
}

void erase_all(std::string& text, std::string_view word) {
    for (auto at = text.find(word); at != text.npos; at = text.find(word)) text.erase(at, word.size());
}

std::size_t letters(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](unsigned char c) { return std::isalpha(c) || c >= 0x80; }));
}

bool is_common(std::string text) {
    for (const std::string_view word : kCommonWords) erase_all(text, word);
    return letters(text) < 3;
}

/// The e-mail address, its name or a part of the person's name makes up most of it.
bool is_personal(const std::string& text, std::string_view email, std::string_view name) {
    const std::string address = lower(email), person = lower(name);
    if (!address.empty() && text.find(address) != text.npos) return true;
    std::string rest = text;
    const auto strike = [&](std::string_view word) {
        if (word.size() >= 3) erase_all(rest, word);
    };
    strike(std::string_view(address).substr(0, address.find('@')));
    strike(person);
    for (std::size_t from = 0; from < person.size();) {
        const auto to = std::min(person.find(' ', from), person.size());
        strike(std::string_view(person).substr(from, to - from));
        from = to + 1;
    }
    return rest.size() < text.size() && letters(rest) < 3;
}

}  // namespace

std::optional<Error> refuse_password(std::string_view password, std::string_view email, std::string_view name,
                                     std::size_t shortest) {
    const auto refusal = [](std::string code, Params params = {}) {
        return Error{.code = "password." + std::move(code), .params = std::move(params)};
    };
    if (code_points(password) < shortest)
        return refusal("too_short", {{"minimum", std::to_string(shortest)}});
    if (code_points(password) > kLongest) return refusal("too_long", {{"maximum", std::to_string(kLongest)}});
    const std::string text = lower(password);
    if (has_few_kinds(text) || is_repetition(text)) return refusal("repeated");
    if (2 * longest_run(text) > text.size()) return refusal("sequence");
    if (is_personal(text, email, name)) return refusal("personal");
    if (is_common(text)) return refusal("common");
    return std::nullopt;
}

}  // namespace dure::auth
