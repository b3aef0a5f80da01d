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
from lrn.measures import lines, recent
from lrn.measures.overview import ended_since
from lrn.measures.places import Level, municipality_codes
from lrn.measures.spots import whereabouts
from lrn.measures.substantiation import named, shown
from lrn.measures.themes import ALL_THEMES, carries, theme_label
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
    }
)
"""What can be counted, and the sheet of the workbook on which its rows stand.

``ingredienten``, ``themas`` and ``colleges`` count the different ones that its activities name.
"""


_DIFFERENT = {
    "ingredienten": lambda register: register.ingredienten.set_index("activiteit")["nr"],
    "themas": lambda register: register.themas.set_index("activiteit")["thema"].loc[lambda code: code != v.ONBEKEND],
    "colleges": lambda register: register.activiteiten.set_index("id")["college"].dropna(),
}
"""What the activities of a register name, by their ID, where the different ones are counted."""


@dataclass(frozen=True)
class Condition:
    """One way to narrow: ``holds`` tells which rows meet a value, ``say`` words it, ``allows`` knows what it can be.

    ``holds`` gets a register whose frame in question holds the rows that are left, and the other frames all rows.
    ``definition`` is a key of :data:`lrn.texts.DEFINITIONS`, in which {} stands for the value, or "".
    """

    holds: Callable[[Register, str], pd.Series]
    say: Callable[[str], str]
    allows: Callable[[str], bool]
    definition: str = ""


def _column(name: str) -> Callable[[Register, str], pd.Series]:
    """Whether column *name* of the activities holds the value; the empty value finds those without one."""

    return lambda register, value: _equal(register.activiteiten[name], value)


def _equal(column: pd.Series, value: str) -> pd.Series:
    return column.eq(value).fillna(False) if value else column.isna()


def _labelled(vocabulary: v.Vocabulary, code: str) -> str:
    return texts.NOT_FILLED_IN if not code else texts.ONBEKEND.lower() if code == v.ONBEKEND else vocabulary.label(code)


def _in_municipality(register: Register, value: str) -> pd.Series:
    return municipality_codes(register.activiteiten).eq(value)


def _ingredient(
    holds: Callable[[Register, int], pd.Series], say: str, definition: str, *, reverse: bool = False
) -> Condition:
    """A condition on an ingredient by its number; with *reverse* on those that do not meet it."""

    def met(register: Register, value: str) -> pd.Series:
        return holds(register, int(value)) != reverse

    known = {str(nr) for nr in v.INGREDIENT}
    return Condition(met, lambda nr: say.format(v.INGREDIENT[int(nr)].label), known.__contains__, definition)


def _on(holds: Callable[[pd.DataFrame, date], pd.Series]) -> Callable[[Register, str], pd.Series]:
    """Whether something holds of the activities on or around a day."""
    return lambda register, value: holds(register.activiteiten, date.fromisoformat(value))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _day(text: str) -> str:
    return texts.long_date(date.fromisoformat(text))


def _spot(register: Register, value: str) -> pd.Series:
    known = whereabouts(register.activiteiten)
    return known["buiten"] if value == "buiten" else known["hoe"].eq(value)


_MUNICIPALITIES = {g.code: g.naam for g in v.GEMEENTEN} | {v.ELDERS: "andere gemeenten", v.ZONDER: "zonder gemeente"}

SPOTS = {
    "eigen": "met coördinaten op de kaart",
    "gemeente": "ergens in de gemeente op de kaart",
    "regio": "ergens in de regio op de kaart",
    "geen": "zonder plek op de kaart",
    "buiten": "coördinaten buiten de eigen gemeente",
}

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
    "ingredient": _ingredient(named, "ingrediënt {}", "dekking"),
    "niet_genoemd": _ingredient(named, "ingrediënt {} niet genoemd", "", reverse=True),
    "te_zien": _ingredient(shown, "ingrediënt {} te zien", "te_zien_{}"),
    "niet_te_zien": _ingredient(shown, "ingrediënt {} nog niet te zien", "te_zien_{}", reverse=True),
    "begonnen": Condition(_on(recent.begun_since), lambda day: f"begonnen sinds {_day(day)}", _is_day),
    "eindigt": Condition(_on(recent.ending_by), lambda day: f"eindigt uiterlijk op {_day(day)}", _is_day),
    "activiteit": Condition(_column("id"), lambda identity: f"activiteit {identity}", bool),
    "gemeente_in": Condition(
        lambda register, code: municipality_codes(register.activiteiten).map(v.place_of_municipality).eq(code),
        lambda code: f"gemeente in {v.PLAATS_NAMEN[code]}",
        v.PLAATS_NAMEN.__contains__,
    ),
    "plek": Condition(_spot, SPOTS.__getitem__, SPOTS.__contains__, "plek"),
}
"""What activities can be narrowed by. A condition that is given twice must hold both times."""


def _takes_part_in(register: Register, place: str) -> pd.Series:
    there = register.activiteiten.loc[register.activiteiten["plaats"] == place, "id"]
    taking_part = register.deelnames.loc[register.deelnames["activiteit"].isin(there), "partner"]
    return register.partners["id"].isin(taking_part)


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
    "doet_mee_in": Condition(
        _takes_part_in, lambda code: f"doet mee in {v.PLAATS_NAMEN[code]}", v.PLAATS_NAMEN.__contains__
    ),
    "past_bij": Condition(
        lambda register, theme: register.partners["soort"].isin(v.PASSENDE_SOORTEN[theme]),
        lambda theme: texts.choice(v.PARTNERSOORTEN.label(kind) for kind in v.PASSENDE_SOORTEN[theme]),
        v.PASSENDE_SOORTEN.__contains__,
    ),
    "soort": Condition(
        lambda register, code: _equal(register.partners["soort"], code),
        lambda code: _labelled(v.PARTNERSOORTEN, code),
        {*v.PARTNERSOORTEN.codes, v.ONBEKEND, ""}.__contains__,
    ),
}
"""What partners are narrowed by, beside the activities that they take part in."""


