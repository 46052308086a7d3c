# SPDX-License-Identifier: Apache-2.0
# Compiler settings: warnings are errors, ccache and mold where present, sanitizers by preset.
find_program(DURE_CCACHE ccache)
if(DURE_CCACHE)
  # Paths are taken from the checkout's root on, so that a second checkout finds what the first one compiled.
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${DURE_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
endif()
find_program(DURE_MOLD mold)
if(DURE_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
add_compile_options(-Wall -Wextra -Wpedantic -Werror -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports false positives of these in optimised std::string, std::variant and std::vector code.
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds -Wno-tsan)
endif()
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O3")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # libstdc++ 12's own stable_sort calls what it calls deprecated; embedded files are long strings.
  add_compile_options(-Wno-deprecated-declarations -Wno-overlength-strings)
endif()
if(DURE_SANITIZE)
  # Without the checks of every pointer that is followed: AddressSanitizer stops at those too, and they were a third of the build.
  add_compile_options(-fsanitize=${DURE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
                      -fno-sanitize=null,alignment,object-size,vptr,nonnull-attribute,returns-nonnull-attribute)
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    # By a path that is the same in every checkout, as ccache wants it.
    file(RELATIVE_PATH ignored ${CMAKE_BINARY_DIR} ${CMAKE_SOURCE_DIR}/tests/sanitizers.ignore)
    add_compile_options(-fsanitize-ignorelist=${ignored})
  endif()
  add_link_options(-fsanitize=${DURE_SANITIZE})
endif()
