#!/usr/bin/env python3
"""Results as a workbook and as JSON, against the CSV: results_files.py SHANHAI

The workbook is read here with nothing but a reader of archives and one of XML. Texts that a spreadsheet, a browser or a reader
of XML might take for more than a text are in every place where a scenario can bring one.
"""

import csv
import io
import json
import math
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from trial import BASE, run

HOSTILE = ["=cmd|' /C calc'!A0", "]]></t><c>", "<script>alert(1)</script>", '+1"&amp;', "@SUM(A1)", "_x0041_", "“引号”"]
FAILED = 1.0  # a point with a share of 250%
NAMES = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def write_inputs(folder: Path) -> None:
    scheme = f"  plain: {{name: {{zh: {json.dumps(HOSTILE[0])}, en: {json.dumps(HOSTILE[2])}}}, kind"
    (folder / "base.yaml").write_text(BASE.replace("  plain: {kind", scheme) + "#\ta tab\r\n")
    axes = {HOSTILE[1]: {"title": HOSTILE}, HOSTILE[2]: {"schemes.plain.shares.host": [0.4, 2.5, 0.6]}}
    (folder / "sweep.yaml").write_text(json.dumps({"sweep": 1, "base": "base.yaml", "paths": 300, "axes": axes}))


def place(reference: str) -> int:
    """The column of a cell such as AB12, from 0."""
    column = 0
    for letter in reference.rstrip("0123456789"):
        column = 26 * column + ord(letter) - ord("A") + 1
    return column - 1


class Book:
    """The sheets of a workbook by name, each a list of rows of numbers, texts and nothing."""

    def __init__(self, file: Path) -> None:
        with zipfile.ZipFile(file) as archive:
            if archive.testzip() is not None:
                raise SystemExit("FAILED: the archive is damaged")
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.dates = {entry.date_time for entry in zipfile.ZipFile(file).infolist()}
        self.texts = ["".join(one.itertext()) for one in self.xml("xl/sharedStrings.xml")]
        names = [sheet.get("name") for sheet in self.xml("xl/workbook.xml").iter(f"{NAMES}sheet")]
        self.sheets = {name: self.rows(f"xl/worksheets/sheet{i + 1}.xml") for i, name in enumerate(names)}

    def xml(self, part: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[part])

    def rows(self, part: str) -> list[list]:
        rows = []
        for row in self.xml(part).iter(f"{NAMES}row"):
            cells = []
            for cell in row:
                cells += [None] * (place(cell.get("r")) - len(cells))
                value = cell.findtext(f"{NAMES}v")
                cells.append(self.texts[int(value)] if cell.get("t") == "s" else None if value is None else float(value))
            rows.append(cells)
        return rows


def cell_of(field: str):
    """What a field of the CSV stands for; the apostrophe before what a spreadsheet might reckon is not part of the text."""
    try:
        return float(field)
    except ValueError:
        return field.removeprefix("'") or None


def same(a, b) -> bool:
    return math.isclose(a, b, rel_tol=1e-15, abs_tol=0) if isinstance(a, float) and isinstance(b, float) else a == b


def wrong_in_book(book: Book, table: list[list]) -> str:
    sheet = book.sheets["结果 results"]
    if len(sheet) != len(table):
        return f"{len(sheet)} rows instead of {len(table)}"
    for ours, theirs in zip(sheet, table):
        ours = ours + [None] * (len(theirs) - len(ours))
        if len(ours) != len(theirs) or not all(map(same, ours, theirs)):
            return f"a row differs:\n{ours}\n{theirs}"
    about = {row[0]: row[1:] for row in book.sheets["说明 about"] if row}
    unexplained = [name for name in sheet[0] if not all(about.get(name, ["", ""])[:2])]
    if unexplained or about["plain"] != [HOSTILE[0], HOSTILE[2]] or about["不成立 failed"] != [7] or "schemes.plain" not in about[FAILED][0]:
        return f"the explanations are not complete: {unexplained} {about}"
    lines = [row[0] if row else "" for row in book.sheets["基础方案 base"]]
    live = [name for name, part in book.parts.items() if b"<f>" in part or b"<script" in part or b"<hyperlink" in part]
    return "" if {"title: a park", "# a tab"} <= set(lines) and not live else f"what should be text is more in {live}, or the scenario is missing"


def wrong_in_json(found: dict, table: list[list]) -> str:
    store, names = found["store"], table[0]
    if (store["points"], store["done"], store["failed"], len(store["failures"])) != (21, 14, 7, 7):
        return f"the counts are {store}"
    if [axis["name"] for axis in store["axes"]] != HOSTILE[1:3] or store["schemes"]["plain"]["zh"] != HOSTILE[0]:
        return f"the names are {store}"
    rows = [[float(value) if isinstance(value, int) else value for value in row.values()] for row in found["rows"]]
    right = all(list(row) == names for row in found["rows"]) and rows == table[1:]
    return "" if right else f"the rows differ:\n{rows}\n{table}"


def main() -> int:
    binary = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_inputs(folder)
        results = [binary, "results", str(folder / "a.db"), "--lang", "en"]
        subprocess.run([binary, "sweep", str(folder / "sweep.yaml"), "--store", str(folder / "a.db")], check=True, stdout=subprocess.DEVNULL)
        text = run([*results, "--csv", "-"]).stdout.removeprefix("\ufeff")
        table = [list(map(cell_of, row)) for row in csv.reader(io.StringIO(text, newline=""))]
        for file in ("a.xlsx", "b.xlsx"):
            told = run([*results, "--xlsx", str(folder / file)])
        book = Book(folder / "a.xlsx")
        faults = {
            "what is told": "" if told.stdout == f"14 rows in {folder}/b.xlsx\n" else f"{told.stdout}{told.stderr}",
            "the workbook": wrong_in_book(book, table),
            "JSON": wrong_in_json(json.loads(run([*results, "--json"]).stdout), table),
            "twice the same": "" if (folder / "a.xlsx").read_bytes() == (folder / "b.xlsx").read_bytes() else "the bytes differ",
            "dates": "" if book.dates == {(1980, 1, 1, 0, 0, 0)} else f"{book.dates}",
        }
    for what, wrong in faults.items():
        print(f"FAILED {what}: {wrong}" if wrong else f"ok {what}")
    return 1 if any(faults.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
