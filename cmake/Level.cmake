# shanhai_level(<name> <compiler options>): the rooms where the time goes, compiled once more for an instruction set, as
# one object whose only visible name is shanhai_run_<name>; appended to `level_objects`.
#
# All else in it becomes local. Otherwise the linker, which keeps one copy of each inline function, could give the rest of
# the program a copy that the machine cannot run. COMDAT groups are dissolved for the same reason.
function(shanhai_level name)
  set(rooms random stats economy scheme run)
  add_library(shanhai_level_${name} OBJECT ${PROJECT_SOURCE_DIR}/engine/levels/entry.cpp)
  foreach(room ${rooms})
    get_target_property(files shanhai_${room} SOURCES)
    get_target_property(folder shanhai_${room} SOURCE_DIR)
    list(FILTER files INCLUDE REGEX "[.]cpp$")
    list(TRANSFORM files PREPEND ${folder}/)
    target_sources(shanhai_level_${name} PRIVATE ${files})
    list(APPEND libraries shanhai::${room})
  endforeach()
  target_link_libraries(shanhai_level_${name} PRIVATE ${libraries} shanhai_flags)
  target_compile_options(shanhai_level_${name} PRIVATE ${ARGN} -fno-gnu-unique)
  target_compile_definitions(shanhai_level_${name} PRIVATE SHANHAI_ENTRY=shanhai_run_${name})
  set_target_properties(shanhai_level_${name} PROPERTIES EXPORT_COMPILE_COMMANDS OFF)  # the lint reads each file once

  set(object ${CMAKE_CURRENT_BINARY_DIR}/${name}.o)
  add_custom_command(OUTPUT ${object}
    COMMAND ${CMAKE_LINKER} -r --force-group-allocation -o ${object} $<TARGET_OBJECTS:shanhai_level_${name}>
    COMMAND ${CMAKE_OBJCOPY} --keep-global-symbol=shanhai_run_${name} ${object}
    DEPENDS $<TARGET_OBJECTS:shanhai_level_${name}> COMMAND_EXPAND_LISTS VERBATIM)
  set_source_files_properties(${object} PROPERTIES EXTERNAL_OBJECT TRUE GENERATED TRUE)
  set(level_objects ${level_objects} ${object} PARENT_SCOPE)
endfunction()
