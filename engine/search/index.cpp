// SPDX-License-Identifier: Apache-2.0
#include "engine/search/index.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/search/korean.hpp"

namespace dure::search {
namespace {

constexpr double kSaturation = 1.2;  // BM25's k1
constexpr double kScale = 65535;

std::size_t kind_of(const std::string& key) {
    return key.front() == kGramTerm ? 1 : 0;
}

/// Sounds do not grow with the length of a text.
bool has_length(const std::string& key) {
    return key.front() == kWordTerm || key.front() == kGramTerm;
}

void write_number(std::vector<std::uint8_t>& to, std::uint32_t n) {
    for (; n >= 0x80; n >>= 7) to.push_back(static_cast<std::uint8_t>(n | 0x80));
    to.push_back(static_cast<std::uint8_t>(n));
}

std::uint32_t read_number(const std::uint8_t*& at) {
    std::uint32_t n = 0;
    for (unsigned shift = 0;; shift += 7) {
        n |= static_cast<std::uint32_t>(*at & 0x7F) << shift;
        if ((*at++ & 0x80) == 0) return n;
    }
}

/// Rounded to a tenth of its size, so that one more document hardly ever moves it.
double rounded_pivot(double mean) {
    return mean <= 0 ? 1 : std::exp(std::round(std::log(mean) * 10) / 10);
}

}  // namespace

Index::Index(Schema schema)
    : schema_(std::move(schema)),
      stored_at_{0},
      facets_at_{0},
      facet_values_(schema_.facets.size()),
      facet_counts_(schema_.facets.size()),
      facet_numbers_(schema_.facets.size()) {
    if (schema_.fields.size() > kMostFields) throw std::invalid_argument("an index has at most 8 fields");
    pivots_.fill(1);
}

TermId Index::term(std::string_view key) const {
    const auto found = dictionary_.find(std::string(key));
    return found == dictionary_.end() ? kNothing : found->second;
}

DocNumber Index::number(std::string_view id) const {
    const auto found = numbers_.find(std::string(id));
    return found == numbers_.end() ? kNothing : found->second;
}

TermId Index::add_term(const std::string& key) {
    const auto [at, fresh] = dictionary_.try_emplace(key, static_cast<TermId>(keys_.size()));
    if (fresh) {
        keys_.push_back(&at->first);
        postings_.emplace_back();
    }
    return at->second;
}

double Index::rarity(std::uint32_t documents) const {
    const double n = documents;
    return std::log1p((static_cast<double>(living_) - n + 0.5) / (n + 0.5));
}

std::uint32_t Index::facet_value(std::size_t facet, std::string_view value) const {
    const auto found = facet_numbers_[facet].find(std::string(value));
    return found == facet_numbers_[facet].end() ? kNothing : found->second;
}

void Index::add_text(std::uint8_t field, std::vector<Word> words, Language language,
                     std::vector<std::pair<TermId, std::uint8_t>>& found, Lengths& lengths) {
    const bool names = schema_.fields[field].names;
    std::size_t word_count = 0, gram_count = 0;
    const auto add_sound = [&](const std::string& sound) {
        if (!sound.empty()) found.emplace_back(add_term(sound), field);
    };
    const AnalyzedWord* before = nullptr;
    const std::vector<AnalyzedWord> analyzed = analyze(std::move(words), language);
    for (const AnalyzedWord& w : analyzed) {
        // A company may be called The Who; elsewhere such words say nothing.
        if (w.stop && !names) continue;
        ++word_count;
        gram_count += w.grams.size();
        for (const std::string& form : w.forms) found.emplace_back(add_term(form), field);
        for (const std::string& gram : w.grams) found.emplace_back(add_term(gram), field);
        if (names) {
            add_sound(sound_term(w.word.text));
            if (before) add_sound(sound_term(before->word, w.word));
            before = &w;
            for (const std::string& typed : initials_terms(w.word.text)) {
                found.emplace_back(add_term(typed), field);
            }
        }
    }
    const auto cut = [](std::size_t n) {
        return static_cast<std::uint16_t>(std::min<std::size_t>(n, 65535));
    };
    lengths[field] = cut(lengths[field] + word_count);
    lengths[kMostFields + field] = cut(lengths[kMostFields + field] + gram_count);
}

std::vector<Index::Occurrence> Index::occurrences(const Document& document, Lengths& lengths,
                                                  Language& language) {
    std::vector<std::pair<TermId, std::uint8_t>> found;
    const auto fields = static_cast<std::uint8_t>(std::min(document.texts.size(), schema_.fields.size()));
    std::vector<std::vector<Word>> texts;
    std::vector<Language> spoken;
    std::array<std::size_t, kLanguages> votes{};
    for (std::uint8_t field = 0; field < fields; ++field) {
        texts.push_back(words_of(document.texts[field]));
        spoken.push_back(document.language != Language::none ? document.language
                                                             : guess_language(texts.back()));
        if (spoken.back() != Language::none) {
            votes[static_cast<std::size_t>(spoken.back())] += texts.back().size();
        }
    }
    std::vector<std::vector<Word>> further;
    for (const LocalText& t : document.more) {
        further.push_back(words_of(t.text));
        if (t.language != Language::none)
            votes[static_cast<std::size_t>(t.language)] += further.back().size();
    }
    language = static_cast<Language>(std::max_element(votes.begin(), votes.end()) - votes.begin());
    if (language == Language::none) language = kUntold;
    for (std::uint8_t field = 0; field < fields; ++field) {
        const Language own = spoken[field] == Language::none ? language : spoken[field];
        add_text(field, std::move(texts[field]), own, found, lengths);
    }
    for (std::size_t i = 0; i < further.size(); ++i) {
        const LocalText& t = document.more[i];
        if (t.field >= schema_.fields.size()) continue;
        Language own = t.language != Language::none ? t.language : guess_language(further[i]);
        if (own == Language::none) own = language;
        add_text(static_cast<std::uint8_t>(t.field), std::move(further[i]), own, found, lengths);
    }
    std::sort(found.begin(), found.end());
    std::vector<Occurrence> counted;
    for (const auto& [term, field] : found) {
        if (!counted.empty() && counted.back().term == term && counted.back().field == field) {
            if (counted.back().count < 31) ++counted.back().count;
        } else {
            counted.push_back({term, field, 1});
        }
    }
    return counted;
}

void Index::store(const std::vector<Occurrence>& found) {
    TermId last = 0;
    for (const Occurrence& o : found) {
        write_number(stored_, o.term - last);
        stored_.push_back(static_cast<std::uint8_t>(o.field << 5 | o.count));
        last = o.term;
    }
    stored_at_.push_back(stored_.size());
}

template <class Visit>
void Index::each_occurrence(DocNumber d, Visit visit) const {
    const std::uint8_t* at = stored_.data() + stored_at_[d];
    const std::uint8_t* const end = stored_.data() + stored_at_[d + 1];
    TermId term = 0;
    while (at < end) {
        term += read_number(at);
        const std::uint8_t packed = *at++;
        visit(
            Occurrence{term, static_cast<std::uint8_t>(packed >> 5), static_cast<std::uint8_t>(packed & 31)});
    }
}

void Index::put(const Document& document) {
    remove(document.id);
    const auto number = static_cast<DocNumber>(ids_.size());
    Lengths lengths{};
    Language language = Language::none;
    store(occurrences(document, lengths, language));
    ids_.push_back(document.id);
    orders_.push_back(document.order);
    numbers_[document.id] = number;
    alive_.push_back(true);
    languages_.push_back(language);
    lengths_.push_back(lengths);
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        total_length_[i] += lengths[i];
        with_field_[i] += lengths[i] > 0;
    }
    ++language_counts_[static_cast<std::size_t>(language)];
    ++living_;
    store_facets(document);
}

