#!/usr/bin/env python3
"""Runs what the pages tell a reader to type: run_commands.py ROOT SHANHAI

Each line of a block ```sh is a command. `shanhai ...` runs here, on few paths; of the others (they set up, build and test, so
they cannot run inside a test) every file, preset and target named must exist. Where a block ```text follows directly, it must
stand in what the last command prints, which then runs as it is written. YAML blocks that are scenarios or sweeps must be read.
"""

import json
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "seeds/README.md",
    "docs/guide.zh.md",
    "docs/guide.en.md",
    "docs/backtests.zh.md",
    "docs/backtests.en.md",
    "docs/memo.zh.md",
    "docs/memo.en.md",
    "docs/negotiation.zh.md",
    "docs/negotiation.en.md",
    "docs/sweeps.zh.md",
    "docs/sweeps.en.md",
    "docs/cluster.zh.md",
    "docs/cluster.en.md",
)
FEW = ("--paths", "200")
SETUP = {"sh", "cmake", "git", "cd", ".ci/run"}


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^ *```{language}\n(.*?)^ *```", page.read_text(), re.MULTILINE | re.DOTALL)


def commands(page: Path) -> list[tuple[list[str], str]]:
    """The words of each, and what it is said to print, if anything."""
    found: list[tuple[list[str], str]] = []
    for lines, printed in re.findall(r"^ *```sh\n(.*?)^ *```\n(?:```text\n(.*?)^```)?", page.read_text(), re.MULTILINE | re.DOTALL):
        typed = [words for words in (shlex.split(line, comments=True) for line in lines.splitlines()) if words]
        found += [(words, "") for words in typed[:-1]] + [(typed[-1], printed)]
    return found


def run_shanhai(words: list[str], printed: str, binary: str, root: Path, folder: str) -> str:
    """What is wrong, or nothing. Files are named from the root; `results` is a folder of the page's own."""
    arguments = words[1:2] + [re.sub("^results(?=/|$)", folder, word) for word in words[2:]]
    if words[1:2] in (["run"], ["sweep"]) and "--help" not in words and not printed:
        kept = [w for before, w in zip([""] + arguments, arguments) if "--paths" not in (before, w)]
        arguments = kept + list(FEW)
    done = subprocess.run([binary, *arguments], cwd=root, capture_output=True, text=True)
    if done.returncode != 0 or not done.stdout:
        return f"exit {done.returncode}: {done.stderr[:500]}"
    return "" if printed in done.stdout else f"prints something else:\n{done.stdout}"


def presets(root: Path) -> set[str]:
    book = json.loads((root / "CMakePresets.json").read_text())
    return {preset["name"] for preset in book["workflowPresets"] + book["configurePresets"]}


def targets(root: Path) -> set[str]:
    text = "\n".join(file.read_text() for file in root.glob("**/*.cmake") if "build" not in file.parts)
    text += "\n".join(file.read_text() for file in (root / "tests").glob("**/CMakeLists.txt"))
    return set(re.findall(r"add_custom_target\((\w+)", text)) | {"all_verify_interface_header_sets", "shanhai"}


def check_setup(words: list[str], root: Path) -> str:
    """What is wrong with a command that does not run here, or nothing."""
    if words[0] not in SETUP:
        return "no test knows how to run this"
    named = [word for word in words if "/" in word and not word.startswith(("-", "build/", "http"))]
    absent = [word for word in named if not (root / word).exists()]
    for option, known in (("--preset", presets), ("--target", targets)):
        asked = [word for before, word in zip(words, words[1:]) if before == option]
        absent += [word for word in asked if word not in known(root)]
    return f"there is no {', '.join(absent)}" if absent else ""


def check(command: str, text: str, binary: str, *options: str) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write(text), file.flush()
        done = subprocess.run([binary, command, file.name, *options], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stderr[:500]


def main() -> int:
    root, binary = Path(sys.argv[1]), sys.argv[2]
    seen, failed = 0, 0
    for page in (root / name for name in PAGES):
        found = [(shlex.join(words), words, printed) for words, printed in commands(page)]
        with tempfile.TemporaryDirectory() as folder:
            results = [
                (label, run_shanhai(words, printed, binary, root, folder) if Path(words[0]).name == "shanhai" else check_setup(words, root))
                for label, words, printed in found
            ]
        for text in blocks(page, "yaml"):
            if text.startswith("shanhai:"):
                results.append(("a scenario", check("check", text, binary)))
            elif text.startswith("sweep:"):
                beside = text.replace("base: ..", f"base: {root}/scenarios")
                results.append(("a sweep", check("sweep", beside, binary, "--dry-run")))
        for label, wrong in results:
            seen, failed = seen + 1, failed + bool(wrong)
            print(f"{'FAILED' if wrong else 'ok'} {page.name}: {label}{': ' + wrong if wrong else ''}")
    return 1 if failed or seen == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
