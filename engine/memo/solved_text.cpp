#include "memo/solved_text.hpp"

#include <algorithm>
#include <cmath>

#include "core/say.hpp"
#include "memo/figures.hpp"
#include "memo/money.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

constexpr std::size_t hanging = 4;
constexpr int most_decimals = 4;

class Writer {
 public:
  Writer(const SolvedPage& page, Language language) : page_(&page), language_(language) {
    double largest = 0;
    for (const study::Trial& trial : page.solved.scan) {
      largest = std::max(largest, std::abs(trial.figure.value));
    }
    for (const study::Solution& solution : page.solved.solutions) {
      for (const run::PartyOutcome& party : solution.outcome.parties) {
        largest = std::max(largest, std::abs(party.npv.mean.value));
      }
    }
    unit_ = money_unit(page.scenario.currency, largest, language);
  }

  [[nodiscard]] std::string text() const {
    std::string text = wrapped(title(), page_width, 0) + scan();
    if (page_->solved.solutions.empty()) {
      return text + wrapped(no_solution(), page_width, 0);
    }
    for (const study::Solution& solution : page_->solved.solutions) {
      text += '\n' + wrapped(sentence(solution), page_width, hanging) + parties(solution);
    }
    return text;
  }

 private:
  template <class... Values>
  [[nodiscard]] std::string tell(Words form, const Values&... values) const {
    return say(language_, form, values...);
  }

  [[nodiscard]] std::string figure_text(const run::Estimate& estimate) const {
    if (!std::isfinite(estimate.value)) {
      return "-";
    }
    if (page_->want.figure.kind == study::Figure::Kind::share) {
      return percentage(estimate);
    }
    return page_->want.figure.kind == study::Figure::Kind::money
               ? money(estimate, unit_)
               : figure(estimate.value, supported_decimals(estimate.error, most_decimals));
  }

  [[nodiscard]] std::string error_text(const run::Estimate& estimate) const {
    if (page_->want.figure.kind == study::Figure::Kind::share) {
      return percentage_error(estimate);
    }
    if (page_->want.figure.kind == study::Figure::Kind::money) {
      return money_error(estimate, unit_);
    }
    return estimate.error > 0 ? "± " + error_figure(estimate.error, supported_decimals(estimate.error, most_decimals))
                              : "";
  }

  /// The value of a key, with the digits that an error of the place supports.
  [[nodiscard]] std::string key_text(const sweep::Key& key, double place, double error) const {
    const double scale = page_->vary.in_percent ? 100 : 1;
    const double value = value_at(key, place) * scale;
    const double of_key = std::abs(key.to - key.from) * error * scale;
    return (of_key > 0 ? figure(value, supported_decimals(of_key, most_decimals)) : fmt::format("{:.6g}", value)) +
           (scale > 1 ? "%" : "");
  }

  [[nodiscard]] std::string title() const {
    const sweep::Key& key = page_->vary.keys().front();
    std::string others;
    for (std::size_t i = 1; i < page_->vary.keys().size(); ++i) {
      const sweep::Key& other = page_->vary.keys()[i];
      others += tell({"；同时 {} 从 {} 到 {}", "; {} goes from {} to {}"},
                     other.path,
                     key_text(other, 0, 0),
                     key_text(other, 1, 0));
    }
    return tell({"方案“{}”：{}，{} 从 {} 到 {}{}", "{}: {} as {} goes from {} to {}{}"},
                page_->scenario.schemes[page_->scheme].name,
                page_->want.figure.meaning,
                key.path,
                key_text(key, 0, 0),
                key_text(key, 1, 0),
                others);
  }

  [[nodiscard]] std::string scan() const {
    const bool is_money = page_->want.figure.kind == study::Figure::Kind::money;
    const std::string name = page_->want.figure.name;
    Table table({{std::string(last_key()), Align::number},
                 {is_money ? fmt::format("{} ({})", name, unit_.name()) : name, Align::number},
                 {tell({"± 误差", "± error"}), Align::left}});
    for (const study::Trial& trial : page_->solved.scan) {
      table.row(
          {key_text(page_->vary.keys().front(), trial.place, 0), figure_text(trial.figure), error_text(trial.figure)});
    }
    return table.text();
  }

