#include "cluster/launched.hpp"

#include <cstdlib>

#include <catch2/catch.hpp>

namespace shanhai::cluster {
namespace {

/// A variable of the environment, as long as it lives.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }

  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  Variable(Variable&&) = delete;
  Variable& operator=(Variable&&) = delete;

  ~Variable() { ::unsetenv(name_); }

 private:
  const char* name_;
};

}  // namespace

TEST_CASE("A process that stands alone", "[cluster][launched]") {
  CHECK_FALSE(launched());
  const Variable size("OMPI_COMM_WORLD_SIZE", "1");
  const Variable rank("OMPI_COMM_WORLD_RANK", "0");
  CHECK_FALSE(launched());
}

TEST_CASE("One of several, by each of the launchers", "[cluster][launched]") {
  const auto [rank, size] = GENERATE(std::pair("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"),
                                     std::pair("PMI_RANK", "PMI_SIZE"),
                                     std::pair("PMIX_RANK", "SLURM_STEP_NUM_TASKS"));
  const Variable third(rank, "3");
  CHECK_FALSE(launched());
  const Variable of_four(size, "4");
  REQUIRE(launched());
  CHECK(launched()->rank == 3);
  CHECK(launched()->size == 4);
}

}  // namespace shanhai::cluster
