// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "server/auth/accounts.hpp"
#include "server/auth/guard.hpp"

namespace dure::auth {

/// What the operations of accounts need to know of the installation.
struct Installation {
    std::string version;
    std::vector<ExampleAccount> example;  ///< their passwords are told to loopback addresses
    std::string provider;                 ///< the OpenID provider's name; empty: there is none
    std::string public_url;
    /// What the institute calls itself in Korean and in English, and where to ask; empty: not said.
    std::function<std::array<std::string, 3>()> institute;
    /// The operations that a person may try, of every desk.
    std::function<std::vector<std::string>(const Actor&)> permitted;
    std::function<RightsView()> rights;  ///< of the same operations
};

/// Answers that show a session, for every way to begin one. What it is given outlives it.
class SessionAnswers {
  public:
    SessionAnswers(Accounts& accounts, db::Database& database, Clock clock, const Installation& installation)
        : accounts_(accounts), database_(database), clock_(std::move(clock)), installation_(installation) {}

    SessionView view(const Account& account, std::span<const Deputy> stands_in_for, const Actor& actor,
                     Instant expires) const;
    /// With the session's cookie.
    http::Response signed_in(const http::Request& request, const Accounts::SignedIn& signed_in,
                             int status) const;

  private:
    Accounts& accounts_;
    db::Database& database_;
    Clock clock_;
    const Installation& installation_;
};

}  // namespace dure::auth
