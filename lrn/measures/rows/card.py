"""Everything that the workbook says of one activity, partner or line, as a person reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
from pandas.api.typing import NaTType

from lrn import texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.measures.quality.freshness import ago
from lrn.measures.rows.labelled import municipality_name, term_label
from lrn.measures.rows.listing import OWN, SHEETS, formats, headings, table
from lrn.measures.rows.wording import end_name
from lrn.register.columns import ACTIVITEITEN, Column
from lrn.register.model import Finding, Register, Severity
from lrn.register.reading.number_format import as_shown
from lrn.register.values.personal import without_addresses
from lrn.selection import Selection, narrow

# What a card shows in a place of its own; the other columns stand together as facts.
_APART = ("id", "naam", "omschrijving", "ingredienten", "opbrengst", "bijgewerkt", "breedtegraad", "lengtegraad")
# Empty on purpose: a region stands in for a municipality, what goes on has no Einde, coordinates are an extra.
_NOT_ASKED = ("regio", "einde", "breedtegraad", "lengtegraad")


@dataclass(frozen=True)
class Fact:
    """One thing that the workbook says: its heading, what was understood, and what was typed when that was not."""

    heading: str
    text: str
    typed: str = ""


@dataclass(frozen=True)
class Named:
    """An activity, a partner, a municipality or a region by its name; ``id`` is "" for what has no card of its own."""

    naam: str
    id: str = ""


@dataclass(frozen=True)
class TakesPart:
    """One row of Deelnames, seen from one end: who or what is at the other, what that is, and what the row says."""

    other: Named
    what: str
    rol: str
    meerwaarde: str


@dataclass(frozen=True)
class Verbindingslijn:
    """One verbindingslijn: both ends, and what the workbook says of it."""

    id: str
    van: Named
    naar: Named
    vorm: str
    frequentie: str
    sinds: str
    omschrijving: str
    findings: tuple[Finding, ...]
    rij: str

    def other(self, identity: str) -> Named:
        """The end that is not the activity with ID *identity*."""
        return self.naar if self.van.id == identity else self.van


@dataclass(frozen=True)
class Partner:
    """One partner, and the activities that it takes part in."""

    id: str
    naam: str
    facts: tuple[Fact, ...]
    activiteiten: tuple[TakesPart, ...]
    findings: tuple[Finding, ...]
    rij: str


@dataclass(frozen=True)
class Activity:
    """One activity. ``ingredienten`` are numbers in order, ``missing`` the headings of what is not filled in."""

    id: str
    naam: str
    omschrijving: str
    plaats: str
    facts: tuple[Fact, ...]
    ingredienten: tuple[int, ...]
    partners: tuple[TakesPart, ...]
    lines: tuple[Verbindingslijn, ...]
    opbrengst: str
    bijgewerkt: str
    missing: tuple[str, ...]
    findings: tuple[Finding, ...]
    rij: str


def activity(register: Register, identity: str) -> Activity | None:
    """What *register* says of the activity with ID *identity*; None when it has none that counts."""
    rows = register.activiteiten[register.activiteiten["id"] == identity]
    if rows.empty:
        return None
    row = rows.iloc[0]
    told = table(narrow(register, rows, Selection()), rows, kind="activiteiten").iloc[0]
    findings = _findings(register, "activiteiten", row["rij"])
    facts = _facts(register, "activiteiten", told, findings, without=_APART)
    if pd.notna(row["breedtegraad"]) and pd.notna(row["lengtegraad"]):
        facts.append(Fact("Coördinaten", "; ".join(texts.number(row[c], 4) for c in ("breedtegraad", "lengtegraad"))))
    numbers = register.ingredienten.loc[register.ingredienten["activiteit"] == identity, "nr"]
    return Activity(
        id=identity,
        naam=told["naam"],
        omschrijving=told["omschrijving"],
        plaats=told["plaats"],
        facts=tuple(facts),
        ingredienten=tuple(sorted(int(nr) for nr in numbers)),
        partners=_partners_of(register, identity),
        lines=_lines_of(register, identity),
        opbrengst=told["opbrengst"],
        bijgewerkt=_updated(row["bijgewerkt"], pd.Timestamp(register.checked_on)),
        missing=_missing(told, findings),
        findings=findings,
        rij=told["rij"],
    )


def partner(register: Register, identity: str) -> Partner | None:
    """What *register* says of the partner with ID *identity*; None when it has none that counts."""
    rows = register.partners[register.partners["id"] == identity]
    if rows.empty:
        return None
    told = table(register, rows, kind="partners").iloc[0]
    findings = _findings(register, "partners", rows["rij"].iloc[0])
    return Partner(
        id=identity,
        naam=told["naam"],
        facts=tuple(_facts(register, "partners", told, findings, without=("id", "naam"))),
        activiteiten=_activities_of(register, identity),
        findings=findings,
        rij=told["rij"],
    )


def line(register: Register, identity: str) -> Verbindingslijn | None:
    """What *register* says of the line with ID *identity*; None when it has none that counts."""
    rows = register.verbindingslijnen[register.verbindingslijnen["id"] == identity]
    return None if rows.empty else _lines(register, rows)[0]


def _facts(
    register: Register, kind: str, told: pd.Series, findings: tuple[Finding, ...], *, without: tuple[str, ...]
) -> list[Fact]:
    """What a row says in the columns of the contract, without some, and in those of the workbook's own."""
    columns = [c for c in SHEETS[kind].shown if c.field not in without]
    facts = [Fact(c.header, _said(told[c.field]), _typed(c, findings)) for c in columns]
    own = {name: heading for name, heading in headings(register, kind).items() if name.startswith(OWN)}
    codes = formats(register, kind)
    facts += [Fact(heading, _said(told[name], codes.get(name, ""))) for name, heading in own.items()]
    return [fact for fact in facts if fact.text or fact.typed]


