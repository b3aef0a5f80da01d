"""What is said of the headings of a sheet, of the rows above them and of what every row needs."""

from datetime import datetime
from pathlib import Path

import pytest

from lrn.register.load import build
from lrn.register.model import Source
from lrn.register.reading.book import Book, SheetTexts
from tests.conftest import PEILDATUM


def told(*rows, sheet="Activiteiten"):
    """The findings on the sheet with *rows*: cell, what is wrong (up to the first full stop), what was meant."""
    sheets = {"Activiteiten": [["ID", "Naam"], ["K1", "Een"]], sheet: rows}
    book = Book(
        {name: SheetTexts([list(column) for column in zip(*rows, strict=True)]) for name, rows in sheets.items()}
    )
    register = build(book, Source(Path("r.xlsx"), "1", datetime(2026, 10, 1)), PEILDATUM)
    return [
        (f.cell, f.message.partition(".")[0].partition(":")[0], f.suggestion)
        for f in register.findings
        if f.sheet == sheet
    ]


NOT_READ = "Deze kolomkop kennen we niet"
OWN = "Deze kolom kennen we niet en gebruiken we niet voor de cijfers"


def test_a_heading_that_every_row_needs_weighs_more_while_there_are_rows():
    head = ["ID", "Naamm", "Soort"]
    assert told(head, ["P1", "Een", ""], sheet="Partners") == [("Partners!B1", NOT_READ, "Naam")]
    assert told(head, sheet="Partners") == [("Partners!B1", f"{NOT_READ}, dus de kolom telt niet mee", "Naam")]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["actief"], f"{NOT_READ}, dus de kolom telt niet mee"),
        (["x", "", "actief"], f"{NOT_READ}, dus de kolom telt niet mee"),  # one of them is understood
        (["", ""], f"{NOT_READ}, dus de kolom telt niet mee"),
        (["x", "y"], OWN),
        (["x"] * 19 + ["actief"], f"{NOT_READ}, dus de kolom telt niet mee"),
        (["x"] * 20 + ["actief"], OWN),  # twenty are looked at
    ],
)
def test_a_heading_is_a_misspelling_where_what_stands_below_it_can_be_that(cells, said):
    rows = [[f"K{n}", "Een", cell] for n, cell in enumerate(cells)]
    assert told(["ID", "Naam", "Statuus"], *rows)[0][:2] == ("Activiteiten!C1", said)


def test_a_column_without_a_heading_is_named_where_something_stands_in_it():
    assert told(["ID", "Naam", "", ""], ["K1", "Een", "iets", " "]) == [
        ("Activiteiten!C1", "Deze kolom heeft geen kop, dus lezen we die niet", "")
    ]


ABOVE = "Deze rij staat boven de kolomkoppen, dus lezen we die niet"


@pytest.mark.parametrize(
    ("above", "named"),
    [
        ([["Register", "", ""]], []),
        ([["", "versie 3", "concept"]], []),  # no ID: no data
        ([["K0", "Nul", ""]], [1]),
        ([["Blad", "", "3"], ["K0", "Nul", ""]], [1, 2]),  # all that hold more than one text
        ([["Register", "", ""], ["K0", "Nul", ""]], [2]),
        ([["ID", "Naam", ""]], []),  # the heading itself, over two rows
    ],
)
def test_rows_above_the_headings_are_named_when_one_of_them_looks_like_data(above, named):
    said = told(*above, ["ID", "Naam", "Status"], ["K1", "Een", ""])
    assert said == [(f"Activiteiten!A{row}", ABOVE, "") for row in named]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["", ""], []),
        (["", "Twee"], [("A3", "Geen ID ingevuld, dus de rij telt niet mee")]),
        (["K2", ""], [("B3", "Geen Naam ingevuld, dus de rij telt niet mee")]),
        (["k1", "Twee"], [("A3", "ID staat al op rij 2")]),
        (["ID", "Naam"], [("A3", "Deze rij herhaalt de kolomkoppen en telt niet mee")]),
        (["ID", "Iets"], []),  # an activity that is called so
    ],
)
def test_what_every_row_needs(row, said):
    found = told(["ID", "Naam"], ["K1", "Een"], row, ["K4", "Vier"])
    assert found == [(f"Activiteiten!{cell}", message, "") for cell, message in said]


def test_a_row_without_anything_that_it_needs_has_one_finding():
    (found,) = told(["ID", "Naam", "Status"], ["K1", "Een", "actief"], ["", "", "actief"], ["K3", "Drie", "actief"])
    assert found == ("Activiteiten!A3", "ID en Naam zijn niet ingevuld, dus de rij telt niet mee", "")
