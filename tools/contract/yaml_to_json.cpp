// SPDX-License-Identifier: Apache-2.0
// yaml_to_json IN.yaml OUT.cpp: the contract as JSON in a C++ source, made at build time.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>

namespace {

/// YAML 1.2's core schema: plain scalars may be null, booleans and numbers; quoted ones are texts.
bool is_json_word(const std::string& text) {
    if (text == "true" || text == "false" || text == "null") return true;
    const auto digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.empty() || digits[0] < '0' || digits[0] > '9' ||
        (digits.size() > 1 && digits[0] == '0' && digits[1] != '.'))
        return false;
    return std::ranges::all_of(digits, [](char c) { return (c >= '0' && c <= '9') || c == '.'; }) &&
           std::ranges::count(digits, '.') <= 1 && !digits.ends_with('.');
}

void write_text(const std::string& text, std::string& out) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else
            out += c;
    }
    out += '"';
}

void write(const YAML::Node& node, std::string& out) {
    const char* separator = "";
    switch (node.Type()) {
        case YAML::NodeType::Map:
            out += '{';
            for (const auto& member : node) {
                out += separator;
                separator = ",";
                write_text(member.first.Scalar(), out);
                out += ':';
                write(member.second, out);
            }
            out += '}';
            return;
        case YAML::NodeType::Sequence:
            out += '[';
            for (const auto& item : node) {
                out += separator;
                separator = ",";
                write(item, out);
            }
            out += ']';
            return;
        case YAML::NodeType::Scalar:
            if (node.Tag() == "?" && is_json_word(node.Scalar()))
                out += node.Scalar();
            else
                write_text(node.Scalar(), out);
            return;
        default:
            out += "null";
    }
}

/// Every operation says what the four people get who try it: one without them is not built.
void require_actors(const YAML::Node& contract) {
    for (const auto& path : contract["paths"])
        for (const auto& member : path.second)
            for (const char* method : {"get", "put", "post", "delete", "patch"}) {
                if (member.first.Scalar() != method) continue;
                for (const char* actor : {"owner", "colleague", "stranger", "nobody"})
                    if (!member.second["x-actors"][actor])
                        throw std::runtime_error(path.first.Scalar() + ' ' + method + ": x-actors lacks " +
                                                 actor);
            }
}

}  // namespace

int main(int count, char** arguments) try {
    if (count != 3) throw std::runtime_error("usage: yaml_to_json IN.yaml OUT.cpp");
    const YAML::Node contract = YAML::LoadFile(arguments[1]);
    require_actors(contract);
    std::string json;
    write(contract, json);
    std::ofstream out(arguments[2]);
    out << "// Made of api/openapi.yaml.\n#include \"server/http/contract.hpp\"\n\nnamespace dure::http {\n\n"
           "std::string_view contract_json() {\n    static constexpr char kText[] =";
    constexpr std::size_t kPiece = 8000;  // compilers may refuse longer literals
    for (std::size_t i = 0; i < json.size(); i += kPiece)
        out << "\n        R\"contract(" << json.substr(i, kPiece) << ")contract\"";
    out << ";\n    return {kText, sizeof kText - 1};\n}\n\n}  // namespace dure::http\n";
    return out.good() ? 0 : 1;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
