"""A selection as one workbook: its rows, every measure of it, and what was chosen from which register."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.export.links import view_link
from lrn.export.origin import origin
from lrn.export.values import Share, formatted
from lrn.export.workbook import About, as_workbook
from lrn.measures import network, themes
from lrn.measures.overview import totals
from lrn.measures.places import MUNICIPALITIES, Area, Level, level_in_view
from lrn.measures.rows import listing
from lrn.measures.summary import comparison, figures
from lrn.measures.trend import per_quarter
from lrn.register.columns import ACTIVITEITEN, DEELNAMES, PARTNERS, VERBINDINGSLIJNEN
from lrn.register.model import Register
from lrn.selection import Selection, apply

KEY_FIGURES = "Kerncijfers"
DEFINITIONS = {
    "Plaats": "plaats",
    "Partners": "partners",
    "Verbindingslijnen": "lijnen",
    "Verloop": "kwartaal",
    "Netwerkthema": "netwerkthema",
    "Ingrediënten en thema's": "dekking",
}
"""What the sheet "Selectie" explains, and where :data:`lrn.texts.DEFINITIONS` says it."""


def selection_workbook(
    register: Register, selection: Selection, *, made: datetime, link: str = "", kept: Register | None = None
) -> bytes:
    """An .xlsx of what *selection* leaves of the whole *register*.

    Four sheets with the rows as people read them, without the contact columns; the figures of
    :func:`lrn.measures.summary.figures`, a sheet for each table of them, and for the course, the partners and the
    lines; and the sheet "Selectie". *kept* is the kept state that *selection* compares with, if it names one.
    """
    found, selected = figures(register, selection), apply(selection, register)
    return as_workbook(
        row_sheets(register, selected)
        | {KEY_FIGURES: key_figures(found, selected, comparison(register, selection, kept))}
        | figure_sheets(found, level_in_view(selection))
        | course_and_network(register, selection, selected),
        _about(register, selection, found, made, view_link(link, selection)),
    )


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
    sheets[DEELNAMES.name] = _participations(selected)
    return {sheet.name: sheets[sheet.name] for sheet in (ACTIVITEITEN, PARTNERS, DEELNAMES, VERBINDINGSLIJNEN)}


def _participations(selected: Register) -> pd.DataFrame:
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


def figure_sheets(found: dict[str, Any], level: Level = "plaats") -> dict[str, pd.DataFrame]:
    """The tables of *found*, the result of ``figures``, by the name of their sheet; shares are ``Share``.

    The cross tables are by *level*. A place or municipality that was not chosen has no figure: it says so.
    """
    amount = found["activiteiten"]["actief"]
    return {
        "Per plaats": _table(
            _with_not_chosen(found["per_plaats"], v.PLAATS_NAMEN), {"naam": "Plaats", "aantal": "Activiteiten"}
        ),
        "Per gemeente": _table(
            [
                row | {"code": row["code"] if row["code"] in v.GEMEENTE else None}  # our own codes are none of CBS
                for row in _with_not_chosen(found["per_gemeente"], MUNICIPALITIES)
            ],
            {"code": "CBS-code", "naam": "Gemeente", "aantal": "Activiteiten"},
        ),
        "Per ingrediënt": _table(
            _with_shares(found["per_ingredient"], amount),
            {"nr": "Nr", "naam": "Ingrediënt", "aantal": "Activiteiten", "aandeel": "Aandeel"},
        ),
        "Per thema": _table(
            _with_shares(_named(found["per_thema"]), amount),
            {"naam": "Thema", "aantal": "Activiteiten", "aandeel": "Aandeel"},
        ),
        f"Ingrediënt per {level}": _crossed(
            [row | {"naam": v.INGREDIENT[row["nr"]].label} for row in found["ingredient_x_plaats"]], "Ingrediënt", level
        ),
        f"Thema per {level}": _crossed(_named(found["thema_x_plaats"]), "Thema", level),
    }


def course_and_network(register: Register, selection: Selection, selected: Register) -> dict[str, pd.DataFrame]:
    """The course by quarter, partners by kind and lines by form, by the name of their sheet."""
    ran = {"kwartaal": "Kwartaal", "dag": "Dag", "aantal": "Actief", "voorbij": "Waarvan op de peildatum voorbij"}
    kinds = {"naam": "Soort partner", "aantal": "Partners"}
    forms = {"naam": "Vorm", "aantal": "Verbindingslijnen"}
    return {
        "Verloop per kwartaal": per_quarter(register, selection)[list(ran)].rename(columns=ran),
        "Partners per soort": network.partners_by_kind(selected)[list(kinds)].rename(columns=kinds),
        "Verbindingslijnen per vorm": network.lines_by_form(selected)[list(forms)].rename(columns=forms),
    }


def key_figures(found: dict[str, Any], selected: Register, before: dict[str, Any] | None) -> pd.DataFrame:
    """The figures above the pages: those of *found*, how many partners and lines *selected* has, and *before*."""
    counts, network = found["activiteiten"], found["netwerkthema"]
    share = network["aandeel"]
    rows = [
        ("Activiteiten in deze selectie", counts["actief"]),
        ("Activiteiten in het register", counts["totaal"]),
        ("Rijen die niet meetellen", counts["uitgesloten"]),
        ("Partners", totals(selected).partners),
        ("Verbindingslijnen", totals(selected).verbindingslijnen),
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


def _named(rows: list[dict]) -> list[dict]:
    return [row | {"naam": themes.theme_label(row["thema"])} for row in rows]


def _with_shares(rows: list[dict], amount: int) -> list[dict]:
    return [row | {"aandeel": None if row["aandeel"] is None else Share(row["aandeel"], amount)} for row in rows]


def _table(rows: list[dict], headings: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, dtype=object)[list(headings)].rename(columns=headings)


def _with_not_chosen(rows: list[dict], names: dict[str, str]) -> list[dict]:
    """*rows* (code, aantal) in the order of *names* (by code), with those that were not chosen, which are no zero."""
    known = {row["code"] or v.ZONDER: row for row in rows}
    return [
        known.get(code) or {"code": None if code == v.ZONDER else code, "naam": name, "aantal": texts.NOT_CHOSEN}
        for code, name in names.items()
    ]


def _crossed(rows: list[dict], heading: str, level: Level) -> pd.DataFrame:
    """Activities by name and place, both in the order in which they come."""
    names, places = (list(dict.fromkeys(row[key] for row in rows)) for key in ("naam", "code"))
    counts = {(row["naam"], row["code"]): row["aantal"] for row in rows}
    columns = {Area(level, code or v.ZONDER).naam: [counts[name, code] for name in names] for code in places}
    return pd.DataFrame({heading: names, **columns}, dtype=object)


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
