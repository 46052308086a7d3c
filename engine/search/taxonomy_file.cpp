// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "engine/search/taxonomy.hpp"
#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

constexpr std::size_t kMostErrors = 50;
constexpr std::string_view kHeader = "concept\tlanguage\tterm\torigin\treview";

std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    for (;;) {
        const std::size_t tab = line.find('\t');
        cells.emplace_back(line.substr(0, tab));
        if (tab == line.npos) return cells;
        line.remove_prefix(tab + 1);
    }
}

bool is_concept(std::string_view name) {
    const std::size_t point = name.find('.');
    return point != name.npos && point > 0 && point + 1 < name.size() &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == name.npos &&
           name.find('.', point + 1) == name.npos;
}

class Reader {
  public:
    explicit Reader(std::string_view file) : file_(file) {}

    void take(std::string_view line) {
        ++line_;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') return;
        if (!is_utf8(line)) return refuse("tsv.not_utf8");
        if (!headed_) {
            headed_ = true;
            if (line != kHeader) refuse("taxonomy.no_header");
            return;
        }
        take_term(cells_of(line));
    }

    Checked<std::vector<TaxonomyTerm>> finish() {
        line_ = 0;
        if (terms_.empty() && errors_.empty()) refuse("taxonomy.empty");
        if (!errors_.empty()) return std::unexpected(std::move(errors_));
        return std::move(terms_);
    }

  private:
    void refuse(std::string code, Params params = {}) {
        if (errors_.size() >= kMostErrors) return;
        errors_.push_back(
            {.code = std::move(code), .params = std::move(params), .file = file_, .line = line_});
    }

    void take_term(const std::vector<std::string>& cells) {
        if (cells.size() != 5)
            return refuse("taxonomy.wrong_count", {{"found", std::to_string(cells.size())}});
        TaxonomyTerm term{.concept_id = cells[0],
                          .language = language_by_tag(cells[1]),
                          .text = cells[2],
                          .origin = cells[3]};
        if (!is_concept(cells[0])) return refuse("taxonomy.bad_concept", {{"concept", cells[0]}});
        if (term.language == Language::none || tag(term.language) != cells[1]) {
            return refuse("taxonomy.unknown_language", {{"language", cells[1]}});
        }
        if (words_of(term.text).empty()) return refuse("taxonomy.empty_term");
        if (term.origin.find_first_not_of(' ') == std::string::npos) return refuse("taxonomy.no_origin");
        if (cells[4] != "reviewed" && cells[4] != "unreviewed") {
            return refuse("taxonomy.unknown_review", {{"review", cells[4]}});
        }
        if (cells[4] == "reviewed") term.review = Review::reviewed;
        if (!seen_.insert(cells[0] + '\t' + cells[1] + '\t' + cells[2]).second) {
            return refuse("taxonomy.doubled_term", {{"term", cells[2]}});
        }
        terms_.push_back(std::move(term));
    }

    std::string file_;
    int line_ = 0;
    bool headed_ = false;
    std::set<std::string> seen_;
    std::vector<TaxonomyTerm> terms_;
    Errors errors_;
};

}  // namespace

Checked<std::vector<TaxonomyTerm>> read_taxonomy(std::string_view text, std::string_view file) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    Reader reader(file);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        reader.take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return reader.finish();
}

}  // namespace dure::search
