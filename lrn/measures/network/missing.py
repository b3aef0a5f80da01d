"""Lines that are not there yet: two activities in different regions that have much in common and never meet.

A pair counts when the two are in different places of the network, share a theme, an ingredient or a kind of partner,
and cannot be reached from each other in two steps, along lines and by shared partners, municipalities or regions. Each
is a chance and a question. They are put in an order that is told (:data:`ORDER_TOLD`): what helps the network most, or
what the two have most in common.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.measures.insights.sentences import Figure, Sentence
from lrn.measures.network import helping, skewer
from lrn.measures.network.common import INGREDIENT, LOS, SCORE, SOORT, THEMA, WEIGHTS, Common, Has, in_words, reached
from lrn.measures.network.graph import lines_between
from lrn.measures.rows.evidence import Evidence
from lrn.measures.rows.wording import word
from lrn.register.columns import VERBINDINGSLIJNEN
from lrn.register.model import Register
from lrn.register.values.personal import without_addresses
from lrn.selection import Selection, apply

MOST, PER_ACTIVITY = 50, 3
"""How many pairs are told, and in how many of them an activity can be: else a few rich ones would fill the list."""

Order = Literal["helpt", "deelt"]
ORDERS: dict[Order, str] = {"helpt": "Wat het meest helpt", "deelt": "Wat het meest deelt"}
ORDER_TOLD: dict[Order, str] = {"helpt": helping.HELPS, "deelt": SCORE}
"""In which orders pairs can be told, what each is called, and how it is made."""
_LISTED: dict[Order, str] = {
    "helpt": "de {} die het netwerk het meest helpen",
    "deelt": "de {} die het meest delen",
}

COLUMNS = [
    *("van", "naar", "van_naam", "naar_naam", "van_plaats", "naar_plaats", "score"),
    *("themas", "soorten", "ingredienten", "los", "delen", "reden", "vorm", "vorm_naam", "waarom"),
    *("aansluit", "op", "rond", "lijnen_ertussen", "helpt"),
]


@dataclass(frozen=True)
class MissingLines:
    """``pairs`` are the first of them in ``order``, and ``amount`` is how many there are in all.

    Columns of ``pairs``: van, naar (IDs), van_naam, naar_naam, van_plaats, naar_plaats (codes), score; what they share:
    themas, soorten (tuples of codes), ingredienten (a tuple of numbers); los (a tuple of the IDs without a line to
    another activity); delen, what they share in words, and reden, with whose first line it would be; vorm (a code of
    :data:`lrn.vocabulary.LIJNVORMEN`), vorm_naam and waarom, why that form fits; what the line would do: aansluit, op,
    rond and lijnen_ertussen (:meth:`lrn.measures.network.helping.Helping.of`), and helpt, that in words.
    """

    pairs: pd.DataFrame
    amount: int
    per_activity: int = PER_ACTIVITY
    order: Order = "helpt"

    def first(self, most: int | None = None) -> str:
        """Which the first of the pairs are (*most* of them, or all that are listed): de 5 die het meest delen."""
        return _LISTED[self.order].format(texts.number(min(most or MOST, len(self.pairs))))

    @property
    def told(self) -> str:
        """How many there are and how many of them are listed, as a sentence."""
        if not self.amount:
            return "Er zijn geen twee activiteiten in verschillende regio's die iets delen en nog niet verbonden zijn."
        pairs = texts.count(self.amount, "paar", "paren")
        share, are = ("deelt", "is") if self.amount == 1 else ("delen", "zijn")
        first = f"{pairs} activiteiten in verschillende regio's {share} iets en {are} nog niet in een of twee stappen"
        first += " verbonden"
        if len(self.pairs) == self.amount:
            return f"{first}."
        often = f"met elke activiteit hooguit {texts.number(self.per_activity)} keer"
        return f"{first}. Hieronder staan {self.first()}, {often}."


def missing_lines(
    register: Register,
    selection: Selection,
    *,
    most: int = MOST,
    per_activity: int = PER_ACTIVITY,
    order: Order = "helpt",
) -> MissingLines:
    """The lines that are not there yet between activities of *selection*, in *order*.

    Of filters on place and college one of the two must meet them; the other can be anywhere, and of any college. What
    joins them already, and what a line would do, is looked for in all that is active on the peildatum, whatever the
    other filters. An activity is in *per_activity* of the *most* pairs that are told at most. What is equal is in the
    order of the workbook.
    """
    asked = apply(selection.everywhere.without("college"), register)
    frame = asked.activiteiten[asked.activiteiten["plaats"].isin(v.EIGEN_PLAATSEN)].reset_index(drop=True)
    frame = frame.assign(naam=frame["naam"].map(without_addresses))
    everything = apply(Selection(peildatum=selection.peildatum), register)
    ids = list(map(str, frame["id"]))
    common = Common(asked, ids)
    shared = common.points()
    between = lines_between(everything)
    alone = ~np.isin(ids, [*between["van"], *between["naar"]])
    place = frame["plaats"].to_numpy()
    here = np.isin(ids, list(apply(selection, register).activiteiten["id"]))
    counts = np.triu(shared > 0, 1) & (place[:, None] != place) & (here[:, None] | here)
    one, other = np.nonzero(counts & ~reached(everything, ids))
    points = shared[one, other].astype(np.int16) + WEIGHTS[LOS] * (alone[one].astype(np.int16) + alone[other])
    helps = helping.Helping(everything, ids)
    ordered = helps.order(one, other, points) if order == "helpt" else np.argsort(-points, kind="stable")
    first = _first(one, other, ordered, most, per_activity)
    levels = skewer.levels(asked).loc[ids]
    rows = []
    for number in first:
        pair = [int(one[number]), int(other[number])]
        two, has = frame.iloc[pair], common.of(*pair)
        loose = two.loc[alone[pair]]
        form, why = _form(has[SOORT], levels.iloc[pair].all(), two["college"])
        does = helps.of(*pair)
        rows.append(
            (
                *(value for name in ("id", "naam", "plaats") for value in two[name]),
                int(points[number]),
                *(has[kind] for kind in (THEMA, SOORT, INGREDIENT)),
                tuple(loose["id"]),
                in_words(has),
                _reason(has, list(loose["naam"])),
                form,
                v.LIJNVORMEN.label(form),
                why,
                *does.values(),
                helping.in_words(does, two),
            )
        )
    return MissingLines(pd.DataFrame(rows, columns=COLUMNS), len(one), per_activity, order)


def proposals(found: MissingLines) -> list[Sentence]:
    """The pairs of *found* as sentences: who, why and in which form, with the two activities as the evidence."""
    return [_proposal(row) for row in found.pairs.to_dict("records")]


def _proposal(row: Row) -> Sentence:
    ends = [f"{row[f'{end}_naam']} ({v.PLAATS_KORT[row[f'{end}_plaats']]})" for end in ("van", "naar")]
    both = Evidence.of(paar=f"{row['van']}|{row['naar']}", basis="peildatum")  # one may lie outside what was chosen
    text = f"{row['helpt']} {row['delen']} Voorstel: {word(v.LIJNVORMEN, row['vorm'])}, want {row['waarom']}."
    return Sentence(texts.listing(ends), text, (Figure(both, len(ends)),), len(ends))


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


def _first(one: np.ndarray, other: np.ndarray, order: np.ndarray, most: int, per_activity: int) -> list[int]:
    """The *most* first of the pairs in *order*, each once, in which nobody is more than *per_activity* times."""
    told: Counter[int] = Counter()
    found: dict[int, None] = {}
    for number in map(int, order):
        pair = (one[number], other[number])
        if number not in found and max(told[pair[0]], told[pair[1]]) < per_activity:
            told.update(pair)
            found[number] = None
        if len(found) == most:
            break
    return list(found)


def _reason(has: Has, loose: list[str]) -> str:
    """What two activities share, and for which of them it would be the first line."""
    if not loose:
        return in_words(has)
    return f"{in_words(has)} Voor {texts.listing(loose)} is het de eerste lijn naar een andere activiteit."


_ENTREPRENEURS = ("bedrijf", "branchevereniging")


def _form(kinds: tuple[str, ...], levels: pd.Series, colleges: pd.Series) -> tuple[str, str]:
    """The form of meeting that fits two activities, by the first rule that holds, and why: a code and a phrase.

    *kinds* of partner take part in both, of *levels* it is told whether both are at that level, and *colleges* are
    those of the two.
    """
    if levels["strategisch"]:
        return "bovenregionaal bestuurlijk overleg", "in beide doet het strategische niveau mee"
    if "overheid" in kinds and any(kind in kinds for kind in _ENTREPRENEURS):
        return "3o-overleg", "in beide doen overheid en ondernemers mee"
    if "overheid" in kinds:
        return "bestuurlijk overleg met gemeenten", "in beide doet de overheid mee"
    if colleges.notna().all() and colleges.nunique() == 1:
        return "regio-overleg", "beide zijn van hetzelfde college, op verschillende locaties"
    if levels["tactisch"]:
        return "regio-overleg", "in beide doet het tactische niveau mee"
    return "kennisdeling", "zo kunnen ze van elkaar leren"
