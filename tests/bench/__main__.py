"""Benchmarks: ``python -m tests.bench``. Every figure is a ratio of two things measured in this same run.

Not timed tests: machines differ and are noisy. The aims stand beside the figures.
"""

from __future__ import annotations

import gc
import logging
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 25


def median(action: Callable[[], object], repeats: int = REPEATS) -> float:
    """Median seconds of *action*, after one run that is not counted."""
    action()
    times = []
    for _ in range(repeats):
        gc.collect()
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def bench_pages() -> None:
    """The warm rerun of every page as a multiple of an empty Streamlit page's. Aim: at most 8."""
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.testing.v1 import AppTest

    original = PagesManager.__init__

    def told(self, *args, **kwargs):  # see tests/pages/conftest.py
        original(self, *args, **kwargs)
        PagesManager.uses_pages_directory = False

    PagesManager.__init__ = told
    empty = AppTest.from_string("import streamlit as st\nst.title('Leeg')\n", default_timeout=60)
    apps = {"leeg": empty}
    for page in ("overzicht", "kaart", "ingredienten", "themas"):
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        apps[page] = app if page == "overzicht" else app.switch_page(f"pages/{page}.py").run()
        assert not app.exception
    # Taken in turns, so that a slow moment of the machine falls on all of them.
    times: dict[str, list[float]] = {name: [] for name in apps}
    for _ in range(REPEATS + 2):
        for name, app in apps.items():
            began = time.perf_counter()
            app.run()
            times[name].append(time.perf_counter() - began)
    medians = {name: statistics.median(found[2:]) for name, found in times.items()}
    for name, seconds in medians.items():
        if name != "leeg":
            print(f"rerun {name:14} {seconds / medians['leeg']:5.1f} × an empty page (aim ≤ 8)")


def bench_reading() -> None:
    """Reading and checking the sample as a multiple of bare pandas + calamine."""
    import pandas as pd

    from lrn.register.load import SAMPLE, load
    from lrn.register.read import find_source, read_texts

    def bare() -> object:
        return pd.read_excel(SAMPLE, sheet_name=None, header=None, dtype=str, keep_default_na=False, engine="calamine")

    base = median(bare, 10)
    print(f"load sample          {median(lambda: load(SAMPLE), 10) / base:5.1f} × bare pandas + calamine")
    print(
        f"  of which the child {median(lambda: read_texts(SAMPLE), 10) / base:5.1f} × (starts Python and pandas anew)"
    )
    print(f"unchanged register   {median(lambda: find_source(SAMPLE)) / base:5.3f} ×")


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    os.chdir(ROOT)
    os.environ.pop("LRN_REGISTER", None)
    bench_pages()
    bench_reading()
