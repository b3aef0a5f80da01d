"""What activities have in common, and whether they are joined already: why a line or a lesson would be of use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network.graph import ACTIVITEIT, graph, node, participations
from lrn.measures.themes import ALL_THEMES, NETWERK, theme_label, themes_of
from lrn.register.model import Register

THEMA, NETWERKTHEMA, SOORT, INGREDIENT, LOS = "thema", "netwerkthema", "soort", "ingredient", "los"
WEIGHTS = {THEMA: 4, NETWERKTHEMA: 2, SOORT: 2, INGREDIENT: 1, LOS: 2}
"""What counts for how much: each societal theme that two activities share, the netwerkthema, each kind of partner and
ingredient, and each of the two that has no line yet. :data:`SCORE` says so in words."""

SCORE = (
    f"Wat twee activiteiten delen, geteld. Elk gedeeld maatschappelijk thema telt voor {WEIGHTS[THEMA]}, het "
    f"netwerkthema voor {WEIGHTS[NETWERKTHEMA]}, elke soort partner die aan beide meedoet voor {WEIGHTS[SOORT]}, elk "
    f"gedeeld ingrediënt voor {WEIGHTS[INGREDIENT]}, en elk van de twee die nog geen lijn naar een activiteit heeft "
    f"voor {WEIGHTS[LOS]}. Dat getal zegt alleen iets over het paar: activiteiten en partners krijgen geen cijfer."
)
NAMED = 2  # ingredients that are named; more are counted
_SAYS_NOTHING = (v.ONBEKEND, "anders")

Has = dict[str, tuple[Any, ...]]
"""What two activities share: codes of themes and of kinds of partner, and numbers of ingredients."""


class Common:
    """What the activities *ids* of *selected* have in common, each with each, in that order."""

    def __init__(self, selected: Register, ids: Sequence[str]) -> None:
        ingredients = selected.ingredienten[["activiteit", "nr"]].itertuples(index=False, name=None)
        asked: tuple[tuple[str, Sequence[Any], Iterable[tuple[Any, ...]]], ...] = (
            (THEMA, ALL_THEMES, _said(themes_of(selected))),
            (SOORT, v.PARTNERSOORTEN.codes, _kinds(selected)),
            (INGREDIENT, tuple(v.INGREDIENT), ingredients),
        )
        self._codes = {kind: codes for kind, codes, _ in asked}
        self._rows = {kind: _matrix(ids, codes, pairs) for kind, codes, pairs in asked}

    def points(self, *kinds: str) -> np.ndarray:
        """The points (:data:`WEIGHTS`) of what each two share, a square; *kinds* narrows it to some of the three."""
        asked = kinds or tuple(self._rows)
        weighed = np.hstack([self._rows[kind] * _weights(kind) for kind in asked])
        return np.asarray(weighed @ np.hstack([self._rows[kind] for kind in asked]).T)

    def of(self, one: int, other: int) -> Has:
        """What two activities share, by their positions."""
        return {
            kind: tuple(code for code, both in zip(self._codes[kind], rows[one] * rows[other], strict=True) if both)
            for kind, rows in self._rows.items()
        }


def reached(selected: Register, ids: Sequence[str]) -> np.ndarray:
    """Which two of *ids* are joined in at most two steps, through whatever is in the graph of *selected*."""
    joined = graph(selected)
    row = {node(ACTIVITEIT, identity): n for n, identity in enumerate(ids)}
    found = np.zeros((len(ids), len(ids)), dtype=bool)
    for name in joined:
        near = [row[other] for other in (name, *joined[name]) if other in row]
        if len(near) > 1:  # what has one neighbour in common is two steps apart
            found[np.ix_(near, near)] = True
    return found


def in_words(has: Has) -> str:
    """What two activities share, as a sentence: Beide gaan over zorg en noemen ‘Leren’."""
    said = []
    if themes := has[THEMA]:
        said.append(f"gaan over {texts.listing(theme_label(code).lower() for code in themes)}")
    if kinds := has[SOORT]:
        said.append(f"hebben partners van de soort {texts.listing(map(v.kind_in_sentence, kinds))}")
    if numbers := has[INGREDIENT]:
        named = [f"‘{v.INGREDIENT[nr].kort}’" for nr in numbers]
        said.append(f"noemen {texts.listing(named)}" if len(named) <= NAMED else f"delen {len(named)} ingrediënten")
    return f"Beide {texts.listing(said)}."


def _weights(kind: str) -> np.ndarray | int:
    """What each column of the matrix of *kind* weighs."""
    if kind != THEMA:
        return WEIGHTS[kind]
    return np.array([WEIGHTS[NETWERKTHEMA if code == NETWERK else THEMA] for code in ALL_THEMES], dtype=np.float32)


def _said(themes: pd.DataFrame) -> Iterable[tuple[Any, ...]]:
    kept = themes.loc[~themes["thema"].isin(_SAYS_NOTHING), ["activiteit", "thema"]]
    return kept.itertuples(index=False, name=None)


def _kinds(selected: Register) -> Iterable[tuple[str, Any]]:
    kinds = dict(zip(selected.partners["id"], selected.partners["soort"], strict=True))
    return ((activity, kinds[partner]) for activity, partner in participations(selected))


def _matrix(ids: Sequence[str], codes: Iterable[Any], pairs: Iterable[tuple[Any, ...]]) -> np.ndarray:
    """Which of *ids* have which of *codes*, by *pairs* of those: a row for each ID, 0 or 1."""
    row, column = ({key: n for n, key in enumerate(keys)} for keys in (ids, codes))
    found = np.zeros((len(row), len(column)), dtype=np.float32)  # of floats numpy multiplies matrices many times faster
    for identity, code in pairs:
        if identity in row and code in column:
            found[row[identity], column[code]] = 1
    return found
