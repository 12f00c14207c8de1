"""A thousand ratios on one simulation, against as many runs: the answers first, then the ratio of the times."""

import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from program import BIN, SCENARIO, Spent, levels, shanhai

POINTS = 1000
PATHS = 20_000
PROMISED = 0.03  # of the time of as many runs


def sweep_text():
    ratios = [f"{0.3 + 0.4 * i / (POINTS - 1):.6f}" for i in range(POINTS)]
    rest = [f"{1 - float(ratio):.6f}" for ratio in ratios]
    return (
        f"sweep: 1\nbase: {SCENARIO}\npaths: {PATHS}\naxes:\n  ratio:\n"
        f"    schemes.proportional.shares.host: [{', '.join(ratios)}]\n"
        f"    schemes.proportional.shares.origin: [{', '.join(rest)}]\n"
    )


def agree(store, folder):
    """One point of the sweep against a run of its own."""
    point = POINTS // 3
    database = sqlite3.connect(store)
    value, acceptance, *npvs = database.execute(
        "SELECT ratio, acceptance, npv_host, npv_origin FROM results WHERE point = ? AND scheme = 'proportional'", (point,)
    ).fetchone()
    text = SCENARIO.read_text()
    shares = "proportional: {kind: proportional, shares: {host: 50%, origin: 50%}}"
    alone = folder / "alone.yaml"
    alone.write_text(text.replace(shares, f"proportional: {{kind: proportional, shares: {{host: {value:.6f}, origin: rest}}}}"))
    ran = json.loads(subprocess.run(shanhai(PATHS, scenario=alone), capture_output=True, check=True).stdout)
    alone = ran["schemes"]["proportional"]
    means = [alone["parties"][party]["npv"]["mean"] for party in ("host", "origin")]
    worth = sum(map(abs, means))
    if abs(alone["acceptance"] - acceptance) > 1e-12 or any(abs(a - b) > 1e-12 * worth for a, b in zip(means, npvs)):
        sys.exit("a point of the sweep differs from a run of its own")


def shared_simulation(rounds):
    """What a sweep over ratios costs, as a part of as many runs with start-up and output."""
    ratios = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "sweep.yaml").write_text(sweep_text())
            command = [BIN / "shanhai", "sweep", folder / "sweep.yaml", "--store", folder / "a.db", "--threads", "1",
                       "--level", levels()[-1]]
            swept = Spent(command).cpu
            agree(folder / "a.db", folder)
        ran = statistics.median(Spent(shanhai(PATHS)).cpu for _ in range(5))
        ratios.append(swept / (POINTS * ran))
    ratio = statistics.median(ratios)
    print(f"\n{POINTS} ratios in one sweep: {ratio:.3f} of as many runs ({min(ratios):.3f} to {max(ratios):.3f})")
    return [f"sweep: {ratio:.3f} of as many runs, promised {PROMISED}"] if ratio > PROMISED else []
