# ECharts, which draws the charts: fetched once into the build tree, held to its hash, never committed. `ECHARTS_SCRIPT` is
# the file that the program carries; beside it lie its licence and notice.
set(version 6.1.0)
set(hash ab4c9a14f8200bd15476c587e1b95abd15859b176b22875b92828d02326e74023a080f6034fc47b55d917193447a9655964e32bc16243a46e4e87215a48c8764)
set(url https://registry.npmjs.org/echarts/-/echarts-${version}.tgz)
set(SHANHAI_ECHARTS "" CACHE FILEPATH "A file echarts-${version}.tgz, where there is no network to fetch it from npm")

set(folder ${PROJECT_BINARY_DIR}/echarts-${version})
set(ECHARTS_SCRIPT ${folder}/package/dist/echarts.min.js)
if(NOT EXISTS ${ECHARTS_SCRIPT})
  set(archive ${folder}.tgz)
  set(trouble "")
  if(SHANHAI_ECHARTS)
    set(archive ${SHANHAI_ECHARTS})
  else()
    file(DOWNLOAD ${url} ${archive} STATUS status INACTIVITY_TIMEOUT 60)
    list(POP_FRONT status failed trouble)
  endif()
  set(found "")
  if(EXISTS ${archive})
    file(SHA512 ${archive} found)
  endif()
  if(NOT found STREQUAL hash)
    message(FATAL_ERROR "ECharts ${version}, which draws the charts, is not there: ${archive} is missing or not the file meant. ${trouble}\n"
      "With network: configure again; it is fetched from ${url}.\n"
      "Without: bring that file from another machine and configure with -DSHANHAI_ECHARTS=<its path>.")
  endif()
  file(ARCHIVE_EXTRACT INPUT ${archive} DESTINATION ${folder}
    PATTERNS package/dist/echarts.min.js package/LICENSE package/NOTICE package/licenses/LICENSE-d3)
endif()
