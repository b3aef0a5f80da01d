"""What the tests share: writers of workbooks, and a register of ten activities written out by hand."""

from __future__ import annotations

import functools
import gc
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
import xlsxwriter
from xdist.scheduler import LoadScopeScheduling

from lrn.register import child
from lrn.register.columns import SHEETS
from lrn.register.load import build, load
from lrn.register.model import Register, Source
from lrn.register.reading.book import Book, SheetTexts
from lrn.register.rules import Rule
from tests.register.forks import Server

# Each server, reader and command that a test starts would compile all of the product again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

Rows = list[list[Any]]

PEILDATUM = date(2026, 10, 1)
"""The day on which the answers in these tests were counted; also the day the register was checked."""

# fmt: off
# K04 is in Haaglanden, K05 in Zuidplas, K06 has a region only (and a form that nobody knows), K07 has nothing at all,
# K08 has ended, K09 has yet to start, K10 is being explored. On the peildatum K01 to K07 are active.
TEN_ROWS: dict[str, Rows] = {
    "Activiteiten": [
        ["ID", "Naam", "Verschijningsvorm", "Gemeente", "Arbeidsmarktregio", "College", "Status", "Start", "Einde", "Ingrediënten", "Netwerkthema", "Thema's", "Niveaus", "Contactpersoon", "E-mail", "Bijgewerkt"],
        ["K01", "Zorglab Leiden", "Livinglab", "Leiden", "", "Zorg en Welzijn", "Actief", date(2024, 2, 1), "", "1;2;3", "ja", "zorg; welzijn; onderwijs", "strategisch; tactisch; operationeel", "Noor Vos", "noor@voorbeeld.nl", date(2026, 9, 1)],
        ["K02", "Energiehub Zoetermeer", "PPS", "Zoetermeer", "", "Techniek", "Voorbereiding", date(2026, 1, 15), date(2026, 12, 31), "2; 8; 9", "ja", "Klimaat", "", "", "", ""],
        ["K03", "Wijkleercentrum Woerden", "Wijkleercentrum", "Woerden", "", "Zorg en Welzijn", "Actief", date(2025, 1, 1), "", "1;9", "", "wonen; welzijn", "", "", "", date(2025, 1, 1)],
        ["K04", "Overleg met de koepels", "Anders", "Den Haag", "", "", "Actief", "", "", 10, "ja", "", "", "", "", ""],
        ["K05", "Kas van Zuidplas", "Bedrijfslab", "Zuidplas", "", "Techniek", "Actief", date(2025, 9, 1), "", 4, "nee", "klimaat", "", "", "", ""],
        ["K06", "Zorgnetwerk", "Toverlab", "", "Midden-Holland", "Zorg en Welzijn", "Actief", date(2026, 4, 1), "", "1;3", "ja", "zorg", "tactisch", "", "", ""],
        ["K07", "Losse kennisdeling", "", "", "", "", "", "", "", "", "", "", "", "", "", ""],
        ["K08", "Duurzaam bouwen Gouda", "Practoraat", "Gouda", "", "Techniek", "Afgerond", date(2024, 1, 1), date(2026, 6, 30), "1;2;9", "ja", "klimaat; wonen", "", "", "", ""],
        ["K09", "Lerende wijk Leiden", "Hackathon", "Leiden", "", "Economie", "Actief", date(2027, 1, 1), "", "6;7", "nee", "onderwijs", "", "", "", ""],
        ["K10", "Verkenning Alphen", "Docentstage", "Alphen aan den Rijn", "", "Economie", "Verkenning", date(2026, 3, 1), "", 11, "ja", "mobiliteit", "", "", "", ""],
    ],
    "Partners": [
        ["ID", "Naam", "Soort", "Gemeente", "Schaal", "Strategische relatie"],
        ["P1", "Stadsbestuur Leiden", "overheid", "Leiden", "lokaal", "nee"],
        ["P2", "Zorgkoepel", "branchevereniging", "Den Haag", "landelijk", "ja"],
        ["P3", "Bouwbedrijf De Kraan", "bedrijf", "Gouda", "regionaal", "nee"],
        ["P4", "Landelijke adviesraad", "overheid", "'s-Gravenhage", "landelijk", "ja"],
    ],
    "Deelnames": [
        ["Activiteit", "Partner", "Rol", "Meerwaarde"],
        ["K01", "P1", "initiatiefnemer", "kent de wijk"],
        ["K01", "P2", "deelnemer", ""],
        ["K02", "P1", "deelnemer", ""],
        ["K04", "P2", "initiatiefnemer", ""],
        ["K08", "P3", "deelnemer", "casussen"],
    ],
    "Verbindingslijnen": [
        ["ID", "Van", "Naar", "Vorm", "Frequentie", "Sinds", "Omschrijving"],
        ["L1", "K01", "K03", "kennisdeling", "maandelijks", date(2025, 3, 1), "les over zorg in de wijk"],
        ["L2", "Leiden", "Gouda", "bestuurlijk overleg met gemeenten", "jaarlijks", date(2026, 1, 1), ""],
        ["L3", "K08", "Regio Midden-Holland", "kennisdeling", "", "", ""],
        ["L4", "K02", "K09", "3O-overleg", "", date(2026, 11, 1), ""],
        ["L5", "Woerden", "Holland Rijnland", "regio-overleg", "", "", ""],
    ],
}
# fmt: on


