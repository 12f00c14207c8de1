#!/usr/bin/env python3
"""Workbooks of runs, read without their writer and reckoned again: recalculate.py WRITE_WORKBOOK SOURCE_DIR

The cached values are held against the engine's figures. Then LibreOffice, where there is one, reckons a copy anew from which
all cached results were taken, and one whose discount rates were changed. Texts that a spreadsheet or a reader of XML might
take for more than a text are in every place where a scenario can bring one.
"""

import json
import math
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

HOSTILE = ["=cmd|' /C calc'!A0", "]]></t><c>", "<script>alert(1)</script>", "../../etc/passwd", "@SUM(A1)", '+1"&amp;']
HOSTILE_SCENARIO = """shanhai: 1
title: {0}
currency: {{code: CNY, unit: 10000}}
horizon: {{start: 2026, years: 12}}
seed: 7
parties:
  host: {{name: {1}, role: host, discount_rate: 6%, reservation: 10}}
  origin: {{name: {2}, role: origin, discount_rate: {{uniform: [4%, 8%]}}}}
revenue:
  table: {{vat: [100, 200, 300], cit: [50, 100, 150]}}
  uncertainty: {{sd: 12%, rho: 0.3}}
schemes:
  one: {{name: {3}, kind: proportional, shares: {{host: 60%, origin: rest}}}}
  two: {{name: {4}, kind: proportional, shares: {{host: 30%, origin: rest}}}}
sources:
  revenue: {5}
"""
NAMES = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CELL = r"\$?[A-Z]+\$?\d+"
OURS = re.compile(  # all that the program itself reckons
    rf"1/\(1\+{CELL}\)\^{CELL}|SUMPRODUCT\({CELL}:{CELL},{CELL}:{CELL}\)|ROUND\({CELL}-{CELL},6\)|SUM\({CELL}:{CELL}\)|{CELL}\+{CELL}|{CELL}"
    rf"|'(现金流|Cash flows)'!{CELL}"
)
TOLERANCE = 1e-9
OTHER_RATE = 0.11
SHEETS = {
    "zh": ["摘要", "现金流", "分布区间", "收入", "两两比较", "参数与来源", "说明", "数据-结果", "数据-收入", "数据-比较"],
    "en": ["Summary", "Cash flows", "Bands", "Revenue", "Comparisons", "Sources", "About", "Data outcomes", "Data revenue", "Data comparisons"],
}
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def place(reference: str) -> tuple[int, int]:
    """Row and column of a cell such as AB12, from 0."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(reference[len(letters):]) - 1, column - 1


class Book:
    """The sheets of a workbook by name: of each its values and its formulas, by row and column."""

    def __init__(self, file: Path) -> None:
        with zipfile.ZipFile(file) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
            self.dates = {entry.date_time for entry in archive.infolist()}
        self.texts = ["".join(one.itertext()) for one in self.xml("xl/sharedStrings.xml")]
        self.names = [sheet.get("name") for sheet in self.xml("xl/workbook.xml").iter(f"{NAMES}sheet")]
        self.values, self.formulas = {}, {}
        for number, name in enumerate(self.names):
            self.values[name], self.formulas[name] = self.cells(f"xl/worksheets/sheet{number + 1}.xml")

    def xml(self, part: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[part])

    def cells(self, part: str) -> tuple[dict, dict]:
        values, formulas = {}, {}
        for cell in self.xml(part).iter(f"{NAMES}c"):
            at, value, formula = place(cell.get("r")), cell.findtext(f"{NAMES}v"), cell.findtext(f"{NAMES}f")
            if value is not None:
                values[at] = self.texts[int(value)] if cell.get("t") == "s" else value if cell.get("t") == "str" else float(value)
            if formula is not None:
                formulas[at] = formula
        return values, formulas


def close(a, b) -> bool:
    return isinstance(a, float) and math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=1e-9)


def parties_of(found: dict, language: str) -> list[tuple[str, str, dict]]:
    """Of every scheme and party the names and the outcome, in order."""
    names = found["scenario"]
    return [
        (names["schemes"][scheme][language], names["parties"][party][language], outcome)
        for scheme, whole in found["schemes"].items()
        for party, outcome in whole["parties"].items()
   ]


def npv_rows(book: Book, language: str) -> list[int]:
    sheet = SHEETS[language][1]
    return sorted(row for (row, _), formula in book.formulas[sheet].items() if formula.startswith("SUMPRODUCT"))


def wrong_in_values(book: Book, found: dict, language: str, exact) -> str:
    """`exact` says of a party's number whether its mean NPV is that of its mean flows."""
    flows, summary = book.values[SHEETS[language][1]], book.values[SHEETS[language][0]]
    rows, expected = npv_rows(book, language), parties_of(found, language)
    parties = len(found["scenario"]["parties"])
    if len(rows) != len(expected):
        return f"{len(rows)} net present values instead of {len(expected)}"
    for i, (row, (scheme, party, outcome)) in enumerate(zip(rows, expected)):
        mean = outcome["npv"]["mean"]
        if (flows.get((row, 0)), flows.get((row, 1))) != (scheme, party):
            return f"row {row + 1} is of {flows.get((row, 0))}, {flows.get((row, 1))} instead of {scheme}, {party}"
        if not close(flows[row, 3], mean) or not close(summary[10 + i // parties, 1 + i % parties], mean):
            return f"the engine's mean of {scheme}, {party} is {mean}, not {flows[row, 3]}"
        given = [flows[row, 5 + t] for t in range(found["scenario"]["years"] + 1)]
        if not all(map(close, given, outcome["cash_flow"]["mean"])):
            return f"the flows of {scheme}, {party} are {given}"
        live = (10 + i // parties, 1 + i % parties) in book.formulas[SHEETS[language][0]]
        if exact(i % parties) and not (close(flows[row, 2], mean) and flows[row, 4] == 0 and live):
            return f"the formula of {scheme}, {party} gives {flows[row, 2]} instead of {mean}, or is not in the summary"
        if not exact(i % parties) and (not isinstance(flows[row, 4], str) or live):
            return f"the formula of {scheme}, {party} is said to be the engine's"
    return ""


def wrong_in_parts(book: Book, language: str) -> str:
    alien = {f for formulas in book.formulas.values() for f in formulas.values() if not OURS.fullmatch(f)}
    drawn = [part for name, part in book.parts.items() if name.startswith("xl/charts/")]
    sheet = "|".join(SHEETS[language])
    alien |= {f for part in drawn for f in re.findall("<c:f>(.*?)</c:f>", part.decode()) if not re.fullmatch(rf"'?({sheet})'?!{CELL}(:{CELL})?", f)}
    live = [name for name, part in book.parts.items() if b"<script" in part or b"<hyperlink" in part]
    if alien or live or not drawn:
        return f"formulas that are not ours: {alien}; what should be text is more in {live}; {len(drawn)} charts"
    means = [float(value) for value in re.findall(r"<c:v>([^<]*)</c:v>", re.search("<c:val>.*?</c:val>", drawn[0].decode())[0])]
    column = [book.values[SHEETS[language][0]][10 + i, 1] for i in range(len(means))]
    return "" if all(map(close, means, column)) else f"the first chart shows {means} instead of {column}"


def libreoffice(file: Path, folder: Path) -> Book:
    """What LibreOffice makes of a workbook, all formulas reckoned anew."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user/registrymodifications.xcu").write_text(RECALCULATE)
    (folder / "out").mkdir(exist_ok=True)
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if not (folder / "out" / file.name).exists():
        raise SystemExit(f"FAILED: LibreOffice converts nothing: {done.stdout}{done.stderr}")
    return Book(folder / "out" / file.name)


def edited(source: Path, target: Path, rate: float | None) -> None:
    """A copy without any cached result, the discount rates changed where one is given."""
    rates = re.compile(r'(<c r="C(?:6|7)"[^>]*><v>)[^<]*(</v>)')
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/"):
                text = re.sub(r"(</f>)<v>[^<]*</v>", r"\1<v>0</v>", text.decode())
                if rate is not None and name.endswith("sheet2.xml"):
                    text, changed = rates.subn(rf"\g<1>{rate}\g<2>", text)
                    assert changed == 2
            new.writestr(name, text)


def wrong_when_reckoned(file: Path, folder: Path, found: dict) -> str:
    edited(file, folder / "emptied.xlsx", None)
    wrong = wrong_in_values(libreoffice(folder / "emptied.xlsx", folder), found, "en", lambda _: True)
    if wrong:
        return wrong
    edited(file, folder / "changed.xlsx", OTHER_RATE)
    book = libreoffice(folder / "changed.xlsx", folder)
    parties = len(found["scenario"]["parties"])
    for i, (scheme, party, outcome) in enumerate(parties_of(found, "en")):
        expected = sum(flow / (1 + OTHER_RATE) ** t for t, flow in enumerate(outcome["cash_flow"]["mean"]))
        shown = book.values["Summary"][10 + i // parties, 1 + i % parties]
        if not close(shown, expected):
            return f"at another rate {scheme}, {party} has {shown} instead of {expected}"
    return ""


def wrong_names(book: Book, language: str) -> str:
    texts = {value for values in book.values.values() for value in values.values() if isinstance(value, str)}
    missing = [name for name in HOSTILE if name not in texts]
    return f"names are missing or changed: {missing}" if missing else ""


def written(binary: str, scenario: Path, folder: Path, *how: str) -> dict:
    folder.mkdir()
    subprocess.run([binary, str(scenario), str(folder), "3000", *how], check=True)
    return json.loads((folder / "run.json").read_text())


def main() -> int:
    binary, source = sys.argv[1], Path(sys.argv[2])
    faults = {}
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "hostile.yaml").write_text(HOSTILE_SCENARIO.format(*map(json.dumps, HOSTILE)))
        park, precise = source / "scenarios/parks/wuyi-haining.yaml", source / "scenarios/minimal.yaml"
        cases = {  # the scenario, how it is run, and whether a party's mean NPV follows from its flows
            "park": (park, [], lambda party: True),
            "hostile": (root / "hostile.yaml", [], lambda party: party == 0),
            "twin": (park, ["twin"], lambda party: True),
            "precision": (precise, ["precision"], lambda party: False),
        }
        for case, (scenario, how, exact) in cases.items():
            found = written(binary, scenario, root / case, *how)
            for language, names in SHEETS.items():
                book = Book(root / case / f"{language}.xlsx")
                expected = [name for name in names if case != "twin" or name not in ("分布区间", "Bands")]
                expected = [name for name in expected if len(found["schemes"]) > 1 or name not in ("两两比较", "Comparisons")]
                faults[f"{case}, {language}: sheets"] = "" if book.names == expected else f"{book.names}"
                faults[f"{case}, {language}: values"] = wrong_in_values(book, found, language, exact)
                faults[f"{case}, {language}: parts"] = wrong_in_parts(book, language)
                faults[f"{case}, {language}: dates"] = "" if book.dates == {(1980, 1, 1, 0, 0, 0)} else f"{book.dates}"
                if case == "hostile":
                    faults[f"{case}, {language}: names"] = wrong_names(book, language)
        written(binary, park, root / "again")
        same = all((root / "park" / file).read_bytes() == (root / "again" / file).read_bytes() for file in ("zh.xlsx", "en.xlsx"))
        faults["twice the same"] = "" if same else "the bytes differ"
        if shutil.which("soffice"):
            found = json.loads((root / "park/run.json").read_text())
            faults["reckoned by LibreOffice"] = wrong_when_reckoned(root / "park/en.xlsx", root, found)
        else:
            print("skipped: reckoned by LibreOffice, which is not installed")
    for what, wrong in faults.items():
        print(f"FAILED {what}: {wrong}" if wrong else f"ok {what}")
    return 1 if any(faults.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
