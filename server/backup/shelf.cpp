// SPDX-License-Identifier: Apache-2.0
#include "server/backup/shelf.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace dure::backup {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

/// "dure-20261127-030000", perhaps with "-2": nothing that leads elsewhere.
bool is_name(const std::string& name) {
    return name.starts_with("dure-") && name.size() <= 40 &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

}  // namespace

fs::path Shelf::file_of(const std::string& hash) const {
    if (!files::is_hash(hash)) throw std::logic_error("no hash");
    return root_ / "files" / hash.substr(0, 2) / hash;
}

std::optional<Kept> Shelf::find(const std::string& name) const {
    if (!is_name(name)) return std::nullopt;
    const auto manifest = text_of(root_ / name / "manifest.json");
    auto read = manifest ? decode_manifest(*manifest) : std::nullopt;
    if (!read || read->name != name) return std::nullopt;
    Kept kept{.manifest = std::move(*read), .verdict = std::nullopt};
    if (const auto verdict = text_of(root_ / name / "verdict.json")) kept.verdict = decode_verdict(*verdict);
    return kept;
}

std::vector<Kept> Shelf::list() const {
    std::vector<Kept> all;
    std::error_code error;
    for (const auto& one : fs::directory_iterator(root_, error))
        if (auto kept = find(one.path().filename().string())) all.push_back(std::move(*kept));
    std::ranges::sort(all, std::greater(), [](const Kept& one) { return one.manifest.name; });
    return all;
}

void Shelf::put_verdict(const std::string& name, const Verdict& verdict) const {
    const fs::path path = root_ / name / "verdict.json", part = root_ / name / "verdict.part";
    std::ofstream(part, std::ios::binary) << encode(verdict);
    files::sync_path(part);
    fs::rename(part, path);
    files::sync_path(root_ / name);
}

std::int64_t Shelf::prune_files() const {
    std::set<std::string> needed;
    for (const Kept& one : list())
        for (const FileMark& file : one.manifest.files) needed.insert(file.hash);
    std::int64_t bytes = 0;
    std::error_code error;
    std::vector<fs::path> gone;
    for (const auto& one : fs::recursive_directory_iterator(root_ / "files", error))
        if (one.is_regular_file() && !needed.contains(one.path().filename().string()))
            gone.push_back(one.path());
    for (const fs::path& path : gone) {
        bytes += static_cast<std::int64_t>(fs::file_size(path));
        fs::remove(path);
    }
    return bytes;
}

std::int64_t Shelf::remove(const std::string& name) const {
    const auto kept = find(name);
    if (!kept) return 0;
    const fs::path gone = root_ / (".gone-" + name);  // whole or not there at all
    fs::rename(root_ / name, gone);
    files::sync_path(root_);
    fs::remove_all(gone);
    return kept->manifest.database_bytes + prune_files();
}

void Shelf::tidy() const {
    std::vector<fs::path> left;
    for (const auto& one : fs::directory_iterator(root_)) {
        const auto name = one.path().filename().string();
        if (name.starts_with(".making-") || name.starts_with(".gone-")) left.push_back(one.path());
    }
    for (const fs::path& path : left) fs::remove_all(path);
}

files::Lock Shelf::lock() const {
    files::Lock lock(::open((root_ / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock) throw std::system_error(errno, std::generic_category(), root_.string());
    if (::flock(lock.handle(), LOCK_EX | LOCK_NB) != 0) return {};
    return lock;
}

}  // namespace dure::backup
