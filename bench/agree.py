"""Whether a rival gives the answers of Shanhai, within Monte Carlo error.

    python3 bench/agree.py SHANHAI.json RIVAL.json

The first file is what `shanhai run --json` printed, the second what a rival did, both of as many paths. Means may
differ by 5 combined standard errors, probabilities and spreads by 5 errors of Shanhai's times sqrt(2). A quantile of
Shanhai must lie between the rival's order statistics that are 5 sqrt(2) standard errors of rank away: that holds for
whole numbers too, whose quantiles jump. Every figure that disagrees is printed, and the status is 1.
"""

import json
import math
import sys

WITHIN = 5


def means(name, ours, theirs):
    """Figures with errors of their own on both sides, single or by year."""
    if not isinstance(ours["mean"], list):
        ours, theirs = ({key: [one[key]] for key in ("mean", "se")} for one in (ours, theirs))
    for year, pair in enumerate(zip(ours["mean"], ours["se"], theirs["mean"], theirs["se"], strict=True)):
        a, a_error, b, b_error = pair
        yield f"{name}[{year}]", a, b, abs(a - b) <= WITHIN * math.hypot(a_error, b_error) + 1e-9 * abs(a)


def chances(name, ours, errors, theirs):
    for year, (a, error, b) in enumerate(zip(ours, errors, theirs, strict=True)):
        yield f"{name}[{year}]", a, b, abs(a - b) <= WITHIN * math.sqrt(2) * error


def quantiles(name, ours, theirs):
    for key, limits in theirs["limits"].items():
        if not isinstance(ours[key], list):
            yield f"{name}.{key}", ours[key], theirs[key], between(ours[key], limits)
            continue
        for year, (a, b, both) in enumerate(zip(ours[key], theirs[key], limits, strict=True)):
            yield f"{name}.{key}[{year}]", a, b, between(a, both)


def between(value, limits):
    """None is never, later than every year."""
    low, value, high = (math.inf if one is None else one for one in (limits[0], value, limits[1]))
    rounding = 1e-9 * abs(value) if math.isfinite(value) else 0
    return low - rounding <= value <= high + rounding


def party(name, ours, theirs):
    npv, other = ours["npv"], theirs["npv"]
    yield from means(f"{name}.npv", npv, other)
    yield from quantiles(f"{name}.npv", npv, other)
    for key in ("sd", "p_negative", "p_below_reservation", "cvar05"):
        yield from chances(f"{name}.npv.{key}", [npv[key]], [npv["errors"][key]], [other[key]])
    payback = ours["payback"]
    yield from quantiles(f"{name}.payback", payback, theirs["payback"])
    yield from chances(f"{name}.payback.never", [payback["never"]], [payback["se"]], [theirs["payback"]["never"]])
    yield from means(f"{name}.cash_flow", ours["cash_flow"], theirs["cash_flow"])
    yield from quantiles(f"{name}.cash_flow", ours["cash_flow"], theirs["cash_flow"])
    yield from chances(f"{name}.p_leave", ours["p_leave"]["mean"], ours["p_leave"]["se"], theirs["p_leave"])


def figures(ours, theirs):
    """Every figure of both sides: name, Shanhai's, the rival's, whether they agree."""
    for stream, revenue in ours["revenue"].items():
        yield from means(f"revenue.{stream}", revenue, theirs["revenue"][stream])
        yield from quantiles(f"revenue.{stream}", revenue, theirs["revenue"][stream])
    for id, scheme in ours["schemes"].items():
        other = theirs["schemes"][id]
        error = scheme["errors"]["acceptance"]
        yield from chances(f"{id}.acceptance", [scheme["acceptance"]], [error], [other["acceptance"]])
        for one, found in scheme["parties"].items():
            yield from party(f"{id}.{one}", found, other["parties"][one])
    for a, b in zip(ours["comparisons"], theirs["comparisons"], strict=True):
        name = ".".join(a[key] for key in ("a", "b", "party"))
        if name != ".".join(b[key] for key in ("a", "b", "party")):
            raise ValueError(f"{name} is compared in another order")
        pair = ({"mean": one["mean_difference"], "se": one["se"]} for one in (a, b))
        yield from means(f"{name}.difference", *pair)
        yield from chances(f"{name}.p_a_better", [a["p_a_better"]], [a["errors"]["p_a_better"]], [b["p_a_better"]])


def main():
    both = []
    for file in sys.argv[1:3]:
        with open(file, encoding="utf-8") as text:
            both.append(json.load(text))
    found = list(figures(*both))
    wrong = [figure for figure in found if not figure[3]]
    for name, a, b, _ in wrong:
        print(f"{name}: {a} and {b}")
    print(f"{len(found) - len(wrong)} of {len(found)} figures agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
