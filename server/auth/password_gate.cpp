// SPDX-License-Identifier: Apache-2.0
#include "server/auth/password_gate.hpp"

namespace dure::auth {

PasswordGate::PasswordGate(PasswordCost cost, int parallel, int waiting)
    : cost_(cost),
      nobody_(hash_password(random_token(), cost)),
      parallel_(parallel),
      places_(parallel + waiting) {}

bool PasswordGate::enter() {
    std::unique_lock lock(mutex_);
    if (inside_ == places_) return false;
    ++inside_;
    changed_.wait(lock, [&] { return running_ < parallel_; });
    ++running_;
    return true;
}

void PasswordGate::leave() {
    const std::lock_guard lock(mutex_);
    --inside_;
    --running_;
    changed_.notify_one();
}

std::optional<std::string> PasswordGate::hash(std::string_view password) {
    if (!enter()) return std::nullopt;
    struct Leave {
        PasswordGate& gate;
        ~Leave() { gate.leave(); }
    } const leave{*this};
    return hash_password(password, cost_);
}

std::optional<bool> PasswordGate::verify(const std::optional<std::string>& hash, std::string_view password) {
    if (!enter()) return std::nullopt;
    struct Leave {
        PasswordGate& gate;
        ~Leave() { gate.leave(); }
    } const leave{*this};
    return verify_password(hash.value_or(nobody_), password) && hash.has_value();
}

}  // namespace dure::auth
