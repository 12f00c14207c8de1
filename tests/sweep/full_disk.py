#!/usr/bin/env python3
"""Sweeps into a store whose disk fills up: full_disk.py SHANHAI SMALL_DISK [--rounds N] [--inject]

At each of many sizes, from none to more than is needed: the sweep ends with exit 3 and one line that names a file, what was
stored can be read, and with room again --resume ends with what an uninterrupted sweep holds. The disk is a tmpfs, in a mount
namespace of its own; where none can be mounted, the library SMALL_DISK makes writes fail.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from trial import POINTS, cells, preloaded, refused, results, run, sweep, whole, write_inputs

SIZE = 4 << 20  # bytes of the mounted disk
PAGE = 4096
PAGES = 140  # that a new store and a half one take together, about


class Mounted:
    """A tmpfs, of which ballast takes all but so many bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", str(folder)], check=True)

    @contextmanager
    def full_but_for(self, room: int):
        disk = os.statvfs(self.folder)
        ballast = self.folder / "ballast"
        ballast.write_bytes(bytes(disk.f_bavail * disk.f_bsize - room))
        yield {**os.environ}
        ballast.unlink()


class Injected:
    """A folder into which so many bytes can be written, then no more."""

    def __init__(self, folder: Path, library: str) -> None:
        self.folder = folder.resolve()
        self.library = library

    @contextmanager
    def full_but_for(self, room: int):
        used = sum(file.stat().st_size for file in self.folder.iterdir())
        yield preloaded(self.library, SHANHAI_DISK=str(self.folder), SHANHAI_DISK_BYTES=str(used + room))


class Trial:
    """A sweep, begun and half done, and what it comes to."""

    def __init__(self, binary: str, inputs: Path) -> None:
        self.binary, self.inputs = binary, inputs
        self.expected = whole(binary, inputs)
        self.cells = cells(inputs / "whole.db")
        half = inputs / "half.db"
        subprocess.run(sweep(binary, inputs, half, "--shard", "0/2"), check=True, stdout=subprocess.DEVNULL)
        self.half = half.read_bytes()
        self.done_in_half = results(binary, half).count("\n") - 1

    def on(self, disk, room: int, begun: bool) -> tuple[bool, str]:
        """Whether the disk was full, and what went wrong."""
        store = disk.folder / "a.db"
        if begun:
            store.write_bytes(self.half)
        with disk.full_but_for(room) as environment:
            first = run(sweep(self.binary, self.inputs, store), env=environment)
            kept = results(self.binary, store, env=environment) if store.exists() else "\n"
        full = first.returncode != 0
        wrong = self.wrong_when_full(first, kept, disk, begun) if full else ""
        wrong = wrong or self.wrong_in_the_end(store, 0 if not full else POINTS + 1 - kept.count("\n"))
        names = [file.name for file in disk.folder.iterdir()]
        store.unlink(missing_ok=True)
        return full, wrong or ("" if names == ["a.db"] else f"files are left: {names}")

    def wrong_when_full(self, first: subprocess.CompletedProcess, kept: str, disk, begun: bool) -> str:
        if wrong := refused(first, f"{disk.folder}/a.db"):
            return wrong
        if "full" not in first.stderr:
            return f"does not say that the disk is full: {first.stderr}"
        if not set(kept.splitlines()) <= {*self.expected.splitlines(), ""}:
            return f"other results on the full disk:\n{kept}"
        return "points are lost" if begun and kept.count("\n") - 1 < self.done_in_half else ""

    def wrong_in_the_end(self, store: Path, left: int) -> str:
        again = run(sweep(self.binary, self.inputs, store))
        if again.returncode != 0 or f"{left} points done now" not in again.stdout:
            return f"with room again, {left} points left: exit {again.returncode}: {again.stdout}{again.stderr}"
        same = results(self.binary, store) == self.expected and cells(store) == self.cells
        return "" if same else "other results in the end"


def try_all(binary: str, disk, inputs: Path, rounds: int) -> int:
    trial = Trial(binary, inputs)
    kind = type(disk).__name__.lower()
    step = max(1, PAGES // rounds) * PAGE
    filled = {False: 0, True: 0}
    for begun in filled:
        room, full = 0, True
        while full:
            full, wrong = trial.on(disk, room, begun)
            if wrong:
                print(f"FAILED on a disk ({kind}) with {room} bytes of room for a {'half' if begun else 'new'} store: {wrong}")
                return 1
            filled[begun] += full
            room += step
    new, half = filled.values()
    print(f"{new + half} disks ({kind}) filled up, {half} of them under a half store: each could be read and went on to the same results")
    return 0 if min(new, half) >= min(rounds // 4, 3) else 1


def in_namespace(words: list[str]) -> int | None:
    """Runs this script where a disk can be mounted and is gone with it; its exit code, or nothing where that is not to be."""
    for options in (["-m"], ["-r", "-m"]):
        trial = ["unshare", *options, "--", "mount", "-t", "tmpfs", "none", "/mnt"]
        try:
            if subprocess.run(trial, capture_output=True).returncode == 0:
                return subprocess.run(["unshare", *options, "--", sys.executable, *words, "--mounted"]).returncode
        except FileNotFoundError:
            return None
    return None


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("library")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--inject", action="store_true", help="also where a disk can be mounted")
    parser.add_argument("--mounted", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if not asked.mounted and not asked.inject and (code := in_namespace(sys.argv)) is not None:
        return code
    with tempfile.TemporaryDirectory() as name:
        inputs, folder = Path(name), Path(name) / "disk"
        write_inputs(inputs)
        folder.mkdir()
        disk = Mounted(folder) if asked.mounted else Injected(folder, asked.library)
        code = try_all(asked.binary, disk, inputs, asked.rounds)
        if asked.mounted:
            subprocess.run(["umount", str(folder)], check=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
