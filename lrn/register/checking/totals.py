"""Which rows are no data but totals under it: what an Excel table says, or the word and the formulas of such a row."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence

from lrn.register.reading.book import SheetTexts
from lrn.register.reading.unpack import Package
from lrn.register.reading.xlsx import cell_of, plain_xml, prefix_of
from lrn.terms import plain

_TABLE = re.compile(rb"<(?:\w+:)?table\s[^>]*>")
_REF = re.compile(rb"\bref\s*=\s*[\"']\$?[A-Za-z]{1,3}\$?\d{1,7}:\$?[A-Za-z]{1,3}\$?(\d{1,7})[\"']")
_ROWS = re.compile(rb"\btotalsRowCount\s*=\s*[\"'](\d{1,4})[\"']")

# A formula as a file holds it is in English, whatever language Excel speaks. One that goes over several rows counts.
_OPENED = re.compile(rb"(?:SUBTOTAL|AGGREGATE|COUNTA?|COUNTIFS?|SUM|AVERAGE)\(")
_FORMULA = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?>([^<]{1,2000})</")
_CELL_TAG = re.compile(rb"<(?:\w+:)?c(?:\s[^>]*)?>")
_FAR = 2_200  # bytes; a longer formula is not looked at
_ROWS_ABOVE = re.compile(r"(?<![!.\w])\.?\$?[A-Z]{1,3}\$?(\d{1,7}):\.?\$?[A-Z]{1,3}\$?(\d{1,7})(?!\d)")
_TABLE_COLUMN = re.compile(r"\w\[[^\]@#\[]+\]")

LONGEST_LABEL = 40  # characters
_WORDS = {"totaal", "totalen", "subtotaal", "eindtotaal", "total", "aantal", "som", "gemiddelde", "count", "sum"}
_LABELS = {*_WORDS, "totaal aantal", "aantal totaal", "grand total"}
_LIKE_A_LABEL = re.compile("tota|aantal|som|gemiddelde|count|sum", re.IGNORECASE)
_BEGINS = {"totaal", "totalen", "subtotaal", "eindtotaal"}  # Subtotaal Leiden
_SIGMA = ("Σ", "∑")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*(?:e[-+]?\d+)?\s*%?", re.IGNORECASE)
_AMOUNT = re.compile(r"\d+(?:\.\d{3})* [a-zë]+", re.IGNORECASE)  # 2 activiteiten


def of_tables(package: Package, part: str) -> frozenset[int]:
    """The rows of totals, from 0, of the Excel tables on the sheet in *part* (ECMA-376, 18.5.1.2)."""
    rows: set[int] = set()
    for link in package.links(part):
        if link.kind != "table" or link.part not in package:
            continue  # nothing is read from the table itself
        tag = _TABLE.search(plain_xml(package.read(link.part)))
        ref, amount = (pattern.search(tag[0]) if tag else None for pattern in (_REF, _ROWS))
        if ref and amount:
            last = int(ref[1])
            rows.update(range(max(last - int(amount[1]), 0), last))
    return frozenset(rows)


def sums_in_xlsx(xml: bytes) -> frozenset[int]:
    """The rows, from 0, of the sheet in *xml* with a formula that counts or adds up rows above it."""
    rows: set[int] = set()
    end = 0
    if re.search(b"<" + prefix_of(xml) + rb"f[\s>]", xml) is None:  # most registers; looking for words takes longer
        return frozenset()
    for found in _OPENED.finditer(xml):
        if found.start() < end:
            continue
        formula = _FORMULA.match(xml, xml.rfind(b"<", max(found.start() - _FAR, 0), found.start()))
        if formula is None:
            continue  # a text about one
        end = formula.end()
        tag = _CELL_TAG.match(xml, xml.rfind(b"<", max(formula.start() - _FAR, 0), formula.start()))
        cell = cell_of(tag[0]) if tag else None
        if cell and is_sum(formula[1].decode(errors="replace"), cell[0]):
            rows.add(cell[0])
    return frozenset(rows)


def is_sum(formula: str, row: int) -> bool:
    """Whether *formula*, which stands in *row* (from 0), goes over several rows that are all above it."""
    ranges = [(int(first), int(last)) for first, last in _ROWS_ABOVE.findall(formula)]
    return any(first < last <= row for first, last in ranges) or _TABLE_COLUMN.search(formula) is not None


# Of a formula in an .xls ([MS-XLS] 2.5.198): an area, in three classes; a number; the functions of _OPENED by number.
_AREAS, _NUMBER_TOKEN, _FUNCTIONS, _SUM_TOKEN = (0x25, 0x45, 0x65), 0x1E, (0x22, 0x42, 0x62), b"\x19\x10"
_NUMBERED_FUNCTIONS = (0, 4, 5, 169, 344)  # COUNT, SUM, AVERAGE, COUNTA, SUBTOTAL


def is_sum_in_xls(tokens: bytes, row: int) -> bool:
    """Like :func:`is_sum`, for the tokens of a formula that goes over one area and does nothing else."""
    if tokens[:1] == bytes([_NUMBER_TOKEN]):  # what SUBTOTAL does
        tokens = tokens[3:]
    if len(tokens) < 13 or tokens[0] not in _AREAS:
        return False
    first, last = struct.unpack_from("<HH", tokens, 1)
    after = tokens[9:]
    function = after[0] in _FUNCTIONS and struct.unpack_from("<H", after, 2)[0] in _NUMBERED_FUNCTIONS
    return (function or after[:2] == _SUM_TOKEN) and first < last < row


def rows_of_totals(texts: SheetTexts, rows: Sequence[int], identity: int) -> set[int]:
    """Which of *rows* are no data but totals. *identity* is the position of the first required column.

    Such a row is one that the workbook calls so; one that holds only numbers beside a word such as Totaal; or one with
    a formula over the rows above it that holds nothing else but numbers and such a word.
    """
    found: set[int] = set()
    lead = texts.columns[identity]
    called, sums = texts.totals.intersection(rows), texts.sums.intersection(rows)
    # Under another ID a word like Totaal may be what something is called.
    nameless = [row for row in rows if not lead[row].strip()] if not all(map(str.strip, lead)) else []
    labelled = [row for row in rows if _is_label(lead[row])]
    for row in {*sums, *nameless, *labelled} - called:
        label, *others = [*_filled(texts, row)] or [""]
        if row in sums:
            is_total = all(not text or _is_number(text) or _names_a_total(text) for text in (label, *others))
        else:
            is_total = _is_label(label) and bool(others) and all(not t or _is_amount(t) for t in others)
        if is_total:
            found.add(row)
    return found | called


def _filled(texts: SheetTexts, row: int) -> Iterator[str]:
    """The texts of the cells of a row that hold anything; "" for an error or a formula without an outcome."""
    for position, column in enumerate(texts.columns):
        text = column[row].strip()
        if text or (row, position) in texts.errors or (row, position) in texts.uncalculated:
            yield text


def _is_label(text: str) -> bool:
    if text.strip() in _SIGMA:
        return True
    if len(text) >= LONGEST_LABEL or _LIKE_A_LABEL.search(text) is None:
        return False
    words = plain(text)
    return words in _LABELS or words.split(" ")[0] in _BEGINS


def _is_amount(text: str) -> bool:
    """Whether *text* is a number, or says what there are so many of."""
    return _is_number(text) or _AMOUNT.fullmatch(text) is not None


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _names_a_total(text: str) -> bool:
    return len(text) < 100 and not _WORDS.isdisjoint(plain(text).split())
