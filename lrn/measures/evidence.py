"""From a figure to its evidence: what a figure counts, as conditions that give its rows and travel in a link.

Every figure on a page says with an :class:`Evidence` what it counts. That one value gives the rows, the words for
them, the definition and the link, so that a figure and the list behind it cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.overview import ended_since
from lrn.measures.places import municipality_codes
from lrn.measures.themes import ALL_THEMES, carries, theme_label
from lrn.register.columns import ACTIVITEITEN, PARTNERS, VERBINDINGSLIJNEN
from lrn.register.model import Register
from lrn.selection import Selection, apply, narrow

SHEETS = MappingProxyType(
    {
        "activiteiten": ACTIVITEITEN.name,
        "partners": PARTNERS.name,
        "verbindingslijnen": VERBINDINGSLIJNEN.name,
        "ingredienten": ACTIVITEITEN.name,
    }
)
"""What can be counted, and the sheet of the workbook on which its rows stand.

``ingredienten`` counts the different ingredients that its activities name.
"""


@dataclass(frozen=True)
class Condition:
    """One way to narrow: ``holds`` tells which rows meet a value, ``say`` words it, ``allows`` knows what it can be.

    ``definition`` is a key of :data:`lrn.texts.DEFINITIONS`, or "".
    """

    holds: Callable[[Register, str], pd.Series]
    say: Callable[[str], str]
    allows: Callable[[str], bool]
    definition: str = ""


def _column(name: str) -> Callable[[Register, str], pd.Series]:
    """Whether column *name* of the activities holds the value; the empty value finds those without one."""

    def holds(register: Register, value: str) -> pd.Series:
        column = register.activiteiten[name]
        return column.eq(value).fillna(False) if value else column.isna()

    return holds


def _in_municipality(register: Register, value: str) -> pd.Series:
    return municipality_codes(register.activiteiten).eq(value)


def _names_ingredient(register: Register, value: str) -> pd.Series:
    ids = register.ingredienten.loc[register.ingredienten["nr"] == int(value), "activiteit"]
    return register.activiteiten["id"].isin(ids)


_MUNICIPALITIES = {g.code: g.naam for g in v.GEMEENTEN} | {v.ELDERS: "andere gemeenten", v.ZONDER: "zonder gemeente"}

ACTIVITY: dict[str, Condition] = {
    "plaats": Condition(_column("plaats"), v.PLAATS_NAMEN.__getitem__, v.PLAATS_NAMEN.__contains__, "plaats"),
    "gemeente": Condition(_in_municipality, _MUNICIPALITIES.__getitem__, _MUNICIPALITIES.__contains__),
    "college": Condition(_column("college"), lambda name: name or texts.WITHOUT_COLLEGE.lower(), lambda _: True),
    "vorm": Condition(_column("vorm"), v.VORMEN.label, v.VORMEN.codes.__contains__),
    "status": Condition(
        _column("status"), lambda code: f"status {v.STATUSSEN.label(code).lower()}", v.STATUSSEN.codes.__contains__
    ),
    "thema": Condition(
        carries, lambda code: f"thema {theme_label(code).lower()}", {*ALL_THEMES, v.ONBEKEND}.__contains__, "dekking"
    ),
    "ingredient": Condition(
        _names_ingredient,
        lambda nr: f"ingrediënt {v.INGREDIENT[int(nr)].label}",
        {str(nr) for nr in v.INGREDIENT}.__contains__,
        "dekking",
    ),
}
"""What activities can be narrowed by. A condition that is given twice must hold both times."""

PARTNER: dict[str, Condition] = {
    "gevestigd": Condition(
        lambda register, code: register.partners["gemeente"].map(v.place_of_municipality, na_action=None).eq(code),
        lambda code: f"gevestigd in {v.PLAATS_NAMEN[code]}",
        v.PLAATS_NAMEN.__contains__,
    ),
    "strategisch": Condition(
        lambda register, _: register.partners["strategisch"].eq(True),
        lambda _: "strategische relatie",
        "ja".__eq__,
    ),
}
"""What partners are narrowed by, beside the activities that they take part in."""


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


_SETTING: dict[str, tuple[Callable[[str], str], Callable[[str], bool]]] = {
    "dag": (lambda day: f"op {texts.long_date(date.fromisoformat(day))}", _is_day),
    "voorbij": (
        lambda day: f"liep op {texts.long_date(date.fromisoformat(day))}, nu afgerond of gestopt",
        _is_day,
    ),
    "basis": (lambda _: "in het hele register", "register".__eq__),
}
"""What a figure is counted over when that is not the selection: another day, what has ended since, everything."""


@dataclass(frozen=True)
class Evidence:
    """What a figure counts: the rows within the selection that meet every condition in ``where``.

    ``telt`` is a key of :data:`SHEETS`; a condition is a name and a value, both texts.
    """

    telt: str = "activiteiten"
    where: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, telt: str = "activiteiten", **conditions: object) -> Evidence:
        """The evidence for *conditions*; one that is None is not there. Raises ``ValueError`` for one it cannot be."""
        where = tuple((name, str(value)) for name, value in conditions.items() if value is not None)
        found, unknown = read([f"telt:{telt}", *(f"{name}:{value}" for name, value in where)])
        if unknown:
            raise ValueError(f"no such evidence: {unknown}")
        return found

    def also(self, **conditions: object) -> Evidence:
        """The same with more *conditions*."""
        return replace(self, where=(*self.where, *Evidence.of(self.telt, **conditions).where))

    def counting(self, telt: str) -> Evidence:
        """The same, but counting *telt*; what only partners are narrowed by is let go when it counts something else."""
        return replace(self, telt=telt, where=tuple(c for c in self.where if telt == "partners" or c[0] not in PARTNER))

    @property
    def parameters(self) -> list[str]:
        """The evidence as it stands in a link, one text for each condition; :func:`read` understands them."""
        counted = [] if self.telt == "activiteiten" else [f"telt:{self.telt}"]
        return [*counted, *(f"{name}:{value}" for name, value in self.where)]

    @property
    def phrases(self) -> list[str]:
        """The conditions in Dutch, a short phrase each."""
        return [_say(name, value) for name, value in self.where]

    @property
    def definitions(self) -> list[str]:
        """The sentences that define what is counted, the most particular last."""
        own = {"partners": "partners", "verbindingslijnen": "lijnen", "ingredienten": "ingredienten"}.get(self.telt)
        keys = [own] if own else []
        keys += [_conditions()[name].definition for name, _ in self.where if name in _conditions()]
        keys += ["netwerkthema"] if ("thema", v.NETWERKTHEMA.code) in self.where else []
        return [texts.DEFINITIONS[key] for key in dict.fromkeys(keys) if key]


def _conditions() -> dict[str, Condition]:
    return ACTIVITY | PARTNER


def _say(name: str, value: str) -> str:
    return _SETTING[name][0](value) if name in _SETTING else _conditions()[name].say(value)


def _allows(name: str, value: str) -> bool:
    if name in _SETTING:
        return _SETTING[name][1](value)
    return name in _conditions() and _conditions()[name].allows(value)


def read(parameters: Iterable[str]) -> tuple[Evidence, list[str]]:
    """The evidence that *parameters* of a link stand for, and those of them that nobody knows."""
    telt, where, unknown = "activiteiten", [], []
    for text in parameters:
        name, _, value = text.partition(":")
        if name == "telt" and value in SHEETS:
            telt = value
        elif _allows(name, value):
            where.append((name, value))
        else:
            unknown.append(text)
    return Evidence(telt, tuple(where)), unknown


def narrowed(register: Register, selection: Selection, evidence: Evidence) -> Register:
    """The whole *register* narrowed to *selection* and to what *evidence* counts."""
    setting = {name: value for name, value in evidence.where if name in _SETTING}
    if "voorbij" in setting:
        found = apply(selection.on(None), register)
        day = date.fromisoformat(setting["voorbij"])
        found = narrow(found, found.activiteiten[ended_since(found.activiteiten, day)], selection.on(None))
    elif "basis" in setting:
        found = register
    else:
        found = apply(selection.on(date.fromisoformat(setting["dag"])) if "dag" in setting else selection, register)
    within = [(name, value) for name, value in evidence.where if name in ACTIVITY]
    if within:
        keep = pd.Series(True, index=found.activiteiten.index)
        for name, value in within:
            keep &= ACTIVITY[name].holds(found, value)
        found = narrow(found, found.activiteiten[keep], _with_places(selection, within))
    for name, value in evidence.where:
        if name in PARTNER:
            found = replace(found, partners=found.partners[PARTNER[name].holds(found, value)])
    return found


def _with_places(selection: Selection, within: list[tuple[str, str]]) -> Selection:
    """*selection* as it decides on lines (:func:`lrn.selection.narrow`), with the conditions *within* as its filters.

    A place has lines of its own; what narrows by anything else leaves only the lines of activities.
    """
    for name, value in within:
        if name == "plaats":
            selection = replace(selection, regio=(value,))
        elif name == "gemeente":
            selection = replace(selection, gemeente=(value,))
        else:
            selection = replace(selection, vorm=(value,))
    return selection


def rows(register: Register, selection: Selection, evidence: Evidence) -> pd.DataFrame:
    """The rows that *evidence* counts, as rows of the frame of the register that is named by what it counts.

    For ingredients these are the activities that name one.
    """
    found = narrowed(register, selection, evidence)
    if evidence.telt == "ingredienten":
        return found.activiteiten[found.activiteiten["id"].isin(found.ingredienten["activiteit"])]
    return getattr(found, evidence.telt)


def amount(register: Register, selection: Selection, evidence: Evidence) -> int:
    """The figure itself: how many rows it counts, or how many different ingredients."""
    if evidence.telt == "ingredienten":
        return int(narrowed(register, selection, evidence).ingredienten["nr"].nunique())
    return len(rows(register, selection, evidence))
