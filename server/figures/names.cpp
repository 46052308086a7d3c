// SPDX-License-Identifier: Apache-2.0
#include "server/figures/names.hpp"

#include <stdexcept>

#include "server/figures/described.hpp"

namespace dure::figures {
namespace {

template <class E>
E read(std::string_view name) {
    E value{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), value))
        throw std::invalid_argument("unknown name " + std::string(name));
    return value;
}

}  // namespace

std::string name_of(Kind kind) {
    return boost::describe::enum_to_string(kind, "");
}
std::string name_of(Method method) {
    return boost::describe::enum_to_string(method, "");
}
std::string name_of(Nature nature) {
    return boost::describe::enum_to_string(nature, "");
}
Kind kind_of(std::string_view name) {
    return read<Kind>(name);
}
Method method_of(std::string_view name) {
    return read<Method>(name);
}
Nature nature_of(std::string_view name) {
    return read<Nature>(name);
}

}  // namespace dure::figures
