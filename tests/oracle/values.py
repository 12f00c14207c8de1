"""How the scenario language writes numbers, years and shares.

Numbers become exact fractions, so that money is conserved to the last unit and
a tie is a tie. Only powers with a fractional exponent fall back to floats.
"""

from fractions import Fraction

TINY = Fraction(1, 10**9)
EXTERNAL = "external"


def number(value):
    """An exact number; without chance a distribution is its mean."""
    if isinstance(value, dict):
        return mean(value)
    text = str(value)
    if text.endswith("%"):
        return Fraction(text[:-1]) / 100
    return Fraction(text)


def mean(distribution):
    (law, terms), = distribution.items()
    if law in ("normal", "lognormal"):
        return number(terms["mean"])
    if law == "discrete":
        weighed = [(number(value), number(weight)) for value, weight in terms]
        return sum(v * w for v, w in weighed) / sum(w for _, w in weighed)
    terms = [number(term) for term in terms]
    if law == "pert":
        terms += [terms[1]] * 3
    return sum(terms) / len(terms)


def level(value, year):
    """A level by year: the first value up to year 1, the last one held."""
    if isinstance(value, list):
        value = value[min(max(year, 1), len(value)) - 1]
    return number(value)


def payment(value, t):
    """A payment by year from signing: nothing beyond the list."""
    values = value if isinstance(value, list) else [value]
    return number(values[t]) if t < len(values) else Fraction(0)


def shares(spec):
    """Who has which part: one name, or parts by name of which one may be the rest."""
    if isinstance(spec, str):
        return {spec: Fraction(1)}
    parts = {name: number(part) for name, part in spec.items() if part != "rest"}
    for name, part in spec.items():
        if part == "rest":
            parts[name] = 1 - sum(parts.values())
    return parts


def within(spec, year):
    """Whether a year lies in `3`, `1-5` or `11-`."""
    first, dash, last = str(spec).partition("-")
    if not dash:
        return year == int(first)
    return int(first) <= year and (not last or year <= int(last))


def more(a, b, scale):
    """Whether a exceeds b by more than rounding, given the size of the flows."""
    return a - b > TINY * abs(scale)
