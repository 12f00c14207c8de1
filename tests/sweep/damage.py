#!/usr/bin/env python3
"""Sweeps that go on with stores that were cut or changed: damage.py SHANHAI [--rounds N] [--seed S]

Cut anywhere, or with a bit wrong anywhere, a store of which one half is done is refused with exit 3 and one line that names
it, by `results` and by `sweep --resume`; where a wrong bit means nothing to one of them, it does as with the sound store.
"""

import argparse
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from trial import refused, results, run, sweep, whole, write_inputs


class Half:
    """A store of which one half is done, and what it comes to."""

    def __init__(self, binary: str, folder: Path) -> None:
        self.binary, self.folder, self.store = binary, folder, folder / "half.db"
        self.expected = whole(binary, folder)
        subprocess.run(sweep(binary, folder, self.store, "--shard", "0/2"), check=True, stdout=subprocess.DEVNULL)
        self.content = self.store.read_bytes()
        self.results = results(binary, self.store)

    def tried(self, content: bytes) -> tuple[int, str]:
        """How often a store of such content is refused, and what went wrong."""
        self.store.write_bytes(content)
        asked = run([self.binary, "results", str(self.store), "--csv", "-", "--lang", "en"])
        resumed = run(sweep(self.binary, self.folder, self.store))
        refusals = [one for one in (asked, resumed) if one.returncode != 0]
        for one in refusals:
            if wrong := refused(one, str(self.store)):
                return 0, wrong
        if asked.returncode == 0 and asked.stdout != self.results:
            return 0, "other results before"
        if resumed.returncode != 0:
            return len(refusals), "" if self.store.read_bytes() == content else "what was refused was written to"
        return len(refusals), "" if results(self.binary, self.store) == self.expected else "other results in the end"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_inputs(folder)
        half = Half(asked.binary, folder)
        size = len(half.content)
        refusals = 0
        for turn in range(asked.rounds):
            cut = turn * size // asked.rounds
            flipped = bytearray(half.content)
            place = dice.choice((dice.randrange(100), dice.randrange(size)))  # in the header, or anywhere
            flipped[place] ^= 1 << dice.randrange(8)
            for harm, content in ((f"cut at {cut}", half.content[:cut]), (f"a bit wrong at {place}", bytes(flipped))):
                refused_now, wrong = half.tried(content)
                refusals += refused_now
                if wrong or (harm.startswith("cut") and refused_now < 2):
                    print(f"FAILED, {harm} of {size} bytes: {wrong or 'taken for sound'}")
                    return 1
    print(f"{2 * asked.rounds} damaged stores: {refusals} times refused, else taken as they were")
    return 0


if __name__ == "__main__":
    sys.exit(main())
