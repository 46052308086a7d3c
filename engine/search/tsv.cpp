// SPDX-License-Identifier: Apache-2.0
#include "engine/search/tsv.hpp"

#include <unordered_map>

#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

constexpr std::size_t kMostErrors = 50;

}  // namespace

Checked<std::vector<TsvLine>> read_tsv(std::string_view text, std::string_view file) {
    std::vector<TsvLine> lines;
    std::unordered_map<std::string, int> seen;
    Errors errors;
    int number = 0;
    const auto refuse = [&](std::string code, Params params = {}) {
        if (errors.size() >= kMostErrors) return;
        errors.push_back({.code = std::move(code),
                          .params = std::move(params),
                          .file = std::string(file),
                          .line = number});
    };
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        ++number;
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
        const std::size_t tab = line.find('\t');
        if (!is_utf8(line)) {
            refuse("tsv.not_utf8");
        } else if (tab == std::string_view::npos) {
            refuse("tsv.no_tab");
        } else if (tab == 0) {
            refuse("tsv.no_id");
        } else if (line.substr(0, tab).find(' ') != std::string_view::npos) {
            refuse("tsv.blank_in_id");
        } else if (const auto [at, fresh] = seen.try_emplace(std::string(line.substr(0, tab)), number);
                   !fresh) {
            refuse("tsv.doubled_id", {{"id", at->first}, {"line", std::to_string(at->second)}});
        } else {
            lines.push_back({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1)), number});
        }
    }
    number = 0;
    if (lines.empty() && errors.empty()) refuse("tsv.empty");
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return lines;
}

}  // namespace dure::search
