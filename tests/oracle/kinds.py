"""The five usual contracts, written out as clauses."""

ORDER = ("pool", "baseline", "rebate", "recover", "fund", "company", "split", "tiers",
         "cap", "floor", "award", "settle", "statistics")


def clauses(scheme, host):
    """A scheme's clauses as (word, keys), in the order they act."""
    if "clauses" in scheme:
        return [pair for item in scheme["clauses"] for pair in item.items()]
    named = dict(scheme)
    if scheme["kind"] == "phased_proportional":
        named["split"] = {"phases": scheme["phases"]}
    else:
        named["split"] = {"shares": scheme.get("shares", {host: 1})}
    found = []
    for word in ORDER:
        keys = named.get(word, [])
        found += [(word, one) for one in (keys if isinstance(keys, list) else [keys])]
    return found
