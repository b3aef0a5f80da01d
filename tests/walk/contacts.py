"""Where the words of contact columns are found: in every page, file and frame that is made of a register.

Run in a copy of the product whose contract has a contact column more on each sheet, and beside it a column that may be
shown: ``python contacts.py FOLDER`` makes its files there, and tells for each place which of the two kinds of words it
holds. What nobody may see must be nowhere; what may be seen shows that the places are really looked into.
"""

from __future__ import annotations

import functools
import io
import json
import os
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import streamlit as st
from streamlit.components.v2 import manifest_scanner as scanner
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from tests.register.forks import Server

HIDDEN, SHOWN = "zwabberkwik", "drommelkwast"
"""What every cell of a contact column begins with, and every cell of the column that may be shown."""

CONTACT = ("Contactpersoon", "E-mail", "Achterwacht")
OPEN = "Voorwacht"
RENAMED = {"ID": "Nr.", "Naam": "Titel activiteit", "Contactpersoon": "Trekker", "E-mail": "Mailadres"}
ADDED = (
    "Te verbeteren",
    "Wijzigingen",
    "Koppeling",
)  # the sheets that the product adds to a workbook of somebody's own
LISTED = {"kolommen": ["Voorwacht", "Naam", "Omschrijving"], "alles": "true"}
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "overzicht": ("overzicht", {}),
    "kaart": ("kaart", {"gebied": "Leiden", "lijnen": "true"}),
    "kaart van Haaglanden": ("kaart", {"niveau": "Regio", "gebied": "Haaglanden"}),
    "ingredienten": ("ingredienten", {"kies_ingredient": "6. Leren"}),
    "ingredienten, genoemd": ("ingredienten", {"kijk": "Genoemd én onderbouwd", "kies_ingredient": "6. Leren"}),
    "themas": ("themas", {"kies_thema": "Zorg"}),
    "netwerk": ("netwerk", {"partners": "true"}),
    "wie doet mee": ("partners", {"partners_kijk": "Wie doet mee"}),
    "strategische relaties": ("partners", {"partners_kijk": "Strategische relaties"}),
    "activiteiten": ("register", LISTED),
    "partners": ("register", LISTED | {"bewijs": "telt:partners"}),
    "verbindingslijnen": ("register", LISTED | {"bewijs": "telt:verbindingslijnen"}),
    "een activiteit": ("register", {"alles": "true", "activiteit": "A-001"}),
    "een partner": ("register", {"alles": "true", "partner": "P-001"}),
    "stand": ("gegevens", {}),
    "bevindingen": ("gegevens", {"onderdeel": "Bevindingen"}),
    "te actualiseren": ("gegevens", {"onderdeel": "Te actualiseren"}),
    "door de tijd": ("gegevens", {"onderdeel": "Door de tijd"}),
    "presentatie": ("presentatie", {"tonen": "true", "beelden": "De activiteiten zelf"}),
}


def _workbook(target: Path, *, before: str = "", renamed: bool = False) -> Path:
    """The sample with a word in every contact column and in the one that may be shown; *before* begins each word."""
    book = openpyxl.load_workbook("data/register.xlsx")
    for sheet in ("Activiteiten", "Partners", "Deelnames", "Verbindingslijnen"):
        rows = book[sheet]
        headings = {cell.value: cell.column for cell in rows[1]}
        for heading in (CONTACT[-1], OPEN):
            headings[heading] = rows.max_column + 1
            rows.cell(1, headings[heading], heading)
        for heading in {*CONTACT, OPEN} & headings.keys():
            word = f"{before}{SHOWN if heading == OPEN else HIDDEN}"
            for row in range(2, rows.max_row + 1):
                rows.cell(row, headings[heading], word)
            place = headings[heading]
            rows.merge_cells(start_row=2, end_row=3, start_column=place, end_column=place)  # of which a finding tells
        # A row that holds nothing else is a note.
        rows.cell(rows.max_row + 2, headings[CONTACT[-1]], f"--- {HIDDEN} ---")
        if renamed and sheet == "Activiteiten":
            for heading, name in RENAMED.items():
                rows.cell(1, headings[heading], name)
    book.save(target)
    return target


