#include "app/shanhai.hpp"

#include <algorithm>
#include <cerrno>
#include <ostream>

#include "app/complain.hpp"
#include "app/help.hpp"
#include "app/language.hpp"
#include "app/system_error.hpp"
#include "app/unknown_name.hpp"
#include "core/say.hpp"
#include "core/width.hpp"
#include "memo/version.hpp"

namespace shanhai::app {

namespace {

Fault unknown_command(const std::string& word, std::span<const Command> known) {
  std::vector<std::string> names;
  std::transform(
      known.begin(), known.end(), std::back_inserter(names), [](const Command& c) { return std::string(c.name); });
  return unknown_name({"没有命令 {}", "there is no command {}"}, word, names);
}

/// What is wrong with the words of a command before it looks at them itself.
std::optional<Fault> fault_of(const Command& command, const Arguments& arguments) {
  const auto language = arguments.options.find("lang");
  const std::size_t languages = language == arguments.options.end() ? 1 : languages_named(language->second).size();
  if (languages == 0 || (languages > 1 && !command.in_several_languages)) {
    return Fault{
        exit_code::user,
        say({"--lang：应为 zh 或 en，写的是 {}", "--lang: expected zh or en, found {}"}, printable(language->second))};
  }
  const std::size_t wanted = command.operand.empty() ? 0 : 1;
  const bool many = command.operand.find("...") != std::string_view::npos;
  if (arguments.operands.size() > wanted && !many) {
    return Fault{exit_code::user,
                 say({"多余的词：{}", "one word too many: {}"}, printable(arguments.operands[wanted]))};
  }
  if (arguments.operands.size() < wanted && !command.operand.starts_with('[')) {
    return Fault{exit_code::user,
                 say({"缺少 {}；用法：shanhai {} {}", "{} is missing; usage: shanhai {} {}"},
                     command.operand,
                     command.name,
                     command.operand)};
  }
  return std::nullopt;
}

int run_words(const Command& command, std::span<const std::string> words, const Console& console) {
  const OrFault<Arguments> parsed = parse_arguments(words, all_options(command));
  if (const auto* fault = std::get_if<Fault>(&parsed)) {
    return complain(*fault, console);
  }
  const auto& arguments = std::get<Arguments>(parsed);
  if (arguments.has("help")) {
    console.out << command_help(command, console.language);
    return exit_code::ok;
  }
  if (const std::optional<Fault> fault = fault_of(command, arguments)) {
    return complain(*fault, console);
  }
  return command.run(arguments, console);
}

/// The command line without `--lang` and its value where they stand before the command.
std::span<const std::string> after_language(std::span<const std::string> words) {
  while (!words.empty() && (words.front() == "--lang" || words.front().starts_with("--lang="))) {
    words = words.subspan(words.front() == "--lang" ? std::min<std::size_t>(2, words.size()) : 1);
  }
  return words;
}

int dispatch(std::span<const std::string> words, const Console& console) {
  const std::vector<Command> known = commands();
  if (words.empty()) {
    console.err << general_help(known, console.language);
    return exit_code::user;
  }
  const std::string& first = words.front();
  if (first == "--help" || first == "-h" || first == "help") {
    console.out << general_help(known, console.language);
    return exit_code::ok;
  }
  if (first == "--version") {
    console.out << "shanhai " << memo::version() << '\n';
    return exit_code::ok;
  }
  const auto found =
      std::find_if(known.begin(), known.end(), [&first](const Command& command) { return command.name == first; });
  return found == known.end() ? complain(unknown_command(first, known), console)
                              : run_words(*found, words.subspan(1), console);
}

}  // namespace

int shanhai_main(std::span<const std::string> words,
                 std::ostream& out,
                 std::ostream& err,
                 const Surroundings& surroundings) {
  const Console console{out, err, language_asked(words, surroundings.language), surroundings.watched};
  return dispatch(after_language(words), console);
}

int delivered(int code, std::ostream& out, const DescriptorBuffer& buffer, std::ostream& err, Language language) {
  out.flush();
  if (buffer.error() == 0 || code != exit_code::ok) {
    return code;
  }
  // A reader that went away (`| head`) wants to hear nothing.
  if (buffer.error() == EPIPE) {
    return exit_code::machine;
  }
  return complain(machine_fault({"无法写到", "cannot write to"}, "stdout", buffer.error()),
                  {out, err, language, false});
}

}  // namespace shanhai::app
