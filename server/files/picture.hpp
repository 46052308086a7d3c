// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/base/error.hpp"
#include "server/files/bytes.hpp"

/// How large a picture becomes when a browser unpacks it; read from its headers, without decoding.
namespace dure::files {

enum class PictureKind { png, jpeg, gif, webp };

struct PictureSize {
    std::uint64_t width = 0, height = 0, frames = 1;
};

struct PictureLimits {
    std::uint64_t side = 30'000;           ///< pixels
    std::uint64_t pixels = 120'000'000;    ///< of one frame
    std::uint64_t moving = 2'000'000'000;  ///< of all frames together
};

/// Errors: files.damaged_picture; files.picture_bomb {width, height, frames, maximum_megapixels}.
Expected<PictureSize> inspect_picture(const Bytes& bytes, PictureKind kind, const PictureLimits& limits = {});

}  // namespace dure::files
