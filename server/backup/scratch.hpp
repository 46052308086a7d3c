// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "server/db/database.hpp"

namespace dure::backup {

/// An empty database of the server's own kind for a while: a file below `folder`, or a schema of the server's
/// PostgreSQL. Gone with the object.
class Scratch {
  public:
    /// `url`: the server's own. Throws db::Error or std::system_error when it cannot be made.
    Scratch(const std::string& url, const std::filesystem::path& folder);
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    db::Database& database() { return *database_; }
    const std::filesystem::path& folder() const { return folder_; }

  private:
    std::string server_, schema_;
    std::filesystem::path folder_;
    std::unique_ptr<db::Database> database_;
};

}  // namespace dure::backup
