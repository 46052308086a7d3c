// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "server/auth/secrets.hpp"

namespace dure::auth {

/// Lets few hash at a time, so that sign-ins cannot take every worker: beyond `parallel` hashing and
/// `waiting` in line, the answer is none at once and the person is asked to try again.
class PasswordGate {
  public:
    PasswordGate(PasswordCost cost, int parallel, int waiting);

    std::optional<std::string> hash(std::string_view password);
    /// Without a hash it takes the same time and says no: nobody learns which addresses have an account.
    std::optional<bool> verify(const std::optional<std::string>& hash, std::string_view password);

  private:
    bool enter();
    void leave();

    PasswordCost cost_;
    std::string nobody_;  ///< hash of a random password
    int parallel_, places_;
    std::mutex mutex_;
    std::condition_variable changed_;
    int inside_ = 0, running_ = 0;
};

}  // namespace dure::auth
