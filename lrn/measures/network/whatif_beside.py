"""What if, side by side with today: which figures of coverage and of the network change, and what changes most."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.ingredients import ingredient_by_place
from lrn.measures.network import figures, graph
from lrn.measures.network.between_places import kinds_by_place
from lrn.measures.network.whatif import Change, NewActivity, NewLine, NewPartner, TakesPart, Without
from lrn.measures.places import Area
from lrn.measures.rows.evidence import Evidence, rows
from lrn.measures.themes import theme_by_place
from lrn.register.model import Register
from lrn.selection import Selection, apply

NETWORK = {
    "activiteiten": "Activiteiten",
    "partners": "Partners die meedoen",
    "lijnen_tussen_activiteiten": "Lijnen tussen activiteiten",
    "lijnen_tussen_regios": "Lijnen tussen regio's",
    "componenten": "Groepen langs lijnen",
    "losse_activiteiten": "Activiteiten zonder lijn",
    "via_partners.componenten": "Groepen langs lijnen en partners",
    "via_partners.losse_activiteiten": "Activiteiten zonder lijn of gedeelde partner",
}
"""The figures of the network that stand beside each other, by their key, and what they are called."""

COLUMNS = ["sleutel", "naam", "vandaag", "dan", "verschil"]
ADDED, REGROUPED = "erbij", "andere groep"
_PARTS = {"groepen": False, "groepen_via_partners": True}  # whether a shared partner joins activities as well


def network(before: Register, after: Register) -> pd.DataFrame:
    """The figures of the network of two registers narrowed to one selection: sleutel, naam, vandaag, dan, verschil."""
    then, now = _network(before), _network(after)
    return _frame([(key, name, then[key], now[key]) for key, name in NETWORK.items()])


def coverage(before: Register, after: Register, *, areas: tuple[Area, ...] | None = None) -> pd.DataFrame:
    """Themes, ingredients and kinds of partner by place, where these differ; the columns of :func:`network`.

    Themes first, then ingredients, both in all places or in *areas* (:func:`lrn.measures.places.chosen_areas`); kinds
    of partner in the network's own places.
    """
    then, now = _coverage(before, areas), _coverage(after, areas)
    return _frame([(key, name, amount, now[key][1]) for key, (name, amount) in then.items() if amount != now[key][1]])


def evidence(key: str) -> Evidence:
    """What the figure with that key (``sleutel``) counts, in the register of today and in the imagined one."""
    if key in ("activiteiten", "partners"):
        return Evidence(key)
    if key in figures.EVIDENCE:
        return figures.EVIDENCE[key]
    unit, *where = key.split("|")
    return Evidence.of(unit, **dict(condition.split(":", 1) for condition in where))


def most(*frames: pd.DataFrame) -> str:
    """What changes most in *frames* of :func:`network` and :func:`coverage`, as a sentence."""
    every = pd.concat(frames, ignore_index=True)
    size = every["verschil"].abs()
    if not size.max() > 0:
        return "In deze selectie veranderen deze cijfers niet."
    every = every.assign(
        of=every[["vandaag", "dan"]].max(axis=1)
    )  # of equals the one that is least of much comes first
    first, *others = every[size == size.max()].sort_values("of", kind="stable").to_dict("records")
    said = f"‘{first['naam']}’ gaat van {_number(first['vandaag'])} naar {_number(first['dan'])}"
    if (size > 0).sum() == 1:
        return f"Eén cijfer verandert: {said}."
    if not others:
        return f"De grootste verandering: {said}."
    also = texts.some([f"‘{row['naam']}’ ({texts.difference(row['verschil'])})" for row in others], most=2, length=90)
    return f"De grootste verandering: {said}. Even groot is die bij {also}."


def meaning(before: Register, after: Register) -> list[str]:
    """Who gets joined and who comes to stand alone, by lines and shared partners, as sentences; none where nobody."""
    alone = [_alone(register) for register in (before, after)]
    names = dict(zip(after.activiteiten["id"], after.activiteiten["naam"], strict=True))
    loose = [name for i, name in names.items() if i in alone[1] and i not in alone[0]]
    joined = [name for i, name in names.items() if i in alone[0] and i not in alone[1]]
    said = []
    if loose:
        stands = "Zonder lijn of gedeelde partner komt te staan" if len(loose) == 1 else _LOOSE
        said.append(f"{stands}: {texts.some(loose)}.")
    if joined:
        gets = "krijgt" if len(joined) == 1 else "krijgen"
        said.append(f"Een lijn of gedeelde partner {gets}: {texts.some(joined)}.")
    return said


_LOOSE = "Zonder lijn of gedeelde partner komen te staan"


def concerned(
    before: Register, after: Register, selection: Selection, counted: Evidence
) -> tuple[pd.DataFrame, list[str]]:
    """The rows that *counted* has in *after*, what changed first, and the IDs of those it only has in *before*.

    Both are whole registers. The rows have ``anders``: "erbij", "andere groep" (an activity that hangs together with
    others than today, where groups are counted) or "".
    """
    then, now = (rows(register, selection, counted) for register in (before, after))
    new = ~now["id"].isin(then["id"])
    other = pd.Series("", index=now.index).mask(_regrouped(before, after, selection, counted, now["id"]), REGROUPED)
    told = now.assign(anders=other.mask(new, ADDED))
    gone = then[~then["id"].isin(now["id"])]
    return told.sort_values("anders", key=lambda said: said == "", kind="stable"), gone["id"].tolist()


def counts(change: Change, before: Register, after: Register) -> bool:
    """Whether *change* touches the selection that *before* and *after* (with all changes) are narrowed to."""
    here = set(after.activiteiten["id"])
    match change:
        case NewActivity():
            return change.id in here
        case NewPartner() | TakesPart():
            return not here.isdisjoint(change.activiteiten)
        case NewLine():
            return {change.van, change.naar} <= here
        case Without():
            return change.partner in set(before.partners["id"])


def _network(selected: Register) -> dict[str, int]:
    found = figures.netwerk(selected)
    via = {f"via_partners.{name}": amount for name, amount in found["via_partners"].items()}
    return found | via | {"activiteiten": len(selected.activiteiten), "partners": len(selected.partners)}


def _coverage(selected: Register, areas: tuple[Area, ...] | None) -> dict[str, tuple[str, int]]:
    """What each figure of coverage is called, and how many it counts, by its key (:func:`evidence`)."""
    found = {}
    for row in theme_by_place(selected, areas=areas).to_dict("records"):
        if row["thema"] != v.ONBEKEND:
            key = f"activiteiten|thema:{row['thema']}|{row['level']}:{row['plaats']}"
            found[key] = f"{row['naam']} in {row['plaats_naam']}", row["aantal"]
    for row in ingredient_by_place(selected, areas=areas).to_dict("records"):
        key = f"activiteiten|ingredient:{row['nr']}|{row['level']}:{row['plaats']}"
        found[key] = f"{row['label']} in {row['plaats_naam']}", row["aantal"]
    for row in kinds_by_place(selected).to_dict("records"):
        key = f"partners|plaats:{row['plaats']}|soort:{row['soort']}"
        found[key] = f"Partners ({v.PARTNERSOORTEN.label(row['soort'])}) in {row['plaats_naam']}", row["aantal"]
    return found


def _frame(found: list[tuple[str, str, int, int]]) -> pd.DataFrame:
    rows = [(key, name, before, after, after - before) for key, name, before, after in found]
    return pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(COLUMNS[2:], int))


def _alone(selected: Register) -> set[str]:
    return set(selected.activiteiten.loc[graph.stands_alone(selected, via_partners=True), "id"])


def _regrouped(before: Register, after: Register, selection: Selection, counted: Evidence, ids: pd.Series) -> pd.Series:
    """Which of *ids* are in a part of the network that is not a part of it today, where parts are counted."""
    if counted.unit not in _PARTS:
        return pd.Series(False, index=ids.index)
    then, now = (
        graph.parts(apply(selection, register), via_partners=_PARTS[counted.unit]) for register in (before, after)
    )
    known = set(map(frozenset, then))
    return ids.isin([identity for part in now if frozenset(part) not in known for identity in part])


def _number(amount: Any) -> str:
    return texts.number(int(amount))
