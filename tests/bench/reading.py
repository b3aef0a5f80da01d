"""How quick a register is read, and whether every change of it is seen."""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from lrn.register.child import find_source, keep_ready
from lrn.register.load import load
from lrn.ui.base import cache
from tests.bench.registers import EditableSheet, write_register

ROOT = Path(__file__).resolve().parents[2]


def bare(path: Path) -> None:
    """What reading costs without checking anything: pandas with calamine."""
    pd.read_excel(path, sheet_name=None, header=None, dtype=str, keep_default_na=False, engine="calamine")


def in_turns(actions: dict[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """Median seconds of each action, taken in turns so that a slow moment of the machine falls on all of them."""
    times: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(repeats):
        for name, action in actions.items():
            gc.collect()
            began = time.perf_counter()
            action()
            times[name].append(time.perf_counter() - began)
    return {name: statistics.median(found) for name, found in times.items()}


def bench_reading(amount: int, repeats: int) -> None:
    """Loading a register for the page (aim 1.3 × bare reading), unchanged (2%), and `controle` (3 ×)."""

    def ready() -> None:  # as the app does, while nobody waits for it
        keep_ready()
        time.sleep(1)

    with tempfile.TemporaryDirectory() as folder:
        path = write_register(Path(folder) / "register.xlsx", amount)
        command = [sys.executable, "-m", "lrn", "controle", str(path)]
        medians = in_turns(
            {
                "bare": lambda: bare(path),
                "": ready,
                "load for the page": lambda: load(path),
                "controle (command)": lambda: subprocess.run(command, capture_output=True, check=True, cwd=ROOT),
                "bare (command)": lambda: subprocess.run(
                    [sys.executable, "-c", f"from tests.bench.reading import bare; bare({str(path)!r})"],
                    check=True,
                    cwd=ROOT,
                ),
                "unchanged register": lambda: find_source(path),
            },
            repeats,
        )
    base = medians["bare"]
    print(f"{amount:,} activities: bare reading takes {base:.2f} s")
    for name, aim in (("load for the page", 1.3), ("controle (command)", 3), ("unchanged register", 0.02)):
        print(f"  {name:20} {medians[name] / base:6.3f} × bare reading (aim ≤ {aim})")
    print(f"  {'controle':20} {medians['controle (command)'] / medians['bare (command)']:6.3f} × bare as a command")


def bench_sizes() -> None:
    """The register of a large school, and one ten times as large."""
    bench_reading(10_000, 9)
    bench_reading(100_000, 3)


def bench_edits(amount: int = 100_000, trials: int = 100) -> None:
    """One cell of a large register is edited: in how many trials does the page show it at the next look?"""
    with tempfile.TemporaryDirectory() as folder:
        path = write_register(Path(folder) / "register.xlsx", amount)
        editable = EditableSheet(path)
        os.environ["LRN_REGISTER"] = str(path)
        seen = 0
        for trial in range(trials):
            name = f"Activiteit 777 van 't netwerk {trial:03}"
            editable.put("B778", name)
            shown = cache.open_register().register.activiteiten
            seen += shown.loc[shown["id"] == "A-000777", "naam"].item() == name
        del os.environ["LRN_REGISTER"]
    print(f"one-cell edits at {amount:,} rows: seen in {seen} of {trials} (aim: all)")


def bench_swaps(swaps: int = 100, visitors: int = 3) -> None:
    """Two registers take each other's place while visitors look: errors and mixtures of the two are counted."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "register.xlsx"
        states = {amount: write_register(folder / f"{amount}.xlsx", amount, seed=amount) for amount in (300, 500)}
        shutil.copy(states[300], path)
        os.environ["LRN_REGISTER"] = str(path)
        wrong = looks = 0
        done = threading.Event()

        def look() -> None:
            nonlocal wrong, looks
            while not done.is_set():
                opened = cache.open_register()
                ids = set(opened.register.activiteiten["id"])
                wrong += bool(opened.stale) or len(ids) not in states or len(opened.register.findings) != 0
                looks += 1
                time.sleep(0.01)

        threads = [threading.Thread(target=look) for _ in range(visitors)]
        for thread in threads:
            thread.start()
        late = 0
        for n in range(swaps):
            amount = (500, 300)[n % 2]
            shutil.copy(states[amount], folder / "nieuw.xlsx")
            (folder / "nieuw.xlsx").replace(path)
            late += len(cache.open_register().register.activiteiten) != amount
        done.set()
        for thread in threads:
            thread.join()
        del os.environ["LRN_REGISTER"]
    print(
        f"{swaps} swaps, {looks} looks of {visitors} visitors: {wrong} wrong, {late} not seen at the next look (aim: 0)"
    )
