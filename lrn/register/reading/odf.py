"""Looks at the XML of an .ods beside the reader, as bytes: errors and formulas without an outcome, merged cells.

The reader shows both as an empty cell, or as 0. LibreOffice marks an error (``calcext:value-type``); before that was
so, and in other programs, it is a formula that shows the text of one. The prefixes of the names are those that every
program writes, and the only ones that the reader knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from xml.parsers import expat

from lrn.register.checking.totals import is_sum
from lrn.register.reading.limits import COLUMN_LIMIT, ROW_LIMIT
from lrn.register.reading.xlsx import Position, Refused, SheetFacts, Span

_TABLE = re.compile(rb"<table:table\s[^>]*>")
_NAME = re.compile(rb'\stable:name\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')
_ROW = re.compile(rb"<table:table-row(?=[\s/>])([^>]*)>")
_CELL = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])([^>]*)>")
_REPEATED = re.compile(rb'\stable:number-(?:rows|columns)-repeated\s*=\s*["\'](\d+)["\']')
_SUSPECT = re.compile(rb'value-type="error"|\stable:formula=')
_MANY = re.compile(rb'-repeated\s*=\s*["\'](\d{4,})["\']')
_SPANNED = re.compile(rb"\stable:number-(row|column)s-spanned\s*=\s*[\"'](\d{1,9})[\"']")
_IS_SPANNED = re.compile(rb"s-spanned\s*=\s*[\"'](?!1[\"'])")
_FORMULA = re.compile(rb"\stable:formula=(?:\"([^\"]{1,2000})\"|'([^']{1,2000})')")
_TEXT = re.compile(rb"<text:p[^>]*>([^<]*)<")
_PARAGRAPH = re.compile(rb"<text:p[\s/>]")
_ERROR = re.compile(rb"#[A-Z/0]{1,12}[!?]|#N/[AB]|(?:#ERR|Err:)\d{3}")
_MOST = 1_000_000  # errors that may stand on a sheet


def look(xml: bytes) -> dict[str, SheetFacts]:
    """What the XML says of each sheet that holds a formula or an error, by the name of the sheet."""
    found: dict[str, SheetFacts] = {}
    _check_whole(xml)
    _check_repeats(xml)
    is_suspect = b'value-type="error"' in xml or b"table:formula=" in xml or _IS_SPANNED.search(xml) is not None
    tables = list(_TABLE.finditer(xml)) if is_suspect else []
    for n, table in enumerate(tables):
        end = tables[n + 1].start() if n + 1 < len(tables) else len(xml)
        name = _NAME.search(table[0])
        if name and (_SUSPECT.search(xml, table.end(), end) or _IS_SPANNED.search(xml, table.end(), end)):
            called = _called(name)
            found.setdefault(called, _look(xml, table.end(), end, called))
    return found


def _check_whole(xml: bytes) -> None:
    """Refuses XML with a mistake in it: the reader would look for the end of a table for ever."""
    try:
        if b"<!ENTITY" in xml:
            raise Refused("beschadigd")
        expat.ParserCreate().Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError):  # the last two: of an encoding that nobody knows
        raise Refused("beschadigd") from None


def _check_repeats(xml: bytes) -> None:
    """Refuses a filled cell or row that says it is there very many times: the reader would make them all."""
    for times in _MANY.finditer(xml):
        start = xml.rfind(b"<", 0, times.start())
        is_row = xml.startswith(b"<table:table-row", start)
        if int(times[1][:9]) <= (ROW_LIMIT if is_row else COLUMN_LIMIT):
            continue
        end = xml.find(b"</table:table-row>" if is_row else b">", start)
        if b"office:value-type" in xml[start:end]:
            name = _NAME.search(xml, xml.rfind(b"<table:table ", 0, start))
            raise Refused("te-veel-rijen" if is_row else "te-ver", _called(name))


def _called(name: re.Match[bytes] | None) -> str:
    """What the sheet is called."""
    return unescape((name[1] or name[2] or b"").decode(errors="replace")) if name else ""


def _look(xml: bytes, start: int, end: int, name: str) -> SheetFacts:
    errors: dict[Position, str] = {}
    uncalculated: set[Position] = set()
    merged: list[Span] = []
    sums: set[int] = set()
    row = 0
    for repeated, begin, stop in rows(xml, start, end):
        if _SUSPECT.search(xml, begin, stop):
            for column, text in _odd_cells(xml, begin, stop, name):
                if row + repeated > ROW_LIMIT:
                    raise Refused("te-veel-rijen", name)
                for place in range(row, row + repeated):
                    if text:
                        errors[place, column] = text
                    else:
                        uncalculated.add((place, column))
                if len(errors) + len(uncalculated) > _MOST:
                    raise Refused("te-groot")
            if any(is_sum(formula, row) for formula in _formulas(xml, begin, stop)):
                sums.update(range(row, min(row + repeated, ROW_LIMIT)))
        if row < ROW_LIMIT and _IS_SPANNED.search(xml, begin, stop):
            merged += _spans(xml, begin, stop, row)
        row += repeated
    return SheetFacts(errors=errors, uncalculated=frozenset(uncalculated), merged=tuple(merged), sums=frozenset(sums))


def _odd_cells(xml: bytes, start: int, end: int, name: str) -> Iterator[tuple[int, str]]:
    """Column and error of the cells of one row that hold one; "" for a formula without an outcome."""
    column = 0
    for repeated, attributes, begin, stop in cells(xml, start, end):
        if _SUSPECT.search(attributes):
            shown = _TEXT.search(xml, begin, stop)
            text = shown[1].decode(errors="replace").strip() if shown else ""
            is_error = b'value-type="error"' in attributes or _ERROR.fullmatch(text.encode()) is not None
            # Of a formula whose outcome is an empty text LibreOffice writes no type, but a paragraph.
            has_outcome = b"office:value-type" in attributes or _PARAGRAPH.search(xml, begin, stop) is not None
            if is_error or not has_outcome:
                if column + repeated > COLUMN_LIMIT:
                    raise Refused("te-ver", name)
                for place in range(column, column + repeated):
                    yield place, (text or "#N/A") if is_error else ""
        column += repeated


def _spans(xml: bytes, start: int, end: int, row: int) -> Iterator[Span]:
    """The merged cells that begin on one row, up to the last column that a register may have."""
    column = 0
    for repeated, attributes, _, _ in cells(xml, start, end):
        if column >= COLUMN_LIMIT:
            return
        size = {what: int(amount) for what, amount in _SPANNED.findall(attributes)}
        down, right = max(size.get(b"row", 1), 1), max(size.get(b"column", 1), 1)
        if down > 1 or right > 1:
            yield Span(row, column, row + down - 1, column + right - 1)
        column += repeated


def _formulas(xml: bytes, start: int, end: int) -> Iterator[str]:
    """The formulas of one row."""
    for found in _FORMULA.finditer(xml, start, end):
        yield unescape((found[1] or found[2]).decode(errors="replace"))


def table(xml: bytes, name: str) -> tuple[int, int]:
    """Where the cells of the sheet called *name* begin and end in the XML; (0, 0) when it is not there."""
    tables = list(_TABLE.finditer(xml))
    for n, tag in enumerate(tables):
        if _called(_NAME.search(tag[0])) == name:
            return tag.end(), tables[n + 1].start() if n + 1 < len(tables) else len(xml)
    return 0, 0


def rows(xml: bytes, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The rows between these two places: how often each is there, and where its cells begin and end."""
    tags = list(_ROW.finditer(xml, start, end))
    for n, tag in enumerate(tags):
        yield _times(tag[1]), tag.end(), tags[n + 1].start() if n + 1 < len(tags) else end


def cells(xml: bytes, start: int, end: int) -> Iterator[tuple[int, bytes, int, int]]:
    """The cells of a row: how often each is there, its attributes, and where its content begins and ends."""
    tags = list(_CELL.finditer(xml, start, end))
    for n, tag in enumerate(tags):
        yield _times(tag[1]), tag[1], tag.end(), tags[n + 1].start() if n + 1 < len(tags) else end


def _times(attributes: bytes) -> int:
    repeated = _REPEATED.search(attributes)
    return int(repeated[1][:9]) if repeated else 1
