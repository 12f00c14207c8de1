#!/usr/bin/env python3
"""Kills a sweep at random moments and goes on with it: kill_and_resume.py SHANHAI [--kills N] [--seed S]

The finished store must hold what an uninterrupted one holds, value for value. Sweeps are begun anew until so many kills hit.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BASE = """shanhai: 1
title: a park
currency: {code: CNY, unit: 10000}
horizon: {start: 2026, years: 12}
seed: 7
parties:
  host: {role: host, discount_rate: 6%}
  origin: {role: origin, discount_rate: 6%}
revenue:
  table: {vat: [100, 200, 300], cit: [50, 100, 150]}
  uncertainty: {sd: 12%, rho: 0.3}
schemes:
  plain: {kind: proportional, shares: {host: 60%, origin: rest}}
"""
SWEEP = """sweep: 1
base: base.yaml
paths: 20000
axes:
  revenue.uncertainty.sd: {from: 5%, to: 20%, steps: 12}
  schemes.plain.shares.host: [40%, 50%, 60%]
"""


def sweep(binary: str, folder: Path, store: Path) -> list[str]:
    begun = ["--resume"] if store.exists() else []
    return [binary, "sweep", str(folder / "sweep.yaml"), "--store", str(store), "--threads", "1", *begun]


def results(binary: str, store: Path) -> str:
    done = subprocess.run([binary, "results", str(store), "--csv", "-"], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else f"exit {done.returncode}: {done.stderr}"


def interrupted(binary: str, folder: Path, store: Path, longest: float, dice: random.Random) -> tuple[int, str]:
    """Runs a sweep to its end, killing it on the way; how often it was hit, and what went wrong."""
    hits = 0
    while True:
        process = subprocess.Popen(sweep(binary, folder, store), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        time.sleep(dice.uniform(0, longest))
        process.kill()
        _, said = process.communicate()
        if process.returncode == 0:
            return hits, ""
        if process.returncode != -9:
            return hits, f"exit {process.returncode}: {said}"
        hits += 1


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "base.yaml").write_text(BASE)
        (folder / "sweep.yaml").write_text(SWEEP)
        start = time.monotonic()
        subprocess.run(sweep(asked.binary, folder, folder / "whole.db"), check=True, stdout=subprocess.DEVNULL)
        longest = time.monotonic() - start
        expected = results(asked.binary, folder / "whole.db")
        kills = rounds = 0
        while kills < asked.kills:
            rounds += 1
            store = folder / f"{rounds}.db"
            hits, wrong = interrupted(asked.binary, folder, store, longest, dice)
            kills += hits
            if wrong or results(asked.binary, store) != expected:
                print(f"FAILED in sweep {rounds} after {hits} kills: {wrong or 'other results'}")
                return 1
    lines = expected.count("\n")
    print(f"{kills} kills of {rounds} sweeps: every store holds the {lines - 1} results of an uninterrupted one")
    return 0 if lines == 37 else 1


if __name__ == "__main__":
    sys.exit(main())
