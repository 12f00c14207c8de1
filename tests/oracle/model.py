"""The model once more, path by path and without chance, for the engine to be held against.

`evaluate` takes a scenario as a dict, the scenario language as data, and returns
the numbers of `run --twin --json` under the names they have there.
"""

import feedback
import outcomes
from contract import Contract
from economy import economy
from values import level, number, shares, within


class Path:
    """One scheme on one future: the economy, the contract and every party's flows."""

    def __init__(self, scenario, scheme):
        self.scenario, self.scheme = scenario, scheme
        self.parties = scenario["parties"]
        self.horizon = scenario["horizon"]["years"]
        self.contract = Contract(scenario, scheme)
        self.economy = economy(scenario)
        self.contract.streams = list(self.economy.streams)
        called = self.contract.open()
        self.flows = {p: [-self.contract.cost(p, 0) - called[p]] for p in self.parties}
        self.years = [self.step(t) for t in range(1, self.horizon + 1)]

    def step(self, t):
        terms = self.scenario.get("feedback")
        boost = feedback.boost(self.contract, terms, t) if terms else 1
        year = self.contract.year(t, self.economy.step(t, boost))
        for party, flow in self.flows.items():
            flow.append(self.flow(year, party, t))
        return year

    def flow(self, year, party, t):
        """The cash of one party in one year."""
        displaced = self.scenario.get("displaced", {}).get(party, 0)
        received = year.due(party) + year.moved[party] + year.dividend[party] + year.payout[party]
        paid = self.contract.cost(party, t) + year.called[party] + level(displaced, t)
        return received - paid + self.transferred(party, t)

    def transferred(self, party, t):
        """Aid received less aid given."""
        total = 0
        for item in self.scheme.get("transfers", self.scenario.get("transfers", [])):
            if within(item.get("years", "1-"), t):
                part = (item["to"] == party) - shares(item["from"]).get(party, 0)
                total += part * level(item["amount"], t) * level(item.get("price", 1), t)
        return total


def estimate(value):
    return {"mean": value}


def median(value):
    return {"q50": value}


def revenue(path):
    """Local-retained revenue and the other levels, by stream and year."""
    found = {}
    for stream in path.contract.streams:
        by_level = lambda of: [getattr(year.earned, of)[stream] for year in path.years]
        found[stream] = estimate(by_level("local"))
        if path.years[0].earned.gross:
            for name in ("gross", "central", "province"):
                found[stream][name] = estimate(by_level(name))
    return found


def party_outcome(path, party):
    keys, flows = path.parties[party], path.flows[party]
    found = {
        "npv": estimate(outcomes.npv(flows, number(keys["discount_rate"]))),
        "payback": median(outcomes.payback(flows)),
        "cash_flow": estimate(flows),
        "accrual": estimate([year.due(party) for year in path.years]),
        "irr": median(outcomes.irr(flows)),
    }
    clauses = path.contract.clauses
    if any(c.word == "cap" and c.get("party") == party for c in clauses):
        found["cap_year"] = median(path.contract.cap_year(party))
    if any(c.word == "floor" and c.get("party") == party for c in clauses):
        found["floor_calls"] = estimate(sum(year.calls[party] for year in path.years))
        found["broken_promises"] = estimate(sum(year.broken[party] for year in path.years))
    credit = {flow: estimate([year.lists[flow][party] for year in path.years])
              for flow in ("output", "value_added") if path.years[0].lists[flow]}
    if credit:
        found["statistics"] = credit
    return found


def scheme_outcome(path):
    parties = {party: party_outcome(path, party) for party in path.parties}
    values = [found["npv"]["mean"] for found in parties.values()]
    flows = sum(path.flows.values(), [])
    outside = [number(keys.get("reservation", 0)) for keys in path.parties.values()]
    gains = outcomes.gains(values, outside, flows)
    found = {
        "parties": parties,
        "acceptance": estimate(int(min(gains) >= 0)),
        "total_npv": estimate(sum(values)),
        "nash": estimate(outcomes.nash(gains)),
        "jain": estimate(outcomes.jain(outcomes.gains(values, [0] * len(values), flows))),
        "ratio_change": estimate(outcomes.ratio_change(path.parties, path.flows)),
    }
    if "feedback" in path.scenario:
        found["revenue"] = revenue(path)
    return found


def evaluate(scenario):
    paths = {name: Path(scenario, scheme) for name, scheme in scenario["schemes"].items()}
    found = {"schemes": {name: scheme_outcome(path) for name, path in paths.items()}}
    if "feedback" not in scenario:
        found["revenue"] = revenue(next(iter(paths.values())))
    return found
