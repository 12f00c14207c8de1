#pragma once

#include <string_view>

#include <yaml-cpp/exceptions.h>

#include "document/builder.hpp"

namespace shanhai::document {

/// Notes in plain words what the parser could not read, at the place where a person looks for it.
/// @throws Enough when that was one fault too many
void explain(const YAML::Exception& exception, std::string_view text, Builder& builder);

}  // namespace shanhai::document
