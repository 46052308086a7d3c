// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "server/figures/figure_store.hpp"
#include "server/lists/download.hpp"

namespace dure::figures {

/// What the list of figures can be downloaded with.
std::span<const lists::DownloadColumn> figure_download_columns();

/// All that the query finds, its page left aside. Refuses more than lists::kMostDownloaded.
http::Response download_figures(db::Connection& c, FigureQuery query, const lists::Download& wanted);

}  // namespace dure::figures
