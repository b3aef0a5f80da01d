"""Builds the register from the texts of a workbook, and names everything that was not understood.

Weights: a *fout* leaves a row out, a *waarschuwing* leaves a value out, an *opmerking* leaves nothing out.
Every row below the headings that holds anything is counted or has a fout.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.dates import as_timestamp
from lrn.register.model import Finding, Register, SheetRows, Source, Unreadable, Weight
from lrn.register.references import resolve_endpoints, resolve_ids
from lrn.register.sheet import SheetReading, read_sheet

DATES = ("start", "einde", "bijgewerkt")
SINGLE = [column.field for column in c.ACTIVITEITEN.columns if column.kind not in (c.Kind.TERMS, c.Kind.INGREDIENTS)]
KENMERKEN = tuple(
    column.field for column in c.ACTIVITEITEN.columns if column.kind is c.Kind.TERMS and column.field != "themas"
)
DAYS_FRESH = 365  # an activity that was not updated for longer gets an opmerking


def build(sheets: dict[str, pd.DataFrame], source: Source, today: date) -> Register:
    """The register in *sheets* (texts by sheet name, see ``lrn.register.read.read_texts``).

    *today* decides which activities were not updated for a year. Raises :class:`Unreadable` when the required
    sheet has no headings to go by.
    """
    readings = {sheet.name: read_sheet(sheet, sheets.get(sheet.name, pd.DataFrame())) for sheet in c.SHEETS}
    activities = readings[c.ACTIVITEITEN.name]
    missing = [
        column.header for column in c.ACTIVITEITEN.columns if column.required and column not in activities.columns
    ]
    if missing:
        raise Unreadable(texts.missing_columns(source.name, c.ACTIVITEITEN.name, missing))

    _check_activities(activities, today)
    ids = {row["id"]: row["naam"] for row in activities.counted()}
    partner_ids = {row["id"]: row["naam"] for row in readings[c.PARTNERS.name].counted()}
    deelnames = readings[c.DEELNAMES.name]
    resolve_ids(deelnames, "activiteit", ids)
    resolve_ids(deelnames, "partner", partner_ids)
    lines = readings[c.VERBINDINGSLIJNEN.name]
    resolve_endpoints(lines, ids)

    for row in activities.rows:
        row["niet_begrepen"] = ", ".join(activities.not_understood(row["rij"])) or None
    counted = activities.counted()
    findings = [finding for reading in readings.values() for finding in reading.in_order()]
    return Register(
        source=Source(source.path, source.version, source.modified, is_sample=c.VOORBEELD_BLAD in sheets),
        activiteiten=_frame(counted, [*SINGLE, "plaats", "niet_begrepen", "rij"], dates=DATES),
        ingredienten=_long(counted, "ingredienten", "nr", "int64"),
        themas=_long(counted, "themas", "thema"),
        kenmerken=pd.concat(
            [_long(counted, f, "waarde").assign(veld=f)[["activiteit", "veld", "waarde"]] for f in KENMERKEN],
            ignore_index=True,
        ),
        partners=_frame(readings[c.PARTNERS.name].counted(), [k.field for k in c.PARTNERS.columns] + ["rij"]),
        deelnames=_frame(deelnames.counted(), [k.field for k in c.DEELNAMES.columns] + ["rij"]),
        verbindingslijnen=_frame(
            lines.counted(),
            ["id", "van_soort", "van", "naar_soort", "naar", "vorm", "frequentie", "sinds", "omschrijving", "rij"],
            dates=("sinds",),
        ),
        findings=tuple(findings + _unknown_sheets(sheets)),
        rows=tuple(SheetRows(name, len(r.counted()), len(r.left_out)) for name, r in readings.items()),
        checked_on=today,
        terzijde={name: r.aside for name, r in readings.items() if not r.aside.empty},
    )


def place_of(gemeente: str | None, regio: str | None) -> str:
    """The place (:data:`lrn.vocabulary.PLAATSEN`) that an activity counts under: its region where given, else CBS'."""
    if regio not in (None, v.ONBEKEND):
        if regio == v.MIDDEN_UTRECHT and gemeente == v.WOERDEN:
            return v.WOERDEN
        return regio if regio in v.KIESBARE_PLAATSEN else v.ELDERS
    return v.place_of_municipality(gemeente)


