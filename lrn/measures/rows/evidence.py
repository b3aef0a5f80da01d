"""From a figure to its evidence: what a figure counts, as conditions that give its rows and travel in a link.

Every figure on a page says with an :class:`Evidence` what it counts. That one value gives the rows, the words for
them, the definition and the link, so that a figure and the list behind it cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.filters import FILTERS
from lrn.measures.insights import recent
from lrn.measures.network import graph
from lrn.measures.partners.taking_part import kinds_of
from lrn.measures.rows.condition import IDS_ONLY, Condition, Names
from lrn.measures.rows.conditions import ACTIVITY, DEFINITIONS, LINE, PARTNER, is_day, say_day
from lrn.register.columns import ACTIVITEITEN, PARTNERS, VERBINDINGSLIJNEN
from lrn.register.model import Register
from lrn.selection import Selection, apply, narrow

PARAMETER = "bewijs"
"""What evidence is called in an address of the page Register."""

SHEETS = MappingProxyType(
    {
        "activiteiten": ACTIVITEITEN.name,
        "partners": PARTNERS.name,
        "verbindingslijnen": VERBINDINGSLIJNEN.name,
        "ingredienten": ACTIVITEITEN.name,
        "themas": ACTIVITEITEN.name,
        "colleges": ACTIVITEITEN.name,
        "soorten": PARTNERS.name,
        "groepen": ACTIVITEITEN.name,
        "groepen_via_partners": ACTIVITEITEN.name,
    }
)
"""What can be counted, and the sheet of the workbook on which its rows stand.

``ingredienten``, ``themas`` and ``colleges`` count the different ones that its activities name, ``soorten`` the
different kinds of its partners, ``groepen`` the parts of the network that its activities are in
(:func:`lrn.measures.network.graph.parts`).
"""


_DIFFERENT: dict[str, Callable[[Register], pd.Series]] = {
    "ingredienten": lambda register: register.ingredienten.set_index("activiteit")["nr"],
    "themas": lambda register: register.themas.set_index("activiteit")["thema"].loc[lambda code: code != v.ONBEKEND],
    "colleges": lambda register: register.activiteiten.set_index("id")["college"].dropna(),
    "soorten": lambda register: kinds_of(register.partners),
    "groepen": graph.part_of,
    "groepen_via_partners": partial(graph.part_of, via_partners=True),
}
"""What the rows of a register name or are part of, by their ID, where the different ones are counted."""


_WITHIN: dict[str, tuple[str, Callable[[Selection], Selection]]] = {
    "register": ("in het hele register", lambda _: Selection()),
    "netwerk": ("ongeacht regio of gemeente", lambda selection: selection.everywhere),
    "peildatum": ("zonder andere filters", lambda selection: Selection(peildatum=selection.peildatum)),
    "altijd": ("ongeacht peildatum", lambda selection: selection.on(None)),
}
"""Wider selections that a figure can be counted over: everything, every place, no other filters, any date."""

_SETTING: dict[str, tuple[Callable[[str], str], Callable[[str], bool], str]] = {
    "dag": (lambda day: f"op {say_day(day)}", is_day, "dag"),
    "erbij": (lambda day: f"erbij sinds {say_day(day)}", is_day, "erbij"),
    "voorbij": (lambda day: f"voorbij sinds {say_day(day)}", is_day, "voorbij"),
    "afgelopen": (lambda day: f"afgelopen sinds {say_day(day)}", is_day, "afgelopen"),
    "basis": (lambda basis: _WITHIN[basis][0], _WITHIN.__contains__, "basis_{}"),
    "ongeacht": (lambda name: f"ongeacht {name}", "college".__eq__, "ongeacht_{}"),
}
"""What a figure is counted over when that is not the selection: another day, what is over, more than was chosen.

