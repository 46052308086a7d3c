// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace dure::files {

/// SHA-256 of what is added piece by piece.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    void add(std::string_view bytes);
    std::string hex();  ///< 64 lower-case digits; once, at the end

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The raw digest by a name of tus' checksum extension: "sha1" or "sha256"; empty for another name.
std::string raw_digest(std::string_view algorithm, std::string_view bytes);

}  // namespace dure::files
