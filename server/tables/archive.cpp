// SPDX-License-Identifier: Apache-2.0
#include "server/tables/archive.hpp"

#include <zip.h>

#include <algorithm>

namespace dure::tables {
namespace {

constexpr zip_int64_t kMostFiles = 10'000;
constexpr std::size_t kSmall = std::size_t{1} << 20;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Close {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

class ZipFile final : public Archive::File {
  public:
    ZipFile(std::shared_ptr<Archive> archive, zip_file_t* file, std::uint64_t most, std::uint64_t size)
        : archive_(std::move(archive)), file_(file), most_(most), size_(size) {}

    double fraction() const override {
        return size_ == 0 ? 0 : std::min(1.0, static_cast<double>(count_) / static_cast<double>(size_));
    }

    Expected<std::size_t> read(std::span<char> buffer) override {
        const zip_int64_t got = zip_fread(file_.get(), buffer.data(), buffer.size());
        if (got < 0) return fail("tables.damaged_archive");
        // What the archive says of its sizes may be a lie: what comes out is counted.
        count_ += static_cast<std::uint64_t>(got);
        if (count_ > most_)
            return fail("tables.unpacks_too_large", {{"maximum_mb", std::to_string(most_ >> 20)}});
        return static_cast<std::size_t>(got);
    }

  private:
    const std::shared_ptr<Archive> archive_;  // outlives the file
    const std::unique_ptr<zip_file_t, Close> file_;
    const std::uint64_t most_, size_;
    std::uint64_t count_ = 0;
};

class ZipArchive final : public Archive, public std::enable_shared_from_this<ZipArchive> {
  public:
    ZipArchive(zip_t* archive, std::uint64_t most) : archive_(archive), most_(most) {}

    bool has(const std::string& name) const override {
        return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
    }

    Expected<std::unique_ptr<File>> file(const std::string& name) override {
        zip_stat_t stat;
        if (zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0) return fail("tables.damaged_archive");
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
            return fail("tables.locked_workbook");
        zip_file_t* opened = zip_fopen_index(archive_.get(), stat.index, 0);
        if (!opened) return fail("tables.damaged_archive");
        return std::make_unique<ZipFile>(shared_from_this(), opened, most_,
                                         (stat.valid & ZIP_STAT_SIZE) ? stat.size : 0);
    }

    zip_int64_t files() const { return zip_get_num_entries(archive_.get(), 0); }

  private:
    const std::unique_ptr<zip_t, Discard> archive_;
    const std::uint64_t most_;
};

}  // namespace

Expected<std::shared_ptr<Archive>> Archive::open(std::string_view bytes, const SourceLimits& limits) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* opened = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!opened && source) zip_source_free(source);
    zip_error_fini(&error);
    if (!opened) return fail("tables.damaged_archive");
    auto archive = std::make_shared<ZipArchive>(opened, limits.unpacked_bytes);
    if (archive->files() > kMostFiles)
        return fail("tables.too_many_files", {{"maximum", std::to_string(kMostFiles)}});
    return archive;
}

std::optional<std::string> Archive::small(const std::string& name) {
    if (!has(name)) return std::nullopt;
    auto opened = file(name);
    if (!opened) return std::nullopt;
    std::string text;
    char buffer[4096];
    for (;;) {
        const auto got = (*opened)->read(buffer);
        if (!got || text.size() > kSmall) return std::nullopt;
        if (*got == 0) return text;
        text.append(buffer, *got);
    }
}

}  // namespace dure::tables
