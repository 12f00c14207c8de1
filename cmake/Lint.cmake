# Targets `format` (mends), `format_check` and `tidy` (both fail on a finding), where the tools are installed.
find_program(CLANG_FORMAT NAMES clang-format-14 clang-format)
find_program(CLANG_TIDY NAMES clang-tidy-14 clang-tidy)
find_program(RUN_CLANG_TIDY NAMES run-clang-tidy-14 run-clang-tidy)
find_path(CLANG_TIDY_HEADERS clang-tidy/ClangTidyCheck.h PATHS /usr/lib/llvm-14/include)
mark_as_advanced(CLANG_FORMAT CLANG_TIDY RUN_CLANG_TIDY CLANG_TIDY_HEADERS)

set(SHANHAI_TIDY_CHECKS 175)  # how many .clang-tidy turns on, and own_code: a slip in that file switches all off without a word

if(CLANG_FORMAT)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS engine/*.[ch]pp tests/*.[ch]pp bench/*.[ch]pp cmake/*.cpp)
  list(JOIN files "\n" listed)
  file(WRITE ${PROJECT_BINARY_DIR}/format.txt "${listed}")
  add_custom_target(format COMMAND ${CLANG_FORMAT} -i --files=${PROJECT_BINARY_DIR}/format.txt VERBATIM)
  add_custom_target(format_check
    COMMAND ${CLANG_FORMAT} --dry-run -Werror --files=${PROJECT_BINARY_DIR}/format.txt VERBATIM)
endif()

if(CLANG_TIDY AND RUN_CLANG_TIDY AND CLANG_TIDY_HEADERS)
  add_library(own_code MODULE EXCLUDE_FROM_ALL cmake/own_code.cpp)  # makes clang-tidy five times as fast
  target_include_directories(own_code SYSTEM PRIVATE ${CLANG_TIDY_HEADERS})
  target_compile_options(own_code PRIVATE -fno-rtti)  # as LLVM is built
  set(tidy ${PROJECT_BINARY_DIR}/clang-tidy)  # run-clang-tidy 14 cannot pass a plugin on
  file(GENERATE OUTPUT ${tidy} CONTENT "#!/bin/sh\nexec ${CLANG_TIDY} -load=$<TARGET_FILE:own_code> -checks=shanhai-own-code \"$@\"\n"
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
  add_custom_target(tidy
    COMMAND ${CMAKE_COMMAND} -DCLANG_TIDY=${tidy} -DRUN_CLANG_TIDY=${RUN_CLANG_TIDY}
      -DROOT=${PROJECT_SOURCE_DIR} -DBUILD=${PROJECT_BINARY_DIR} -DCHECKS=${SHANHAI_TIDY_CHECKS} -P ${PROJECT_SOURCE_DIR}/cmake/tidy.cmake
    DEPENDS own_code WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} USES_TERMINAL VERBATIM)
endif()
