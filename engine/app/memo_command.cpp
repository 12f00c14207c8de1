#include "app/memo_command.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "app/conduct.hpp"
#include "app/language.hpp"
#include "app/map_of_terms.hpp"
#include "app/memo_files.hpp"
#include "app/memo_material.hpp"
#include "app/memo_verify.hpp"
#include "app/read_file.hpp"
#include "app/unknown_name.hpp"
#include "core/say.hpp"
#include "core/trimmed.hpp"
#include "core/width.hpp"
#include "input/number_text.hpp"
#include "paper/docx.hpp"

namespace shanhai::app {

namespace {

std::string given(const Arguments& arguments, std::string_view name, const std::string& otherwise) {
  const auto found = arguments.options.find(name);
  return found == arguments.options.end() ? otherwise : found->second;
}

/// Weights such as `acceptance=40,gap=0`; those not named keep theirs.
OrFault<briefing::Weights> weights_of(const Arguments& arguments) {
  briefing::Weights weights = briefing::default_weights;
  const std::string list = given(arguments, "weights", "");
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    const std::string_view part = std::string_view(list).substr(begin, comma - begin);
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string name(trimmed(part.substr(0, equals)));
    const auto* const criterion = std::ranges::find(briefing::criteria, name, briefing::name_of);
    const auto weight = input::to_number(trimmed(part.substr(std::min(equals + 1, part.size())))).value;
    if (criterion == briefing::criteria.end()) {
      std::vector<std::string> known(briefing::criteria.size());
      std::ranges::transform(briefing::criteria, known.begin(), [](briefing::Criterion one) {
        return std::string(briefing::name_of(one));
      });
      return unknown_name({"--weights：没有标准 {}", "--weights: there is no criterion {}"}, name, known);
    }
    if (!weight || *weight < 0) {
      return Fault{exit_code::user,
                   say({"--weights：{} 的权重应为不小于 0 的数", "--weights: expected a number from 0 for {}"}, name)};
    }
    weights[static_cast<std::size_t>(*criterion)] = *weight;
    begin = comma + 1;
  }
  if (std::ranges::all_of(weights, [](double one) { return one == 0; })) {
    return Fault{exit_code::user, {"--weights：至少一项大于 0", "--weights: at least one must be above 0"}};
  }
  return weights;
}

OrFault<MemoFormats> formats_of(const Arguments& arguments) {
  const std::string list = given(arguments, "format", "html");
  std::optional<MemoFormats> formats = formats_named(list);
  if (!formats) {
    return Fault{exit_code::user,
                 say({"--format：应为 html、pdf、docx、xlsx 中的一个或几个，写的是 {}",
                      "--format: expected one or more of html, pdf, docx, xlsx, found {}"},
                     printable(list))};
  }
  if (arguments.has("template")) {
    OrFault<std::string> bytes = read_file(given(arguments, "template", ""));
    if (auto* fault = std::get_if<Fault>(&bytes)) {
      return std::move(*fault);
    }
    formats->template_bytes = std::get<std::string>(std::move(bytes));
    const auto tried = paper::docx({}, {}, formats->template_bytes);  // before the reckoning rather than after it
    if (const auto* reason = std::get_if<Text>(&tried)) {
      return Fault{exit_code::user, say({"--template：{}", "--template: {}"}, *reason)};
    }
  }
  return *std::move(formats);
}

/// The sweep for a zone of agreement, which must be around this very scenario; where it cannot be used, tells why and
/// gives the exit code.
std::optional<int> add_sweep(const Arguments& arguments, MemoTask& task, const Console& console) {
  if (!arguments.has("sweep")) {
    return std::nullopt;
  }
  auto loaded = load_sweep(given(arguments, "sweep", ""));
  if (const std::optional<int> code = complaint(loaded, console)) {
    return code;
  }
  auto& files = std::get<SweepFiles>(loaded);
  if (files.scenario.hash != task.written.scenario.hash) {
    return complain(
        {exit_code::user, {"--sweep：它的基础方案不是这份方案", "--sweep: its base scenario is not this scenario"}},
        console);
  }
  if (const std::optional<Fault> fault = fault_of_map(files)) {
    return complain(*fault, console);
  }
  task.sweep = std::move(files);
  return std::nullopt;
}

int write_memo(MemoTask task, const Arguments& arguments, const Console& console) {
  const OrFault<briefing::Weights> weights = weights_of(arguments);
  const OrFault<MemoFormats> formats = formats_of(arguments);
  const OrFault<run::Plan> plan = plan_of(arguments, task.written.scenario);
  const std::string folder = given(arguments, "out", "memo");
  if (const Fault* fault = first_fault(weights, formats, plan)) {
    return complain(*fault, console);
  }
  if (const std::optional<Fault> fault = prepare_folder(folder)) {
    return complain(*fault, console);
  }
  task.weights = std::get<briefing::Weights>(weights);
  task.plan = std::get<run::Plan>(plan);
  if (const std::optional<int> code = add_sweep(arguments, task, console)) {
    return *code;
  }
  const auto material = conduct(task.written.scenario, plan, arguments, console, [&](study::Laboratory& laboratory) {
    return reckon(task, laboratory);
  });
  if (const auto* code = std::get_if<int>(&material)) {
    return *code;
  }
  const std::string asked = given(arguments, "lang", "");
  const std::vector<Language> languages =
      asked.empty() ? std::vector<Language>{console.language} : languages_named(asked);
  const auto files =
      memo_files(task, std::get<briefing::Material>(material), languages, std::get<MemoFormats>(formats));
  if (const auto* fault = std::get_if<Fault>(&files)) {
    return complain(*fault, console);
  }
  const auto& written = std::get<std::vector<OutputFile>>(files);
  if (const std::optional<Fault> fault = write_files(folder, written)) {
    return complain(*fault, console);
  }
  for (const OutputFile& file : written) {
    console.out << folder << '/' << file.name << '\n';
  }
  return exit_code::ok;
}

int run_memo(const Arguments& arguments, const Console& console) {
  const auto verify = arguments.options.find("verify");
  if (verify != arguments.options.end()) {
    return verify_memo(verify->second, arguments, console);
  }
  if (arguments.operands.empty()) {
    return complain({exit_code::user, {"缺少方案文件，或 --verify FILE", "a scenario is missing, or --verify FILE"}},
                    console);
  }
  auto loaded = load_written(arguments.operands.front());
  if (const std::optional<int> code = complaint(loaded, console)) {
    return *code;
  }
  MemoTask task;
  task.written = std::get<WrittenScenario>(std::move(loaded));
  return write_memo(std::move(task), arguments, console);
}

}  // namespace

Command memo_command() {
  Command command{
      "memo",
      "[scenario.yaml]",
      {"写出测算报告（网页、PDF、Word、Excel），或复算一份报告",
       "writes the policy memo (HTML, PDF, Word, Excel), or proves one"},
      study_options(
          {{"format", "LIST", {"格式，如 html,docx；默认 html", "formats, such as html,docx; by default html"}},
           {"out", "DIR", {"写入此文件夹，默认 memo", "the folder to write into; by default memo"}},
           {"template", "T.docx", {"本单位的 Word 模板", "an institution's own Word file as a template"}},
           {"weights",
            "LIST",
            {"评分权重，如 acceptance=50,gap=0；标准为 acceptance、shortfall、fairness、gap",
             "weights of the criteria, such as acceptance=50,gap=0; they are acceptance, shortfall, fairness, gap"}},
           {"sweep",
            "sweep.yaml",
            {"另画协议区间：围绕本方案、只改条款的成批测算",
             "also draw the zone of agreement of this sweep over terms"}},
           {"verify",
            "FILE",
            {"复算一份报告（html 或 docx）中的每个数", "reckon every figure of a memo (html or docx) again"}}}),
      run_memo};
  command.in_several_languages = true;
  return command;
}

}  // namespace shanhai::app