How each is said, which values it can have, and its definition (a key of :data:`lrn.texts.DEFINITIONS`).
"""
_WHOLE, _ANYWHERE = ("basis", "register"), ("basis", "netwerk")


@dataclass(frozen=True)
class Evidence:
    """What a figure counts: the rows within the selection that meet every condition in ``where``.

    ``unit`` is a key of :data:`SHEETS`; a condition is a name and a value, both texts.
    """

    unit: str = "activiteiten"
    where: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, unit: str = "activiteiten", /, **conditions: object) -> Evidence:
        """The evidence for *conditions*; one that is None is not there. Raises ``ValueError`` for one it cannot be."""
        where = tuple((name, str(value)) for name, value in conditions.items() if value is not None)
        found, unknown = read([f"telt:{unit}", *(f"{name}:{value}" for name, value in where)])
        if unknown:
            raise ValueError(f"no such evidence: {unknown}")
        return found

    def also(self, **conditions: object) -> Evidence:
        """The same with more *conditions*."""
        return replace(self, where=(*self.where, *Evidence.of(self.unit, **conditions).where))

    def counting(self, unit: str) -> Evidence:
        """The same, but counting *unit*; what only partners are narrowed by is let go when it counts something else."""
        partners = SHEETS[unit] == PARTNERS.name
        return replace(self, unit=unit, where=tuple(c for c in self.where if partners or c[0] not in PARTNER))

    @property
    def rows_of(self) -> str:
        """The kind of its rows: activiteiten, partners or verbindingslijnen."""
        return SHEETS[self.unit].lower()

    @property
    def parameters(self) -> list[str]:
        """The evidence as it stands in a link, one text for each condition; :func:`read` understands them."""
        counted = [] if self.unit == "activiteiten" else [f"telt:{self.unit}"]
        return [*counted, *(f"{name}:{value}" for name, value in self.where)]

    @property
    def _of_a_place(self) -> bool:
        """Whether it counts in one place, whatever the filters on place say."""
        return any(name in ("plaats", "gemeente") for name, _ in self.where)

    def phrases(self, names: Names = IDS_ONLY) -> list[str]:
        """The conditions in Dutch, a short phrase each; where a place or college is said, "ongeacht …" is left out.

        An activity or partner is called as *names* tell (:func:`lrn.measures.rows.condition.names`).
        """
        needless = {_ANYWHERE} if self._of_a_place else set()
        needless |= {("ongeacht", name) for name, _ in self.where}
        said = [condition for condition in self.where if condition not in needless]
        return [_say(name, value, names) for name, value in said]

    @property
    def definitions(self) -> list[str]:
        """The sentences that define what is counted, one for each condition, the most particular last."""
        keys = [{"verbindingslijnen": "lijnen"}.get(self.unit, self.unit)]
        if self.unit == "activiteiten" or _WHOLE in self.where:  # nothing of it depends on the activities in view
            keys = []
        keys += [_definition(name, value) for name, value in self.where]
        keys += ["netwerkthema"] if ("thema", v.NETWERKTHEMA.code) in self.where else []
        return [DEFINITIONS[key] for key in dict.fromkeys(keys)]

    def defined_on(self, selection: Selection) -> list[str]:
        """:attr:`definitions`, led by that of what counts in *selection* itself as far as that is counted over."""
        if any(name in _SETTING for name, _ in self.where):
            return self.definitions
        return [texts.DEFINITIONS["actief" if selection.peildatum else "alles"], *self.definitions]


def _definition(name: str, value: str) -> str:
    key = _SETTING[name][2] if name in _SETTING else _conditions()[name].definition
    return key.format(value)


def _conditions() -> dict[str, Condition]:
    return ACTIVITY | PARTNER | LINE


def _say(name: str, value: str, names: Names) -> str:
    return _SETTING[name][0](value) if name in _SETTING else _conditions()[name].told(value, names)


def _allows(name: str, value: str) -> bool:
    if name in _SETTING:
        return _SETTING[name][1](value)
    return name in _conditions() and _conditions()[name].allows(value)


def read(parameters: Iterable[str]) -> tuple[Evidence, list[str]]:
    """The evidence that *parameters* of a link stand for, and those of them that nobody knows.

    What stands there twice counts once, and what is empty says nothing.
    """
    unit, where, unknown = "activiteiten", [], []
    for text in dict.fromkeys(filter(None, parameters)):
        name, _, value = text.partition(":")
        if name == "telt" and value in SHEETS:
            unit = value
        elif _allows(name, value):
            where.append((name, value))
        else:
            unknown.append(text)
    return Evidence(unit, tuple(where)), unknown


def narrowed(register: Register, selection: Selection, evidence: Evidence) -> Register:
    """The whole *register* narrowed to *selection* and to what *evidence* counts."""
    setting = {name: value for name, value in evidence.where if name in _SETTING}
    found = base = _counted_over(register, selection, setting)
    within = [(name, value) for name, value in evidence.where if name in ACTIVITY]
    if within:
        keep = pd.Series(True, index=found.activiteiten.index)
        for name, value in within:
            keep &= ACTIVITY[name].holds(found, value)
        found = narrow(found, found.activiteiten[keep], _with_places(selection, within))
    for name, value in evidence.where:
        if name in PARTNER:
            holds = PARTNER[name].holds(replace(base, partners=found.partners), value)
            found = replace(found, partners=found.partners[holds])
        elif name in LINE:
            asked = found if LINE[name].within else replace(register, verbindingslijnen=found.verbindingslijnen)
            holds = LINE[name].holds(asked, value)
            found = replace(found, verbindingslijnen=found.verbindingslijnen[holds])
    return found


def _counted_over(register: Register, selection: Selection, setting: dict[str, str]) -> Register:
    """The register that the conditions of an evidence narrow, as its *setting* says."""
    if setting == dict([_WHOLE]):
        return register  # with the partners that take part in nothing
    if "basis" in setting:
        selection = _WITHIN[setting["basis"]][1](selection)
    if "ongeacht" in setting:
        selection = selection.without(setting["ongeacht"])
    ever = selection.on(None)
    day = date.fromisoformat(setting["dag"]) if "dag" in setting else selection.peildatum or register.checked_on
    now = selection.on(day)
    if "erbij" in setting:
        then = now.on(date.fromisoformat(setting["erbij"]))
        return _beyond(apply(now, register), apply(then, register), now)
    if "voorbij" in setting:
        then = now.on(date.fromisoformat(setting["voorbij"]))
        return _beyond(apply(then, register), apply(now, register), then)
    if "afgelopen" in setting:
        found = apply(ever, register)
        over = recent.ended_between(found.activiteiten, date.fromisoformat(setting["afgelopen"]), day)
        return narrow(found, found.activiteiten[over], ever)
    return apply(now if "dag" in setting else selection, register)


def _beyond(these: Register, those: Register, selection: Selection) -> Register:
    """*these* without the activities, partners and lines that *those* have too; *selection* is that of *these*."""

    def only(kind: str) -> pd.DataFrame:
        frame: pd.DataFrame = getattr(these, kind)
        return frame[~frame["id"].isin(getattr(those, kind)["id"])]

    found = narrow(these, only("activiteiten"), selection)
    return replace(found, partners=only("partners"), verbindingslijnen=only("verbindingslijnen"))


def _with_places(selection: Selection, within: list[tuple[str, str]]) -> Selection:
    """*selection* as it decides on lines (:func:`lrn.selection.narrow`), with the conditions *within* as its filters.

    A place has lines of its own; what narrows by anything else leaves only the lines of activities.
    """
    fields = {each.condition: each.field for each in FILTERS}
    chosen: dict[str, Any] = {fields.get(name, "vorm"): (value,) for name, value in within}
    return replace(selection, **chosen)


def rows(register: Register, selection: Selection, evidence: Evidence) -> pd.DataFrame:
    """The rows that *evidence* counts, as rows of the frame of the register that is named by what it counts.

    Where different ingredients, themes, colleges or kinds are counted these are the activities or partners that name
    one.
    """
    found = narrowed(register, selection, evidence)
    frame: pd.DataFrame = getattr(found, evidence.rows_of)
    if evidence.unit in _DIFFERENT:
        return frame[frame["id"].isin(_DIFFERENT[evidence.unit](found).index)]
    return frame


def amount(register: Register, selection: Selection, evidence: Evidence) -> int:
    """The figure itself: how many rows it counts, or how many different ingredients, themes, colleges or kinds."""
    if evidence.unit in _DIFFERENT:
        return int(_DIFFERENT[evidence.unit](narrowed(register, selection, evidence)).nunique())
    return len(rows(register, selection, evidence))
