// SPDX-License-Identifier: Apache-2.0
#include "server/imports/value.hpp"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "server/codec/messages.hpp"
#include "server/imports/near.hpp"

namespace dure::imports {
namespace {

constexpr std::string_view kNoCharacter = "\xEF\xBF\xBD";
constexpr double kLargestWhole = 9'007'199'254'740'992;  // above it a double skips numbers

std::string trimmed(std::string_view text) {
    // A no-break space is two bytes of which each is found alone in other letters: taken whole.
    const auto cut_front = [&] {
        if (text.starts_with("\xC2\xA0")) return text.remove_prefix(2), true;
        if (!text.empty() && std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos)
            return text.remove_prefix(1), true;
        return false;
    };
    const auto cut_back = [&] {
        if (text.ends_with("\xC2\xA0")) return text.remove_suffix(2), true;
        if (!text.empty() && std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos)
            return text.remove_suffix(1), true;
        return false;
    };
    while (cut_front()) {
    }
    while (cut_back()) {
    }
    return std::string(text);
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string shortened(std::string_view text) {
    if (characters(text) <= 60) return std::string(text);
    std::size_t length = 0;
    for (std::size_t count = 0; count < 60; ++count) {
        ++length;
        while (length < text.size() && (text[length] & 0xC0) == 0x80) ++length;
    }
    return std::string(text.substr(0, length)) + "…";
}

std::unexpected<BadCell> bad(std::string code, std::string_view found, std::string instead = {},
                             Params more = {}) {
    Params params{{"found", shortened(found)}};
    params.insert(params.end(), more.begin(), more.end());
    return std::unexpected(BadCell{.error = {.code = std::move(code), .params = std::move(params)},
                                   .instead = std::move(instead)});
}

/// The first number within a text: "약 1,200개" → "1200".
std::string number_within(const std::string& text) {
    const auto begin = text.find_first_of("0123456789");
    if (begin == std::string::npos) return {};
    const auto end = std::min(text.find_first_not_of("0123456789,.", begin), text.size());
    std::string part = text.substr(begin, end - begin);
    while (!part.empty() && (part.back() == ',' || part.back() == '.')) part.pop_back();
    // "1.234,5" and "1,23": the comma is the decimal sign.
    const auto comma = part.rfind(','), dot = part.rfind('.');
    if (comma != std::string::npos && (dot == std::string::npos || dot < comma) && part.size() - comma != 4) {
        std::erase(part, '.');
        std::ranges::replace(part, ',', '.');
    }
    const double number = number_in(part, "");
    return std::isnan(number) ? std::string() : plain(number);
}

std::expected<Value, BadCell> read_text(std::string text, const Column& column) {
    for (const char c : text)
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F)
            return bad("imports.control_character", text);
    if (const auto length = characters(text); length > column.longest)
        return bad("imports.too_long", text, {},
                   {{"maximum", std::to_string(column.longest)}, {"length", std::to_string(length)}});
    return Value(std::move(text));
}

std::expected<Value, BadCell> read_number(const std::string& text, const Column& column) {
    if (text == "-" || text == "–" || text == "—") {
        if (column.required) return bad("imports.missing", text);
        return Value();
    }
    const double number = number_in(text, column.unit);
    if (std::isnan(number)) return bad("imports.not_a_number", text, number_within(text));
    if (column.minimum && number < *column.minimum)
        return bad("imports.too_small", text, {}, {{"minimum", plain(*column.minimum)}});
    if (column.maximum && number > *column.maximum)
        return bad("imports.too_large", text, {}, {{"maximum", plain(*column.maximum)}});
    if (column.type == Type::number) return Value(number);
    if (number != std::floor(number) || std::abs(number) > kLargestWhole)
        return bad("imports.not_whole", text,
                   std::abs(number) < kLargestWhole ? plain(std::round(number)) : "");
    return Value(static_cast<std::int64_t>(number));
}

std::expected<Value, BadCell> read_day(const std::string& text) {
    Day day = day_in(text);
    if (!day.text.empty()) return Value(std::move(day.text));
    return bad(day.no_such_day ? "imports.no_such_day" : "imports.not_a_date", text, std::move(day.instead));
}

std::vector<Named> labels_of(const Column& column) {
    std::vector<Named> names;
    for (const std::string& choice : column.choices) {
        names.emplace_back(choice, choice);
        for (const auto* language : {"ko", "en"})
            names.emplace_back(codec::Messages::embedded().sentence(language, column.choice_labels + choice),
                               choice);
    }
    return names;
}

std::expected<Value, BadCell> read_choice(const std::string& text, const Column& column) {
    std::string choice = choice_in(text, column);
    if (choice.empty()) return bad("imports.unknown_choice", text, nearest(text, labels_of(column)));
    return Value(std::move(choice));
}

std::expected<Value, BadCell> read_country(const std::string& text) {
    std::string code = country_in(text);
    if (code.empty()) return bad("imports.unknown_country", text, nearest_country(text));
    return Value(std::move(code));
}

std::expected<Value, BadCell> read_yes_no(const std::string& text) {
    static const std::map<std::string, bool, std::less<>> words = {
        {"예", true},      {"네", true},      {"y", true},  {"yes", true},  {"true", true},
        {"1", true},       {"o", true},       {"○", true},  {"해당", true}, {"유", true},
        {"아니오", false}, {"아니요", false}, {"n", false}, {"no", false},  {"x", false},
        {"false", false},  {"0", false},      {"×", false}, {"무", false},  {"미해당", false}};
    std::string word = bare(text);
    if (word.empty()) word = text;
    const auto found = words.find(word);
    if (found == words.end()) return bad("imports.not_yes_or_no", text);
    return Value(found->second);
}

std::expected<Value, BadCell> read_list(const std::string& text, const Column& column) {
    std::vector<std::string> items;
    std::string item;
    const std::string_view signs = text.find_first_of(";\n|") != std::string::npos ? ";\n|" : ",";
    const auto end_item = [&] {
        item = trimmed(item);
        if (!item.empty() && std::ranges::find(items, item) == items.end()) items.push_back(item);
        item.clear();
    };
    for (const char c : text) {
        if (signs.find(c) != std::string_view::npos)
            end_item();
        else
            item += c;
    }
    end_item();
    for (std::string& one : items)
        if (auto read = read_text(one, column); !read) return read;
    return Value(std::move(items));
}

struct Countries {
    std::map<std::string, std::string, std::less<>> codes;  // by bare name
    std::vector<Named> names;

