// SPDX-License-Identifier: Apache-2.0
#include "server/tables/xml.hpp"

#include <expat.h>

#include <new>

namespace dure::tables {
namespace {

constexpr int kPiece = 1 << 16;

std::string_view without_prefix(const char* name) {
    const std::string_view whole(name);
    const auto colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

}  // namespace

struct XmlReader::Handlers {
    static XmlReader& of(void* data) { return *static_cast<XmlReader*>(data); }
    // What follows a refusal in the same piece is no longer told.
    static void start(void* data, const char* name, const char** attributes) {
        if (!of(data).refused()) of(data).start(without_prefix(name), attributes);
    }
    static void end(void* data, const char* name) {
        if (!of(data).refused()) of(data).end(without_prefix(name));
    }
    static void text(void* data, const char* part, int length) {
        if (!of(data).refused()) of(data).text({part, static_cast<std::size_t>(length)});
    }
    static void doctype(void* data, const char*, const char*, const char*, int) {
        of(data).refuse({.code = "tables.damaged_sheet"});
    }
};

XmlReader::XmlReader(std::unique_ptr<Archive::File> file)
    : file_(std::move(file)), parser_(XML_ParserCreate(nullptr)) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, Handlers::start, Handlers::end);
    XML_SetCharacterDataHandler(parser_, Handlers::text);
    XML_SetStartDoctypeDeclHandler(parser_, Handlers::doctype);
}

XmlReader::~XmlReader() {
    XML_ParserFree(parser_);
}

Expected<bool> XmlReader::feed() {
    if (ended_ || stopped_) return false;
    void* buffer = XML_GetBuffer(parser_, kPiece);
    if (!buffer) throw std::bad_alloc();
    const auto got = file_->read({static_cast<char*>(buffer), kPiece});
    if (!got) return std::unexpected(got.error());
    ended_ = *got == 0;
    const auto status = XML_ParseBuffer(parser_, static_cast<int>(*got), ended_);
    if (error_) return std::unexpected(*error_);
    if (status != XML_STATUS_OK && !stopped_) return fail("tables.damaged_sheet");
    return true;
}

Expected<bool> XmlReader::feed_all() {
    for (;;) {
        const auto more = feed();
        if (!more || !*more) return more;
    }
}

void XmlReader::refuse(Error error) {
    if (error_) return;
    error_ = std::move(error);
    XML_StopParser(parser_, XML_FALSE);
}

std::optional<std::string_view> XmlReader::attribute(Attributes attributes, std::string_view name) {
    for (; *attributes; attributes += 2)
        if (without_prefix(attributes[0]) == name) return attributes[1];
    return std::nullopt;
}

}  // namespace dure::tables
