# Writes files into a source file, so that the program carries them. A string literal may not be too long, so each file is
# cut in pieces. Run: cmake -DOUT=<file> -DROOM=<room> -DFUNCTION=<name> -P cmake/Embed.cmake -- <files...>
cmake_policy(VERSION 3.25)
set(code "#include \"${ROOM}/embedded.hpp\"\n\nnamespace shanhai::${ROOM} {\n\nstd::vector<Embedded> ${FUNCTION}() {\n  return {\n")
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(index RANGE 7 ${last})
  get_filename_component(name "${CMAKE_ARGV${index}}" NAME_WE)
  file(READ "${CMAKE_ARGV${index}}" hex HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${hex}")
  string(REGEX REPLACE "((\\\\x..)(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?)" "\"\\1\"\n" bytes "${bytes}")
  string(APPEND code "      {\"${name}\",\n${bytes}},\n")
endforeach()
string(APPEND code "  };\n}\n\n}  // namespace shanhai::${ROOM}\n")
file(WRITE "${OUT}" "${code}")
