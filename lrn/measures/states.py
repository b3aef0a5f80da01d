"""One state of the register in a comparison: which register, and in which selection it is seen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import Any

import pandas as pd

from lrn.measures.overview import ended_since
from lrn.register.model import Register
from lrn.selection import Selection, apply


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


def ended_since_then(state: State) -> int:
    """How many activities *state* leaves out that ran on its peildatum by their dates, but have ended since.

    Status is that of the workbook's own day. So a look back with today's workbook leaves out what is afgerond or
    gestopt now, and does not see it as voorbij either. 0 without a peildatum.
    """
    day = state.selection.peildatum
    if day is None:
        return 0
    ever = apply(state.selection.on(None), state.register).activiteiten
    return int(ended_since(ever, day).sum())


def rows_in(frame: pd.DataFrame, ids: pd.Series) -> pd.Series:
    """The row in the workbook of each of *ids*, Int64; missing where *frame* (by id, with ``rij``) has it not."""
    return pd.Series(frame["rij"].reindex(ids).to_numpy(), dtype="Int64")
