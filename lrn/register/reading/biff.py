"""Looks at the records of an .xls or .xlsb beside the reader, which shows an error (#N/A) as an empty cell.

An .xls is a stream of records in a compound file ([MS-XLS]), an .xlsb has a part of them for each sheet
([MS-XLSB]). Looked for is only where errors stand, how far the cells go, if there is a password, and of an .xlsb which
cells are merged.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from xlsxwriter.utility import xl_rowcol_to_cell

from lrn.register.checking.totals import is_sum_in_xls
from lrn.register.reading.book import Wanted
from lrn.register.reading.compound import Streams
from lrn.register.reading.limits import COLUMN_LIMIT, ROW_LIMIT
from lrn.register.reading.unpack import Package
from lrn.register.reading.xlsx import Position, Refused, SheetFacts, Span

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


def look_xls(content: bytes, wanted: Wanted) -> dict[str, SheetFacts]:
    """The errors on each sheet of the .xls in *content* that is *wanted*. Raises :class:`Refused`."""
    try:
        streams = Streams(content)
        if "encryptedpackage" in streams.entries:
            raise Refused("wachtwoord")
        name = next((name for name in ("workbook", "book") if name in streams.entries), "")
        if not name:  # a document of another program, or a directory that cannot be read
            raise Refused("geen-werkmap" if streams.entries else "beschadigd")
        stream = streams.read(name)
        sheets = dict(_sheets_xls(stream, wide=name == "workbook"))
        return {name: _look_xls(stream, sheets[name]) for name in wanted(list(sheets))}
    except (struct.error, IndexError):
        raise Refused("beschadigd") from None


def look_xlsb(package: Package, wanted: Wanted) -> dict[str, SheetFacts]:
    """The errors on each sheet of the .xlsb in *package* that is *wanted*. Raises :class:`Refused`."""
    try:
        sheets = sheets_xlsb(package)
        return {name: _look_xlsb(package.read(sheets[name]), name) for name in wanted(list(sheets))}
    except (struct.error, IndexError):
        raise Refused("beschadigd") from None


def sheets_xlsb(package: Package) -> dict[str, str]:
    """The part of each worksheet of an .xlsb by its name. May raise as reading a record does."""
    links = {link.id: link for link in package.links(package.main)}
    sheets: dict[str, str] = {}
    for kind, record in records_xlsb(package.read(package.main)):
        if kind == _BUNDLE_SHEET:
            identity, end = wide_text(record, 8)
            name, _ = wide_text(record, end)
            if identity in links and links[identity].kind == "worksheet":
                sheets[name] = links[identity].part
    return sheets


# ── The records of an .xls ───────────────────────────────────────────────────────────────────────────────────

_BEGIN, _END, _BOUND_SHEET, _PASSWORD, _FORMULA, _BOOL_OR_ERROR = 0x0809, 0x0A, 0x85, 0x2F, 0x06, 0x0205
_WORKSHEET = 0  # the kind of sheet in a BoundSheet8


def _records_xls(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """Kind, begin and end of each record from *start* to the end of its part of the stream."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        yield kind, start + 4, start + 4 + length
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        start += 4 + length


def _sheets_xls(stream: bytes, *, wide: bool) -> Iterator[tuple[str, int]]:
    """Name and place of each worksheet; *wide* since Excel 97."""
    for kind, start, end in _records_xls(stream, 0):
        if kind == _PASSWORD:
            raise Refused("wachtwoord")
        if kind == _BOUND_SHEET and stream[start + 5] == _WORKSHEET:
            (place,) = struct.unpack_from("<I", stream, start)
            length, text = stream[start + 6], stream[start + 7 : end]
            if not wide:
                name = text[:length].decode("cp1252", "replace")
            elif text[0] & 1:
                name = text[1 : 1 + 2 * length].decode("utf-16-le", "replace")
            else:
                name = text[1 : 1 + length].decode("latin-1")
            yield name, place


def _look_xls(stream: bytes, place: int) -> SheetFacts:
    errors: dict[Position, str] = {}
    sums: set[int] = set()
    for kind, start, end in _records_xls(stream, place):
        if kind == _FORMULA and end - start > 22:
            (row,) = struct.unpack_from("<H", stream, start)
            if is_sum_in_xls(stream[start + 22 : end], row):
                sums.add(row)
        if kind == _FORMULA and stream[start + 6] == 2 and stream[start + 12 : start + 14] == b"\xff\xff":
            code = stream[start + 8]
        elif kind == _BOOL_OR_ERROR and end - start >= 8 and stream[start + 7] == 1:
            code = stream[start + 6]
        else:
            continue
        errors[struct.unpack_from("<HH", stream, start)] = _ERRORS.get(code, "#N/A")
    return SheetFacts(errors=errors, sums=frozenset(sums))


