#include "chart/picture.hpp"

#include <charconv>
#include <cmath>
#include <memory>
#include <string_view>

#include <librsvg/rsvg.h>

#include "core/contract.hpp"

#ifdef __SANITIZE_ADDRESS__
/// What fontconfig keeps as long as the program runs looks like a leak to the sanitizer.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig";
}  // NOLINT: the sanitizer's name
#endif

namespace shanhai::chart {
namespace {

template <class Thing, auto end>
struct Ended {
  void operator()(Thing* thing) const noexcept { end(thing); }
};

template <class Thing, auto end>
using Owned = std::unique_ptr<Thing, Ended<Thing, end>>;

double number_after(const std::string& svg, std::string_view key) {
  double value = 0;
  const std::size_t at = svg.find(key);
  if (at == std::string::npos ||
      std::from_chars(svg.data() + at + key.size(), svg.data() + svg.size(), value).ec != std::errc{}) {
    contract_broken(__FILE__, __LINE__, "an SVG has a size");
  }
  return value;
}

cairo_status_t append(void* text, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(text)->append(bytes, bytes + count);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Size size_of(const std::string& svg) {
  return {number_after(svg, " width=\""), number_after(svg, " height=\"")};
}

std::string png(const std::string& svg, double scale) {
  const Size size = size_of(svg);
  const RsvgRectangle all{0, 0, std::round(size.width * scale), std::round(size.height * scale)};
  const Owned<RsvgHandle, g_object_unref> handle(
      rsvg_handle_new_from_data(static_cast<const guint8*>(static_cast<const void*>(svg.data())), svg.size(), nullptr));
  const Owned<cairo_surface_t, cairo_surface_destroy> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(all.width), static_cast<int>(all.height)));
  const Owned<cairo_t, cairo_destroy> context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  std::string picture;
  if (handle == nullptr || rsvg_handle_render_document(handle.get(), context.get(), &all, nullptr) == 0 ||
      cairo_surface_write_to_png_stream(surface.get(), append, &picture) != CAIRO_STATUS_SUCCESS) {
    contract_broken(__FILE__, __LINE__, "an SVG can be drawn");
  }
  return picture;
}

}  // namespace shanhai::chart
