# One room = one static library = one namespace = one list of what it knows.

# Every flag of the project. No -ffast-math, no contraction, no -march: the same source gives the same bits everywhere.
add_library(shanhai_flags INTERFACE)
target_compile_options(shanhai_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wdouble-promotion -Wold-style-cast
  # g++ 12 sees -Wrestrict in std::string where it is not; clang-tidy, which reads g++'s options, does not know it
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<CXX_COMPILER_ID:GNU>:-Wno-unknown-warning-option>
  -ffp-contract=off -fno-math-errno -fno-trapping-math $<$<CONFIG:RelWithDebInfo>:-O3>)
target_compile_definitions(shanhai_flags INTERFACE $<$<BOOL:${SHANHAI_CONTRACTS}>:SHANHAI_CONTRACTS>
  EIGEN_DONT_VECTORIZE)  # the same bits for every instruction set

# shanhai_room(<name> HEADERS ... SOURCES ... KNOWS <rooms> USES <library targets>)
function(shanhai_room name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;KNOWS;USES")
  list(TRANSFORM arg_KNOWS PREPEND shanhai::)
  if(arg_SOURCES)
    add_library(shanhai_${name} STATIC ${arg_SOURCES})
    target_link_libraries(shanhai_${name} PUBLIC ${arg_KNOWS} ${arg_USES} PRIVATE shanhai_flags)
    set(visible PUBLIC)
  else()
    add_library(shanhai_${name} INTERFACE)
    target_link_libraries(shanhai_${name} INTERFACE ${arg_KNOWS} ${arg_USES})
    set(visible INTERFACE)
  endif()
  add_library(shanhai::${name} ALIAS shanhai_${name})
  # A header that the source of its name includes first is known to stand alone; the others are compiled to see it.
  set(paired ${arg_SOURCES})
  list(TRANSFORM paired REPLACE "[.]cpp$" ".hpp")
  set(alone ${arg_HEADERS})
  list(REMOVE_ITEM alone ${paired})
  list(REMOVE_ITEM arg_HEADERS ${alone})
  target_sources(shanhai_${name}
    ${visible} FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/engine FILES ${arg_HEADERS}
    ${visible} FILE_SET alone TYPE HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/engine FILES ${alone})
  set_target_properties(shanhai_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON INTERFACE_HEADER_SETS_TO_VERIFY alone)
endfunction()

# shanhai_embed(<room> <function> <files>): a source file whose function of that name gives the files; the room's embedded.hpp
# declares it.
function(shanhai_embed room function)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DOUT=${source} -DROOM=${room} -DFUNCTION=${function} -P ${PROJECT_SOURCE_DIR}/cmake/Embed.cmake -- ${ARGN}
    DEPENDS ${ARGN} ${PROJECT_SOURCE_DIR}/cmake/Embed.cmake VERBATIM)
endfunction()
