#pragma once

#include <optional>
#include <string>
#include <vector>

#include "paper/package.hpp"
#include "paper/paper.hpp"

namespace shanhai::paper {

/// The part with the proof of a paper and its bound figures, in the order of the text: what each is, and its value and
/// error with all digits.
[[nodiscard]] std::vector<Part> proof_parts(const Proof& proof, const std::vector<Bound>& figures);

/// The relation of a text to it.
[[nodiscard]] Relation proof_relation();

/// What such a part says.
struct ReadProof {
  Proof proof;
  std::vector<std::string> figures;  ///< what each is
};

/// What the archive of a Word file holds of it, whatever its program named the part; nothing where there is none.
[[nodiscard]] std::optional<ReadProof> read_proof(const Files& files);

}  // namespace shanhai::paper
