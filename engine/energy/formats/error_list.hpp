// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "engine/base/error.hpp"

namespace dure::energy {

/// The errors of one file, the first fifty in full and the rest as a count.
class ErrorList {
  public:
    explicit ErrorList(std::string_view file) : file_(file) {}

    void add(int line, std::string code, Params params = {}) {
        if (errors_.size() < kMost) {
            errors_.push_back(
                {.code = std::move(code), .params = std::move(params), .file = file_, .line = line});
        } else {
            ++more_;
        }
    }
    void add_all(Errors errors) {
        for (Error& e : errors) errors_.push_back(std::move(e));
    }
    bool empty() const { return errors_.empty(); }

    Errors take() {
        if (more_ > 0)
            errors_.push_back(
                {.code = "csv.too_many_errors", .params = {{"count", std::to_string(more_)}}, .file = file_});
        more_ = 0;
        return std::exchange(errors_, {});
    }

  private:
    static constexpr std::size_t kMost = 50;
    std::string file_;
    Errors errors_;
    std::size_t more_ = 0;
};

}  // namespace dure::energy
