// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/files/bytes.hpp"
#include "server/files/zip_reader.hpp"

/// What a file is, told by its content; its name must agree.
namespace dure::files {

struct ContentType {
    std::string_view extension;
    std::string_view media_type;
    bool shown = false;  ///< a browser may show it inside the page
};

/// Every extension that this program can tell by the content.
std::span<const ContentType> known_types();
const ContentType* find_type(std::string_view extension);
/// Of a media type that inspect_content gave, parameters included.
bool is_shown(std::string_view media_type);

/// The media type of the content, once it is what the extension says and harmless to keep. Text says its
/// charset. Errors: files.wrong_content {extension, found} (found: an extension that would fit, or "?"),
/// files.locked, files.macros, and those of inspect_zip and inspect_picture.
Expected<std::string> inspect_content(const Bytes& bytes, std::string_view extension,
                                      const ZipLimits& limits = {});

}  // namespace dure::files
