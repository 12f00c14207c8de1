#!/usr/bin/env python3
"""Writes the hostile corpus of the scenario reader: make_corpus.py OUTDIR

Two small valid scenarios stand beside this file. Most cases are one of them with a single fault planted, so a reader that
overlooks the fault accepts the file and is caught. The other cases are bytes that no reader should choke on.
"""

import itertools
import sys
from pathlib import Path
from typing import Iterator

from case import ACCEPT, EITHER, PARK, TABLE, Case, planted
from documents import documents, tiny
from limits import limits
from spelling import characters, encodings, names, numbers, syntax

# Tricky, but right: these must be read, so that the runner also catches a reader that refuses everything.
HARMLESS = {
    "harmless_table": TABLE,
    "harmless_park": PARK,
    "harmless_bom": b"\xef\xbb\xbf" + TABLE,
    "harmless_marker": b"---\n" + TABLE,
    "harmless_crlf": TABLE.replace(b"\n", b"\r\n"),
    "harmless_no_last_newline": TABLE.rstrip(b"\n"),
    "harmless_text_no": planted(TABLE, "name: roads", "name: NO"),
    "harmless_text_number": planted(TABLE, "name: roads", "name: 010"),
    "harmless_text_quoted": planted(TABLE, "name: roads", "name: '武义: \"roads\" # 1'"),
    "harmless_exponent": planted(TABLE, "[2400,", "[2.4e3,"),
}

# The page is silent, or both answers can be defended; what counts is a clean one.
UNSETTLED = {
    "either_end_marker": TABLE + b"...\n",
    "either_directive_1_2": b"%YAML 1.2\n---\n" + TABLE,
    "either_cr_only": TABLE.replace(b"\n", b"\r"),
    "either_cr_mixed": planted(TABLE, "seed: 20180802\n", "seed: 20180802\r"),
    "either_nel": planted(TABLE, "name: roads", "name: roads\u0085rails"),
    "either_line_separator": planted(TABLE, "name: roads", "name: roads\u2028rails"),
    "either_bidi_comment": planted(TABLE, "seed:", "# \u202e\nseed:"),
    "either_number_plus": planted(TABLE, "years: 20", "years: +20"),
    "either_list_longer_than_years": planted(TABLE, "[2400, 2600, 2800]", "[" + "1, " * 30 + "1]"),
    "either_tax_rate_for_some_sectors": planted(PARK, "{machinery: 25%, otherwise: 15%}", "{machinery: 25%}"),
    "either_firms_beyond_land": planted(PARK, "firms: 0", "firms: 1000"),
    "either_title_script": planted(TABLE, "en: Park", 'en: "<script>alert(1)</script>"'),
    "either_title_formula": planted(TABLE, "en: Park", 'en: "=cmd()"'),
    "either_title_parent": planted(TABLE, "en: Park", 'en: "../../x"'),
    "either_title_cdata": planted(TABLE, "en: Park", 'en: "]]>"'),
    "either_title_printf": planted(TABLE, "en: Park", 'en: "%s%n%n"'),
    "either_title_64k": planted(TABLE, "en: Park", "en: " + "P" * 65_536),
}


def settled() -> Iterator[Case]:
    for name, content in HARMLESS.items():
        yield Case(name, content, ACCEPT)
    for name, content in UNSETTLED.items():
        yield Case(name, content, EITHER, whole=True)


GROUPS = [settled, documents, syntax, encodings, characters, names, numbers, limits, tiny]


def cases() -> Iterator[Case]:
    """Every case, one at a time (the big ones are big); a name stands once."""
    seen: set[str] = set()
    for case in itertools.chain.from_iterable(group() for group in GROUPS):
        if case.name in seen:
            raise ValueError(f"two cases are named {case.name}")
        seen.add(case.name)
        yield case


def write(case: Case, folder: Path) -> Path:
    path = folder / f"{case.name}.yaml"
    path.write_bytes(case.content)
    return path


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: make_corpus.py OUTDIR", file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    count = sum(1 for case in cases() if write(case, folder))
    print(f"{count} cases in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
