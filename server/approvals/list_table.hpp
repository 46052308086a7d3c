// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "server/approvals/list.hpp"
#include "server/http/message.hpp"

namespace dure::approvals {

/// The list as a file to download, in "ko" or "en"; CSV or else XLSX.
http::Response file_of(const std::vector<Listed>& list, std::string_view language, bool csv);

}  // namespace dure::approvals
