// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/auth/actor.hpp"
#include "server/figures/figure.hpp"

/// What comes in about sources and what leaves. Instants are texts here.
namespace dure::figures {

/// Schema Source.
struct SourceView : SourceContent {
    std::string id;
    std::optional<std::string> owner_name;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};

struct SourcePage {
    std::vector<SourceView> items;
    std::optional<std::string> next_cursor;
};

Checked<SourceContent> decode_source(std::string_view json);
std::string encode(const SourceContent& content);
std::string encode(const SourceView& view);
std::string encode(const SourcePage& page);
SourceView present(const Source& one, const auth::Actor& reader);

/// "2020", "2020-06" or "2020-06-05", as a calendar has it.
bool is_published(std::string_view text);
/// Letters of ASCII, digits and . _ -, starting with a letter or a digit: of sources and of figures.
bool is_code(std::string_view text);

}  // namespace dure::figures
