"""Verbindingslijnen between places: which place each end belongs to, and how many lines join two of them."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from lrn import vocabulary as v
from lrn.measures.places import Area, Level, municipality_codes
from lrn.register.model import Register
from lrn.selection import Selection, apply

SEPARATOR = "|"  # between the two places of a pair
LIGGING = {"tussen": "tussen twee gebieden", "binnen": "binnen één gebied", "buiten": "met een eind buiten de kaart"}
"""How a line lies on the map, in words; only those between two places can be drawn."""


def nodes(level: Level) -> dict[str, str]:
    """The places that an end of a line can belong to, code to name, in order.

    By municipality (*level* gemeente) an end that only has a region belongs to that region, which is a place beside
    its municipalities; Woerden is one place either way. ``elders`` and ``zonder`` are not on the map.
    """
    if level == "plaats":
        return dict(v.PLAATS_NAMEN)
    regions = {code: f"{v.PLAATS_NAMEN[code]} (zonder gemeente)" for code in v.PLAATS if code not in v.GEMEENTE}
    rest = {v.ELDERS: v.PLAATS_NAMEN[v.ELDERS], v.ZONDER: v.PLAATS_NAMEN[v.ZONDER]}
    return v.NAMEN["gemeente"] | regions | rest


def ends(register: Register, lines: pd.DataFrame, *, level: Level) -> pd.DataFrame:
    """The places (keys of :func:`nodes`) of both ends of *lines*, by their index: van, naar.

    An end that is an activity belongs to that activity's place; *register* is the whole register, for an activity
    need not be selected.
    """
    by_id = dict(zip(register.activiteiten["id"], _of_activities(register.activiteiten, level), strict=True))

    def end(kind: object, code: object) -> str:
        if kind == "activiteit":
            return str(by_id.get(str(code), v.ZONDER))
        if kind == "regio":
            return str(code) if code in v.KIESBARE_PLAATSEN else v.ELDERS
        if kind == "gemeente":
            place = v.place_of_municipality(code)
            return place if level == "plaats" else str(code) if code in v.GEMEENTE else v.ELDERS
        return v.ZONDER

    found = {
        name: [end(*pair) for pair in zip(lines[f"{name}_soort"], lines[name], strict=True)] for name in ("van", "naar")
    }
    return pd.DataFrame(found, index=lines.index, dtype=object)


def pairs(register: Register, selection: Selection, *, level: Level, area: Area | None = None) -> pd.DataFrame:
    """How many lines of *selection* join each two places: van, naar, van_naam, naar_naam, paar, ligging, aantal.

    Lines have no direction here: ``van`` comes before ``naar`` in the order of :func:`nodes`. ``paar`` is both codes
    as they stand in a link, ``ligging`` a key of ``LIGGING``. Every line is in one pair; with *area* only the lines
    that have an end in it.
    """
    names = nodes(level)
    order = {code: position for position, code in enumerate(names)}
    found = apply(selection, register).verbindingslijnen
    if area:
        found = found[touching(register, found, area.code, level=area.level)]
    joined = ends(register, found, level=level)
    counts = Counter(tuple(sorted(pair, key=order.__getitem__)) for pair in joined.itertuples(index=False))
    rows = [
        (van, naar, names[van], names[naar], f"{van}{SEPARATOR}{naar}", _lies(van, naar), amount)
        for (van, naar), amount in sorted(counts.items(), key=lambda item: [order[code] for code in item[0]])
    ]
    return pd.DataFrame(rows, columns=["van", "naar", "van_naam", "naar_naam", "paar", "ligging", "aantal"])


def joining(register: Register, lines: pd.DataFrame, pair: str, *, level: Level) -> pd.Series:
    """Which of *lines* join the two places of *pair* (as in :func:`pairs`), in either direction."""
    one, other = pair.split(SEPARATOR)
    found = ends(register, lines, level=level)
    there = (found["van"] == one) & (found["naar"] == other)
    return there | ((found["van"] == other) & (found["naar"] == one))


def touching(register: Register, lines: pd.DataFrame, code: str, *, level: Level) -> pd.Series:
    """Which of *lines* have an end, or both, in the place with *code*."""
    found = ends(register, lines, level=level)
    return (found["van"] == code) | (found["naar"] == code)


def lying(register: Register, lines: pd.DataFrame, where: str, *, level: Level) -> pd.Series:
    """Which of *lines* lie so on the map: *where* is a key of ``LIGGING``."""
    found = ends(register, lines, level=level)
    lies = [_lies(van, naar) for van, naar in found.itertuples(index=False)]
    return pd.Series(lies, index=lines.index, dtype=object).eq(where)


def _lies(one: str, other: str) -> str:
    if {one, other} & {v.ELDERS, v.ZONDER}:
        return "buiten"
    return "binnen" if one == other else "tussen"


def _of_activities(activiteiten: pd.DataFrame, level: Level) -> pd.Series:
    if level == "plaats":
        return activiteiten["plaats"]
    municipality = municipality_codes(activiteiten)
    return municipality.where(municipality != v.ZONDER, activiteiten["plaats"])
