"""Turns a workbook into texts. Runs in a child process, and does without pandas: importing that takes half a second.

A file of 2 kB can make a spreadsheet reader abort or fill the memory, so the server never parses one itself:
``lrn.register.read`` starts ``lrn.register.worker`` with a deadline and a limit on memory, and that calls this.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from lrn.register import scan

FILE_LIMIT = 100 * 1024**2  # bytes as stored
UNPACKED_LIMIT = 600 * 1024**2  # bytes of XML inside an .xlsx or .ods
ENTRIES_LIMIT = 5_000
SHEETS_LIMIT = 200
ROW_LIMIT = scan.LAST_ROW
CELL_LIMIT = 10_000_000  # rows × columns of all sheets together

ZIP, CFB, PARQUET = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1"


class Refused(Exception):
    """Not a readable workbook. Its text is a reason that ``lrn.texts`` has a sentence for, ``where`` a cell or sheet."""

    def __init__(self, reason: str, where: str = "") -> None:
        super().__init__(reason)
        self.where = where


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
    looks: dict[str, scan.Look] = {}
    if content.startswith(ZIP):
        looks = _look_before_reading(content, wanted)
    elif not content.startswith(CFB):
        raise Refused("geen-werkmap")
    elif "EncryptedPackage".encode("utf-16-le") in content:
        raise Refused("wachtwoord")
    return _read_cells(content, wanted, looks)


# ── Before reading ───────────────────────────────────────────────────────────────────────────────────────────


def _look_before_reading(content: bytes, wanted: Wanted) -> dict[str, scan.Look]:
    """What the XML of each sheet says; refuses a zip that unpacks to more, or reaches further, than a register can."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
        if len(entries) > ENTRIES_LIMIT or sum(entry.file_size for entry in entries) > UNPACKED_LIMIT:
            raise Refused("te-groot")
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refused("wachtwoord")
        parts = scan.sheet_parts(archive)
        needed = wanted(list(parts))
        looks = {}
        for name, part in parts.items():
            if name in needed:
                looks[name] = scan.look(archive.read(part))
            else:
                looks[name] = scan.Look(filled=scan.is_filled(archive, part))
    # zipfile gives each of these for one kind of broken archive or another.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise Refused("beschadigd") from None
    for name, look in looks.items():
        if look.too_far:
            raise Refused("te-ver", f"{name}!{look.too_far}")
    return looks


# ── With calamine ────────────────────────────────────────────────────────────────────────────────────────────


def _read_cells(content: bytes, wanted: Wanted, looks: dict[str, scan.Look]) -> Book:
    """The cells of a workbook of any kind that calamine reads: .xlsx, .xlsm, .xlsb, .xls, .ods."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = [sheet.name for sheet in book.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
        if len(names) > SHEETS_LIMIT:
            raise Refused("te-veel-bladen")
        needed = wanted(names)
        sheets = {}
        size = 0
        for name in names:
            look = looks.get(name)
            if name not in needed and look is not None:
                sheets[name] = SheetTexts(read=not look.filled)
                continue
            sheet = book.get_sheet_by_name(name)
            height, width = (n + 1 for n in sheet.end or (-1, -1))
            if name not in needed:
                sheets[name] = SheetTexts(read=height == 0)
                continue
            size += height * width
            if height > ROW_LIMIT:
                raise Refused("te-veel-rijen", name)
            if size > CELL_LIMIT:
                raise Refused("te-groot")
            rows = sheet.to_python(skip_empty_area=False)
            look = look or scan.Look()
            sheets[name] = SheetTexts(_columns(rows), look.errors, look.uncalculated)
        return Book(sheets)
    except Refused:
        raise
    except MemoryError:
        raise Refused("te-groot") from None
    except BaseException as error:  # a panic in the Rust reader is not an Exception
        raise Refused("wachtwoord" if "password" in str(error).lower() else "beschadigd") from error


def _columns(rows: list[list[Any]]) -> list[list[str]]:
    """The columns of *rows*, every cell as text."""
    columns = []
    for cells in zip(*rows, strict=True):
        kinds = set(map(type, cells))
        if kinds == {str}:
            columns.append(list(cells))
        elif datetime in kinds:  # a day stands there many times
            known = {cell: _text(cell) for cell in set(cells)}
            columns.append([known[cell] for cell in cells])
        else:
            columns.append([cell if type(cell) is str else _text(cell) for cell in cells])
    return columns


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
    files = {file.stem: file for file in sorted(path.iterdir()) if file.suffix.lower() == ".csv" and file.is_file()}
    if not files:
        raise Refused("lege-map")
    if len(files) > SHEETS_LIMIT:
        raise Refused("te-veel-bladen")
    if sum(file.stat().st_size for file in files.values()) > FILE_LIMIT:
        raise Refused("te-groot")
    needed = wanted(list(files))
    sheets = {name: _read_csv(name, file) for name, file in files.items() if name in needed}
    rest = {name: SheetTexts(read=file.stat().st_size == 0) for name, file in files.items() if name not in needed}
    return Book(sheets | rest)


def _read_csv(name: str, path: Path) -> SheetTexts:
    """One .csv as text; UTF-8, UTF-16 or Windows-1252, separated by semicolon, comma or tab."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    head = "\n".join(text.splitlines()[:20])  # a title may stand above the headings
    separator = max(";,\t", key=head.count)
    csv.field_size_limit(10_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise Refused("beschadigd") from None
    if len(rows) > ROW_LIMIT:
        raise Refused("te-veel-rijen", name)
    if len(rows) * max(map(len, rows), default=0) > CELL_LIMIT:
        raise Refused("te-groot")
    return SheetTexts([list(column) for column in zip_longest(*rows, fillvalue="")])


# ── A snapshot ───────────────────────────────────────────────────────────────────────────────────────────────


def _read_snapshot(content: bytes) -> Book:
    """A state that ``lrn.register.snapshot`` kept: a line per filled cell, put back where it stood."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(io.BytesIO(content))
        if file.metadata.num_rows > CELL_LIMIT:
            raise Refused("te-groot")
        table = file.read(columns=["werkblad", "rij", "kolom", "tekst"])
        about = json.loads((table.schema.metadata or {})[b"lrn"])
        lines = zip(*(table.column(name).to_pylist() for name in table.column_names), strict=True)
        sheets: dict[str, SheetTexts] = {name: SheetTexts() for name in about["werkbladen"]}
        cells: dict[str, list[tuple[int, int, str]]] = {}
        for name, row, column, text in lines:
            if not (1 <= row <= ROW_LIMIT and 1 <= column <= scan.LAST_COLUMN):
                raise Refused("beschadigd")
            cells.setdefault(name, []).append((row, column, text))
        for name, filled in cells.items():
            height, width = max(row for row, _, _ in filled), max(column for _, column, _ in filled)
            if height * width > CELL_LIMIT:
                raise Refused("te-groot")
            columns = [[""] * height for _ in range(width)]
            for row, column, text in filled:
                columns[column - 1][row - 1] = text
            sheets[name] = SheetTexts(columns)
        return Book(sheets, origin=about["bestand"], modified=about["gewijzigd"])
    except (pa.ArrowException, OSError, KeyError, TypeError, ValueError):
        raise Refused("beschadigd") from None
