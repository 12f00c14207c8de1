#include "app/schema_command.hpp"

#include <ostream>

#include "memo/json.hpp"
#include "schema/schema.hpp"

namespace shanhai::app {

namespace {

int run_schema(const Arguments& /*arguments*/, const Console& console) {
  console.out << memo::written(schema::schema(console.language));
  return exit_code::ok;
}

}  // namespace

Command schema_command() {
  return {"schema",
          "",
          {"方案文件的 JSON Schema，供编辑器提示与检查", "the JSON Schema of scenarios, for editors"},
          {},
          run_schema};
}

}  // namespace shanhai::app
