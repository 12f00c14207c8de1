"""The model against numbers worked by hand, and against what must never be lost."""

from collections import Counter
from fractions import Fraction as F

import kinds
import scenarios
from company import Company
from model import Path, evaluate

PARTIES = {"wuyi": {"role": "host", "discount_rate": "6%"},
           "haining": {"role": "origin", "discount_rate": "6%"}}
TABLE = {"vat": [2400, 2600, 2800], "cit": [1000, 1100, 1200]}


def play(scheme, years=10, table=None, **more):
    """The parties' outcomes and the path of one scheme on a table or a park."""
    revenue = more.pop("revenue", None) or {"table": table or TABLE}
    scenario = {"horizon": {"start": 2019, "years": years}, "parties": PARTIES,
                "revenue": revenue, "schemes": {"s": scheme}} | more
    return evaluate(scenario)["schemes"]["s"], Path(scenario, scheme)


def accrual(outcome, party):
    return outcome["parties"][party]["accrual"]["mean"]


def flows(outcome, party):
    return outcome["parties"][party]["cash_flow"]["mean"]


def exactly(text, *numbers):
    return [F(str(n)) for n in numbers] == [F(n) for n in text.replace(",", "").split()]


def near(a, b, digits=9):
    return abs(float(a) - b) < 10 ** -digits * max(1, abs(b))


def relocation():
    """Half of 3400, 3700, 4000 until 4500 is reached in the third year."""
    outcome, _ = play({"clock": "first_revenue", "clauses": [
        {"pool": {"streams": ["vat", "cit"]}},
        {"split": {"phases": {"1-5": {"haining": "50%", "wuyi": "50%"}, "6-": {"wuyi": "100%"}}}},
        {"cap": {"party": "haining", "total": 4500, "excess_to": "wuyi"}}]})
    assert accrual(outcome, "haining") == [1700, 1850, 950] + [0] * 7
    assert accrual(outcome, "wuyi") == [1700, 1850, 3050] + [4000] * 7
    assert outcome["parties"]["haining"]["cap_year"]["q50"] == 3


def fund442():
    """The fund of a fifth of the pool, a tenth spent, 4% earned."""
    outcome, path = play({"kind": "proportional_fund", "shares": {"wuyi": "50%", "haining": "rest"}, "fund": {
        "share": "20%", "spend": "10%", "return": {"mean": "4%", "sd": "6%"},
        "ownership": {"wuyi": "50%", "haining": "50%"}}}, years=2)
    assert accrual(outcome, "wuyi") == [1360, 1480]
    assert flows(outcome, "haining") == [0, 1360, 1480 + F("1376.48") / 2]
    assert near(outcome["total_npv"]["mean"], 2720 / 1.06 + (2960 + 1376.48) / 1.06**2)


def by_tax_type():
    """A guarantee of a tenth of 12000 is met by VAT and income tax, but not in a poor year."""
    scheme = {"kind": "by_tax_type", "shares": {
        "vat": {"wuyi": "50%", "haining": "50%"}, "cit": {"wuyi": "40%", "haining": "60%"},
        "otherwise": {"wuyi": "100%"}},
        "floor": {"party": "haining", "amount": {"rate": "10%", "of": 12000}, "years": "1-5", "from": "wuyi"}}
    outcome, _ = play(scheme, years=3)
    assert accrual(outcome, "haining") == [1800, 1960, 2120]
    outcome, _ = play(scheme, years=2, table={"vat": [600, 2400], "cit": 500, "rent": 100})
    assert accrual(outcome, "haining") == [1200, 1500] and accrual(outcome, "wuyi") == [0, 1500]
    assert outcome["parties"]["haining"]["floor_calls"]["mean"] == 1


def cascade():
    """A published waterfall: all back to the firm, then half, then a tenth of the rest to a fund."""
    _, path = play({"clauses": [
        {"rebate": {"share": [1, 0.5, 0.5, 0.5, 0.5, 0]}},
        {"fund": {"share": [0, 0.1], "return": {"mean": 0}, "ownership": {"wuyi": 1}}},
        {"split": {"shares": {"wuyi": 0.5, "haining": 0.5}}}]}, table={"all": 1000})
    taken = [(y.rebated, y.funded, sum(y.shared.values())) for y in path.years]
    assert taken[0] == (1000, 0, 0)
    assert taken[1:5] == [(500, 50, 450)] * 4 and taken[5:] == [(0, 100, 900)] * 5


