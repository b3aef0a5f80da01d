"""What rows can be narrowed by: the conditions of which an evidence is made, by their names in a link.

A condition has a name and a value, both texts (``thema:zorg``). Here stands what each name means: which rows it holds
for, its words and the values it allows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.filters import FILTERS
from lrn.measures.insights import recent
from lrn.measures.network import graph
from lrn.measures.onmap import lines
from lrn.measures.onmap.locations import whereabouts
from lrn.measures.partners import added_value, strategic, taking_part
from lrn.measures.places import Level, municipality_codes
from lrn.measures.quality import freshness
from lrn.measures.rows import network_conditions
from lrn.measures.rows.condition import Condition, about, filtered, named
from lrn.measures.support import claimed, supported
from lrn.register.model import Register
from lrn.selection import undated
from lrn.terms import Vocabulary


def _equal(column: pd.Series, value: str) -> pd.Series:
    return column.eq(value) if value else column.isna()


def _labelled(vocabulary: Vocabulary, code: str) -> str:
    return texts.NOT_FILLED_IN if not code else texts.ONBEKEND.lower() if code == v.ONBEKEND else vocabulary.label(code)


DEFINITIONS = texts.DEFINITIONS | {
    each.definition: each.definition for each in (*FILTERS, *network_conditions.LEVELS.values())
}
"""What the keys of :attr:`Condition.definition` mean; that of a filter is a sentence of its own."""


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


def is_day(text: str) -> bool:
    """Whether *text* is a day as a link writes it: 2026-11-24."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def say_day(text: str) -> str:
    """A day of a link in Dutch words."""
    return texts.long_date(date.fromisoformat(text))


def _located(register: Register, value: str) -> pd.Series:
    known = whereabouts(register.activiteiten)
    return known["buiten"] if value == "buiten" else known["hoe"].eq(value)


def _asks_for_a_look(register: Register, days: str) -> pd.Series:
    asked = freshness.to_update(freshness.ages(register, today=register.checked_on), older_than=int(days))
    return register.activiteiten["id"].isin(asked["id"])


def _adds(side: str) -> Condition:
    """A condition on what one side adds, by its code."""
    known, header = added_value.SIDES[side].values, added_value.HEADERS[side].lower()
    return Condition(
        lambda register, code: added_value.adds(register, side, code),
        lambda code: f"{header}: {added_value.spoken(side, code)}",
        {*known.codes, v.ONBEKEND}.__contains__,
        "meerwaarde",
    )


LOCATED = {
    "eigen": "met coördinaten op de kaart",
    "gemeente": "ergens in de gemeente op de kaart",
    "regio": "ergens in de regio op de kaart",
    "geen": "zonder plek op de kaart",
    "buiten": "coördinaten buiten de eigen gemeente",
}

ACTIVITY: dict[str, Condition] = {
    **{each.condition: filtered(each) for each in FILTERS},
    "niet_genoemd": _ingredient(claimed, "ingrediënt {} niet genoemd", "niet_genoemd", reverse=True),
    "te_zien": _ingredient(supported, "ingrediënt {} onderbouwd", "te_zien_{}"),
    "niet_te_zien": _ingredient(supported, "ingrediënt {} nog niet onderbouwd", "te_zien_{}", reverse=True),
    "begonnen": Condition(_on(recent.begun_since), lambda day: f"Start op of na {say_day(day)}", is_day, "begonnen"),
    "eindigt": Condition(_on(recent.ending_by), lambda day: f"eindigt uiterlijk op {say_day(day)}", is_day, "eindigt"),
    "zonder_einde": Condition(
        lambda register, _: undated(register.activiteiten),
        lambda _: "afgerond of gestopt, zonder Einde",
        "ja".__eq__,
        "zonder_einde",
    ),
    "activiteit": about(
        lambda register, identity: register.activiteiten["id"].eq(identity),
        named(graph.ACTIVITEIT, "activiteit {}"),
        bool,
        "activiteit",
    ),
    "partner": about(
        lambda register, identity: register.activiteiten["id"].isin(
            register.deelnames.loc[register.deelnames["partner"] == identity, "activiteit"]
        ),
        named(graph.PARTNER, "met partner {}"),
        bool,
        "doet_mee",
    ),
    **{side: _adds(side) for side in added_value.SIDES},
    "strategische_partner": Condition(
        lambda register, _: strategic.with_relation(register),
        lambda _: "met een strategische relatie",
        "ja".__eq__,
        "strategische_partner",
    ),
    "bijgewerkt": Condition(
        lambda register, _: register.activiteiten["bijgewerkt"].isna(),
        lambda _: "zonder datum bij Bijgewerkt",
        v.ONBEKEND.__eq__,
        "zonder_bijgewerkt",
    ),
    "actualiseren": Condition(
        _asks_for_a_look,
        lambda days: f"{freshness.not_updated_for(int(days))}, of {freshness.NO_OUTCOME}",
        lambda days: days.isdecimal() and 0 < int(days) < 10_000,
        "actualiseren",
    ),
    "gemeente_in": Condition(
        lambda register, code: municipality_codes(register.activiteiten).map(v.place_of_municipality).eq(code),
        lambda code: f"gemeente in {v.PLAATS_NAMEN[code]}",
        v.PLAATS_NAMEN.__contains__,
        "gemeente_in",
    ),
    "plek": Condition(_located, LOCATED.__getitem__, LOCATED.__contains__, "plek"),
    **network_conditions.ACTIVITY,
}
"""What activities can be narrowed by. A condition that is given twice must hold both times."""