def _check_activities(reading: SheetReading, today: date) -> None:
    """Derive ``plaats`` and the netwerkthema; mend what contradicts itself; remark on what can be better."""
    column = c.ACTIVITEITEN.column
    for row in reading.rows:
        gemeente, regio = row["gemeente"], row["regio"]
        row["plaats"] = place_of(gemeente, regio)
        if (contradiction := _contradiction(gemeente, regio)) is not None:
            reading.add(Weight.OPMERKING, row, column("regio"), *contradiction)
        themes = row["themas"] or ()
        if v.NETWERKTHEMA.code in themes:
            row["themas"] = tuple(t for t in themes if t != v.NETWERKTHEMA.code) or None
            row["netwerkthema"] = row["netwerkthema"] is not False
        if row["start"] and row["einde"] and row["einde"] < row["start"]:
            reading.add(
                Weight.WAARSCHUWING,
                row,
                column("einde"),
                "Einde ligt vóór Start; het Einde telt als niet ingevuld",
            )
            row["einde"] = None
        if 3 in (row["ingredienten"] or ()) and not row["niveaus"]:
            reading.add(
                Weight.OPMERKING,
                row,
                column("niveaus"),
                "Ingrediënt 3 (verschillende niveaus) is genoemd, maar er staat geen niveau bij",
            )
        if row["bijgewerkt"] and (today - row["bijgewerkt"]).days > DAYS_FRESH:
            reading.add(Weight.OPMERKING, row, column("bijgewerkt"), "Langer dan een jaar niet bijgewerkt")


def _contradiction(gemeente: str | None, regio: str | None) -> tuple[str, str] | None:
    """Message and suggestion when the region filled in is not the one CBS puts the municipality in; else None."""
    if gemeente in (None, v.ONBEKEND) or regio in (None, v.ONBEKEND):
        return None
    counted = v.PLAATS_NAMEN[place_of(gemeente, regio)]
    known = v.GEMEENTE.get(str(gemeente))
    if known is None:  # elsewhere in the country: CBS puts it in none of our regions
        if place_of(gemeente, regio) == v.ELDERS:
            return None
        name = str(gemeente).removeprefix(f"{v.ELDERS}:")
        return f"CBS rekent {name} niet tot {counted}; de activiteit telt daar mee, zoals hier staat", ""
    if regio == known.regio or place_of(gemeente, regio) == place_of(gemeente, None):
        return None
    cbs = v.REGIO_NAMEN.label(known.regio)
    return f"CBS rekent {known.naam} tot {cbs}; de activiteit telt mee bij {counted}, zoals hier staat", cbs


def _frame(rows: list[dict[str, Any]], fields: list[str], dates: tuple[str, ...] = ()) -> pd.DataFrame:
    """The rows as a frame with exactly *fields*; *dates* become ``datetime64``, missing texts None."""
    data = {}
    for name in fields:
        values = [row[name] for row in rows]
        if name in dates:
            data[name] = pd.Series(pd.to_datetime([as_timestamp(x) for x in values]), dtype="datetime64[s]")
        elif name in ("breedtegraad", "lengtegraad"):
            data[name] = pd.Series(values, dtype="float64")
        elif name == "rij":
            data[name] = pd.Series(values, dtype="int64")
        else:
            data[name] = pd.Series(values, dtype="object")
    return pd.DataFrame(data)


def _long(rows: list[dict[str, Any]], source: str, target: str, dtype: str = "object") -> pd.DataFrame:
    """One row per value of the multi-valued field *source*: activiteit, *target*."""
    pairs = [(row["id"], value) for row in rows for value in row[source] or ()]
    return pd.DataFrame(
        {
            "activiteit": pd.Series([p[0] for p in pairs], dtype="object"),
            target: pd.Series([p[1] for p in pairs], dtype=dtype),
        }
    )


def _unknown_sheets(sheets: dict[str, pd.DataFrame]) -> list[Finding]:
    known = {sheet.name for sheet in c.SHEETS} | set(c.TEXT_SHEETS)
    return [
        Finding(
            Weight.OPMERKING,
            name,
            1,
            "",
            f"{name}!A1",
            name,
            "Dit werkblad hoort niet bij het register en blijft ongelezen",
        )
        for name, frame in sheets.items()
        if name not in known and not frame.empty
    ]
