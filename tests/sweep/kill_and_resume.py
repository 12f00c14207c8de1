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

from trial import POINTS, results, sweep, whole, write_inputs

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
        write_inputs(folder)
        start = time.monotonic()
        expected = whole(asked.binary, folder)
        longest = time.monotonic() - start
        kills = rounds = 0
        while kills < asked.kills:
            rounds += 1
            store = folder / f"{rounds}.db"
            hits, wrong = interrupted(asked.binary, folder, store, longest, dice)
            kills += hits
            if wrong or results(asked.binary, store) != expected:
                print(f"FAILED in sweep {rounds} after {hits} kills: {wrong or 'other results'}")
                return 1
    print(f"{kills} kills of {rounds} sweeps: every store holds the {POINTS} results of an uninterrupted one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