def _typed(column: Column, findings: tuple[Finding, ...]) -> str:
    """What stands in the workbook in *column* when it was not understood, else ""."""
    return next((f.value for f in findings if f.column == column.header and f.severity is Severity.WAARSCHUWING), "")


def _said(cell: Any, code: str = "") -> str:
    """A cell of a table as one text: a date as it is spoken, a number by its format, "" for one that is missing."""
    if isinstance(cell, str):
        return cell
    if pd.isna(cell):
        return ""
    if code:
        return as_shown(float(cell), code)
    day = texts.long_date(cell)
    return day if cell == cell.normalize() else f"{day}, {cell:%H:%M}"


def _updated(when: pd.Timestamp | NaTType, today: pd.Timestamp) -> str:
    """When a row was updated, seen from *today*: "3 weken geleden (1 oktober 2026)"; "" when nobody says."""
    if pd.isna(when):
        return ""
    return f"{ago(max((today - when).days, 0))} ({texts.long_date(when)})"


def _missing(told: pd.Series, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    asked = [c for c in ACTIVITEITEN.shown if c.field not in _NOT_ASKED]
    return tuple(
        c.header
        for c in asked
        if not _said(told[c.field]) and not _typed(c, findings) and not (c.field == "gemeente" and told["regio"])
    )


def _findings(register: Register, kind: str, row: int) -> tuple[Finding, ...]:
    """The findings on one row, apart from those about a contact column."""
    sheet = SHEETS[kind]
    hidden = [column.header for column in sheet.columns if column.contact]
    found = register.bevindingen
    here = found[(found["sheet"] == sheet.name) & (found["row"] == row) & ~found["column"].isin(hidden)]
    cells = here[list(Finding._fields)].itertuples(index=False)
    return tuple(Finding(Severity(severity), *rest) for severity, *rest in cells)


def _partners_of(register: Register, identity: str) -> tuple[TakesPart, ...]:
    rows = register.deelnames[register.deelnames["activiteit"] == identity]
    known = _named(register.partners, rows["partner"])
    found = []
    for partner, rol, meerwaarde in zip(rows["partner"], rows["rol"], rows["meerwaarde"], strict=True):
        row = known.get(partner, {})
        other = Named(_text(row["naam"]), partner) if row else Named(texts.ONBEKEND)
        kind = term_label(v.PARTNERSOORTEN, row.get("soort")) or ""
        found.append(TakesPart(other, kind, term_label(v.ROLLEN, rol) or "", _text(meerwaarde)))
    return tuple(found)


def _activities_of(register: Register, identity: str) -> tuple[TakesPart, ...]:
    rows = register.deelnames[register.deelnames["partner"] == identity]
    known = _named(register.activiteiten, rows["activiteit"])
    found = []
    for activity, rol, meerwaarde in zip(rows["activiteit"], rows["rol"], rows["meerwaarde"], strict=True):
        if not (row := known.get(activity)):
            continue  # the row names an activity that does not count; the finding is on that row
        parts = (municipality_name(row["gemeente"]), (term_label(v.STATUSSEN, row["status"]) or "").lower())
        what = ", ".join(part for part in parts if part)
        other = Named(_text(row["naam"]), activity)
        found.append(TakesPart(other, what, term_label(v.ROLLEN, rol) or "", _text(meerwaarde)))
    return tuple(found)


def _named(frame: pd.DataFrame, wanted: pd.Series) -> dict[str, Row]:
    """The rows of *frame* with the IDs that are *wanted*, by ID."""
    return {row["id"]: row for row in frame[frame["id"].isin(set(wanted))].to_dict("records")}


def _lines_of(register: Register, identity: str) -> tuple[Verbindingslijn, ...]:
    frame = register.verbindingslijnen
    touches = pd.Series(False, index=frame.index)
    for end in ("van", "naar"):
        touches |= (frame[f"{end}_soort"] == "activiteit") & (frame[end] == identity)
    return _lines(register, frame[touches])


def _lines(register: Register, rows: pd.DataFrame) -> tuple[Verbindingslijn, ...]:
    names = dict(zip(register.activiteiten["id"], register.activiteiten["naam"], strict=True))

    def end(kind: str, code: str) -> Named:
        told = end_name(kind, code, names)
        return Named(texts.ONBEKEND if told == v.ONBEKEND else _text(told), code if kind == "activiteit" else "")

    told = table(register, rows, kind="verbindingslijnen")
    return tuple(
        Verbindingslijn(
            id=row["id"],
            van=end(row["van_soort"], row["van"]),
            naar=end(row["naar_soort"], row["naar"]),
            vorm=said["vorm"],
            frequentie=said["frequentie"],
            sinds=_said(said["sinds"]),
            omschrijving=said["omschrijving"],
            findings=_findings(register, "verbindingslijnen", row["rij"]),
            rij=said["rij"],
        )
        for row, said in zip(rows.to_dict("records"), told.to_dict("records"), strict=True)
    )


def _text(cell: object) -> str:
    return without_addresses(cell) if isinstance(cell, str) else ""
