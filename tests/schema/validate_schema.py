"""Checks the scenario language's JSON Schema with a validator that is not ours.

Usage: validate_schema.py PROGRAM SOURCE_DIR. The schema must fit its meta-schema, accept every scenario that is valid and
refuse a list of broken ones; each broken one is a valid one with a single change.
"""

import copy
import json
import pathlib
import re
import subprocess
import sys

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """YAML 1.2 core: `on`, `no` and `1-5` are text, and so is every key."""

    yaml_implicit_resolvers = {}


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float",
                           re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"), list("-+.0123456789"))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def construct_map(loader, node):
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


Core.add_constructor("tag:yaml.org,2002:map", construct_map)


def load(text):
    return yaml.load(text, Loader=Core)


def changed(scenario, path, value):
    """The scenario with the value at a path replaced (or, with None, taken out); value as YAML."""
    result = copy.deepcopy(scenario)
    *parents, last = [int(key) if key.isdigit() else key for key in path.split("/")]
    place = result
    for key in parents:
        place = place[key]
    if value is None:
        del place[last]
    elif isinstance(place, list) and last == len(place):
        place.append(load(value))
    else:
        place[last] = load(value)
    return result


CLAUSES = "schemes/relocation/clauses"
MACHINERY = "revenue/park/sectors/machinery"

# Every way of writing something, on the small table and the small park.
VALID_TABLE = [
    ("title", "产业园"), ("title", "2026"), ("seed", "0"), ("horizon/years", "200"), ("seed", "9000000000000000000"),
    ("parties/wuyi/discount_rate", "+6.5%"), ("parties/wuyi/discount_rate", "-0.5"),
    ("parties/wuyi/discount_rate", "{uniform: [4%, 0.08]}"), ("parties/wuyi/reservation", "-1e6"),
    ("parties/wuyi/reservation", "{normal: {mean: 0, sd: 10}}"),
    ("revenue/table/vat", "2400"), ("revenue/table/vat", "[{pert: [1, 2, 3]}, 4]"),
    ("revenue/table/vat", "{lognormal: {mean: 5, cv: 20%}}"),
    ("revenue/table/vat", "{discrete: [[1, 1], [2, 50%]]}"), ("revenue/table/vat", "{triangular: [1, 2, 3]}"),
    ("revenue/uncertainty/rho", "-30%"), ("costs/0/from", "wuyi"), ("costs/0/from", "external"), ("costs", "[]"),
    ("costs/0/from", "{wuyi: {uniform: [0, 1]}, haining: rest}"), ("transfers/0/years", "11-"),
    ("transfers/0/years", "7"), ("displaced", "{wuyi: 3}"),
    (CLAUSES + "/0", "pool: {}"), (CLAUSES + "/1", "split: {shares: {wuyi: 100%}, clock: recovered}"),
    (CLAUSES + "/1", "split: {shares: {vat: {wuyi: 50%, haining: rest}, otherwise: {wuyi: 1}}}"),
    (CLAUSES + "/1", "split: {phases: {1-5: {vat: {haining: 1}}, 6-: {wuyi: 1}}}"),
    (CLAUSES + "/1", "tiers: {bounds: [1, 2], shares: [{wuyi: 1}, {haining: 1}, {wuyi: 1}]}"),
    (CLAUSES + "/2", "cap: {party: haining, yearly: [1, 2]}"),
    (CLAUSES + "/3", "floor: {party: haining, amount: {rate: [1%, 2%], of: 100}, from: external}"),
    (CLAUSES + "/1", "split: {shares: {wuyi: -0%, haining: 100.0%}}"),
    ("schemes/stock/floor", "[{party: wuyi, amount: 1, from: haining}, {party: haining, amount: 1, from: wuyi}]"),
    ("schemes/stock/baseline", "{wuyi: [1, 2]}"), ("schemes/stock/shares", "{haining: 1}"),
    ("schemes/relocation/costs", "[]"), ("schemes/relocation/name", "{zh: 甲, en: A}"),
    ("sources", "{parties.wuyi: 年鉴, parties.haining: {zh: 年鉴, en: Yearbook}}"),
]
VALID_PARK = [
    (MACHINERY + "/arrivals", "{uniform: [1, 2]}"), ("revenue/park/taxes/cit/rate", "[25%, 20%]"),
    ("revenue/park/taxes/vat/base", "land_sold"), ("revenue/park/taxes/vat/non_tax", "true"),
    ("revenue/park/events/recession/sectors", "[machinery]"),
    ("revenue/park/events/recession", "{in: 2026, years: 1}"), ("revenue/park/events", None),
    ("schemes/shared/award", "{indicator: output_per_mu, target: 1, share: 1%, to: wuyi, from: haining}"),
    ("schemes/shared/statistics", "{output: full, value_added: {wuyi: 40%, haining: 60%}}"),
    ("feedback", "{effort: {wuyi: 0.3}, reference: {wuyi: 50%}}"),
]

