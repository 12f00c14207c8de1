"""What the two NumPy rivals share: the scenario they simulate, and the statistics of what came out.

A rival gives one function, simulate(scenario, rng, paths), for one block of paths. It returns

    flows    (years + 1, schemes * parties, paths)   cash flow from signing on, in the order of the file
    revenue  (years, taxes, paths)                   local revenue

The statistics stand here, once, so that what differs between the rivals is how they simulate.
"""

import json
import math
import sys
import time
from pathlib import Path

import numpy as np
import yaml

REFERENCE = Path(__file__).with_name("reference.yaml")
WITHIN = 5 * math.sqrt(2)  # how far apart, in standard errors, quantiles of two runs may lie


def number(value):
    if isinstance(value, str) and value.endswith("%"):
        return float(value[:-1]) / 100
    return float(value)


def levels(value, years):
    """By year from year 1; the last value is held."""
    values = value if isinstance(value, list) else [value]
    return np.array([number(values[min(year, len(values) - 1)]) for year in range(years)])


def payments(values, years):
    """By year from signing; nothing beyond the list."""
    return np.array([number(value) for value in values] + [0.0] * (years + 1 - len(values)))


def sum_variance(rho, years):
    """Variance of s_1 + ... + s_t for t = 1 ... years, s a stationary AR(1) of unit variance."""
    return np.array([t + 2 * sum((t - d) * rho**d for d in range(1, t)) for t in range(1, years + 1)])


class Scenario:
    """The numbers of the file. What belongs to a sector is a column, ready to meet (sectors, paths)."""

    def __init__(self, file=REFERENCE):
        self.keys = yaml.safe_load(Path(file).read_text(encoding="utf-8"))
        self.years = self.keys["horizon"]["years"]
        self.parties = list(self.keys["parties"])
        self.rates = [number(party["discount_rate"]) for party in self.keys["parties"].values()]
        self.reservations = [number(party["reservation"]) for party in self.keys["parties"].values()]
        self.schemes = self.keys["schemes"]
        park = self.keys["revenue"]["park"]
        self.taxes = park["taxes"]
        self.read_sectors(park["sectors"])
        self.read_factors(park)
        self.read_events(park["events"])
        land = park["land"]
        self.open_land = number(land["gross"]) * number(land["net"]) * levels(land["released"], self.years)
        self.costs = [self.read_cost(item) for item in self.keys["costs"]]

    def read_sectors(self, sectors):
        self.sectors = list(sectors)
        every = list(sectors.values())

        def column(key, default=0):
            return np.array([[number(sector.get(key, default))] for sector in every])

        def by_year(key, years):
            return np.array([levels(sector[key], years) for sector in every]).T[:, :, None]

        self.land, self.firms = column("land_per_firm"), column("firms")
        self.exit, self.exit_macro = column("exit"), column("exit_macro")
        self.arrivals, self.arrivals_macro = by_year("arrivals", self.years), column("arrivals_macro")
        self.sigma, self.cv = column("sigma"), column("firm_cv")
        self.value_added, self.wages = column("value_added"), column("wages")
        self.margin, self.margin_sd, self.margin_link = column("margin"), column("margin_sd"), column("margin_link")
        holiday = self.taxes["vat"]["holiday"]
        self.ages = max(len(holiday), *(len(sector["ramp"]) for sector in every))
        self.ramp = by_year("ramp", self.ages)  # by years since arrival
        self.due = self.ramp * levels(holiday, self.ages)[:, None, None]
        rho = np.array([number(sector["rho"]) for sector in every])
        variance = np.array([sum_variance(one, self.years) for one in rho]).T[:, :, None]
        growth = (1 + column("growth")) ** np.arange(self.years)[:, None, None]
        self.expected_output = column("output") * growth  # of a mature firm
        self.log_output = np.log(self.expected_output) - self.sigma**2 * variance / 2  # what the shocks are added to

    def read_factors(self, park):
        names = ["macro", *self.sectors]
        rho = np.array([number(park["macro"]["rho"])] + [number(one["rho"]) for one in park["sectors"].values()])
        shocks = np.eye(len(names))
        for a, b, value in park["correlation"]:
            i, j = names.index(a), names.index(b)
            shocks[i, j] = shocks[j, i] = number(value)
        spread = np.sqrt(1 - rho**2)
        self.first_root = np.linalg.cholesky(shocks * np.outer(spread, spread) / (1 - np.outer(rho, rho)))
        self.shock_root = spread[:, None] * np.linalg.cholesky(shocks)
        self.rho = rho[:, None]

    def read_events(self, events):
        self.recession, self.opening = events["recession"], events["opening"]
        first = self.opening["in"] - self.keys["horizon"]["start"] + 1
        self.opening_years = range(first, first + self.opening["years"])
        self.opened = np.array([[float(sector in self.opening["sectors"])] for sector in self.sectors])

    def read_cost(self, item):
        shares = np.array([number(item["from"][party]) for party in self.parties])
        amounts = payments(item["amount"], self.years)[:, None, None] * shares[:, None]
        law = item["overrun"]["lognormal"] if "overrun" in item else None
        if not law:
            return amounts, None
        variance = math.log(1 + number(law["cv"]) ** 2)
        return amounts, (math.log(number(law["mean"])) - variance / 2, math.sqrt(variance))

    def shares(self, shares):
        return np.array([[number(shares.get(party, 0))] for party in self.parties])

    def local(self, tax):
        """The part of a tax that the levels above leave."""
        return 1 - number(self.taxes[tax].get("central", 0)) - number(self.taxes[tax].get("province", 0))

    def tax_rates(self, tax):
        """The rate of a tax by sector, what the levels above take left out."""
        rate = self.taxes[tax]["rate"]
        by_sector = rate if isinstance(rate, dict) else {"otherwise": rate}
        rates = [[number(by_sector.get(sector, by_sector["otherwise"]))] for sector in self.sectors]
        return np.array(rates) * self.local(tax)

    def phase_shares(self, phases, year):
        for years, shares in phases.items():
            first, _, last = str(years).partition("-")
            if int(first) <= year <= int(last or self.years):
                return self.shares(shares)
        raise ValueError(f"no phase for year {year}")


