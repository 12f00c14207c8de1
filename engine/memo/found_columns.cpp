#include "memo/found_columns.hpp"

#include <algorithm>
#include <array>

#include <fmt/ranges.h>

#include "core/say.hpp"

namespace shanhai::memo {

namespace {

using Kind = FoundColumn::Kind;

struct Known {
  Kind kind = Kind::text;
  Words meaning;
};

constexpr std::array of_row{
    Known{Kind::count, {"点的编号，从 0 起", "the number of the point, from 0"}},
    Known{Kind::text, {"分享方案，即方案文件中的键", "the scheme, by its key in the scenario"}},
};

constexpr std::array of_scheme{
    Known{Kind::chance,
          {"各方净现值都不低于其底线的可能", "chance that the NPV of every party reaches its reservation"}},
    Known{Kind::money, {"各方净现值之和的平均", "mean of the sum of all parties' NPV"}},
    Known{Kind::number,
          {"纳什积：各方平均净现值超出底线部分的乘积，越大越是双赢",
           "Nash product: the product of the parties' mean gains over their reservations"}},
    Known{Kind::number,
          {"均衡度（Jain 指数）：各方净现值是否接近，相等为 1",
           "evenness (Jain's index): how close the parties' NPVs are, 1 where equal"}},
    Known{Kind::number,
          {"人均财力比的变化（最穷一方比最富一方），百分点",
           "change of the ratio of revenue per head, poorest to richest party, in percentage points"}},
};

constexpr std::array of_party{
    Known{Kind::money, {"{}：净现值的平均", "{}: mean NPV"}},
    Known{Kind::money, {"{}：上述平均的标准误（模拟误差）", "{}: standard error of that mean (error of simulation)"}},
    Known{Kind::chance, {"{}：净现值为负的可能", "{}: chance of a negative NPV"}},
    Known{Kind::chance, {"{}：净现值低于底线的可能", "{}: chance of an NPV below its reservation"}},
    Known{Kind::money, {"{}：最差 5% 的未来里净现值的平均", "{}: mean NPV of the worst 5% of the futures"}},
    Known{Kind::count,
          {"{}：回本年份的中位数，签约为第 0 年；空为不回本",
           "{}: median year of payback, signing being year 0; empty for never"}},
};

Text meaning_of(const store::Axis& axis) {
  return say({"轴：改动 {}", "axis: sets {}"}, fmt::format("{}", fmt::join(axis.keys, ", ")));
}

}  // namespace

std::vector<FoundColumn> found_columns(const store::Manifest& manifest, const std::vector<std::string>& names) {
  std::vector<FoundColumn> columns;
  const auto add = [&columns](Kind kind, Text meaning) {
    columns.push_back({"", kind, std::move(meaning)});
  };
  for (const Known& known : of_row) {
    add(known.kind, known.meaning.text());
  }
  for (const store::Axis& axis : manifest.axes) {
    add(Kind::axis, meaning_of(axis));
  }
  for (const Known& known : of_scheme) {
    add(known.kind, known.meaning.text());
  }
  for (const store::Named& party : manifest.parties) {
    for (const Known& known : of_party) {
      add(known.kind, say(known.meaning, party.name));
    }
  }
  columns.resize(names.size());
  for (std::size_t place = 0; place < names.size(); ++place) {
    columns[place].name = names[place];
  }
  return columns;
}

}  // namespace shanhai::memo