def _line_conditions(level: Level) -> dict[str, Condition]:
    names, many = lines.nodes(level), {"plaats": "plaatsen", "gemeente": "gemeenten"}[level]

    def say(pair: str) -> str:
        one, other = pair.split(lines.SEPARATOR)
        return f"binnen {names[one]}" if one == other else f"tussen {names[one]} en {names[other]}"

    return {
        f"tussen_{many}": Condition(
            lambda register, pair: lines.joining(register, register.verbindingslijnen, pair, level=level),
            say,
            lambda pair: pair.count(lines.SEPARATOR) == 1 and set(pair.split(lines.SEPARATOR)) <= set(names),
            "lijnen_raken",
        ),
        f"ligging_{many}": Condition(
            lambda register, where: lines.lying(register, register.verbindingslijnen, where, level=level),
            lines.LIGGING.__getitem__,
            lines.LIGGING.__contains__,
            "lijnen_raken",
        ),
        f"raakt_{level}": Condition(
            lambda register, code: lines.touching(register, register.verbindingslijnen, code, level=level),
            lambda code: f"van of naar {names[code]}",
            names.__contains__,
            "lijnen_raken",
        ),
    }


LINE: dict[str, Condition] = {
    "lijnvorm": Condition(
        lambda register, code: _equal(register.verbindingslijnen["vorm"], code),
        lambda code: _labelled(v.LIJNVORMEN, code),
        {*v.LIJNVORMEN.codes, v.ONBEKEND, ""}.__contains__,
    ),
    **_line_conditions("plaats"),
    **_line_conditions("gemeente"),
}
"""What lines are narrowed by: their form, the two places that they join, or one of them.

An end that is an activity belongs to its place, so these are asked of the whole register.
"""


_WITHIN: dict[str, tuple[str, Callable[[Selection], Selection]]] = {
    "register": ("in het hele register", lambda _: Selection()),
    "netwerk": ("in het hele netwerk", lambda selection: selection.without("regio", "gemeente")),
    "peildatum": ("zonder andere filters", lambda selection: Selection(peildatum=selection.peildatum)),
}
"""Wider selections that a figure can be counted over: everything, every place, everything on the peildatum."""

_SETTING: dict[str, tuple[Callable[[str], str], Callable[[str], bool]]] = {
    "dag": (lambda day: f"op {_day(day)}", _is_day),
    "voorbij": (lambda day: f"liep op {_day(day)}, nu afgerond of gestopt", _is_day),
    "afgelopen": (lambda day: f"afgelopen sinds {_day(day)}", _is_day),
    "basis": (lambda basis: _WITHIN[basis][0], _WITHIN.__contains__),
}
"""What a figure is counted over when that is not the selection: another day, what is over, more than was chosen."""


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
        keys = [] if self.telt == "activiteiten" else [{"verbindingslijnen": "lijnen"}.get(self.telt, self.telt)]
        keys += [_conditions()[name].definition.format(value) for name, value in self.where if name in _conditions()]
        keys += ["netwerkthema"] if ("thema", v.NETWERKTHEMA.code) in self.where else []
        return [texts.DEFINITIONS[key] for key in dict.fromkeys(keys) if key]


def _conditions() -> dict[str, Condition]:
    return ACTIVITY | PARTNER | LINE


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
            holds = LINE[name].holds(replace(register, verbindingslijnen=found.verbindingslijnen), value)
            found = replace(found, verbindingslijnen=found.verbindingslijnen[holds])
    return found


def _counted_over(register: Register, selection: Selection, setting: dict[str, str]) -> Register:
    """The register that the conditions of an evidence narrow, as its *setting* says."""
    if setting == {"basis": "register"}:
        return register  # with the partners that take part in nothing
    if "basis" in setting:
        selection = _WITHIN[setting["basis"]][1](selection)
    if "dag" in setting:
        return apply(selection.on(date.fromisoformat(setting["dag"])), register)
    ever = selection.on(None)
    if "voorbij" in setting:
        found = apply(ever, register)
        over = ended_since(found.activiteiten, date.fromisoformat(setting["voorbij"]))
        return narrow(found, found.activiteiten[over], ever)
    if "afgelopen" in setting:
        found, until = apply(ever, register), selection.peildatum or register.checked_on
        over = recent.ended_between(found.activiteiten, date.fromisoformat(setting["afgelopen"]), until)
        return narrow(found, found.activiteiten[over], ever)
    return apply(selection, register)


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

    Where different ingredients, themes or colleges are counted these are the activities that name one.
    """
    found = narrowed(register, selection, evidence)
    if evidence.telt in _DIFFERENT:
        return found.activiteiten[found.activiteiten["id"].isin(_DIFFERENT[evidence.telt](found).index)]
    return getattr(found, evidence.telt)


def amount(register: Register, selection: Selection, evidence: Evidence) -> int:
    """The figure itself: how many rows it counts, or how many different ingredients, themes or colleges."""
    if evidence.telt in _DIFFERENT:
        return int(_DIFFERENT[evidence.telt](narrowed(register, selection, evidence)).nunique())
    return len(rows(register, selection, evidence))
