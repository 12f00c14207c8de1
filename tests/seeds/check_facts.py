#!/usr/bin/env python3
"""Holds the fact base to its promises: check_facts.py ROOT

Every fact has an id of its own, a known unit, a value of that unit, a period, places and a source that is declared; what is
derived follows from other facts to the last digit written; a contradiction is one. Where a scenario cites a fact, its number
there is the fact's.
"""

import ast
import operator
import re
import sys
from decimal import Decimal
from pathlib import Path

import yaml

UNITS = {
    "share", "per_year", "ratio", "years", "hours", "count", "times", "persons", "m", "km", "m2", "km2", "亩",
    "元", "元/m2", "万元", "万元/年", "万元/亩", "万元/人", "亿元", "USD", "million USD",
}  # fmt: skip
TEXT_UNITS = {"date": re.compile(r"\d{4}(-\d{2}(-\d{2})?)?"), "names": re.compile(r".+")}
KEYS = {"value", "unit", "period", "places", "source", "verified", "what"}
MORE_KEYS = {"derived", "contradiction"}
PERIOD = re.compile(r"\d{4}(-\d{4})?")
DATE = re.compile(r"(\d{4})(-\d{2})?(-\d{2})?")
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Pow: operator.pow}


class Text(yaml.SafeLoader):
    """Scalars as they are written, so that the digits of a number count."""


Text.yaml_implicit_resolvers = {}


def values(fact: dict) -> list[str]:
    return fact["value"] if isinstance(fact["value"], list) else [fact["value"]]


def evaluate(formula: str, facts: dict) -> float:
    """+ - * / **, numbers, facts, fact[i] and sum(fact); nothing else."""

    def of(node: ast.expr) -> float | list[float]:
        match node:
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATORS[type(op)](of(left), of(right))
            case ast.Constant(value=int() | float() as number):
                return number
            case ast.Name(id=name):
                numbers = [float(value) for value in values(facts[name])]
                return numbers[0] if len(numbers) == 1 else numbers
            case ast.Subscript(value=ast.Name() as fact, slice=ast.Constant(value=int() as place)):
                return of(fact)[place]
            case ast.Call(func=ast.Name(id="sum"), args=[ast.Name() as fact]):
                return sum(of(fact))
        raise ValueError(f"{formula}: not a formula over facts")

    return of(ast.parse(formula, mode="eval").body)


def agrees(written: str, number: float) -> bool:
    """Whether a number, rounded to the digits written, is what is written."""
    half = Decimal(1).scaleb(Decimal(written).as_tuple().exponent) / 2
    return abs(Decimal(written) - Decimal(number)) <= half * Decimal("1.000001")


def faults_of_value(fact: dict) -> list[str]:
    unit, written = fact["unit"], values(fact)
    if unit in TEXT_UNITS:
        return [f"{value} is no {unit}" for value in written if not TEXT_UNITS[unit].fullmatch(value)]
    if unit not in UNITS:
        return [f"unknown unit {unit}"]
    wrong = [f"{value} is no number" for value in written if not re.fullmatch(r"-?\d+(\.\d+)?", value)]
    if not wrong and unit == "share":
        wrong = [f"{value} is no share" for value in written if not 0 <= float(value) <= 1]
    return wrong


def faults_of(fact: dict, facts: dict, sources: dict) -> list[str]:
    if not KEYS <= set(fact) <= KEYS | MORE_KEYS:
        return [f"keys are {sorted(fact)}"]
    wrong = faults_of_value(fact)
    if fact["source"] not in sources:
        wrong.append(f"source {fact['source']} is not declared")
    if not PERIOD.fullmatch(fact["period"]):
        wrong.append(f"period {fact['period']}")
    if fact["verified"] not in ("source", "partial", "unverified"):
        wrong.append(f"verified: {fact['verified']}")
    if not fact["places"] or set(fact["what"]) != {"zh", "en"}:
        wrong.append("no places, or not both languages")
    if "derived" in fact and not agrees(fact["value"], evaluate(fact["derived"], facts)):
        wrong.append(f"{fact['derived']} = {evaluate(fact['derived'], facts)}, not {fact['value']}")
    return wrong + faults_of_contradiction(fact, facts)


