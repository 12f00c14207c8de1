"""What the flows of one path mean to the parties."""

import math

from values import TINY, number


def npv(flows, rate):
    return sum(flow / (1 + rate) ** t for t, flow in enumerate(flows))


def payback(flows):
    """The first year from which the cumulative flow stays above zero; None is never."""
    total, first, size = 0, 0, max(abs(flow) for flow in flows)
    for t, flow in enumerate(flows):
        total += flow
        if total < -TINY * size:
            first = t + 1
    return first if first < len(flows) else None


def irr(flows):
    """The rate that makes the flows worth nothing, where they change sign exactly once."""
    size = max(abs(flow) for flow in flows)
    flows = [(t, float(flow)) for t, flow in enumerate(flows) if abs(flow) > TINY * size]
    signs = [flow > 0 for _, flow in flows]
    if sum(a != b for a, b in zip(signs, signs[1:])) != 1:
        return None

    def late(log_rate):
        """Whether the later flows still outweigh the earlier ones at a rate."""
        nearest = flows[0][0] if log_rate > 0 else flows[-1][0]
        worth = sum(flow * math.exp((nearest - t) * log_rate) for t, flow in flows)
        return (worth > 0) != signs[0]

    low, high = -1.0, 1.0
    while not late(low):
        low *= 2
    while late(high):
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if late(middle) else (low, middle)
    return math.expm1((low + high) / 2)


def gains(values, less, flows):
    """Values above what each party would have anyway; rounding is no gain and no loss."""
    size = max(abs(flow) for flow in flows)
    raw = [value - own for value, own in zip(values, less)]
    return [gain if abs(gain) > TINY * size else 0 for gain in raw]


def jain(values):
    """Evenness of the parties' values: 1 when all are the same."""
    squares = sum(value * value for value in values)
    if min(values) < 0 or not squares:
        return None
    return sum(values) ** 2 / (len(values) * squares)


def nash(gains):
    return math.prod(gains) if min(gains) >= 0 else None


def ratio_change(parties, flows):
    """How the poorest stands to the richest per head, in percentage points."""
    if not all("population" in p and "fiscal_revenue" in p for p in parties.values()):
        return None

    def ratio(extra):
        heads = [(number(keys["fiscal_revenue"]) + extra[party]) / number(keys["population"])
                 for party, keys in parties.items()]
        return min(heads) / max(heads) if max(heads) else None

    before = ratio(dict.fromkeys(parties, 0))
    after = ratio({party: sum(flow[1:]) / (len(flow) - 1) for party, flow in flows.items()})
    return None if before is None or after is None else 100 * (after - before)
