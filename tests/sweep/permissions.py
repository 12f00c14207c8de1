#!/usr/bin/env python3
"""Sweeps and results where something may not be read or written: permissions.py SHANHAI

Each is refused with exit 3 and one line that names the file and why, and harms nothing; what can be done without is done.
The superuser may do everything, so as root this runs the program as nobody.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from trial import POINTS, refused, results, run, sweep, whole, write_inputs

NOBODY = 65534
AS = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


class Place:
    """A folder that anybody may use, with a store of which one half is done, and the program where anybody can run it."""

    def __init__(self, folder: Path, binary: str) -> None:
        self.folder = folder
        folder.chmod(0o777)
        self.binary = str(shutil.copy(binary, folder / "shanhai"))
        write_inputs(folder)
        self.expected = whole(self.binary, folder)
        self.store = folder / "half.db"
        done = run(sweep(self.binary, folder, self.store, "--shard", "0/2"), **AS)
        self.half = results(self.binary, self.store)
        if done.returncode != 0 or not 0 < self.half.count("\n") - 1 < POINTS:
            raise SystemExit(f"FAILED: no half store: {done.stderr}")

    def tried(self, store: Path, *more: str):
        return run(sweep(self.binary, self.folder, store, *more), **AS)

    def asked(self, store: Path, *more: str):
        return run([self.binary, "results", str(store), "--lang", "en", *(more or ("--csv", "-"))], **AS)

    def half_is_kept(self) -> str:
        same = results(self.binary, self.store) == self.half
        return "" if same else "the half store differs"


def folder_is_not_to_be_written(place: Place) -> str:
    shut = place.folder / "shut"
    shut.mkdir()
    inside = Path(shutil.copy(place.store, shut / "half.db"))
    shut.chmod(0o555)
    wrong = (
        refused(place.tried(shut / "new.db"), "shut/new.db.lock: permission denied")
        or refused(place.tried(inside), "shut/half.db.lock: permission denied")
        or refused(place.asked(inside, "--csv", f"{shut}/a.csv"), f"{shut}: permission denied")
        or refused(place.asked(inside, "--xlsx", f"{shut}/a.xlsx"), f"{shut}: permission denied")
    )
    left = {file.name for file in shut.iterdir()}
    return wrong or ("" if place.asked(inside).stdout == place.half and left == {"half.db"} else "cannot be read, or files are left")


def store_is_read_only(place: Place) -> str:
    place.store.chmod(0o444)
    wrong = refused(place.tried(place.store), "half.db: it can only be read, not written")
    wrong = wrong or ("" if place.asked(place.store).stdout == place.half else "cannot be read")
    place.store.chmod(0o644)
    return wrong


def store_is_not_to_be_read(place: Place) -> str:
    place.store.chmod(0o000)
    wrong = refused(place.asked(place.store), "half.db: it cannot be opened; check permissions")
    wrong = wrong or refused(place.tried(place.store), "half.db: it cannot be opened; check permissions")
    place.store.chmod(0o644)
    return wrong


def store_is_somebody_elses(place: Place) -> str:
    if not AS:
        return ""  # only root can give a file away; without root the store above that is read-only is the same to us
    os.chown(place.store, 1, 1)
    wrong = refused(place.tried(place.store), "half.db: it can only be read, not written")
    wrong = wrong or ("" if place.asked(place.store).stdout == place.half else "cannot be read")
    os.chown(place.store, NOBODY, NOBODY)
    return wrong


def lock_is_not_to_be_written(place: Place) -> str:
    lock = place.folder / "half.db.lock"
    lock.touch()
    lock.chmod(0o444)
    wrong = refused(place.tried(place.store), "half.db.lock: permission denied")
    lock.unlink(missing_ok=True)
    return wrong


def scenario_is_not_to_be_read(place: Place) -> str:
    base = place.folder / "base.yaml"
    base.chmod(0o000)
    wrong = refused(place.tried(place.store), "base.yaml: permission denied")
    base.chmod(0o644)
    return wrong


def all_is_well_again(place: Place) -> str:
    done = place.tried(place.store)
    same = done.returncode == 0 and results(place.binary, place.store) == place.expected
    return "" if same else f"exit {done.returncode}: {done.stderr or 'other results'}"


TRIALS = (
    folder_is_not_to_be_written,
    store_is_read_only,
    store_is_not_to_be_read,
    store_is_somebody_elses,
    lock_is_not_to_be_written,
    scenario_is_not_to_be_read,
)


def main() -> int:
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        place = Place(Path(name), sys.argv[1])
        for trial in (*TRIALS, all_is_well_again):
            wrong = trial(place) or (place.half_is_kept() if trial in TRIALS else "")
            failed += bool(wrong)
            print(f"FAILED {trial.__name__}: {wrong}" if wrong else f"ok {trial.__name__}")
        (place.folder / "shut").chmod(0o755)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
