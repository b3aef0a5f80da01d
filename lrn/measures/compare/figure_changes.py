"""What the step from one state of the register to another did to each measure, and which rows are behind that."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.compare.versions import State, rows_in
from lrn.measures.overview import members
from lrn.measures.rows.wording import end_name
from lrn.measures.themes import theme_label
from lrn.register.model import Register

TOTAAL, PLAATS, INGREDIENT = "Totaal", "Per regio", "Per ingrediënt"
THEMA, COLLEGE, VORM = "Per thema", "Per college", "Per verschijningsvorm"
GROEPEN = (TOTAAL, PLAATS, INGREDIENT, THEMA, COLLEGE, VORM)
"""The groups of measures in :func:`figure_changes`, in order."""

TOTALEN = {
    "activiteiten": "Activiteiten",
    "netwerkthema": "Op het netwerkthema",
    "partners": "Partners die meedoen",
    "verbindingslijnen": "Verbindingslijnen",
}

Members = dict[str, dict[str, set[str]]]
"""Group → code → the ids that are counted there."""


def figure_changes(before: State, after: State) -> pd.DataFrame:
    """What it did to each measure: groep, code, naam, voor, na, verschil, erbij, eraf.

    ``voor`` and ``na`` are what the measure counts in each state, ``erbij`` what it counts after but not before and
    ``eraf`` the reverse, by ID; so ``verschil`` is ``na - voor`` and ``erbij - eraf``. Groups in the order of
    :data:`GROEPEN`, codes in the vocabulary's order, zeros included; colleges that occur in a state, alphabetically.
    """
    then, now = _members(before.selected), _members(after.selected)
    rows = []
    for groep in GROEPEN:
        for code, naam in _labels(groep, {*then[groep], *now[groep]}).items():
            old, new = then[groep].get(code, set()), now[groep].get(code, set())
            counts = (len(old), len(new), len(new) - len(old), len(new - old), len(old - new))
            rows.append((groep, code, naam, *counts))
    frame = pd.DataFrame(rows, columns=["groep", "code", "naam", "voor", "na", "verschil", "erbij", "eraf"])
    return frame.astype({"groep": object, "code": object, "naam": object})


def behind(before: State, after: State, groep: str, code: str) -> pd.DataFrame:
    """What is behind ``erbij`` and ``eraf`` of one row of :func:`figure_changes`: id, naam, beweging, rij_voor, rij_na.

    ``beweging`` is "erbij" or "eraf", in that order and then by name. The rows are those on the sheet Activiteiten;
    of partners and lines those on their own sheet. Empty for a *code* that does not occur; raises ``KeyError`` for a
    *groep* that there is not.
    """
    old = _members(before.selected)[groep].get(code, set())
    new = _members(after.selected)[groep].get(code, set())
    early, late = _named(before, groep, code), _named(after, groep, code)
    rows: list[tuple[str, str, str]] = []
    for beweging, ids, source in (("erbij", new - old, late), ("eraf", old - new, early)):
        names = source["naam"].to_dict()
        rows += [(i, naam, beweging) for _, i, naam in sorted((names[i].casefold(), i, names[i]) for i in ids)]
    frame = pd.DataFrame(rows, columns=["id", "naam", "beweging"], dtype=object)
    return frame.assign(rij_voor=rows_in(early, frame["id"]), rij_na=rows_in(late, frame["id"]))


def _members(selected: Register) -> Members:
    """What each measure counts: the ids of activities, and in the totals those of partners and lines too."""
    frame = selected.activiteiten
    return {
        TOTAAL: members(selected),
        PLAATS: _sets(frame["plaats"], frame["id"]),
        INGREDIENT: _sets(selected.ingredienten["nr"].map(str), selected.ingredienten["activiteit"]),
        THEMA: _sets(selected.themas["thema"], selected.themas["activiteit"]),
        COLLEGE: _sets(frame["college"], frame["id"]),
        VORM: _sets(frame["vorm"], frame["id"]),
    }


def _sets(codes: pd.Series, ids: pd.Series) -> dict[str, set[str]]:
    """The ids by code; those without one are under ``zonder``."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, identity in zip(codes.where(codes.notna(), v.ZONDER).tolist(), ids.tolist(), strict=True):
        found[code].add(identity)
    return found


def _labels(groep: str, occurring: set[str]) -> dict[str, str]:
    """The codes of a group with their labels, in order; open ones (colleges, onbekend) only when *occurring*."""
    fixed = {
        TOTAAL: TOTALEN,
        PLAATS: v.PLAATS_NAMEN,
        INGREDIENT: {str(nr): ingredient.label for nr, ingredient in v.INGREDIENT.items()},
        THEMA: {code: theme_label(code) for code in v.THEMAS.codes},
        COLLEGE: {name: name for name in sorted(occurring - {v.ZONDER}, key=str.casefold)},
        VORM: {code: v.VORMEN.label(code) for code in v.VORMEN.codes},
    }[groep]
    without = texts.WITHOUT_COLLEGE if groep == COLLEGE else texts.NOT_FILLED_IN.capitalize()
    beside = {v.ONBEKEND: texts.ONBEKEND, v.ZONDER: without}
    return fixed | {code: label for code, label in beside.items() if code in occurring and code not in fixed}


def _named(state: State, groep: str, code: str) -> pd.DataFrame:
    """The rows that a measure counts, by id: naam, rij. A line is called after its ends."""
    if (groep, code) == (TOTAAL, "partners"):
        return state.register.partners.set_index("id")[["naam", "rij"]]
    if (groep, code) == (TOTAAL, "verbindingslijnen"):
        names: dict[Any, str] = state.rows["naam"].to_dict()
        lines = state.register.verbindingslijnen
        van, naar = (
            [end_name(kind, code, names) for kind, code in zip(lines[f"{end}_soort"], lines[end], strict=True)]
            for end in ("van", "naar")
        )
        ends = [f"{one} – {other}" for one, other in zip(van, naar, strict=True)]
        return lines.assign(naam=ends).set_index("id")[["naam", "rij"]]
    return state.rows[["naam", "rij"]]
