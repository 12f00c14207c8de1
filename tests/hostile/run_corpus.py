#!/usr/bin/env python3
"""Runs `BINARY check FILE --lang en` on the hostile corpus: every file is refused cleanly, in time and in memory.

A refusal is exit code 2, nothing on stdout, and a diagnostic `file:line:column:` on stderr (`file:` will do where the whole file
is at fault). Stderr is short, is UTF-8, and carries no control character of the file's on to the terminal.
"""

import argparse
import fnmatch
import os
import re
import resource
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from case import ACCEPT, EITHER, REFUSE, Case
from make_corpus import cases, write

KIB, MIB = 1 << 10, 1 << 20
SMALL_STACK = 256 * KIB
OUTPUT_LIMIT = 256 * KIB  # a report that nobody can read is no report
EXITS = {REFUSE: (2,), ACCEPT: (0,), EITHER: (0, 2)}
CONFESSIONS = re.compile(rb"\bbug\b|Sanitizer|runtime error:|terminate called|Assertion", re.IGNORECASE)
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


class Seen(NamedTuple):
    exit: int | None  # None: out of time; negative: the signal
    stdout: bytes
    stderr: bytes
    seconds: float
    peak: int  # [bytes] resident; at least the runner's own, which the child has before it starts

    def ending(self) -> str:
        if self.exit is None:
            return f"no end within {self.seconds:.1f} s"
        return f"signal {-self.exit}" if self.exit < 0 else f"exit {self.exit}"


class Limits(NamedTuple):
    seconds: float
    memory: int | None  # [bytes] None: no limit
    stack: int | None = None

    def impose(self) -> None:
        """In the child, before the binary starts."""
        wanted = {
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_FSIZE: 16 * MIB,
            resource.RLIMIT_AS: self.memory,
            resource.RLIMIT_STACK: self.stack,
        }
        for limit, value in wanted.items():
            if value is not None:
                resource.setrlimit(limit, (value, value))


def wait(child: subprocess.Popen, seconds: float) -> tuple[int | None, int]:
    """The exit code (None: killed, out of time) and the peak of resident memory."""
    handle = os.pidfd_open(child.pid)
    in_time = select.select([handle], [], [], seconds)[0]
    os.close(handle)
    if not in_time:
        child.kill()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return (child.returncode if in_time else None), usage.ru_maxrss * KIB


def run(binary: str, path: Path, limits: Limits) -> Seen:
    command = [binary, "check", path.name, "--lang", "en"]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        child = subprocess.Popen(
            command, cwd=path.parent, stdin=subprocess.DEVNULL, stdout=out, stderr=err, preexec_fn=limits.impose
        )
        code, peak = wait(child, limits.seconds)
        seconds = time.monotonic() - start
        out.seek(0), err.seek(0)
        return Seen(code, out.read(), err.read(), seconds, peak)


def has_diagnostic(case: Case, stderr: bytes) -> bool:
    place = r"(\d+:\d+:)?" if case.whole else r"\d+:\d+:"
    pattern = rf"^(\S*/)?{re.escape(case.name)}\.yaml:{place} .*\S"
    return re.search(pattern.encode(), stderr, re.MULTILINE) is not None


def printable(stderr: bytes) -> bool:
    try:
        return UNPRINTABLE.search(stderr.decode()) is None
    except UnicodeDecodeError:
        return False


def complaints(case: Case, seen: Seen, limits: Limits) -> list[str]:
    """What is wrong with what was seen; nothing when all is well."""
    refused = seen.exit == 2
    checks = [
        (seen.exit in EXITS[case.verdict], f"{seen.ending()}, expected {' or '.join(map(str, EXITS[case.verdict]))}"),
        (not refused or has_diagnostic(case, seen.stderr), f"no diagnostic file:{'' if case.whole else 'line:column:'}"),
        (not refused or not seen.stdout, f"stdout holds {seen.stdout[:80]!r}"),
        (not CONFESSIONS.search(seen.stderr), "stderr speaks of a bug"),
        (printable(seen.stderr), "stderr holds control characters or is not UTF-8"),
        (len(seen.stderr) <= OUTPUT_LIMIT, f"stderr holds {len(seen.stderr)} bytes"),
        (limits.memory is None or seen.peak <= limits.memory, f"{seen.peak // MIB} MiB resident"),
    ]
    return [text for good, text in checks if not good]


def report(label: str, found: list[str], seen: Seen) -> None:
    print(f"FAILED {label}: {'; '.join(found)} ({seen.seconds:.2f} s, {seen.peak // MIB} MiB)")
    for line in seen.stderr[:2000].splitlines()[:4]:
        print(f"    stderr: {ascii(line[:200].decode(errors='backslashreplace'))[1:-1]}")


class Tally:
    def __init__(self) -> None:
        self.passed = self.failed = 0
        self.slowest, self.largest = (0.0, "-"), (0, "-")

    def add(self, label: str, seen: Seen, found: list[str]) -> None:
        self.passed, self.failed = self.passed + (not found), self.failed + bool(found)
        self.slowest = max(self.slowest, (seen.seconds, label))
        self.largest = max(self.largest, (seen.peak, label))
        if found:
            report(label, found, seen)

    def close(self) -> int:
        print(f"slowest {self.slowest[0]:.3f} s ({self.slowest[1]}), largest {self.largest[0] // MIB} MiB ({self.largest[1]})")
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0


def attempts(case: Case, usual: Limits) -> dict[str, Limits]:
    tries = {case.name: usual}
    if case.deep:
        tries[f"{case.name} on a small stack"] = usual._replace(stack=SMALL_STACK)
    return tries


def run_all(binary: str, usual: Limits, only: str) -> int:
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="shanhai-hostile-") as folder:
        for case in (case for case in cases() if fnmatch.fnmatch(case.name, only)):
            path = write(case, Path(folder))
            for label, limits in attempts(case, usual).items():
                seen = run(binary, path, limits)
                tally.add(label, seen, complaints(case, seen, limits))
            path.unlink()
    return tally.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=Path)
    parser.add_argument("--seconds", type=float, default=1, help="per file (10 for sanitizer builds)")
    parser.add_argument("--memory", type=int, default=256, metavar="MIB", help="address space per file")
    parser.add_argument("--no-memory-limit", action="store_true", help="for sanitizer builds, which reserve terabytes")
    parser.add_argument("--only", default="*", metavar="PATTERN", help="cases whose name matches, such as 'deep_*'")
    options = parser.parse_args()
    memory = None if options.no_memory_limit else options.memory * MIB
    return run_all(str(options.binary.resolve(strict=True)), Limits(options.seconds, memory), options.only)


if __name__ == "__main__":
    sys.exit(main())
