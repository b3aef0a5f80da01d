"""What stands in a column: the first of its values that differ, and what it says when some of these fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from lrn.register.values.cell import is_empty_mark

LOOK = 1_000  # cells of a column that are looked at
SAMPLE = 60  # different values that are judged
LONGEST = 500  # characters of a value; one that is longer is a text and nothing else
ENOUGH = 3  # values that prove something by themselves


class Fit(NamedTuple):
    """How many of the values that were judged fit a column, as how many different things, and what is said of them
    in Dutch, of many and of one ("zijn gemeenten|is een gemeente"). ``cells`` are filled with them."""

    fitting: int
    judged: int
    things: int
    what: str
    cells: int = 0

    @property
    def share(self) -> float:
        """The part of the values that fits, from 0 to 1."""
        return self.fitting / self.judged if self.judged else 0.0

    @property
    def proves(self) -> bool:
        """Whether this tells what the column is, whatever it is called."""
        enough = self.fitting >= ENOUGH or self.cells >= 2 * ENOUGH  # a yes and a no, but of many rows
        return self.share >= 0.6 and self.things >= 2 and enough

    @property
    def agrees(self) -> bool:
        """Whether the values fit what the column is called."""
        return self.share >= 0.3

    @property
    def denies(self) -> bool:
        """Whether hardly a value fits, so that the column must be something else than it is called."""
        return (self.judged >= ENOUGH or self.cells >= 2 * ENOUGH) and self.share < 0.1

    @property
    def why(self) -> str:
        """In Dutch: "16 van de 20 waarden zijn gemeenten"; "" of a single value."""
        values = "bekeken waarden" if self.judged == SAMPLE else "waarden"
        if self.judged == 1:
            return ""
        every = "beide" if self.judged == 2 else f"alle {self.judged}"
        of = every if self.fitting == self.judged else f"{self.fitting} van de {self.judged}"
        many, _, one = self.what.partition("|")
        return f"{of} {values} {one if self.fitting == 1 else many}"


@dataclass(frozen=True)
class ColumnSample:
    """The first cells of a column: ``values`` are those that differ (the first ``SAMPLE`` of them), ``filled`` how
    many cells were filled, ``different`` with how many different values."""

    values: tuple[str, ...]
    filled: int
    different: int

    @cached_property
    def lengths(self) -> list[int]:
        """The number of characters of each value."""
        return [len(value) for value in self.values]

    @cached_property
    def unique(self) -> float:
        """How many different values there are for each filled cell, 1 where none comes twice."""
        return self.different / self.filled if self.filled else 0.0


def evidence(cells: Iterable[str]) -> ColumnSample:
    """What stands in *cells*, those below a heading."""
    looked = Counter(cell[:LONGEST].strip() for cell in islice(cells, LOOK))
    filled = {text: amount for text, amount in looked.items() if text and not is_empty_mark(text)}
    return ColumnSample(tuple(islice(filled, SAMPLE)), sum(filled.values()), len(filled))