def order_statistics(values, probabilities):
    """Quantiles of type 7 along the last axis, and for each the order statistics between which that of another run of
    as many paths must lie. Ranks hold for any law, one of whole numbers too."""
    count = values.shape[-1]
    places = []
    for p in probabilities:
        middle, spread = count * p, WITHIN * math.sqrt(count * p * (1 - p))
        low = int((count - 1) * p)
        ranks = math.floor(middle - spread), math.ceil(middle + spread)
        bounds = [min(max(rank, 1), count) - 1 for rank in ranks]
        places.append((low, min(low + 1, count - 1), (count - 1) * p - low, *bounds))
    wanted = sorted({place for low, high, _, first, last in places for place in (low, high, first, last)})
    values = np.partition(values, wanted, axis=-1)
    found = [values[..., low] + (values[..., high] - values[..., low]) * between for low, high, between, _, _ in places]
    limits = [np.stack([values[..., first], values[..., last]], axis=-1) for _, _, _, first, last in places]
    return found, limits


def named(names, values):
    return {name: np.asarray(value).tolist() for name, value in zip(names, values)}


class Sums:
    """Sums and sums of squares of rows, for their means and standard errors."""

    def __init__(self, *shape):
        self.sum, self.squares = np.zeros(shape), np.zeros(shape)

    def add(self, rows):
        self.sum += rows.sum(axis=-1)
        self.squares += np.einsum("...i,...i->...", rows, rows)

    def mean_and_error(self, count):
        mean = self.sum / count
        variance = np.maximum(self.squares / count - mean**2, 0) * count / max(count - 1, 1)
        return mean, np.sqrt(variance / count)


