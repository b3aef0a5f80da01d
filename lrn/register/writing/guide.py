"""The sheet Uitleg: how a register is filled in, for the person who does it.

The template and the sample register share it. What holds for one of them only stands with that one.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from lrn import style, texts
from lrn.register import columns as c
from lrn.register.rules import overview
from lrn.register.writing.validation import LIJSTEN

UITLEG = c.TEXT_SHEETS[1]
LINE, LABEL, HEIGHT = (
    95,
    22,
    15,
)  # characters and points; set here, as not every program makes a row high enough for its text

Section = tuple[str, tuple[tuple[str, str], ...]]
"""A heading, and its lines: what it is about, and what there is to say."""

BLADEN: Section = (
    "De bladen",
    (
        (c.ACTIVITEITEN.name, "Wat er gebeurt: de knooppunten van het netwerk, één per rij."),
        (c.PARTNERS.name, "Wie er meedoen, één organisatie per rij."),
        (c.DEELNAMES.name, "Welke partner aan welke activiteit meedoet, met de ID's van de twee bladen hiervoor."),
        (
            c.VERBINDINGSLIJNEN.name,
            "Waarlangs ervaringen reizen: van en naar een activiteit (het ID), een gemeente of een regio.",
        ),
        (LIJSTEN, "De woorden die in een kolom passen. Hier hoeft u niets in te vullen."),
    ),
)
CELLEN: Section = (
    "In een cel",
    (
        ("Meer waarden", "Met een puntkomma ertussen, bijvoorbeeld zorg; welzijn."),
        ("Ingrediënten", "De nummers 1 t/m 11, bijvoorbeeld 1; 6; 9. Noem wat u herkent: het is geen checklist."),
        ("Datums", "Dag-maand-jaar, bijvoorbeeld 15-09-2026. Een leeg Einde betekent dat de activiteit doorloopt."),
        (
            ", ".join(column.header for column in c.ACTIVITEITEN.columns if column.contact),
            "Die zijn voor uzelf. Namen en adressen toont het dashboard aan niemand; een functie (teamleider) wel.",
        ),
        (
            "Eigen kolommen",
            "Mogen erbij. Met getallen, datums of ja en nee kunt u ze op de pagina Register tonen.",
        ),
    ),
)
FOUTJES: Section = (
    "Een foutje?",
    (
        (
            "Geeft niets",
            "Wat het dashboard niet herkent, noemt het: de cel, wat er staat en wat u waarschijnlijk bedoelde. "
            "De rest van de rij telt gewoon mee.",
        ),
        (
            "Telt niet mee",
            "Alleen een rij waarin iets ontbreekt wat nodig is (bij een activiteit ID en Naam), of met een ID dat er "
            "al staat. Ook dat leest u in het dashboard.",
        ),
        ("Weet u het niet?", "Laat de cel leeg. Een streepje of ‘n.v.t.’ mag, maar is niet nodig."),
    ),
)
GECONTROLEERD: tuple[Section, ...] = tuple(
    (f"Een {severity}: {texts.CONSEQUENCES[severity]}", tuple(lines.items())) for severity, lines in overview().items()
)


def write_guide(sheet: Worksheet, book: xlsxwriter.Workbook, title: str, sections: Sequence[Section]) -> None:
    """Fill the sheet Uitleg: *title*, and the sections below each other; the name of a sheet leads to it."""
    look = {"valign": "top", "text_wrap": True}
    text, label = book.add_format(look), book.add_format(look | {"bold": True})
    link = book.add_format(look | {"bold": True, "font_color": style.ACCENT, "underline": 1})
    heading = book.add_format({"bold": True, "font_size": 13, "font_color": style.ACCENT})
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 25)
    sheet.set_column(1, 1, 100)
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_row(0, 32)
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 18, "valign": "vcenter"}))
    sheets = [contract.name for contract in c.SHEETS]
    row = 1
    for name, lines in sections:
        sheet.set_row(row, 28)  # white space above the heading
        sheet.write_string(row, 0, name, heading)
        for about, line in lines:
            row += 1
            if about in sheets:
                sheet.write_url(row, 0, f"internal:{about}!A1", link, about)
            else:
                sheet.write_string(row, 0, about, label)
            broken = textwrap.wrap(line, LINE)
            sheet.write_string(row, 1, "\n".join(broken), text)
            sheet.set_row(row, HEIGHT * max(len(broken), len(textwrap.wrap(about, LABEL))) + 3)
        row += 1
