"""Writes the template: an empty register that a person can fill in without asking anyone.

What a column is for stands in a note above it (``Column.uitleg``), what fits in it comes from a list, and the second
row of each sheet shows how it is done. Nothing refuses what someone types: Excel asks at most whether it is meant,
since the reader understands more spellings than a list can hold. The same bytes every time.
"""

from __future__ import annotations

import io
import textwrap
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from lrn import style, texts
from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.writing.guide import BLADEN, CELLEN, FOUTJES, GECONTROLEERD, UITLEG, Section, write_guide
from lrn.register.writing.validation import allowed, check, name_ids, write_lists
from lrn.terms import Vocabulary

CREATED = datetime(2026, 11, 23)  # a fixed moment, else no two files would be the same
AUTHOR = "LRN-dashboard"
TITLE = "Register Lerend Regionaal Netwerk"
LAST_ROW = 5_000  # as far down as there are lists and checks: more than any school's register

WELKOM: Section = (
    "Fijn dat u meedoet! Zo begint u",
    (
        ("1. Een rij", f"Ga naar het blad {c.ACTIVITEITEN.name} en vul voor elke activiteit een rij in, vanaf rij 3."),
        ("2. ID en Naam", "Meer is niet nodig: dat zijn de donkere koppen. De rest mag later, of helemaal niet."),
        ("3. De koppen", "Houd de muis op een kop: een notitie vertelt wat daar past, met een voorbeeld."),
        (
            "4. De lijsten",
            "Komt er een pijltje naast een cel, dan kunt u kiezen; past er meer dan één waarde, typ de volgende er dan "
            "achter. Iets anders typen mag ook: Excel vraagt hooguit of u het zeker weet.",
        ),
        ("5. Opslaan", "Sla de werkmap op en laat de beheerder van het dashboard weten waar die staat."),
    ),
)
VOORBEELDRIJ: Section = (
    "De voorbeeldrij",
    (
        (
            c.VOORBEELD_ID,
            "Rij 2 van elk blad, grijs en cursief, laat zien hoe het kan. Het dashboard slaat die over zolang dit "
            "woord er staat. Weghalen mag, laten staan ook.",
        ),
    ),
)


def _labels(vocabulary: Vocabulary, *codes: str) -> str:
    return "; ".join(vocabulary.label(code) for code in codes)


# What row 2 shows, by sheet and field; all of it invented.
EXAMPLES: dict[str, dict[str, Any]] = {
    c.ACTIVITEITEN.name: {
        "id": c.VOORBEELD_ID,
        "naam": "Livinglab Langer thuis",
        "omschrijving": "Studenten zorg en techniek proberen met bewoners uit welke hulpmiddelen thuis echt helpen.",
        "vorm": v.VORMEN.label("livinglab"),
        "gemeente": v.GEMEENTE[v.SLEUTELGEMEENTEN[0]].naam,
        "locatie": "Buurthuis De Linde",
        "breedtegraad": 52.1585,
        "lengtegraad": 4.4905,
        "college": "Zorg en Welzijn",
        "team": "Verpleging",
        "status": v.STATUSSEN.label("actief"),
        "start": date(2026, 9, 15),
        "einde": date(2028, 7, 31),
        "ingredienten": "1; 3; 6; 9",
        "netwerkthema": c.YES[0],
        "themas": _labels(v.THEMAS, "wonen", "zorg"),
        "niveaus": _labels(v.NIVEAUS, "tactisch", "operationeel"),
        "betrokkenen": _labels(v.BETROKKENEN, "studenten", "docenten"),
        "samenwerkingsvorm": v.SAMENWERKINGSVORMEN.label("formeel en tijdelijk"),
        "rol": v.ROLLEN.label("initiatiefnemer"),
        "deelname": _labels(v.DEELNAME, "bewust", "actief"),
        "meerwaarde_mborijnland": _labels(v.MEERWAARDE_MBO, "opleiden nieuwe medewerkers", "kennis delen"),
        "meerwaarde_partners": _labels(v.MEERWAARDE_PARTNERS, "expertise", "casussen"),
        "opbrengst": "Twee lessen zijn herschreven met wat bewoners vertelden.",
        "contactpersoon": "projectleider zorg",
        "email": "naam@voorbeeld.example",
        "bijgewerkt": date(2026, 10, 15),
    },
    c.PARTNERS.name: {
        "id": c.VOORBEELD_ID,
        "naam": "Woonzorg De Linde",
        "soort": v.PARTNERSOORTEN.label("non-profit"),
        "gemeente": v.GEMEENTE[v.SLEUTELGEMEENTEN[0]].naam,
        "schaal": v.SCHALEN.label("lokaal"),
        "strategisch": c.NO[0],
    },
    c.DEELNAMES.name: {
        "activiteit": c.VOORBEELD_ID,
        "partner": c.VOORBEELD_ID,
        "rol": v.ROLLEN.label("deelnemer"),
        "meerwaarde": "begeleiding op de werkplek",
    },
    c.VERBINDINGSLIJNEN.name: {
        "id": c.VOORBEELD_ID,
        "van": c.VOORBEELD_ID,
        "naar": v.GEMEENTE[v.SLEUTELGEMEENTEN[4]].naam,
        "vorm": v.LIJNVORMEN.label("kennisdeling"),
        "frequentie": "elk kwartaal",
        "sinds": date(2027, 2, 1),
        "omschrijving": "Begeleiders vertellen elkaar wat wel en niet werkte.",
    },
}

