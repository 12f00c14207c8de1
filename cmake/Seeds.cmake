# Writes seeds/*.yaml into a source file, so that the program carries its fact base. A string literal may not be too long,
# so each file is cut in pieces. Run: cmake -DOUT=<file> -P cmake/Seeds.cmake <seed files...>
cmake_policy(VERSION 3.25)
set(code "#include \"input/seeds.hpp\"\n\nnamespace shanhai::input {\n\nstd::vector<std::string_view> seeds() {\n  return {\n")
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(index RANGE 5 ${last})
  file(READ "${CMAKE_ARGV${index}}" hex HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${hex}")
  string(REGEX REPLACE "((\\\\x..)(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?)" "\"\\1\"\n" bytes "${bytes}")
  string(APPEND code "      ${bytes},\n")
endforeach()
string(APPEND code "  };\n}\n\n}  // namespace shanhai::input\n")
file(WRITE "${OUT}" "${code}")
