"""What it does to the figures that a column, or a value in it, is not read: one sentence for each column."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from lrn import texts
from lrn.register import columns as c
from lrn.register.model import Severity
from lrn.register.rules import Rule


class Effect(NamedTuple):
    """``column``: what follows when the whole column is not read; ``value``: what is so in rows with such a value."""

    column: str
    value: str


# By the name of the column in the frames, in the order of what they do to the figures. What is not here is only shown
# with the activity.
EFFECTS: dict[tuple[c.Sheet, str], Effect] = {
    (c.ACTIVITEITEN, "status"): Effect(
        "alle activiteiten tellen als actief, tenzij Start of Einde iets anders zegt",
        "is de status onbekend: Start en Einde bepalen of de activiteit als actief telt",
    ),
    (c.ACTIVITEITEN, "start"): Effect(
        "ook wat nog moet beginnen, telt als begonnen",
        "is de start onbekend: de activiteit telt als begonnen",
    ),
    (c.ACTIVITEITEN, "einde"): Effect(
        "ook wat voorbij is, telt als actief, tenzij de status iets anders zegt",
        "is het einde onbekend: de activiteit telt als nog niet voorbij",
    ),
    (c.ACTIVITEITEN, "gemeente"): Effect(
        "alleen de arbeidsmarktregio zegt waar een activiteit is",
        "is de gemeente onbekend: alleen een arbeidsmarktregio geeft de activiteit nog een plaats",
    ),
    (c.ACTIVITEITEN, "regio"): Effect(
        "", "is de arbeidsmarktregio onbekend: alleen de gemeente geeft de activiteit nog een plaats"
    ),
    (c.ACTIVITEITEN, "ingredienten"): Effect(
        "bij geen enkele activiteit telt een ingrediënt", "telt dit niet als ingrediënt"
    ),
    (c.ACTIVITEITEN, "themas"): Effect("geen activiteit staat bij een thema", "staat dit als onbekend thema"),
    (c.ACTIVITEITEN, "netwerkthema"): Effect(
        "alleen een activiteit met het netwerkthema bij Thema's telt daar mee", "telt dit niet als ja"
    ),
    (c.ACTIVITEITEN, "vorm"): Effect("geen activiteit staat bij een vorm", "is de vorm onbekend"),
    (c.ACTIVITEITEN, "college"): Effect("geen activiteit staat bij een college", "telt dit als een college apart"),
    (c.ACTIVITEITEN, "bijgewerkt"): Effect("niet te zien is hoe oud een rij is", "is niet te zien hoe oud de rij is"),
    (c.PARTNERS, "soort"): Effect("van geen partner is de soort bekend", "is de soort onbekend"),
}
# Of what is no value.
_OF_CAUSE: dict[str, str] = {
    Rule.UNKNOWN_SHEET.cause: "Niets op dit blad telt mee",
    Rule.TWO_COLUMNS.cause: "Alleen de eerste van de twee kolommen telt mee",
}
_BY_HEADING = {(sheet.name, sheet.column(field).header): effect for (sheet, field), effect in EFFECTS.items()}
_PLACES = (c.ACTIVITEITEN.column("gemeente").header, c.ACTIVITEITEN.column("regio").header)
_NO_PLACE = "geen activiteit heeft een plaats"


def of_column(sheet: c.Sheet, heading: str, read: Collection[str]) -> str:
    """What follows from a column of *sheet* that is not read, where those with the headings *read* are.

    A sentence without a full stop; "" for a column that no figure hangs on.
    """
    if any(column.required and column.header == heading for column in sheet.columns):
        return f"{heading} niet gelezen: geen rij op het blad {sheet.name} telt mee"
    told = _BY_HEADING.get((sheet.name, heading), Effect("", "")).column
    if told and sheet is c.ACTIVITEITEN and heading in _PLACES and not set(_PLACES) & set(read):
        told = _NO_PLACE
    return f"{heading} niet gelezen: {told}" if told else ""


def of_value(sheet: str, heading: str, severity: Severity, cause: str, rows: int) -> str:
    """What is so in as many *rows* with a finding of *severity* for *cause*; a sentence without a full stop."""
    if severity is Severity.FOUT:
        return f"{texts.count(rows, 'rij telt', 'rijen tellen')} niet mee"
    if cause in _OF_CAUSE:
        return _OF_CAUSE[cause]
    known = _BY_HEADING.get((sheet, heading))
    if severity is Severity.OPMERKING and cause != Rule.LIKE_ANOTHER.cause:
        return "Alles telt mee"
    told = known.value if known else "telt deze waarde niet mee"
    return f"Bij {texts.count(rows, 'rij', 'rijen')} {told}"


def rank(sheet: str, heading: str) -> int:
    """Where a column stands in the order of what it does to the figures; the rest comes last."""
    return list(_BY_HEADING).index((sheet, heading)) if (sheet, heading) in _BY_HEADING else len(_BY_HEADING)
