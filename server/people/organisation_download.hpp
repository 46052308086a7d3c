// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "server/lists/download.hpp"
#include "server/people/organisation_store.hpp"

namespace dure::people {

/// What the list of organisations can be downloaded with.
std::span<const lists::DownloadColumn> organisation_download_columns();

/// All that the query finds, its page left aside. Refuses more than lists::kMostDownloaded.
http::Response download_organisations(db::Connection& c, OrganisationQuery query,
                                      const lists::Download& wanted);

}  // namespace dure::people
