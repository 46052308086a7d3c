// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/describe.hpp>
#include <stdexcept>
#include <string>

#include "server/approvals/approval.hpp"

/// How this folder's enums are written: included by codecs and stores alone.
namespace dure::approvals {

BOOST_DESCRIBE_ENUM(Task, review, agreement, approval)
BOOST_DESCRIBE_ENUM(State, draft, submitted, approved, rejected, recalled, withdrawn)
BOOST_DESCRIBE_ENUM(StepState, waiting, current, approved, rejected, skipped)
BOOST_DESCRIBE_ENUM(Desk, general, energy, innovation, network, budget, board)

template <class E>
std::string text_of(E value) {
    return boost::describe::enum_to_string(value, "");
}
/// Throws std::invalid_argument: the names come from our own tables.
template <class E>
E value_of(const std::string& name) {
    E value{};
    if (!boost::describe::enum_from_string(name.c_str(), value))
        throw std::invalid_argument("unknown value " + name);
    return value;
}

}  // namespace dure::approvals
