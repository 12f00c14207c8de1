"""A contract: clauses that act in the order written on a pool that shrinks.

Each clause is one function of the year and its own terms. What a clause must
remember from year to year stands in its own memory.
"""

from collections import defaultdict
from fractions import Fraction

import kinds
from company import Company
from values import EXTERNAL, level, more, number, payment, shares, within


class Clause:
    def __init__(self, word, keys):
        self.word, self.keys = word, keys
        self.memory = defaultdict(Fraction)

    def get(self, key, default=None):
        return self.keys.get(key, default)


class Year:
    """One year of one contract while its clauses act."""

    def __init__(self, contract, t, earned):
        self.contract, self.t, self.earned = contract, t, earned
        self.streams = dict(earned.local)
        self.opened = self.total()
        self.clock = contract.clock_year(t)
        self.lists = defaultdict(dict)
        for account in ("kept", "shared", "moved", "dividend", "payout", "called", "calls", "broken"):
            setattr(self, account, defaultdict(Fraction))
        self.rebated = self.funded = self.invested = self.external = Fraction(0)

    def total(self):
        return sum(self.streams.values())

    def level(self, value):
        return level(value, self.clock)

    def due(self, party):
        return self.kept[party] + self.shared[party]

    def take(self, share):
        """A share of the pool, from all streams in proportion."""
        taken = self.total() * share
        self.streams = {stream: amount * (1 - share) for stream, amount in self.streams.items()}
        return taken

    def take_amount(self, amount):
        total = self.total()
        return self.take(amount / total) if total else Fraction(0)

    def give(self, account, amount, parts):
        for party, part in parts.items():
            account[party] += amount * part

    def move(self, amount, payer, to):
        """Between the parties' shared accruals; only the outside brings money in."""
        self.shared[to] += amount
        if payer == EXTERNAL:
            self.external += amount
        else:
            self.shared[payer] -= amount


def pool(year, clause):
    """What is not shared goes to one party before the contract begins."""
    listed = clause.get("streams", list(year.streams))
    introduced = year.level(clause.get("introduced", 1))
    to = clause.get("unshared_to", year.contract.host)
    for stream, amount in year.streams.items():
        inside = amount * introduced if stream in listed else Fraction(0)
        year.streams[stream] = inside
        year.kept[to] += amount - inside
    year.opened = year.total()


def baseline(year, clause):
    """Existing revenue stays where it was, scaled down together when the pool is short."""
    wanted = {party: year.level(amount) for party, amount in clause.keys.items()}
    total = sum(wanted.values())
    if not total:
        return
    taken = year.take_amount(min(total, year.total()))
    year.give(year.kept, taken / total, wanted)


def rebate(year, clause):
    year.rebated += year.take(year.level(clause.get("share")))


def recover_amount(contract, clause, t):
    """What a recover is after; costs grow as they are paid."""
    if clause.get("amount") != "costs":
        return number(clause.get("amount"))
    return sum(contract.cost(clause.get("party"), s) for s in range(t + 1))


def recovered(contract, clause, t):
    amount = recover_amount(contract, clause, t)
    return not more(amount, clause.memory["recovered"], amount)


def recover(year, clause):
    missing = recover_amount(year.contract, clause, year.t) - clause.memory["recovered"]
    offered = year.total() * year.level(clause.get("share", 1))
    taken = year.take_amount(min(offered, max(0, missing)))
    clause.memory["recovered"] += taken
    year.shared[clause.get("party")] += taken


def fund(year, clause):
    """A pot that earns, pays fees and spends; what stands in it at the end is paid out."""
    inflow = year.take(year.level(clause.get("share")))
    year.funded += inflow
    before = clause.memory["value"]
    left = before - year.level(clause.get("spend", 0)) * before
    grown = 1 + max(-1, year.level(clause.get("return")["mean"]))
    value = left * (1 - year.level(clause.get("fee", 0))) * grown + inflow * (1 + year.level(clause.get("match", 0)))
    if year.t == year.contract.horizon:
        year.give(year.payout, value, shares(clause.get("ownership")))
        value = Fraction(0)
    clause.memory["value"] = value


def company(year, clause):
    inflow = year.take(year.level(clause.get("share", 1)))
    year.invested += inflow
    called, dividend, payout = clause.memory["company"].year(year.t, year.clock, inflow)
    stakes = shares(clause.get("stakes"))
    year.give(year.called, called, stakes)
    year.give(year.dividend, dividend, stakes)
    year.give(year.payout, payout, stakes)


def split_year(contract, clause, t):
    """The year of the split's own clock, 0 before it begins."""
    if clause.get("clock") != "recovered":
        return contract.clock_year(t)
    begun = clause.memory["begun"]
    return t - begun + 1 if begun else 0


def split_shares(clause, clock):
    """The shares in force; before the clock begins those of the first phase."""
    if "phases" not in clause.keys:
        return clause.get("shares")
    return next(parts for years, parts in clause.get("phases").items() if within(years, max(1, clock)))


def of_stream(contract, parts, stream):
    """The parties' shares of one stream."""
    if not any(isinstance(part, dict) for part in parts.values()):
        return shares(parts)
    return shares(parts.get(stream, parts.get("otherwise", contract.host)))


def split(year, clause):
    contract, left = year.contract, year.total()
    if left and more(left, 0, year.opened):
        clause.memory["streams"] = dict(year.streams)
        before = contract.clauses[:contract.clauses.index(clause)]
        done = all(recovered(contract, c, year.t) for c in before if c.word == "recover")
        if done and not clause.memory["begun"]:
            clause.memory["begun"] = year.t
    parts = split_shares(clause, split_year(contract, clause, year.t))
    for stream, amount in year.streams.items():
        year.give(year.shared, amount, of_stream(contract, parts, stream))
    year.streams = {}


