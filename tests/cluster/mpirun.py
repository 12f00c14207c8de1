#!/usr/bin/env python3
"""Sweeps under mpirun, in one piece and in trouble: mpirun.py SHANHAI MPIRUN [--kills N] [--seed S]

Every store must hold what one process makes, value for value. Launches stand under a watchdog: after a kill, mpirun itself hangs now
and then when all its ranks are gone, which does no harm to the store.
"""

import argparse
import contextlib
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

BASE = """shanhai: 1
title: a park
currency: {code: CNY, unit: 10000}
horizon: {start: 2026, years: 20}
seed: 7
parties:
  host: {role: host, discount_rate: 6%}
  origin: {role: origin, discount_rate: 6%}
revenue:
  table: {vat: [100, 200, 300], cit: [50, 100, 150]}
  uncertainty: {sd: 12%, rho: 0.3}
schemes:
  plain: {kind: proportional, shares: {host: 60%, origin: rest}}
  other: {kind: proportional, shares: {host: 50%, origin: rest}}
"""
FUTURES = "sweep: 1\nbase: base.yaml\npaths: 60000\naxes:\n  revenue.uncertainty.sd: {from: 5%, to: 20%, steps: 220}\n"
TERMS = "sweep: 1\nbase: base.yaml\npaths: 5000\naxes:\n  schemes.plain.shares.host: {from: 10%, to: 90%, steps: 50}\n"
BAD = "sweep: 1\nbase: base.yaml\naxes: {schemes.plane.shares.host: [1]}\n"
LONGEST = 120.0
ENVIRONMENT = os.environ | {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1", "OMPI_MCA_rmaps_base_oversubscribe": "1"}


class Failure(Exception):
    pass


def expect(true: bool, what: str) -> None:
    if not true:
        raise Failure(what)


def ranks_of(parent: int) -> dict[int, int]:
    """Process ids by rank, of the ranks that an mpirun started."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int(folder.joinpath("stat").read_text().rpartition(")")[2].split()[1]) != parent:
                continue
            rank = re.search(rb"OMPI_COMM_WORLD_RANK=(\d+)", folder.joinpath("environ").read_bytes())
            if rank:
                found[int(rank[1])] = int(folder.name)
        except OSError:
            pass  # it ended meanwhile
    return found


class Trials:
    def __init__(self, binary: str, mpirun: str, folder: Path) -> None:
        self.binary, self.mpirun, self.folder, self.hangs, self.count = binary, mpirun, folder, 0, 0

    def command(self, sweep: str, store: Path, *options: str) -> list[str]:
        resume = ["--resume"] if store.exists() else []
        return [self.binary, "sweep", str(self.folder / sweep), "--store", str(store), "--lang", "en", *resume, *options]

    def alone(self, sweep: str) -> str:
        store = self.store()
        subprocess.run(self.command(sweep, store, "--threads", "1"), check=True, stdout=subprocess.DEVNULL)
        return self.results(store)

    def store(self) -> Path:
        self.count += 1
        return self.folder / f"{self.count}.db"

    def results(self, store: Path) -> str:
        """All that `results` prints, and the digests of all that is kept."""
        done = subprocess.run([self.binary, "results", str(store), "--csv", "-"], capture_output=True, text=True)
        if done.returncode != 0:
            return f"exit {done.returncode}: {done.stderr}"
        with contextlib.closing(sqlite3.connect(store)) as database:
            return done.stdout + str(database.execute("SELECT id, digest FROM point ORDER BY id").fetchall())

    def launch(self, ranks: int, command: list[str], trouble: Callable[[int], None] | None = None) -> tuple[int, str]:
        """Exit code and all that was said; 124 where the watchdog had to bark."""
        said = self.folder / "said.txt"
        with said.open("w") as file:
            process = subprocess.Popen(
                [self.mpirun, "-q", "-n", str(ranks), *command], stdout=file, stderr=file, env=ENVIRONMENT, cwd=self.folder
            )
            if trouble:
                trouble(process.pid)
            try:
                code = process.wait(LONGEST)
            except subprocess.TimeoutExpired:
                self.hangs += 1
                for victim in [*ranks_of(process.pid).values(), process.pid]:
                    os.kill(victim, signal.SIGKILL)
                process.wait()
                code = 124
        return code, said.read_text()


def equal_bits(trials: Trials) -> None:
    for sweep in ("futures.yaml", "terms.yaml"):
        expected = trials.alone(sweep)
        for ranks, threads in ((1, 1), (2, 1), (2, 2), (4, 1), (4, 2)):
            store = trials.store()
            code, said = trials.launch(ranks, trials.command(sweep, store, "--threads", str(threads)))
            expect(code == 0, f"{sweep} on {ranks} ranks: exit {code}: {said}")
            expect(trials.results(store) == expected, f"{sweep} on {ranks} ranks of {threads} threads: other results")
            counts = re.search(r"points per rank: ([\d ]+)", said)
            if ranks > 1 and sweep == "terms.yaml":
                expect(counts and max(map(int, counts[1].split())) <= 50 // ranks + 1, f"uneven: {said}")
    print("ok: the same results on 1, 2 and 4 ranks of 1 and 2 threads")


def even_spread(trials: Trials) -> None:
    """Each rank within 20 % of the mean, if they have equal shares of the machine: not more ranks than cores."""
    for _ in range(5):
        _, said = trials.launch(2, trials.command("futures.yaml", trials.store()))
        counts = [int(count) for count in re.search(r"points per rank: ([\d ]+)", said)[1].split()]
        if all(0.8 * 110 <= count <= 1.2 * 110 for count in counts):
            print(f"ok: points per rank {counts}")
            return
        print(f"points per rank {counts}: this machine is busy; once more", flush=True)
    raise Failure("the points do not spread evenly")


def kills(trials: Trials, many: int, dice: random.Random) -> None:
    """Kills a rank or mpirun itself at random, and goes on until nothing is missing."""
    expected, start = trials.alone("futures.yaml"), time.monotonic()
    trials.launch(3, trials.command("futures.yaml", trials.store()))
    longest, hit = time.monotonic() - start, 0
    while hit < many:
        store = trials.store()
        for _ in range(50):
            def kill(mpirun: int) -> None:
                time.sleep(dice.uniform(0, longest))
                victims = [*ranks_of(mpirun).values(), mpirun]
                try:
                    os.kill(dice.choice(victims), signal.SIGKILL)
                except ProcessLookupError:
                    pass

            code, said = trials.launch(3, trials.command("futures.yaml", store), kill if hit < many else None)
            if code == 0:
                break
            hit += 1
            busy = re.search("another process is writing", said)
            expect(code in (-9, 137, 124, 205) or busy is not None, f"after a kill: exit {code}: {said}")
            time.sleep(1)  # the ranks of an mpirun that was killed notice it
        expect(code == 0 and trials.results(store) == expected, f"after {hit} kills: exit {code}, or other results: {said}")
    print(f"ok: {hit} kills, each store whole; mpirun hung {trials.hangs} times")


def frozen(trials: Trials) -> None:
    expected = trials.alone("futures.yaml")

    def freeze(rank: int, seconds: float | None = None) -> Callable[[int], None]:
        def trouble(mpirun: int) -> None:
            while rank not in ranks_of(mpirun):
                time.sleep(0.05)
            time.sleep(1)
            victim = ranks_of(mpirun)[rank]
            os.kill(victim, signal.SIGSTOP)
            if seconds:
                time.sleep(seconds)
                os.kill(victim, signal.SIGCONT)

        return trouble

    for name, trouble in (("for ever", freeze(1)), ("for a while", freeze(1, 4))):
        store = trials.store()
        code, said = trials.launch(3, trials.command("futures.yaml", store, "--lease", "2"), trouble)
        expect(code in (0, 124) and trials.results(store) == expected, f"a rank frozen {name}: exit {code}: {said}")
        print(f"ok: a rank frozen {name}; exit {code}")
    store = trials.store()
    code, said = trials.launch(3, trials.command("futures.yaml", store, "--lease", "1"), freeze(0))
    expect("rank 0 has been silent" in said and code == 3, f"rank 0 frozen: exit {code}: {said}")
    code, said = trials.launch(3, trials.command("futures.yaml", store))
    expect(code == 0 and trials.results(store) == expected, f"gone on with: exit {code}: {said}")
    print("ok: rank 0 frozen ends with exit 3, and the rest is done later")


def refusals(trials: Trials) -> None:
    store = trials.store()
    code, said = trials.launch(3, trials.command("bad.yaml", store))
    expect(code == 2 and said.count("did you mean") == 1, f"a bad sweep: exit {code}: {said}")
    store.write_text("something else")
    code, said = trials.launch(3, [word for word in trials.command("terms.yaml", store) if word != "--resume"])
    expect(code == 2 and said.count(store.name) == 1, f"a store that is there: exit {code}: {said}")
    code, said = trials.launch(3, trials.command("terms.yaml", trials.store(), "--dry-run"))
    expect(code == 0 and said.count("50 points") == 1, f"a dry run: exit {code}: {said}")
    print("ok: what is refused is refused once, with exit 2")


def interrupted(trials: Trials) -> None:
    expected, store = trials.alone("futures.yaml"), trials.store()

    def ask_to_end(mpirun: int) -> None:
        time.sleep(1.5)
        os.kill(ranks_of(mpirun)[1], signal.SIGTERM)

    code, said = trials.launch(3, trials.command("futures.yaml", store), ask_to_end)
    expect(code == 130 and said.count("go on with --resume") == 1, f"asked to end: exit {code}: {said}")
    code, said = trials.launch(2, trials.command("futures.yaml", store))
    expect(code == 0 and trials.results(store) == expected, f"gone on with: exit {code}: {said}")
    print("ok: asked to end, and gone on with")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("mpirun")
    parser.add_argument("--kills", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in (("base", BASE), ("futures", FUTURES), ("terms", TERMS), ("bad", BAD)):
            (folder / f"{file}.yaml").write_text(text)
        trials = Trials(str(Path(asked.binary).resolve()), asked.mpirun, folder)
        try:
            equal_bits(trials)
            even_spread(trials)
            refusals(trials)
            interrupted(trials)
            frozen(trials)
            kills(trials, asked.kills, random.Random(asked.seed))
        except Failure as failure:
            print(f"FAILED: {failure}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
