"""The rules about one row of Activiteiten: what its columns say of each other, and how old it is.

A rule is a function in ``RULES``: it adds what it finds to the sheet, and puts right what contradicts itself. One that
looks at several rows has a module of its own (``colleges``, ``twice``).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from lrn import vocabulary as v
from lrn.register.checking import twice
from lrn.register.checking.colleges import check_colleges
from lrn.register.checking.rows import SheetReading
from lrn.register.columns import ACTIVITEITEN
from lrn.register.rules import Rule
from lrn.register.values.remark import Remark

DAYS_FRESH = 365  # an activity that was not updated for longer gets an opmerking
_REGIO, _EINDE, _NIVEAUS, _BIJGEWERKT = map(ACTIVITEITEN.column, ("regio", "einde", "niveaus", "bijgewerkt"))
_LEVELS = "; ".join(v.NIVEAUS.codes[1:])


def check_activities(reading: SheetReading, today: date) -> None:
    """Fill ``plaats``, and apply each of ``RULES``; *today* decides which rows were not updated for a year."""
    values = reading.values
    values["plaats"] = list(map(cache(place_of), values["gemeente"], values["regio"]))
    for rule in RULES:
        rule(reading, today)


def place_of(gemeente: str | None, regio: str | None) -> str:
    """The place (:data:`lrn.vocabulary.PLAATSEN`) that an activity counts under: its region where given, else CBS'."""
    place = v.place_of_municipality(gemeente)
    # A municipality that is a place by itself stays one, whoever names its region.
    if regio is None or regio == v.ONBEKEND or (place in v.GEMEENTE and v.GEMEENTE[place].regio == regio):
        return place
    return regio if regio in v.PLAATS else v.ELDERS


def _other_region(reading: SheetReading, _: date) -> None:
    contradiction = cache(_contradiction)
    for i, (gemeente, regio) in enumerate(reading.of("gemeente", "regio")):
        if regio and (found := contradiction(gemeente, regio)):
            reading.add(i, _REGIO, found)


def _contradiction(gemeente: str | None, regio: str | None) -> Remark | None:
    """What to say when the region filled in is not the one CBS puts the municipality in; it may be meant."""
    if gemeente in (None, v.ONBEKEND) or regio in (None, v.ONBEKEND):
        return None
    place = place_of(gemeente, regio)
    counted, known = v.PLAATS_NAMEN[place], v.GEMEENTE.get(str(gemeente))
    if known is None:  # elsewhere in the country: CBS puts it in none of our regions
        name = str(gemeente).removeprefix(f"{v.ELDERS}:")
        return None if place == v.ELDERS else Rule.OUTSIDE_REGION.say(gemeente=name, plaats=counted)
    if regio == known.regio or place == place_of(gemeente, None):
        return None
    cbs = v.REGIO_NAMEN.label(known.regio)
    return Rule.OTHER_REGION.say(cbs, gemeente=known.naam, regio=cbs, plaats=counted)


def _theme_with_a_column(reading: SheetReading, _: date) -> None:
    """The netwerkthema among the themes counts as one; that it has a column of its own was said of the cell."""
    themas, network = reading.values["themas"], reading.values["netwerkthema"]
    for i, themes in enumerate(themas):
        if themes and v.NETWERKTHEMA.code in themes:
            themas[i] = tuple(theme for theme in themes if theme != v.NETWERKTHEMA.code) or None
            network[i] = network[i] is not False


def _ends_before_start(reading: SheetReading, _: date) -> None:
    for i, (start, end) in enumerate(reading.of("start", "einde")):
        if start and end and end < start:
            reading.add(i, _EINDE, Rule.ENDS_BEFORE_START.say())
            reading.values["einde"][i] = None


def _no_level(reading: SheetReading, _: date) -> None:
    # Rows of which it was already said that the level cannot be read.
    unread = {finding.row for finding in reading.findings if finding.column == _NIVEAUS.header}
    if _NIVEAUS in reading.misspelt:
        return
    told = Rule.NO_LEVEL.say(ingredient=v.INGREDIENT[3].naam.lower(), voorbeeld=_LEVELS)
    for i, (levels, ingredients) in enumerate(reading.of("niveaus", "ingredienten")):
        if not levels and ingredients and 3 in ingredients and reading.numbers[i] not in unread:
            reading.add(i, _NIVEAUS, told)


def _old(reading: SheetReading, today: date) -> None:
    oldest = today - timedelta(days=DAYS_FRESH)
    for i, updated in enumerate(reading.values["bijgewerkt"]):
        if updated and updated < oldest:
            reading.add(i, _BIJGEWERKT, Rule.OLD.say())


RULES: tuple[Callable[[SheetReading, date], None], ...] = (
    _other_region,
    _theme_with_a_column,
    _ends_before_start,
    _no_level,
    _old,
    lambda reading, _: check_colleges(reading),
    lambda reading, _: twice.check_activities(reading),
)
