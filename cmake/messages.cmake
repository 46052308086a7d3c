# SPDX-License-Identifier: Apache-2.0
# Included: puts messages/{ko,en}.json into server/codec as text. Run with -P: writes that source file.
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${FROM}/ko.json ko)
  file(READ ${FROM}/en.json en)
  file(WRITE ${TO} "// Made of messages/*.json by cmake/messages.cmake.
#include \"server/codec/messages.hpp\"
namespace dure::codec {
std::string_view embedded_messages(std::string_view language) {
    static constexpr char ko[] = R\"DURE(${ko})DURE\";
    static constexpr char en[] = R\"DURE(${en})DURE\";
    return language == \"ko\" ? ko : en;
}
}  // namespace dure::codec
")
  return()
endif()

set(source ${CMAKE_BINARY_DIR}/embedded_messages.cpp)
add_custom_command(
  OUTPUT ${source}
  COMMAND ${CMAKE_COMMAND} -DFROM=${CMAKE_SOURCE_DIR}/messages -DTO=${source} -P ${CMAKE_CURRENT_LIST_FILE}
  DEPENDS ${CMAKE_SOURCE_DIR}/messages/ko.json ${CMAKE_SOURCE_DIR}/messages/en.json ${CMAKE_CURRENT_LIST_FILE}
  VERBATIM)
target_sources(dure_server_codec PRIVATE ${source})
