# Fails when an object shows other names than ENTRY to the linker.
execute_process(COMMAND ${NM} --extern-only --defined-only --format=just-symbols ${OBJECT}
  OUTPUT_VARIABLE names OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
if(NOT names STREQUAL ENTRY)
  message(FATAL_ERROR "${OBJECT} shows, instead of ${ENTRY} alone:\n${names}")
endif()
