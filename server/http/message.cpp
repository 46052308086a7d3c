// SPDX-License-Identifier: Apache-2.0
#include "server/http/message.hpp"

namespace dure::http {

std::string_view Request::header(std::string_view lower_case_name) const {
    for (const auto& [name, value] : headers)
        if (name == lower_case_name) return value;
    return {};
}

std::optional<std::string_view> Request::query_value(std::string_view name) const {
    for (const auto& [own, value] : query)
        if (own == name) return value;
    return std::nullopt;
}

}  // namespace dure::http
