"""One state of the register in a comparison: which register, and in which selection it is seen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import Any

import pandas as pd

from lrn.register.model import Register
from lrn.selection import Selection, apply, matches, undated


@dataclass(frozen=True)
class State:
    """One side of a comparison: a whole register, and the selection (with its peildatum) in which it is seen."""

    register: Register
    selection: Selection

    @cached_property
    def selected(self) -> Register:
        """The register narrowed to the selection: what is counted in this state."""
        return apply(self.selection, self.register)

    @cached_property
    def rows(self) -> pd.DataFrame:
        """All activities of the register, by id; texts are plain objects and None when missing."""
        frame = self.register.activiteiten.set_index("id")
        frame.index = frame.index.astype(object)
        words = frame.select_dtypes(["object", "string"])
        return frame.assign(**words.astype(object).where(words.notna(), None))

    @cached_property
    def values(self) -> set[tuple[str, str, Any]]:
        """Every value in the columns with several of them: column, activity, value."""
        more, themes, numbers = self.register.kenmerken, self.register.themas, self.register.ingredienten
        return {
            *zip(more["veld"].tolist(), more["activiteit"].tolist(), more["waarde"].tolist(), strict=True),
            *zip(repeat("themas"), themes["activiteit"].tolist(), themes["thema"].tolist(), strict=False),
            *zip(repeat("ingredienten"), numbers["activiteit"].tolist(), numbers["nr"].tolist(), strict=False),
        }


def undated_between(before: State, after: State) -> int:
    """How many activities cannot be placed in time where a state is seen on a day before it was checked.

    They are afgerond or gestopt without an Einde, and count on no day before that (:func:`lrn.selection.active_on`).
    """
    found: set[str] = set()
    for state in (before, after):
        day, register = state.selection.peildatum, state.register
        if day is not None and day < register.status_of:
            frame = register.activiteiten
            found.update(frame.loc[undated(frame) & matches(state.selection.on(None), register), "id"])
    return len(found)


def rows_in(frame: pd.DataFrame, ids: pd.Series) -> pd.Series:
    """The row in the workbook of each of *ids*, Int64; missing where *frame* (by id, with ``rij``) has it not."""
    return pd.Series(frame["rij"].reindex(ids).to_numpy(), dtype="Int64")
