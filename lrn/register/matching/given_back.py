"""The workbook back in the contract's form: the file that came in, with the edits of its matching made in place.

As marking does (``lrn.register.mark``), this changes the XML of the parts it must and copies the rest: no spreadsheet
library keeps what it does not know. What leans on a changed cell or tab goes along: the names of tabs in formulas, the
headings of tables. Two sheets are added: *Wijzigingen* lists each change with old and new, *Koppeling* keeps the
matching for the next reading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lxml import etree

from lrn import texts as words
from lrn.register import columns as c
from lrn.register.mark.grid import Grid
from lrn.register.mark.package import BROKEN, EditablePackage, NotMarkable
from lrn.register.mark.rows import fill, sheet_of
from lrn.register.mark.schema import Cell, CellRange, q, sub
from lrn.register.mark.styles import Styles
from lrn.register.mark.summary import quoted
from lrn.register.mark.tabs import add_tab, finished, open_package, parts_of, styles_of, tab_elements, workbook_of
from lrn.register.matching.edits import CellEdit, Edits
from lrn.register.matching.model import Matching
from lrn.register.matching.toml import lines

HEADINGS = ("Werkblad", "Cel", "Was", "Wordt", "Waarom")
_WIDTHS = (22, 9, 36, 36, 36)
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")
_FORMULAS = {"f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula"}
_BARE = re.compile(r"[A-Za-z_\u00c0-\uffff][\w.]*")  # a tab's name that a formula writes without quotes
_LOOSE = r"(?<![\w.'\]])"


def give_back(content: bytes, edits: Edits, matching: Matching, name: str, before: int) -> bytes:
    """The workbook *content* (.xlsx or .xlsm), called *name*, with *edits* made, each of them listed.

    *before* is how many findings it had; the sheet Koppeling tells that and *matching*. Everything else stays as it is,
    but for a digital signature, which a change makes void. The same workbook and edits give the same bytes.

    Raises :class:`NotMarkable`, with one Dutch sentence, for what cannot be given back.
    """
    package = open_package(content)
    workbook = workbook_of(package)
    styles, styles_part = styles_of(package, workbook)
    parts = parts_of(package, workbook)
    changes: list[tuple[str, ...]] = []
    headings: dict[str, str] = {}
    had_formulas = False
    for tab, found in edits.by_tab().items():
        if tab not in parts:
            raise NotMarkable(BROKEN)
        frozen = _write(package, parts[tab], found)
        had_formulas |= frozen is not None
        headings |= _rename_table_columns(package, parts[tab], found)
        called = edits.renamed.get(tab, tab)
        changes += [(called, Cell(e.row + 1, e.column + 1).ref, e.old, e.new, e.why) for e in found]
        changes += [
            (called, ref, "formule", "de uitkomst", "de formule leunde op een die is vervangen") for ref in frozen or ()
        ]
    _rename_tabs(package, workbook, edits.renamed, headings)
    if had_formulas:  # Excel makes a new one, and calls a workbook damaged whose chain names a cell without formula
        package.unlink(workbook, [link for link in package.links(workbook) if link.type.endswith("/calcChain")])
    for tab, rows in edits.added.items():
        widths = [
            min(max(12, *(len(row[n]) + 2 for row in rows[:200] if n < len(row))), 50) for n in range(len(rows[0]))
        ]
        add_tab(package, workbook, tab, sheet_of(rows, widths, styles))
    told = [*_told_of_tabs(edits), *changes]
    add_tab(package, workbook, c.WIJZIGINGEN, sheet_of([HEADINGS, *told], _WIDTHS, styles))
    _write_matching(package, workbook, parts, lines(matching, edits, name, before), styles)
    return finished(package, styles, styles_part)


def _told_of_tabs(edits: Edits) -> list[tuple[str, ...]]:
    renamed = [(new, "", old, new, "naam van het blad") for old, new in edits.renamed.items() if old != new]
    added = [
        (tab, "", "", words.count(max(len(rows) - 1, 0), "rij", "rijen"), "blad toegevoegd")
        for tab, rows in edits.added.items()
    ]
    return [*renamed, *added]


# ── Cells ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _write(package: EditablePackage, part: str, edits: Iterable[CellEdit]) -> list[str] | None:
    """Make *edits* on a worksheet. None when no formula was replaced; else the cells whose formula leaned on one that
    was, and that keep their outcome only."""
    root = package.root(part)
    grid = Grid(root)
    shared: set[str] = set()
    had_formula = False
    edits = list(edits)
    whole = {edit.column + 1 for edit in edits if _WHOLE.fullmatch(edit.new)}
    texts = grid.of_texts(whole, {Cell(edit.row + 1, edit.column + 1) for edit in edits}) if whole else set()
    for edit in edits:
        at = Cell(edit.row + 1, edit.column + 1)
        left = grid.cell(Cell(at.row, at.column - 1)).get("s") if at.column > 1 and not edit.old else None
        cell = grid.cell(at)
        formula = cell.find(q("f"))
        if formula is not None:
            had_formula = True
            if formula.get("t") == "shared" and formula.text:
                shared.add(formula.get("si", ""))
        _set(cell, edit.new, as_text=at.column in texts)
        if left and edit.why == "kop":  # a heading beside the others looks like them
            cell.set("s", left)
    package.touch(part)
    if not had_formula:
        return None
    leaning = [f for f in root.iter(q("f")) if f.get("t") == "shared" and f.get("si", "") in shared]
    frozen = [f.getparent().get("r", "") for f in leaning]
    for formula in leaning:
        formula.getparent().remove(formula)
    return frozen


def _set(cell: Any, text: str, *, as_text: bool) -> None:
    """Give a cell *text*: as a number where it is a whole one, unless *as_text*; never as a formula."""
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    cell.attrib.pop("cm", None)  # of a formula that spills
    if not as_text and _WHOLE.fullmatch(text):
        sub(cell, "v").text = text
    else:
        fill(cell, text)


# ── What leans on a heading or a tab ─────────────────────────────────────────────────────────────────────────────


def _rename_table_columns(package: EditablePackage, part: str, edits: Sequence[CellEdit]) -> dict[str, str]:
    """Give the columns of tables the headings that stand above them now, which Excel demands; old names by new."""
    renamed: dict[str, str] = {}
    by_place = {Cell(edit.row + 1, edit.column + 1): edit for edit in edits}
    for table in package.targets(part, "table"):
        root = package.root(table)
        area = CellRange.read(root.get("ref", ""))
        if area is None or root.get("headerRowCount") == "0":
            continue
        elements = root.findall(f"{q('tableColumns')}/{q('tableColumn')}")
        seen: Counter[str] = Counter()
        for place, element in enumerate(elements):
            edit = by_place.get(Cell(area.first.row, area.first.column + place))
            new = edit.new if edit and edit.new else element.get("name", "")
            seen[new.casefold()] += 1
            if seen[new.casefold()] > 1:
                new = f"{new}{seen[new.casefold()]}"
            if new != element.get("name"):
                renamed[element.get("name", "")] = new
                element.set("name", new)
                package.touch(table)
    return renamed


def _rename_tabs(package: EditablePackage, workbook: str, tabs: dict[str, str], headings: dict[str, str]) -> None:
    """Give tabs their new names, also in formulas, links, charts and pivot tables; likewise *headings* of tables."""
    tabs = {old: new for old, new in tabs.items() if old != new}
    if not tabs and not headings:
        return
    for element in tab_elements(package.root(workbook)) if tabs else ():
        element.set("name", tabs.get(element.get("name", ""), element.get("name", "")))
        package.touch(workbook)
    renew = _renewer(tabs, headings)
    for part in package.names():
        if part.startswith("/xl/") and part.endswith(".xml") and not part.endswith("/sharedStrings.xml"):
            stored = package.read(part)
            if any(_as_xml(name) in stored for name in (*tabs, *headings)) and _renew(package.root(part), tabs, renew):
                package.touch(part)


def _as_xml(name: str) -> bytes:
    """The longest run of plain letters in *name*: it stands so in any part that mentions it."""
    longest: str = max(re.findall(r"[A-Za-z0-9]*", name), key=len)
    return longest.encode()


def _renewer(tabs: dict[str, str], headings: dict[str, str]) -> Callable[[str], str]:
    """What gives a formula the new names of tabs and headings."""
    # All at once, so that two tabs may change names.
    old_tabs = {form: quoted(new) for old, new in tabs.items() for form in {quoted(old), old}}
    forms = [f"{_LOOSE}{re.escape(form)}(?=!)" for form in old_tabs if form.startswith("'") or _BARE.fullmatch(form)]
    old_headings = {_special(old): _special(new) for old, new in headings.items()}
    forms += [rf"(?<=\[){re.escape(old)}(?=\])|(?<=\[@){re.escape(old)}(?=\])" for old in old_headings]
    pattern = re.compile("|".join(forms))
    known = old_tabs | old_headings
    return lambda formula: pattern.sub(lambda found: known[found[0]], formula)


def _special(heading: str) -> str:
    """A heading as a formula writes it between brackets."""
    return re.sub(r"(['\[\]#@])", r"'\1", heading)


def _renew(root: Any, tabs: dict[str, str], renew: Callable[[str], str]) -> bool:
    """Whether a formula, link or source under *root* named something that has another name now; it does no more."""
    changed = False
    for element in root.iter(tag=etree.Element):
        name = etree.QName(element).localname
        if name in _FORMULAS and element.text and (new := renew(element.text)) != element.text:
            element.text, changed = new, True
        if name == "hyperlink" and (place := element.get("location")) and (new := renew(place)) != place:
            element.set("location", new)
            changed = True
        if name == "worksheetSource" and element.get("sheet") in tabs:
            element.set("sheet", tabs[element.get("sheet")])
            changed = True
    return changed


def _write_matching(
    package: EditablePackage, workbook: str, parts: dict[str, str], told: Sequence[str], styles: Styles
) -> None:
    """The sheet Koppeling: the one that is there, or a new last one."""
    content = sheet_of([[line] for line in told], (100,), styles)
    earlier = next((part for tab, part in parts.items() if c.called([tab])[tab] == c.KOPPELING), None)
    if earlier is None:
        add_tab(package, workbook, c.KOPPELING, content)
    else:
        package.write(earlier, content)
        package.unlink(earlier, package.links(earlier))
