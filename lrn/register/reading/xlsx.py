"""Looks at the XML of an .xlsx before and beside the reader, as bytes: how far its cells go, and what the reader hides.

The reader makes room for every cell up to the last one, and shows an error (#N/A) or a formula without an outcome as an
empty cell, in an .xlsx as in any other file (``odf`` and ``biff`` look at those). Searching the bytes takes a tenth of
the time that reading takes. What is not found here, because the XML is written in an unusual way, is still held by the
limits of the child process.
"""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple
from zipfile import ZipFile

import pyarrow as pa

from lrn.register.reading.limits import COLUMN_LIMIT, ROW_LIMIT

# What may be a cell beyond column ZZ or row 149,999. A normal register has none, so the exact look is seldom taken.
_MAYBE_FAR = re.compile(rb"r=[\"'](?:[A-Za-z]{3,}\d|[A-Za-z]{1,2}(?:1[5-9]\d{4}|[2-9]\d{5}|\d{7}))")
_MAYBE_ERROR = re.compile(rb"t=[\"']e[\"']")
_CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^>]*)?>")
_ROW = re.compile(rb"<(?:\w+:)?row[\s>]")
_REFERENCE = re.compile(rb'\br\s*=\s*["\']([A-Za-z]+)(\d+)["\']')
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]+)</")
_FILLED = re.compile(rb"<(?:\w+:)?(?:v|is)[\s>]")
_EMPTY_TEXT = re.compile(rb'\bt\s*=\s*["\']str["\']')  # an outcome, though an empty one
_ERROR_CELL = re.compile(rb'\bt\s*=\s*["\']e["\']')
_ROW_OR_CELL = re.compile(rb"<(?:\w+:)?(?:(row)|c)(?=[\s>/])([^>]*)>")
_ROW_NUMBER = re.compile(rb'\br\s*=\s*["\'](\d+)["\']')
_COMMENT_OR_CDATA = re.compile(rb"<!(?:--|\[CDATA\[)")
_ROOT = re.compile(rb"<(\w+:)?worksheet[\s>]")
_DIMENSION = re.compile(rb"(<(?:\w+:)?dimension)(?=[\s/>])[^>]*?(/?>)")
_REF = re.compile(rb"\bref\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_AREA = re.compile(rb"([A-Z]{1,3})([1-9]\d{0,6})(?::([A-Z]{1,3})([1-9]\d{0,6}))?")
_ERRORS_READ = {b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!"}  # by the reader; no others
_CHUNK = 1024**2
_ERROR_LENGTH = 32  # characters of an error; a longer text is none

Position = tuple[int, int]  # row and column, both from 0


class Span(NamedTuple):
    """A rectangle of cells: its first and last row and column, from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Refused(Exception):
    """Not a readable workbook. Its text is a reason that ``lrn.texts`` has a sentence for; ``where`` says in what."""

    def __init__(self, reason: str, where: str = "") -> None:
        super().__init__(reason)
        self.where = where


@dataclass(frozen=True)
class SheetFacts:
    """What the XML of one sheet says: which cell goes too far, errors and formulas.

    ``many_rows`` says that it is not one cell that goes too far, but the rows that run on. ``errors`` holds the text of
    the error (#N/A) by cell; ``uncalculated`` the cells with a formula but no outcome; ``strange`` where in the XML the
    texts of errors stand that the reader does not know. ``merged`` holds the cells that are merged, of a file in which
    the reader does not see them; ``totals`` the rows that the workbook itself calls a row of totals, ``sums`` those
    with a formula that adds up or counts rows above it.
    """

    too_far: str = ""
    many_rows: bool = False
    errors: dict[Position, str] = field(default_factory=dict)
    uncalculated: frozenset[Position] = frozenset()
    strange: tuple[tuple[int, int], ...] = ()
    merged: tuple[Span, ...] = ()
    totals: frozenset[int] = frozenset()
    sums: frozenset[int] = frozenset()


def look(xml: bytes) -> SheetFacts:
    """Everything :class:`SheetFacts` tells of the sheet in *xml*, which is UTF-8."""
    too_far, many_rows = _too_far(xml)
    errors, strange, uncounted = _errors(xml)
    uncalculated = None if uncounted else _uncalculated(xml)
    if uncalculated is None:  # the cells do not all say where they are
        errors, uncalculated = _by_counting(xml)
    return SheetFacts(too_far, many_rows, errors, frozenset(uncalculated), tuple(strange))


def plain_xml(xml: bytes) -> bytes:
    """*xml* as UTF-8 without comments and CDATA; the very same bytes when it is that already.

    The reader finds nothing at all in UTF-16, and no value in CDATA.
    """
    if xml.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        xml = re.sub(r"^\s*<\?xml[^>]*\?>", "", xml.decode("utf-16")).encode()
    if not _COMMENT_OR_CDATA.search(xml):
        return xml
    xml = _replaced(xml, b"<!--", b"-->", lambda comment: b"")
    return _replaced(xml, b"<![CDATA[", b"]]>", lambda text: text.replace(b"&", b"&amp;").replace(b"<", b"&lt;"))


def with_plain_dimension(xml: bytes) -> bytes:
    """*xml* in which the size that the sheet says it has is one that the reader can read; the same bytes mostly.

    A sheet may leave it out (ECMA-376, 18.3.1.35) and nothing is read by it, but the reader gives up at one that is
    written in another way: LibreOffice writes "1:32" for whole rows.
    """
    end = xml.find(b"sheetData")
    head = xml[: end if end >= 0 else len(xml)]
    plain = _DIMENSION.sub(_plain_dimension, head)
    return xml if plain == head else plain + xml[len(head) :]


def _plain_dimension(tag: re.Match[bytes]) -> bytes:
    ref = _REF.search(tag[0])
    area = _AREA.fullmatch(ref[1] or ref[2] or b"") if ref else None
    if area:
        first, top, last, bottom = area.groups()
        if last is None or (column_number(first) <= column_number(last) and int(top) <= int(bottom)):
            return tag[0]
    return tag[1] + b' ref="A1"' + tag[2]


def with_known_errors(xml: bytes, found: SheetFacts) -> bytes:
    """*xml* with #N/A for the errors that would make the reader give up; their own text is in *found*."""
    if not found.strange:
        return xml
    pieces, end = [], 0
    for start, stop in found.strange:
        pieces += [xml[end:start], b"#N/A"]
        end = stop
    return b"".join([*pieces, xml[end:]])


def is_filled(archive: ZipFile, part: str) -> bool:
    """Whether anything stands on the sheet in *part*, read no further than needed to know."""
    with archive.open(part) as opened:
        before = b""
        while chunk := opened.read(_CHUNK):
            if b"\0" in chunk:
                chunk = chunk.replace(b"\0", b"")  # UTF-16
            if _FILLED.search(before + chunk):
                return True
            before = chunk[-20:]
    return False


def _replaced(xml: bytes, opening: bytes, closing: bytes, replace: Callable[[bytes], bytes]) -> bytes:
    """*xml* with what *replace* makes of everything between *opening* and *closing*."""
    start = xml.find(opening)
    if start < 0:
        return xml
    pieces, end = [], 0
    while start >= 0 and (stop := xml.find(closing, start)) >= 0:
        pieces += [xml[end:start], replace(xml[start + len(opening) : stop])]
        end = stop + len(closing)
        start = xml.find(opening, end)
    return b"".join([*pieces, xml[end:]])


def _too_far(xml: bytes) -> tuple[str, bool]:
    """The first filled cell beyond the limits ("XFD1048576") or "", and whether the rows run on without end."""
    for found in _MAYBE_FAR.finditer(xml) if _may_go_far(xml) else ():
        opened = _CELL.match(xml, xml.rfind(b"<", 0, found.start()))
        if opened is None or opened[0].endswith(b"/>") or not _is_filled(xml, opened.end()):
            continue  # a row, or the format of an empty cell, which Excel keeps far away too
        reference = _REFERENCE.search(opened[0])
        if reference and _beyond(reference):
            rows = sum(1 for _ in _ROW.finditer(xml, 0, found.start()))
            return (reference[1] + reference[2]).decode()[:24], rows > ROW_LIMIT
    return "", False


def _may_go_far(xml: bytes) -> bool:
    """Whether ``_MAYBE_FAR`` is anywhere in *xml*: RE2, which Arrow searches with, tells it four times as quick."""
    import pyarrow.compute as pc  # the server does without

    ends = (0).to_bytes(8, sys.byteorder) + len(xml).to_bytes(8, sys.byteorder)
    one = pa.Array.from_buffers(pa.large_binary(), 1, [None, pa.py_buffer(ends), pa.py_buffer(xml)])  # not copied
    return bool(pc.match_substring_regex(one, _MAYBE_FAR.pattern.decode())[0].as_py())


def _is_filled(xml: bytes, start: int) -> bool:
    """Whether the cell whose tag ends at *start* holds anything."""
    filled = _FILLED.search(xml, start, start + 400)
    return filled is not None and _CELL.search(xml, start, filled.start()) is None


def _beyond(reference: re.Match[bytes]) -> bool:
    letters, digits = reference.groups()
    return len(letters) > 3 or len(digits) > 7 or int(digits) > ROW_LIMIT or column_number(letters) >= COLUMN_LIMIT


def _errors(xml: bytes) -> tuple[dict[Position, str], list[tuple[int, int]], bool]:
    """The errors by cell, where those stand that the reader does not know, and if a cell does not say its place."""
    errors: dict[Position, str] = {}
    strange = []
    uncounted = False
    for found in _MAYBE_ERROR.finditer(xml):
        opened = _CELL.match(xml, xml.rfind(b"<", 0, found.start()))
        if opened is None or opened[0].endswith(b"/>"):
            continue
        value = _value_of(xml, opened.end())
        if value is None:
            continue
        if value[1] not in _ERRORS_READ:
            strange.append(value.span(1))
        cell = cell_of(opened[0])
        if cell is None:
            uncounted = True
        else:
            errors[cell] = _error_text(value[1])
    return errors, strange, uncounted


def _value_of(xml: bytes, start: int) -> re.Match[bytes] | None:
    """The value of the cell whose tag ends at *start*; None when it has none."""
    value = _VALUE.search(xml, start, start + 20_000)
    following = _CELL.search(xml, start, value.start()) if value else None
    return None if following else value


def _error_text(value: bytes) -> str:
    return value[:_ERROR_LENGTH].decode(errors="replace").strip() or "#N/A"


def _uncalculated(xml: bytes) -> set[Position] | None:
    """The cells with a formula but no outcome; None when one of them does not say where it is."""
    prefix = prefix_of(xml)
    formula, close = re.compile(b"<" + prefix + rb"f[\s/>]"), b"</" + prefix + b"c>"
    cells = set()
    for found in formula.finditer(xml):
        position = found.start()
        opened = _CELL.match(xml, xml.rfind(b"<", 0, position))  # <c …> stands right before it
        closing = xml.find(close, position)
        if opened is None or closing < 0 or _EMPTY_TEXT.search(opened[0]) or _VALUE.search(xml, position, closing):
            continue
        cell = cell_of(opened[0])
        if cell is None:
            return None
        cells.add(cell)
    return cells


def prefix_of(xml: bytes) -> bytes:
    """What the names of elements begin with on the sheet in *xml* ("x:"); mostly nothing."""
    root = _ROOT.search(xml, 0, 4_000)
    return root[1] or b"" if root else b""


def _by_counting(xml: bytes) -> tuple[dict[Position, str], set[Position]]:
    """Errors and formulas without an outcome where cells do not say where they are: then it is the next place."""
    errors: dict[Position, str] = {}
    uncalculated = set()
    row = column = 0
    before = False  # whether this row is not the first
    tags = list(_ROW_OR_CELL.finditer(xml))
    for n, tag in enumerate(tags):
        if tag[1]:
            number = _ROW_NUMBER.search(tag[2])
            row = int(number[1]) - 1 if number and len(number[1]) < 8 else row + before
            column, before = 0, True
            continue
        row, column = cell_of(tag[0]) or (row, column)
        content = xml[tag.end() : tags[n + 1].start() if n + 1 < len(tags) else len(xml)]
        value = None if tag[0].endswith(b"/>") else _VALUE.search(content)
        if value and _ERROR_CELL.search(tag[2]):
            errors[row, column] = _error_text(value[1])
        elif not value and re.search(rb"<(?:\w+:)?f[\s/>]", content) and not _EMPTY_TEXT.search(tag[2]):
            uncalculated.add((row, column))
        column += 1
    return errors, uncalculated


def cell_of(tag: bytes) -> Position | None:
    """The row and column of the cell that opens with *tag*; None when it does not say."""
    reference = _REFERENCE.search(tag)
    if reference is None or len(reference[1]) > 3 or len(reference[2]) > 7:
        return None
    return max(int(reference[2]) - 1, 0), column_number(reference[1])


def column_number(letters: bytes) -> int:
    """The place of a column, from 0, by the letters that it is called by."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1
