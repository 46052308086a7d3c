// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/files/bytes.hpp"

/// Where the bytes stand: content/ab/abcd… by SHA-256, uploads/<id> on their way in. No name that a person
/// gave ever becomes a path. What fails throws std::system_error.
namespace dure::files {

/// Held while it lives, against threads and processes alike.
class Lock {
  public:
    Lock() = default;
    explicit Lock(int handle) : handle_(handle) {}
    Lock(Lock&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
    Lock& operator=(Lock&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~Lock();
    explicit operator bool() const { return handle_ >= 0; }
    int handle() const { return handle_; }

  private:
    int handle_ = -1;
};

/// An open file; small reads come out of a window of it.
class FileBytes final : public Bytes {
  public:
    explicit FileBytes(const std::filesystem::path& path);
    ~FileBytes() override;
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;
    std::uint64_t size() const override { return size_; }
    std::size_t read(std::uint64_t offset, std::span<char> buffer) const override;

  private:
    int handle_ = -1;
    std::uint64_t size_ = 0;
    mutable std::uint64_t window_at_ = 0;
    mutable std::string window_;
};

class Folder {
  public:
    /// Makes the folder where it is not there yet.
    explicit Folder(std::filesystem::path root);

    const std::filesystem::path& root() const { return root_; }
    std::filesystem::path content(std::string_view hash) const;
    std::filesystem::path upload(std::string_view id) const;

    /// Empty when somebody else writes the upload just now.
    Lock lock_upload(std::string_view id) const;
    /// Writes `bytes` at `offset`, whatever stood there and behind, and waits until the disk has them.
    void append(const Lock& upload, std::uint64_t offset, std::string_view bytes) const;
    void remove_upload(std::string_view id) const;

    /// Moves a whole upload to its content's place, for good; when the same content is there, the upload
    /// goes. Call under `lock_contents`.
    void adopt(std::string_view id, std::string_view hash) const;
    void remove_content(std::string_view hash) const;
    bool has_content(std::string_view hash) const;

    /// Between a content's arrival on the disk and in the database, and where contents are removed.
    Lock lock_contents() const;
    /// While it is held nothing is removed: for backups. Several may hold it.
    Lock keep_contents() const;
    /// Empty when a backup runs.
    Lock lock_removal() const;

    struct Entry {
        std::string name;  ///< a hash or an upload's id
        std::uint64_t size = 0;
        std::int64_t changed = 0;  ///< microseconds since 1970
    };
    std::vector<Entry> contents() const;
    std::vector<Entry> uploads() const;
    /// Bytes that the disk has left for us.
    std::uint64_t free_bytes() const;

  private:
    std::filesystem::path root_;
};

/// SHA-256 of a file; `more` is asked after each piece and ends it (empty text) with false.
std::string hash_file(const std::filesystem::path& path, const std::function<bool(std::uint64_t)>& more = {});

/// Whether the text is 64 lower-case hexadecimal digits.
bool is_hash(std::string_view text);

/// Waits until the disk has the file, or the names in a folder.
void sync_path(const std::filesystem::path& path);

}  // namespace dure::files
