// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "server/lists/download.hpp"
#include "server/together/subjects.hpp"
#include "server/together/task.hpp"

/// The list of tasks as a file.
namespace dure::together {

lists::Download task_download_in(http::Query& query);
http::Response task_file(Reader& reader, const std::vector<Task>& list, const lists::Download& wanted,
                         const std::string& today);

}  // namespace dure::together
