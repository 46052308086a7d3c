// SPDX-License-Identifier: Apache-2.0
#include "server/figures/findable.hpp"

#include <algorithm>

#include "server/figures/policy.hpp"
#include "server/figures/source_service.hpp"
#include "server/figures/vocabulary_store.hpp"

namespace dure::figures {
namespace {

constexpr int kAll = 100'000;

/// The institute sees all of both.
std::optional<std::string> sight(db::Connection&, const Actor& actor) {
    return actor.has_any(kReaders) ? std::optional<std::string>("institute") : std::nullopt;
}

finder::Findable findable(const Source& one) {
    const SourceContent& content = one.content;
    finder::Findable found{
        .id = one.id, .names = {{"", content.document}}, .texts = {}, .detail = content.publisher};
    for (const std::string& text : {content.publisher, content.code, content.note, content.link.value_or("")})
        if (!text.empty()) found.texts.push_back({"", text});
    return found;
}

std::vector<Source> sources_of(db::Connection& c, const std::vector<std::string>* ids) {
    if (!ids) return list_sources(c, {.part = {}, .after = {}, .limit = kAll});
    std::vector<Source> found;
    for (const std::string& id : *ids)
        if (auto one = find_source(c, id); one && !one->deleted) found.push_back(std::move(*one));
    return found;
}

}  // namespace

finder::Kind findable_sources() {
    return {.name = "source",
            .page = "/energy/sources?open=",
            .changes = {std::string(kSource)},
            .sight = sight,
            .read = [](db::Connection& c, const Actor&, const std::vector<std::string>* ids) {
                std::vector<finder::Findable> found;
                for (const Source& one : sources_of(c, ids)) found.push_back(findable(one));
                return found;
            }};
}

finder::Kind findable_indicators() {
    return {.name = "indicator",
            .page = "/energy/indicators?indicator=",
            .changes = {"indicator"},
            .sight = sight,
            .read = [](db::Connection& c, const Actor&, const std::vector<std::string>* ids) {
                std::vector<finder::Findable> found;
                for (const Indicator& one : read_vocabulary(c).indicators) {
                    if (ids && std::ranges::find(*ids, one.code) == ids->end()) continue;
                    found.push_back({.id = one.code,
                                     .names = {{"ko", one.name_ko}, {"en", one.name_en}},
                                     .texts = {{"", one.code}},
                                     .detail = one.unit.substr(0, one.unit.find('|'))});
                    if (!one.note_ko.empty()) found.back().texts.push_back({"ko", one.note_ko});
                    if (!one.note_en.empty()) found.back().texts.push_back({"en", one.note_en});
                }
                return found;
            }};
}

}  // namespace dure::figures
