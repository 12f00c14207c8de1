"""From few paths to many, and from start to finish: measured, printed and held against what is promised."""

import statistics

import yaml

from program import ROOT, SCENARIO, Spent, shanhai

COUNTS = (10_000, 100_000, 1_000_000)
FLAT = 1.25  # the dearest path-year of these counts, in times the cheapest
START_TO_FINISH = 1.0  # seconds, of every scenario with 100,000 paths on two threads
LARGE = 10_000_000
MEMORY = 1.5 * 2**30


def flatness(rounds):
    """CPU time of a path-year by the number of paths; what a run of one path takes is start-up and not counted."""
    years = yaml.safe_load(SCENARIO.read_text())["horizon"]["years"]
    found = {paths: [] for paths in COUNTS}
    for _ in range(rounds):
        for paths, values in found.items():
            # The fewer the paths, the more often: what is timed must stand out from start-up and the clock.
            repeats = max(1, COUNTS[-1] // paths // 10)
            spent = statistics.mean(Spent(shanhai(paths)).cpu for _ in range(repeats))
            start_up = statistics.mean(Spent(shanhai(1)).cpu for _ in range(repeats))
            values.append(1e9 * (spent - start_up) / paths / years)
    median = {paths: statistics.median(values) for paths, values in found.items()}
    print(f"\n{'paths':26}{'ns per path-year':>16}{'least':>9}{'most':>9}")
    for paths, values in found.items():
        print(f"{paths:<26,}{median[paths]:16.1f}{min(values):9.1f}{max(values):9.1f}")
    rounds_apart = [max(of_round) / min(of_round) for of_round in zip(*found.values(), strict=True)]
    ratio = statistics.median(rounds_apart)
    return [f"flatness: {ratio:.2f}, promised {FLAT}"] if ratio > FLAT else []


def large():
    spent = Spent(shanhai(LARGE))
    print(f"\n{LARGE:,} paths: {spent.cpu:.1f} s, {spent.memory / 2**30:.2f} GiB")
    return [f"{LARGE:,} paths: {spent.memory / 2**30:.2f} GiB, promised 1.5"] if spent.memory > MEMORY else []


def start_to_finish(rounds):
    print(f"\n{'100,000 paths, two threads':34}{'s on the wall':>14}")
    short = []
    for scenario in sorted(f for f in (ROOT / "scenarios").rglob("*.yaml") if f.parent.name != "sweeps"):
        seconds = statistics.median(Spent(shanhai(100_000, threads=2, scenario=scenario)).wall for _ in range(rounds))
        print(f"{scenario.stem:34}{seconds:14.2f}")
        if seconds > START_TO_FINISH:
            short.append(f"{scenario.stem}: {seconds:.2f} s from start to finish, promised {START_TO_FINISH:g}")
    return short
