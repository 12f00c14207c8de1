#include "random/sample.hpp"

namespace shanhai::random {
namespace {

/// Which quantile function inverts which law.
struct Prepare {
  UniformQuantile operator()(const Uniform& law) const { return UniformQuantile(law); }

  TriangularQuantile operator()(const Triangular& law) const { return TriangularQuantile(law); }

  PertQuantile operator()(const Pert& law) const { return PertQuantile(law); }

  NormalQuantile operator()(const Normal& law) const { return NormalQuantile(law); }

  LognormalQuantile operator()(const Lognormal& law) const { return LognormalQuantile(law); }

  DiscreteQuantile operator()(const Discrete& law) const { return DiscreteQuantile(law); }
};

}  // namespace

Sampler::Sampler(const Law& law)
    : quantile_(std::visit([](const auto& kind) { return Quantile(Prepare{}(kind)); }, law)) {}

// std::visit throws only for a variant without a value, which a Sampler never holds.
// NOLINTNEXTLINE(bugprone-exception-escape)
void Sampler::draw(const Stream& stream, PathRange paths, Lanes out) const noexcept {
  stream.uniform(paths, 0, 0, out);
  const auto invert = [out](const auto& quantile) {
    each_lane(out.size(), [&](std::size_t i) { out[i] = quantile(out[i]); });
  };
  std::visit(invert, quantile_);
}

}  // namespace shanhai::random
