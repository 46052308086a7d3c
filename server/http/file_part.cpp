// SPDX-License-Identifier: Apache-2.0
#include "server/http/file_part.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace dure::http {

class FilePart::Handle {
  public:
    explicit Handle(const std::filesystem::path& path)
        : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) {
        if (number_ < 0) throw std::system_error(errno, std::generic_category(), path.string());
    }
    ~Handle() { ::close(number_); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    int number() const { return number_; }

  private:
    int number_;
};

FilePart FilePart::open(const std::filesystem::path& path, std::uint64_t offset, std::uint64_t length) {
    FilePart part;
    part.handle_ = std::make_shared<Handle>(path);
    part.offset_ = offset;
    part.left_ = length;
    return part;
}

std::string FilePart::next(std::size_t count) {
    std::string piece(static_cast<std::size_t>(std::min<std::uint64_t>(count, left_)), '\0');
    ssize_t got = 0;
    do got = ::pread(handle_->number(), piece.data(), piece.size(), static_cast<off_t>(offset_));
    while (got < 0 && errno == EINTR);
    piece.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    offset_ += piece.size();
    left_ -= piece.size();
    return piece;
}

}  // namespace dure::http