def tiers(year, clause):
    total = year.take(1)
    clause.memory["seen"] = total
    below = Fraction(0)
    bounds = [number(bound) for bound in clause.get("bounds")] + [total]
    for bound, parts in zip(bounds, clause.get("shares")):
        upper = max(below, min(bound, total))
        year.give(year.shared, upper - below, shares(parts))
        below = upper


def cap(year, clause):
    party, memory = clause.get("party"), clause.memory
    whole = "total" in clause.keys
    limit = number(clause.get("total")) - memory["passed"] if whole else year.level(clause.get("yearly"))
    excess = max(0, year.shared[party] - limit)
    year.move(excess, party, clause.get("excess_to", year.contract.host))
    memory["passed"] += year.shared[party]
    full = whole and capped(clause)
    if (full or more(excess, 0, year.opened)) and not memory["year"]:
        memory["year"] = year.t


def capped(clause):
    """Whether a total cap is reached."""
    total = number(clause.get("total"))
    return not more(total, clause.memory["passed"], total)


def runs(year, clause):
    return "years" not in clause.keys or (year.clock > 0 and within(clause.get("years"), year.clock))


def floor(year, clause):
    """A promise to top up; a promise kept only sometimes pays its expected part."""
    if not runs(year, clause):
        return
    party, amount = clause.get("party"), clause.get("amount")
    if isinstance(amount, dict) and "of" in amount:
        promised = year.level(amount["rate"]) * number(amount["of"])
    else:
        promised = year.level(amount)
    has = year.shared[party] + (year.dividend[party] if clause.get("count_dividends") else 0)
    short = promised - has
    if not more(short, 0, max(abs(promised), year.opened)):
        return
    kept = year.level(clause.get("fulfilment", 1))
    year.calls[party] += 1
    for payer, part in shares(clause.get("from")).items():
        year.move(short * part * kept, payer, party)
        year.broken[party] += 1 - kept


def award(year, clause):
    if not runs(year, clause):
        return
    if "indicator" in clause.keys:
        target = year.level(clause.get("target"))
        if more(target, year.earned.indicators[clause.get("indicator")], target):
            return
    amount = year.level(clause.get("amount")) if "amount" in clause.keys \
        else year.opened * year.level(clause.get("share"))
    for payer, part in shares(clause.get("from")).items():
        year.move(amount * part, payer, clause.get("to"))


def settle(year, clause):
    """The holder keeps what others are due and pays it later, all of it by the end."""
    holder = clause.get("held_by", year.contract.host)
    count, later = int(clause.get("instalments", 1)), int(clause.get("lag", 0))
    for party in year.contract.parties:
        if party == holder:
            continue
        owed = year.due(party)
        for i in range(count):
            when = min(year.t + later + i, year.contract.horizon)
            clause.memory[party, when] += owed / count
        held = owed - clause.memory[party, year.t]
        year.moved[party] -= held
        year.moved[holder] += held


def statistics(year, clause):
    """Credit for appraisal, beside the money."""
    every = {party: 1 for party in year.contract.parties}
    for flow in ("output", "value_added"):
        if flow not in clause.keys:
            continue
        parts = clause.get(flow)
        credit = every if parts == "full" else shares(parts)
        if not runs(year, clause):
            credit = {clause.get("otherwise_to", year.contract.host): 1}
        total = year.earned.statistics[flow]
        year.lists[flow] = {party: total * credit.get(party, 0) for party in every}


ACT = {f.__name__: f for f in (pool, baseline, rebate, recover, fund, company, split, tiers,
                               cap, floor, award, settle, statistics)}


class Contract:
    """One scheme of a scenario, stepped year by year."""

    def __init__(self, scenario, scheme):
        self.parties = list(scenario["parties"])
        self.host = next(p for p, keys in scenario["parties"].items() if keys["role"] == "host")
        self.horizon = scenario["horizon"]["years"]
        self.costs = scheme.get("costs", scenario.get("costs", []))
        self.clauses = [Clause(word, keys) for word, keys in kinds.clauses(scheme, self.host)]
        self.waits = scheme.get("clock", "signing") == "first_revenue"
        self.begun = None if self.waits else 1

    def cost(self, party, t):
        """What one party pays for the works in one year."""
        total = Fraction(0)
        for item in self.costs:
            overrun = number(item.get("overrun", 1))
            price = level(item.get("price", 1), max(t, 1))
            total += payment(item["amount"], t) * price * overrun * shares(item["from"]).get(party, 0)
        return total

    def clock_year(self, t):
        return t - self.begun + 1 if self.begun else 0

    def of(self, word):
        return [clause for clause in self.clauses if clause.word == word]

    def open(self):
        """Signing: what the owners pay into the companies."""
        called = defaultdict(Fraction)
        for clause in self.of("company"):
            clause.memory["company"] = Company(clause.keys, self.horizon)
            amount = clause.memory["company"].open()
            for party, part in shares(clause.get("stakes")).items():
                called[party] += amount * part
        return called

    def year(self, t, earned):
        year = Year(self, t, earned)
        for clause in self.of("pool"):
            pool(year, clause)
        if not self.begun and more(year.opened, 0, year.opened):
            self.begun = t
            year.clock = 1
        for clause in self.clauses:
            if clause.word != "pool":
                ACT[clause.word](year, clause)
            if clause.word in ("split", "tiers"):
                year.given = {party: year.due(party) for party in self.parties}
        return year

    def cap_year(self, party):
        years = [c.memory["year"] for c in self.of("cap") if c.get("party") == party and c.memory["year"]]
        return min(years, default=None)