def fixed_return():
    """Ten percent on 12000 for five years is worth 4791 at 8% and 5418 at 3.5%."""
    for rate, worth in (("8%", 4791), ("3.5%", 5418)):
        parties = {name: keys | {"discount_rate": rate} for name, keys in PARTIES.items()}
        outcome, _ = play({"kind": "proportional", "shares": {"wuyi": 1}, "floor": {
            "party": "haining", "amount": {"rate": 0.1, "of": 12000}, "years": "1-5", "from": "wuyi"}},
            parties=parties, table={"rent": 0})
        assert round(float(outcome["parties"]["haining"]["npv"]["mean"])) == worth
        assert accrual(outcome, "wuyi") == [-1200] * 5 + [0] * 5


def floor_by_several():
    """A guarantee of 500 a year, part from outside, with one promise in five broken."""
    outcome, _ = play({"clauses": [
        {"split": {"shares": {"wuyi": 0.6, "haining": 0.4}}},
        {"floor": {"party": "haining", "amount": 500, "from": {"wuyi": 0.5, "external": 0.5}, "fulfilment": 0.8}},
    ]}, years=2, table={"vat": [1000, 2000]})
    assert accrual(outcome, "haining") == [480, 800] and accrual(outcome, "wuyi") == [560, 1200]
    assert near(outcome["parties"]["haining"]["broken_promises"]["mean"], 0.4)


def costs_first():
    """Costs of 3000 come back first; then a 60:40 split of two years runs on its own clock."""
    outcome, _ = play({"clauses": [
        {"recover": {"party": "haining", "amount": "costs"}},
        {"split": {"clock": "recovered", "phases": {
            "1-2": {"haining": 0.6, "wuyi": 0.4}, "3-": {"wuyi": 1}}}}]},
        years=5, table={"vat": 1000}, costs=[{"name": "land", "amount": [1000, 1500], "from": "haining",
                                              "overrun": {"lognormal": {"mean": 1, "cv": 0.2}}}])
    assert flows(outcome, "haining") == [-1000, 1000 - 1500, 1000, 500 + 300, 600, 0]
    assert flows(outcome, "wuyi") == [0, 0, 0, 200, 400, 1000]
    assert outcome["parties"]["haining"]["payback"]["q50"] == 3
    assert outcome["parties"]["wuyi"]["payback"]["q50"] == 0
    rate = outcome["parties"]["haining"]["irr"]["q50"]
    assert near(sum(float(f) / (1 + rate) ** t for t, f in enumerate(flows(outcome, "haining"))), 0, 6)


def waterfall_head():
    """Half introduced, a stream left out, and existing revenue the pool cannot carry."""
    outcome, path = play({"clauses": [
        {"pool": {"streams": ["vat"], "introduced": 0.5, "unshared_to": "haining"}},
        {"baseline": {"wuyi": [300, 900], "haining": [100, 300]}},
        {"split": {"shares": {"wuyi": 0.5, "haining": 0.5}}}]}, years=2, table={"vat": 1000, "cit": 200})
    assert accrual(outcome, "wuyi") == [350, 375]
    assert accrual(outcome, "haining") == [700 + 100 + 50, 700 + 125]
    assert path.years[0].shared["wuyi"] == 50


def slices():
    outcome, _ = play({"clauses": [{"tiers": {"bounds": [100, 300], "shares": [
        {"wuyi": 1}, {"wuyi": 0.5, "haining": 0.5}, {"haining": 1}]}}]}, years=3, table={"vat": [80, 200, 450]})
    assert accrual(outcome, "wuyi") == [80, 150, 200] and accrual(outcome, "haining") == [0, 50, 250]


def instalments():
    """A share of 300 a year paid in thirds from the next year; the last year clears it all."""
    outcome, _ = play({"clauses": [
        {"split": {"shares": {"wuyi": 0.7, "haining": 0.3}}},
        {"settle": {"lag": 1, "instalments": 3}}]}, years=4, table={"vat": 1000})
    assert accrual(outcome, "haining") == [300] * 4
    assert flows(outcome, "haining") == [0, 0, 100, 200, 900]
    assert flows(outcome, "wuyi") == [0, 1000, 900, 800, 100]