REFERENCES = (c.Kind.ID, c.Kind.ACTIVITY, c.Kind.PARTNER, c.Kind.ENDPOINT)
LONG = ("omschrijving", "opbrengst", "meerwaarde")
WIDTHS = {"naam": 34, "locatie": 24, "college": 24, "team": 24, "contactpersoon": 24, "email": 30, "frequentie": 20}
WIDTH_LONG, WIDTH_LIST, WIDTH_MANY, WIDTH_LEAST = 60, 38, 24, 13
NOTE_WIDTH, NOTE_LETTERS, NOTE_LINE, NOTE_EDGE = 290, 44, 16, 14  # pixels, and the letters that fit beside each other


def template() -> bytes:
    """The template as the bytes of an .xlsx."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": TITLE, "author": texts.APP, "created": CREATED})
        guide = book.add_worksheet(UITLEG)  # first, so that it is what opens
        write_guide(guide, book, TITLE, (WELKOM, BLADEN, CELLEN, VOORBEELDRIJ, FOUTJES, *GECONTROLEERD))
        for sheet in c.SHEETS:
            _write_sheet(book, sheet)
        write_lists(book)
        name_ids(book)
    return out.getvalue()


def _write_sheet(book: xlsxwriter.Workbook, sheet: c.Sheet) -> None:
    """Add *sheet*: headings with notes that stay in view, the example, and below it room to fill in."""
    target = book.add_worksheet(sheet.name)
    target.set_comments_author(AUTHOR)
    target.set_row(0, 24)
    as_text = []
    for position, column in enumerate(sheet.columns):
        letter, look = xl_col_to_name(position), _look(column)
        target.set_column(position, position, _width(column), book.add_format(look))
        target.write_string(0, position, column.header, book.add_format(HEADING_NEEDED if column.required else HEADING))
        target.write_comment(0, position, *_note(column))
        if (shown := EXAMPLES[sheet.name].get(column.field)) is not None:
            target.write(1, position, shown, book.add_format(look | EXAMPLE))
        if checked := check(column, letter):
            target.data_validation(1, position, LAST_ROW - 1, position, checked)
        if look.get("num_format") == TEXT:
            as_text.append(f"{letter}2:{letter}{LAST_ROW}")
    target.ignore_errors({"number_stored_as_text": " ".join(as_text)})  # no green corners at an ID like 0012
    target.freeze_panes(1, sum(column.field in ("id", "naam") for column in sheet.columns))
    target.autofilter(0, 0, LAST_ROW - 1, len(sheet.columns) - 1)
    target.set_selection(2, 0, 2, 0)
    target.set_landscape()
    target.set_paper(9)  # A4
    target.repeat_rows(0)


# ── How it looks ─────────────────────────────────────────────────────────────────────────────────────────────

TEXT, DAY, DEGREES = "@", "dd-mm-yyyy", "0.0000"
HEADING = {
    "bold": True,
    "valign": "vcenter",
    "font_color": style.INK,
    "bg_color": style.SEQUENCE[0],
    "right": 1,
    "right_color": style.LINE,
}
HEADING_NEEDED = HEADING | {"font_color": style.LINE, "bg_color": style.ACCENT}
EXAMPLE = {"italic": True, "font_color": "#6B757D"}  # on white a contrast of 4.7


def _look(column: c.Column) -> dict[str, Any]:
    """How the cells of *column* look. As text, so that Excel keeps 0012 and does not make a date of 1-2."""
    look: dict[str, Any] = {"valign": "top", "align": "left"}
    if column.field in LONG or column.kind in c.SEVERAL:
        look["text_wrap"] = True
    if column.kind in (*REFERENCES, c.Kind.INGREDIENTS):
        look["num_format"] = TEXT
    elif column.kind is c.Kind.DATE:
        look["num_format"] = DAY
    elif column.kind in (c.Kind.LATITUDE, c.Kind.LONGITUDE):
        look["num_format"] = DEGREES
    return look


def _width(column: c.Column) -> float:
    """Wide enough for the heading with the button of its filter, and for what is usual in the cells."""
    if column.field in LONG:
        return WIDTH_LONG
    longest = min(WIDTH_LIST, max(map(len, allowed(column)), default=0))
    least = WIDTH_MANY if column.kind in c.SEVERAL else WIDTH_LEAST
    return max(least, len(column.header) + 5, longest + 3, WIDTHS.get(column.field, 0))


def _note(column: c.Column) -> tuple[str, dict[str, Any]]:
    """The note above *column*, and how it is drawn: as high as its text."""
    text = f"Nodig. {column.uitleg}" if column.required else column.uitleg
    lines = len(textwrap.wrap(text, NOTE_LETTERS))
    return text, {"width": NOTE_WIDTH, "height": NOTE_EDGE + NOTE_LINE * lines, "font_size": 9, "color": "#FFFFFF"}
