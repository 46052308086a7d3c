// SPDX-License-Identifier: Apache-2.0
#include "server/files/folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "engine/base/id.hpp"
#include "engine/base/time.hpp"
#include "server/files/digest.hpp"

namespace dure::files {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kWindow = 16 * 1024;
constexpr std::size_t kPiece = 1024 * 1024;

[[noreturn]] void fail_with_errno(const fs::path& path) {
    throw std::system_error(errno, std::generic_category(), path.string());
}

int open_or_fail(const fs::path& path, int flags) {
    const int handle = ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (handle < 0) fail_with_errno(path);
    return handle;
}

Lock lock_file(const fs::path& path, int how) {
    Lock lock(open_or_fail(path, O_RDWR | O_CREAT));
    int answer = 0;
    do answer = ::flock(lock.handle(), how);
    while (answer != 0 && errno == EINTR);
    if (answer == 0) return lock;
    if (errno == EWOULDBLOCK) return {};
    fail_with_errno(path);
}

std::vector<Folder::Entry> entries_of(const fs::path& folder) {
    std::vector<Folder::Entry> entries;
    for (const auto& one : fs::directory_iterator(folder)) {
        struct stat seen{};
        if (::lstat(one.path().c_str(), &seen) != 0 || !S_ISREG(seen.st_mode)) continue;
        entries.push_back({.name = one.path().filename().string(),
                           .size = static_cast<std::uint64_t>(seen.st_size),
                           .changed = seen.st_mtim.tv_sec * kSecond + seen.st_mtim.tv_nsec / 1000});
    }
    return entries;
}

}  // namespace

Lock::~Lock() {
    if (handle_ >= 0) ::close(handle_);
}

FileBytes::FileBytes(const fs::path& path) : handle_(open_or_fail(path, O_RDONLY)) {
    struct stat seen{};
    if (::fstat(handle_, &seen) != 0) {
        ::close(handle_);
        fail_with_errno(path);
    }
    size_ = static_cast<std::uint64_t>(seen.st_size);
}

FileBytes::~FileBytes() {
    ::close(handle_);
}

std::size_t FileBytes::read(std::uint64_t offset, std::span<char> buffer) const {
    if (buffer.size() > kWindow / 4) {
        std::size_t got = 0;
        while (got < buffer.size()) {
            const auto count =
                ::pread(handle_, buffer.data() + got, buffer.size() - got, static_cast<off_t>(offset + got));
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) fail_with_errno("read");
            if (count == 0) break;
            got += static_cast<std::size_t>(count);
        }
        return got;
    }
    if (offset >= size_) return 0;
    if (offset < window_at_ || offset + buffer.size() > window_at_ + window_.size()) {
        window_.resize(kWindow);
        window_at_ = offset;
        window_.resize(read(offset, std::span(window_.data(), kWindow)));
    }
    const auto from = static_cast<std::size_t>(offset - window_at_);
    const auto part = std::string_view(window_).substr(std::min(from, window_.size()), buffer.size());
    std::ranges::copy(part, buffer.begin());
    return part.size();
}

Folder::Folder(fs::path root) : root_(std::move(root)) {
    fs::create_directories(root_ / "content");
    fs::create_directories(root_ / "uploads");
}

fs::path Folder::content(std::string_view hash) const {
    if (!is_hash(hash)) throw std::logic_error("no hash");
    return root_ / "content" / hash.substr(0, 2) / hash;
}

fs::path Folder::upload(std::string_view id) const {
    if (!is_id(id)) throw std::logic_error("no id");
    return root_ / "uploads" / id;
}

Lock Folder::lock_upload(std::string_view id) const {
    return lock_file(upload(id), LOCK_EX | LOCK_NB);
}

void Folder::append(const Lock& upload, std::uint64_t offset, std::string_view bytes) const {
    // What stands behind was never acknowledged.
    if (::ftruncate(upload.handle(), static_cast<off_t>(offset)) != 0) fail_with_errno("truncate");
    while (!bytes.empty()) {
        const auto count = ::pwrite(upload.handle(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail_with_errno("write");
        bytes.remove_prefix(static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(count);
    }
    if (::fdatasync(upload.handle()) != 0) fail_with_errno("sync");
    sync_path(root_ / "uploads");
}

void Folder::remove_upload(std::string_view id) const {
    fs::remove(upload(id));
}

void Folder::adopt(std::string_view id, std::string_view hash) const {
    const fs::path from = upload(id), to = content(hash);
    if (fs::create_directory(to.parent_path())) sync_path(root_ / "content");
    if (fs::exists(to)) {
        fs::remove(from);
        return;
    }
    ::chmod(from.c_str(), 0400);  // nobody changes it any more
    fs::rename(from, to);
    sync_path(to.parent_path());
    sync_path(root_ / "uploads");
}

void Folder::remove_content(std::string_view hash) const {
    fs::remove(content(hash));
}

bool Folder::has_content(std::string_view hash) const {
    return fs::exists(content(hash));
}

Lock Folder::lock_contents() const {
    return lock_file(root_ / "contents.lock", LOCK_EX);
}

Lock Folder::keep_contents() const {
    return lock_file(root_ / "removal.lock", LOCK_SH);
}

Lock Folder::lock_removal() const {
    return lock_file(root_ / "removal.lock", LOCK_EX | LOCK_NB);
}

std::vector<Folder::Entry> Folder::contents() const {
    std::vector<Entry> all;
    for (const auto& part : fs::directory_iterator(root_ / "content")) {
        if (!part.is_directory()) continue;
        for (Entry& one : entries_of(part.path()))
            if (is_hash(one.name)) all.push_back(std::move(one));
    }
    return all;
}

std::vector<Folder::Entry> Folder::uploads() const {
    auto all = entries_of(root_ / "uploads");
    std::erase_if(all, [](const Entry& one) { return !is_id(one.name); });
    return all;
}

std::uint64_t Folder::free_bytes() const {
    return fs::space(root_).available;
}

std::string hash_file(const fs::path& path, const std::function<bool(std::uint64_t)>& more) {
    const FileBytes bytes(path);
    Sha256 sha;
    std::string piece(kPiece, '\0');
    for (std::uint64_t at = 0; at < bytes.size();) {
        const auto got = bytes.read(at, piece);
        if (got == 0) break;
        sha.add(std::string_view(piece).substr(0, got));
        at += got;
        if (more && !more(got)) return {};
    }
    return sha.hex();
}

bool is_hash(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void sync_path(const fs::path& path) {
    const Lock handle(open_or_fail(path, O_RDONLY));
    if (::fsync(handle.handle()) != 0) fail_with_errno(path);
}

}  // namespace dure::files
