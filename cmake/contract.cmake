# SPDX-License-Identifier: Apache-2.0
# api/openapi.yaml as JSON inside dure_server_http (contract_json() of server/http/contract.hpp).
find_package(yaml-cpp REQUIRED)
add_executable(yaml_to_json ${CMAKE_SOURCE_DIR}/tools/contract/yaml_to_json.cpp)
target_link_libraries(yaml_to_json PRIVATE yaml-cpp)
set(contract_source ${CMAKE_BINARY_DIR}/generated/contract_json.cpp)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated)
add_custom_command(
  OUTPUT ${contract_source}
  COMMAND yaml_to_json ${CMAKE_SOURCE_DIR}/api/openapi.yaml ${contract_source}
  DEPENDS yaml_to_json ${CMAKE_SOURCE_DIR}/api/openapi.yaml
  VERBATIM)
target_sources(dure_server_http PRIVATE ${contract_source})
