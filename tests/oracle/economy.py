"""The economy: what is earned each year, before anybody shares it.

Nothing is random here: firms arrive and leave at their expected numbers, so
there are fractions of firms, and land takes fractions too.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from values import level, number

FLOWS = ("output", "value_added", "wages", "profit")


@dataclass
class Earned:
    """One year of the economy, as a contract may look at it."""
    local: dict
    gross: dict = field(default_factory=dict)
    central: dict = field(default_factory=dict)
    province: dict = field(default_factory=dict)
    statistics: dict = field(default_factory=dict)
    indicators: dict = field(default_factory=dict)


class Table:
    """The planner's own forecast."""

    def __init__(self, scenario):
        self.streams = scenario["revenue"]["table"]

    def step(self, t, boost=1):
        return Earned({stream: level(value, t) for stream, value in self.streams.items()})


class Sector:
    """The firms of one sector by age; `old` are those that stood there at signing."""

    def __init__(self, keys):
        self.keys = keys
        self.old = number(keys.get("firms", 0))
        self.young = []
        self.growth = Fraction(1)
        self.arrived = Fraction(0)

    def firms(self):
        return self.old + sum(self.young)

    def land(self):
        return self.firms() * number(self.keys["land_per_firm"])

    def leave(self, t, multiplier):
        stay = 1 - min(1, level(self.keys.get("exit", 0), t) * multiplier)
        self.old *= stay
        self.young = [count * stay for count in self.young]

    def arrive(self, wanted, free):
        self.arrived = min(wanted, max(0, free) / number(self.keys["land_per_firm"]))
        self.young.insert(0, self.arrived)

    def mature(self, holiday=1):
        """Firms in units of mature output, weighted by the share of tax that is due."""
        ramp = self.keys.get("ramp", 1)
        total = self.old * last(ramp) * last(holiday)
        for age, count in enumerate(self.young):
            total += count * level(ramp, age + 1) * level(holiday, age + 1)
        return total

    def earn(self, t, shock, margin):
        """The four flows of a year, per unit of mature output."""
        if t > 1:
            self.growth *= 1 + number(self.keys["growth"])
        self.growth *= shock
        output = number(self.keys["output"]) * self.growth
        value_added = level(self.keys["value_added"], t) * output
        self.unit = {
            "output": output,
            "value_added": value_added,
            "wages": level(self.keys["wages"], t) * value_added,
            "profit": (level(self.keys["margin"], t) + margin) * output,
        }


def last(value):
    return number(value[-1] if isinstance(value, list) else value)


class Park:
    """Sectors that share the land, and the taxes on what they do."""

    def __init__(self, scenario):
        self.start = scenario["horizon"]["start"]
        self.keys = scenario["revenue"]["park"]
        self.sectors = {name: Sector(keys) for name, keys in self.keys["sectors"].items()}
        self.streams = self.keys["taxes"]

    def running(self, t, sector):
        """Events of a known year; those that only may happen are left out."""
        for event in self.keys.get("events", {}).values():
            age = self.start + t - 1 - event["in"] if "in" in event else -1
            if 0 <= age < event["years"] and sector in event.get("sectors", self.sectors):
                yield event

    def shift(self, t, sector, word):
        """What the events make of a multiplier."""
        product = Fraction(1)
        for event in self.running(t, sector):
            product *= number(event.get(word, 1))
        return product

    def step(self, t, boost=1):
        for name, sector in self.sectors.items():
            sector.leave(t, self.shift(t, name, "exits"))
        land = self.keys["land"]
        open_land = number(land["gross"]) * number(land.get("net", 1)) * level(land.get("released", 1), t)
        for name, sector in self.sectors.items():
            free = open_land - self.occupied()
            wanted = level(sector.keys["arrivals"], t) * boost * self.shift(t, name, "arrivals")
            sector.arrive(wanted, free)
        for name, sector in self.sectors.items():
            events = list(self.running(t, name))
            shock = Fraction(1)
            for event in events:
                shock *= 1 + number(event.get("growth", 0))
            sector.earn(t, shock, sum(number(event.get("margin", 0)) for event in events))
        return self.collect(t)

    def occupied(self):
        return sum(sector.land() for sector in self.sectors.values())

    def base(self, tax, name):
        """What a tax is levied on in one sector."""
        word, sector = tax["base"], self.sectors[name]
        if word in FLOWS:
            return max(0, sector.unit[word]) * sector.mature(tax.get("holiday", 1))
        return {"firms": sector.firms(), "land": sector.land(),
                "land_sold": sector.arrived * number(sector.keys["land_per_firm"])}[word]

    def gross(self, stream, t):
        """A tax before anybody takes a part; a tax on a tax follows its base."""
        tax = self.streams[stream]
        rate = tax["rate"]
        if isinstance(tax["base"], dict):
            return self.gross(tax["base"]["tax"], t) * level(rate, t)
        total = Fraction(0)
        for name in self.sectors:
            by_sector = isinstance(rate, dict) and ("otherwise" in rate or name in rate)
            own = rate.get(name, rate.get("otherwise")) if by_sector else rate
            total += self.base(tax, name) * level(own, t)
        return total

    def collect(self, t):
        earned = Earned({})
        for stream, tax in self.streams.items():
            gross = self.gross(stream, t)
            earned.gross[stream] = gross
            earned.central[stream] = gross * level(tax.get("central", 0), t)
            earned.province[stream] = gross * level(tax.get("province", 0), t)
            earned.local[stream] = gross - earned.central[stream] - earned.province[stream]
        for flow in ("output", "value_added"):
            earned.statistics[flow] = sum(s.unit[flow] * s.mature() for s in self.sectors.values())
        land = self.occupied()
        taxes = sum(earned.gross[s] for s, tax in self.streams.items() if not tax.get("non_tax"))
        earned.indicators = {
            "firms": sum(sector.firms() for sector in self.sectors.values()),
            "arrivals": sum(sector.arrived for sector in self.sectors.values()),
            "output_per_mu": earned.statistics["output"] / land if land else Fraction(0),
            "tax_per_mu": taxes / land if land else Fraction(0),
        }
        return earned


def economy(scenario):
    return Table(scenario) if "table" in scenario["revenue"] else Park(scenario)
