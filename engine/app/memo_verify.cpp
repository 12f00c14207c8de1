#include "app/memo_verify.hpp"

#include <ostream>

#include "app/conduct.hpp"
#include "app/memo_material.hpp"
#include "app/read_file.hpp"
#include "briefing/briefing.hpp"
#include "briefing/verify.hpp"
#include "core/say.hpp"
#include "core/width.hpp"
#include "memo/version.hpp"
#include "paper/docx.hpp"
#include "paper/read_html.hpp"

namespace shanhai::app {

namespace {

constexpr std::size_t most_told = 50;

/// A file of ours: Word's are archives.
std::variant<paper::Found, Text> read_memo(const std::string& content) {
  return content.starts_with("PK") ? paper::read_docx(content) : paper::read_html(content);
}

void tell(const briefing::Mismatch& wrong, const Console& console) {
  const std::string shown = printable(wrong.shown);
  if (wrong.shown.empty()) {
    console.out << say(
        console.language, {"  {}：应为 {}，文件中没有\n", "  {}: {} is missing\n"}, wrong.what, wrong.holds);
  } else if (wrong.holds.empty()) {
    console.out << say(console.language,
                       {"  {}：写的是 {}，没有这个数\n", "  {}: {} is no figure of it\n"},
                       printable(wrong.what),
                       shown);
  } else {
    console.out << say(console.language,
                       {"  {}：写的是 {}，复算为 {}\n", "  {}: it says {}, reckoned again it is {}\n"},
                       wrong.what,
                       shown,
                       wrong.holds);
  }
}

int tell(const std::vector<briefing::Mismatch>& wrong, const paper::Found& found, const Console& console) {
  if (found.proof.program != memo::version()) {
    console.out << say(console.language,
                       {"注意：由 {} 版写成，以 {} 版复算\n", "note: written by version {}, reckoned again by {}\n"},
                       printable(found.proof.program),
                       memo::version());
  }
  if (wrong.empty()) {
    console.out << say(console.language, {"全部 {} 个数复算无误\n", "all {} figures hold\n"}, found.figures.size());
    return exit_code::ok;
  }
  console.out << say(console.language,
                     {"{} 个数中有 {} 个不成立：\n", "of {} figures {} do not hold:\n"},
                     found.figures.size(),
                     wrong.size());
  for (std::size_t i = 0; i < std::min(wrong.size(), most_told); ++i) {
    tell(wrong[i], console);
  }
  return exit_code::user;
}

/// The paper as it would be written now, in the language that agrees with the file best.
std::vector<briefing::Mismatch> compare(const MemoTask& task,
                                        const briefing::Material& material,
                                        const std::vector<paper::FoundFigure>& figures) {
  std::vector<briefing::Mismatch> zh =
      briefing::mismatches(briefing::brief(material, Language::zh, proof_of(task)), figures);
  std::vector<briefing::Mismatch> en =
      briefing::mismatches(briefing::brief(material, Language::en, proof_of(task)), figures);
  return zh.size() <= en.size() ? zh : en;
}

}  // namespace

int verify_memo(const std::string& file, const Arguments& arguments, const Console& console) {
  const OrFault<std::string> content = read_file(file);
  if (const auto* fault = std::get_if<Fault>(&content)) {
    return complain(*fault, console);
  }
  const std::variant<paper::Found, Text> read = read_memo(std::get<std::string>(content));
  if (const auto* reason = std::get_if<Text>(&read)) {
    return complain({exit_code::user, say({"{}：{}", "{}: {}"}, printable(file), *reason)}, console);
  }
  const auto& found = std::get<paper::Found>(read);
  const auto asked = task_of(found.proof);
  if (const std::optional<int> code = complaint(asked, console)) {
    return *code;
  }
  const auto& task = std::get<MemoTask>(asked);
  OrFault<run::Plan> planned = plan_of(arguments, task.written.scenario);
  if (auto* plan = std::get_if<run::Plan>(&planned)) {
    plan->paths = task.plan.paths;
    plan->seed = task.plan.seed;
  }
  const auto material = conduct(task.written.scenario, planned, arguments, console, [&](study::Laboratory& laboratory) {
    return reckon(task, laboratory);
  });
  if (const auto* code = std::get_if<int>(&material)) {
    return *code;
  }
  return tell(compare(task, std::get<briefing::Material>(material), found.figures), found, console);
}

}  // namespace shanhai::app
