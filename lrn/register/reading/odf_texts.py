"""Mends the texts of an .ods for the reader, and finds how the document itself shows its numbers and days.

The reader drops what stands for a tab or a line break within a paragraph, so that "zorg<tab>welzijn" became one word,
and makes a text ("PT24H30M00S") of a time of more than a day.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from html import unescape

from lrn.register.reading import odf
from lrn.register.reading.kept import ByRow
from lrn.register.reading.limits import COLUMN_LIMIT, ROW_LIMIT

_SPACE = re.compile(rb"<text:(?:tab|line-break)(?:\s[^>]*)?(?:/>|></text:(?:tab|line-break)>)")
_LONG_TIME = re.compile(
    rb'office:value-type\s*=\s*"time"([^>]*?)\soffice:time-value\s*=\s*"PT(\d{2,7})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S"'
)
_ANNOTATION = re.compile(rb"<office:annotation[\s>].*?</office:annotation>", re.DOTALL)
_PARAGRAPH = re.compile(rb"<text:p(?:\s[^>]*)?>(.*?)</text:p>", re.DOTALL)
_SPACES = re.compile(rb"<text:s(?:\s[^>]*)?/>")
_TAG = re.compile(rb"<[^>]*>")
_NO_TEXT = re.compile(rb'office:value-type\s*=\s*"(?:float|percentage|currency|date|time|boolean)"')
_DAY = 24 * 60 * 60


def mended(xml: bytes) -> bytes:
    """The content of a document as the reader takes it: a space for a tab or a break, long times as numbers of days.

    The very same bytes when there is nothing to mend.
    """
    if b"<text:tab" in xml or b"<text:line-break" in xml:
        xml = _SPACE.sub(b" ", xml)
    return _LONG_TIME.sub(_in_days, xml) if b'"PT' in xml else xml


def _in_days(found: re.Match[bytes]) -> bytes:
    hours, minutes, seconds = (int(part) for part in found.groups()[1:])
    if hours < 24:
        return found[0]
    days = (hours * 3600 + minutes * 60 + seconds) / _DAY
    return b'office:value-type="float"%b office:value="%b"' % (found[1], repr(days).encode())


def document(xml: bytes) -> bytes:
    """An .ods with this content and nothing else; it does not leave this process."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", xml)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def texts(xml: bytes, name: str) -> Callable[[int], ByRow]:
    """How the document shows the numbers, days and times on the sheet called *name*, by the position of a column."""

    @cache
    def cells() -> dict[int, dict[int, str]]:
        return _shown(xml, name)

    return lambda position: cells().get(position, {})


def _shown(xml: bytes, name: str) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {}
    start, end = odf.table(xml, name)
    row = 0
    for rows, begin, stop in odf.rows(xml, start, end):
        if row >= ROW_LIMIT:
            break
        column = 0
        for columns, attributes, inside, close in odf.cells(xml, begin, stop):
            if column >= COLUMN_LIMIT:
                break
            if _NO_TEXT.search(attributes) and (text := _text(xml[inside:close])):
                for position in range(column, min(column + columns, COLUMN_LIMIT)):
                    found.setdefault(position, {}).update(dict.fromkeys(range(row, min(row + rows, ROW_LIMIT)), text))
            column += columns
        row += rows
    return found


def _text(cell: bytes) -> str:
    """The text of a cell as it is shown, without its comment."""
    if b"<office:annotation" in cell:
        cell = _ANNOTATION.sub(b"", cell)
    paragraphs = (_TAG.sub(b"", _SPACES.sub(b" ", found[1])) for found in _PARAGRAPH.finditer(cell))
    return " ".join(unescape(b" ".join(paragraphs).decode(errors="replace")).split())