_FORMAT, _CELL_FORMAT = 0x041E, 0xE0
_ONE_CELL = (0x0203, 0x027E, _FORMULA, _BOOL_OR_ERROR)  # a number, in two ways; the outcome of a formula; yes or no
_NUMBERS = 0xBD  # several in a row


def formats_xls(content: bytes, name: str) -> tuple[dict[int, str], list[int], list[tuple[int, int, int]]]:
    """What the .xls in *content* says of number formats: its own by number, that of each style, and the styled cells.

    The cells of the sheet called *name* that hold no text: row, column and style. May raise as reading a record does.
    """
    streams = Streams(content)
    wide = "workbook" in streams.entries
    stream = streams.read("workbook" if wide else "book")
    own: dict[int, str] = {}
    kinds: list[int] = []
    for kind, start, end in _records_xls(stream, 0):
        if kind == _FORMAT and wide:
            (number,) = struct.unpack_from("<H", stream, start)
            own[number] = _short_text(stream[start + 2 : end])
        elif kind == _CELL_FORMAT:
            kinds.append(struct.unpack_from("<H", stream, start + 2)[0])
    cells: list[tuple[int, int, int]] = []
    for kind, start, end in _records_xls(stream, dict(_sheets_xls(stream, wide=wide)).get(name, len(stream))):
        if kind in _ONE_CELL:
            cells.append(struct.unpack_from("<HHH", stream, start))
        elif kind == _NUMBERS:
            row, first = struct.unpack_from("<HH", stream, start)
            styles = (struct.unpack_from("<H", stream, place)[0] for place in range(start + 4, end - 2, 6))
            cells += ((row, first + n, style) for n, style in enumerate(styles))
    return own, kinds, cells


def _short_text(text: bytes) -> str:
    """A text with its length (two bytes) and its width before it."""
    (length,) = struct.unpack_from("<H", text)
    return (
        text[3 : 3 + 2 * length].decode("utf-16-le", "replace")
        if text[2] & 1
        else text[3 : 3 + length].decode("latin-1")
    )


# ── The records of an .xlsb ──────────────────────────────────────────────────────────────────────────────────

_ROW_HEADER, _CELL_ERROR, _FORMULA_ERROR, _BUNDLE_SHEET, _END_OF_CELLS, _MERGED_CELL = 0, 3, 11, 0x9C, 0x92, 0xB0
FILLED = range(2, 12)  # the records of cells that hold something


def records_xlsb(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and content of each record."""
    start = 0
    while start < len(part):
        kind = part[start]
        start += 1
        if kind & 0x80:
            kind = kind & 0x7F | part[start] << 7
            start += 1
        length = 0
        for shift in (0, 7, 14, 21):
            byte = part[start]
            start += 1
            length |= (byte & 0x7F) << shift
            if byte < 0x80:
                break
        if start + length > len(part):
            raise Refused("beschadigd")
        yield kind, part[start : start + length]
        start += length


def wide_text(record: bytes, start: int) -> tuple[str, int]:
    """The text at *start*, and where it ends."""
    (length,) = struct.unpack_from("<I", record, start)
    if length == 0xFFFFFFFF:  # none
        return "", start + 4
    end = start + 4 + 2 * length
    return record[start + 4 : end].decode("utf-16-le", "replace"), end


def _look_xlsb(part: bytes, name: str) -> SheetFacts:
    errors: dict[Position, str] = {}
    merged: list[Span] = []
    row, ended = 0, False
    for kind, record in records_xlsb(part):
        if ended:  # what a sheet says beside its cells
            if kind == _MERGED_CELL and len(record) >= 16:
                top, bottom, left, right = struct.unpack_from("<4I", record)
                merged.append(Span(top, left, bottom, right))
        elif kind == _ROW_HEADER:
            (row,) = struct.unpack_from("<I", record)
        elif kind in FILLED:
            (column,) = struct.unpack_from("<I", record)
            if row == ROW_LIMIT and column < COLUMN_LIMIT:
                raise Refused("te-veel-rijen", name)
            if row > ROW_LIMIT or column >= COLUMN_LIMIT:
                raise Refused("te-ver", f"{name}!{_place(row, column)}")
            if kind in (_CELL_ERROR, _FORMULA_ERROR):
                errors[row, column] = _ERRORS.get(record[8], "#N/A")
        elif kind == _END_OF_CELLS:
            ended = True
    return SheetFacts(errors=errors, merged=tuple(merged))


def _place(row: int, column: int) -> str:
    return xl_rowcol_to_cell(row, column) if column < 1_000_000 else f"rij {row + 1}"
