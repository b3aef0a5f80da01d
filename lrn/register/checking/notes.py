"""Which rows between the data are no data but a heading over some of them, a legend or a remark.

Such a row has one text under the headings, or none: "--- afgerond ---" merged over the width of the sheet, "geel = nog
uitzoeken", a legend beside the table. What could be a row that somebody only began is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lrn import signs
from lrn.register.columns import Sheet
from lrn.register.reading import spans
from lrn.register.reading.book import SheetTexts
from lrn.register.values.headers import Headers

_DECORATED = re.compile(r"^[-–—=*#_~<>•·+]{2,}|[-–—=*#_~<>•·+]{2,}$")  # --- afgerond ---
_EXPLAINS = re.compile(r"\S\s+=\s+\S|:\s|:$")  # geel = nog uitzoeken; Let op: …


def rows_of_notes(sheet: Sheet, texts: SheetTexts, headers: Headers, rows: Sequence[int]) -> dict[int, int]:
    """Which of *rows* are no data but a note, and the position of its (first) text; all from 0.

    Merged cells must be empty in *texts* where they are covered.
    """
    required = [headers.known[column] for column in sheet.columns if column.required and column in headers.known]
    if len(required) < sum(column.required for column in sheet.columns):
        return {}  # no row counts, for another reason
    first = headers.row + 1
    if all(all(map(str.strip, texts.columns[position][first:])) for position in required):
        return {}
    odd = {row for row, _ in (*texts.errors, *texts.uncalculated)}
    wide = {(span.top, span.left) for span in spans.within(texts) if span.right > span.left}
    headed = {
        *headers.known.values(),
        *headers.numbered.values(),
        *(place for place, _ in headers.unknown + headers.twice),
    }
    lead = [text for row in rows if (text := texts.columns[required[0]][row].strip())]
    with_digits = 2 * sum(map(_has_digit, lead)) >= len(lead)

    def is_note(row: int, filled: list[tuple[int, str]]) -> bool:
        position, text = filled[0]
        if [place for place, _ in filled if place in headed] not in ([], [position]):
            return False
        if position not in headed or (row, position) in wide:
            return True
        if position == required[0]:  # an ID has a digit as the others have, and explains nothing
            return bool(is_decorated(text) or _EXPLAINS.search(text)) or (with_digits and not _has_digit(text))
        return is_decorated(text)

    found: dict[int, int] = {}
    for row in rows:
        if row in odd or all(texts.columns[position][row].strip() for position in required):
            continue
        cells = ((place, signs.seen(column[row]).strip()) for place, column in enumerate(texts.columns))
        filled = [(place, text) for place, text in cells if text]
        if filled and is_note(row, filled):
            found[row] = filled[0][0]
    return found


def is_decorated(text: str) -> bool:
    """Whether *text* is written as a heading over some rows: --- afgerond ---."""
    return _DECORATED.search(text) is not None


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
