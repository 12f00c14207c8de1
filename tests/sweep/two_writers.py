#!/usr/bin/env python3
"""Two processes that write one store at once: two_writers.py SHANHAI [--rounds N] [--seed S]

Of two sweeps that go on with a store at random moments, one that comes while the other writes is refused; no point is done
twice, and the results are those of an uninterrupted sweep. Where the first is stopped in the midst of its work, the second is
refused for certain.
"""

import argparse
import fcntl
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from trial import MACHINE, POINTS, results, run, sweep, whole, write_inputs


def begin(command: list[str]) -> subprocess.Popen:
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(process: subprocess.Popen) -> subprocess.CompletedProcess:
    out, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def points_done(one: subprocess.CompletedProcess) -> int:
    found = re.match(r"(\d+) points done now", one.stdout)
    return int(found[1]) if one.returncode == 0 and found else 0


def is_refused(one: subprocess.CompletedProcess, store: Path) -> bool:
    return one.returncode == MACHINE and one.stderr.endswith(f"{store}: another process is writing it (lock file {store}.lock)\n")


def at_random(command: list[str], store: Path, left: int, wait: float) -> tuple[bool, str]:
    """Whether one was refused, and what went wrong."""
    first = begin(command)
    time.sleep(wait)
    second = begin(command)
    both = [ended(first), ended(second)]
    strange = [one for one in both if one.returncode != 0 and not is_refused(one, store)]
    if strange:
        return False, f"exit {strange[0].returncode}: {strange[0].stderr}"
    done = sum(map(points_done, both))
    refusals = sum(one.returncode != 0 for one in both)
    return refusals == 1, "" if done == left and refusals <= 1 else f"{refusals} refused, {done} points done of {left}"


def is_held(lock: Path) -> bool:
    """Whether somebody has the lock: its file appears a moment before it is taken."""
    try:
        with lock.open() as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def stopped_at_work(command: list[str], store: Path) -> subprocess.Popen | None:
    """A process that holds the store and does not move; nothing where it had ended before it could be stopped."""
    process = begin(command)
    lock = Path(f"{store}.lock")
    while not lock.exists() and process.poll() is None:
        time.sleep(0.0005)
    process.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
    if is_held(lock):
        return process
    process.send_signal(signal.SIGCONT)
    process.communicate()
    return None


def while_one_is_stopped(command: list[str], store: Path, part: Path) -> str:
    """The second comes while the first is held in its work."""
    while (first := stopped_at_work(command, store)) is None:
        shutil.copy(part, store)
    second = run(command)
    first.send_signal(signal.SIGCONT)
    last = ended(first)
    if is_refused(second, store) and last.returncode == 0:
        return ""
    return f"the first ends with {last.returncode}: {last.stderr}, the second with {second.returncode}: {second.stderr}"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_inputs(folder)
        start = time.monotonic()
        expected = whole(asked.binary, folder)
        longest = time.monotonic() - start
        part = folder / "part.db"
        done = run(sweep(asked.binary, folder, part, "--shard", "0/4"))
        left = POINTS - points_done(done)
        refusals = 0
        for turn in range(asked.rounds):
            store = Path(shutil.copy(part, folder / f"{turn}.db"))
            command = sweep(asked.binary, folder, store)
            if turn % 4 == 0:
                refused, wrong = True, while_one_is_stopped(command, store, part)
            else:
                refused, wrong = at_random(command, store, left, dice.uniform(0, longest / 2))
            refusals += refused
            if wrong or results(asked.binary, store) != expected:
                print(f"FAILED in round {turn}: {wrong or 'other results'}")
                return 1
            store.unlink()
    print(f"{asked.rounds} rounds, a writer refused in {refusals}: every store holds the {POINTS} results of an uninterrupted one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
