"""Reads a folder of .csv files, each a sheet, in the encodings and with the separators that people save them with."""

from __future__ import annotations

import csv
import io
import os
import re
from itertools import zip_longest
from pathlib import Path

from xlsxwriter.utility import xl_rowcol_to_cell

from lrn.register.reading.book import Book, SheetTexts, Wanted
from lrn.register.reading.limits import CELL_LIMIT, COLUMN_LIMIT, FILE_LIMIT, ROW_LIMIT, SHEETS_LIMIT
from lrn.register.reading.xlsx import Refused
from lrn.texts import SEPARATORS

LONGEST_FIELD = 100_000  # characters in a cell of a csv; Excel's own limit is 32,767
_AFTER_ALL = "\ufdd0"  # no character: a last row of its own shows that all quotes before it were closed


def read_folder(path: Path, wanted: Wanted) -> Book:
    """All .csv files of the folder *path*, named by their sheet. Raises :class:`Refused`, or ``OSError``."""
    files: dict[str, Path] = {}
    for file in sorted(path.iterdir()):
        if file.suffix.lower() == ".csv":
            name = os.fsencode(file.stem).decode(errors="replace")
            files[name if name not in files else file.name] = file  # beside Partners.csv, a Partners.CSV is another
    if not files:
        raise Refused("lege-map")
    if len(files) > SHEETS_LIMIT:
        raise Refused("te-veel-bladen")
    needed = set(wanted(list(files)))
    sheets = {}
    size = 0
    for name, file in files.items():
        try:
            if name not in needed:
                sheets[name] = SheetTexts(read=file.is_file() and file.stat().st_size == 0)
                continue
            if not file.is_file():
                raise OSError  # a folder, or a link that leads nowhere
            size += file.stat().st_size
            if size > FILE_LIMIT:
                raise Refused("te-groot")
            content = file.read_bytes()
        except OSError:
            raise Refused("csv-niet-te-openen", os.fsencode(file.name).decode(errors="replace")) from None
        sheets[name] = _read_csv(name, content)
    return Book(sheets)


def _read_csv(name: str, content: bytes) -> SheetTexts:
    """One .csv as text, separated by one of ``SEPARATORS``."""
    text = _decoded(content)
    if "\0" in text:
        raise Refused("csv-beschadigd", name)
    csv.field_size_limit(LONGEST_FIELD)
    rows: list[list[str]] = []
    try:
        last = text if text.endswith(("\n", "\r")) or not text else f"{text}\n"
        for row in csv.reader(io.StringIO(last + _AFTER_ALL, newline=""), delimiter=_separator(text)):
            rows.append(row)
            if len(rows) > ROW_LIMIT + 1:
                raise Refused("te-veel-rijen", name)
    except csv.Error:
        raise Refused("aanhalingsteken", f"{name}, rij {len(rows) + 1}") from None
    if rows[-1] != [_AFTER_ALL]:
        raise Refused("aanhalingsteken", f"{name}, rij {len(rows)}")
    rows.pop()
    width = max(map(len, rows), default=0)
    if width > COLUMN_LIMIT:
        for number, row in enumerate(rows):
            far = next((position for position, found in enumerate(row) if position >= COLUMN_LIMIT and found), None)
            if far is not None:
                raise Refused("te-ver", f"{name}!{xl_rowcol_to_cell(number, far)}")
            del row[COLUMN_LIMIT:]
    if len(rows) * min(width, COLUMN_LIMIT) > CELL_LIMIT:
        raise Refused("te-groot")
    return SheetTexts([list(column) for column in zip_longest(*rows, fillvalue="")])


def _decoded(content: bytes) -> str:
    """The text of a .csv: UTF-8, UTF-16 or Windows-1252; a damaged character becomes �."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content[:2]:  # UTF-16 that does not say so: its first character is in ASCII
        return content.decode("utf-16-be" if content[:1] == b"\0" else "utf-16-le", errors="replace")
    text = content.decode("utf-8-sig", errors="replace")
    damaged = text.count("\ufffd")
    # In Windows-1252 next to no é is UTF-8; a file that is UTF-8 but for a character or two is not all misread for it.
    if damaged and damaged * 2 >= sum(1 for character in text if character > "\x7f"):
        return content.decode("cp1252", errors="replace")
    return text


def _separator(text: str) -> str:
    """The separator that stands on most of the first lines; within quotes it is none."""
    # A title may stand above the headings.
    lines = re.sub(r'"[^"]*"', "", text[:LONGEST_FIELD]).splitlines()[:20]
    amounts = {sign: [line.count(sign) for line in lines] for sign in SEPARATORS}
    return max(amounts, key=lambda sign: (sum(map(bool, amounts[sign])), sum(amounts[sign])))
