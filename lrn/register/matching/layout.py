"""Where the headings of a sheet are, also when the contract knows none of them, and how its records lie."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.matching.model import Records
from lrn.register.matching.shapes import turned
from lrn.register.matching.synonyms import is_own, words_for
from lrn.register.reading import spans
from lrn.register.reading.book import SheetTexts
from lrn.register.values.dates import date_value
from lrn.register.values.headers import LONGEST, find_headers

SEARCH_ROWS = 40  # further than reading looks: here a person sees what was found
_HEADING_LENGTH = 80  # characters; what is longer is a note or a text
_TURNED_HEIGHT, _TURNED_LABELS = (
    200,
    3,
)  # rows of a sheet with its records in columns; headings that show that it is one
_FIGURE = re.compile(r"[-+€\s\d.,:%/]+")


@dataclass(frozen=True)
class Layout:
    """The ``texts`` of a sheet with a record in each row, the row of its headings from 0 (None: there are none), and
    how the records lie in the workbook."""

    texts: SheetTexts
    row: int | None
    records: Records = Records.ROWS


def find_layout(sheets: Sequence[c.Sheet], texts: SheetTexts) -> Layout:
    """Where the headings are on a sheet that could be each of *sheets*."""
    for sheet in sheets:
        found = find_headers(sheet, texts) if len(sheets) == 1 else None
        if found and all(column in found.known for column in sheet.columns if column.required):
            return Layout(texts, found.row)
    rows = _first_rows(texts)
    known = [_known(sheets, row) for row in rows]
    best = max(known, default=0)
    if (sideways := _sideways(sheets, texts, best)) is not None:
        return sideways
    if best >= 2:
        return Layout(texts, known.index(best))
    row = _by_looks(rows)
    if row is None and best:  # a single known heading, in a row that goes as far as the others do
        width = max(sum(map(bool, row)) for row in rows)
        row = next((n for n in (known.index(best),) if 2 * sum(map(bool, rows[n])) >= width), None)
    return Layout(texts, row)


def _first_rows(texts: SheetTexts) -> list[list[str]]:
    """The rows among which the headings are sought, each text on one line, a merged heading on all of its rows."""
    first = SheetTexts([column[:SEARCH_ROWS] for column in texts.columns], merged=texts.merged)
    return [list(map(_line, row)) for row in zip(*spans.filled_down(first).columns, strict=True)]


def _line(text: str) -> str:
    return " ".join(text[: LONGEST + 1].split())


def _known(sheets: Iterable[c.Sheet], cells: Sequence[str]) -> int:
    """How many of *cells* are words for columns of one of *sheets*."""
    filled = list(
        dict.fromkeys(text for text in cells if text and len(text) <= LONGEST and not _FIGURE.fullmatch(text))
    )
    own = sum(map(is_own, filled))
    filled = [text for text in filled if not _is_value(text)]
    most = max((sum(words_for(sheet, text) for text in filled) for sheet in sheets), default=0)
    return most + own if most else 0


def _sideways(sheets: Sequence[c.Sheet], texts: SheetTexts, best: int) -> Layout | None:
    """The layout of a sheet with its records in columns: far more headings stand below each other than in a row."""
    if not 2 <= texts.height <= _TURNED_HEIGHT or len(texts.columns) < 2:
        return None
    known = [_known(sheets, list(map(_line, column))) for column in texts.columns[:_TURNED_LABELS]]
    most = max(known)
    if most < max(_TURNED_LABELS, 2 * best):
        return None
    return Layout(turned(texts), known.index(most), Records.COLUMNS)


def _by_looks(rows: Sequence[Sequence[str]]) -> int | None:
    """The row that looks like headings: the fullest, all short different texts, of which none is a value."""
    texts = [[text for text in row if text] for row in rows]
    width = max(map(len, texts), default=0)
    fit = [
        number
        for number, (filled, below) in enumerate(pairwise(texts))
        if below and max(2, width / 2) <= len(filled) == len(set(filled)) and not any(map(_is_value, filled))
    ]
    return max(fit, key=lambda number: len(texts[number]), default=None)


def _is_value(text: str) -> bool:
    """Whether *text* is something that stands under a heading and is none: a figure, a day, an address, a town."""
    if len(text) > _HEADING_LENGTH or _FIGURE.fullmatch(text) or "@" in text:
        return True
    if text[:1].isdigit() and date_value(text).value:
        return True
    vocabularies = (v.municipality_vocabulary(), v.STATUSSEN, v.VORMEN, v.THEMAS)
    return any(vocabulary.find(text) not in (None, "anders") for vocabulary in vocabularies)
