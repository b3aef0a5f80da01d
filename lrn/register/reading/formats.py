"""Finds the number formats of the cells in a column: in the XML of an .xlsx, the records of an .xlsb or .xls.

The reader uses them to tell a date from a number, and gives them to nobody. Looked at is one column at a time, of the
few columns that hold a value where the contract has a text, and only when such a cell must be shown.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from xml.etree import ElementTree

from xlsxwriter.utility import xl_col_to_name

from lrn.register.reading import biff, xlsx
from lrn.register.reading.kept import ByRow
from lrn.register.reading.number_format import BUILT_IN, GENERAL
from lrn.register.reading.unpack import Package
from lrn.register.reading.xlsx import Refused

Formats = Callable[[int], ByRow]
_STYLE = re.compile(rb'\ss\s*=\s*["\'](\d{1,6})["\']')
_CELL_FORMAT, _FORMAT, _BEGIN_CELL_FORMATS, _END_CELL_FORMATS = 0x2F, 0x2C, 0x269, 0x26A  # records of an .xlsb
_ROW_HEADER = 0


def codes(kinds: Sequence[int], own: Mapping[int, str]) -> list[str]:
    """The number format by the number of a style: *kinds* refer to the *own* ones of a workbook, or are built in."""
    return [own.get(kind) or BUILT_IN.get(kind, GENERAL) for kind in kinds]


def of_xlsx(package: Package, part: str) -> Formats:
    """The number formats on the sheet in *part* of an .xlsx, by the position of a column."""

    @cache
    def sheet() -> tuple[bytes, list[str]]:
        return xlsx.plain_xml(package.read(part)), _styles(package)

    @cache
    def column(position: int) -> ByRow:
        try:
            xml, styles = sheet()
        except Refused:  # only how it is shown depends on it
            return {}
        return _in_xml(xml, xl_col_to_name(position).encode(), styles)

    return column


def of_workbook(package: Package) -> list[str]:
    """The number formats that the cells of an .xlsx can have; "" when that cannot be told."""
    try:
        return _styles(package)
    except Refused:
        return [""]


def of_xlsb(package: Package, part: str) -> Formats:
    """The number formats on the sheet in *part* of an .xlsb, by the position of a column."""

    @cache
    def cells() -> dict[int, dict[int, str]]:
        found: dict[int, dict[int, str]] = {}
        try:
            styles = _styles_xlsb(package)
            row = 0
            for kind, record in biff.records_xlsb(package.read(part)):
                if kind == _ROW_HEADER:
                    (row,) = struct.unpack_from("<I", record)
                elif kind in biff.FILLED and len(record) >= 8:
                    column, style = struct.unpack_from("<II", record)
                    style &= 0xFFFFFF
                    if style < len(styles):
                        found.setdefault(column, {})[row] = styles[style]
        except (Refused, struct.error, IndexError):
            return {}
        return found

    return lambda position: cells().get(position, {})


def of_xls(content: bytes, name: str) -> Formats:
    """The number formats on the sheet called *name* of an .xls, by the position of a column."""

    @cache
    def cells() -> dict[int, dict[int, str]]:
        try:
            own, kinds, styled = biff.formats_xls(content, name)
        except (Refused, struct.error, IndexError):
            return {}
        styles = codes(kinds, own)
        found: dict[int, dict[int, str]] = {}
        for row, column, style in styled:
            if style < len(styles):
                found.setdefault(column, {})[row] = styles[style]
        return found

    return lambda position: cells().get(position, {})


def _styles(package: Package) -> list[str]:
    """The number format by the number of a style in an .xlsx."""
    own: dict[int, str] = {}
    kinds: list[int] = []
    for element in package.styles:
        match element.tag.rpartition("}")[2]:
            case "numFmt":
                own[_number(element)] = element.get("formatCode", "")
            case "cellXfs":
                kinds = list(map(_number, element))
    return codes(kinds, own)


def _number(element: ElementTree.Element) -> int:
    """The number of the format that *element* describes, or refers to."""
    number = element.get("numFmtId", "")
    return int(number) if re.fullmatch(r"[0-9]{1,6}", number) else 0


def _in_xml(xml: bytes, letters: bytes, styles: list[str]) -> dict[int, str]:
    """By row the number format of the cells in the column called *letters*."""
    found: dict[int, str] = {}
    usual = re.compile(rb'<c r="%b(\d+)"(?: s="(\d+)")?(?: t="\w+")?>' % letters)  # as Excel writes it
    for cell in usual.finditer(xml):
        style = int(cell[2] or 0)
        if style < len(styles):
            found[int(cell[1]) - 1] = styles[style]
    if found:
        return found
    for place in re.finditer(rb'\br\s*=\s*["\']%b(\d{1,7})["\']' % letters, xml):
        tag = xml[xml.rfind(b"<", 0, place.start()) : xml.find(b">", place.end())]
        said = _STYLE.search(tag)
        style = int(said[1]) if said else 0
        if style < len(styles):
            found[int(place[1]) - 1] = styles[style]
    return found


def _styles_xlsb(package: Package) -> list[str]:
    """The number format by the number of a style in an .xlsb."""
    part = next((link.part for link in package.links(package.main) if link.kind == "styles"), "")
    own: dict[int, str] = {}
    kinds: list[int] = []
    of_cells = False
    for kind, record in biff.records_xlsb(package.read(part)) if part else ():
        if kind == _FORMAT:
            own[struct.unpack_from("<H", record)[0]] = biff.wide_text(record, 2)[0]
        elif kind in (_BEGIN_CELL_FORMATS, _END_CELL_FORMATS):
            of_cells = kind == _BEGIN_CELL_FORMATS
        elif kind == _CELL_FORMAT and of_cells:
            kinds.append(struct.unpack_from("<HH", record)[1])
    return codes(kinds, own)
