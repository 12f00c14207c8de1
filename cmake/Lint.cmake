# Targets `format` (mends), `format_check` and `tidy` (both fail on a finding), where the tools are installed.
find_program(CLANG_FORMAT NAMES clang-format-14 clang-format)
find_program(CLANG_TIDY NAMES clang-tidy-14 clang-tidy)
find_program(RUN_CLANG_TIDY NAMES run-clang-tidy-14 run-clang-tidy)
mark_as_advanced(CLANG_FORMAT CLANG_TIDY RUN_CLANG_TIDY)

set(SHANHAI_TIDY_CHECKS 174)  # how many .clang-tidy turns on: a slip in that file switches all off without a word

if(CLANG_FORMAT)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS engine/*.[ch]pp tests/*.[ch]pp bench/*.[ch]pp)
  list(JOIN files "\n" listed)
  file(WRITE ${PROJECT_BINARY_DIR}/format.txt "${listed}")
  add_custom_target(format COMMAND ${CLANG_FORMAT} -i --files=${PROJECT_BINARY_DIR}/format.txt VERBATIM)
  add_custom_target(format_check
    COMMAND ${CLANG_FORMAT} --dry-run -Werror --files=${PROJECT_BINARY_DIR}/format.txt VERBATIM)
endif()

if(CLANG_TIDY AND RUN_CLANG_TIDY)
  add_custom_target(tidy
    COMMAND ${CMAKE_COMMAND} -DCLANG_TIDY=${CLANG_TIDY} -DRUN_CLANG_TIDY=${RUN_CLANG_TIDY}
      -DROOT=${PROJECT_SOURCE_DIR} -DBUILD=${PROJECT_BINARY_DIR} -DCHECKS=${SHANHAI_TIDY_CHECKS} -P ${PROJECT_SOURCE_DIR}/cmake/tidy.cmake
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} USES_TERMINAL VERBATIM)
endif()