void Index::store_facets(const Document& document) {
    for (std::size_t f = 0; f < schema_.facets.size(); ++f) {
        const std::size_t at = facets_.size();
        facets_.push_back(0);
        if (f >= document.facets.size()) continue;
        for (const std::string& value : document.facets[f]) {
            const auto [entry, fresh] =
                facet_numbers_[f].try_emplace(value, static_cast<std::uint32_t>(facet_values_[f].size()));
            if (fresh) {
                facet_values_[f].push_back(value);
                facet_counts_[f].push_back(0);
            }
            ++facet_counts_[f][entry->second];
            facets_.push_back(entry->second);
        }
        facets_[at] = static_cast<std::uint32_t>(facets_.size() - at - 1);
    }
    facets_at_.push_back(static_cast<std::uint32_t>(facets_.size()));
}

bool Index::remove(std::string_view id) {
    const auto found = numbers_.find(std::string(id));
    if (found == numbers_.end()) return false;
    bury(found->second);
    numbers_.erase(found);
    return true;
}

void Index::bury(DocNumber d) {
    alive_[d] = false;
    --living_;
    --language_counts_[static_cast<std::size_t>(languages_[d])];
    for (std::size_t i = 0; i < lengths_[d].size(); ++i) {
        total_length_[i] -= lengths_[d][i];
        with_field_[i] -= lengths_[d][i] > 0;
    }
    for (std::size_t f = 0; f < schema_.facets.size(); ++f)
        for (const std::uint32_t value : facet_of(d, f)) --facet_counts_[f][value];
    if (d >= posted_) return;
    TermId last = kNothing;
    each_occurrence(d, [&](const Occurrence& o) {
        if (o.term != last) --postings_[o.term].living;
        last = o.term;
    });
}