BROKEN_TABLE = [
    ("shanhai", None), ("shanhai", "2"), ("shanhai", "'1'"), ("title", None), ("title", "{zh: 只有中文}"), ("title", "''"),
    ("title", "[a]"), ("colour", "red"), ("seed", "-1"), ("seed", "1.5"), ("seed", "{uniform: [1, 2]}"),
    ("currency/unit", "0"), ("currency/symbol", "¥"), ("horizon/years", "0"), ("horizon/years", "201"),
    ("horizon/years", "1%"), ("horizon", "20"), ("parties/haining", None), ("parties/wuyi/role", "owner"),
    ("parties/wuyi/role", "origin"), ("parties/rest", "{role: origin, discount_rate: 6%}"),
    ("parties/a b", "{role: origin, discount_rate: 6%}"), ("parties/wuyi/discount_rate", "6％"),
    ("parties/wuyi/discount_rate", "six"), ("parties/wuyi/discount_rate", "06%"), ("parties/wuyi/discount_rate", "-1"),
    ("parties/wuyi/discount_rate", "{uniform: [1%]}"), ("parties/wuyi/discount_rate", "{uniform: [1%, 11]}"),
    ("parties/wuyi/discount_rate", "{gamma: [1, 2]}"), ("parties/wuyi/discount_rate", "{normal: {mean: 6%}}"),
    ("parties/wuyi/discount_rate", "{uniform: [1%, 2%], pert: [1%, 2%, 3%]}"), ("parties/wuyi/discount_rate", "[6%]"),
    ("parties/wuyi/discont_rate", "6%"), ("parties/wuyi/population", "0"), ("revenue", "{}"),
    ("revenue/park", "{}"), ("revenue/table", "{}"), ("revenue/table/vat", "[]"), ("revenue/table/vat", "-5"),
    ("revenue/table/vat", "-5%"), ("revenue/uncertainty/rho", "1"), ("revenue/uncertainty/sd", None),
    ("costs/0/amount", None), ("costs/0/from", "rest"), ("costs/0/from", "{}"), ("costs/0/from", "{wuyi: 140%}"),
    ("costs/0/overrun", "yes"), ("costs", "{name: roads}"), ("transfers/0/years", "5--6"),
    ("transfers/0/years", "0"), ("transfers/0/years", "1-201"), ("displaced", "[1]"), ("schemes", "{}"),
    ("schemes/relocation/clauses", "[]"), ("schemes/relocation/clock", "recovered"),
    ("schemes/relocation/kind", "proportional"), ("schemes/relocation/cap", "{party: haining, total: 1}"),
    ("schemes/stock/company", None), ("schemes/stock/phases", "{1-: {wuyi: 1}}"), ("schemes/stock/kind", "stock"),
    ("schemes/stock/tiers", "{bounds: [1], shares: [{wuyi: 1}, {wuyi: 1}]}"), ("schemes/stock/company/tax", "101%"),
    ("schemes/stock/company/life", "0"), ("schemes/stock/company/stakes", "{wuyi: half, haining: half}"),
    ("schemes/fund/shares", None), ("schemes/fund/fund/return", "4%"), ("schemes/fund/fund/return/mean", None),
    (CLAUSES + "/1", "pool: {}"), (CLAUSES + "/1", "split: {}"), (CLAUSES + "/0", "pool: {streams: []}"),
    (CLAUSES + "/0", "pool: {streams: [vat, vat]}"), (CLAUSES + "/0", "pools: {}"),
    (CLAUSES + "/0", "{pool: {}, rebate: {share: 1%}}"), (CLAUSES + "/1", "split: {shares: {wuyi: 1}, phases: {1-: {wuyi: 1}}}"),
    (CLAUSES + "/1", "split: {phases: {first: {wuyi: 1}}}"), (CLAUSES + "/1", "split: {phases: {}}"),
    (CLAUSES + "/2", "cap: {party: haining}"), (CLAUSES + "/2", "cap: {party: haining, total: 1, yearly: 1}"),
    (CLAUSES + "/3/floor/amount", "{rate: 1%}"), (CLAUSES + "/3/floor/count_dividends", "on"),
    (CLAUSES + "/3/floor/fulfilment", "110%"), (CLAUSES + "/4/settle/lag", "1.5"),
    (CLAUSES + "/5", "recover: {party: haining, amount: cost}"), (CLAUSES + "/5", "statistics: {}"),
    ("sources", "{parties: {fact: there_is_no_such_fact}}"), ("sources", "[yearbook]"),
]
BROKEN_PARK = [
    ("revenue/table", "{vat: 1}"), ("revenue/uncertainty", "{sd: 1%}"), ("revenue/park/land", None),
    ("revenue/park/land/gross", "0"), ("revenue/park/land/released", "[1, 2]"), ("revenue/park/correlation/0", "[macro, machinery]"),
    ("revenue/park/correlation/0", "[macro, machinery, 2]"), ("revenue/park/sectors", "{}"), (MACHINERY + "/firms", "1.5"),
    (MACHINERY + "/rho", "{uniform: [0, 1]}"), (MACHINERY + "/arival", "1"), (MACHINERY + "/wages", "[45]"),
    ("revenue/park/taxes/vat/base", "sales"), ("revenue/park/taxes/construction/base", "{tax: vat, base: land}"),
    ("revenue/park/taxes/vat/non_tax", "no"), ("revenue/park/taxes/cit/rate", "{}"),
    ("revenue/park/events/recession/in", "2026"), ("revenue/park/events/recession/probability", None),
    ("revenue/park/events/recession/sectors", "machinery"), ("schemes/shared/shares", None),
    ("schemes/shared/award", "{indicator: output, target: 1, share: 1%, to: wuyi, from: haining}"),
    ("feedback", "{effort: {wuyi: 0.3}}"),
]


