#include "app/options.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <system_error>

#include <boost/program_options/errors.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/value_semantic.hpp>

#include "app/unknown_name.hpp"
#include "core/say.hpp"
#include "core/width.hpp"

namespace shanhai::app {

namespace {

namespace po = boost::program_options;
using Syntax = po::invalid_command_line_syntax;

po::options_description described(std::span<const Option> known) {
  po::options_description description;
  for (const Option& option : known) {
    const bool takes_nothing = option.value.empty();
    // The description takes ownership of the semantic.
    auto* semantic = new po::untyped_value(takes_nothing);  // NOLINT(cppcoreguidelines-owning-memory)
    const std::string names = option.name == "help" ? "help,h" : std::string(option.name);
    description.add_options()(names.c_str(), semantic);
  }
  return description;
}

/// The words, with its value behind each option that may go without one and does.
std::vector<std::string> completed(std::span<const std::string> words, std::span<const Option> known) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    all.push_back(words[i]);
    const auto option = std::ranges::find_if(
        known, [&](const Option& one) { return !one.otherwise.empty() && words[i] == fmt::format("--{}", one.name); });
    if (option != known.end() && (i + 1 == words.size() || words[i + 1].starts_with("--"))) {
      all.emplace_back(option->otherwise);
    }
  }
  return all;
}

std::string bare(std::string name) {
  name.erase(0, name.find_first_not_of('-'));
  return name.substr(0, name.find('='));
}

Fault unknown(const std::string& written, std::span<const Option> known) {
  std::vector<std::string> names;
  for (const Option& option : known) {
    names.push_back(fmt::format("--{}", option.name));
  }
  return unknown_name({"没有选项 {}", "there is no option {}"}, written, names);
}

Fault misused(const std::string& name, Syntax::kind_t kind) {
  if (kind == Syntax::missing_parameter || kind == Syntax::empty_adjacent_parameter) {
    return {exit_code::user, say({"选项 --{} 后面缺少值", "option --{} needs a value"}, name)};
  }
  if (kind == Syntax::extra_parameter) {
    return {exit_code::user, say({"选项 --{} 不带值", "option --{} takes no value"}, name)};
  }
  return {exit_code::user, say({"看不懂选项 {}", "cannot read the option {}"}, printable(name))};
}

OrFault<Arguments> sorted(const po::parsed_options& parsed) {
  Arguments arguments;
  for (const po::option& option : parsed.options) {
    if (option.position_key >= 0) {
      arguments.operands.insert(arguments.operands.end(), option.value.begin(), option.value.end());
      continue;
    }
    const std::string value = option.value.empty() ? "" : option.value.front();
    if (value.starts_with("--")) {  // the next option was taken for the value that is missing
      return misused(option.string_key, Syntax::missing_parameter);
    }
    if (!arguments.options.emplace(option.string_key, value).second) {
      return Fault{exit_code::user, say({"选项 --{} 写了两次", "option --{} is given twice"}, option.string_key)};
    }
  }
  return arguments;
}

}  // namespace

OrFault<Arguments> parse_arguments(std::span<const std::string> words, std::span<const Option> known) {
  namespace style = po::command_line_style;
  // No guessing of shortened names: a name that is valid today must not become ambiguous tomorrow.
  constexpr int strict = style::allow_long | style::long_allow_adjacent | style::long_allow_next | style::allow_short |
                         style::allow_dash_for_short | style::short_allow_next;
  const po::options_description description = described(known);
  try {
    return sorted(po::command_line_parser(completed(words, known)).options(description).style(strict).run());
  } catch (const po::unknown_option& error) {
    const std::string written = error.get_option_name();
    return unknown(written.substr(0, written.find('=')), known);
  } catch (const Syntax& error) {
    return misused(bare(error.get_option_name()), error.kind());
  } catch (const po::error_with_option_name& error) {
    return misused(error.get_option_name(), Syntax::unrecognized_line);
  }
}

OrFault<std::uint64_t> whole_number(const Arguments& arguments, std::string_view name, std::uint64_t otherwise) {
  const auto given = arguments.options.find(name);
  if (given == arguments.options.end()) {
    return otherwise;
  }
  const std::string& text = given->second;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end != text.data() + text.size() || error == std::errc::invalid_argument) {
    return Fault{exit_code::user,
                 say({"--{}：应为整数，写的是 {}", "--{}: expected a whole number, found {}"}, name, printable(text))};
  }
  return error == std::errc::result_out_of_range ? std::numeric_limits<std::uint64_t>::max() : number;
}

}  // namespace shanhai::app
