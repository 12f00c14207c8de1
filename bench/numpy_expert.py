"""The reference scenario as an expert would write it with NumPy: few passes over memory, nothing made twice.

    python3 bench/numpy_expert.py PATHS [SEED]

All years stand in one array (years, sectors, paths), so that only what depends on the year before goes year by year.
What is drawn is in single precision, money in double. Firms come and go by inversion of uniforms, in arrays. Nothing
large is allocated once the first block is done.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before NumPy is there to read it

import numpy as np

import numpy_park
from numpy_park import levels, number, payments

BLOCK = 8192  # of 512 to 16384 the fastest: smaller ones suit the cache better, but calls of NumPy then count
DENSE_STEPS = 5  # of an inversion on whole arrays; then few paths are left, and only those go on
BELOW_ONE = 1 - 2.0**-18  # uniforms stay below what probabilities in single precision add up to
LOSS_YEARS = 5
RESERVE_RATE, RESERVE_LIMIT = 0.1, 0.5


def single(*shape):
    return np.zeros(shape, dtype=np.float32)


class Inversion:
    """Counts by inversion: as many as there are sums of the first probabilities below the uniform."""

    def __init__(self, shape):
        self.term, self.ratio, self.count = single(*shape), single(*shape), single(*shape)
        self.above = np.zeros(shape, dtype=bool)

    def poisson(self, mean, uniform):
        """`uniform` is used up."""
        np.exp(np.negative(mean, out=self.term), out=self.term)
        self.start(uniform)
        for k in range(1, DENSE_STEPS + 1):
            self.term *= mean
            self.term *= np.float32(1 / k)
            self.go_on(uniform)
        left = np.flatnonzero(self.above)
        term, rest, rates = (rows.ravel()[left] for rows in (self.term, uniform, mean))
        while left.size:
            k += 1
            term *= rates
            term *= np.float32(1 / k)
            rest -= term
            left, (term, rest, rates) = self.keep(left, rest > 0, term, rest, rates)
        return self.count

    def binomial(self, firms, log_stay, odds, uniform):
        """`uniform` is used up."""
        np.exp(np.multiply(firms, log_stay, out=self.term), out=self.term)
        self.start(uniform)
        for k in range(1, DENSE_STEPS + 1):
            np.subtract(firms, np.float32(k - 1), out=self.ratio)
            self.ratio *= odds
            self.term *= self.ratio
            self.term *= np.float32(1 / k)
            self.go_on(uniform)
        left = np.flatnonzero(self.above)
        term, rest, firms, odds = (rows.ravel()[left] for rows in (self.term, uniform, firms, odds))
        while left.size:
            k += 1
            term *= (firms - np.float32(k - 1)) * odds * np.float32(1 / k)
            rest -= term
            left, (term, rest, firms, odds) = self.keep(left, rest > 0, term, rest, firms, odds)
        return self.count

    def start(self, uniform):
        uniform *= np.float32(BELOW_ONE)
        uniform -= self.term
        np.greater(uniform, 0, out=self.above)
        np.copyto(self.count, self.above)

    def go_on(self, uniform):
        uniform -= self.term
        np.greater(uniform, 0, out=self.above)
        self.count += self.above

    def keep(self, left, above, *rows):
        left = left[above]
        self.count.ravel()[left] += 1
        return left, [row[above] for row in rows]


class Park:
    """Firms, what they produce and the local revenue from it, for all years of a block."""

    def __init__(self, scenario, paths):
        s = self.scenario = scenario
        self.all = years, sectors, paths = s.years, len(s.sectors), paths
        self.shocks = single(years + 1, sectors + 1, paths)
        self.factors = single(years + 1, sectors + 1, paths)
        self.chance = single(years, paths)
        self.recession = single(years, paths)  # 1 while it runs
        self.normal, self.size = single(*self.all), single(sectors, paths)
        self.exit_chance, self.exit_odds, self.log_stay = single(*self.all), single(*self.all), single(*self.all)
        self.uniform, self.mean = single(*self.all), single(*self.all)
        self.arrivals, self.exits = Inversion(self.all), Inversion(self.all[1:])
        self.count, self.arrived, self.staying = (single(sectors, paths) for _ in range(3))
        self.by_age = single(sectors, s.ages, paths)
        self.grown = single(years, sectors, 2, paths)  # mature firms, and those of them past the tax holiday
        self.free, self.room = single(paths), single(paths)
        self.occupied, self.sold = single(years, paths), single(years, paths)
        self.walk, self.scratch, self.margin = single(*self.all), single(*self.all), single(*self.all)
        self.output, self.due = np.zeros(self.all), np.zeros(self.all)
        self.revenue = np.zeros((years, len(s.taxes), paths))
        self.read()

    def read(self):
        """The numbers as the loops want them."""
        s = self.scenario
        opens = np.array([year in s.opening_years for year in range(1, s.years + 1)])[:, None, None] * s.opened
        drift = np.log(s.expected_output)  # stays out of single precision
        drift = np.diff(s.log_output - drift, axis=0, prepend=0)
        self.drift = (drift + opens * np.log1p(number(s.opening["growth"]))).astype(np.float32)
        more = np.where(opens, number(s.opening["arrivals"]), 1)
        self.log_arrivals = (np.log(s.arrivals * more) - s.arrivals_macro**2 / 2).astype(np.float32)
        self.log_exit = (np.log(s.exit) - s.exit_macro**2 / 2).astype(np.float32)
        self.age_weights = [self.weights(year) for year in range(s.years)]
        vat = number(s.taxes["vat"]["rate"]) * s.value_added
        self.rates = {
            "due": self.by_year(vat * s.local("vat")),
            "profit": self.by_year(s.tax_rates("cit")),
            "output": self.by_year(s.tax_rates("pit") * s.wages * s.value_added),
        }
        self.surcharge = number(s.taxes["surcharges"]["rate"]) / s.local("vat")
        self.sigma, self.exit_macro, self.arrivals_macro, self.cv_squared, self.link, self.own = (
            value.astype(np.float32)
            for value in (s.sigma, -s.exit_macro, s.arrivals_macro, s.cv**2, s.margin_sd * s.margin_link,
                          s.margin_sd * np.sqrt(1 - s.margin_link**2))
        )
        self.first_root, self.shock_root, self.rho = (
            value.astype(np.float32) for value in (s.first_root, s.shock_root, s.rho)
        )
        self.base_margin = s.margin.astype(np.float32)

    def by_year(self, rates):
        """A row of sectors a year, which takes unit flows of (sectors, paths) to revenue."""
        return np.ascontiguousarray((rates * self.scenario.expected_output).transpose(0, 2, 1))

    def slot(self, year, age):
        """Ages stand in a ring, the oldest beside it, so that nobody moves when a year passes."""
        young = self.scenario.ages - 1
        return (year - age) % young if age < young else young

    def weights(self, year):
        """By sector, what the firms in each slot produce, and what part of it is due."""
        s = self.scenario
        result = single(len(s.sectors), 2, s.ages)
        for age in range(s.ages):
            result[:, 0, self.slot(year, age)] = s.ramp[age, :, 0]
            result[:, 1, self.slot(year, age)] = s.due[age, :, 0]
        return result

    def simulate(self, rng):
        self.move_factors(rng)
        self.meet_recessions(rng)
        self.settle_firms(rng)
        self.produce(rng)
        return self.collect()

    def move_factors(self, rng):
        rng.standard_normal(dtype=np.float32, out=self.shocks)
        np.matmul(self.first_root, self.shocks[0], out=self.factors[0])
        np.matmul(self.shock_root, self.shocks[1:], out=self.factors[1:])
        step = self.shocks[0]
        for year in range(1, len(self.factors)):
            self.factors[year] += np.multiply(self.factors[year - 1], self.rho, out=step)

    def meet_recessions(self, rng):
        s = self.scenario
        starts = rng.random(dtype=np.float32, out=self.chance) < number(s.recession["probability"])
        left = np.zeros(starts.shape[1], dtype=np.int8)
        for year, start in enumerate(starts):
            np.copyto(left, s.recession["years"], where=start & (left == 0))
            np.greater(left, 0, out=self.recession[year])
            np.maximum(left - np.int8(1), 0, out=left)

    def tilt(self, out, sensitivity, constant, event):
        """exp(sensitivity * macro + constant), multiplied by `event` in a recession."""
        np.multiply(self.factors[1:, :1], sensitivity, out=out)
        out += np.multiply(self.recession, np.float32(np.log(event)), out=self.chance)[:, None]
        out += constant
        np.exp(out, out=out)

    def settle_firms(self, rng):
        s = self.scenario
        self.tilt(self.exit_chance, self.exit_macro, self.log_exit, number(s.recession["exits"]))
        np.minimum(self.exit_chance, np.float32(1 - 1e-6), out=self.exit_chance)  # the odds stay finite
        np.log1p(np.negative(self.exit_chance, out=self.log_stay), out=self.log_stay)
        np.divide(self.exit_chance, np.subtract(1, self.exit_chance, out=self.exit_odds), out=self.exit_odds)
        self.tilt(self.mean, self.arrivals_macro, self.log_arrivals, number(s.recession["arrivals"]))
        wanted = self.arrivals.poisson(self.mean, rng.random(dtype=np.float32, out=self.uniform))
        rng.random(dtype=np.float32, out=self.uniform)
        self.count[:] = s.firms
        self.by_age[:] = 0
        self.by_age[:, -1] = s.firms
        for year in range(s.years):
            self.leave(year)
            self.arrive(year, wanted[year])
            np.matmul(self.age_weights[year], self.by_age, out=self.grown[year])

    def leave(self, year):
        gone = self.exits.binomial(self.count, self.log_stay[year], self.exit_odds[year], self.uniform[year])
        np.maximum(self.count, 1, out=self.staying)
        np.divide(gone, self.staying, out=self.staying)
        np.subtract(1, self.staying, out=self.staying)
        self.count -= gone
        self.by_age *= self.staying[:, None]

    def arrive(self, year, wanted):
        """Sectors are admitted in their order. Land is in whole mu, so its quotients are exact where it just fits."""
        s = self.scenario
        np.matmul(-s.land[:, 0].astype(np.float32), self.count, out=self.free)
        self.free += np.float32(s.open_land[year])
        np.copyto(self.sold[year], self.free)
        for sector, land in enumerate(s.land[:, 0].astype(np.float32)):
            np.divide(self.free, land, out=self.room)
            np.maximum(np.floor(self.room, out=self.room), 0, out=self.room)
            arrived = np.minimum(wanted[sector], self.room, out=self.arrived[sector])
            self.free -= np.multiply(arrived, land, out=self.room)
        np.subtract(np.float32(s.open_land[year]), self.free, out=self.occupied[year])
        self.sold[year] -= self.free
        self.count += self.arrived
        newest = self.by_age[:, self.slot(year, 0)]
        self.by_age[:, -1] += newest  # those who stood there have come of age
        newest[:] = self.arrived

    def produce(self, rng):
        s = self.scenario
        mature, due, spread = self.grown[:, :, 0], self.grown[:, :, 1], self.scratch
        rng.standard_normal(dtype=np.float32, out=self.size)
        np.multiply(self.factors[1:, 1:], self.sigma, out=self.walk)
        self.walk += self.drift
        log_growth = np.float32(np.log1p(number(s.recession["growth"])))
        self.walk += np.multiply(self.recession, log_growth, out=self.chance)[:, None]
        for year in range(1, s.years):
            self.walk[year] += self.walk[year - 1]
        np.divide(self.cv_squared, np.maximum(mature, 1, out=spread), out=spread)
        np.log1p(spread, out=spread)
        per_firm = np.multiply(np.sqrt(spread, out=self.normal), self.size, out=self.normal)
        per_firm += self.walk
        spread *= np.float32(0.5)
        per_firm -= spread
        np.exp(per_firm, out=per_firm)
        np.multiply(mature, per_firm, out=self.output, dtype=np.float64)
        np.multiply(due, per_firm, out=self.due, dtype=np.float64)
        self.earn(rng)

    def earn(self, rng):
        """The margin, cut at zero."""
        rng.standard_normal(dtype=np.float32, out=self.normal)
        np.multiply(self.factors[1:, 1:], self.link, out=self.margin)
        self.margin += np.multiply(self.normal, self.own, out=self.normal)
        self.margin += self.base_margin
        lost = np.float32(number(self.scenario.recession["margin"]))
        self.margin += np.multiply(self.recession, lost, out=self.chance)[:, None]
        np.maximum(self.margin, 0, out=self.margin)

    def collect(self):
        s, revenue = self.scenario, self.revenue
        np.matmul(self.rates["due"], self.due, out=revenue[:, 0:1])
        np.matmul(self.rates["output"], self.output, out=revenue[:, 2:3])
        self.output *= self.margin
        np.matmul(self.rates["profit"], self.output, out=revenue[:, 1:2])
        np.multiply(revenue[:, 0], self.surcharge, out=revenue[:, 3])
        np.multiply(self.occupied, number(s.taxes["property"]["rate"]), out=revenue[:, 4], dtype=np.float64)
        np.multiply(self.sold, number(s.taxes["deed"]["rate"]), out=revenue[:, 5], dtype=np.float64)
        return revenue


class Company:
    """The joint company, year by year; the parties own it by their stakes."""

    def __init__(self, scenario, keys, paths):
        self.years, self.life = scenario.years, keys["life"]
        self.share, self.capital, self.tax = (number(keys[key]) for key in ("share", "capital", "tax"))
        self.payout, self.residual = number(keys["payout"]), number(keys["residual"])
        self.no_dividend_years = keys["no_dividend_years"]
        self.operating = levels(keys["operating"], scenario.years)
        self.calls = self.capital * payments(keys["calls"], scenario.years)
        self.capex = payments(keys["capex"], scenario.years)
        self.cash, self.reserve, self.retained, self.profit, self.spare, self.room = np.zeros((6, paths))
        self.losses = np.zeros((LOSS_YEARS, paths))  # a ring, by year
        self.flow = np.zeros((self.years + 1, paths))  # to the owners, less what they pay

    def simulate(self, pool):
        for state in (self.cash, self.reserve, self.retained, self.losses):
            state[:] = 0
        self.last_loss = -LOSS_YEARS
        self.fill(0, -self.capex[0])
        for year in range(1, self.years + 1):
            self.step(year, pool[year - 1])
        left = np.maximum(self.life - (self.years - np.arange(self.years + 1)), 0) / self.life
        self.flow[-1] += self.cash
        self.flow[-1] += self.residual * (left * self.capex).sum()
        return self.flow

    def fill(self, year, change):
        """Planned capital, the year's change of cash, and a call for what is then short."""
        self.cash += change
        self.cash += self.calls[year]
        np.minimum(self.cash, 0, out=self.flow[year])
        self.cash -= self.flow[year]
        self.flow[year] -= self.calls[year]

    def step(self, year, pool):
        profit, spare = self.profit, self.spare
        np.multiply(pool, self.share, out=profit)
        profit -= self.operating[year - 1]
        self.cash += profit
        profit -= self.capex[max(year - self.life, 0) : year].sum() / self.life
        taxable = self.taxable(year)
        taxable *= self.tax
        profit -= taxable
        self.cash -= taxable
        self.fill(year, -self.capex[year])
        self.put_by()
        if year > self.no_dividend_years:
            np.maximum(self.retained, 0, out=spare)
            spare *= self.payout
            np.minimum(spare, self.cash, out=spare)
            self.retained -= spare
            self.cash -= spare
            self.flow[year] += spare

    def taxable(self, year):
        """Profit less the losses of the last years, oldest first; there is nothing to do once they are long past."""
        rest = np.maximum(self.profit, 0, out=self.spare)
        for age in range(LOSS_YEARS if year - self.last_loss <= LOSS_YEARS else 0):
            loss = self.losses[(year + age) % LOSS_YEARS]
            used = np.minimum(rest, loss, out=self.room)
            loss -= used
            rest -= used
        loses = self.profit.min() < 0
        if loses or year - self.last_loss <= LOSS_YEARS:
            self.last_loss = year if loses else self.last_loss
            loss = self.losses[year % LOSS_YEARS]
            np.maximum(np.negative(self.profit, out=loss), 0, out=loss)
        return rest

    def put_by(self):
        """To the reserve, from net profit after accumulated losses."""
        share, room = self.spare, self.room
        np.minimum(self.retained, 0, out=share)
        share += self.profit
        np.maximum(share, 0, out=share)
        share *= RESERVE_RATE
        np.subtract(RESERVE_LIMIT * self.capital, self.reserve, out=room)
        np.maximum(room, 0, out=room)
        np.minimum(share, room, out=share)
        self.reserve += share
        self.retained += self.profit
        self.retained -= share


