"""The reference scenario as a good analyst would write it with NumPy: one year after another, whole arrays of paths.

    python3 bench/numpy_typical.py PATHS [SEED]
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before NumPy is there to read it

import numpy as np

import numpy_park
from numpy_park import levels, number, payments

BLOCK = 8192  # paths at once; what a block needs stays in the cache
LOSS_YEARS = 5
RESERVE_RATE, RESERVE_LIMIT = 0.1, 0.5


class Park:
    """Firms, what they produce and the local revenue from it. Arrays are (sectors, paths)."""

    def __init__(self, scenario, rng, paths):
        s = scenario
        self.scenario, self.rng, self.shape = s, rng, (len(s.sectors), paths)
        self.factors = s.first_root @ rng.standard_normal((len(s.sectors) + 1, paths))
        self.size = rng.standard_normal(self.shape)
        self.recession = np.zeros(paths, dtype=np.int64)  # years that it still runs
        self.count = np.broadcast_to(s.firms, self.shape).astype(np.int64)
        self.by_age = np.zeros((s.ages, *self.shape))
        self.by_age[-1] = self.count
        self.walk = np.zeros(self.shape)

    @property
    def macro(self):
        return self.factors[0]

    def step(self, year):
        """The local revenue of a year, (taxes, paths)."""
        s = self.scenario
        shocks = s.shock_root @ self.rng.standard_normal(self.factors.shape)
        self.factors = s.rho * self.factors + shocks
        self.meet_events(year)
        self.leave()
        arrived = self.arrive(year)
        return self.collect(arrived, self.produce(year))

    def meet_events(self, year):
        s = self.scenario
        starts = self.rng.random(self.recession.shape) < number(s.recession["probability"])
        self.recession = np.where(self.recession > 0, self.recession, s.recession["years"] * starts)
        runs = self.recession > 0
        self.recession -= runs
        opens = s.opened if year in s.opening_years else np.zeros_like(s.opened)
        effect = {key: number(value) for key, value in s.recession.items()}
        self.growth = np.log1p(effect["growth"]) * runs + np.log1p(number(s.opening["growth"])) * opens
        self.more_arrivals = np.where(runs, effect["arrivals"], 1) * np.where(opens, number(s.opening["arrivals"]), 1)
        self.more_exits = np.where(runs, effect["exits"], 1)
        self.more_margin = effect["margin"] * runs

    def leave(self):
        s = self.scenario
        chance = s.exit * self.more_exits * np.exp(-s.exit_macro * self.macro - s.exit_macro**2 / 2)
        gone = self.rng.binomial(self.count, np.minimum(chance, 1))
        self.by_age *= 1 - gone / np.maximum(self.count, 1)
        self.count -= gone
        self.by_age[-1] += self.by_age[-2]
        self.by_age[1:-1] = self.by_age[:-2]

    def arrive(self, year):
        """Sectors are admitted in their order, as many whole firms as fit the land that is left."""
        s = self.scenario
        mean = s.arrivals[year - 1] * self.more_arrivals
        arrived = self.rng.poisson(mean * np.exp(s.arrivals_macro * self.macro - s.arrivals_macro**2 / 2))
        free = s.open_land[year - 1] - (s.land * self.count).sum(axis=0)
        for sector, land in enumerate(s.land[:, 0]):
            arrived[sector] = np.minimum(arrived[sector], np.floor(np.maximum(free, 0) / land + 1e-9))
            free -= land * arrived[sector]
        self.count += arrived
        self.by_age[0] = arrived
        return arrived

    def produce(self, year):
        """Output, the part of it that is past the tax holiday, and the margin."""
        s = self.scenario
        mature = (s.ramp * self.by_age).sum(axis=0)
        due = (s.due * self.by_age).sum(axis=0)
        self.walk += s.sigma * self.factors[1:] + self.growth
        spread = np.log(1 + s.cv**2 / np.maximum(mature, 1))
        size = np.exp(np.sqrt(spread) * self.size - spread / 2)
        per_firm = np.exp(s.log_output[year - 1] + self.walk) * size
        shock = s.margin_link * self.factors[1:] + np.sqrt(1 - s.margin_link**2) * self.rng.standard_normal(self.shape)
        return mature * per_firm, due * per_firm, s.margin + self.more_margin + s.margin_sd * shock

    def collect(self, arrived, produced):
        """By tax, what the levels above leave."""
        s = self.scenario
        output, due, margin = produced
        vat = (number(s.taxes["vat"]["rate"]) * s.value_added * due).sum(axis=0)
        return np.array([
            s.local("vat") * vat,
            (s.tax_rates("cit") * np.maximum(margin * output, 0)).sum(axis=0),
            (s.tax_rates("pit") * s.wages * s.value_added * output).sum(axis=0),
            number(s.taxes["surcharges"]["rate"]) * vat,
            number(s.taxes["property"]["rate"]) * (s.land * self.count).sum(axis=0),
            number(s.taxes["deed"]["rate"]) * (s.land * arrived).sum(axis=0),
        ])


class Fund:
    """A pot that takes a share of the pool, earns, spends, and is paid out at the end."""

    def __init__(self, scenario, keys, paths):
        self.years, self.ownership = scenario.years, scenario.shares(keys["ownership"])
        self.share, self.spend, self.fee = (number(keys[key]) for key in ("share", "spend", "fee"))
        self.mean, self.sd, self.link = (number(keys["return"][key]) for key in ("mean", "sd", "macro_link"))
        self.value = np.zeros(paths)

    def step(self, year, pool, macro, shock):
        """What stays in the pool, and what is paid out to each party."""
        gain = self.mean + self.sd * (self.link * macro + np.sqrt(1 - self.link**2) * shock)
        taken = self.share * pool
        self.value = self.value * (1 - self.spend) * (1 - self.fee) * (1 + np.maximum(gain, -1)) + taken
        return pool - taken, self.ownership * self.value if year == self.years else 0.0


class Company:
    """Takes a share of the pool as its income; the parties own it by their stakes."""

    def __init__(self, scenario, keys, paths):
        self.years, self.life, self.stakes = scenario.years, keys["life"], scenario.shares(keys["stakes"])
        self.share, self.capital, self.tax = (number(keys[key]) for key in ("share", "capital", "tax"))
        self.payout, self.residual = number(keys["payout"]), number(keys["residual"])
        self.no_dividend_years = keys["no_dividend_years"]
        self.operating = levels(keys["operating"], scenario.years)
        self.calls = self.capital * payments(keys["calls"], scenario.years)
        self.capex = payments(keys["capex"], scenario.years)
        self.cash, self.reserve, self.retained = np.zeros((3, paths))
        self.losses = np.zeros((LOSS_YEARS, paths))  # oldest first

    def sign(self):
        """What the owners pay at signing."""
        return self.stakes * self.fill(0, -self.capex[0])

    def fill(self, year, change):
        """Planned capital, the year's change of cash, and a call for what is then short."""
        self.cash += self.calls[year] + change
        short = np.maximum(-self.cash, 0)
        self.cash += short
        return self.calls[year] + short

    def step(self, year, pool):
        """What stays in the pool, and what the owners get less what they pay."""
        earned = self.share * pool - self.operating[year - 1]
        profit = earned - self.capex[max(year - self.life, 0) : year].sum() / self.life
        tax = self.tax * self.taxable(profit)
        called = self.fill(year, earned - tax - self.capex[year])
        paid = self.distribute(year, profit - tax)
        if year == self.years:
            left = np.maximum(self.life - (year - np.arange(year + 1)), 0) / self.life
            paid = paid + self.cash + self.residual * (left * self.capex[: year + 1]).sum()
        return pool * (1 - self.share), self.stakes * (paid - called)

    def taxable(self, profit):
        """Profit less the losses of the last years, oldest first."""
        rest = np.maximum(profit, 0)
        for loss in self.losses:
            used = np.minimum(rest, loss)
            loss -= used
            rest -= used
        self.losses = np.concatenate([self.losses[1:], np.maximum(-profit, 0)[None]])
        return rest

    def distribute(self, year, net):
        to_share = np.maximum(net + np.minimum(self.retained, 0), 0)
        room = np.maximum(RESERVE_LIMIT * self.capital - self.reserve, 0)
        put_by = np.minimum(RESERVE_RATE * to_share, room)
        self.reserve += put_by
        self.retained += net - put_by
        if year <= self.no_dividend_years:
            return 0.0
        dividend = np.minimum(self.payout * np.maximum(self.retained, 0), self.cash)
        self.retained -= dividend
        self.cash -= dividend
        return dividend


