#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/field.hpp"
#include "core/number.hpp"
#include "core/reference.hpp"

namespace shanhai::economy {

/// What a tax is levied on.
enum class Base : std::uint8_t { output, value_added, wages, profit, firms, land, land_sold, tax };

constexpr std::array<std::string_view, 7> words_of(Base /*type*/) {
  return {"output", "value_added", "wages", "profit", "firms", "land", "land_sold"};
}

/// Flows can be under a holiday; counts and land cannot.
[[nodiscard]] constexpr bool is_flow(Base base) noexcept {
  return base <= Base::profit;
}

/// A rate by year, the same in all sectors (one entry) or by sector.
struct SectorRates {
  std::vector<Levels> by_sector;

  [[nodiscard]] const Levels& of(std::size_t sector) const noexcept {
    return by_sector.size() == 1 ? by_sector[0] : by_sector[sector];
  }
};

/// A base as written: one of the words, or another tax.
struct TaxBase {
  Base base = Base::output;
  StreamRef tax;
};

/// What becomes of one unit of gross revenue.
struct Parts {
  double central = 0;
  double province = 0;

  [[nodiscard]] double local() const noexcept { return std::max(1 - central - province, 0.0); }
};

/// A tax or a non-tax income, and the shares taken above.
struct Tax {
  std::string id;
  Text name;
  TaxBase base;
  SectorRates rate;
  Levels central = Number{0};
  Levels province = Number{0};
  std::optional<std::vector<Number>> holiday;
  bool non_tax = false;

  /// Nothing where a share is uncertain.
  [[nodiscard]] std::optional<Parts> known_parts(int year) const {
    const bool known = central.in(year).is_known() && province.in(year).is_known();
    return known ? std::optional(Parts{central.in(year).value, province.in(year).value}) : std::nullopt;
  }

  static constexpr auto fields() {
    return std::tuple{
        optional("name", &Tax::name, {"名称，默认为键名", "name, by default the key"}),
        required("base", &Tax::base, {"税基，或 {tax: 税种}", "what it is levied on, or {tax: another tax}"}),
        required("rate", &Tax::rate, {"税率或单价，可按行业", "rate or price, or rates by sector"}).in(range::amount),
        optional("central", &Tax::central, {"中央分成比例", "share of central government"}).in(range::share),
        optional("province", &Tax::province, {"省级分成比例", "share of the province"}).in(range::share),
        optional("holiday", &Tax::holiday, {"减免：落户后各年应缴比例", "share due by years since arrival"})
            .in(range::share),
        optional("non_tax", &Tax::non_tax, {"是否非税收入", "whether it is not a tax"}),
    };
  }
};

}  // namespace shanhai::economy
