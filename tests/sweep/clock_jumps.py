#!/usr/bin/env python3
"""Sweeps under clocks that are wrong, and that jump while a sweep runs: clock_jumps.py SHANHAI OTHER_CLOCK

Shards, resumes and merges at times years apart hold what an uninterrupted sweep holds, to the last text; what is told of
speed and of the time that is left comes from no such clock.
"""

import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from trial import POINTS, cells, preloaded, run, sweep, whole, write_inputs

YEAR = 31_557_600
CLOCKS = {
    "ten years ago": -10 * YEAR,
    "in fifty years": 50 * YEAR,
    "in 1970": -55 * YEAR,
    "yesterday": -86_400,
}
JUMPS = f"0,{-10 * YEAR},{50 * YEAR},-1"  # one after the other every 20 ms


def told_wrong(done: subprocess.CompletedProcess, points: int) -> str:
    """What is wrong with the last line of a sweep that did so many points."""
    found = re.search(r"^(\d+) points done now \(([^ ]+) a second\)", done.stdout)
    sound = done.returncode == 0 and found and int(found[1]) == points and 0 <= float(found[2]) < 1e6
    return "" if sound else f"exit {done.returncode}: {done.stdout}{done.stderr}"


def progress(command: list[str], environment: dict[str, str]) -> tuple[int, str]:
    """The exit code, and what a command draws on a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, env=environment)
    os.close(theirs)
    drawn = b""
    try:
        while part := os.read(ours, 4096):
            drawn += part
    except OSError:  # how a terminal says that nobody writes any more
        pass
    os.close(ours)
    return process.wait(), drawn.decode()


def drawn_wrong(drawn: str) -> str:
    shares = [int(share) for share in re.findall(r"(\d+)%", drawn)]
    rates = [float(rate) for rate in re.findall(r"points, (\S+) a second", drawn)]
    left = [int(time) for time in re.findall(r"about (-?\d+) ", drawn)]
    forward = shares == sorted(shares) and all(0 <= rate < 1e6 for rate in rates) and all(0 < time < 10_000 for time in left)
    return "" if forward and len(rates) == len(shares) else f"is drawn: {drawn!r}"


def in_shards(binary: str, library: str, folder: Path) -> str:
    """Parts under a clock of their own each, merged under another."""
    parts = []
    for i, (name, off) in enumerate(CLOCKS.items()):
        parts.append(folder / f"part{i}.db")
        environment = preloaded(library, SHANHAI_CLOCK=str(off))
        done = run(sweep(binary, folder, parts[-1], "--shard", f"{i}/{len(CLOCKS)}"), env=environment)
        if wrong := told_wrong(done, POINTS // len(CLOCKS)):
            return f"{name}: {wrong}"
    merged = [binary, "merge", *map(str, parts), "--store", str(folder / "merged.db")]
    done = run(merged, env=preloaded(library, SHANHAI_CLOCK=str(-20 * YEAR)))
    return "" if done.returncode == 0 else f"merge: {done.stderr}"


def by_resumes(binary: str, library: str, folder: Path) -> str:
    """One store, in turns under another clock each; the last one jumps."""
    store = folder / "resumed.db"
    for i, off in enumerate([*CLOCKS.values(), JUMPS]):
        shard = ["--shard", f"{i}/{len(CLOCKS) + 1}"] if i < len(CLOCKS) else []
        done = run(sweep(binary, folder, store, *shard), env=preloaded(library, SHANHAI_CLOCK=str(off)))
        if done.returncode != 0:
            return f"turn {i}: {done.stderr}"
    return told_wrong(run(sweep(binary, folder, store)), 0)


def on_a_terminal(binary: str, library: str, folder: Path) -> str:
    """A sweep long enough to draw its progress, under a clock that jumps."""
    paths, drawn = 100_000, ""
    while not drawn.count("a second"):
        store = folder / f"{paths}.db"
        command = sweep(binary, folder, store, "--paths", str(paths))
        code, drawn = progress(command, preloaded(library, SHANHAI_CLOCK=JUMPS))
        if code != 0:
            return f"exit {code}: {drawn}"
        paths *= 4
    return drawn_wrong(drawn)


def main() -> int:
    binary, library = sys.argv[1:]
    off = run(["date", "+%Y"], env=preloaded(library, SHANHAI_CLOCK=str(-10 * YEAR))).stdout
    if int(off) != int(run(["date", "+%Y"]).stdout) - 10:
        print(f"FAILED: the clock is not what it was set to: {off}")
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_inputs(folder)
        whole(binary, folder)
        expected = cells(folder / "whole.db")
        for trial, store in ((in_shards, "merged.db"), (by_resumes, "resumed.db"), (on_a_terminal, "whole.db")):
            wrong = trial(binary, library, folder)
            if wrong or cells(folder / store) != expected:
                print(f"FAILED {trial.__name__}: {wrong or 'the store differs'}")
                return 1
    print(f"{2 * len(CLOCKS) + 1} clocks years apart and two that jump: the same stores, and rates that are true")
    return 0


if __name__ == "__main__":
    sys.exit(main())
