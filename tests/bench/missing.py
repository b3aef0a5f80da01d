"""How long it takes to find the lines that are not there yet, in a network of 2,000 activities."""

from __future__ import annotations

import random
import statistics
import time
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

from lrn.measures.network.missing import missing_lines
from lrn.register.load import build
from lrn.register.model import Register, Source
from lrn.register.reading.book import Book, SheetTexts
from lrn.selection import Selection
from tests.network import TODAY, Rows, network

ACTIVITIES, PARTNERS, PARTICIPATIONS = 2_000, 800, 6_000


def crowded_sheets() -> dict[str, Rows]:
    """The sheets of a register of that size."""
    sheets = network(ACTIVITIES)
    sheets["Partners"] = network(5 * PARTNERS)["Partners"][: PARTNERS + 1]
    rng = random.Random(2026)
    ids, partners = ([row[0] for row in sheets[name][1:]] for name in ("Activiteiten", "Partners"))
    pairs: set[tuple[str, str]] = set()
    while len(pairs) < PARTICIPATIONS:
        pairs.add((rng.choice(ids), rng.choice(partners)))
    return sheets | {"Deelnames": [sheets["Deelnames"][0], *([a, p, "", ""] for a, p in sorted(pairs))]}


def crowded() -> Register:
    """A register of that size."""
    columns = {
        name: SheetTexts(
            [list(column) for column in zip_longest(*([str(x) for x in row] for row in rows), fillvalue="")]
        )
        for name, rows in crowded_sheets().items()
    }
    return build(Book(columns), Source(Path("register.xlsx"), "1", datetime(2026, 10, 1)), TODAY)


def bench_missing() -> None:
    """Every pair of activities of a crowded network, the whole register and that of the peildatum. Aim: under 2 s."""
    register = crowded()
    for told, selection in (("ever", Selection()), ("on a day", Selection(peildatum=TODAY))):
        times = []
        for _ in range(5):
            began = time.perf_counter()
            found = missing_lines(register, selection)
            times.append(time.perf_counter() - began)
        print(f"missing lines, {told}: {statistics.median(times):.2f} s (aim < 2), {found.amount} pairs")
