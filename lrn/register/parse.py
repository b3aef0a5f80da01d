"""Turns a workbook into texts. Runs in a child process, and does without pandas: importing that takes half a second.

A file of 2 kB can make a spreadsheet reader abort or fill the memory, so the server never parses one itself:
``lrn.register.read`` starts ``lrn.register.worker`` with a deadline and a limit on memory, and that calls this.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

import orjson
from xlsxwriter.utility import xl_rowcol_to_cell

from lrn.register import scan
from lrn.register.scan import Look, Refused
from lrn.register.unpack import SHEETS_LIMIT, Package

FILE_LIMIT = 100 * 1024**2  # bytes as stored
ROW_LIMIT = scan.LAST_ROW
COLUMN_LIMIT = scan.LAST_COLUMN
CELL_LIMIT = 10_000_000  # rows × columns of all sheets together
FINDINGS_LIMIT = 500_000  # all of them are kept by the server, and nobody mends more
ANSWER_LIMIT = 192 * 1024**2  # bytes for the server, which needs four times as many; 100,000 rows × 28 columns: 63 MB
LONGEST_FIELD = 100_000  # characters in a cell of a csv; Excel's own limit is 32,767

ZIP, CFB, PARQUET = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENTRY = 128  # bytes of an entry in the directory of a compound file


@dataclass(frozen=True)
class SheetTexts:
    """The cells of one sheet as text: ``columns`` from left to right, the first text of each being row 1.

    By (row, column), both from 0: ``errors`` holds the error that stands in a cell (#N/A), ``uncalculated`` the cells
    with a formula that was never worked out. Both are empty texts in ``columns``. ``read`` is False for a sheet of
    which no more is known than that something stands on it.
    """

    columns: list[list[str]] = field(default_factory=list)
    errors: dict[scan.Cell, str] = field(default_factory=dict)
    uncalculated: frozenset[scan.Cell] = frozenset()
    read: bool = True

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.columns[0]) if self.columns else 0


@dataclass(frozen=True)
class Book:
    """The sheets of a workbook by the name they have there, empty ones included.

    ``origin`` and ``modified`` (ISO 8601) are those of the workbook that a snapshot was made of, else "".
    """

    sheets: dict[str, SheetTexts]
    origin: str = ""
    modified: str = ""


Wanted = Callable[[Collection[str]], Collection[str]]  # of these sheets, the ones whose texts are needed


def read_file(path: Path, wanted: Wanted) -> Book:
    """The workbook, snapshot or folder of .csv files at *path*. Raises :class:`Refused`, or ``OSError``."""
    if path.is_dir():
        return _read_folder(path, wanted)
    if not path.is_file():
        raise Refused("niet-te-openen")  # a pipe or a device: reading it would never end
    if path.stat().st_size > FILE_LIMIT:
        raise Refused("te-groot")
    return read_content(path.read_bytes(), wanted)


def read_content(content: bytes, wanted: Wanted) -> Book:
    """The workbook or snapshot in *content*, judged by that and not by a name. Raises :class:`Refused`."""
    if len(content) > FILE_LIMIT:
        raise Refused("te-groot")
    if not content:
        raise Refused("leeg")
    if content.startswith(PARQUET):
        return _read_snapshot(content)
    if content.startswith(ZIP):
        return _read_zip(Package(content), content, wanted)
    if not content.startswith(CFB):
        raise Refused("geen-werkmap")
    from lrn.register import biff

    if any(found.start() % _ENTRY == 0 for found in re.finditer(re.escape(_ENCRYPTED), content)):
        raise Refused("wachtwoord")
    return _read_cells(content, wanted, biff.look_xls(content, wanted))


def _read_zip(package: Package, content: bytes, wanted: Wanted) -> Book:
    if package.kind == "xlsx":
        return _read_xlsx(package, content, wanted)
    from lrn.register import biff, odf  # seldom needed, and each child starts anew

    if package.kind == "ods":
        return _read_cells(content, wanted, odf.look(package.read("content.xml")))
    return _read_cells(content, wanted, biff.look_xlsb(package, wanted))


def _read_xlsx(package: Package, content: bytes, wanted: Wanted) -> Book:
    """The sheets of an .xlsx; of those that are not needed only whether anything stands on them."""
    needed = set(wanted(list(package.sheets)))
    usual = package.is_usual(needed)
    looks: dict[str, Look] = {}
    parts: dict[str, bytes] = {}
    sheets: dict[str, SheetTexts] = {}
    for name, link in package.sheets.items():
        if name not in needed:
            sheets[name] = SheetTexts(read=link.part in package and not package.is_filled(link.part))
            continue
        stored = package.read(link.part)
        xml = scan.plain_xml(stored)
        look = looks[name] = scan.look(xml)
        if look.too_far:
            raise Refused("te-veel-rijen", name) if look.many_rows else Refused("te-ver", f"{name}!{look.too_far}")
        parts[name] = scan.with_known_errors(xml, look)
        usual = usual and parts[name] is stored
        sheets[name] = SheetTexts()  # keeps the order of the tabs
    if not usual:
        content = package.usual(parts)
    parts.clear()  # a large sheet is not kept twice
    read = _read_cells(content, lambda names: needed, looks, others=False) if needed else Book({})
    return Book(sheets | read.sheets)


# ── With calamine ────────────────────────────────────────────────────────────────────────────────────────────


def _read_cells(content: bytes, wanted: Wanted, looks: dict[str, Look], *, others: bool = True) -> Book:
    """The cells of a workbook of any kind that calamine reads: .xlsx, .xlsm, .xlsb, .xls, .ods.

    *others* says whether to tell of the sheets that are not wanted if anything stands on them.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    with _giving_up():
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = [sheet.name for sheet in book.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
        if len(names) > SHEETS_LIMIT:
            raise Refused("te-veel-bladen")
        needed = set(wanted(names))
        twice = next((name for name in needed if names.count(name) > 1), None)
        if twice is not None:
            raise Refused("twee-bladen", twice)
        sheets = {}
        room = CELL_LIMIT
        for name in names if others else needed:
            sheet = book.get_sheet_by_name(name)
            height, width = (n + 1 for n in sheet.end or (-1, -1))
            if name not in needed:
                sheets[name] = SheetTexts(read=height == 0)
                continue
            look = looks.get(name) or Look()
            odd = [*look.errors, *look.uncalculated]
            # The reader leaves out what it shows as empty when nothing follows on it.
            height = max([height, *(row + 1 for row, _ in odd)])
            width = max([width, *(column + 1 for _, column in odd)])
            if height > ROW_LIMIT:
                raise Refused("te-veel-rijen", name)
            far = next((found for found in odd if found[1] >= COLUMN_LIMIT), None)
            if far is not None:
                raise Refused("te-ver", f"{name}!{xl_rowcol_to_cell(*far)}")
            room -= height * width
            if room < 0:
                raise Refused("te-groot")
            columns = _columns(_rows(sheet, name))
            sheets[name] = SheetTexts(_whole(name, columns, height, width, look), look.errors, look.uncalculated)
        return Book(sheets)


@contextmanager
def _giving_up() -> Iterator[None]:
    """Refuses what the reader cannot read."""
    try:
        yield
    except Refused:
        raise
    except MemoryError:
        raise Refused("te-groot") from None
    except BaseException as error:  # a panic in the Rust reader is not an Exception
        told = str(error).lower()
        too_much = "capacity overflow" in told
        raise Refused("wachtwoord" if "password" in told else "te-groot" if too_much else "beschadigd") from error


def _rows(sheet: Any, name: str) -> list[list[Any]]:
    """The cells of a sheet, row by row from the first."""
    try:
        return sheet.to_python(skip_empty_area=False)
    except OverflowError:  # a duration of more days than Python counts: the one value that stops the reader
        rows = iter(sheet.iter_rows())
        number = sheet.start[0]
        with_it = False
        while not with_it:
            number += 1
            try:
                next(rows)
            except OverflowError:
                with_it = True
        raise Refused("onmogelijke-tijd", f"{name}, rij {number}") from None


def _whole(name: str, columns: list[list[str]], height: int, width: int, look: Look) -> list[list[str]]:
    """*columns* made *height* by *width*, within the limits, and without the text of a cell that holds an error."""
    for column in columns:
        column += [""] * (height - len(column))
    columns += ([""] * height for _ in range(width - len(columns)))
    for row, position in look.errors:
        columns[position][row] = ""  # an .ods has a 0 there
    return _within(name, columns)


def _within(name: str, columns: list[list[str]]) -> list[list[str]]:
    """*columns* up to the last that a register may have; refuses a text beyond it."""
    for position, column in enumerate(columns[COLUMN_LIMIT:], start=COLUMN_LIMIT):
        for row, text in enumerate(column):
            if text:
                raise Refused("te-ver", f"{name}!{xl_rowcol_to_cell(row, position)}")
    return columns[:COLUMN_LIMIT]


def _columns(rows: list[list[Any]]) -> list[list[str]]:
    """The columns of *rows*, every cell as text."""
    columns = []
    for cells in zip(*rows, strict=True):
        try:
            "".join(cells)  # refuses all but texts, and is ten times as quick as asking each cell for its type
        except TypeError:
            columns.append(_as_texts(cells))
        else:
            columns.append(list(cells))
    return columns


def _as_texts(cells: Sequence[Any]) -> list[str]:
    """The texts of *cells*, as :func:`_text` gives them; of all at once, as each takes its time."""
    kinds = set(map(type, cells))
    if not kinds & {int, bool, float}:  # what is equal has the same text, and a day stands there many times
        return list(map(_Texts().__getitem__, cells))
    if kinds <= {str, float}:
        texts = iter(_number_texts([cell for cell in cells if type(cell) is float]))
        return [cell if type(cell) is str else next(texts) for cell in cells]
    return list(map(_text, cells))


class _Texts(dict[Any, str]):
    """The text of each cell that was asked for."""

    def __missing__(self, cell: Any) -> str:
        return self.setdefault(cell, _text(cell))


def _number_texts(numbers: list[float]) -> list[str]:
    """The texts of *numbers*: between these two sizes orjson writes what ``repr`` does, ten times as quick."""
    written, sizes = orjson.dumps(numbers).decode(), list(map(abs, numbers))
    if "null" in written or min(sizes) < 1e-4 or max(sizes) >= 1e15:
        return list(map(_text, numbers))
    return [text.removesuffix(".0") for text in written[1:-1].split(",")]


def _text(cell: Any) -> str:
    """A cell that is no text, as the contract reads it: 5 for 5.0, a day as 2026-10-01 00:00:00."""
    if type(cell) is str:
        return cell
    if type(cell) is float:
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if type(cell) is date:
        return f"{cell} 00:00:00"
    if type(cell) is datetime:
        return cell.isoformat(" ", "seconds")
    return str(cell)


# ── A folder of .csv files ───────────────────────────────────────────────────────────────────────────────────


def _read_folder(path: Path, wanted: Wanted) -> Book:
    """All .csv files of a folder, named by their sheet."""
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
        with _opening(file):
            if name not in needed:
                sheets[name] = SheetTexts(read=file.is_file() and file.stat().st_size == 0)
                continue
            if not file.is_file():
                raise OSError  # a folder, or a link that leads nowhere
            size += file.stat().st_size
            if size > FILE_LIMIT:
                raise Refused("te-groot")
            content = file.read_bytes()
        sheets[name] = _read_csv(name, content)
    return Book(sheets)


@contextmanager
def _opening(file: Path) -> Iterator[None]:
    """Says which of the files it is that cannot be opened."""
    try:
        yield
    except OSError:
        raise Refused("csv-niet-te-openen", os.fsencode(file.name).decode(errors="replace")) from None


_AFTER_ALL = "\ufdd0"  # no character: a last row of its own shows that all quotes before it were closed


def _read_csv(name: str, content: bytes) -> SheetTexts:
    """One .csv as text, separated by semicolon, comma or tab."""
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
    return max(";,\t", key=lambda sign: (sum(sign in line for line in lines), sum(line.count(sign) for line in lines)))


# ── A snapshot ───────────────────────────────────────────────────────────────────────────────────────────────


def _read_snapshot(content: bytes) -> Book:
    """A state that ``lrn.register.snapshot`` kept: a line per filled cell, put back where it stood."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(io.BytesIO(content))
        if file.metadata.num_rows > CELL_LIMIT:
            raise Refused("te-groot")
        about = json.loads((file.schema_arrow.metadata or {})[b"lrn"])
        origin, modified, names = (about[key] for key in ("bestand", "gewijzigd", "werkbladen"))
        if not all(isinstance(text, str) for text in (origin, modified, *names)) or len(names) > SHEETS_LIMIT:
            raise Refused("stand-beschadigd")
        if datetime.fromisoformat(modified).tzinfo is not None:
            raise Refused("stand-beschadigd")
        table = file.read(columns=["werkblad", "rij", "kolom", "tekst"]).cast(
            pa.schema([("werkblad", pa.string()), ("rij", pa.int64()), ("kolom", pa.int64()), ("tekst", pa.string())])
        )
        return Book(_put_back(names, [column.to_pylist() for column in table.columns]), origin, modified)
    except MemoryError:  # also Arrow's
        raise Refused("te-groot") from None
    except (pa.ArrowException, OSError, KeyError, TypeError, ValueError, RecursionError):
        raise Refused("stand-beschadigd") from None


def _put_back(names: list[str], lines: list[list[Any]]) -> dict[str, SheetTexts]:
    """The sheets called *names*, with the cells of *lines* (four lists: sheet, row, column, text) where they stood."""
    sheets = {name: SheetTexts() for name in names}
    cells: dict[str, list[tuple[int, int, str]]] = {}
    for name, row, column, text in zip(*lines, strict=True):
        if name not in sheets or text is None or not (1 <= row <= ROW_LIMIT and 1 <= column <= COLUMN_LIMIT):
            raise Refused("stand-beschadigd")
        cells.setdefault(name, []).append((row, column, text))
    room = CELL_LIMIT
    for name, filled in cells.items():
        height, width = max(row for row, _, _ in filled), max(column for _, column, _ in filled)
        room -= height * width
        if room < 0:
            raise Refused("te-groot")
        columns = [[""] * height for _ in range(width)]
        for row, column, text in filled:
            columns[column - 1][row - 1] = text
        sheets[name] = SheetTexts(columns)
    return sheets
