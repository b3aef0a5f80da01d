"""What can be typed in a column: the sheet Lijsten, and what Excel offers and checks in the cells that are filled in.

Excel never refuses. It asks at most whether something is meant: the reader understands more spellings than a list can
hold.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from lrn import style
from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.values.dates import FIRST_YEAR, LAST_YEAR
from lrn.register.values.places import LATITUDES, LONGITUDES

LIJSTEN = c.TEXT_SHEETS[0]
ACTIVITY_IDS, PARTNER_IDS = "lijst_ID_activiteit", "lijst_ID_partner"


def allowed(column: c.Column) -> list[str]:
    """What can be typed in *column*, in the vocabulary's order; empty when that is free."""
    if column.vocabulary:
        return [term.label for term in column.vocabulary.terms]
    return {
        c.Kind.FLAG: [c.YES[0], c.NO[0]],
        c.Kind.MUNICIPALITY: [gemeente.naam for gemeente in v.GEMEENTEN],
        c.Kind.REGION: [term.label for term in v.REGIO_NAMEN.terms],
        c.Kind.INGREDIENTS: [f"{i.nr}. {i.naam}" for i in v.INGREDIENTEN],
    }.get(column.kind, [])


def limited() -> dict[str, c.Column]:
    """The columns with a list, by their heading: a heading that is on two sheets has the same list on both."""
    return {column.header: column for sheet in c.SHEETS for column in sheet.columns if allowed(column)}


def list_name(header: str) -> str:
    """The name under which a workbook knows the list of a column: ``lijst_Rol_mboRijnland``."""
    return "lijst_" + re.sub(r"\W+", "_", header.replace("'", ""))


def write_lists(book: xlsxwriter.Workbook) -> None:
    """Add the sheet Lijsten, a column for each list, and give each list its name."""
    sheet = book.add_worksheet(LIJSTEN)
    bold, aside = book.add_format({"bold": True}), book.add_format({"italic": True, "font_color": style.INK_SOFT})
    for position, (header, column) in enumerate(limited().items()):
        values, letter = allowed(column), xl_col_to_name(position)
        sheet.set_column(position, position, max(map(len, (header, *values))) + 2)
        sheet.write_string(0, position, header, bold)
        sheet.write_column(1, position, values)
        book.define_name(list_name(header), f"={LIJSTEN}!${letter}$2:${letter}${len(values) + 1}")
        if column.kind is c.Kind.MUNICIPALITY:  # below the list, so that it cannot be chosen
            sheet.write_string(len(values) + 1, position, "(of een andere gemeente)", aside)
    sheet.freeze_panes(1, 0)


def name_ids(book: xlsxwriter.Workbook) -> None:
    """Give the IDs on Activiteiten and Partners the names under which Deelnames and Verbindingslijnen offer them.

    From the second row to the last one filled. The formula holds on to the heading and to the whole column, as rows
    may be deleted, the second too.
    """
    for name, sheet in ((ACTIVITY_IDS, c.ACTIVITEITEN), (PARTNER_IDS, c.PARTNERS)):
        column = f"{sheet.name}!$A:$A"
        last = f'MAX(2,IFERROR(MATCH("zzzzzz",{column}),0),IFERROR(MATCH(9E+99,{column}),0))'
        book.define_name(name, f"=OFFSET({sheet.name}!$A$1,1,0,{last}-1,1)")


# ── What Excel offers and checks ─────────────────────────────────────────────────────────────────────────────


def check(column: c.Column, letter: str) -> dict[str, Any] | None:
    """The ``data_validation`` of the cells of *column*, which is column *letter* of its sheet; None where all is free.

    Where several values fit in a cell Excel does not even ask: a list knows one at a time.
    """
    match column.kind:
        case c.Kind.ID:
            once = {"validate": "custom", "value": f"=COUNTIF(${letter}:${letter},${letter}2)<2"}
            return once | _ask("Dit ID staat er al", "Van twee rijen met hetzelfde ID telt alleen de eerste mee.")
        case c.Kind.ACTIVITY:
            return _offer(ACTIVITY_IDS, f"Op het blad {c.ACTIVITEITEN.name} staat dit ID (nog) niet.")
        case c.Kind.PARTNER:
            return _offer(PARTNER_IDS, f"Op het blad {c.PARTNERS.name} staat dit ID (nog) niet.")
        case c.Kind.ENDPOINT:  # a municipality or a region fits too
            return _offer(ACTIVITY_IDS)
        case c.Kind.DATE:
            days = (date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
            return _between("date", days, "Schrijf hier een dag, als dag-maand-jaar. Bijvoorbeeld 15-09-2026.")
        case c.Kind.LATITUDE | c.Kind.LONGITUDE:
            low, high = LATITUDES if column.kind is c.Kind.LATITUDE else LONGITUDES
            written = f"{low} tot {high}".replace(".", ",")
            return _between("decimal", (low, high), f"In Nederland is dit een getal van {written}.")
        case c.Kind.MUNICIPALITY:
            return _offer(list_name(column.header), "Een gemeente buiten de lijst mag ook.")
        case _ if allowed(column):
            message = (
                "" if column.kind in c.SEVERAL else "Een waarde buiten de lijst herkent het dashboard misschien niet."
            )
            return _offer(list_name(column.header), message)
    return None


def _offer(name: str, message: str = "") -> dict[str, Any]:
    """A list to choose from. Another value makes Excel ask with *message*, or nothing when there is none."""
    asked = _ask("Niet in de lijst", message) if message else {"show_error": False}
    return {"validate": "list", "source": f"={name}"} | asked


def _between(what: str, bounds: tuple[Any, Any], message: str) -> dict[str, Any]:
    low, high = bounds
    asked = _ask("Klopt dit?", message)
    return {"validate": what, "criteria": "between", "minimum": low, "maximum": high} | asked


def _ask(title: str, message: str) -> dict[str, Any]:
    """Have Excel ask whether it is meant: it adds "Doorgaan?" with ja and nee."""
    return {"error_type": "warning", "error_title": title, "error_message": message}
