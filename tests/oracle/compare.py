"""Holds an engine's `run --twin --json` against the model on random scenarios.

    compare.py BINARY [--count N] [--seed S]
    compare.py --self-test [--count N] [--seed S]
"""

import argparse
import json
import math
import multiprocessing
import subprocess
import sys
import tempfile
from pathlib import Path

import model
import scenarios
import selftest

TOLERANCE = 1e-9
SHOWN = 5
LONGEST = 256 * 1024
MAY_MISS = ("nash", "jain", "ratio_change", "irr", "cap_year")
MONEY = ("npv", "cash_flow", "accrual", "total_npv")


def leaves(value):
    """All the numbers of a nested value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(inner)]
    return [] if value is None else [abs(float(value))]


def size(value):
    return max(leaves(value), default=0.0)


def scheme_size(scheme, revenue):
    """The size of a scheme's flows: what rounding is measured against."""
    flows = [[party["cash_flow"], party["accrual"]] for party in scheme["parties"].values()]
    return max(size(flows), size(revenue), 1.0)


def unit(key, value, flows, parties):
    """What a difference under one key is relative to."""
    if key in MONEY:
        return flows
    if key == "nash":
        return max(size(value), 1e-6 * flows**parties)
    return max(size(value), 1.0)


def differences(path, expected, found, scale):
    """(key, expected, found) wherever the two part."""
    if isinstance(expected, dict) and not isinstance(found, dict) and len(expected) == 1:
        expected, = expected.values()
    if isinstance(expected, dict):
        for key, value in expected.items():
            if key in found:
                yield from differences(f"{path}.{key}", value, found[key], scale)
            elif value is not None or path.endswith("payback"):
                yield f"{path}.{key}", value, "nothing"
    elif isinstance(expected, list):
        if not isinstance(found, list) or len(found) != len(expected):
            yield path, f"{len(expected)} years", found
            return
        for i, (one, other) in enumerate(zip(expected, found)):
            yield from differences(f"{path}[{i}]", one, other, scale)
    elif expected is None or isinstance(found, bool) or not isinstance(found, (int, float)):
        if expected is not None or found is not None:
            yield path, expected, found
    elif not abs(float(expected) - found) <= TOLERANCE * scale:
        yield path, float(expected), found


def missing(path, key, expected, found):
    """A key that is not there; those that need not exist may also be left out."""
    if key not in found and not (key in MAY_MISS and not leaves(expected)):
        yield f"{path}.{key}", expected, "nothing"


def group(path, expected, found, flows, parties):
    """The keys of one scheme or one party, each at its own scale."""
    for key, value in expected.items():
        if key == "parties":
            continue
        yield from missing(path, key, value, found)
        if key in found:
            inner = value if key in ("revenue", "statistics") else {key: value}
            place, other = (f"{path}.{key}", found[key]) if inner is value else (path, found)
            for name, part in inner.items():
                scale = unit(name, value if key == "revenue" else part, flows, parties)
                yield from differences(place, {name: part}, {name: other.get(name)}, scale)


def compare(expected, found):
    """All differences of one run."""
    for name, scheme in expected["schemes"].items():
        path, other = f"schemes.{name}", found.get("schemes", {}).get(name, {})
        revenue = scheme.get("revenue") or expected["revenue"]
        flows, parties = scheme_size(scheme, revenue), len(scheme["parties"])
        yield from group(path, scheme, other, flows, parties)
        for party, outcome in scheme["parties"].items():
            theirs = other.get("parties", {}).get(party, {})
            yield from group(f"{path}.parties.{party}", outcome, theirs, flows, parties)
    if "revenue" in expected:
        yield from group("", {"revenue": expected["revenue"]}, found, 0.0, 0)


def answer(binary, file):
    """What the engine says: its numbers, or the first lines of its refusal."""
    command = [binary, "run", str(file), "--twin", "--json", "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if done.returncode:
        return None, f"exit {done.returncode}: " + " | ".join(done.stderr.strip().splitlines()[:6])
    return json.loads(done.stdout), None


def judge(job):
    """One scenario: its file and how the engine differs from the model."""
    binary, folder, seed = job
    scenario = scenarios.scenario(seed)
    file = Path(folder) / f"random-{seed}.yaml"
    text = json.dumps(scenario, ensure_ascii=False, indent=1)
    assert len(text.encode()) <= LONGEST
    file.write_text(text + "\n", encoding="utf-8")
    try:
        found, refusal = answer(binary, file)
    except (subprocess.TimeoutExpired, json.JSONDecodeError) as problem:
        found, refusal = None, str(problem)
    if refusal:
        return file, [("run", "an answer", refusal)]
    return file, list(compare(model.evaluate(scenario), found))


def shown(value):
    text = repr(float(value)) if isinstance(value, (int, float)) else str(value)
    return text if len(text) < 400 else text[:400] + "…"


def hold(binary, count, seed):
    folder = tempfile.mkdtemp(prefix="shanhai-oracle-")
    jobs, failed = [(binary, folder, one) for one in range(seed, seed + count)], 0
    with multiprocessing.Pool(2) as pool:
        for file, wrong in pool.imap(judge, jobs):
            failed += bool(wrong)
            for key, expected, found in wrong[:SHOWN]:
                print(f"{file}: {key}: expected {shown(expected)}, found {shown(found)}")
            if len(wrong) > SHOWN:
                print(f"{file}: and {len(wrong) - SHOWN} more")
    print(f"{count - failed} passed, {failed} failed")
    return not failed


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("binary", nargs="?")
    reader.add_argument("--count", type=int, default=200)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--self-test", action="store_true")
    asked = reader.parse_args()
    if not asked.self_test and not asked.binary:
        reader.error("BINARY or --self-test is required")
    if asked.self_test:
        return selftest.run(asked.count, asked.seed)
    return hold(asked.binary, asked.count, asked.seed)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
