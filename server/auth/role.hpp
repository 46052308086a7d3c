// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace dure::auth {

/// What a person is to the institute. Whoever is not signed in is the public, which nobody needs to be given.
enum class Role {
    administrator,
    director,
    planner,
    programme_officer,
    cluster_manager,
    finance_officer,
    board_member,
    expert,
    company,
    partner_cluster,
};

inline constexpr std::array kRoles = {
    Role::administrator,   Role::director,     Role::planner, Role::programme_officer, Role::cluster_manager,
    Role::finance_officer, Role::board_member, Role::expert,  Role::company,           Role::partner_cluster};

/// Roles without order or doubles.
class RoleSet {
  public:
    constexpr RoleSet() = default;
    constexpr RoleSet(std::initializer_list<Role> roles) {
        for (const Role role : roles) add(role);
    }
    RoleSet(const std::vector<Role>& roles) {
        for (const Role role : roles) add(role);
    }

    constexpr void add(Role role) { bits_ |= bit(role); }
    constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
    constexpr bool meets(RoleSet other) const { return (bits_ & other.bits_) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr RoleSet without(RoleSet other) const {
        RoleSet rest;
        rest.bits_ = bits_ & ~other.bits_;
        return rest;
    }
    constexpr RoleSet operator|(RoleSet other) const {
        other.bits_ |= bits_;
        return other;
    }
    constexpr bool operator==(const RoleSet&) const = default;
    /// In the order of the enum.
    std::vector<Role> list() const {
        std::vector<Role> roles;
        for (const Role role : kRoles)
            if (has(role)) roles.push_back(role);
        return roles;
    }

  private:
    static constexpr std::uint32_t bit(Role role) { return std::uint32_t{1} << static_cast<unsigned>(role); }
    std::uint32_t bits_ = 0;
};

/// Who works in the institute, and its board.
inline constexpr RoleSet kInstitute = {Role::administrator,     Role::director,        Role::planner,
                                       Role::programme_officer, Role::cluster_manager, Role::finance_officer,
                                       Role::board_member};

}  // namespace dure::auth
