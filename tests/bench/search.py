"""How quick a search is while someone types: on 2,000 activities, in milliseconds."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

from lrn.measures.rows import search, similar
from lrn.register.load import build
from lrn.register.model import Register, Source
from lrn.register.reading.book import Book, SheetTexts
from tests.network import TODAY, network

AMOUNT = 2_000
TYPED = ("a", "activiteit", "activiteit 12", "gouda partner", "leidne", "omschrijvnig", "zorg wonen leiden", "xyzzy")


def made(amount: int = AMOUNT) -> Register:
    """A register with *amount* invented activities."""
    sheets = {
        name: SheetTexts(
            [list(column) for column in zip_longest(*([str(x) for x in row] for row in rows), fillvalue="")]
        )
        for name, rows in network(amount).items()
    }
    return build(Book(sheets), Source(Path("register.xlsx"), "1", datetime(2026, 10, 1)), TODAY)


def bench_search() -> None:
    """The words of a register taken apart once, and each search after that. Aim: at most 30 ms a search."""
    register = made()
    began, index = time.perf_counter(), search.index(register, kind="activiteiten")
    print(f"taking the words of {AMOUNT} activities apart, once: {_ms(began):.0f} ms")

    def find(typed: str) -> None:
        index._best.cache_clear()  # as if every word was just typed
        index.find(typed)

    slowest = max((_median(lambda typed=typed: find(typed)), typed) for typed in TYPED)
    print(f"a search among them, the slowest of {len(TYPED)} (“{slowest[1]}”): {slowest[0]:.1f} ms (aim ≤ 30)")
    by_id = similar.features(register)
    one = next(iter(by_id))
    print(f"the neighbours of one activity: {_median(lambda: similar.neighbours(one, by_id)):.1f} ms")


def _median(call: Callable[[], object], times: int = 15) -> float:
    found = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        found.append(_ms(began))
    return statistics.median(found)


def _ms(began: float) -> float:
    return (time.perf_counter() - began) * 1000