BROWSER = "tests/browser/"
LONG = ("tests/register/test_hostile.py", "tests/pages/", "tests/export/", "tests/register/")
"""Where a file can take long, the longest first: whole pages, decks and workbooks are made. Elsewhere it is soon done."""


class _ByFile(LoadScopeScheduling):
    """The tests of a file run in one process: the first takes those of the browser, the others the rest, and then each helps.

    Whoever takes a file takes one that can be long, and of those the one with most tests: so that no process has a
    long one to do when the others are ready. A list of how long a file takes is not needed for that.
    """

    def _split_scope(self, nodeid: str) -> str:
        return nodeid.split("::", 1)[0]

    def _assign_work_unit(self, node: Any) -> None:
        browses = node is self.nodes[0]

        def last(path: str) -> tuple[bool, int, int]:
            kind = next((n for n, where in enumerate(LONG) if path.startswith(where)), len(LONG))
            return path.startswith(BROWSER) != browses, kind, -len(self.workqueue[path])

        self.workqueue.move_to_end(min(self.workqueue, key=last), last=False)
        super()._assign_work_unit(node)


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: to look through it for garbage takes a tenth of all time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One process more than there are cores: who drives a browser waits for it a third of the time."""
    return (os.cpu_count() or 1) + 1


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """The scheduler above, which needs no list of how long a file takes to have all processes end together."""
    return _ByFile(config, log)


def _write_workbook(path: Path, sheets: dict[str, Rows]) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        as_date = workbook.add_format({"num_format": "d-m-yyyy"})
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(r, c, datetime(value.year, value.month, value.day), as_date)
                    elif isinstance(value, bool):
                        sheet.write_boolean(r, c, value)
                    elif isinstance(value, int | float):
                        sheet.write_number(r, c, value)
                    elif value != "":
                        sheet.write_string(r, c, value)
    return path


_ODS = "urn:oasis:names:tc:opendocument:xmlns"


def _write_ods(path: Path, sheets: dict[str, Rows]) -> Path:
    def cell(text: str) -> str:
        return (
            f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
            if text
            else "<table:table-cell/>"
        )

    def table(name: str, rows: Rows) -> str:
        lines = ("".join(map(cell, row)) for row in rows)
        body = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
        return f'<table:table table:name="{escape(name)}">{body}</table:table>'

    content = (
        f'<office:document-content xmlns:office="{_ODS}:office:1.0" xmlns:table="{_ODS}:table:1.0" '
        f'xmlns:text="{_ODS}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
        f"{''.join(table(*item) for item in sheets.items())}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{_ODS}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
    return path


def _build_register(sheets: dict[str, Rows], *, today: date = PEILDATUM) -> Register:
    book = Book({name: SheetTexts(_columns(rows)) for name, rows in sheets.items()})
    register = build(book, Source(Path("register.xlsx"), "1", datetime(2026, 10, 1)), today)
    assert_by_rules(register)
    return register


def assert_by_rules(register: Register) -> None:
    """Each finding has the severity and the words of its rule, with something put in, and is where that says."""
    headings = {column.header for sheet in SHEETS for column in sheet.columns}
    for finding in register.findings:
        rule = Rule[finding.rule]
        filled = [re.sub(r"\\{\w+\\}", ".*", re.escape(words)) for words in (rule.words, rule.advice)]
        more = r"(\. (Naar|Maar) .*)?" if rule.severity == "fout" else ""  # who refers to a row that is left out
        assert re.fullmatch(f"{filled[0]}(\\. {filled[1]})?{more}", finding.message, re.DOTALL), finding
        assert finding.severity is rule.severity, finding
        named = rule.where.split(", ")
        assert finding.column in named or not headings.issuperset(named), finding


def _columns(rows: Rows) -> list[list[str]]:
    return [list(column) for column in zip_longest(*([str(x) for x in row] for row in rows), fillvalue="")]


START_CHILD = child._start
PATIENCE = 20 * child.DEADLINE  # seconds by the clock: how long a child takes hangs on how busy the machine is


@pytest.fixture(scope="session", autouse=True)
def quick_child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Workbooks are read by a fork of one process, which does as the child does and starts ten times as fast.

    Who tests the child itself asks for ``real_child``. Neither has a deadline that a busy machine would not meet.
    """
    servers: list[Server] = []

    def start() -> Any:
        if not servers:
            servers.append(Server(tmp_path_factory.mktemp("forks") / "server"))
        return servers[0].start()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(child, "DEADLINE", PATIENCE)
        if hasattr(os, "fork"):
            patch.setattr(child, "_start", start)
        yield
    for server in servers:
        server.stop()