def _takes_part_in(register: Register, where: pd.Series, code: str) -> pd.Series:
    """Which partners take part in an activity of which *where* (by row) is *code*."""
    there = register.activiteiten.loc[where == code, "id"]
    taking_part = register.deelnames.loc[register.deelnames["activiteit"].isin(there), "partner"]
    return register.partners["id"].isin(taking_part)


PARTNER: dict[str, Condition] = {
    "gevestigd": Condition(
        lambda register, code: register.partners["gemeente"].map(v.place_of_municipality, na_action=None).eq(code),
        lambda code: f"gevestigd in {v.PLAATS_NAMEN[code]}",
        v.PLAATS_NAMEN.__contains__,
        "gevestigd",
    ),
    "strategisch": Condition(
        lambda register, _: register.partners["strategisch"].eq(True),
        lambda _: "strategische relatie",
        "ja".__eq__,
        "strategisch",
    ),
    "doet_mee_in": Condition(
        lambda register, code: _takes_part_in(register, register.activiteiten["plaats"], code),
        lambda code: f"doet mee in {v.PLAATS_NAMEN[code]}",
        v.PLAATS_NAMEN.__contains__,
        "doet_mee_in",
    ),
    "doet_mee_in_gemeente": Condition(
        lambda register, code: _takes_part_in(register, municipality_codes(register.activiteiten), code),
        lambda code: f"doet mee in {v.GEMEENTE[code].naam}",
        v.GEMEENTE.__contains__,
        "doet_mee_in",
    ),
    "past_bij": Condition(
        lambda register, theme: register.partners["soort"].isin(v.PASSENDE_SOORTEN[theme]),
        lambda theme: texts.choice(v.PARTNERSOORTEN.label(kind) for kind in v.PASSENDE_SOORTEN[theme]),
        v.PASSENDE_SOORTEN.__contains__,
        "past_bij",
    ),
    "soort": Condition(
        lambda register, code: _equal(register.partners["soort"], code),
        lambda code: _labelled(v.PARTNERSOORTEN, code),
        {*v.PARTNERSOORTEN.codes, v.ONBEKEND, ""}.__contains__,
        "soort",
    ),
    "partnerrol": Condition(
        lambda register, code: taking_part.has_role(register, code),
        lambda code: v.ROLLEN.label(code),
        v.ROLLEN.codes.__contains__,
        "partnerrol",
    ),
    "in_regios": Condition(
        lambda register, _: taking_part.in_several_places(register),
        lambda _: "in meer dan één regio",
        "meer".__eq__,
        "in_regios",
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
        "lijnvorm",
    ),
    **_line_conditions("plaats"),
    **_line_conditions("gemeente"),
    **network_conditions.LINE,
}
"""What lines are narrowed by: their form, the two places that they join, or one of them, or what they join.

An end that is an activity belongs to its place, so the places are asked of the whole register.
"""