  [[nodiscard]] std::string_view last_key() const {
    const std::string_view path = page_->vary.keys().front().path;
    return path.substr(path.rfind('.') + 1);
  }

  [[nodiscard]] std::string wanted() const {
    return page_->want.figure.kind == study::Figure::Kind::share ? fmt::format("{:g}%", 100 * page_->want.value)
                                                                 : figure_text({page_->want.value, 0});
  }

  [[nodiscard]] std::string no_solution() const {
    const auto within = std::ranges::all_of(page_->solved.scan, [&](const study::Trial& trial) {
      return page_->want.relation == study::Want::Relation::at_least  ? trial.figure.value >= page_->want.value
             : page_->want.relation == study::Want::Relation::at_most ? trial.figure.value <= page_->want.value
                                                                      : trial.figure.value == page_->want.value;
    });
    return within ? tell({"整个范围都满足所要的结果。", "The wish is met all over this range."})
                  : tell({"在这个范围内达不到 {}；可放宽范围，或改动别的条款。",
                          "It does not become {} within this range; widen it, or vary another term."},
                         wanted());
  }

  [[nodiscard]] std::string sentence(const study::Solution& solution) const {
    std::string values;
    for (const sweep::Key& key : page_->vary.keys()) {
      values += values.empty() ? "" : tell({"，", ", "});
      values += fmt::format("{} = {}", key.path, key_text(key, solution.place, solution.error));
      const double scale = page_->vary.in_percent ? 100 : 1;
      const double error = std::abs(key.to - key.from) * solution.error * scale;
      if (error > 0 && std::isfinite(error)) {
        values += fmt::format(
            " (± {}{})", error_figure(error, supported_decimals(error, most_decimals)), scale > 1 ? "%" : "");
      }
    }
    return tell({"解：{} 时，{} = {}（{}）{}。", "Solution: at {}, {} = {} ({}){}."},
                values,
                page_->want.figure.name,
                figure_text(solution.figure),
                error_text(solution.figure).empty() ? tell({"无误差", "no error"}) : error_text(solution.figure),
                side(solution));
  }

  /// On which side of the solution the wish is met.
  [[nodiscard]] std::string side(const study::Solution& solution) const {
    if (page_->want.relation == study::Want::Relation::equal) {
      return "";
    }
    const sweep::Key& key = page_->vary.keys().front();
    const bool upwards = solution.beyond == (key.to > key.from);
    const Words sign = page_->want.relation == study::Want::Relation::at_least ? Words{">=", ">="} : Words{"<=", "<="};
    return upwards
               ? tell({"；{} 更大时满足 {} {}", "; larger values of {} satisfy {} {}"}, last_key(), sign, wanted())
               : tell({"；{} 更小时满足 {} {}", "; smaller values of {} satisfy {} {}"}, last_key(), sign, wanted());
  }

  [[nodiscard]] std::string parties(const study::Solution& solution) const {
    Table table({{tell({"各方", "Party"}), Align::left},
                 {tell({"净现值均值（{}）", "Mean NPV ({})"}, unit_.name()), Align::number},
                 {tell({"± 误差", "± error"}), Align::left},
                 {tell({"低于保留值的概率", "P(less than without)"}), Align::number}});
    for (std::size_t party = 0; party < solution.outcome.parties.size(); ++party) {
      const run::PartyOutcome& of = solution.outcome.parties[party];
      table.row({page_->scenario.parties[party].name.in(language_),
                 money(of.npv.mean, unit_),
                 money_error(of.npv.mean, unit_),
                 percentage(of.p_below_reservation)});
    }
    return table.text() + tell({"  各方都能接受的概率 {}\n", "  Chance that all accept: {}\n"},
                               percentage(solution.outcome.acceptance));
  }

  const SolvedPage* page_;
  Language language_;
  MoneyUnit unit_;
};

}  // namespace

double value_at(const sweep::Key& key, double place) noexcept {
  return key.from + (key.to - key.from) * place;
}

std::string solved_text(const SolvedPage& page, Language language) {
  return Writer(page, language).text();
}

}  // namespace shanhai::memo