class Tally:
    """Gathers block after block, then reports.

    The park of the reference leaves no ties, so comparisons need no tolerance.
    """

    def __init__(self, scenario, paths):
        self.scenario, self.paths = scenario, paths
        years, rows = scenario.years, len(scenario.schemes) * len(scenario.parties)
        self.npv = np.empty((rows, paths))
        self.discount = 1 / (1 + np.tile(scenario.rates, len(scenario.schemes)))[:, None]
        self.flow_sums, self.revenue_sums = Sums(years + 1, rows), Sums(years, len(scenario.taxes))
        self.leaves = np.zeros((years, rows))
        self.paybacks = np.zeros((rows, years + 2), dtype=np.int64)
        kept = min(paths, max(paths // 16, 1024), 8192)  # bands come from the first of the paths
        self.kept_flows = np.empty((years + 1, rows, kept))
        self.kept_revenue = np.empty((years, len(scenario.taxes), kept))

    def add(self, first, flows, revenue):
        count = flows.shape[-1]
        self.flow_sums.add(flows)
        self.revenue_sums.add(revenue)
        kept = max(min(count, self.kept_flows.shape[-1] - first), 0)
        self.kept_flows[..., first : first + kept] = flows[..., :kept]
        self.kept_revenue[..., first : first + kept] = revenue[..., :kept]
        self.npv[:, first : first + count] = self.look_back(flows)
        self.pay_back(flows)

    def look_back(self, flows):
        """From the end: at each year, what comes after it is worth staying for or not."""
        worth = np.zeros(flows.shape[1:])
        for year in range(len(flows) - 1, 0, -1):
            worth += flows[year]
            worth *= self.discount
            self.leaves[year - 1] += np.count_nonzero(worth < 0, axis=-1)
        return worth + flows[0]

    def pay_back(self, flows):
        total = np.zeros(flows.shape[1:])
        back = np.zeros(flows.shape[1:], dtype=np.int64)
        for year, flow in enumerate(flows):
            total += flow
            np.copyto(back, year + 1, where=total < 0)
        for row, years in enumerate(back):
            self.paybacks[row] += np.bincount(years, minlength=self.paybacks.shape[1])

    def report(self):
        found, limits = order_statistics(self.npv, NPV_QUANTILES.values())
        flows = self.bands(self.flow_sums, self.kept_flows)
        revenue = self.bands(self.revenue_sums, self.kept_revenue)
        schemes = {}
        for i, scheme in enumerate(self.scenario.schemes):
            parties = {}
            for j, party in enumerate(self.scenario.parties):
                row = i * len(self.scenario.parties) + j
                parties[party] = {
                    "npv": {
                        **self.npv_outcome(row, self.scenario.reservations[j]),
                        **named(NPV_QUANTILES, [values[row] for values in found]),
                        "limits": named(NPV_QUANTILES, [values[row] for values in limits]),
                    },
                    "payback": self.payback(row),
                    "cash_flow": take(flows, row),
                    "p_leave": (self.leaves[:, row] / self.paths).tolist(),
                }
            schemes[scheme] = {"parties": parties, "acceptance": self.acceptance(i)}
        return {
            "schemes": schemes,
            "revenue": {tax: take(revenue, row) for row, tax in enumerate(self.scenario.taxes)},
            "comparisons": self.comparisons(),
        }

    def bands(self, sums, kept):
        mean, error = sums.mean_and_error(self.paths)
        found, limits = order_statistics(kept, BAND_QUANTILES.values())
        values, bounds = (dict(zip(BAND_QUANTILES, of)) for of in (found, limits))
        return {"mean": mean, "se": error, **values, "limits": bounds}

    def npv_outcome(self, row, reservation):
        npv = self.npv[row]
        sd = npv.std(ddof=1)
        worst = math.ceil(self.paths * 5 / 100)
        return {
            "mean": npv.mean(),
            "sd": sd,
            "se": sd / math.sqrt(self.paths),
            "p_negative": np.count_nonzero(npv < 0) / self.paths,
            "p_below_reservation": np.count_nonzero(npv < reservation) / self.paths,
            "cvar05": np.partition(npv, worst - 1)[:worst].mean(),
        }

    def payback(self, row):
        """The first year by which half of the paths are there; the last count is of those that never are."""
        counts = self.paybacks[row]
        reached = np.cumsum(counts[:-1])
        spread = WITHIN * math.sqrt(self.paths) / 2
        year = [np.searchsorted(reached, self.paths / 2 + off).item() for off in (0, -spread, spread)]
        median, *limits = [one if one < len(reached) else None for one in year]
        return {"q50": median, "limits": {"q50": limits}, "never": counts[-1].item() / self.paths}

    def acceptance(self, scheme):
        parties = len(self.scenario.parties)
        accepts = self.npv[scheme * parties : (scheme + 1) * parties] >= np.array(self.scenario.reservations)[:, None]
        return np.count_nonzero(accepts.all(axis=0)) / self.paths

    def comparisons(self):
        schemes, parties, found = list(self.scenario.schemes), self.scenario.parties, []
        for i, a in enumerate(schemes):
            for j, b in list(enumerate(schemes))[i + 1 :]:
                for k, party in enumerate(parties):
                    gain = self.npv[i * len(parties) + k] - self.npv[j * len(parties) + k]
                    error = gain.std(ddof=1) / math.sqrt(self.paths)
                    better = np.count_nonzero(gain > 0) / self.paths
                    found.append({"a": a, "b": b, "party": party, "mean_difference": gain.mean(), "se": error,
                                  "p_a_better": better})
        return found


NPV_QUANTILES = {"q05": 0.05, "q25": 0.25, "q50": 0.5, "q75": 0.75, "q95": 0.95}
BAND_QUANTILES = {"q05": 0.05, "q50": 0.5, "q95": 0.95}


def take(bands, row):
    """One row of bands by year, as lists."""
    return {
        name: take(value, row) if isinstance(value, dict) else value[:, row].tolist() for name, value in bands.items()
    }


def run(simulate, block):
    """The program of a rival: PATHS [SEED] in, one JSON object out."""
    paths = int(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    scenario = Scenario()
    start = time.process_time()
    rng = np.random.Generator(np.random.SFC64(seed))
    tally = Tally(scenario, paths)
    for first in range(0, paths, block):
        tally.add(first, *simulate(scenario, rng, min(block, paths - first)))
    report = tally.report()
    seconds = time.process_time() - start
    json.dump({"seconds_cpu": seconds, "paths": paths, **report}, sys.stdout, default=lambda value: value.item())
    print()
