"""A workbook as texts, sheet by sheet: what reading gives, whatever kind of file it was, and checking takes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from lrn.register.reading.kept import Kept
from lrn.register.reading.xlsx import Position, Span


@dataclass(frozen=True)
class SheetTexts:
    """The cells of one sheet as text: ``columns`` from left to right, the first text of each being row 1.

    By (row, column), both from 0: ``errors`` holds the error that stands in a cell (#N/A), ``uncalculated`` the cells
    with a formula that was never worked out. Both are empty texts in ``columns``. ``read`` is False for a sheet of
    which no more is known than that something stands on it. ``merged``, ``totals`` and ``sums`` as in
    :class:`~lrn.register.reading.xlsx.SheetFacts`. ``kept`` tells of the cells that hold no text what they are, and
    how Excel shows them.
    """

    columns: list[list[str]] = field(default_factory=list)
    errors: dict[Position, str] = field(default_factory=dict)
    uncalculated: frozenset[Position] = frozenset()
    read: bool = True
    merged: tuple[Span, ...] = ()
    totals: frozenset[int] = frozenset()
    sums: frozenset[int] = frozenset()
    kept: Kept = field(default_factory=Kept)

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


Wanted = Callable[[Collection[str]], Collection[str]]
"""Tells which of the sheets with these names are those whose texts are needed."""
