"""The programs that bench/run runs: how they are built, called and timed."""

import os
import subprocess
import sys
import time
from pathlib import Path

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent
BIN = ROOT / "build/release/bin"
SCENARIO = BENCH / "reference.yaml"
PYTHON = "/usr/bin/python3"
TARGETS = ("shanhai", "bench_scalar", "bench_kernel", "bench_throughput")


def build():
    subprocess.run(["sh", ROOT / "cmake/packages.sh", "bench"], check=True)
    quiet = {"cwd": ROOT, "stdout": sys.stderr, "check": True}
    subprocess.run(["cmake", "--preset", "release"], **quiet)
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", *TARGETS], **quiet)


def levels():
    """Those of this machine, the fastest last."""
    flags = Path("/proc/cpuinfo").read_text()
    return ["baseline"] + [name for name, flag in (("avx2", " avx2 "), ("avx512", " avx512dq ")) if flag in flags]


def shanhai(paths, level=None, threads=1, scenario=SCENARIO):
    return [BIN / "shanhai", "run", scenario, "--json", "--paths", str(paths), "--level", level or levels()[-1],
            "--threads", str(threads)]


class Spent:
    """What a whole process took: seconds of all its threads' CPU, seconds on the wall, and its most bytes of memory."""

    def __init__(self, command):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        self.wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        self.cpu = used.ru_utime + used.ru_stime
        self.memory = used.ru_maxrss * 1024
