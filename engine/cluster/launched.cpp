#include "cluster/launched.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace shanhai::cluster {
namespace {

std::optional<int> number_in(const char* variable) {
  const char* const value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe)
  const std::string_view text = value == nullptr ? "" : value;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<Launched> launched() {
  constexpr std::array<std::pair<const char*, const char*>, 3> variables{{
      {"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"},  // mpirun of Open MPI
      {"PMI_RANK", "PMI_SIZE"},                          // that of MPICH, and srun --mpi=pmi2
      {"PMIX_RANK", "SLURM_STEP_NUM_TASKS"},             // srun --mpi=pmix
  }};
  for (const auto& [rank, size] : variables) {
    const std::optional<int> which = number_in(rank);
    const std::optional<int> many = number_in(size);
    if (which && many && *many > 1) {
      return Launched{*which, *many};
    }
  }
  return std::nullopt;
}

}  // namespace shanhai::cluster
