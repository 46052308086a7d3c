// SPDX-License-Identifier: Apache-2.0
#include "engine/search/query.hpp"

#include <algorithm>

#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

// Pairs of syllables find what stands inside compounds; they repeat what the word itself says, so they weigh
// less.
constexpr double kPairWeight = 0.3;
constexpr double kSoundWeight = 0.5;
constexpr double kSlipWeight = 0.6;
constexpr double kBegunWeight = 0.6;
constexpr double kConceptWeight = 0.8;

class Planner {
  public:
    Planner(const Index& index, std::vector<Language> languages)
        : index_(index), languages_(std::move(languages)) {}

    /// `unfinished`: the word may go on.
    void ask(const AnalyzedWord& word, bool unfinished) {
        unfinished_ = unfinished;
        switch (word.word.script) {
            case Script::letters:
                return ask_letters(word.word);
            case Script::hangul:
                return ask_hangul(word);
            case Script::han:
            case Script::kana:
                return ask_signs(word);
        }
    }

    /// A name that is written as one word elsewhere.
    void ask_joined(const Word& word, const Word& next) {
        Group group;
        add(group, sound_term(word, next), kSoundWeight);
        keep(std::move(group));
    }

    /// Every term of a concept, as a phrase.
    void ask(const std::vector<TaxonomyTerm>& terms) {
        Group group{.alternatives = {}, .weight = kConceptWeight};
        for (const TaxonomyTerm& t : terms) {
            Phrase phrase = phrase_of(t);
            if (!phrase.empty()) group.phrases.push_back(std::move(phrase));
        }
        if (!group.phrases.empty()) groups_.push_back(std::move(group));
    }

    std::vector<Group> take() { return std::move(groups_); }

  private:
    void add(Group& group, const std::string& key, double weight = 1) {
        const TermId term = key.empty() ? kNothing : index_.term(key);
        if (term == kNothing || index_.postings(term).living == 0) return;
        for (const Alternative& a : group.alternatives) {
            if (a.term == term) return;
        }
        group.alternatives.push_back({term, weight});
    }

    void keep(Group group) {
        if (!group.alternatives.empty()) groups_.push_back(std::move(group));
    }

    /// Empty when a word of it stands nowhere. Hangul and han are asked for by their pairs, which find them
    /// within compounds and before particles.
    Phrase phrase_of(const TaxonomyTerm& term) const {
        Phrase phrase;
        for (const AnalyzedWord& w : analyze(term.text, term.language)) {
            if (w.stop) continue;
            std::vector<std::string> keys = w.grams;
            if (w.word.script == Script::han && w.word.text.size() > 1) {
                keys.erase(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(w.word.text.size()));
            }
            if (keys.empty() && !w.forms.empty()) keys.push_back(w.forms.front());
            for (const std::string& key : keys) {
                const TermId id = index_.term(key);
                if (id == kNothing || index_.postings(id).living == 0) return {};
                phrase.push_back(id);
            }
        }
        return phrase;
    }

    /// Asks for what was meant when nothing has what was typed.
    void mend(Group& group, const std::string& key) {
        if (!group.alternatives.empty()) return;
        for (const TermId near : index_.near(key)) group.alternatives.push_back({near, kSlipWeight});
    }

    void go_on(Group& group, const std::string& key) {
        if (!unfinished_) return;
        for (const TermId term : index_.going_on(key)) {
            if (std::ranges::find(group.alternatives, term, &Alternative::term) == group.alternatives.end())
                group.alternatives.push_back({term, kBegunWeight});
        }
    }

    void ask_gram(const std::string& gram, double weight) {
        Group group{.alternatives = {}, .weight = weight};
        add(group, gram);
        keep(std::move(group));
    }

    void ask_letters(const Word& word) {
        Group group;
        for (const Language language : languages_) add(group, letters_term(word.text, language));
        add(group, sound_term(word.text), kSoundWeight);
        go_on(group, kWordTerm + to_utf8(without_marks(word.text)));
        for (const Language language : languages_) mend(group, letters_term(word.text, language));
        keep(std::move(group));
    }

    void ask_hangul(const AnalyzedWord& word) {
        Group group;
        for (const std::string& form : word.forms) add(group, form);
        add(group, sound_term(word.word.text), kSoundWeight);
        add(group, initials_term(word.word.text));
        go_on(group, kWordTerm + to_utf8(word.word.text));
        mend(group, word.forms.front());
        keep(std::move(group));
        for (const std::string& gram : word.grams) ask_gram(gram, kPairWeight);
    }

    void ask_signs(const AnalyzedWord& word) {
        Group group;
        for (const std::string& form : word.forms) add(group, form);
        keep(std::move(group));
        // The single signs of han stand before its pairs; beside pairs they only add noise.
        const std::size_t signs = word.word.text.size();
        const std::size_t first = word.word.script == Script::han && signs > 1 ? signs : 0;
        for (std::size_t i = first; i < word.grams.size(); ++i) ask_gram(word.grams[i], 1);
    }

    const Index& index_;
    std::vector<Language> languages_;  ///< by whose stems words of letters are looked up
    std::vector<Group> groups_;
    bool unfinished_ = false;
};

std::vector<Language> languages_to_try(const Index& index, Language language) {
    if (language != Language::none) return {language};
    std::vector<Language> languages = index.main_languages();
    if (std::find(languages.begin(), languages.end(), kUntold) == languages.end())
        languages.push_back(kUntold);
    return languages;
}

}  // namespace

std::vector<Group> plan(const Index& index, const Query& query) {
    std::vector<Word> words = words_of(query.text);
    const Language language = query.language != Language::none ? query.language : guess_language(words);
    Planner planner(index, languages_to_try(index, language));
    const std::vector<std::size_t> concepts =
        query.taxonomy ? query.taxonomy->named_by(words) : std::vector<std::size_t>();
    const std::vector<AnalyzedWord> analyzed = analyze(std::move(words), language);
    const bool only_stops =
        std::all_of(analyzed.begin(), analyzed.end(), [](const auto& w) { return w.stop; });
    for (const AnalyzedWord& w : analyzed) {
        const bool begun = query.unfinished && &w == &analyzed.back();
        if (!w.stop || only_stops || begun) planner.ask(w, begun);
    }
    for (std::size_t i = 1; i < analyzed.size(); ++i)
        planner.ask_joined(analyzed[i - 1].word, analyzed[i].word);
    for (const std::size_t c : concepts) planner.ask(query.taxonomy->terms(c));
    return planner.take();
}

}  // namespace dure::search