/// The documents that live, numbered anew in their order.
void Index::compact() {
    std::vector<std::uint8_t> stored;
    std::vector<std::uint32_t> facets;
    DocNumber next = 0;
    for (DocNumber d = 0; d < ids_.size(); ++d) {
        if (!alive_[d]) continue;
        const std::uint64_t from = stored_at_[d], to = stored_at_[d + 1];
        const std::uint32_t facets_from = facets_at_[d], facets_to = facets_at_[d + 1];
        stored_at_[next] = stored.size();
        stored.insert(stored.end(), stored_.begin() + static_cast<std::ptrdiff_t>(from),
                      stored_.begin() + static_cast<std::ptrdiff_t>(to));
        facets_at_[next] = static_cast<std::uint32_t>(facets.size());
        facets.insert(facets.end(), facets_.begin() + facets_from, facets_.begin() + facets_to);
        languages_[next] = languages_[d];
        lengths_[next] = lengths_[d];
        if (next != d) {
            ids_[next] = std::move(ids_[d]);
            orders_[next] = std::move(orders_[d]);
        }
        numbers_[ids_[next]] = next;
        ++next;
    }
    stored_ = std::move(stored);
    facets_ = std::move(facets);
    stored_at_.resize(next);
    stored_at_.push_back(stored_.size());
    facets_at_.resize(next);
    facets_at_.push_back(static_cast<std::uint32_t>(facets_.size()));
    ids_.resize(next);
    orders_.resize(next);
    languages_.resize(next);
    lengths_.resize(next);
    alive_.assign(next, true);
    for (Postings& p : postings_) p = {};
    posted_ = 0;
}

bool Index::renew_pivots() {
    const auto before = pivots_;
    for (std::size_t i = 0; i < pivots_.size(); ++i) {
        pivots_[i] =
            with_field_[i] == 0
                ? 1
                : rounded_pivot(static_cast<double>(total_length_[i]) / static_cast<double>(with_field_[i]));
    }
    return pivots_ != before;
}

void Index::post(DocNumber d) {
    TermId term = kNothing;
    double frequency = 0;
    const auto finish = [&] {
        if (term == kNothing) return;
        Postings& p = postings_[term];
        p.documents.push_back(d);
        p.impacts.push_back(
            static_cast<std::uint16_t>(std::lround(kScale * frequency / (kSaturation + frequency))));
        p.living += alive_[d];
    };
    each_occurrence(d, [&](const Occurrence& o) {
        if (o.term != term) {
            finish();
            term = o.term;
            frequency = 0;
        }
        const Field& field = schema_.fields[o.field];
        double relative = 1;
        if (has_length(*keys_[term])) {
            const std::size_t slot = kind_of(*keys_[term]) * kMostFields + o.field;
            relative = 1 - field.length_share + field.length_share * lengths_[d][slot] / pivots_[slot];
        }
        frequency += field.weight * o.count / relative;
    });
    finish();
}

void Index::count_languages() {
    main_languages_.clear();
    for (std::size_t i = 1; i < language_counts_.size(); ++i) {
        if (language_counts_[i] > 0 && 50 * language_counts_[i] >= living_) {
            main_languages_.push_back(static_cast<Language>(i));
        }
    }
}

void Index::commit() {
    const std::size_t dead = ids_.size() - living_;
    if (dead > 256 && 4 * dead > ids_.size()) compact();
    if (renew_pivots()) {
        for (Postings& p : postings_) p = {};
        posted_ = 0;
    }
    for (; posted_ < ids_.size(); ++posted_) {
        if (alive_[posted_]) post(static_cast<DocNumber>(posted_));
    }
    count_languages();
    spell();
}

std::vector<std::pair<TermId, int>> Index::terms_of(DocNumber d) const {
    std::vector<std::pair<TermId, int>> terms;
    each_occurrence(d, [&](const Occurrence& o) {
        if (!terms.empty() && terms.back().first == o.term) {
            terms.back().second += o.count;
        } else {
            terms.emplace_back(o.term, o.count);
        }
    });
    return terms;
}

std::span<const std::uint32_t> Index::facet_of(DocNumber d, std::size_t facet) const {
    std::size_t at = facets_at_[d];
    for (; facet > 0; --facet) at += facets_[at] + 1;
    return {facets_.data() + at + 1, facets_[at]};
}

std::size_t Index::bytes() const {
    std::size_t sum = stored_.capacity() + facets_.capacity() * 4 + lengths_.capacity() * sizeof(Lengths);
    for (const Postings& p : postings_) {
        sum += sizeof(Postings) + p.documents.capacity() * 4 + p.impacts.capacity() * 2;
    }
    for (const std::string* key : keys_) sum += 8 + 48 + (key->capacity() > 15 ? key->capacity() : 0);
    for (const std::string& order : orders_)
        sum += sizeof(std::string) + (order.capacity() > 15 ? order.capacity() : 0);
    for (const std::string& id : ids_)
        sum += 2 * (sizeof(std::string) + 24 + (id.capacity() > 15 ? 2 * id.capacity() : 0)) + 16;
    return sum;
}

}  // namespace dure::search
