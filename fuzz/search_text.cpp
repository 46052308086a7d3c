// SPDX-License-Identifier: Apache-2.0
// Lines of id and text: whatever is read is indexed, found again by its own first word, and removed without a
// trace.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/search/search.hpp"
#include "engine/search/tsv.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dure::search;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const Word& w : words_of(text)) {
        if (w.text.empty() || w.begin >= w.end || w.end > size) std::abort();
    }
    const auto lines = read_tsv(text, "fuzz.tsv");
    if (!lines) {
        if (lines.error().empty()) std::abort();
        return 0;
    }
    Index index({.fields = {{.name = "text", .names = true}}, .facets = {"id"}});
    for (const TsvLine& line : *lines) {
        index.put({.id = line.id, .language = Language::none, .texts = {line.text}, .facets = {{line.id}}});
    }
    index.commit();
    for (const TsvLine& line : *lines) {
        Query query;
        query.text = line.text;
        query.filters = {{.facet = 0, .values = {line.id}}};
        query.feedback = true;
        const auto hits = search(index, query).hits;
        if (!words_of(line.text).empty() && (hits.size() != 1 || hits.front().id != line.id)) std::abort();
        index.remove(line.id);
        index.commit();
    }
    if (index.size() != 0) std::abort();
    return 0;
}
