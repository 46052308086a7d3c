# SPDX-License-Identifier: Apache-2.0
# dure_migrations(server_db) compiles migrations/NNNN_name.sql into that library as dure::db::built_in_migrations().

function(dure_migrations library)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
  list(SORT files)
  set(entries "")
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    if(NOT name MATCHES "^([0-9][0-9][0-9][0-9])_([a-z0-9_]+)$")
      message(FATAL_ERROR "migrations/${name}.sql is not called NNNN_name.sql")
    endif()
    math(EXPR number "1${CMAKE_MATCH_1} - 10000")
    set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} sql)
    string(APPEND entries "        {${number}, \"${CMAKE_MATCH_2}\", R\"sql(${sql})sql\"},\n")
  endforeach()
  set(source ${CMAKE_BINARY_DIR}/generated/migrations.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
// SPDX-License-Identifier: Apache-2.0
#include "server/db/database.hpp"

namespace dure::db {

const std::vector<Migration>& built_in_migrations() {
    static const std::vector<Migration> migrations{
@entries@    };
    return migrations;
}

}  // namespace dure::db
]])
  target_sources(${library} PRIVATE ${source})
endfunction()
