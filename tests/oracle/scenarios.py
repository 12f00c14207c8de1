"""Valid scenarios without chance, drawn at random from a seed.

Every clause and key comes up often, and so do the edges: lists longer than the
horizon, years without revenue, caps that bind, companies that lose money.
"""

import random

NAMES = ("wuyi", "haining", "qingtian", "ninghai")


class Maker:
    def __init__(self, seed):
        self.dice = random.Random(f"shanhai {seed}")
        self.seed = seed
        self.horizon = self.dice.choice((1, 2, 3, 5, 8, 12, 20, 30))
        names = list(NAMES[:self.dice.randint(2, 4)])
        self.dice.shuffle(names)
        self.parties = names
        host = self.dice.choice(names)
        self.roles = {name: "host" if name == host or self.chance(0.2) else "origin" for name in names}
        self.host = next(name for name in names if self.roles[name] == "host")
        self.is_park = self.chance(0.55)
        self.streams = []

    # Small words of chance.

    def chance(self, probability):
        return self.dice.random() < probability

    def some(self, low, high, digits=0):
        value = round(self.dice.uniform(low, high), digits)
        return value if digits else int(value)

    def portion(self, low=0.0, high=1.0):
        return round(self.dice.uniform(low, high), 3)

    def maybe(self, keys, name, make, probability=0.5):
        if self.chance(probability):
            keys[name] = make()

    def other(self, *names):
        return self.dice.choice([party for party in self.parties if party not in names])

    # Forms of a value.

    def uncertain(self, low, high):
        """An amount that is not known, whose mean the path without chance takes."""
        middle = self.some(low, high)
        law = self.dice.choice(("uniform", "triangular", "pert", "lognormal", "discrete", "normal"))
        terms = {"uniform": [low, high], "triangular": [low, middle, high], "pert": [low, middle, high],
                 "lognormal": {"mean": middle + 1, "cv": 0.2}, "discrete": [[low, 1], [middle, 3]],
                 "normal": {"mean": middle + 1, "sd": round((middle + 1) / 10, 4)}}
        return {law: terms[law]}

    def amount(self, low, high):
        if self.chance(0.1) and high > low + 2:
            return self.uncertain(low, high)
        return 0 if self.chance(0.08) else self.some(low, high, self.dice.choice((0, 0, 2)))

    def by_year(self, make, probability=0.6):
        """One value, or a list that may be shorter or longer than the horizon."""
        if not self.chance(probability):
            return make()
        return [make() for _ in range(self.dice.choice((1, 2, 4, self.horizon, self.horizon + 3)))]

    def amounts(self, low, high, probability=0.6):
        return self.by_year(lambda: self.amount(low, high), probability)

    def portions(self, low=0.0, high=1.0, probability=0.4):
        return self.by_year(lambda: self.portion(low, high), probability)

    def shares(self, names):
        """Parts of one over some of the names, the last of them sometimes `rest`."""
        chosen = self.dice.sample(names, self.dice.randint(1, len(names)))
        cuts = sorted(self.dice.randint(1, 99) for _ in chosen[1:])
        parts = [b - a for a, b in zip([0] + cuts, cuts + [100])]
        found = {name: part / 100 for name, part in zip(chosen, parts) if part or len(chosen) == 1}
        if self.chance(0.3):
            found[list(found)[-1]] = "rest"
        return found

    def payer(self, *without):
        names = [party for party in self.parties if party not in without]
        if self.chance(0.5):
            return self.shares(names)
        return self.dice.choice(names + ["external"])

    def years(self):
        first = self.dice.randint(1, max(1, self.horizon))
        last = first + self.dice.randint(0, 6)
        return self.dice.choice((first, f"{first}-{last}", f"{first}-", f"1-{last}"))

    def text(self, zh, en):
        return {"zh": zh, "en": en} if self.chance(0.5) else en

    # The scenario.

    def scenario(self):
        revenue = {"park": self.park()} if self.is_park else self.table()
        found = {
            "shanhai": 1,
            "title": self.text("随机情景", f"Random scenario {self.seed}"),
            "currency": {"code": "CNY", "unit": self.dice.choice((1, 10000))},
            "horizon": {"start": 2019, "years": self.horizon},
            "seed": self.dice.randint(1, 10**6),
            "parties": self.people(),
            "revenue": revenue,
        }
        self.maybe(found, "costs", self.costs, 0.7)
        self.maybe(found, "transfers", self.transfers)
        self.maybe(found, "displaced", lambda: {self.other(): self.amounts(0, 300)}, 0.4)
        if self.is_park:
            self.maybe(found, "feedback", self.feedback, 0.4)
        found["schemes"] = {f"s{i}": self.scheme() for i in range(1, self.dice.randint(1, 4) + 1)}
        return found

    def people(self):
        figures, found = self.chance(0.6), {}
        for name in self.parties:
            keys = {"role": self.roles[name], "discount_rate": self.portion(0, 0.12)}
            self.maybe(keys, "name", lambda: self.text("地方", name.title()))
            self.maybe(keys, "reservation", lambda: self.some(-2000, 2000))
            if figures or self.chance(0.2):
                keys |= {"population": self.some(1e5, 1e6), "fiscal_revenue": self.some(1e4, 1e6)}
            found[name] = keys
        return found

    def table(self):
        self.streams = self.dice.sample(("vat", "cit", "pit", "rent", "deed"), self.dice.randint(1, 4))
        late = self.chance(0.45)
        revenue = {"table": {}}
        for stream in self.streams:
            value = self.amounts(0, 5000, 0.8)
            if late and isinstance(value, list):
                value[0] = 0
            revenue["table"][stream] = [0, 0, 0] + [self.some(1, 3000)] if late and self.chance(0.6) else value
        if self.chance(0.3):
            revenue["uncertainty"] = {"sd": self.portion(0, 0.3), "rho": self.portion(0, 0.9)}
        return revenue

    def costs(self):
        found = []
        for i in range(self.dice.randint(1, 3)):
            item = {"name": f"works {i + 1}", "amount": self.amounts(0, 6000), "from": self.payer()}
            self.maybe(item, "price", lambda: self.amounts(0, 3), 0.2)
            self.maybe(item, "overrun", lambda: {"lognormal": {"mean": self.some(0.9, 1.3, 2), "cv": 0.2}}, 0.3)
            found.append(item)
        return found

    def transfers(self):
        found = []
        for _ in range(self.dice.randint(1, 2)):
            to = self.other()
            item = {"from": self.payer(to), "to": to, "amount": self.amounts(1, 400)}
            self.maybe(item, "price", lambda: self.amounts(0, 3), 0.3)
            self.maybe(item, "years", self.years)
            found.append(item)
        return found

    def feedback(self):
        named = self.dice.sample(self.parties, self.dice.randint(1, len(self.parties)))
        reference = {party: 0.2 for party in self.parties[1:]} | {self.parties[0]: "rest"}
        found = {"effort": {party: self.portion(0, 0.6) for party in named}, "reference": reference}
        if self.chance(0.6):
            found |= {"fund": self.portion(0, 0.5), "fund_reference": self.some(10, 500)}
        return found

    # The park.

    def park(self):
        names = self.dice.sample(("machinery", "textiles", "software"), self.dice.randint(1, 3))
        found = {"land": {"gross": self.some(50, 3000)}}
        self.maybe(found["land"], "net", lambda: self.portion(0.3, 1))
        if self.chance(0.6):
            found["land"]["released"] = sorted(self.portion() for _ in range(self.dice.randint(1, 8)))
        self.maybe(found, "macro", lambda: {"rho": self.portion(0, 0.6)}, 0.3)
        found["sectors"] = {name: self.sector() for name in names}
        found["taxes"] = self.taxes(names)
        self.maybe(found, "events", lambda: self.events(names))
        return found

    def sector(self):
        keys = {
            "land_per_firm": self.some(2, 40, self.dice.choice((0, 1))),
            "arrivals": self.by_year(lambda: self.some(0, 6, self.dice.choice((0, 1))), 0.8),
            "output": self.some(500, 20000),
            "growth": self.portion(-0.03, 0.08),
            "value_added": self.portions(0.1, 0.4),
            "wages": self.portions(0.2, 0.6),
            "margin": self.portions(-0.03, 0.12),
        }
        self.maybe(keys, "firms", lambda: self.some(0, 12))
        self.maybe(keys, "exit", lambda: self.portions(0, 0.15))
        if self.chance(0.7):
            keys["ramp"] = sorted(self.portion() for _ in range(self.dice.randint(1, 6)))
        for name, high in (("sigma", 0.2), ("rho", 0.6), ("margin_sd", 0.03), ("margin_link", 0.7),
                           ("firm_cv", 0.8), ("arrivals_macro", 0.4), ("exit_macro", 0.4)):
            self.maybe(keys, name, lambda: self.portion(0, high), 0.15)
        return keys

    def taxes(self, sectors):
        kinds = {
            "vat": {"base": "value_added"}, "cit": {"base": "profit"}, "pit": {"base": "wages"},
            "sales": {"base": "output"}, "land_use": {"base": "land"}, "deed": {"base": "land_sold"},
            "rent": {"base": "firms", "non_tax": True},
        }
        chosen = self.dice.sample(list(kinds), self.dice.randint(2, 6))
        found = {name: self.tax(kinds[name], sectors) for name in chosen}
        if self.chance(0.5):
            found["urban"] = self.tax({"base": {"tax": self.dice.choice(chosen)}}, sectors)
            self.maybe(found, "education", lambda: self.tax({"base": {"tax": "urban"}}, sectors), 0.3)
        self.streams = list(found)
        return found

    def tax(self, keys, sectors):
        keys, flow = dict(keys), keys["base"] in ("value_added", "profit", "wages", "output")
        if keys["base"] in ("land", "land_sold", "firms"):
            keys["rate"] = self.by_year(lambda: self.some(0.1, 20, 1), 0.4)
        elif flow and self.chance(0.3):
            keys["rate"] = {self.dice.choice(sectors): self.portion(0, 0.25), "otherwise": self.portion(0, 0.2)}
        else:
            keys["rate"] = self.portions(0.01, 0.25)
        self.maybe(keys, "central", lambda: self.portions(0, 0.6))
        self.maybe(keys, "province", lambda: self.portions(0, 0.4))
        if flow and self.chance(0.4):
            keys["holiday"] = [self.portion() for _ in range(self.dice.randint(1, 5))]
        return keys

    def events(self, sectors):
        found = {}
        for i in range(self.dice.randint(1, 3)):
            event = {"years": self.dice.randint(1, 4)}
            if self.chance(0.8):
                event["in"] = 2019 + self.dice.randint(-2, self.horizon - 1)
            else:
                event["probability"] = self.portion(0, 0.2)
            self.maybe(event, "growth", lambda: self.portion(-0.2, 0.1))
            self.maybe(event, "arrivals", lambda: self.portion(0, 2))
            self.maybe(event, "exits", lambda: self.portion(0, 9))
            self.maybe(event, "margin", lambda: round(self.portion(-0.1, 0.05) + 0.0005, 4))
            self.maybe(event, "sectors", lambda: self.dice.sample(sectors, 1), 0.3)
            found[f"event{i + 1}"] = event
        return found

    # Schemes.

    def scheme(self):
        self.pooled = list(self.streams)
        scheme = self.by_kind() if self.chance(0.3) else {"clauses": self.contract()}
        self.maybe(scheme, "name", lambda: self.text("方案", "A scheme"))
        self.maybe(scheme, "clock", lambda: self.dice.choice(("signing", "first_revenue", "first_revenue")))
        self.maybe(scheme, "costs", self.costs, 0.15)
        self.maybe(scheme, "transfers", self.transfers, 0.15)
        return scheme

    def by_kind(self):
        kind = self.dice.choice(("proportional", "phased_proportional", "proportional_fund", "equity", "by_tax_type"))
        scheme = {"kind": kind}
        if kind == "phased_proportional":
            scheme["phases"] = self.phases(plain=True)
        elif kind == "by_tax_type":
            scheme["shares"] = self.by_stream()
        elif kind != "equity" or self.chance(0.6):
            scheme["shares"] = self.shares(self.parties)
        if kind == "proportional_fund":
            scheme["fund"] = self.fund()
        if kind == "equity":
            scheme["company"] = self.company()
        for word in self.dice.sample(("pool", "baseline", "rebate", "recover", "cap", "floor", "settle"), 2):
            one = getattr(self, word)()
            several = word in ("rebate", "recover", "cap") and self.chance(0.3)
            scheme[word] = [one, getattr(self, word)()] if several else one
        return scheme

    def contract(self):
        words, after = [], ["cap", "cap", "floor"] + ["award", "statistics"] * self.is_park
        for word in ("baseline", "rebate", "recover", "fund", "company"):
            words += [word] * self.dice.choice((0, 0, 1, 1, 1 + (word in ("rebate", "recover", "fund"))))
        self.dice.shuffle(words)
        after = [word for word in after + ["settle"] if self.chance(0.5)]
        self.dice.shuffle(after)
        found = [{"pool": self.pool()}] if self.chance(0.6) else []
        found += [{word: getattr(self, word)()} for word in words]
        if self.chance(0.75):
            found.append({"split": self.split("recover" in words)})
        else:
            found.append({"tiers": self.tiers()})
        return found + [{word: getattr(self, word)()} for word in after]

    def pool(self):
        keys = {}
        if self.chance(0.5):
            self.pooled = self.dice.sample(self.streams, self.dice.randint(1, len(self.streams)))
            keys["streams"] = self.pooled
        self.maybe(keys, "introduced", self.portions)
        if not keys or self.chance(0.5):
            keys["unshared_to"] = self.other()
        return keys

    def baseline(self):
        named = self.dice.sample(self.parties, self.dice.randint(1, len(self.parties)))
        return {party: self.amounts(0, 800) for party in named}

    def rebate(self):
        return {"share": self.portions(0, 0.4)}

    def recover(self):
        keys = {"party": self.other(), "amount": "costs" if self.chance(0.5) else self.amount(100, 9000)}
        self.maybe(keys, "share", lambda: self.portions(0.1, 1))
        return keys

    def fund(self):
        keys = {"share": self.portions(0, 0.5), "return": {"mean": self.portion(-0.05, 0.1)},
                "ownership": self.shares(self.parties)}
        self.maybe(keys["return"], "sd", lambda: 0.06, 0.3)
        self.maybe(keys["return"], "macro_link", lambda: 0.4, 0.2)
        self.maybe(keys, "spend", lambda: self.portions(0, 0.5))
        self.maybe(keys, "fee", lambda: self.portions(0, 0.03, 0.2))
        self.maybe(keys, "match", lambda: self.portions(0, 2), 0.3)
        return keys

    def company(self):
        keys = {"capital": self.some(100, 8000), "stakes": self.shares(self.parties)}
        self.maybe(keys, "calls", lambda: self.dice.choice((1, [0.4, 0.3, 0.3], [0, 1], [0.5, 0.5])))
        self.maybe(keys, "income", lambda: self.amounts(0, 900))
        self.maybe(keys, "operating", lambda: self.amounts(0, 900))
        self.maybe(keys, "capex", lambda: self.amounts(0, 3000), 0.7)
        self.maybe(keys, "life", lambda: self.dice.choice((1, 3, 10, 40)), 0.7)
        self.maybe(keys, "tax", lambda: self.portion(0, 0.3))
        self.maybe(keys, "payout", self.portion, 0.8)
        self.maybe(keys, "no_dividend_years", lambda: self.dice.randint(0, 4))
        self.maybe(keys, "residual", lambda: self.portion())
        self.maybe(keys, "share", lambda: self.portions(0, 1))
        return keys

    def by_stream(self):
        named = self.dice.sample(self.pooled, self.dice.randint(1, len(self.pooled)))
        found = {stream: self.shares(self.parties) for stream in named}
        self.maybe(found, "otherwise", lambda: self.shares(self.parties))
        return found

    def terms(self, plain):
        return self.by_stream() if not plain and self.chance(0.35) else self.shares(self.parties)

    def phases(self, plain=False):
        last, found = 0, {}
        for _ in range(self.dice.randint(0, 3)):
            first, last = last + 1, last + self.dice.randint(1, 5)
            found[f"{first}-{last}" if first < last else str(first)] = self.terms(plain)
        open_end = last >= self.horizon or self.chance(0.85)
        found[f"{last + 1}-" if open_end else f"{last + 1}-{self.horizon}"] = self.terms(plain)
        return found

    def split(self, recovers):
        keys = {"phases": self.phases()} if self.chance(0.6) else {"shares": self.terms(False)}
        if recovers and "phases" in keys:
            self.maybe(keys, "clock", lambda: "recovered", 0.7)
        return keys

    def tiers(self):
        bounds = sorted(self.dice.sample(range(50, 6000), self.dice.randint(1, 3)))
        return {"bounds": bounds, "shares": [self.shares(self.parties) for _ in range(len(bounds) + 1)]}

    def cap(self):
        party, excess_to = self.dice.sample(self.parties, 2)
        keys = {"party": party, "excess_to": excess_to}
        if excess_to == self.host and self.chance(0.7):
            del keys["excess_to"]
        if self.chance(0.6):
            return keys | {"total": 0 if self.chance(0.05) else self.some(200, 12000)}
        return keys | {"yearly": self.amounts(10, 1500)}

    def floor(self):
        party = self.other()
        amount = {"rate": self.portions(0.02, 0.15), "of": self.some(500, 20000)}
        keys = {"party": party, "amount": amount if self.chance(0.4) else self.amounts(10, 2000),
                "from": self.payer(party)}
        self.maybe(keys, "years", self.years)
        self.maybe(keys, "fulfilment", lambda: self.portion(0.3, 1), 0.4)
        self.maybe(keys, "count_dividends", lambda: self.chance(0.7))
        return keys

    def award(self):
        indicator, high = self.dice.choice((("firms", 20), ("arrivals", 4), ("output_per_mu", 400), ("tax_per_mu", 40)))
        to = self.other()
        keys = {"indicator": indicator, "target": self.by_year(lambda: self.some(0, high, 1), 0.4),
                "to": to, "from": self.payer(to)}
        keys |= {"amount": self.amounts(5, 400)} if self.chance(0.6) else {"share": self.portions(0, 0.2)}
        self.maybe(keys, "years", self.years)
        return keys

    def settle(self):
        keys = {"lag": self.dice.randint(0, 3), "instalments": self.dice.randint(1, 4)}
        self.maybe(keys, "held_by", self.other)
        return keys

    def statistics(self):
        keys = {}
        for flow in self.dice.sample(("output", "value_added"), self.dice.randint(1, 2)):
            keys[flow] = "full" if self.chance(0.3) else self.shares(self.parties)
        self.maybe(keys, "years", self.years, 0.3)
        self.maybe(keys, "otherwise_to", self.other, 0.3)
        return keys


def scenario(seed):
    return Maker(seed).scenario()
