"""Carries a checked register from the child process to the server: as Arrow, and there as pandas frames.

Arrow holds values and no code, so that whatever a hostile file made of the child cannot run in the server.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from lrn.register.checking.rows import RepeatedTexts
from lrn.register.model import Finding

if TYPE_CHECKING:
    import pandas as pd

    from lrn.register.checking.check import Checked
    from lrn.register.reading.book import Book

_TYPES = {
    **dict.fromkeys(("start", "einde", "bijgewerkt", "sinds"), pa.date32()),
    **dict.fromkeys(("breedtegraad", "lengtegraad"), pa.float64()),
    **dict.fromkeys(("rij", "nr", "row"), pa.int64()),
    **dict.fromkeys(("netwerkthema", "strategisch", "sure"), pa.bool_()),
}
_OWN_TYPES = {float: pa.float64(), bool: pa.bool_(), date: pa.date32(), datetime: pa.timestamp("s")}
SAMPLE = 1000  # values that tell whether the texts of a column come back
_MISSING_ALLOWED = ("netwerkthema", "strategisch")  # yes, no, or not filled in


def encode(checked: Checked) -> bytes:
    """The tables, the findings and what is set aside, as one Arrow stream after another."""
    out = io.BytesIO()
    for name, table in checked.tables.items():
        _write(out, name, list(table.items()))
    _write(out, "bevindingen", [(name, [f[n] for f in checked.findings]) for n, name in enumerate(Finding._fields)])
    for sheet, columns in checked.aside.items():
        _write(out, f"terzijde {sheet}", columns)
    return out.getvalue()


def decode(content: memoryview) -> dict[str, pd.DataFrame]:
    """The frames that :func:`encode` was given, by name: missing texts are None, dates ``datetime64``."""
    frames = {}
    buffer = pa.BufferReader(content)
    while buffer.tell() < len(content):
        table = pa.ipc.open_stream(buffer).read_all()
        frames[table.schema.metadata[b"name"].decode()] = _frame(table)
    return frames


def describe(checked: Checked, book: Book) -> dict[str, Any]:
    """What goes along with the tables of *checked*: rows by sheet, and what the workbook says of itself."""
    return {
        "rows": [asdict(rows) for rows in checked.rows],
        "is_sample": checked.is_sample,
        "formats": checked.formats,
        "read": checked.read,
        "origin": book.origin,
        "modified": book.modified,
    }


def _write(out: io.BytesIO, name: str, columns: Sequence[tuple[str, list[Any] | RepeatedTexts]]) -> None:
    own_names = name.startswith("terzijde ")
    types = [
        pa.int64() if own_names and n == 0 else _own_type(cells) if own_names else _TYPES.get(field, pa.large_string())
        for n, (field, cells) in enumerate(columns)
    ]
    arrays = [_array(values, kind) for (_, values), kind in zip(columns, types, strict=True)]
    headings = [_whole(field) for field, _ in columns]
    table = pa.table(arrays, names=headings).replace_schema_metadata({"name": _whole(name)})
    with pa.ipc.new_stream(out, table.schema) as stream:
        stream.write_table(table)


def _own_type(cells: list[Any] | RepeatedTexts) -> pa.DataType:
    """The type of a column of the workbook's own, whose cells are all of one kind."""
    first = next((cell for cell in cells if cell is not None), "") if isinstance(cells, list) else ""
    return _OWN_TYPES.get(type(first), pa.large_string())


def _array(values: list[Any] | RepeatedTexts, kind: pa.DataType) -> pa.Array:
    """The values as Arrow; texts that come back often once each, which is quicker to carry and smaller to keep."""
    if isinstance(values, RepeatedTexts):
        return pa.DictionaryArray.from_arrays(values.places, _plain_array(values.words, kind))
    array = _plain_array(values, kind)
    repeats = pa.types.is_large_string(kind) and len(set(values[:SAMPLE])) < min(SAMPLE, len(values)) / 2
    return array.dictionary_encode() if repeats else array


def _plain_array(values: list[Any], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([text if text is None else _whole(text) for text in values], kind)


def _whole(text: str) -> str:
    """*text* with � for half a character (a lone surrogate): Arrow cannot hold one, a name of a file may have it."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _frame(table: pa.Table) -> pd.DataFrame:
    import pandas as pd

    columns = [_series(field, column) for field, column in zip(table.schema, table.columns, strict=True)]
    frame = pd.DataFrame(dict(enumerate(columns)), copy=False)
    frame.columns = table.column_names  # two own columns may share a heading
    return frame


def _series(field: pa.Field, column: pa.ChunkedArray) -> pd.Series:
    import pandas as pd

    if pa.types.is_date(field.type) or pa.types.is_timestamp(field.type):
        days = column.cast(pa.timestamp("s")).to_numpy()
        return pd.Series(days, dtype="datetime64[s]")
    if pa.types.is_floating(field.type) or pa.types.is_integer(field.type):
        return pd.Series(column.to_numpy())
    if pa.types.is_boolean(field.type) and field.name not in _MISSING_ALLOWED and not column.null_count:
        return pd.Series(column.to_numpy(), dtype="bool")
    if pa.types.is_dictionary(field.type):
        whole = column.combine_chunks()
        words = np.array([*whole.dictionary.to_pylist(), None], dtype="object")
        return pd.Series(words[whole.indices.fill_null(-1).to_numpy()], dtype="object")
    return pd.Series(column.to_pylist(), dtype="object")