class Contracts:
    """The five schemes. What a party gets in a year is (parties, paths)."""

    def __init__(self, scenario, rng, paths):
        self.scenario, self.rng, self.schemes = scenario, rng, scenario.schemes
        self.fund = Fund(scenario, self.schemes["fund"]["fund"], paths)
        self.company = Company(scenario, self.schemes["equity"]["company"], paths)
        self.overruns = [self.overrun(law, paths) for _, law in scenario.costs]

    def overrun(self, law, paths):
        return np.exp(law[0] + law[1] * self.rng.standard_normal(paths)) if law else np.ones(paths)

    def costs(self, year):
        return sum(amounts[year] * overrun for (amounts, _), overrun in zip(self.scenario.costs, self.overruns))

    def sign(self):
        costs = self.costs(0)
        return np.concatenate([-costs, -costs, -costs, -costs - self.company.sign(), -costs])

    def step(self, year, revenue, macro):
        s, pool = self.scenario, revenue.sum(axis=0)
        after_fund, from_fund = self.fund.step(year, pool, macro, self.rng.standard_normal(pool.shape))
        after_company, from_company = self.company.step(year, pool)
        received = [
            s.shares(self.schemes["proportional"]["shares"]) * pool,
            s.phase_shares(self.schemes["phased"]["phases"], year) * pool,
            s.shares(self.schemes["fund"]["shares"]) * after_fund + from_fund,
            s.shares(self.schemes["equity"]["shares"]) * after_company + from_company,
            self.by_tax(year, revenue),
        ]
        return np.concatenate(received) - np.tile(self.costs(year), (len(received), 1))

    def by_tax(self, year, revenue):
        s, keys = self.scenario, self.schemes["by_tax"]
        shares = [s.shares(keys["shares"].get(tax, keys["shares"]["otherwise"])) for tax in s.taxes]
        received = np.concatenate(shares, axis=1) @ revenue
        floor = keys["floor"]
        kept = self.rng.random(revenue.shape[1]) < number(floor["fulfilment"])
        if year >= int(floor["years"].rstrip("-")):
            to, payer = s.parties.index(floor["party"]), s.parties.index(floor["from"])
            paid = np.where(kept, np.maximum(number(floor["amount"]) - received[to], 0), 0)
            received[to] += paid
            received[payer] -= paid
        return received


def simulate(scenario, rng, paths):
    park, contracts = Park(scenario, rng, paths), Contracts(scenario, rng, paths)
    flows, revenue = [contracts.sign()], []
    for year in range(1, scenario.years + 1):
        revenue.append(park.step(year))
        flows.append(contracts.step(year, revenue[-1], park.macro))
    return np.array(flows), np.array(revenue)


if __name__ == "__main__":
    numpy_park.run(simulate, BLOCK)
