// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/figures/office.hpp"
#include "server/figures/source_store.hpp"

/// Changes of sources, each with its audit entry in the caller's transaction. 412 http.stale when the
/// version is no longer the one given; 422 figures.code_taken where the code is another's.
namespace dure::figures {

constexpr std::string_view kSource = "source";  ///< record_kind of the audit

Source create_source(db::Connection& c, const Office& office, const SourceContent& content, const Who& who);
Source replace_source(db::Connection& c, const Office& office, Source one, const SourceContent& content,
                      const Who& who);
/// 409 figures.source_in_use {count} while figures rest on it.
Source remove_source(db::Connection& c, const Office& office, Source one, const Who& who);
Source restore_source(db::Connection& c, const Office& office, Source one, const Who& who);

}  // namespace dure::figures
