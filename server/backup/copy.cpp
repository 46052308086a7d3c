// SPDX-License-Identifier: Apache-2.0
#include "server/backup/copy.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "server/files/digest.hpp"
#include "server/files/folder.hpp"

namespace dure::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 1024 * 1024;

void write_all(int handle, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(handle, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw std::system_error(errno, std::generic_category(), "write");
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

/// Gone, unless it came to its end.
struct Part {
    explicit Part(fs::path where) : path(std::move(where)) {}
    ~Part() {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    fs::path path;
};

}  // namespace

bool copy_file(const fs::path& from, const fs::path& to, const std::string& hash,
               const std::function<void()>& step) {
    fs::create_directories(to.parent_path());
    const Part part(to.string() + ".part");
    files::Sha256 sha;
    {
        const files::FileBytes bytes(from);
        const files::Lock out(::open(part.path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0400));
        if (!out) throw std::system_error(errno, std::generic_category(), part.path.string());
        std::string piece(kPiece, '\0');
        for (std::uint64_t at = 0; at < bytes.size();) {
            const auto got = bytes.read(at, piece);
            if (got == 0) break;
            sha.add(std::string_view(piece).substr(0, got));
            write_all(out.handle(), std::string_view(piece).substr(0, got));
            at += got;
            step();
        }
        if (::fsync(out.handle()) != 0) throw std::system_error(errno, std::generic_category(), "sync");
    }
    if (sha.hex() != hash) return false;
    fs::rename(part.path, to);
    files::sync_path(to.parent_path());
    return true;
}

}  // namespace dure::backup