class Contracts:
    """The five schemes: cash flow of each party under each of them."""

    def __init__(self, scenario, paths):
        s = self.scenario = scenario
        self.keys = s.schemes
        self.company = Company(s, self.keys["equity"]["company"], paths)
        self.flows = np.zeros((s.years + 1, len(self.keys), len(s.parties), paths))
        self.costs = np.zeros((s.years + 1, len(s.parties), paths))
        self.law = single(paths)
        self.pool, self.rest, self.growth = (np.zeros((s.years, paths)) for _ in range(3))
        self.value, self.paid = np.zeros(paths), np.zeros(paths)
        self.shock, self.chance, self.kept = single(s.years, paths), single(s.years, paths), np.zeros((s.years, paths))
        self.stakes = s.shares(self.keys["equity"]["company"]["stakes"])
        by_year = [s.phase_shares(self.keys["phased"]["phases"], year) for year in range(1, s.years + 1)]
        self.phases = np.array(by_year)
        keys = self.keys["by_tax"]["shares"]
        self.by_stream = np.concatenate([s.shares(keys.get(tax, keys["otherwise"])) for tax in s.taxes], axis=1)

    def simulate(self, rng, revenue, macro):
        pool, flows = np.sum(revenue, axis=1, out=self.pool), self.flows[1:]
        self.flows[0] = 0
        np.multiply(pool[:, None], self.scenario.shares(self.keys["proportional"]["shares"]), out=flows[:, 0])
        np.multiply(pool[:, None], self.phases, out=flows[:, 1])
        self.fund(rng, macro)
        self.equity()
        np.matmul(self.by_stream, revenue, out=flows[:, 4])
        self.guarantee(rng)
        self.pay_costs(rng)
        return self.flows.reshape(len(self.flows), -1, pool.shape[1])

    def fund(self, rng, macro):
        keys, growth = self.keys["fund"]["fund"], self.growth
        share, spend, fee = (number(keys[key]) for key in ("share", "spend", "fee"))
        mean, sd, link = (number(keys["return"][key]) for key in ("mean", "sd", "macro_link"))
        rng.standard_normal(dtype=np.float32, out=self.shock)
        np.multiply(self.shock, sd * np.sqrt(1 - link**2), out=growth)
        growth += np.multiply(macro, np.float32(sd * link), out=self.shock)
        growth += 1 + mean
        np.maximum(growth, 0, out=growth)
        growth *= (1 - spend) * (1 - fee)
        taken = np.multiply(self.pool, share, out=self.rest)
        self.value[:] = 0
        for year, grows in enumerate(growth):
            self.value *= grows
            self.value += taken[year]
        shares = self.scenario.shares(self.keys["fund"]["shares"]) * (1 - share)
        np.multiply(self.pool[:, None], shares, out=self.flows[1:, 2])
        self.flows[-1, 2] += self.scenario.shares(keys["ownership"]) * self.value

    def equity(self):
        shares = self.scenario.shares(self.keys["equity"]["shares"]) * (1 - self.company.share)
        np.multiply(self.pool[:, None], shares, out=self.flows[1:, 3])
        to_owners = self.company.simulate(self.pool)
        for party, stake in enumerate(self.stakes[:, 0]):
            for year, flow in enumerate(to_owners):
                self.flows[year, 3, party] += np.multiply(flow, stake, out=self.paid)

    def guarantee(self, rng):
        """Tops up what one party gets, in years in which the other keeps its promise."""
        floor, parties = self.keys["by_tax"]["floor"], self.scenario.parties
        rng.random(dtype=np.float32, out=self.chance)
        np.less(self.chance, number(floor["fulfilment"]), out=self.kept)
        first = int(floor["years"].rstrip("-"))
        flows = self.flows[first:, 4]
        to, payer = flows[:, parties.index(floor["party"])], flows[:, parties.index(floor["from"])]
        paid = np.subtract(number(floor["amount"]), to, out=self.rest[first - 1 :])
        np.maximum(paid, 0, out=paid)
        paid *= self.kept[first - 1 :]
        to += paid
        payer -= paid

    def pay_costs(self, rng):
        self.costs[:] = 0
        for amounts, law in self.scenario.costs:
            overrun = 1.0
            if law:
                rng.standard_normal(dtype=np.float32, out=self.law)
                overrun = np.exp(law[0] + law[1] * self.law.astype(np.float64))
            for year in np.flatnonzero(amounts.any(axis=(1, 2))):
                self.costs[year] += amounts[year] * overrun
        self.flows -= self.costs[:, None]


class Simulator:
    """Keeps its arrays from one block to the next."""

    def __init__(self):
        self.paths = 0

    def __call__(self, scenario, rng, paths):
        if self.paths != paths:
            self.paths, self.park, self.contracts = paths, Park(scenario, paths), Contracts(scenario, paths)
        revenue = self.park.simulate(rng)
        return self.contracts.simulate(rng, revenue, self.park.factors[1:, 0]), revenue


if __name__ == "__main__":
    numpy_park.run(Simulator(), BLOCK)