def faults_of_contradiction(fact: dict, facts: dict) -> list[str]:
    if "contradiction" not in fact:
        return []
    other = fact["contradiction"]
    found = evaluate(other["formula"], facts)
    wrong = [] if agrees(other["gives"], found) else [f"{other['formula']} = {found}, not {other['gives']}"]
    if any(agrees(value, found) for value in values(fact)):
        wrong.append(f"{other['formula']} does not contradict it")
    return wrong


def at(node: dict | list, path: str) -> object:
    """What stands at a key path such as costs[0].amount."""
    for key, item in re.findall(r"([^.\[\]]+)|\[(\d+)\]", path):
        node = node[int(item)] if item else node[key]
    return node


def numbers(node: object) -> list[float]:
    """All numbers at or below a node, percentages as shares."""
    if isinstance(node, dict | list):
        below = node.values() if isinstance(node, dict) else node
        return [number for one in below for number in numbers(one)]
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)(%?)", node)
    return [float(found[1]) / (100 if found[2] else 1)] if found else []


def says(fact: dict, found: list[float]) -> bool:
    """Whether numbers of a scenario (in 万元, mu, thousand dollars) are those of a fact, or add up to it; 0 says nothing, and
    whoever has all of a share has 1."""
    scale = {"亿元": 1e4, "km2": 1500, "USD": 1e-3}.get(fact["unit"], 1)
    stated = [float(value) * scale for value in values(fact)]
    near = lambda a, b: abs(a - b) <= 1e-9 * max(1, abs(b))
    known = stated + ([1.0] if fact["unit"] == "share" else [])
    return near(sum(found), sum(stated)) or all(number == 0 or any(near(number, one) for one in known) for number in found)


def cited(scenario: Path, facts: dict) -> list[tuple[str, str]]:
    """The facts that a scenario cites, each with what is wrong, if anything."""
    content, result = yaml.load(scenario.read_text(), Text), []
    for path, source in content.get("sources", {}).items():
        if not isinstance(source, dict) or "fact" not in source:
            continue
        fact = facts.get(source["fact"])
        wrong = f"{scenario.name}: {path} cites {source['fact']}"
        if fact is None:
            result.append((source["fact"], f"{wrong}, which is no fact"))
        elif fact["unit"] not in TEXT_UNITS and not says(fact, numbers(at(content, path))):
            result.append((source["fact"], f"{wrong}, which says {fact['value']} {fact['unit']}"))
        else:
            result.append((source["fact"], ""))
    return result


def gathered(root: Path, part: str, faults: list[str]) -> dict:
    all_of_it: dict = {}
    for file in sorted((root / "seeds").glob("*.yaml")):
        for key, value in yaml.load(file.read_text(), Text)[part].items():
            if key in all_of_it:
                faults.append(f"{file.name}: {key} stands twice")
            all_of_it[key] = value
    return all_of_it


def main() -> int:
    root, faults = Path(sys.argv[1]), []
    facts, sources = gathered(root, "facts", faults), gathered(root, "sources", faults)
    for key, fact in facts.items():
        faults += [f"{key}: {wrong}" for wrong in faults_of(fact, facts, sources)]
    for key, source in sources.items():
        if set(source) != {"title", "publisher", "date"} or not DATE.fullmatch(source["date"]):
            faults.append(f"source {key}: {source}")
    named = {fact["source"] for fact in facts.values()}
    faults += [f"source {key} is cited nowhere" for key in sources if key not in named]
    citations = [one for file in sorted((root / "scenarios").rglob("*.yaml")) for one in cited(file, facts)]
    faults += [wrong for _, wrong in citations if wrong]
    used = {fact for fact, _ in citations}
    derived = sum("derived" in fact for fact in facts.values())
    contradicted = sum("contradiction" in fact for fact in facts.values())
    print("\n".join(faults) or f"{len(facts)} facts of {len(sources)} sources, {derived} derived, {contradicted} contradicted, "
          f"{len(used)} cited by scenarios, {len(citations)} times")  # fmt: skip
    return 1 if faults or not derived or not contradicted or not used else 0


if __name__ == "__main__":
    sys.exit(main())
