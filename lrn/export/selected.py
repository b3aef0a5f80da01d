"""A selection as one workbook: its rows, every measure of it, and what was chosen from which register."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.export.links import view_link
from lrn.export.origin import origin
from lrn.export.report import as_report, behind, in_front
from lrn.export.values import Share, formatted
from lrn.export.workbook import About
from lrn.measures.compare.earlier import earlier
from lrn.measures.overview import Totals
from lrn.measures.places import LEVEL_NAMES, MUNICIPALITIES, Level, municipality_codes
from lrn.measures.rows import listing
from lrn.measures.summary import comparison, figures
from lrn.register.columns import ACTIVITEITEN, DEELNAMES, PARTNERS, VERBINDINGSLIJNEN
from lrn.register.model import Register
from lrn.selection import Selection
from lrn.views import charts, partner_charts
from lrn.views.chart import Chart
from lrn.views.facts import Facts

KEY_FIGURES = "Kerncijfers"
DEFINITIONS = {
    "Regio": "plaats",
    "Partners": "partners",
    "Verbindingslijnen": "lijnen",
    "Verloop": "kwartaal",
    "Netwerkthema": "netwerkthema",
    "Ingrediënten en thema's": "dekking",
}
"""What the sheet "Selectie" explains, and where :data:`lrn.texts.DEFINITIONS` says it."""

FIRST: dict[str, tuple[str, ...]] = {
    ACTIVITEITEN.name: ("ID", "Naam", "Verschijningsvorm", "Gemeente", "Status", "Start"),
    PARTNERS.name: ("ID", "Naam", "Soort", "Gemeente", "Schaal"),
    DEELNAMES.name: ("Activiteit", "Naam activiteit", "Partner", "Naam partner", "Rol"),
    VERBINDINGSLIJNEN.name: ("ID", "Van", "Naar", "Vorm"),
}
"""The columns that stand first on a sheet of rows, and go on paper."""

NOT_FIRST = ("Nr",)
"""A number says less than what it numbers."""

LINKS = {DEELNAMES.name: {"Activiteit": (ACTIVITEITEN.name, "ID"), "Partner": (PARTNERS.name, "ID")}}
"""Columns that lead to the row on another sheet that they name."""

Then = tuple[str, dict[str, Any]]
"""With what figures are compared, and the result of ``figures`` then."""


def selection_workbook(
    register: Register, selection: Selection, *, made: datetime, link: str = "", kept: Register | None = None
) -> bytes:
    """An .xlsx of what *selection* leaves of the whole *register*.

    The sheet "Selectie"; the figures of :func:`lrn.measures.summary.figures` and of each chart of the workbook, a table
    for each, on the sheet "Cijfers"; and four sheets with the rows as people read them, without the contact columns.
    *kept* is the kept state that *selection* compares with, if it names one.
    """
    found, facts = figures(register, selection), Facts(register, selection)
    tables = {
        KEY_FIGURES: key_figures(found, facts.totals, comparison(register, selection, kept)),
        **figure_sheets(found, facts.selected, _then(register, selection, kept)),
        **chart_sheets(facts),
    }
    return as_report(
        _about(register, selection, found, made, view_link(link, selection)),
        {name: in_front(behind(table, NOT_FIRST), ("Meerwaarde",)) for name, table in tables.items()},
        {name: in_front(table, FIRST[name]) for name, table in row_sheets(register, facts.selected).items()},
        printed={name: len(columns) for name, columns in FIRST.items()},
        links=LINKS,
        title=f"{texts.APP}: {' · '.join(selection.describe(register.checked_on))}",
    )


def _then(register: Register, selection: Selection, kept: Register | None) -> Then | None:
    """With what is compared, in words, and its figures; None without."""
    found = earlier(selection, kept)
    if found is None:
        return None
    before = figures(found.register or register, replace(selection, peildatum=found.day))
    return found.what, before


def row_sheets(register: Register, selected: Register) -> dict[str, pd.DataFrame]:
    """The rows of *selected* by the name of their sheet, with Dutch headings and the row in the workbook.

    A line may lead to any activity of the whole *register*.
    """
    sheets = {
        sheet.name: formatted(
            listing.table(register, getattr(selected, kind), kind=kind, within=selected),
            listing.formats(register, kind),
        ).rename(columns=listing.headings(register, kind))
        for kind, sheet in listing.SHEETS.items()
    }
    sheets[DEELNAMES.name] = participations(selected)
    return {sheet.name: sheets[sheet.name] for sheet in (ACTIVITEITEN, PARTNERS, DEELNAMES, VERBINDINGSLIJNEN)}


def participations(selected: Register) -> pd.DataFrame:
    """Who takes part in what, with the names beside the IDs."""
    names = selected.activiteiten.set_index("id")["naam"], selected.partners.set_index("id")["naam"]
    rows = selected.deelnames
    return pd.DataFrame(
        {
            DEELNAMES.column("activiteit").header: rows["activiteit"],
            "Naam activiteit": rows["activiteit"].map(names[0]),
            DEELNAMES.column("partner").header: rows["partner"],
            "Naam partner": rows["partner"].map(names[1]),
            DEELNAMES.column("rol").header: rows["rol"].map(_role, na_action="ignore"),
            DEELNAMES.column("meerwaarde").header: rows["meerwaarde"],
            texts.ROW_IN_WORKBOOK: f"{DEELNAMES.name}, rij " + rows["rij"].astype(str),
        }
    )


def _role(code: str) -> str:
    return texts.ONBEKEND if code == v.ONBEKEND else v.ROLLEN.label(code)


def figure_sheets(found: dict[str, Any], selected: Register, then: Then | None) -> dict[str, pd.DataFrame]:
    """The tables of *found*, the result of ``figures`` of *selected*, by name, beside those of *then*.

    A place or municipality that was not chosen has no figure: it says so.
    """
    told = {}
    for name, part, names, heading in (
        ("Per regio", "per_plaats", v.PLAATS_NAMEN, "Regio"),
        ("Per gemeente", "per_gemeente", MUNICIPALITIES, "Gemeente"),
    ):
        level: Level = "plaats" if part == "per_plaats" else "gemeente"
        taking_part = _partners_by(selected, level)
        before = {row["code"] or v.ZONDER: row["aantal"] for row in then[1][part]} if then else {}
        now = {row["code"] or v.ZONDER: row["aantal"] for row in found[part]}
        rows = []
        for code, label in names.items():
            row = {"Activiteiten": now.get(code), "Partners": taking_part.get(code, 0)}
            if then:
                row[f"Activiteiten, {then[0]}"] = before.get(code, 0)
            if code not in now:  # what was not chosen is no zero
                row = dict.fromkeys(row, texts.NOT_CHOSEN)
            own = {"CBS-code": code if code in v.GEMEENTE else None} if level == "gemeente" else {}  # not our own codes
            rows.append({heading: label, **own, **row})
        told[name] = pd.DataFrame(rows, dtype=object)
    return told


def _partners_by(selected: Register, level: Level) -> dict[str, int]:
    """How many partners take part in an activity there, by place or municipality."""
    activities = selected.activiteiten
    where = activities["plaats"] if level == "plaats" else municipality_codes(activities)
    codes = dict(zip(activities["id"], where, strict=True))
    there = pd.DataFrame(
        {"code": selected.deelnames["activiteit"].map(codes), "partner": selected.deelnames["partner"]}
    )
    known = there[there["partner"].isin(selected.partners["id"])]
    return {str(code): int(amount) for code, amount in known.groupby("code")["partner"].nunique().items()}


def chart_sheets(facts: Facts) -> dict[str, pd.DataFrame]:
    """The figures of ingredients, themes and partners, and of the charts that are ``in_workbook``, by their sheet."""
    per = LEVEL_NAMES[facts.level].lower()
    by_place = charts.INGREDIENT_MATRIX, charts.THEME_MATRIX, partner_charts.KIND_MATRIX
    crossed = [charts.by_chosen(chart, facts.selection) for chart in by_place]
    return {
        charts.INGREDIENTS.sheet: _figures(charts.INGREDIENTS, facts).drop(columns="Vraag"),
        charts.THEMES.sheet: _figures(charts.THEMES, facts),
        f"Ingrediënt per {per}": _figures(crossed[0], facts),
        f"Thema per {per}": _figures(crossed[1], facts),
        f"Soort partner per {per}": _figures(crossed[2], facts),
    } | {
        chart.sheet: _figures(chart, facts)
        for chart in (*charts.CHARTS, partner_charts.ADDED_VALUE)
        if chart.in_workbook
    }


def _figures(chart: Chart, facts: Facts) -> pd.DataFrame:
    """The table of *chart* with each share a ``Share``."""
    frame = chart.frame(facts)
    shares = frame.columns[frame.columns.str.startswith("aandeel")]
    told: dict[str, Any] = {name: list(map(Share, frame[name], frame[chart.share_of])) for name in shares}
    return chart.as_table(frame.assign(**told), in_workbook=True)


def key_figures(found: dict[str, Any], counted: Totals, before: dict[str, Any] | None) -> pd.DataFrame:
    """The figures above the pages: those of *found*, the partners and lines in *counted*, and *before*."""
    counts, network = found["activiteiten"], found["netwerkthema"]
    share = network["aandeel"]
    rows = [
        ("Activiteiten in deze selectie", counts["actief"]),
        ("Activiteiten in het register", counts["totaal"]),
        ("Rijen die niet meetellen", counts["uitgesloten"]),
        ("Partners", counted.partners),
        ("Verbindingslijnen", counted.verbindingslijnen),
        ("Op het netwerkthema", network["aantal"]),
        ("Aandeel op het netwerkthema", None if share is None else Share(share, counts["actief"])),
    ]
    if before:
        rows += [
            (f"Activiteiten, {before['met']}", before["toen"]["activiteiten"]),
            ("Intussen erbij", before["erbij"]["activiteiten"]),
            ("Intussen voorbij", before["voorbij"]["activiteiten"]),
            ("Afgerond of gestopt zonder Einde: telt op geen enkele dag mee", before["zonder_einde"]),
        ]
    return pd.DataFrame(rows, columns=["Maat", "Waarde"], dtype=object)


def _about(register: Register, selection: Selection, found: dict[str, Any], made: datetime, link: str) -> About:
    counts = found["activiteiten"]
    rules = [("Activiteiten in deze selectie", "actief" if selection.peildatum else "alles")]
    return [
        *origin(register, selection, made=made, link=link),
        ("Activiteiten", f"{texts.number(counts['actief'])} van de {texts.number(counts['totaal'])} in het register"),
        ("Rijen die niet meetellen", counts["uitgesloten"]),
        ("Niet in dit bestand", "Contactgegevens; ook e-mailadressen en telefoonnummers in andere kolommen."),
        ("Aandelen", f"Van de activiteiten in deze selectie; niet gegeven bij {texts.FEWER}."),
        *(
            (f"Definitie: {label[:1].lower()}{label[1:]}", texts.DEFINITIONS[key])
            for label, key in [*rules, *DEFINITIONS.items()]
        ),
    ]
