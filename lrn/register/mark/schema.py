"""What Excel demands of the XML in a workbook: names, the order of elements, texts and the addresses of cells."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from lxml import etree
from xlsxwriter.utility import xl_cell_to_rowcol, xl_rowcol_to_cell

from lrn.cells import storable

MAIN_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_ID = f"{{{REL_NS}}}id"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

# The sequences of CT_Workbook, CT_Worksheet, CT_Stylesheet and CT_Comments (ECMA-376 part 1, annex A.2). Excel calls a
# workbook damaged when one element stands out of place.
# fmt: off
WORKBOOK = [
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
    "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
]
WORKSHEET = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
]
STYLESHEET = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
]
# fmt: on
COMMENTS = ["authors", "commentList", "extLst"]


def q(name: str) -> str:
    """An element's *name* as lxml writes it."""
    return f"{{{MAIN_NS}}}{name}"


def new_element(relative: Any, name: str, /, **attributes: str) -> Any:
    """A new element that stands nowhere yet, with the prefix of *relative*."""
    return relative.makeelement(q(name), attributes, nsmap={relative.prefix: MAIN_NS})


def sub(parent: Any, name: str, /, **attributes: str) -> Any:
    """A new last child of *parent*, in the prefix that the document uses."""
    return etree.SubElement(parent, q(name), attributes)


def child(parent: Any, name: str, order: list[str]) -> Any:
    """The child called *name*, made at its place in *order* when there is none."""
    found = parent.find(q(name))
    return found if found is not None else put(parent, new_element(parent, name), order)


def put(parent: Any, element: Any, order: list[str]) -> Any:
    """Put *element* in *parent* where *order* wants it; returns it."""
    rank = _rank(element, order)
    before = [index for index, other in enumerate(parent) if 0 <= _rank(other, order) <= rank]
    parent.insert(before[-1] + 1 if before else 0, element)
    return element


def _rank(element: Any, order: list[str]) -> int:
    """The place of *element* in *order*; -1 for what has none (a comment, another program's extension)."""
    if element.tag == _ALTERNATE:  # stands where its contents would
        return max((_rank(inner, order) for branch in element for inner in branch), default=-1)
    if not isinstance(element.tag, str) or not element.tag.startswith(f"{{{MAIN_NS}}}"):
        return -1
    name = etree.QName(element).localname
    return order.index(name) if name in order else -1


def number(text: str | None, default: int = 0) -> int:
    """A whole number from an attribute; *default* when it is none."""
    return int(text) if text is not None and re.fullmatch(r"\s*[0-9]{1,9}\s*", text) else default


def yes(text: str | None) -> bool:
    """A boolean from an attribute."""
    return text in ("1", "true")


def escaped(text: str) -> str:
    """*text* as a cell or note holds it: what XML can hold, and no ``_x0041_`` that Excel would read as a character."""
    text = storable(text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def set_text(element: Any, text: str) -> None:
    """Give a ``t`` element its (escaped) text, spaces included."""
    element.text = text
    element.set(SPACE, "preserve")


class Cell(NamedTuple):
    """The address of a cell; rows and columns count from 1."""

    row: int
    column: int

    @property
    def ref(self) -> str:
        """As Excel writes it: "E14"."""
        return str(xl_rowcol_to_cell(self.row - 1, self.column - 1))

    @classmethod
    def read(cls, ref: str) -> Cell | None:
        """The cell that "E14" or "$E$14" means, None when there is no such cell."""
        ref = ref.strip()
        if re.fullmatch(r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}", ref) is None:
            return None
        cell = cls(*(number + 1 for number in xl_cell_to_rowcol(ref.upper())))
        return cell if 1 <= cell.row <= LAST_ROW and cell.column <= LAST_COLUMN else None


class CellRange(NamedTuple):
    """A rectangle of cells."""

    first: Cell
    last: Cell

    @property
    def ref(self) -> str:
        """As Excel writes it: "A1:E14", "A1" for a single cell."""
        return self.first.ref if self.first == self.last else f"{self.first.ref}:{self.last.ref}"

    @property
    def fixed(self) -> str:
        """As a defined name writes it: "$A$1:$E$14"."""
        return ":".join(re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", cell.ref) for cell in self)

    @property
    def size(self) -> int:
        """How many cells it has."""
        return (self.last.row - self.first.row + 1) * (self.last.column - self.first.column + 1)

    @classmethod
    def read(cls, ref: str) -> CellRange | None:
        """The area that "A1:E14" means, None when there is no such area."""
        ends = [Cell.read(end) for end in ref.split(":")]
        first, last = ends[0], ends[-1]
        if len(ends) > 2 or first is None or last is None or first.row > last.row or first.column > last.column:
            return None
        return cls(first, last)

    def holds(self, cell: Cell) -> bool:
        """Whether *cell* lies in it."""
        return self.first.row <= cell.row <= self.last.row and self.first.column <= cell.column <= self.last.column

    def with_cell(self, cell: Cell) -> CellRange:
        """The smallest area that holds this one and *cell*."""
        return CellRange(
            Cell(min(self.first.row, cell.row), min(self.first.column, cell.column)),
            Cell(max(self.last.row, cell.row), max(self.last.column, cell.column)),
        )
