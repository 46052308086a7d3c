// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/codec/codec.hpp"
#include "server/together/task_codec.hpp"

namespace dure::together {

/// Schema RecordLink.
BOOST_DESCRIBE_STRUCT(RecordLink, (), (kind, id, title, path, fictitious))

}  // namespace dure::together
