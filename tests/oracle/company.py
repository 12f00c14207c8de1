"""The joint company: its cash, its books, and what its owners pay and get."""

from fractions import Fraction

from values import level, number, payment

LOSS_YEARS = 5
TO_RESERVE = Fraction(1, 10)
FULL_RESERVE = Fraction(1, 2)


class Company:
    def __init__(self, keys, horizon):
        self.keys, self.horizon = keys, horizon
        self.capital = number(keys["capital"])
        self.life = int(keys.get("life", 1))
        self.cash = self.reserve = self.retained = Fraction(0)
        self.losses = []

    def capex(self, t):
        return payment(self.keys.get("capex", 0), t)

    def depreciation(self, t):
        return sum(self.capex(s) for s in range(max(0, t - self.life), t)) / self.life

    def book(self, t):
        """What the books still say the assets are worth."""
        return sum(self.capex(s) * max(0, self.life - (t - s)) for s in range(t + 1)) / self.life

    def fill(self, t, change):
        """Planned capital, the year's change of cash, and a call for what is then short."""
        planned = self.capital * payment(self.keys.get("calls", 1), t)
        self.cash += planned + change
        short = max(0, -self.cash)
        self.cash += short
        return planned + short

    def open(self):
        """Signing: the first capital and the first investment."""
        return self.fill(0, -self.capex(0))

    def taxable(self, t, profit):
        """Profit after the losses of recent years, oldest first; a loss is kept for later."""
        self.losses = [loss for loss in self.losses if t - loss[0] <= LOSS_YEARS]
        if profit < 0:
            self.losses.append([t, -profit])
        left = max(0, profit)
        for loss in self.losses if profit > 0 else []:
            used = min(left, loss[1])
            loss[1] -= used
            left -= used
        return left

    def distribute(self, t, net):
        """The reserve first, then the dividend."""
        to_share = max(0, net + min(0, self.retained))
        kept = min(TO_RESERVE * to_share, max(0, FULL_RESERVE * self.capital - self.reserve))
        self.reserve += kept
        self.retained += net - kept
        if t <= int(self.keys.get("no_dividend_years", 0)):
            return Fraction(0)
        payout = number(self.keys.get("payout", 0))
        dividend = min(payout * max(0, self.retained), self.cash)
        self.cash -= dividend
        self.retained -= dividend
        return dividend

    def year(self, t, clock, inflow):
        """Capital called, dividend, and at the end what the company leaves."""
        earned = level(self.keys.get("income", 0), clock) + inflow
        earned -= level(self.keys.get("operating", 0), clock)
        profit = earned - self.depreciation(t)
        tax = number(self.keys.get("tax", "25%")) * self.taxable(t, profit)
        called = self.fill(t, earned - tax - self.capex(t))
        dividend = self.distribute(t, profit - tax)
        payout = Fraction(0)
        if t == self.horizon:
            payout = self.cash + number(self.keys.get("residual", 1)) * self.book(t)
            self.cash = Fraction(0)
        return called, dividend, payout
