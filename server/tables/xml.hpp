// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/tables/archive.hpp"

struct XML_ParserStruct;

namespace dure::tables {

/// The XML of one file of an archive, read in pieces. Names come without their prefix. A document type, which
/// a workbook never has, is refused with everything else that is not well formed: tables.damaged_sheet.
class XmlReader {
  public:
    explicit XmlReader(std::unique_ptr<Archive::File> file);
    virtual ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// Reads another piece; false at the end.
    Expected<bool> feed();
    /// Reads all of it.
    Expected<bool> feed_all();
    double fraction() const { return file_->fraction(); }

  protected:
    using Attributes = const char**;

    virtual void start(std::string_view name, Attributes attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view part) = 0;

    /// Ends the reading with an error.
    void refuse(Error error);
    /// Ends the reading here: what is wanted has been found.
    void stop() { stopped_ = true; }
    bool refused() const { return error_.has_value(); }

    /// The value of an attribute, named without its prefix; none when missing.
    static std::optional<std::string_view> attribute(Attributes attributes, std::string_view name);

  private:
    struct Handlers;

    const std::unique_ptr<Archive::File> file_;
    XML_ParserStruct* parser_;
    std::optional<Error> error_;
    bool stopped_ = false, ended_ = false;
};

}  // namespace dure::tables
