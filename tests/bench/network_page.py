"""The page Netwerk on a crowded register: the first run of each part beside that of Kaart, in the same run."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

import xlsxwriter
from streamlit.testing.v1 import AppTest

from lrn.ui.base.cache import SHARED
from lrn.ui.netwerk.choices import PARTS
from tests.bench.missing import crowded_sheets
from tests.bench.pages import start

TIMES = 5


def bench_network_page() -> None:
    """Every part of Netwerk with nothing counted yet, as a multiple of Kaart on the same register. Aim: at most 1.5."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "druk.xlsx"
        with xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy"}) as book:
            for name, rows in crowded_sheets().items():
                sheet = book.add_worksheet(name)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
        os.environ["LRN_REGISTER"] = str(path)
        kaart, netwerk = (start().switch_page(f"pages/{page}.py").run() for page in ("kaart", "netwerk"))
        times: dict[str, list[float]] = {}
        for _ in range(TIMES):
            times.setdefault("kaart", []).append(_first(kaart))
            for part, name in PARTS.items():
                netwerk.session_state["kijk"] = part
                times.setdefault(name, []).append(_first(netwerk))
        os.environ.pop("LRN_REGISTER")
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, seconds in medians.items():
        print(f"first run of {name:20} {seconds:.2f} s, {seconds / medians['kaart']:4.2f} × Kaart (aim ≤ 1.5)")


def _first(app: AppTest) -> float:
    SHARED.clear()
    began = time.perf_counter()
    app.run()
    assert not app.exception, app.exception
    return time.perf_counter() - began
