// SPDX-License-Identifier: Apache-2.0
#include "server/figures/import_words.hpp"

#include "engine/base/text.hpp"

namespace dure::figures {
namespace {

constexpr Instant kFresh = 2 * kSecond;
constexpr std::string_view kSourceIds = "SELECT code, id FROM source WHERE deleted IS NULL";

/// Without blanks, in one case: "가정 · 상업" and "가정·상업" are one.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : folded(text))
        if (c != ' ') out += c;
    return out;
}

template <class T>
bool is_called(const T& one, std::string_view cell) {
    const std::string wanted = plain(cell);
    return one.code == cell || plain(one.name_ko) == wanted || plain(one.name_en) == wanted;
}

/// "대구" for "대구광역시", "Daegu" for "daegu": the one whose name begins so, if it is the only one.
template <class List>
const typename List::value_type* beginning(const List& list, std::string_view cell) {
    const std::string wanted = plain(cell);
    const typename List::value_type* found = nullptr;
    if (wanted.empty()) return nullptr;
    for (const auto& one : list) {
        if (!plain(one.name_ko).starts_with(wanted) && !plain(one.name_en).starts_with(wanted)) continue;
        if (found) return nullptr;
        found = &one;
    }
    return found;
}

bool is_whole(std::string_view cell) {
    const std::string wanted = plain(cell);
    for (const char* word : {"", "합계", "계", "총계", "전체", "total", "all"})
        if (wanted == word) return true;
    return false;
}

}  // namespace

std::shared_ptr<const ImportWords::Known> ImportWords::known() {
    const std::lock_guard lock(mutex_);
    const Instant now = office_.clock();
    if (known_ && now - known_->read < kFresh) return known_;
    auto fresh = std::make_shared<Known>();
    fresh->read = now;
    office_.database.read([&](db::Connection& c) {
        fresh->vocabulary = read_vocabulary(c);
        for (const auto& row : c.query(kSourceIds)) fresh->sources.emplace(row.text(0), row.text(1));
    });
    known_ = std::move(fresh);
    return known_;
}

std::optional<std::string> region_in(const Vocabulary& vocabulary, std::string_view cell) {
    for (const Region& one : vocabulary.regions)
        if (is_called(one, cell)) return one.code;
    return std::nullopt;
}

std::optional<std::string> indicator_in(const Vocabulary& vocabulary, std::string_view cell) {
    for (const Indicator& one : vocabulary.indicators)
        if (is_called(one, cell)) return one.code;
    return std::nullopt;
}

std::optional<std::string> term_in(const Vocabulary& vocabulary, std::string_view kind,
                                   std::string_view cell) {
    if (is_whole(cell)) return "";
    for (const Term& one : vocabulary.terms)
        if (one.kind == kind && is_called(one, cell)) return one.code;
    return std::nullopt;
}

std::string nearest_region(const Vocabulary& vocabulary, std::string_view cell) {
    const Region* one = beginning(vocabulary.regions, cell);
    return one ? one->name_ko : std::string();
}

std::string nearest_term(const Vocabulary& vocabulary, std::string_view kind, std::string_view cell) {
    std::vector<Term> of_kind;
    for (const Term& one : vocabulary.terms)
        if (one.kind == kind) of_kind.push_back(one);
    const Term* one = beginning(of_kind, cell);
    return one ? one->name_ko : std::string();
}

}  // namespace dure::figures
