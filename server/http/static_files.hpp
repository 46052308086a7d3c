// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace dure::http {

/// The built page, read into memory once and compressed once: no path of a request ever reaches the file
/// system.
class StaticFiles {
  public:
    struct File {
        std::string content_type;
        std::shared_ptr<const std::string> body;
        std::shared_ptr<const std::string> compressed;  ///< gzip; none where it would not help
        std::string etag;
        bool immutable = false;  ///< its name holds a hash of its content
    };

    StaticFiles() = default;
    /// A neighbouring x.gz is taken as the compressed form of x. Throws std::runtime_error when there is no
    /// index.html.
    explicit StaticFiles(const std::filesystem::path& directory);

    /// The file of a decoded path; index.html for the page's own addresses (no dot in the last part, not
    /// /api); null when there is none.
    const File* find(std::string_view path) const;

  private:
    std::map<std::string, File, std::less<>> files_;
};

}  // namespace dure::http
