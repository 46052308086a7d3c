// SPDX-License-Identifier: Apache-2.0
// Workbooks that people bring. The first byte says what follows: an archive as it is, or the XML of an XLSX
// sheet or of an ODS, which is packed here so that the fuzzer need not learn to.
#include <zip.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "server/tables/source.hpp"

namespace {

using namespace dure::tables;

std::string packed(const std::vector<std::pair<std::string, std::string_view>>& files) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, content] : files) {
        const auto index = zip_file_add(archive, name.c_str(),
                                        zip_source_buffer(archive, content.data(), content.size(), 0), 0);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    zip_close(archive);
    zip_source_open(target);
    std::string bytes;
    char buffer[8192];
    for (zip_int64_t got; (got = zip_source_read(target, buffer, sizeof buffer)) > 0;)
        bytes.append(buffer, static_cast<std::size_t>(got));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

void read(std::string_view bytes) {
    SourceLimits narrow;
    narrow.unpacked_bytes = 1 << 22;
    narrow.rows = 20'000;
    const auto source = open_source(bytes, {.limits = narrow});
    if (!source) return;
    SourceRow row;
    std::int64_t last = 0;
    while (const auto more = (*source)->next(row)) {
        if (!*more) return;
        if (row.number <= last || row.number > narrow.rows || row.cells.size() > narrow.columns) std::abort();
        last = row.number;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (data[0] == 'z') {
        if (rest.starts_with("PK")) read(rest);
    } else if (data[0] == 'o') {
        read(packed({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", rest}}));
    } else {
        constexpr std::string_view book =
            R"(<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>)";
        constexpr std::string_view relations =
            R"(<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>)";
        read(packed(
            {{"xl/workbook.xml", book},
             {"xl/_rels/workbook.xml.rels", relations},
             {"xl/sharedStrings.xml", data[0] == 's' ? rest : "<sst><si><t>x</t></si></sst>"},
             {"xl/styles.xml",
              data[0] == 'f' ? rest
                             : "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
             {"xl/worksheets/sheet1.xml",
              data[0] == 's' || data[0] == 'f'
                  ? "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"
                  : rest}}));
    }
    return 0;
}
