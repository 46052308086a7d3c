// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/search/analyzer.hpp"
#include "engine/search/document.hpp"

namespace dure::search {

using TermId = std::uint32_t;
using DocNumber = std::uint32_t;
inline constexpr std::uint32_t kNothing = 0xFFFFFFFF;

/// The documents in which a term stands, with how strongly it stands there. `impacts` is BM25F's saturated
/// frequency tf / (k1 + tf) in 65535ths, tf being the sum over fields of weight · count over relative length
/// (S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009). Removed
/// documents stay in it until the index is made anew.
struct Postings {
    std::vector<DocNumber> documents;  ///< ascending
    std::vector<std::uint16_t> impacts;
    std::uint32_t living = 0;  ///< documents that are not removed
};

/// An inverted index in memory. put() and remove() change it, commit() makes the changes visible; between two
/// commits any number of threads may read. What a committed index answers depends on its documents alone,
/// not on the order or number of the changes that led to them.
class Index {
  public:
    /// Throws std::invalid_argument for more than 8 fields.
    explicit Index(Schema schema);
    Index(Index&&) = default;
    Index& operator=(Index&&) = default;

    /// Adds a document or replaces the one with its id.
    void put(const Document& document);
    /// False when there was none.
    bool remove(std::string_view id);
    void commit();

    const Schema& schema() const { return schema_; }
    std::size_t size() const { return living_; }
    /// Bytes held, near enough to compare.
    std::size_t bytes() const;

    // What queries read.
    TermId term(std::string_view key) const;
    const std::string& key(TermId term) const { return *keys_[term]; }
    const Postings& postings(TermId term) const { return postings_[term]; }
    /// Word terms that are one slip of the hand away (two from twelve letters): a letter, or a key of Hangul,
    /// wrong, missing, too many, or changed with its neighbour; not the first one. Stems are compared, so
    /// a slip in an ending may go unseen. The commonest ten. None
    /// for words of fewer than four letters or keys.
    std::vector<TermId> near(std::string_view key) const;
    /// Word terms that begin with the letters of `key`, of Hangul with its keys, and go on. The commonest
    /// ten.
    std::vector<TermId> going_on(std::string_view key) const;
    /// Inverse document frequency, ln(1 + (N − n + ½) / (n + ½)).
    double rarity(std::uint32_t documents) const;
    std::size_t documents() const { return ids_.size(); }  ///< with the removed ones
    bool alive(DocNumber d) const { return alive_[d]; }
    const std::string& id(DocNumber d) const { return ids_[d]; }
    const std::string& order(DocNumber d) const { return orders_[d]; }
    /// The number of a document that lives, or kNothing.
    DocNumber number(std::string_view id) const;
    Language language(DocNumber d) const { return languages_[d]; }
    /// Languages of which at least one document in fifty is.
    const std::vector<Language>& main_languages() const { return main_languages_; }
    /// The terms of a document, ascending, each once, with their counts over all fields.
    std::vector<std::pair<TermId, int>> terms_of(DocNumber d) const;
    /// Values of one facet of a document, as indexes into facet_values().
    std::span<const std::uint32_t> facet_of(DocNumber d, std::size_t facet) const;
    const std::vector<std::string>& facet_values(std::size_t facet) const { return facet_values_[facet]; }
    std::uint32_t facet_value(std::size_t facet, std::string_view value) const;
    /// Documents that live and have the value.
    std::uint32_t facet_count(std::size_t facet, std::uint32_t value) const {
        return facet_counts_[facet][value];
    }

  private:
    static constexpr std::size_t kKinds = 2;  ///< kinds of term with a length of their own: words and grams
    static constexpr std::size_t kMostFields = 8;
    using Lengths = std::array<std::uint16_t, kKinds * kMostFields>;

    struct Occurrence {
        TermId term;
        std::uint8_t field;
        std::uint8_t count;
    };

    TermId add_term(const std::string& key);
    void add_text(std::uint8_t field, std::vector<Word> words, Language language,
                  std::vector<std::pair<TermId, std::uint8_t>>& found, Lengths& lengths);
    std::vector<Occurrence> occurrences(const Document& document, Lengths& lengths, Language& language);
    void store_facets(const Document& document);
    void store(const std::vector<Occurrence>& found);
    template <class Visit>
    void each_occurrence(DocNumber d, Visit visit) const;
    void bury(DocNumber d);
    void compact();
    bool renew_pivots();
    void post(DocNumber d);
    void count_languages();
    void spell();
    void keep_commonest(std::vector<TermId>& terms) const;

    Schema schema_;

    std::unordered_map<std::string, TermId> dictionary_;
    std::vector<const std::string*> keys_;
    std::vector<Postings> postings_;
    std::unordered_map<std::uint64_t, std::vector<TermId>>
        spelled_;                    ///< word terms by first letter and length
    std::size_t spelled_terms_ = 0;  ///< terms that spelled_ knows
    std::size_t longest_spelled_ = 0;

    std::vector<std::string> ids_, orders_;
    std::unordered_map<std::string, DocNumber> numbers_;
    std::vector<bool> alive_;
    std::vector<Language> languages_;
    std::vector<Lengths> lengths_;
    std::vector<std::uint64_t> stored_at_;  ///< where a document's occurrences begin; one more than documents
    std::vector<std::uint8_t> stored_;      ///< (term step, field and count), bytes of seven bits
    std::vector<std::uint32_t> facets_at_;
    std::vector<std::uint32_t> facets_;  ///< for each document and facet: count, then values
    std::vector<std::vector<std::string>> facet_values_;
    std::vector<std::vector<std::uint32_t>> facet_counts_;  ///< living documents of each value
    std::vector<std::unordered_map<std::string, std::uint32_t>> facet_numbers_;

    std::size_t living_ = 0;
    std::size_t posted_ = 0;  ///< documents whose postings are written
    std::array<std::uint64_t, kKinds * kMostFields> total_length_{};
    std::array<std::uint64_t, kKinds * kMostFields> with_field_{};
    std::array<double, kKinds * kMostFields> pivots_{};
    std::array<std::uint64_t, kLanguages> language_counts_{};
    std::vector<Language> main_languages_;
};

}  // namespace dure::search
