"""Lessons along the lines: what was learned at one knooppunt, offered where it could be of use."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lrn import vocabulary as v
from lrn.measures.network.common import INGREDIENT, THEMA, Common, in_words, reached
from lrn.register.model import Register
from lrn.register.values.personal import without_addresses
from lrn.selection import Selection, apply

MOST = 5
"""For how many activities a lesson is offered, and how many lessons to an activity."""

COLUMNS = ["les_van", "les_van_naam", "les_van_plaats", "les", "voor", "voor_naam", "voor_plaats", "punten", "reden"]


class Lessons:
    """The lessons (Opbrengst) of the activities of *selection*, and for whom each could be of use.

    A lesson is offered to an activity in another place (*Zonder plaats* is none) that shares a theme or an ingredient
    with the one that learned it, and that cannot be reached from there in two steps yet, along lines and by shared
    partners. It can be offered to all that is active on the peildatum, and so can be heard from all. Who has most in
    common comes first, by the points of :data:`lrn.measures.network.common.WEIGHTS`; then in the order of the workbook.
    """

    def __init__(self, register: Register, selection: Selection) -> None:
        everything = apply(Selection(peildatum=selection.peildatum), register)
        frame = everything.activiteiten.reset_index(drop=True)
        self._frame = frame.assign(
            naam=frame["naam"].map(without_addresses),
            les=[without_addresses(text) if isinstance(text, str) else "" for text in frame["opbrengst"]],
        )
        self._row = {identity: row for row, identity in enumerate(frame["id"])}
        self._common = Common(everything, list(frame["id"]))
        self._points = self._common.points(THEMA, INGREDIENT)
        place = frame["plaats"].to_numpy()
        apart = (place[:, None] != place) & ((place != v.ZONDER)[:, None] & (place != v.ZONDER))
        here = frame["id"].isin(apply(selection, register).activiteiten["id"]).to_numpy()
        joined = reached(everything, list(frame["id"]))
        learned = (self._frame["les"] != "").to_numpy()
        self._asked = here
        self._fits = np.where(apart & ~joined & learned[:, None], self._points, 0)

    @property
    def all(self) -> pd.DataFrame:
        """The activities in view with a lesson, in the order of the workbook: id, naam, plaats, les, voor.

        ``voor`` is how many activities it could be of use to.
        """
        learned = self._asked & (self._frame["les"] != "").to_numpy()
        amounts = (self._fits > 0).sum(axis=1)
        return (
            self._frame.assign(voor=amounts)
            .loc[learned, ["id", "naam", "plaats", "les", "voor"]]
            .reset_index(drop=True)
        )

    def who_can_use(self, identity: str, *, most: int = MOST) -> pd.DataFrame:
        """*Wie kan dit gebruiken?* The activities that the lesson of *identity* could help, the likeliest first.

        Columns: :data:`COLUMNS` (les_van and voor are IDs, places are codes, reden says what they share); empty where
        there is no lesson, or no activity with that ID.
        """
        row = self._row.get(identity)
        return self._told([]) if row is None else self._told([(row, other) for other in _best(self._fits[row], most)])

    def what_others_learned(self, identity: str, *, most: int = MOST) -> pd.DataFrame:
        """*Wat leerden anderen?* The lessons of others that could be of use to *identity*, as :meth:`who_can_use`."""
        row = self._row.get(identity)
        if row is None:
            return self._told([])
        return self._told([(other, row) for other in _best(self._fits[:, row], most)])

    def _told(self, pairs: list[tuple[int, int]]) -> pd.DataFrame:
        frame = self._frame
        rows = [
            (
                *(frame[name].iat[learned] for name in ("id", "naam", "plaats", "les")),
                *(frame[name].iat[uses] for name in ("id", "naam", "plaats")),
                int(self._points[learned, uses]),
                in_words(self._common.of(learned, uses)),
            )
            for learned, uses in pairs
        ]
        return pd.DataFrame(rows, columns=COLUMNS)


def _best(points: np.ndarray, most: int) -> list[int]:
    """The positions of the *most* highest *points* above zero, the first of equals first."""
    order = np.argsort(-points, kind="stable")[:most]
    return [int(position) for position in order if points[position] > 0]
