# clang-tidy over engine/. Fails on a finding, and where .clang-tidy turns on another number of checks than it should.
execute_process(COMMAND ${CLANG_TIDY} --list-checks OUTPUT_VARIABLE list COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "\n    [a-z]" enabled "${list}")
list(LENGTH enabled count)
if(NOT count EQUAL CHECKS)
  message(FATAL_ERROR ".clang-tidy turns on ${count} checks, cmake/Lint.cmake expects ${CHECKS}")
endif()
cmake_host_system_information(RESULT cores QUERY NUMBER_OF_LOGICAL_CORES)
execute_process(COMMAND ${RUN_CLANG_TIDY} -clang-tidy-binary ${CLANG_TIDY} -quiet -j ${cores} -p ${BUILD}
    -extra-arg=-Wno-unknown-warning-option ${ROOT}/engine/
  OUTPUT_VARIABLE found ERROR_VARIABLE noise RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  string(REGEX REPLACE "(^|\n)clang-tidy[^\n]*" "" found "${found}")
  message(FATAL_ERROR "${found}\n${noise}")
endif()
message(STATUS "clang-tidy: ${count} checks, clean")
