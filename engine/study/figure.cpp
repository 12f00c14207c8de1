#include "study/figure.hpp"

#include <array>

#include "core/say.hpp"

namespace shanhai::study {
namespace {

struct OfParty {
  std::string_view name;
  Words meaning;
  Figure::Kind kind;
  run::Estimate (*of)(const run::PartyOutcome& party);
};

constexpr std::array of_party{
    OfParty{"npv",
            {"{}的净现值均值", "mean NPV of {}"},
            Figure::Kind::money,
            [](const run::PartyOutcome& party) {
              return party.npv.mean;
            }},
    OfParty{"p_negative",
            {"{}净现值为负的概率", "chance that {} has a negative NPV"},
            Figure::Kind::share,
            [](const run::PartyOutcome& party) {
              return party.p_negative;
            }},
    OfParty{"p_below",
            {"{}净现值低于保留值的概率", "chance that {} has less than without the deal"},
            Figure::Kind::share,
            [](const run::PartyOutcome& party) {
              return party.p_below_reservation;
            }},
    OfParty{"cvar05",
            {"{}最差 5% 情形下的平均净现值", "mean NPV of {} in its worst 5% of futures"},
            Figure::Kind::money,
            [](const run::PartyOutcome& party) {
              return party.cvar05;
            }},
};

}  // namespace

std::vector<Figure> figures_of(const run::Scenario& scenario) {
  using run::SchemeOutcome;
  std::vector<Figure> figures{
      {"acceptance",
       Text{"各方都能接受的概率", "chance that all accept"},
       Figure::Kind::share,
       [](const SchemeOutcome& scheme) {
         return std::optional(scheme.acceptance);
       }},
      {"total_npv_mean",
       Text{"各方合计净现值的均值", "mean total NPV"},
       Figure::Kind::money,
       [](const SchemeOutcome& scheme) {
         return std::optional(scheme.total_npv.mean);
       }},
      {"nash",
       Text{"各方收益之积（纳什积）", "product of the parties' gains (Nash)"},
       Figure::Kind::other,
       [](const SchemeOutcome& scheme) {
         return scheme.nash;
       }},
      {"jain",
       Text{"均衡度（Jain 指数）", "evenness (Jain's index)"},
       Figure::Kind::other,
       [](const SchemeOutcome& scheme) {
         return scheme.jain;
       }},
      {"ratio_change",
       Text{"人均财力比的变化（百分点）", "change of the ratio of revenue per head, in points"},
       Figure::Kind::other,
       [](const SchemeOutcome& scheme) {
         return scheme.ratio_change;
       }},
  };
  for (std::size_t party = 0; party < scenario.parties.size(); ++party) {
    for (const OfParty& one : of_party) {
      figures.push_back({fmt::format("{}_{}", one.name, scenario.parties[party].id),
                         say(one.meaning, scenario.parties[party].name),
                         one.kind,
                         [party, of = one.of](const SchemeOutcome& scheme) {
                           return std::optional(of(scheme.parties[party]));
                         }});
    }
  }
  return figures;
}

}  // namespace shanhai::study
