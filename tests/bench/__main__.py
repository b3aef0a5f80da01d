"""Benchmarks: ``python -m tests.bench [NAME …]``; what each measures, and what was found, stands in ``README.md``.

Every figure but those of ``search`` and ``missing`` is a ratio of two things measured in this same run. Not timed tests: machines differ
and are noisy. The aims stand beside the figures.
"""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import Callable
from pathlib import Path

from tests.bench import (
    clicks,
    large,
    layout,
    loading,
    matching,
    missing,
    network_page,
    pages,
    reading,
    search,
    slides,
    stage,
    visitors,
)

QUICK: dict[str, Callable[[], object]] = {
    "pages": pages.bench_pages,
    "search": search.bench_search,
    "reading": reading.bench_sizes,
    "hostile": pages.bench_hostile,
    "swaps": reading.bench_swaps,
    "slides": slides.bench_slides,
    "layout": layout.bench_layout,
    "missing": missing.bench_missing,
    "network": network_page.bench_network_page,
    "matching": matching.bench_proposal,
}
LONG: dict[str, Callable[[], None]] = {  # a quarter of an hour, or other needs than the tests: only when asked for
    "many": lambda: matching.bench_proposal(100_000, 3),
    "edits": reading.bench_edits,
    "visitors": visitors.bench_visitors,
}
IN_BROWSER: dict[str, Callable[..., None]] = {
    "clicks": clicks.bench_clicks,
    "loading": loading.bench_loading,
    "large": lambda times, against: large.bench_large(times=times),
    "stage": lambda times, against: stage.bench_stage(times=times),
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=" ".join([*QUICK, *LONG, *IN_BROWSER]))
    parser.add_argument(
        "--against", type=Path, metavar="CHECKOUT", help="for clicks, loading and slides: its own too, in turns"
    )
    parser.add_argument("--times", type=int, default=20, help="how often a click or an opening is measured (20)")
    asked = parser.parse_args()
    if unknown := set(asked.names) - {*QUICK, *LONG, *IN_BROWSER}:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    against = asked.against and asked.against.resolve()
    logging.disable(logging.WARNING)
    os.chdir(pages.ROOT)
    os.environ.pop("LRN_REGISTER", None)
    for name in asked.names or QUICK:
        if name in IN_BROWSER:
            IN_BROWSER[name](times=asked.times, against=against)
        elif name == "slides":
            slides.bench_slides(against)
        else:
            (QUICK | LONG)[name]()
