// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/codec/codec.hpp"
#include "server/figures/figure.hpp"

/// How figures are read and written: included by this folder's own sources alone.
namespace dure::figures {

BOOST_DESCRIBE_ENUM(Kind, actual, baseline, target, forecast, assumption)
BOOST_DESCRIBE_ENUM(Method, read, derived, estimate, assumption)
BOOST_DESCRIBE_ENUM(Nature, flow, stock, ratio)

}  // namespace dure::figures
