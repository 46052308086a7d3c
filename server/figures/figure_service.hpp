// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "server/figures/figure_store.hpp"
#include "server/figures/office.hpp"
#include "server/figures/vocabulary_store.hpp"

/// Changes of figures, each with its audit entry in the caller's transaction. A derived figure's value is
/// what its formula gives; when a figure changes, all that are made of it are worked out anew, with an entry
/// of their own (recompute_figure). 412 http.stale when the version is no longer the one given; 422 with the
/// codes of figure_check.hpp, figures.code_taken {code}, figures.unknown_source, figures.circle {code}.
namespace dure::figures {

constexpr std::string_view kFigure = "figure";  ///< record_kind of the audit

Figure create_figure(db::Connection& c, const Office& office, const FigureContent& content, const Who& who);
Figure replace_figure(db::Connection& c, const Office& office, Figure one, const FigureContent& content,
                      const Who& who);
/// 409 figures.figure_in_use {count} while derived figures are made of it.
Figure remove_figure(db::Connection& c, const Office& office, Figure one, const std::string& reason,
                     const Who& who);
Figure restore_figure(db::Connection& c, const Office& office, Figure one, const Who& who);

/// New ones, thousands at once, checked before; derived ones may be made of each other and of what is there.
/// `list` has contents with sources as ids; returns them as they were written. Errors name the figure by
/// {code}.
Checked<std::vector<Figure>> create_figures(db::Connection& c, const Office& office,
                                            const Vocabulary& vocabulary, std::vector<FigureContent> list,
                                            const std::optional<std::string>& owner,
                                            const std::string& request_id);
/// Puts thousands away whose versions were looked at in this transaction.
void remove_figures(db::Connection& c, const Office& office, std::vector<Figure> list, const Who& who);

}  // namespace dure::figures
