#include "chart/painter.hpp"

#include <new>

#include <duktape.h>

#include "chart/chart_json.hpp"
#include "chart/embedded.hpp"
#include "core/contract.hpp"

namespace shanhai::chart {
namespace {

void failed(void* /*unused*/, const char* message) {
  contract_broken(__FILE__, __LINE__, message);
}

/// What stands on top of the stack is an error: its text and where it came from.
[[noreturn]] void failed(duk_context* heap) {
  duk_get_prop_string(heap, -1, "stack");
  contract_broken(__FILE__, __LINE__, duk_safe_to_string(heap, -1));
}

void load(duk_context* heap, const Embedded& script) {
  duk_push_lstring(heap, script.text.data(), script.text.size());
  duk_push_lstring(heap, script.name.data(), script.name.size());
  if (duk_pcompile(heap, 0) != 0 || duk_pcall(heap, 0) != 0) {
    failed(heap);
  }
  duk_pop(heap);
}

}  // namespace

void Painter::Ended::operator()(duk_hthread* heap) const noexcept {
  duk_destroy_heap(heap);
}

Painter::Painter() : heap_(duk_create_heap(nullptr, nullptr, nullptr, nullptr, failed)) {
  if (heap_ == nullptr) {
    throw std::bad_alloc();
  }
  for (const Embedded& script : scripts()) {
    load(heap_.get(), script);
  }
}

std::string Painter::svg(const Chart& chart, Size size) {
  duk_context* const heap = heap_.get();
  const std::string json = to_json(chart);
  duk_get_global_string(heap, "draw");
  duk_push_lstring(heap, json.data(), json.size());
  duk_push_number(heap, size.width);
  duk_push_number(heap, size.height);
  if (duk_pcall(heap, 3) != 0) {
    failed(heap);
  }
  std::size_t length = 0;
  const char* const text = duk_get_lstring(heap, -1, &length);
  std::string svg(text, length);
  duk_pop(heap);
  return svg;
}

}  // namespace shanhai::chart
