"""The floor: how fast the kernel could be if nothing but the vector units limited it.

`bench_kernel` counts how often each instruction of the kernel runs, and times it. The disassembly says what they are, and
`bench_throughput` how many of each kind the machine takes in a nanosecond. Only vector arithmetic counts: loads, stores,
moves, masks and whatever works on single numbers is taken to cost nothing.
"""

import json
import re
import subprocess
from collections import Counter

from kinds import FREE, instructions, kind_of

BYTES = {"zmm": 64, "ymm": 32, "xmm": 16}
DIVISIONS = {"divide double", "divide single", "root double", "root single"}
COUNTED = 512  # paths: whole blocks
MOST_ELSEWHERE = 0.02  # of the instructions may be in other libraries, where nobody looks at them


class Unmeasured(Exception):
    pass


def ask(*command):
    """What a program answers in JSON."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise Unmeasured(f"{command[0].name} ended with {done.returncode}: {done.stderr.strip()}")
    return json.loads(done.stdout)


def full_registers(counted, code, widest):
    """Instructions a path by kind; one that fills but half of the register counts a half."""
    found = Counter()
    for address, count in counted["counts"].items():
        kind, operands = code[int(address)]
        each = count / counted["paths"]
        width = max((BYTES[one] for one in re.findall("[xyz]mm", operands)), default=widest)
        found[kind] += each if kind in FREE else each * width / widest
        if kind not in FREE and "[" in operands:
            found["load"] += each
    if counted["elsewhere"] > MOST_ELSEWHERE * sum(counted["counts"].values()):
        raise Unmeasured(f"{counted['elsewhere']} instructions a unit are in other libraries")
    return found


class Floor:
    """Counts the kernel's operations once; measures, as often as it is asked, the machine and the kernel's time."""

    def __init__(self, kernel, throughput, level, scenario, paths):
        if level == "baseline":
            raise Unmeasured("this machine has no AVX2")
        self.timing = (kernel, "time", level, str(paths), scenario)
        self.throughput = throughput
        widest = BYTES["zmm" if level == "avx512" else "ymm"]
        code = {address: (kind_of(name, operands), operands) for address, name, operands in instructions(kernel)}
        self.operations = full_registers(ask(kernel, "count", level, str(COUNTED), scenario), code, widest)

    def bounds(self):
        """Nanoseconds a path that each kind alone takes, and all together on the units that take any.

        The units work side by side, and one that divides goes on while others add: the longest of these is the floor,
        not the sum. Only divisions and roots, whose unit is the same, add up.
        """
        rate = ask(self.throughput)
        bounds = Counter(any=sum(n for kind, n in self.operations.items() if kind not in FREE) / rate["any"])
        for kind, count in self.operations.items():
            if kind in rate:
                bounds["divide" if kind in DIVISIONS else kind] += count / rate[kind]
        return bounds

    def measure(self):
        """Nanoseconds a path of the floor, the kernel and the finishing statistics."""
        timed = ask(*self.timing)
        self.last_bounds = self.bounds()
        return {"floor": max(self.last_bounds.values()),
                "kernel": 1e9 * timed["kernel"] / (timed["paths"] - timed["unit"]),
                "finishing": 1e9 * timed["finishing"] / timed["paths"]}

    def print_operations(self):
        print(f"\n{'kernel, operations':26}{'per path':>12}{'ns at least':>14}")
        arithmetic = sum(count for kind, count in self.operations.items() if kind not in FREE)
        for kind, count in [("any", arithmetic), *self.operations.most_common()]:
            least = "free" if kind in FREE else f"{self.last_bounds[kind]:.0f}" if kind in self.last_bounds else ""
            print(f"{kind:26}{count:12.1f}{least:>14}")
        if "divide" in self.last_bounds:
            print(f"{'divisions and roots':26}{'':12}{self.last_bounds['divide']:14.0f}")
