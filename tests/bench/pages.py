"""How quick a click is: on a quiet server, and while someone else brings a large workbook."""

from __future__ import annotations

import contextlib
import statistics
import tempfile
import threading
import time
from pathlib import Path

from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from lrn.register.load import load_content
from lrn.register.model import Unreadable
from tests.bench.registers import write_register

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 25
_make = PagesManager.__init__


def _told(self, *args, **kwargs):  # see tests/pages/conftest.py
    _make(self, *args, **kwargs)
    PagesManager.uses_pages_directory = False


PagesManager.__init__ = _told


def start() -> AppTest:
    """The start page, run once."""
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()


def bench_pages() -> None:
    """The warm rerun of every page as a multiple of an empty Streamlit page's. Aim: at most 8."""
    empty = AppTest.from_string("import streamlit as st\nst.title('Leeg')\n", default_timeout=60)
    apps = {"leeg": empty}
    for page in ("overzicht", "kaart", "ingredienten", "themas", "netwerk", "partners", "register", "gegevens"):
        app = start()
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


def bench_hostile() -> None:
    """Someone's click while a visitor brings hostile workbooks, as a multiple of a click on a quiet server (aim ≤ 2)."""
    app = start()

    def click() -> float:
        began = time.perf_counter()
        app.run()
        return time.perf_counter() - began

    for _ in range(5):
        click()
    quiet = statistics.median(click() for _ in range(40))
    with tempfile.TemporaryDirectory() as folder:
        heavy = write_register(Path(folder) / "register.xlsx", 30_000).read_bytes()
    done = threading.Event()

    def bring() -> None:
        while not done.is_set():
            with contextlib.suppress(Unreadable):
                load_content("zwaar.xlsx", heavy)

    thread = threading.Thread(target=bring)
    thread.start()
    time.sleep(1)
    busy = statistics.median(click() for _ in range(60))
    done.set()
    thread.join()
    print(f"a click while a workbook of 30,000 rows is read: {busy / quiet:.2f} × a click on a quiet server (aim ≤ 2)")
