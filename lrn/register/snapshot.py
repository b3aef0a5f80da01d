"""Keeps a state of the register as one dated Parquet file, and finds the states that were kept.

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
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lrn.register import columns as c
from lrn.register.headers import find_headers
from lrn.register.parse import Book, SheetTexts
from lrn.register.personal import without_addresses

PERSONAL = ("contactpersoon", "email")
IDENTITIES = (c.Kind.ID, c.Kind.ACTIVITY, c.Kind.PARTNER, c.Kind.ENDPOINT)  # a long number there is no telephone
_NAME = re.compile(r"^(\d{4}-\d{2}-\d{2}(?:T\d{6})?) (.+)\.parquet$")


@dataclass(frozen=True, order=True)
class Snapshot:
    """A kept state: the moment that the workbook was last changed, what the workbook was called, and the file."""

    modified: datetime
    name: str
    path: Path


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
    """Row, column and text of the cells of *sheet* that may be kept: the headings, and the columns of the contract."""
    headers = find_headers(sheet, texts)
    if headers is None:
        return
    positions = {position: column for column, position in headers.known.items() if column.field not in PERSONAL}
    identities = {position for position, column in positions.items() if column.kind in IDENTITIES}
    for position in sorted([*positions, *headers.numbered.values()]):
        for row, text in enumerate(texts.columns[position][headers.row :], start=headers.row + 1):
            shown = text or texts.errors.get((row - 1, position), "")
            if shown.strip():
                yield row, position + 1, shown if position in identities else without_addresses(shown)


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
    found = []
    for path in folder.iterdir():
        if (m := _NAME.match(path.name)) and path.is_file():
            with contextlib.suppress(ValueError):  # 30 February: not one of ours
                found.append(Snapshot(datetime.fromisoformat(m[1]), m[2], path))
    return sorted(found, reverse=True)
