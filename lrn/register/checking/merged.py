"""Says of merged cells what was made of them: the value on each row that they cover, and none in the next column."""

from __future__ import annotations

from collections import defaultdict

from lrn import texts as words
from lrn.register.checking.rows import VALUE_LENGTH, SheetReading, letters, seen_at
from lrn.register.columns import Kind
from lrn.register.reading import spans
from lrn.register.reading.xlsx import Span
from lrn.register.rules import Rule
from lrn.register.values.personal import may_be_personal
from lrn.register.values.remark import Remark, short


def check_merged(reading: SheetReading, heading_row: int) -> None:
    """One opmerking for each column with merged cells below the headings, at the first of them."""
    if not reading.texts.merged:
        return
    rows = set(reading.numbers)
    left_out = {reading.numbers[i] for i in reading.left_out}  # its fout says more
    identities = {place for column, place in reading.columns.items() if column.kind is Kind.ID}
    down: dict[int, list[Span]] = defaultdict(list)
    across: dict[tuple[int, int], list[Span]] = defaultdict(list)
    for span in sorted(spans.within(reading.texts)):
        if span.top <= heading_row or span.top + 1 not in rows or not _text(reading, span).strip():
            continue
        if span.left not in identities and any(row + 1 in rows for row in range(span.top + 1, span.bottom + 1)):
            down[span.left].append(span)
        _check_hidden(reading, span, rows)
        if span.right > span.left and span.top + 1 not in left_out:
            across[span.left, span.right].append(span)
    for (left, right), found in across.items():
        others = [heading for place in range(left + 1, right + 1) if (heading := _heading(reading, place))]
        if others and (mine := _heading(reading, left)):
            first = found[0]
            told = Rule.MERGED_ACROSS.say(
                cellen=_area(first), meer=_more(found), kolom=mine, andere=words.listing(others)
            )
            _add(reading, first, told)
    for found in down.values():
        first = found[0]
        counts = "telt" if _heading(reading, first.left) else "staat"  # one's own columns count for nothing
        _add(reading, first, Rule.MERGED_DOWN.say(cellen=_area(first), meer=_more(found), telt=counts))


def _check_hidden(reading: SheetReading, span: Span, rows: set[int]) -> None:
    """Say of a value under a merged cell, which nobody sees, that it is read all the same."""
    counts = "deze waarde telt" if _heading(reading, span.left) else "we tonen deze waarde wel"
    for row in range(span.top + 1, span.bottom + 1):
        hidden = Span(row, span.left, row, span.left)
        text = _text(reading, hidden).strip()
        if row + 1 in rows and text and text != _text(reading, span).strip():
            covered = f"{letters(span.left)}{span.top + 1}"
            _add(reading, hidden, Rule.MERGED_OVER.say(cel=covered, telt=counts))


def _more(found: list[Span]) -> str:
    more = len(found) - 1
    return f", en nog {words.number(more)} in deze kolom" if more else ""


def _add(reading: SheetReading, span: Span, told: Remark) -> None:
    shown, heading = seen_at(reading.texts, span.top, span.left), _heading(reading, span.left)
    value = "" if not heading and may_be_personal("", [shown]) else short(shown, VALUE_LENGTH)
    reading.note(told, span.top + 1, span.left, heading, value)


def _text(reading: SheetReading, span: Span) -> str:
    return reading.texts.columns[span.left][span.top]


def _heading(reading: SheetReading, position: int) -> str:
    """The contract's heading of a column; "" for one that the contract does not know."""
    return next((column.header for column, place in reading.columns.items() if place == position), "")


def _area(span: Span) -> str:
    return f"{letters(span.left)}{span.top + 1}:{letters(span.right)}{span.bottom + 1}"