@pytest.fixture(scope="module")
def real_child() -> Iterator[None]:
    """Workbooks are read as the product does: each by a Python of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(child, "_waiting", None)  # perhaps a fork
        patch.setattr(child, "_start", START_CHILD)
        yield


@pytest.fixture(scope="session")
def write_workbook() -> Callable[[Path, dict[str, Rows]], Path]:
    """Writes an .xlsx from rows of texts, numbers, dates and booleans; an empty text is an empty cell."""
    return _write_workbook


@pytest.fixture(scope="session")
def write_ods() -> Callable[[Path, dict[str, Rows]], Path]:
    """Writes a minimal .ods from rows of texts."""
    return _write_ods


@pytest.fixture(scope="session")
def build_register() -> Callable[..., Register]:
    """Checks rows as they would come out of a workbook, without a file or a child process."""
    return _build_register


@pytest.fixture(scope="session")
def ten_rows_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ten-row register as a workbook."""
    return _write_workbook(tmp_path_factory.mktemp("register") / "tien.xlsx", TEN_ROWS)


@pytest.fixture(scope="session")
def register(ten_rows_path: Path) -> Register:
    """The ten-row register, loaded once. Shared: no test may change it."""
    return load(ten_rows_path, today=PEILDATUM)


@pytest.fixture(scope="session")
def quick_app_test() -> Iterator[None]:
    """For who uses AppTest: what it does again and again while a page is made, and which can take longer, is done once.

    Each new one searches all installed packages for components; and it looks a thousand times a second, through all
    that was sent, whether the page is ready: here it waits for the thread that makes it.
    """
    from streamlit.components.v2 import manifest_scanner as scanner
    from streamlit.testing.v1 import local_script_runner as local

    look = local.require_widgets_deltas

    def wait(runner: Any, timeout: float = 3) -> None:
        runner._script_thread.join(timeout)
        look(runner, 1)  # it is ready, or else ended with an error

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanner, "scan_component_manifests", functools.cache(scanner.scan_component_manifests))
        patch.setattr(local, "require_widgets_deltas", wait)
        yield
