"""Lines that are not there yet: two activities in different regions that have much in common and never meet.

A pair counts when the two are in different places of the network, share a theme, an ingredient or a kind of partner,
and cannot be reached from each other in two steps, along lines and by shared partners, municipalities or regions. Each
is a chance and a question. They are put in order by points (:data:`WEIGHTS`) that are told, and that nobody has to get.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network import skewer
from lrn.measures.network.graph import ACTIVITEIT, graph, lines_between, node, participations
from lrn.measures.themes import ALL_THEMES, NETWERK, theme_label, themes_of
from lrn.register.columns import VERBINDINGSLIJNEN
from lrn.register.model import Register
from lrn.register.values.personal import without_addresses
from lrn.selection import Selection, apply

THEMA, NETWERKTHEMA, SOORT, INGREDIENT, LOS = "thema", "netwerkthema", "soort", "ingredient", "los"
WEIGHTS = {THEMA: 4, NETWERKTHEMA: 2, SOORT: 2, INGREDIENT: 1, LOS: 2}
"""Points for each societal theme that two activities share, for the netwerkthema, for each kind of partner and each
ingredient, and for each of the two that has no line yet. :data:`SCORE` says so in words."""

SCORE = (
    f"Punten: {WEIGHTS[THEMA]} voor elk gedeeld maatschappelijk thema, {WEIGHTS[NETWERKTHEMA]} voor het netwerkthema, "
    f"{WEIGHTS[SOORT]} voor elke soort partner die aan beide meedoet, {WEIGHTS[INGREDIENT]} voor elk gedeeld "
    f"ingrediënt, en {WEIGHTS[LOS]} voor elk van de twee die nog geen lijn naar een activiteit heeft. "
    "Alleen om ze op volgorde te zetten."
)

MOST, PER_ACTIVITY = 50, 3
"""How many pairs are told, and in how many of them an activity can be: else a few rich ones would fill the list."""

NAMED = 3  # ingredients that a reason names

COLUMNS = [
    *("van", "naar", "van_naam", "naar_naam", "van_plaats", "naar_plaats", "score"),
    *("themas", "soorten", "ingredienten", "los", "reden", "vorm", "vorm_naam", "waarom"),
]
_SAYS_NOTHING = (v.ONBEKEND, "anders")


@dataclass(frozen=True)
class MissingLines:
    """``pairs`` are the first of them, best first, and ``amount`` is how many there are in all.

    Columns of ``pairs``: van, naar (IDs), van_naam, naar_naam, van_plaats, naar_plaats (codes), score; what they share:
    themas, soorten (tuples of codes), ingredienten (a tuple of numbers); los (a tuple of the IDs without a line to
    another activity); reden, in words; vorm (a code of :data:`lrn.vocabulary.LIJNVORMEN`), vorm_naam and waarom, why
    that form fits.
    """

    pairs: pd.DataFrame
    amount: int
    per_activity: int = PER_ACTIVITY

    @property
    def told(self) -> str:
        """How many there are and how many of them are listed, as a sentence."""
        if not self.amount:
            return "Er zijn geen twee activiteiten in verschillende regio's die iets delen en nog niet verbonden zijn."
        pairs = texts.count(self.amount, "paar activiteiten deelt", "paren activiteiten delen")
        first = f"{pairs} iets en {'is' if self.amount == 1 else 'zijn'} nog niet verbonden"
        if len(self.pairs) == self.amount:
            return f"{first}."
        listed = f"de {texts.number(len(self.pairs))} met de meeste aanknopingspunten"
        return f"{first}. Hieronder staan {listed}, met elke activiteit hooguit {texts.number(self.per_activity)} keer."


def missing_lines(
    register: Register, selection: Selection, *, most: int = MOST, per_activity: int = PER_ACTIVITY
) -> MissingLines:
    """The lines that are not there yet between activities of *selection*, those with most in common first.

    Of filters on place one of the two must be there, the other can be in any other region. What joins them already is
    looked for in all that is active on the peildatum, whatever the other filters. An activity is in *per_activity* of
    the *most* pairs that are told at most. Equal scores are in the order of the workbook.
    """
    asked = apply(selection.everywhere, register)
    frame = asked.activiteiten[asked.activiteiten["plaats"].isin(v.EIGEN_PLAATSEN)].reset_index(drop=True)
    frame = frame.assign(naam=frame["naam"].map(without_addresses))
    everything = apply(Selection(peildatum=selection.peildatum), register)
    ids = list(map(str, frame["id"]))
    shared = {
        THEMA: _matrix(ids, ALL_THEMES, _without(themes_of(asked), "thema")),
        SOORT: _matrix(ids, v.PARTNERSOORTEN.codes, _kinds(everything)),
        INGREDIENT: _matrix(ids, v.INGREDIENT, asked.ingredienten[["activiteit", "nr"]].itertuples(index=False)),
    }
    between = lines_between(everything)
    alone = ~np.isin(ids, [*between["van"], *between["naar"]])
    score = sum((rows * _points(kind)) @ rows.T for kind, rows in shared.items())
    place = frame["plaats"].to_numpy()
    here = np.isin(ids, list(apply(selection, register).activiteiten["id"]))
    counts = np.triu(np.asarray(score) > 0, 1) & (place[:, None] != place) & (here[:, None] | here)
    counts &= ~_reached(everything, ids)
    one, other = np.nonzero(counts)
    points = np.asarray(score)[one, other].astype(np.int16) + WEIGHTS[LOS] * (
        alone[one].astype(np.int16) + alone[other]
    )
    chosen = _first(one, other, np.argsort(-points, kind="stable"), most, per_activity)
    levels = skewer.levels(asked).loc[ids]
    rows = []
    for number in chosen:
        pair = int(one[number]), int(other[number])
        has = {
            THEMA: _both(ALL_THEMES, shared[THEMA], pair),
            SOORT: _both(v.PARTNERSOORTEN.codes, shared[SOORT], pair),
            INGREDIENT: _both(tuple(v.INGREDIENT), shared[INGREDIENT], pair),
        }
        loose = tuple(position for position in pair if alone[position])
        meets = levels.iloc[list(pair)].all()
        one_college = frame["college"].iloc[list(pair)].nunique(dropna=False) == 1
        known = bool(frame["college"].iloc[list(pair)].notna().all())
        form, why = _form(has[SOORT], meets, same_college=one_college and known)
        rows.append(
            (
                *(frame[name].iat[position] for name in ("id", "naam", "plaats") for position in pair),
                int(points[number]),
                *has.values(),
                tuple(ids[position] for position in loose),
                _reason(has, [str(frame["naam"].iat[position]) for position in loose]),
                form,
                v.LIJNVORMEN.label(form),
                why,
            )
        )
    return MissingLines(pd.DataFrame(rows, columns=COLUMNS), len(one), per_activity)


def as_lines(pairs: pd.DataFrame, register: Register) -> pd.DataFrame:
    """*pairs* of :func:`missing_lines` as rows of the sheet Verbindingslijnen, with its headings as columns.

    The IDs are new to *register*, Frequentie and Sinds are left to who makes the line, and Omschrijving is the reason.
    """
    known = set(register.verbindingslijnen["id"])
    free = (identity for n in range(1, len(known) + len(pairs) + 1) if (identity := f"NIEUW-{n:03}") not in known)
    given = {
        "id": [next(free) for _ in range(len(pairs))],
        "van": list(pairs["van"]),
        "naar": list(pairs["naar"]),
        "vorm": list(pairs["vorm_naam"]),
        "omschrijving": list(pairs["reden"]),
    }
    empty = [""] * len(pairs)
    return pd.DataFrame({c.header: given.get(c.field, empty) for c in VERBINDINGSLIJNEN.columns}, dtype=object)


def _points(kind: str) -> np.ndarray | int:
    """What each column of the matrix of *kind* weighs."""
    if kind != THEMA:
        return WEIGHTS[kind]
    return np.array([WEIGHTS[NETWERKTHEMA if code == NETWERK else THEMA] for code in ALL_THEMES], dtype=np.float32)


def _without(rows: pd.DataFrame, column: str) -> Iterable[tuple[Any, ...]]:
    kept = rows.loc[~rows[column].isin(_SAYS_NOTHING), ["activiteit", column]]
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


def _reached(selected: Register, ids: Sequence[str]) -> np.ndarray:
    """Which two of *ids* are joined in at most two steps, through whatever is in the graph of *selected*."""
    joined = graph(selected)
    row = {node(ACTIVITEIT, identity): n for n, identity in enumerate(ids)}
    found = np.zeros((len(ids), len(ids)), dtype=bool)
    for name in joined:
        near = [row[other] for other in (name, *joined[name]) if other in row]
        if len(near) > 1:  # what has one neighbour in common is two steps apart
            found[np.ix_(near, near)] = True
    return found


def _first(one: np.ndarray, other: np.ndarray, order: np.ndarray, most: int, per_activity: int) -> list[int]:
    """The *most* first of the pairs in *order*, in which nobody is more than *per_activity* times."""
    told: Counter[int] = Counter()
    found: list[int] = []
    for number in order:
        pair = (one[number], other[number])
        if max(told[pair[0]], told[pair[1]]) < per_activity:
            told.update(pair)
            found.append(int(number))
        if len(found) == most:
            break
    return found


def _both(codes: Sequence[Any], rows: np.ndarray, pair: tuple[int, int]) -> tuple[Any, ...]:
    return tuple(code for code, shared in zip(codes, rows[pair[0]] * rows[pair[1]], strict=True) if shared)


def _kind_name(code: str) -> str:
    """A kind of partner within a sentence: overheid, onderwijs (vo)."""
    what, _, which = v.PARTNERSOORTEN.label(code).partition(": ")
    return f"{what} ({which})" if which else what


def _reason(has: dict[str, tuple[Any, ...]], loose: Sequence[str]) -> str:
    """What two activities share, and which of them has no line yet."""
    said = []
    if themes := has[THEMA]:
        said.append(f"gaan over {texts.listing(theme_label(code).lower() for code in themes)}")
    if kinds := has[SOORT]:
        said.append(f"werken met {texts.listing(map(_kind_name, kinds))}")
    if numbers := has[INGREDIENT]:
        said.append(f"noemen {texts.some([f'‘{v.INGREDIENT[nr].kort}’' for nr in numbers], most=NAMED)}")
    first = f"Beide {texts.listing(said)}."
    if not loose:
        return first
    verb = "heeft" if len(loose) == 1 else "hebben"
    return f"{first} {texts.listing(loose)} {verb} nog geen lijn naar een activiteit."


_ENTREPRENEURS = ("bedrijf", "branchevereniging")


def _form(kinds: tuple[str, ...], levels: pd.Series, *, same_college: bool) -> tuple[str, str]:
    """The form of meeting that fits two activities, by the first rule that holds, and why: a code and a phrase.

    *kinds* of partner take part in both, and of *levels* it is told whether both are at that level.
    """
    if levels["strategisch"]:
        return "bovenregionaal bestuurlijk overleg", "in beide doet het strategische niveau mee"
    if "overheid" in kinds and any(kind in kinds for kind in _ENTREPRENEURS):
        return "3o-overleg", "in beide doen overheid en ondernemers mee"
    if "overheid" in kinds:
        return "bestuurlijk overleg met gemeenten", "in beide doet de overheid mee"
    if same_college:
        return "regio-overleg", "beide zijn van hetzelfde college, op verschillende locaties"
    if levels["tactisch"]:
        return "regio-overleg", "in beide doet het tactische niveau mee"
    return "kennisdeling", "zo kunnen ze van elkaar leren"
