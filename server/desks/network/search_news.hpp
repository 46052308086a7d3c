// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>

#include "server/desks/network/desk.hpp"
#include "server/desks/network/member_index.hpp"
#include "server/jobs/every.hpp"

namespace dure::desks::network {

/// Writes to everyone who wants mails about a search that they keep how many members are new in it, as far as
/// they may see them, each once. The mail names no member: what was withdrawn while it waits stays untold.
/// Returns how many searches had news.
std::size_t tell_news(const Desk& desk, MemberIndex& members);

/// Tells every so often while it lives.
class SearchNews {
  public:
    SearchNews(const Desk& desk, std::shared_ptr<MemberIndex> members,
               std::chrono::milliseconds beat = std::chrono::minutes(10));

  private:
    jobs::Every every_;
};

}  // namespace dure::desks::network
