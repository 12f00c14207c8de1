#pragma once

#include "app/memo_task.hpp"
#include "study/laboratory.hpp"

namespace shanhai::app {

/// Reckons all that a memo says: the comparison, what its assumptions and uncertain numbers do, and the zone of
/// agreement where a sweep was given. The task must outlive it.
[[nodiscard]] study::Tried<briefing::Material> reckon(const MemoTask& task, study::Laboratory& laboratory);

}  // namespace shanhai::app
