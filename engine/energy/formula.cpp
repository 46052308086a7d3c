// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formula.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dure::energy {
namespace {

constexpr int kDeepest = 50;
constexpr std::string_view kMinus = "−", kTimes = "×", kOver = "÷";

/// Reads by descent: sum → product → factor. The value is worked out on the way.
class Reader {
  public:
    /// `only_form`: nothing is worked out, so that units and values do not matter.
    Reader(std::string_view text, const Resolve& resolve, bool only_form = false)
        : text_(text), resolve_(resolve), only_form_(only_form) {}

    Expected<Amount> whole() {
        auto value = sum(0);
        if (!value) return value;
        skip();
        if (at_ != text_.size()) return bad();
        return value;
    }

  private:
    void skip() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t')) ++at_;
    }

    /// Whether the sign, or its typographic form, stands here; it is passed.
    bool take(char sign) {
        skip();
        const std::string_view rest = text_.substr(at_);
        const std::string_view other = sign == '-' ? kMinus : sign == '*' ? kTimes : sign == '/' ? kOver : "";
        if (!other.empty() && rest.starts_with(other)) {
            at_ += other.size();
            return true;
        }
        if (rest.empty() || rest.front() != sign) return false;
        ++at_;
        return true;
    }

    std::unexpected<Error> bad() const {
        const auto seen = text_.substr(0, at_);
        const auto place = std::ranges::count_if(seen, [](char c) { return (c & 0xC0) != 0x80; }) + 1;
        return fail("formula.syntax",
                    {{"at", std::to_string(place)},
                     {"found", at_ < text_.size() ? std::string(text_.substr(at_, 20)) : "∎"}});
    }

    Expected<Amount> sum(int depth) {
        if (depth > kDeepest) return fail("formula.too_deep");
        auto left = product(depth);
        while (left) {
            const bool plus = take('+');
            if (!plus && !take('-')) break;
            const auto right = product(depth);
            if (!right) return right;
            if (!only_form_) left = plus ? add(*left, *right) : subtract(*left, *right);
        }
        return left;
    }

    Expected<Amount> product(int depth) {
        auto left = factor(depth);
        while (left) {
            const bool times = take('*');
            if (!times && !take('/')) break;
            const auto right = factor(depth);
            if (!right) return right;
            if (!only_form_) left = times ? Expected<Amount>(multiply(*left, *right)) : divide(*left, *right);
        }
        return left;
    }

    Expected<Amount> factor(int depth) {
        if (depth > kDeepest) return fail("formula.too_deep");
        if (take('-')) {
            auto value = factor(depth + 1);
            if (value) value->value = -value->value;
            return value;
        }
        if (take('(')) {
            auto value = sum(depth + 1);
            if (!value) return value;
            if (!take(')')) return bad();
            return value;
        }
        if (take('[')) return reference();
        return number();
    }

    Expected<Amount> reference() {
        const auto end = text_.find(']', at_);
        if (end == std::string_view::npos || end == at_) return bad();
        const std::string code(text_.substr(at_, end - at_));
        at_ = end + 1;
        return resolve_(code);
    }

    Expected<Amount> number() {
        skip();
        Amount value{.unit = {.name = "1"}};
        const char* begin = text_.data() + at_;
        const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value.value);
        // from_chars reads "inf" and "nan", which are none.
        if (error != std::errc() || !std::isfinite(value.value) || *begin == '-') return bad();
        at_ = static_cast<std::size_t>(end - text_.data());
        if (!take('{')) return value;
        const auto close = text_.find('}', at_);
        if (close == std::string_view::npos) return bad();
        auto unit = read_unit(text_.substr(at_, close - at_));
        if (!unit) return std::unexpected(std::move(unit.error()));
        at_ = close + 1;
        value.unit = std::move(*unit);
        return value;
    }

    std::string_view text_;
    const Resolve& resolve_;
    bool only_form_ = false;
    std::size_t at_ = 0;
};

}  // namespace

Expected<std::vector<std::string>> references_of(std::string_view formula) {
    if (formula.size() > kLongestFormula) return fail("formula.too_long");
    std::vector<std::string> codes;
    const Resolve note = [&](const std::string& code) -> Expected<Amount> {
        if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
        return Amount{.value = 1, .unit = {.name = "1"}};
    };
    if (const auto read = Reader(formula, note, true).whole(); !read) return std::unexpected(read.error());
    return codes;
}

Expected<Amount> evaluate(std::string_view formula, const Resolve& resolve) {
    if (formula.size() > kLongestFormula) return fail("formula.too_long");
    auto value = Reader(formula, resolve).whole();
    if (value && !std::isfinite(value->value)) return fail("formula.not_finite");
    return value;
}

}  // namespace dure::energy