def _told(parts: Iterable[bytes | str]) -> list[str]:
    """Which kinds of words *parts* hold."""
    found = [part.lower() if isinstance(part, bytes) else part.lower().encode() for part in parts]
    return [word for word in (HIDDEN, SHOWN) if any(word.encode() in part for part in found)]


def _unpacked(content: bytes) -> Iterator[bytes]:
    """The parts of a file, and of the files in it: a chart on a slide has its figures in a workbook."""
    if content.startswith(b"PAR1"):
        yield pq.read_table(io.BytesIO(content)).to_pandas().to_csv().encode()
        return
    if not content.startswith(b"PK"):
        yield content
        return
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            yield from _unpacked(package.read(name))


def _added(content: bytes) -> Iterator[str]:
    """What was added to a workbook of somebody's own: sheets, and notes at cells."""
    if not content.startswith(b"PK"):  # the matching that a workbook is given back with
        yield content.decode()
        return
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for cell in (cell for row in sheet for cell in row):
            if sheet.title in ADDED and cell.value is not None:
                yield str(cell.value)
            if cell.comment is not None:
                yield cell.comment.text


def files(folder: Path, register: Path, own: Path) -> dict[str, list[str]]:
    """What every command prints and writes."""
    from lrn.cli.commands import app
    from lrn.export.outside.formats import FORMATS

    found = {}

    def run(name: str, *arguments: object, read=_unpacked) -> None:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments])
        assert result.exit_code in (0, 1), (name, result.output)
        made = [argument for argument in arguments if isinstance(argument, Path) and argument.parent == folder / "uit"]
        found[name] = _told([result.output, *(part for path in made for part in read(path.read_bytes()))])

    out = folder / "uit"
    out.mkdir()
    for command in ("controle", "cijfers"):
        run(command, command, register)
        run(f"{command} als JSON", command, register, "--json")
    for meeting in ("netwerk", "college"):  # together they have every view
        run(f"dia's {meeting}", "presentatie", register, out / f"{meeting}.pptx", "--vergadering", meeting)
    run("brief", "brief", register, out / "brief.pptx", "--plaats", "Leiden")
    for form in FORMATS:
        for table in form.holds or ("",):
            path = out / f"{table or 'alles'}{form.ending}"
            asked = ["--tabel", table] if table else []
            run(f"uitvoer {path.name}", "uitvoer", register, path, "--peildatum", "alles", *asked)
    run("markeer", "markeer", register, out / "gemerkt.xlsx", read=_added)
    run("koppel", "koppel", own, out / "eigen.toml")
    run("herstel", "herstel", own, out / "hersteld.xlsx", "--koppeling", out / "eigen.toml", read=_added)
    return found


def frames(register: Path, earlier: Path) -> dict[str, list[str]]:
    """What is made of rows, apart from the screen."""
    from lrn.measures.compare.changes import changes
    from lrn.measures.compare.versions import State
    from lrn.measures.rows import card, listing, search
    from lrn.register.load import load
    from lrn.selection import Selection

    read = load(register)
    assert {word.lower() for word in read.contacts} == {HIDDEN}
    found = {}
    for kind in listing.SHEETS:
        found[f"lijst van {kind}"] = _told([listing.table(read, getattr(read, kind), kind=kind).to_csv()])
        index = search.index(read, kind=kind)
        found[f"gezocht in {kind}"] = [word for word in (HIDDEN, SHOWN) if any(not h.alike for h in index.find(word))]
    cards = [
        *(card.activity(read, identity) for identity in read.activiteiten["id"]),
        *(card.partner(read, identity) for identity in read.partners["id"]),
        *(card.line(read, identity) for identity in read.verbindingslijnen["id"]),
    ]
    found["kaartjes"] = _told(map(repr, cards))
    states = State(load(earlier), Selection()), State(read, Selection())
    found["wijzigingen"] = _told([changes(*states).to_csv()])
    found["bevindingen als rijen"] = _told([read.bevindingen.to_csv()])
    return found