def joint_company():
    """Ten years: two of loss, a shortfall call, losses carried, a reserve, and what is left."""
    keys = {"share": 0.5, "capital": 1000, "stakes": {"wuyi": 0.6, "haining": 0.4}, "calls": [0.5, 0.3],
            "income": [0, 100, 300], "operating": 150, "capex": [400, 400, 0, 0, 0, 0, 0, 0, 80], "life": 4,
            "payout": 0.5, "no_dividend_years": 3, "residual": 0.5}
    outcome, path = play({"kind": "equity", "company": keys}, table={"vat": 200})
    worked = ["-500", "-350", "0", "0", "0", "0", "67.5", "118.125", "143.4375", "149.34375",
              str(F("152.296875") + F("1069.296875"))]
    assert flows(outcome, "haining") == [F(x) * F("0.4") for x in worked]
    assert accrual(outcome, "wuyi") == [100] * 10
    books = Company({"capital": 20, "payout": 1}, 9)
    assert books.taxable(1, -100) == 0 and books.taxable(6, 60) == 0 and books.taxable(7, 60) == 60
    books.cash = F(1000)
    assert books.distribute(8, F(80)) == 72 and books.distribute(9, F(80)) == 78 and books.reserve == 10


def park_terms():
    """One sector of two firms joined by two a year until land for five is full."""
    return {"land": {"gross": 100, "net": 0.5}, "sectors": {"m": {
        "firms": 2, "land_per_firm": 10, "arrivals": [2, 2, 0], "ramp": [0, 0.5, 1], "exit": 0.1,
        "output": 1000, "growth": 0.1, "value_added": 0.2, "wages": 0.5, "margin": 0.05}},
        "taxes": {"vat": {"base": "value_added", "rate": 0.1, "central": 0.5},
                  "city": {"base": {"tax": "vat"}, "rate": 0.05},
                  "cit": {"base": "profit", "rate": {"otherwise": 0.2}, "holiday": [0, 0, 0.5], "province": 0.25},
                  "deed": {"base": "land_sold", "rate": 2}, "rent": {"base": "firms", "rate": 3, "non_tax": True}},
        "events": {"slump": {"in": 2018, "years": 3, "growth": -0.5, "exits": 2, "sectors": ["m"]},
                   "luck": {"probability": 0.5, "years": 9, "arrivals": 9}}}


def park():
    """Year 1: 2 firms lose a fifth, 2 arrive. Year 2: 3.6 lose a fifth and there is room for 2.12, so 2 come."""
    outcome, path = play({"kind": "proportional", "shares": {"wuyi": 1}, "statistics": {
        "output": "full", "value_added": {"wuyi": 0.25, "haining": 0.75}}}, years=3, revenue={"park": park_terms()})
    one, two, three = (year.earned for year in path.years)
    assert one.indicators["firms"] == F("3.6") and two.indicators["firms"] == F("4.88")
    assert three.indicators["firms"] == F("4.392")
    assert one.statistics["output"] == F("1.6") * 500
    assert two.statistics["output"] == (F("1.28") + F("1.6") / 2) * 275
    grown = (F("1.152") + F("1.44") + F(2) * F("0.9") / 2) * F("302.5")
    assert three.statistics["output"] == grown
    assert two.gross["vat"] == F("2.08") * 275 * F("0.02") and two.local["vat"] == two.gross["vat"] / 2
    assert two.gross["city"] == two.gross["vat"] / 20
    assert two.gross["cit"] == F("1.28") / 2 * 275 * F("0.05") * F("0.2")
    assert two.local["cit"] == two.gross["cit"] * F("0.75")
    assert (two.gross["deed"], two.gross["rent"]) == (40, F("14.64"))
    taxes = sum(two.gross.values()) - two.gross["rent"]
    assert two.indicators["tax_per_mu"] == taxes / F("48.8")
    credit = outcome["parties"]["haining"]["statistics"]
    assert credit["output"]["mean"][2] == grown and credit["value_added"]["mean"][2] == grown * F("0.2") * F("0.75")


def awards():
    """An award for four firms comes in the second and third year, from outside and from the host."""
    outcome, _ = play({"clauses": [{"split": {"shares": {"wuyi": 1}}}, {"award": {
        "indicator": "firms", "target": 4, "amount": [10, 20], "to": "haining",
        "from": {"external": 0.5, "wuyi": "rest"}}}]}, years=3, revenue={"park": park_terms()})
    assert accrual(outcome, "haining") == [0, 20, 20]


def drawing_firms():
    """A party with 0.6 where 0.5 was expected draws more firms, and so does a fund that spends."""
    terms = {"effort": {"wuyi": 0.3}, "reference": {"wuyi": 0.5, "haining": 0.5}, "fund": 0.2, "fund_reference": 100}
    free = park_terms()
    free["land"]["gross"] = 10000
    del free["events"]
    outcome, path = play({"clauses": [
        {"rebate": {"share": 0.1}},
        {"fund": {"share": 0.2, "spend": 0.5, "return": {"mean": 0}, "ownership": {"haining": 1}}},
        {"split": {"shares": {"wuyi": 0.8, "haining": 0.2}}}]}, years=2, revenue={"park": free}, feedback=terms)
    part = (0.9 * 0.8 * 0.8 / 0.5) ** 0.3
    spent = float(path.years[0].funded) / 2
    assert near(path.years[0].earned.indicators["arrivals"], 2 * part)
    assert near(path.years[1].earned.indicators["arrivals"], 2 * part * (1 + 0.2 * spent / 100))
    assert "revenue" in outcome


