"""Looks at the XML of an .xlsx before and beside the reader, as bytes: how far its cells go, and what the reader hides.

The reader makes room for every cell up to the last one and shows an error (#N/A) or a formula without an outcome as an
empty cell. Searching the bytes takes a tenth of the time that reading takes. What is not found here, because the XML is
written in an unusual way, is still held by the limits of the child process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree
from zipfile import ZipFile

LAST_ROW = 150_000  # what is read must still be checked
LAST_COLUMN = 702  # column ZZ

# What may be a cell beyond column ZZ or row 149,999. A normal register has none, so the exact look is seldom taken.
_MAYBE_FAR = re.compile(rb'r="(?:[A-Z]{3,}\d|[A-Z]{1,2}(?:1[5-9]\d{4}|[2-9]\d{5}|\d{7}))')
_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*>")
_REFERENCE = re.compile(rb'r="(?:[A-Z]{3,}\d|[A-Z]{1,2}\d{6,})')
_REFERENCE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]+)</")
_FILLED = re.compile(rb"<(?:\w+:)?(?:v|is)[\s>]")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_ROOT = re.compile(rb"<(\w+:)?worksheet[\s>]")
_AFTER_NAME = (b">", b" ", b"/", b"\t", b"\n", b"\r")
_CHUNK = 1024**2

Cell = tuple[int, int]  # row and column, both from 0


@dataclass(frozen=True)
class Look:
    """What the XML of one sheet says: whether anything is filled in, which cell goes too far, errors and formulas.

    ``errors`` holds the text of the error (#N/A) by cell; ``uncalculated`` the cells with a formula but no outcome.
    """

    filled: bool = False
    too_far: str = ""
    errors: dict[Cell, str] = field(default_factory=dict)
    uncalculated: frozenset[Cell] = frozenset()


def look(xml: bytes) -> Look:
    """Everything :class:`Look` tells of the sheet in *xml*."""
    return Look(bool(_FILLED.search(xml)), _too_far(xml), _errors(xml), _uncalculated(xml))


def sheet_parts(archive: ZipFile) -> dict[str, str]:
    """The name of the part that holds each worksheet, by the name of the sheet; empty when it cannot be told."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    parts = {}
    for namespace in (_MAIN, _STRICT):
        for sheet in book.iter(f"{namespace}sheet"):
            identity = next((found for kind in _RELATION if (found := sheet.get(f"{{{kind}}}id"))), None)
            target = targets.get(identity, "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in archive.NameToInfo:
                parts[sheet.get("name", "")] = part
    return parts


def is_filled(archive: ZipFile, part: str) -> bool:
    """Whether anything stands on the sheet in *part*, read no further than needed to know."""
    with archive.open(part) as opened:
        before = b""
        while chunk := opened.read(_CHUNK):
            if _FILLED.search(before + chunk):
                return True
            before = chunk[-20:]
    return False


def _too_far(xml: bytes) -> str:
    """The first filled cell beyond the limits ("XFD1048576"), or ""."""
    for found in _MAYBE_FAR.finditer(xml):
        opened = _CELL.match(xml, xml.rfind(b"<", 0, found.start()))
        if opened is None or opened[0].endswith(b"/>") or not _FILLED.search(xml, opened.end(), opened.end() + 400):
            continue  # a row, or the format of an empty cell, which Excel keeps far away too
        reference = _REFERENCE.search(opened[0])
        if reference and _beyond(reference):
            return (reference[1] + reference[2]).decode()[:24]
    return ""


def _beyond(reference: re.Match[bytes]) -> bool:
    letters, digits = reference.groups()
    return len(letters) > 3 or len(digits) > 7 or int(digits) > LAST_ROW or _column(letters) >= LAST_COLUMN


def _errors(xml: bytes) -> dict[Cell, str]:
    errors: dict[Cell, str] = {}
    for position in _positions(xml, b't="e"'):
        cell = _cell(xml, xml.rfind(b"<", 0, position))
        value = _VALUE.search(xml, position, position + 20_000)
        if cell and value:
            errors[cell] = value[1].decode(errors="replace")
    return errors


def _uncalculated(xml: bytes) -> frozenset[Cell]:
    root = _ROOT.search(xml, 0, 4_000)
    prefix = root[1] or b"" if root else b""
    formula, close = b"<" + prefix + b"f", b"</" + prefix + b"c>"
    cells = set()
    for position in _positions(xml, formula):
        if xml[position + len(formula) : position + len(formula) + 1] not in _AFTER_NAME:
            continue  # another element whose name begins with an f
        opening, closing = xml.rfind(b"<", 0, position), xml.find(close, position)  # <c …> stands right before it
        cell = _cell(xml, opening)
        empty_text = b't="str"' in xml[opening:position]  # an outcome, though an empty one
        if cell and closing > 0 and not empty_text and not _VALUE.search(xml, position, closing):
            cells.add(cell)
    return frozenset(cells)


def _positions(xml: bytes, needle: bytes) -> Iterator[int]:
    position = xml.find(needle)
    while position >= 0:
        yield position
        position = xml.find(needle, position + 1)


def _cell(xml: bytes, opening: int) -> Cell | None:
    """The row and column of the cell whose tag opens at *opening*; None when the tag does not say."""
    reference = _REFERENCE.search(xml, opening, xml.find(b">", opening)) if opening >= 0 else None
    if reference is None or len(reference[1]) > 3 or len(reference[2]) > 7:
        return None
    return int(reference[2]) - 1, _column(reference[1])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
