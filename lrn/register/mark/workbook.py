"""Marks a workbook: takes away what was marked before, marks what is found now, and lists it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lrn.register import columns
from lrn.register.mark.grid import Grid
from lrn.register.mark.notes import Notes, has_notes
from lrn.register.mark.package import BROKEN, EditablePackage, NotMarkable
from lrn.register.mark.schema import LAST_ROW, R_ID, WORKBOOK, Cell, child, number, q, sub
from lrn.register.mark.styles import Styles
from lrn.register.mark.summary import MarkedFinding, quoted, summary, table_area
from lrn.register.mark.tabs import add_tab, finished, open_package, parts_of, styles_of, tab_elements, workbook_of
from lrn.register.model import Finding, Severity

MARKER = "LRN_dashboard"  # a hidden name on the sheet that we wrote; Excel keeps it when it saves

_OWN_NAMES = (MARKER, "_xlnm._FilterDatabase", "_xlnm.Print_Titles", "_xlnm.Print_Area")
_LIST_NAME = re.compile(rf"{columns.TE_VERBETEREN}(?: \(\d+\))?", re.IGNORECASE)
_GRAVEST_FIRST = list(Severity)


@dataclass(frozen=True)
class _Sheet:
    """A worksheet of the register: its name in the workbook, its place among the worksheets, its part."""

    name: str
    place: int
    part: str


def mark(content: bytes, findings: Sequence[Finding]) -> bytes:
    """The workbook in *content* (.xlsx or .xlsm) with a colour and a note on each cell that has a finding.

    The sheet "Te verbeteren" lists *findings*. What was marked before is replaced; everything else stays as it is, but
    for a digital signature, which a change makes void. The same workbook and findings give the same bytes.

    Raises :class:`NotMarkable`, with one Dutch sentence, for what cannot be marked.
    """
    package = open_package(content)
    workbook = workbook_of(package)
    root = package.root(workbook)
    sheets = _sheets_of(package, workbook)
    styles, styles_part = styles_of(package, workbook)

    _unmark(package, sheets.values(), styles)
    entries = _in_order(findings, sheets)
    for sheet in sheets.values():
        _mark_sheet(package, sheet, [entry for entry in entries if entry.sheet == sheet.name], styles)
    _write_summary(package, workbook, root, entries, styles)

    return finished(package, styles, styles_part)


def _sheets_of(package: EditablePackage, workbook: str) -> dict[str, _Sheet]:
    """The worksheets, by the name that the contract has for them or else their own; not the lists that we wrote."""
    root = package.root(workbook)
    called = columns.called(element.get("name", "") for element in tab_elements(root))
    lists = {element.get("name", "") for element in _lists(root)}
    ours = [(name, part) for name, part in parts_of(package, workbook).items() if name not in lists]
    found = {called[name]: _Sheet(name, place, part) for place, (name, part) in enumerate(ours)}
    if not found:
        raise NotMarkable(BROKEN)
    return found


# ── Marks ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _unmark(package: EditablePackage, sheets: Iterable[_Sheet], styles: Styles) -> None:
    """Give the cells back the colour they had, and take our notes away."""
    before = styles.before()
    for sheet in sheets:
        if not before and not has_notes(package, sheet.part):
            continue  # its XML, which may be large, need not be read
        root = package.root(sheet.part)
        recoloured = Grid(root).restyle(before)
        if Notes(package, sheet.part, root).clear() or recoloured:
            package.touch(sheet.part)


def _in_order(findings: Sequence[Finding], sheets: dict[str, _Sheet]) -> list[MarkedFinding]:
    """The findings, the gravest first and then as they stand in the workbook."""

    def rank(entry: MarkedFinding) -> tuple[int, int, Cell]:
        sheet = sheets.get(entry.finding.sheet)
        place = sheet.place if sheet else len(sheets)
        return _GRAVEST_FIRST.index(entry.finding.severity), place, entry.cell or Cell(entry.finding.row, 0)

    entries = []
    for finding in findings:
        sheet = sheets.get(finding.sheet)
        cell = Cell.read(finding.cell.rpartition("!")[2]) if sheet else None
        entries.append(MarkedFinding(finding, sheet.name if sheet else finding.sheet, cell))
    return sorted(entries, key=rank)


def _mark_sheet(package: EditablePackage, sheet: _Sheet, entries: Sequence[MarkedFinding], styles: Styles) -> None:
    """Colour the cells of *entries* and put a note on them."""
    if not entries:
        return
    root = package.root(sheet.part)
    grid = Grid(root)
    shown_at = grid.shown_at(entry.cell for entry in entries if entry.cell)
    found: dict[Cell, list[Finding]] = {}
    for entry in entries:
        if entry.cell:
            found.setdefault(shown_at[entry.cell], []).append(entry.finding)
    for cell, here in found.items():  # the gravest stands first
        element = grid.cell(cell)
        element.set("s", str(styles.marked(number(element.get("s")), here[0].severity)))
    Notes(package, sheet.part, root).write(found, grid)
    package.touch(sheet.part)


# ── The list ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _write_summary(
    package: EditablePackage, workbook: str, root: Any, entries: Sequence[MarkedFinding], styles: Styles
) -> None:
    """Put the list on the sheet that we wrote before, wherever someone moved it, or else on a new last one."""
    entries = entries[: LAST_ROW - 1]
    element = _earlier_summary(root)
    content = summary(entries, styles)
    links = {link.id: link for link in package.links(workbook)}
    earlier = links.get(element.get(R_ID, "")) if element is not None else None
    if earlier is not None and earlier.target in package:
        package.write(earlier.target, content)
        package.unlink(earlier.target, package.links(earlier.target))
    else:
        element = add_tab(package, workbook, columns.TE_VERBETEREN, content)
    _name_areas(root, element, entries)
    package.touch(workbook)


def _lists(root: Any) -> list[Any]:
    """The ``sheet`` elements of the lists that we wrote: the last one, and copies that someone keeps."""
    places = {
        number(name.get("localSheetId"), -1)
        for name in root.iterfind(f"{q('definedNames')}/{q('definedName')}")
        if name.get("name") == MARKER
    }
    return [element for place, element in enumerate(tab_elements(root)) if place in places]


def _earlier_summary(root: Any) -> Any:
    """The ``sheet`` element of the list to replace; None when there is none, or it was given another name to keep."""
    ours = [element for element in _lists(root) if _LIST_NAME.fullmatch(element.get("name", ""))]
    # A copy is called "… (2)", or has a higher number still.
    return min(ours, key=lambda element: (len(element.get("name")), element.get("name")), default=None)


def _name_areas(root: Any, element: Any, entries: Sequence[MarkedFinding]) -> None:
    """Name what Excel wants named (the filter, the row to repeat in print) and what tells us that the sheet is ours."""
    place = str(tab_elements(root).index(element))
    names = child(root, "definedNames", WORKBOOK)
    for name in list(names):
        if name.get("localSheetId") == place and name.get("name") in _OWN_NAMES:
            names.remove(name)
    sheet = quoted(element.get("name"))
    sub(names, "definedName", name=MARKER, localSheetId=place, hidden="1").text = f"{sheet}!$A$1"
    if entries:
        filtered = sub(names, "definedName", name="_xlnm._FilterDatabase", localSheetId=place, hidden="1")
        filtered.text = f"{sheet}!{table_area(entries).fixed}"
    sub(names, "definedName", name="_xlnm.Print_Titles", localSheetId=place).text = f"{sheet}!$1:$1"
