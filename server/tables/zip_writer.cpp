// SPDX-License-Identifier: Apache-2.0
#include "server/tables/zip_writer.hpp"

#include <zip.h>

#include <stdexcept>

namespace dure::tables {
namespace {

[[noreturn]] void give_up(const char* step) {
    throw std::runtime_error(std::string("cannot make a zip archive: ") + step);
}

/// The bytes that the archive has become, which live as long as `source`.
std::string bytes_of(zip_source_t* source) {
    if (zip_source_open(source) != 0) give_up("open");
    zip_source_seek(source, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    const auto read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (read != static_cast<zip_int64_t>(bytes.size())) give_up("read");
    return bytes;
}

void add(zip_t* archive, const std::string& name, const std::string& text) {
    zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
    if (!source) give_up(name.c_str());
    const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
    if (index < 0) {
        zip_source_free(source);
        give_up(name.c_str());
    }
    // No clock: 1 January 1980, the first day that the format knows.
    zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, (1 << 5) | 1, 0);
}

}  // namespace

std::string to_zip(const std::map<std::string, std::string>& files) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (!source) give_up("buffer");
    zip_source_keep(source);
    zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    if (!archive) give_up("archive");
    for (const auto& [name, text] : files) add(archive, name, text);
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        zip_source_free(source);
        give_up("close");
    }
    std::string bytes = bytes_of(source);
    zip_source_free(source);
    return bytes;
}

}  // namespace dure::tables
