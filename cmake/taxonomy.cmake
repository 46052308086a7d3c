# SPDX-License-Identifier: Apache-2.0
# Included: puts taxonomy/terms.tsv into server/desks/network as text. Run with -P: writes that source file.
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${FROM} terms)
  file(WRITE ${TO} "// Made of taxonomy/terms.tsv by cmake/taxonomy.cmake.
#include \"server/desks/network/taxonomy_seed.hpp\"
namespace dure::desks::network {
std::string_view embedded_terms() {
    static constexpr char terms[] = R\"DURE(${terms})DURE\";
    return terms;
}
}  // namespace dure::desks::network
")
  return()
endif()

set(source ${CMAKE_BINARY_DIR}/embedded_terms.cpp)
add_custom_command(
  OUTPUT ${source}
  COMMAND ${CMAKE_COMMAND} -DFROM=${CMAKE_SOURCE_DIR}/taxonomy/terms.tsv -DTO=${source} -P ${CMAKE_CURRENT_LIST_FILE}
  DEPENDS ${CMAKE_SOURCE_DIR}/taxonomy/terms.tsv ${CMAKE_CURRENT_LIST_FILE}
  VERBATIM)
target_sources(dure_server_desks_network PRIVATE ${source})
