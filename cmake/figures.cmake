# SPDX-License-Identifier: Apache-2.0
# Included: puts figures/*.csv into server/figures as texts. Run with -P: writes that source file.
if(CMAKE_SCRIPT_MODE_FILE)
  set(entries "")
  foreach(name regions indicators terms baselines sources figures)
    file(READ ${FROM}/${name}.csv text)
    string(APPEND entries "        {\"${name}.csv\", R\"DURE(${text})DURE\"},\n")
  endforeach()
  file(WRITE ${TO} "// Made of figures/*.csv by cmake/figures.cmake.
#include \"server/figures/seed.hpp\"
namespace dure::figures {
const Files& built_in_figures() {
    static const Files files{
${entries}    };
    return files;
}
}  // namespace dure::figures
")
  return()
endif()

set(source ${CMAKE_BINARY_DIR}/embedded_figures.cpp)
file(GLOB figure_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/figures/*.csv)
add_custom_command(
  OUTPUT ${source}
  COMMAND ${CMAKE_COMMAND} -DFROM=${CMAKE_SOURCE_DIR}/figures -DTO=${source} -P ${CMAKE_CURRENT_LIST_FILE}
  DEPENDS ${figure_files} ${CMAKE_CURRENT_LIST_FILE}
  VERBATIM)
target_sources(dure_server_figures PRIVATE ${source})
