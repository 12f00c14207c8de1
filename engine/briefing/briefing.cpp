#include "briefing/briefing.hpp"

#include "briefing/chapters.hpp"
#include "memo/figures.hpp"

namespace shanhai::briefing {

paper::Paper brief(const Material& material, Language language, paper::Proof proof) {
  const Phrases phrases(language);
  Writer writer(material, phrases);
  for (const auto& chapter : {key_points, background, the_schemes, method, results, risks, advice, compliance, annex}) {
    chapter(writer);
  }
  const run::Plan& plan = material.outcome.plan;
  paper::Paper paper;
  paper.language = language;
  paper.title = phrases.text("title", {{"title", material.scenario.title.in(language)}});
  paper.subtitle = phrases.text("subtitle");
  paper.byline = {
      phrases.text("byline_run",
                   {{"paths", memo::figure(static_cast<double>(plan.paths), 0)}, {"seed", std::to_string(plan.seed)}}),
      phrases.text("byline_hash", {{"hash", proof.hash}, {"version", proof.program}})};
  paper.blocks = std::move(writer).blocks();
  paper.proof = std::move(proof);
  return paper;
}

}  // namespace shanhai::briefing
