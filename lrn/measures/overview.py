"""The compact set: how much there is, how that was before, and what came and went since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lrn import texts
from lrn import vocabulary as v
from lrn.filters import on_network_theme
from lrn.measures.compare.earlier import Earlier
from lrn.measures.rows.evidence import Evidence
from lrn.once import once
from lrn.register.model import Register
from lrn.selection import Selection, matches, undated


@dataclass(frozen=True)
class Totals:
    """Counts of one selection; ``aandeel_netwerkthema`` is a share (0–1), None without activities."""

    activiteiten: int
    partners: int
    verbindingslijnen: int
    netwerkthema: int

    @property
    def aandeel_netwerkthema(self) -> float | None:
        """Share of the activities that is on the netwerkthema."""
        return self.netwerkthema / self.activiteiten if self.activiteiten else None


@dataclass(frozen=True)
class Change:
    """A selection on its ``peildatum`` beside how it was ``earlier``, and what came and went between.

    ``totals`` are those of then. ``erbij`` is what is counted now and was not then, ``voorbij`` the reverse; so
    ``totals`` + ``erbij`` − ``voorbij`` is what there is now. ``undated``: how many activities cannot be placed in time
    (:func:`lrn.selection.undated`), and count on no day.
    """

    peildatum: date
    earlier: Earlier
    totals: Totals
    erbij: Totals
    voorbij: Totals
    undated: int

    @property
    def told(self) -> str:
        """With what is compared, and what came and went: verschil met 30 september 2026: 2 activiteiten erbij, …"""
        balance = texts.balance(self.erbij.activiteiten, self.voorbij.activiteiten)
        return f"verschil met {self.earlier.what}: {balance}"


COUNTED = {
    "activiteiten": Evidence(),
    "partners": Evidence("partners"),
    "verbindingslijnen": Evidence("verbindingslijnen"),
    "netwerkthema": Evidence.of(thema=v.NETWERKTHEMA.code),
}
"""What each of the totals counts."""


def totals(selected: Register) -> Totals:
    """Activities, partners taking part, lines, and activities on the netwerkthema in *selected*."""
    return Totals(**{name: len(found) for name, found in members(selected).items()})


@once
def change(register: Register, selected: Register, selection: Selection, earlier: Earlier | None) -> Change | None:
    """How *selected* (the whole *register* narrowed to *selection*) was ``earlier``; None when that is None."""
    if earlier is None or selection.peildatum is None:
        return None
    now, then = members(selected), members(earlier.selected(register, selection))
    return Change(
        selection.peildatum,
        earlier,
        Totals(**{name: len(found) for name, found in then.items()}),
        Totals(**{name: len(now[name] - then[name]) for name in now}),
        Totals(**{name: len(then[name] - now[name]) for name in now}),
        undated_among(earlier.register or register, selection),
    )


def undated_among(register: Register, selection: Selection) -> int:
    """How many activities that meet the filters of *selection*, whatever the date, count on no day at all."""
    return int((undated(register.activiteiten) & matches(selection.on(None), register)).sum())


def members(selected: Register) -> dict[str, set[str]]:
    """The IDs that each of the totals counts."""
    frame = selected.activiteiten
    return {
        "activiteiten": set(frame["id"]),
        "partners": set(selected.partners["id"]),
        "verbindingslijnen": set(selected.verbindingslijnen["id"]),
        "netwerkthema": set(frame.loc[on_network_theme(frame), "id"]),
    }
