"""Benchmarks: ``python -m tests.bench [pages] [search] [reading] [hostile] [swaps] [slides] [matching] [edits]
[many]``.

Every figure but those of ``search`` is a ratio of two things measured in this same run. Not timed tests: machines differ
and are noisy. The aims stand beside the figures. ``edits`` takes a quarter of an hour, ``many`` is
``matching`` with 100,000 rows; these two are only run when asked for.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable

from tests.bench import matching, pages, reading, search, slides

BENCHMARKS: dict[str, Callable[[], None]] = {
    "pages": pages.bench_pages,
    "search": search.bench_search,
    "reading": reading.bench_sizes,
    "hostile": pages.bench_hostile,
    "swaps": reading.bench_swaps,
    "slides": slides.bench_slides,
    "matching": matching.bench_proposal,
    "many": lambda: matching.bench_proposal(100_000, 3),
    "edits": reading.bench_edits,
}

if __name__ == "__main__":
    logging.disable(logging.WARNING)
    os.chdir(pages.ROOT)
    os.environ.pop("LRN_REGISTER", None)
    for wanted in sys.argv[1:] or ("pages", "search", "reading", "hostile", "swaps", "slides", "matching"):
        BENCHMARKS[wanted]()