def kept(folder: Path, workbook: Path) -> dict[str, list[str]]:
    """The state of *workbook*, kept in *folder*."""
    from lrn.register.load import keep

    table = pq.read_table(keep(workbook, folder))
    return {"stand in een bestand": _told([*map(str, table.column("tekst").to_pylist()), str(table.schema.metadata)])}


def pages(register: Path, own: Path) -> dict[str, list[str]]:
    """Every page as it goes to the browser, with its address and what is offered as a file."""
    taken: list[bytes | str] = []
    offer, popover, original = st.download_button, st.popover, PagesManager.__init__

    def offered(label: str, data: Any, *rest: Any, **options: Any) -> Any:
        taken.append(b"".join(_unpacked(data())) if callable(data) else data)
        return offer(label, data, *rest, **options)

    def opened(label: str, *rest: Any, key: str | None = None, **options: Any) -> Any:
        if key:
            st.session_state[key] = True
        return popover(label, *rest, key=key, **options)

    def told(self: PagesManager, *args: Any, **options: Any) -> None:  # see tests/pages/conftest.py
        original(self, *args, **options)
        PagesManager.uses_pages_directory = False

    st.download_button, st.popover, PagesManager.__init__ = offered, opened, told  # type: ignore[method-assign]
    os.environ["LRN_REGISTER"] = str(register)
    found = {}
    for name, (page, query) in PAGES.items():
        taken.clear()
        at = AppTest.from_file(str(Path("app.py").resolve()), default_timeout=120)
        for parameter, value in query.items():
            at.query_params[parameter] = value
        if page != "overzicht":
            at.switch_page(f"pages/{page}.py")
        _run(at)
        found[f"pagina {name}"] = _told([*_protos(at._tree), json.dumps(dict(at.query_params), default=str), *taken])
    at = AppTest.from_file(str(Path("app.py").resolve()), default_timeout=120)
    at.switch_page("pages/gegevens.py")
    _run(at)
    at.file_uploader[0].upload("eigen.xlsx", own.read_bytes())
    for part in ("koppelen", "bevindingen", "stand"):
        at.session_state["onderdeel"] = part
        _run(at)
        found[f"pagina {part} van een eigen werkmap"] = _told(_protos(at._tree))
    return found


def _run(at: AppTest) -> None:
    at.run()
    assert not at.exception, at.exception
    assert "Deze pagina kan nu niet worden getoond" not in [error.proto.title for error in at.error]


def _protos(block: Any) -> Iterator[bytes]:
    proto = getattr(block, "proto", None)
    if hasattr(proto, "SerializeToString"):
        yield proto.SerializeToString()
    for child in getattr(block, "children", {}).values():
        yield from _protos(child)


def main(folder: Path) -> dict[str, list[str]]:
    """By place: which of the two kinds of words are found there."""
    earlier = _workbook(folder / "eerder.xlsx", before="was ")
    os.utime(earlier, (datetime(2026, 1, 1).timestamp(),) * 2)
    states = folder / "standen"
    os.environ["LRN_SNAPSHOTS"] = str(states)
    found = kept(states, earlier)
    register, own = _workbook(folder / "register.xlsx"), _workbook(folder / "eigen.xlsx", renamed=True)
    return found | frames(register, earlier) | files(folder, register, own) | pages(register, own)


def quick(folder: Path) -> None:
    """Have workbooks read by forks, and packages searched once: see tests/conftest.py."""
    from lrn.register import child

    child.DEADLINE *= 20
    if hasattr(os, "fork"):
        child._start = Server(folder / "forks").start  # type: ignore[assignment]
    scanner.scan_component_manifests = functools.cache(scanner.scan_component_manifests)


if __name__ == "__main__":
    quick(Path(sys.argv[1]))
    answer = main(Path(sys.argv[1]))
    Path(sys.argv[1], "gevonden.json").write_text(json.dumps(answer), encoding="utf-8")
