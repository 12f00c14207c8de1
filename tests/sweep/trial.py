"""The sweep that the tests here disturb, and what they do with it. Each script says how in its first lines."""

import os
import sqlite3
import subprocess
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
POINTS = 36
MACHINE = 3  # the exit code of a fault of the machine's


def write_inputs(folder: Path) -> None:
    (folder / "base.yaml").write_text(BASE)
    (folder / "sweep.yaml").write_text(SWEEP)


def sweep(binary: str, folder: Path, store: Path, *more: str) -> list[str]:
    """The command that begins a store, or goes on with it."""
    begun = ["--resume"] if store.exists() else []
    return [binary, "sweep", str(folder / "sweep.yaml"), "--store", str(store), "--threads", "1", "--lang", "en", *begun, *more]


def run(command: list[str], **how) -> subprocess.CompletedProcess:
    return subprocess.run(command, capture_output=True, text=True, **how)


def results(binary: str, store: Path, **how) -> str:
    done = run([binary, "results", str(store), "--csv", "-", "--lang", "en"], **how)
    return done.stdout if done.returncode == 0 else f"exit {done.returncode}: {done.stderr}"


def whole(binary: str, folder: Path) -> str:
    """The results of an uninterrupted sweep."""
    subprocess.run(sweep(binary, folder, folder / "whole.db"), check=True, stdout=subprocess.DEVNULL)
    expected = results(binary, folder / "whole.db")
    if expected.count("\n") != 1 + POINTS:
        raise SystemExit(f"FAILED: an uninterrupted sweep has other results:\n{expected}")
    return expected


def cells(store: Path) -> dict[str, list]:
    """All that stands in a store, table by table, read without the program."""
    database = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    found = {table: sorted(map(repr, database.execute(f'SELECT * FROM "{table}"'))) for table in tables}
    database.close()
    return found


def refused(done: subprocess.CompletedProcess, named: str) -> str:
    """What is wrong with a refusal by the machine, which is one line that names a file; nothing where it is sound."""
    lines = done.stderr.splitlines()
    sound = done.returncode == MACHINE and len(lines) == 1 and named in lines[0]
    return "" if sound else f"exit {done.returncode}, says {done.stderr!r} instead of one line about {named}"


def preloaded(library: str, **settings: str) -> dict[str, str]:
    """An environment in which a library stands before the system's. Sanitizers would rather be first; they need not be."""
    options = ":".join(filter(None, (os.environ.get("ASAN_OPTIONS"), "verify_asan_link_order=0")))
    return {**os.environ, "LD_PRELOAD": library, "ASAN_OPTIONS": options, **settings}
