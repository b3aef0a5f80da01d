"""How quick a deck is made of a large register, alone and two at once."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lrn import clock
from lrn.export.slides import deck, letter
from lrn.register.load import load
from lrn.selection import Selection
from tests.bench.deck import bench_against
from tests.bench.registers import write_register

AMOUNT = 2_000


def bench_slides(against: Path | None = None) -> None:
    """A complete deck (20 pages) of 2,000 activities, in seconds (aim ≤ 10 on two cores), and a letter.

    With the checkout *against*, the work of 15 slides beside what it takes there.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = write_register(Path(folder) / "register.xlsx", AMOUNT)
        register = load(path)
        if against:
            bench_against(path, against)
    selection = Selection(peildatum=clock.today())
    deck(register, selection)  # imports and boundaries

    def timed(make: Callable[[], object]) -> tuple[float, float]:
        began, busy = time.perf_counter(), time.process_time()
        make()
        return time.perf_counter() - began, time.process_time() - busy

    alone = timed(lambda: deck(register, selection))
    with ThreadPoolExecutor(2) as pool:
        together = timed(lambda: list(pool.map(lambda _: deck(register, selection), range(2))))
    one = timed(lambda: letter(register, selection, place="AM19"))
    print(f"a deck of {AMOUNT:,} activities: {alone[0]:.1f} s, of which {alone[1]:.1f} s work (aim ≤ 10 s)")
    print(f"two at once: {together[0]:.1f} s (aim ≤ 20 s); a letter: {one[0]:.1f} s")
