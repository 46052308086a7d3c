// SPDX-License-Identifier: Apache-2.0
#include "cli/files.hpp"

#include <fstream>
#include <system_error>

#include "engine/lp/gunzip.hpp"

namespace dure::cli {
namespace {

constexpr std::size_t kMostUnpacked = std::size_t{4} << 30;

std::unexpected<Error> refuse(std::string code, const std::filesystem::path& path) {
    return std::unexpected(Error{.code = std::move(code), .file = path.string()});
}

}  // namespace

Expected<std::string> read_file(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) return refuse("file.not_found", path);
    if (std::filesystem::is_directory(status)) return refuse("file.is_folder", path);
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return refuse("file.unreadable", path);
    std::string bytes;
    if (const auto size = std::filesystem::file_size(path, error); !error) bytes.reserve(size);
    // In blocks, since pipes and devices have no size.
    for (char block[1 << 16]; stream.read(block, sizeof block) || stream.gcount() > 0;)
        bytes.append(block, static_cast<std::size_t>(stream.gcount()));
    if (stream.bad()) return refuse("file.unreadable", path);
    if (!lp::is_gzip(bytes)) return bytes;
    auto text = lp::gunzip(bytes, kMostUnpacked);
    if (!text) text.error().file = path.string();
    return text;
}

Expected<void> write_file(const std::filesystem::path& path, std::string_view text) {
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    stream.close();
    if (!stream) return refuse("file.unwritable", path);
    return {};
}

}  // namespace dure::cli