def schema_of(program, language):
    return json.loads(subprocess.run([program, "schema", "--lang", language], check=True, capture_output=True).stdout)


def without_words(schema):
    """A schema without what depends on the language."""
    if isinstance(schema, list):
        return [without_words(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: without_words(value) for key, value in schema.items()
            if not (key in ("title", "description") and isinstance(value, str))}


def check(valid, name, scenario, faults, validator):
    errors = list(validator.iter_errors(scenario))
    if valid and errors:
        best = jsonschema.exceptions.best_match(errors)
        faults.append(f"{name}: refused: {list(best.absolute_path)}: {best.message[:200]}")
    elif not valid and not errors:
        faults.append(f"{name}: accepted, but it is broken")


def main(program, source):
    root = pathlib.Path(source)
    schema = schema_of(program, "en")
    jsonschema.Draft7Validator.check_schema(schema)
    faults = []
    if without_words(schema) != without_words(schema_of(program, "zh")):
        faults.append("the schemas of the two languages differ in more than words")
    validator = jsonschema.Draft7Validator(schema)
    files = sorted([*(f for f in (root / "scenarios").rglob("*.yaml") if f.parent.name != "sweeps"), *(root / "tests/input/good").glob("*.yaml")])
    if not files:
        faults.append("no scenarios found")
    for file in files:
        check(True, file.name, load(file.read_text(encoding="utf-8")), faults, validator)
    bases = {name: load((root / f"tests/hostile/base_{name}.yaml").read_text(encoding="utf-8")) for name in ("table", "park")}
    for name, cases in ("table", VALID_TABLE), ("park", VALID_PARK):
        check(True, f"base_{name}", bases[name], faults, validator)
        for path, value in cases:
            check(True, f"{name} {path}: {value}", changed(bases[name], path, value), faults, validator)
    for name, cases in ("table", BROKEN_TABLE), ("park", BROKEN_PARK):
        for path, value in cases:
            check(False, f"{name} {path}: {value}", changed(bases[name], path, value), faults, validator)
    print("\n".join(faults) or f"{len(files)} scenarios and {len(VALID_TABLE) + len(VALID_PARK)} variants accepted, "
          f"{len(BROKEN_TABLE) + len(BROKEN_PARK)} broken ones refused")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
