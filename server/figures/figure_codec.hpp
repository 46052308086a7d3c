// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/auth/actor.hpp"
#include "server/figures/figure.hpp"

/// What comes in about figures and what leaves. Instants are texts here.
namespace dure::figures {

/// Schema Figure.
struct FigureView : FigureContent {
    std::string id;
    std::optional<std::string> source_code, source_document, source_publisher, source_link, source_published;
    std::optional<std::string> owner_name;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};

/// Schema FigureDetail: what a derived one is made of, and what is made of it.
struct FigureDetail : FigureView {
    std::vector<FigureView> inputs, used_by;
};

struct FigurePage {
    std::vector<FigureView> items;
    std::optional<std::string> next_cursor;
};

/// The form alone; what it refers to is looked up by figure_check.hpp.
Checked<FigureContent> decode_figure(std::string_view json);
std::string encode(const FigureContent& content);
std::string encode(const FigureView& view);
std::string encode(const FigureDetail& view);
std::string encode(const FigurePage& page);
FigureView present(const Figure& one, const auth::Actor& reader);

}  // namespace dure::figures
