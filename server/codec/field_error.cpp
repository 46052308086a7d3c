// SPDX-License-Identifier: Apache-2.0
#include "server/codec/codec.hpp"

namespace dure {

BOOST_DESCRIBE_STRUCT(Error, (), (pointer, code, params, file, line))

std::span<const codec::Rule> json_rules(const Error*) {
    static const codec::Rule rules[] = {
        codec::required("pointer"),
        codec::required("code"),
        codec::required("params"),
        codec::optional("file").omitted_when_empty(),
        codec::optional("line").omitted_when_empty(),
    };
    return rules;
}

namespace codec {

void read(const json::value& value, Error& target, Reader& reader, const Rule&) {
    read_record(value, &target, record_of<Error>(), reader);
}

void write(const Error& error, std::string& out) {
    write_record(&error, record_of<Error>(), out);
}

}  // namespace codec
}  // namespace dure
