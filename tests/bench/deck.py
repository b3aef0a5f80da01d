"""A deck of 15 slides of a large register, beside that of another checkout, in turns."""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

from tests.bench.pages import ROOT

SCENES = (
    "titel",
    "valt_op",
    "kerncijfers",
    "regiokaart",
    "gemeentekaart",
    "ingredienten",
    "ingredienten_plaats",
    "themas",
    "themas_plaats",
    "verloop",
    "plaatsen",
    "verantwoording",
)
"""What checkouts since 48c593d have in common: with a slide for each of four places that makes 15."""

_MAKE = f"""
import sys, time
from dataclasses import replace
from pathlib import Path
from lrn import clock
from lrn.export.slides import deck
from lrn.register.load import load
from lrn.selection import Selection
from lrn.views.meetings import USUAL

register, selection = load(Path(sys.argv[1])), Selection(peildatum=clock.today())
meeting = replace(USUAL, scenes={SCENES!r})
deck(register, selection, meeting=meeting)  # imports and boundaries
for _ in range(3):
    began = time.process_time()
    deck(register, selection, meeting=meeting)
    print(time.process_time() - began)
"""


def bench_against(register: Path, against: Path, *, turns: int = 3) -> None:
    """The work of a deck of *register* here and in the checkout *against*, medians of *turns* of three (aim ≤ 0.6)."""
    found: dict[Path, list[float]] = {ROOT: [], against: []}
    for _ in range(turns):
        for checkout, seconds in found.items():
            made = subprocess.run(
                [sys.executable, "-c", _MAKE, str(register)], cwd=checkout, capture_output=True, text=True, check=True
            )
            seconds += [float(line) for line in made.stdout.split()]
    here, there = (statistics.median(seconds) for seconds in found.values())
    print(f"a deck of 15 slides: {here:.2f} s of work beside {there:.2f} s: {here / there:.2f} × (aim ≤ 0.6)")
