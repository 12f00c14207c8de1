"""How a contract's terms draw firms: a larger part of the next unit, a larger effort."""

from collections import defaultdict
from fractions import Fraction

from contract import capped, of_stream, recovered, split_shares, split_year
from values import level, number, shares

LEAST = Fraction(1, 100)


def leaf_parts(contract, clause, t):
    """The parties' parts of one more unit that reaches the end of the pool."""
    parts = defaultdict(Fraction)
    if clause.word == "tiers":
        below = sum(number(bound) <= clause.memory["seen"] for bound in clause.get("bounds"))
        return shares(clause.get("shares")[below])
    shown = clause.memory["streams"] or dict.fromkeys(pool_streams(contract), Fraction(1))
    total = sum(shown.values())
    terms = split_shares(clause, split_year(contract, clause, t))
    for stream, weight in shown.items():
        for party, part in of_stream(contract, terms, stream).items():
            parts[party] += part * weight / total
    return parts


def pool_streams(contract):
    for clause in contract.of("pool"):
        if "streams" in clause.keys:
            return clause.get("streams")
    return contract.streams


def marginal(contract, t):
    """Each party's part of one more unit of the pool, as the terms stand before year t."""
    clock, unit, parts = contract.clock_year(t), Fraction(1), defaultdict(Fraction)
    for clause in contract.clauses:
        word = clause.word
        if word == "recover" and recovered(contract, clause, t - 1):
            continue
        if word in ("rebate", "recover", "fund", "company"):
            to = {"rebate": {}, "recover": clause.get("party"), "fund": clause.get("ownership"),
                  "company": clause.get("stakes")}[word]
            taken = unit * level(clause.get("share", 1), clock)
            unit -= taken
            for party, part in shares(to).items():
                parts[party] += taken * part
        elif word in ("split", "tiers"):
            for party, part in leaf_parts(contract, clause, t).items():
                parts[party] += unit * part
    for clause in contract.of("cap"):
        if "total" in clause.keys and capped(clause):
            parts[clause.get("party")] = Fraction(0)
    return {party: max(LEAST, parts[party]) for party in contract.parties}


def boost(contract, terms, t):
    """What the arrivals of year t are multiplied by."""
    product, parts = Fraction(1), marginal(contract, t)
    reference = shares(terms.get("reference", {}))
    for party, effort in terms.get("effort", {}).items():
        product *= (parts[party] / reference[party]) ** number(effort)
    spent = sum(level(c.get("spend", 0), contract.clock_year(t)) * c.memory["value"]
                for c in contract.of("fund"))
    if "fund" in terms:
        product *= 1 + number(terms["fund"]) * min(1, spent / number(terms["fund_reference"]))
    return product
