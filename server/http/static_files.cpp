// SPDX-License-Identifier: Apache-2.0
#include "server/http/static_files.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "server/http/gzip.hpp"

namespace dure::http {

namespace {

constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".ttf", "font/ttf"},
    {".wasm", "application/wasm"},
    {".txt", "text/plain; charset=utf-8"},
};

std::string_view type_of(const std::filesystem::path& file) {
    const auto extension = file.extension().string();
    const auto* known =
        std::ranges::find(kTypes, std::string_view(extension), [](const auto& t) { return t.first; });
    return known == std::end(kTypes) ? "application/octet-stream" : known->second;
}

std::shared_ptr<const std::string> content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return std::make_shared<const std::string>(std::istreambuf_iterator<char>(in),
                                               std::istreambuf_iterator<char>());
}

/// FNV-1a: only tells contents of one file apart.
std::string etag_of_content(std::string_view content) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return fmt::format("\"{:016x}-{:x}\"", hash, content.size());
}

}  // namespace

StaticFiles::StaticFiles(const std::filesystem::path& directory) {
    namespace fs = std::filesystem;
    if (!fs::exists(directory / "index.html"))
        throw std::runtime_error("no built page (index.html) in " + directory.string());
    for (const auto& entry : fs::recursive_directory_iterator(directory)) {
        if (!entry.is_regular_file() || entry.path().extension() == ".gz") continue;
        File file{.content_type = std::string(type_of(entry.path())), .body = content_of(entry.path())};
        file.etag = etag_of_content(*file.body);
        const std::string path = "/" + fs::relative(entry.path(), directory).generic_string();
        file.immutable = path.starts_with("/assets/");
        auto twin = entry.path();
        twin += ".gz";
        if (fs::exists(twin))
            file.compressed = content_of(twin);
        else if (is_compressible(file.content_type))
            file.compressed = std::make_shared<const std::string>(gzip(*file.body, 9));
        if (file.compressed && file.compressed->size() >= file.body->size()) file.compressed = nullptr;
        files_.emplace(path, std::move(file));
    }
}

const StaticFiles::File* StaticFiles::find(std::string_view path) const {
    if (const auto found = files_.find(path); found != files_.end()) return &found->second;
    if (path == "/api" || path.starts_with("/api/") || path.starts_with("/assets/")) return nullptr;
    if (path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos) return nullptr;
    const auto index = files_.find("/index.html");
    return index == files_.end() ? nullptr : &index->second;
}

}  // namespace dure::http
