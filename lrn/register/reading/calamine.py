"""Has calamine read the cells of a workbook, and makes a text of each as the contract reads it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import orjson
from xlsxwriter.utility import xl_rowcol_to_cell

from lrn.register.reading.book import Book, SheetTexts, Wanted
from lrn.register.reading.kept import Columns, Kept, plain_text
from lrn.register.reading.limits import CELL_LIMIT, COLUMN_LIMIT, ROW_LIMIT, SHEETS_LIMIT
from lrn.register.reading.xlsx import Refused, SheetFacts, Span


def read_cells(
    content: bytes,
    wanted: Wanted,
    looks: dict[str, SheetFacts],
    *,
    kept: Callable[[str, Columns], Kept] = lambda name, columns: Kept(columns),
    others: bool = True,
) -> Book:
    """The sheets of the workbook in *content*, of any kind that calamine reads: .xlsx, .xlsm, .xlsb, .xls, .ods.

    *looks* tells by sheet what the reader hides, *kept* makes of the columns that are not all text what is kept of
    them. *others* says whether to tell of the sheets that are not wanted if anything stands on them. Raises
    :class:`Refused`.
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
            look = looks.get(name) or SheetFacts()
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
            columns, values = _columns(_rows(sheet, name))
            sheets[name] = SheetTexts(
                _whole(name, columns, height, width, look),
                look.errors,
                look.uncalculated,
                merged=look.merged or tuple(Span(*first, *last) for first, last in sheet.merged_cell_ranges or ()),
                totals=look.totals,
                sums=look.sums,
                kept=kept(name, values),
            )
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
        found: list[list[Any]] = sheet.to_python(skip_empty_area=False)
        return found
    except OverflowError:  # a duration of more days than Python counts: the one value that stops the reader
        rows = iter(sheet.iter_rows())
        number = sheet.start[0]
        while True:
            number += 1
            try:
                next(rows)
            except OverflowError:
                raise Refused("onmogelijke-tijd", f"{name}, rij {number}") from None


def _whole(name: str, columns: list[list[str]], height: int, width: int, look: SheetFacts) -> list[list[str]]:
    """*columns* made *height* by *width*, without the text of a cell that holds an error, up to the last column that a
    register may have; refuses a text beyond it."""
    for column in columns:
        column += [""] * (height - len(column))
    columns += ([""] * height for _ in range(width - len(columns)))
    for row, position in look.errors:
        columns[position][row] = ""  # an .ods has a 0 there
    for position, column in enumerate(columns[COLUMN_LIMIT:], start=COLUMN_LIMIT):
        for row, text in enumerate(column):
            if text:
                raise Refused("te-ver", f"{name}!{xl_rowcol_to_cell(row, position)}")
    return columns[:COLUMN_LIMIT]


def _columns(rows: list[list[Any]]) -> tuple[list[list[str]], Columns]:
    """The columns of *rows*, every cell as text; and by position the cells of those that are not all text."""
    columns = []
    values: Columns = {}
    for position, cells in enumerate(zip(*rows, strict=True)):
        try:
            "".join(cells)  # refuses all but texts, and is ten times as quick as asking each cell for its type
        except TypeError:
            columns.append(_as_texts(cells))
            values[position] = cells
        else:
            columns.append(list(cells))
    return columns, values


def _as_texts(cells: Sequence[Any]) -> list[str]:
    """The texts of *cells*, as ``plain_text`` gives them; of all at once, as each takes its time."""
    kinds = set(map(type, cells))
    if not kinds & {int, bool, float}:  # what is equal has the same text, and a day stands there many times
        return list(map(_Texts().__getitem__, cells))
    if kinds <= {str, float}:
        texts = iter(_number_texts([cell for cell in cells if type(cell) is float]))
        return [cell if type(cell) is str else next(texts) for cell in cells]
    return list(map(plain_text, cells))


class _Texts(dict[Any, str]):
    """The text of each cell that was asked for."""

    def __missing__(self, cell: Any) -> str:
        return self.setdefault(cell, plain_text(cell))


def _number_texts(numbers: list[float]) -> list[str]:
    """The texts of *numbers*: between these two sizes orjson writes what ``repr`` does, ten times as quick."""
    written, sizes = orjson.dumps(numbers).decode(), list(map(abs, numbers))
    if "null" in written or min(sizes) < 1e-4 or max(sizes) >= 1e15:
        return list(map(plain_text, numbers))
    return [text.removesuffix(".0") for text in written[1:-1].split(",")]
