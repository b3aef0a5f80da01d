"""Keeps a state of the register as one dated Parquet file, finds the states that were kept, and reads them again.

What is kept are the texts of the workbook's cells, not what they were taken to mean: read again they are checked by
the same rules as today's register, so that two states are compared by one definition. A line per filled cell:
``werkblad``, ``rij`` and ``kolom`` (from 1, as in Excel), ``tekst``. Contact columns, columns that are not in the
contract, e-mail addresses and telephone numbers stay behind.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lrn import texts
from lrn.register import columns as c
from lrn.register.checking.excel_made import IDENTITIES, as_typed
from lrn.register.checking.outline import outline
from lrn.register.reading.book import Book, SheetTexts
from lrn.register.reading.limits import CELL_LIMIT, COLUMN_LIMIT, ROW_LIMIT, SHEETS_LIMIT
from lrn.register.reading.xlsx import Refused
from lrn.register.values.cell import taker
from lrn.register.values.personal import without_addresses

_NAME = re.compile(r"^(\d{4}-\d{2}-\d{2}(?:T\d{6})?) (.+)\.parquet$")


@dataclass(frozen=True, order=True)
class Snapshot:
    """A kept state: the moment that the workbook was last changed, what the workbook was called, and the file."""

    modified: datetime
    name: str
    path: Path

    @property
    def key(self) -> str:
        """What tells it from the others in its folder: its file name without the ending."""
        return self.path.stem


def encode(book: Book, name: str, modified: str) -> bytes:
    """*book* as the bytes of a snapshot. *modified* (ISO 8601) is when the workbook called *name* was last changed."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = c.called(book.sheets)
    contract = {sheet.name: sheet for sheet in c.SHEETS}
    kept = {names[own]: texts for own, texts in book.sheets.items() if names[own] in contract}
    lines = [(called, *cell) for called, texts in kept.items() for cell in _cells(contract[called], texts)]
    sheets = list(kept)
    if c.VOORBEELD_BLAD in names.values():
        sheets.append(c.VOORBEELD_BLAD)  # what is invented stays marked as such
    about = {"bestand": book.origin or name, "gewijzigd": book.modified or modified, "werkbladen": sheets}
    columns = list(zip(*lines, strict=True)) or [(), (), (), ()]
    schema = pa.schema(
        [("werkblad", pa.string()), ("rij", pa.int32()), ("kolom", pa.int16()), ("tekst", pa.string())],
        metadata={"lrn": json.dumps(about)},
    )
    arrays = [pa.array(values, kind.type) for values, kind in zip(columns, schema, strict=True)]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()


def _cells(sheet: c.Sheet, texts: SheetTexts) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of the cells of *sheet* that may be kept: the headings, and the columns of the contract.

    A merged cell has its value on each row, and rows of totals and notes stay behind: a snapshot does not tell which
    those are.
    """
    found = outline(sheet, texts)
    texts, headers = found.texts, found.headers
    if headers is None:
        return
    no_data = {*found.totals, *found.notes}
    positions = {position: column for column, position in headers.known.items() if not column.contact}
    # A long number is no telephone there.
    identities = {position for position, column in positions.items() if column.kind in IDENTITIES}
    rows = range(headers.row, texts.height)
    for position in sorted([*positions, *headers.numbered.values()]):
        cells = texts.columns[position][headers.row :]
        if (column := positions.get(position)) and taker(column):
            cells, _ = as_typed(texts, column, rows, position, cells)  # a name is kept as one sees it
        for row, text in enumerate(cells, start=headers.row + 1):
            shown = text or texts.errors.get((row - 1, position), "")
            if shown.strip() and row - 1 not in no_data:
                yield row, position + 1, shown if position in identities else without_addresses(shown)


def decode(content: bytes) -> Book:
    """The workbook of which :func:`encode` made *content*, each cell where it stood. Raises :class:`Refused`."""
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


def file_name(name: str, modified: datetime) -> str:
    """What a snapshot of the workbook called *name* is called: "2026-10-01T140500 register.parquet"."""
    return f"{modified:%Y-%m-%dT%H%M%S} {Path(name).stem}.parquet"


def keep(content: bytes, folder: Path, name: str, modified: datetime) -> Path:
    """Write a snapshot in *folder*, whole or not at all; the same state of the workbook gets the same name."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file_name(name, modified)
    half = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        half.write_bytes(content)
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)
    return path


def find(folder: Path) -> list[Snapshot]:
    """The snapshots in *folder*, the newest first; files with another name are no snapshots. Raises ``OSError``."""
    return sorted((found for path in folder.iterdir() if (found := named(path)) and path.is_file()), reverse=True)


def from_environment() -> list[Snapshot]:
    """The snapshots in the folder that ``LRN_SNAPSHOTS`` names, the newest first; none without such a folder."""
    from lrn import settings  # the child that reads a workbook does without

    folder = settings.now().snapshots
    if folder is None:
        return []
    try:
        return find(folder)
    except OSError:
        return []


def names(states: Iterable[Snapshot]) -> dict[str, Snapshot]:
    """*states* by what they are called on screen: the moment and the workbook, of more in a minute the second too."""
    kept = list(states)
    minutes = Counter((state.modified.replace(second=0), state.name) for state in kept)
    found: dict[str, Snapshot] = {}
    for state in kept:
        moment = texts.moment(state.modified)
        if minutes[state.modified.replace(second=0), state.name] > 1:
            moment += state.modified.strftime(":%S")
        name = f"{moment} ({state.name})"
        found[name if name not in found else state.key] = state  # of a file without a time of day, and one at 0:00
    return found


def named(path: Path) -> Snapshot | None:
    """The snapshot that a file called as *path* is, whether it is there or not; None when it is not called so."""
    if m := _NAME.match(path.name):
        with contextlib.suppress(ValueError):  # 30 February: not one of ours
            return Snapshot(datetime.fromisoformat(m[1]), m[2], path)
    return None
