// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/compare.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "engine/search/linkage/company.hpp"
#include "engine/search/utf.hpp"
#include "engine/search/words.hpp"

namespace dure::search {
namespace {

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();
constexpr std::size_t kEach = 5;
constexpr float kLeastLike = 0.05F;

using Column = std::vector<std::string>;

/// One column of both lists.
struct ComparedField {
    std::string name;
    Column left, right;
    Compared kind = Compared::text;
};

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t") == std::string::npos;
}

/// A number with or without a currency and thousands separators.
std::optional<double> number_of(const std::string& text) {
    std::string digits;
    for (const char c : text) {
        const bool part = (c >= '0' && c <= '9') || c == '.' || c == '-';
        if (part) digits += c;
        if (!part && c != '$' && c != ',' && c != ' ') return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.empty()) return std::nullopt;
    return value;
}

Column column(const Records& records, std::size_t at) {
    Column made;
    for (const Record& r : records.rows) made.push_back(r.values[at]);
    return made;
}

bool are_numbers(const Column& cells) {
    std::size_t filled = 0, numbers = 0;
    for (const auto& c : cells) {
        if (is_blank(c)) continue;
        ++filled;
        numbers += number_of(c).has_value();
    }
    return filled > 0 && 10 * numbers > 9 * filled;
}

bool are_company_names(const Column& cells) {
    std::size_t filled = 0, words = 0, lists = 0;
    std::unordered_set<std::string> different;
    for (const auto& c : cells) {
        if (is_blank(c)) continue;
        ++filled;
        const auto told = company_words(c);
        words += told.size();
        std::string key;
        for (const auto& w : told) key += to_utf8(w) + ' ';
        different.insert(key);
        // "Co., Ltd." has a comma that is no list.
        const std::size_t comma = c.find(',');
        lists += comma != std::string::npos && company_words(c.substr(comma + 1)).size() > 1;
    }
    return filled > 0 && 2 * words <= 7 * filled && 10 * different.size() >= 7 * filled &&
           5 * lists <= filled;
}

std::vector<ComparedField> fields_of(const Records& left, const Records& right) {
    std::vector<ComparedField> fields;
    for (std::size_t l = 0; l < left.columns.size(); ++l) {
        const auto at = std::find(right.columns.begin(), right.columns.end(), left.columns[l]);
        if (at == right.columns.end()) continue;
        const auto r = static_cast<std::size_t>(at - right.columns.begin());
        fields.push_back({left.columns[l], column(left, l), column(right, r)});
    }
    const std::size_t both = std::min(left.columns.size(), right.columns.size());
    for (std::size_t i = 0; fields.empty() && i < both; ++i) {
        for (std::size_t k = 0; k < both; ++k) {
            fields.push_back({left.columns[k], column(left, k), column(right, k)});
        }
    }
    for (ComparedField& f : fields) {
        if (are_numbers(f.left) && are_numbers(f.right)) {
            f.kind = Compared::number;
        } else if (are_company_names(f.left) && are_company_names(f.right)) {
            f.kind = Compared::company;
        }
    }
    return fields;
}

/// A company's name as candidates are sought by: without what the comparison leaves out too.
Column told_apart(const Column& names) {
    Column made;
    for (const auto& n : names) {
        std::string text;
        for (const auto& w : company_words(n)) text += to_utf8(w) + ' ';
        made.push_back(std::move(text));
    }
    return made;
}

Column joined(const std::vector<ComparedField>& fields, std::size_t rows, Column ComparedField::* side) {
    Column made(rows);
    for (const ComparedField& f : fields) {
        for (std::size_t i = 0; i < rows; ++i) made[i] += (f.*side)[i] + ' ';
    }
    return made;
}

std::vector<float> company_scores(const ComparedField& field, const std::vector<Candidate>& pairs,
                                  bool same) {
    CompanyNames names;
    const auto read = [&](const Column& cells, bool counts) {
        std::vector<std::vector<std::u32string>> made;
        for (const auto& c : cells) {
            made.push_back(company_words(c));
            if (counts && !is_blank(c)) names.count(made.back());
        }
        return made;
    };
    const auto left = read(field.left, true), right = read(field.right, !same);
    std::vector<float> scores;
    for (const Candidate& p : pairs) {
        const bool unknown = left[p.left].empty() || right[p.right].empty();
        scores.push_back(unknown ? kUnknown : static_cast<float>(names.bits(left[p.left], right[p.right])));
    }
    return scores;
}

std::vector<float> number_scores(const ComparedField& field, const std::vector<Candidate>& pairs) {
    std::vector<float> scores;
    for (const Candidate& p : pairs) {
        const auto a = number_of(field.left[p.left]), b = number_of(field.right[p.right]);
        if (!a || !b) {
            scores.push_back(kUnknown);
        } else if (*a == *b) {
            scores.push_back(0);
        } else {
            const double apart = *a > 0 && *b > 0 ? std::abs(std::log(*a / *b)) : 3;
            scores.push_back(static_cast<float>(-std::min(apart, 3.0)));
        }
    }
    return scores;
}

std::vector<float> text_scores(const GramSpace& space, const std::vector<Candidate>& pairs) {
    std::vector<float> scores;
    for (const Candidate& p : pairs) {
        const GramVector &a = space.left[p.left], &b = space.right[p.right];
        scores.push_back(a.empty() || b.empty() ? kUnknown : likeness(a, b));
    }
    return scores;
}

/// The words of a text, and what stands between blanks without its signs: KX-TG9343 also as kxtg9343.
std::vector<std::string> word_keys(const std::string& text) {
    std::vector<std::string> keys;
    std::string whole;
    std::uint32_t end = 0;
    for (const Word& w : words_of(text)) {
        const std::string word = to_utf8(w.text);
        if (text.find_first_of(" \t\r\n", end) < w.begin) {
            if (!whole.empty()) keys.push_back(whole);
            whole.clear();
        }
        whole += word;
        end = w.end;
        keys.push_back(word);
    }
    if (!whole.empty()) keys.push_back(std::move(whole));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

std::vector<float> word_scores(const Column& left, const Column& right, const std::vector<Candidate>& pairs) {
    const auto read = [](const Column& texts, std::unordered_map<std::string, int>& frequency) {
        std::vector<std::vector<std::string>> made;
        for (const auto& t : texts) {
            made.push_back(word_keys(t));
            for (const auto& k : made.back()) ++frequency[k];
        }
        return made;
    };
    std::unordered_map<std::string, int> of_left, of_right;
    const auto l = read(left, of_left), r = read(right, of_right);
    const double all = static_cast<double>(left.size()) * static_cast<double>(right.size());
    std::vector<float> scores;
    for (const Candidate& p : pairs) {
        std::vector<std::string> both;
        std::set_intersection(l[p.left].begin(), l[p.left].end(), r[p.right].begin(), r[p.right].end(),
                              std::back_inserter(both));
        double best = 0;
        for (const auto& w : both) {
            best = std::max(best, std::log2(all / of_left[w] / of_right[w]));
        }
        scores.push_back(static_cast<float>(best));
    }
    return scores;
}

}  // namespace

Comparisons compared(const Records& left, const Records& right, bool same) {
    const std::vector<ComparedField> fields = fields_of(left, right);
    const auto names = std::find_if(fields.begin(), fields.end(),
                                    [](const ComparedField& f) { return f.kind == Compared::company; });
    const bool companies = names != fields.end();
    const Column whole_left =
        companies ? told_apart(names->left) : joined(fields, left.rows.size(), &ComparedField::left);
    const Column whole_right =
        companies ? told_apart(names->right) : joined(fields, right.rows.size(), &ComparedField::right);
    const GramSpace whole = gram_space(whole_left, whole_right);

    Comparisons made;
    made.pairs = candidates(whole, kEach, kLeastLike, same);
    if (companies) {
        made.of.push_back({names->name, Compared::company, company_scores(*names, made.pairs, same)});
    } else {
        made.of.push_back({"", Compared::record, text_scores(whole, made.pairs)});
        made.of.push_back({"", Compared::word, word_scores(whole_left, whole_right, made.pairs)});
    }
    for (const ComparedField& f : fields) {
        if (companies && &f == &*names) continue;
        if (f.kind == Compared::number) {
            made.of.push_back({f.name, Compared::number, number_scores(f, made.pairs)});
        } else if (companies || fields.size() > 1) {
            const GramSpace space = gram_space(f.left, f.right);
            made.of.push_back({f.name, Compared::text, text_scores(space, made.pairs)});
        }
    }
    return made;
}

}  // namespace dure::search