    Countries() {
        for (const char* const* code = uloc_getISOCountries(); *code; ++code) {
            add(*code, *code);
            for (const auto& reader : {icu::Locale::getKorean(), icu::Locale::getEnglish()}) {
                icu::UnicodeString name;
                icu::Locale("", *code).getDisplayCountry(reader, name);
                std::string text;
                add(name.toUTF8String(text), *code);
            }
        }
        // What people write and the names of countries do not say.
        constexpr std::pair<const char*, const char*> more[] = {{"한국", "KR"},
                                                                {"대한민국", "KR"},
                                                                {"Korea", "KR"},
                                                                {"Republic of Korea", "KR"},
                                                                {"남한", "KR"},
                                                                {"USA", "US"},
                                                                {"U.S.A.", "US"},
                                                                {"미합중국", "US"},
                                                                {"UK", "GB"},
                                                                {"Great Britain", "GB"},
                                                                {"영국", "GB"},
                                                                {"Holland", "NL"},
                                                                {"중화인민공화국", "CN"},
                                                                {"PR China", "CN"},
                                                                {"Czech Republic", "CZ"},
                                                                {"터키", "TR"},
                                                                {"Turkey", "TR"},
                                                                {"Viet Nam", "VN"},
                                                                {"UAE", "AE"},
                                                                {"타이완", "TW"}};
        for (const auto& [name, code] : more) add(name, code);
    }
    void add(std::string name, const char* code) {
        codes.emplace(bare(name), code);
        names.emplace_back(std::move(name), code);
    }
    static const Countries& get() {
        static const Countries countries;
        return countries;
    }
};

}  // namespace

std::string plain(double number) {
    return std::abs(number) < kLargestWhole && number == std::floor(number) ? fmt::format("{:.0f}", number)
                                                                            : fmt::format("{}", number);
}

std::string choice_in(std::string_view text, const Column& column) {
    const std::string wanted = bare(text);
    for (const auto& [name, choice] : labels_of(column))
        if (bare(name) == wanted) return choice;
    return {};
}

std::string country_in(std::string_view text) {
    const auto& codes = Countries::get().codes;
    const auto found = codes.find(bare(text));
    return found == codes.end() ? std::string() : found->second;
}

std::string nearest_country(std::string_view text) {
    return nearest(text, Countries::get().names);
}

std::expected<Value, BadCell> read_value(std::string_view cell, const Column& column) {
    std::string text = trimmed(cell);
    if (text.empty()) {
        if (column.required) return bad("imports.missing", text);
        return Value();
    }
    if (text.find(kNoCharacter) != std::string::npos) return bad("imports.unreadable_character", text);
    switch (column.type) {
        case Type::text:
            return read_text(std::move(text), column);
        case Type::number:
        case Type::integer:
            return read_number(text, column);
        case Type::date:
            return read_day(text);
        case Type::choice:
            return read_choice(text, column);
        case Type::country:
            return read_country(text);
        case Type::yes_no:
            return read_yes_no(text);
        case Type::list:
            return read_list(text, column);
    }
    std::unreachable();
}

}  // namespace dure::imports
