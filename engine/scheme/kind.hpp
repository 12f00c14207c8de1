#pragma once

#include <array>
#include <string_view>

#include "core/text.hpp"

namespace shanhai::scheme {

/// A usual contract: a split, and the clause it cannot do without. Any clause may be given beside it; together they
/// stand in the order of `Clause`.
struct Kind {
  std::string_view key;
  Words summary;
  std::string_view split_by;   ///< the key of `split` that is written beside the kind
  bool split_required = true;  ///< otherwise all that is left goes to the first host
  std::string_view clause{};   ///< the clause it must have, none when empty
};

inline constexpr std::array kinds{
    Kind{"proportional", {"按比例分成", "sharing by proportion"}, "shares"},
    Kind{"phased_proportional", {"分期按比例分成", "sharing by proportion in phases"}, "phases"},
    Kind{"proportional_fund",
         {"比例分成+产业基金", "sharing by proportion with an industrial fund"},
         "shares",
         true,
         "fund"},
    Kind{"equity", {"按股份分成", "sharing by equity in a joint company"}, "shares", false, "company"},
    Kind{"by_tax_type", {"按税种分享", "sharing by type of tax"}, "shares"},
};

}  // namespace shanhai::scheme
