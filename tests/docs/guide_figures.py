#!/usr/bin/env python3
"""Holds the guides to the program: guide_figures.py ROOT SHANHAI

Each scenario of a guide is followed by a block of figures, a line each: scheme party year accrual. They must be what the
program reckons without risk. Both guides show the same scenarios and figures, and use every clause.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PAGES = ("docs/guide.zh.md", "docs/guide.en.md")
EXAMPLE = re.compile(r"^```yaml\n(shanhai: 1\n.*?)^```\n(?:```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)


def reckoned(scenario: str, binary: str) -> dict:
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write(scenario), file.flush()
        done = subprocess.run([binary, "run", file.name, "--twin", "--json"], capture_output=True, text=True)
    if done.returncode != 0:
        raise ValueError(done.stderr[:500])
    return json.loads(done.stdout)["schemes"]


def faults(scenario: str, figures: str, binary: str) -> list[str]:
    try:
        schemes = reckoned(scenario, binary)
    except ValueError as refused:
        return [str(refused)]
    wrong = [] if figures.strip() else ["no figures beside it"]
    for line in figures.splitlines():
        scheme, party, year, written = line.split()
        found = schemes[scheme]["parties"][party]["accrual"]["mean"][int(year) - 1]
        half = 0.5 * 10.0 ** -len(written.partition(".")[2])
        if abs(found - float(written)) > half * (1 + 1e-9):
            wrong.append(f"{line}: the program says {found}")
    return wrong


def clauses(binary: str) -> list[str]:
    done = subprocess.run([binary, "schemes", "--json"], capture_output=True, text=True, check=True)
    return [clause["key"] for clause in json.loads(done.stdout)["clauses"]]


def main() -> int:
    root, binary = Path(sys.argv[1]), sys.argv[2]
    pages = [EXAMPLE.findall((root / page).read_text()) for page in PAGES]
    failed = [] if pages[0] == pages[1] else ["the guides differ in their examples"]
    text = "".join(scenario for scenario, _ in pages[0])
    failed += [f"no example of {key}" for key in clauses(binary) if not re.search(rf"\b{key}:", text)]
    for scenario, figures in pages[0]:
        title = re.search(r"en: ([^,}]+)", scenario)[1]
        failed += [f"{title}: {wrong}" for wrong in faults(scenario, figures, binary)]
    lines = sum(len(figures.splitlines()) for _, figures in pages[0])
    print("\n".join(failed) or f"{len(pages[0])} examples, {lines} figures")
    return 1 if failed or lines < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