def together():
    """Evenness, the product of gains, and the poorest against the richest."""
    figures = {"wuyi": {"population": 100, "fiscal_revenue": 1000},
               "haining": {"population": 100, "fiscal_revenue": 2000}}
    parties = {name: {"role": keys["role"], "discount_rate": 0, "reservation": 50} | figures[name]
               for name, keys in PARTIES.items()}
    outcome, _ = play({"kind": "proportional", "shares": {"wuyi": 0.75, "haining": 0.25}}, years=4,
                      table={"vat": 100}, parties=parties,
                      transfers=[{"from": "haining", "to": "wuyi", "amount": [10, 20], "years": "2-3"}],
                      displaced={"haining": [0, 0, 0, 5]})
    assert flows(outcome, "haining") == [0, 25, 5, 5, 20] and flows(outcome, "wuyi") == [0, 75, 95, 95, 75]
    assert outcome["nash"]["mean"] == 290 * 5 and outcome["acceptance"]["mean"] == 1
    assert outcome["jain"]["mean"] == F(395**2, 2 * (340**2 + 55**2))
    assert outcome["ratio_change"]["mean"] == 100 * (F(1085) / F("2013.75") - F(1, 2))


def close(a, b, exact):
    return a == b if exact else near(a, float(b))


def conserved(scenario):
    """Every unit of revenue is due to somebody or has left, and moves only move."""
    exact = "feedback" not in scenario
    for scheme in scenario["schemes"].values():
        path, parties = Path(scenario, scheme), scenario["parties"]
        for year in path.years:
            given = sum(year.given.values()) + year.rebated + year.funded + year.invested
            assert close(sum(year.earned.local.values()), given, exact)
            due = sum(year.due(party) for party in parties)
            assert close(due, sum(year.given.values()) + year.external, exact)
        for party in parties:
            assert close(1 + sum(year.moved[party] for year in path.years), 1, exact)
        for clause in path.contract.of("fund"):
            assert clause.memory["value"] == 0
        for clause in path.contract.of("company"):
            assert clause.memory["company"].cash == 0


def sections(scenario):
    """The named groups of keys a scenario is made of."""
    yield "scenario", scenario
    for name in ("parties", "schemes"):
        for keys in scenario[name].values():
            yield name, keys
    for holder in [scenario, *scenario["schemes"].values()]:
        for name in ("costs", "transfers"):
            for keys in holder.get(name, []):
                yield name, keys
    yield "feedback", scenario.get("feedback", {})
    park = scenario["revenue"].get("park", {"sectors": {}, "taxes": {}})
    yield "park", park
    yield "land", park.get("land", {})
    for name in ("sectors", "taxes", "events"):
        for keys in park.get(name, {}).values():
            yield name, keys
    for scheme in scenario["schemes"].values():
        host = next(p for p, keys in scenario["parties"].items() if keys["role"] == "host")
        for word, keys in kinds.clauses(scheme, host):
            yield word, keys if word != "baseline" else {"parties": keys}


def coverage(count, seed):
    """How often each key comes up in the random scenarios."""
    tally = Counter()
    for one in range(seed, seed + count):
        tally.update(f"{name}.{key}" for name, keys in sections(scenarios.scenario(one)) for key in keys)
    return tally


def run(count, seed):
    """Prints what passed; true when everything did."""
    worked = (relocation, fund442, by_tax_type, cascade, fixed_return, floor_by_several, costs_first,
              waterfall_head, slices, instalments, joint_company, park, awards, drawing_firms, together)
    failed = 0
    for example in worked:
        try:
            example()
        except AssertionError as problem:
            failed += 1
            line = problem.__traceback__.tb_next.tb_lineno
            print(f"{example.__name__}: line {line} of selftest.py does not hold")
    for one in range(seed, seed + count):
        try:
            conserved(scenarios.scenario(one))
        except AssertionError:
            failed += 1
            print(f"random scenario {one}: money is lost or made")
    for name, times in sorted(coverage(count, seed).items()):
        print(f"{times:6} {name}")
    print(f"{len(worked) + count - failed} passed, {failed} failed")
    return not failed
