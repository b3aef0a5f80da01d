import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from lrn.export.outside.formats import FORMATS
from lrn.register.columns import Column, Kind
from lrn.register.values.personal import may_be_personal, without_addresses
from tests.walk import contacts


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Kostenplaats", ["3240", "", " 5310 "]),
        ("Budget", ["€ 12.500", "1250,50", "12%", "-3"]),
        ("Akkoord", ["ja", "Nee", "x"]),
        ("Besluit", ["1 oktober 2026", "2026-10-01 00:00:00", "1-10-26"]),
        ("Aantal plekken", ["12"]),
    ],
)
def test_figures_dates_and_yes_or_no_are_about_nobody(heading, cells):
    assert not may_be_personal(heading, cells)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Trekker", ["Noor Vos"]),
        ("Opmerking", ["Noor belt terug", "12"]),
        ("Code", ["NV"]),
        ("Nummer", ["0612345678"]),
        ("Nummer", ["123456789"]),  # nine digits may be a BSN
        ("Nummer", ["06 12 34 56 78"]),
        ("Adres", ["noor@voorbeeld.example"]),
        ("Geboortedatum", ["1-1-1990"]),
        ("Personeelsnummer", ["1234"]),
        ("Tel.", ["1234"]),
        ("Huisnummer contact", ["12"]),
    ],
)
def test_words_and_what_is_about_a_person_may_be(heading, cells):
    assert may_be_personal(heading, cells)


@pytest.mark.parametrize(
    ("cell", "personal"),
    [
        ("12345678", False),
        ("123456789", True),
        ("1.234.567,8", False),
        ("-12", False),
        ("€ 12,50", False),
        ("12 %", False),
        ("12 stuks", True),
        (99_999_999, False),
        (100_000_000, True),
        (-100_000_000, True),
        (12.5, False),
        (float("nan"), False),
        (True, False),
        (None, False),
        (date(2026, 10, 1), False),
        ("", False),
    ],
)
def test_nine_digits_may_be_a_person_and_eight_are_not(cell, personal):
    assert may_be_personal("Aantal", [1, cell]) == personal


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bel 0612345678 of mail noor@voorbeeld.nl.", "Bel [telefoonnummer] of mail [e-mailadres]."),
        ("06-12 34 56 78", "[telefoonnummer]"),
        ("+31 6 12345678", "[telefoonnummer]"),
        ("0031612345678", "[telefoonnummer]"),
        ("061234567", "061234567"),  # nine digits
        ("06123456789", "06123456789"),  # eleven
        ("1.0612345678", "1.0612345678"),
        ("noor@voorbeeld", "noor@voorbeeld"),
        ("a @ b", "a @ b"),
    ],
)
def test_addresses_and_numbers_are_not_shown(text, shown):
    assert without_addresses(text) == shown


# ── What stands in a contact column goes nowhere ─────────────────────────────────────────────────────────────────

ROOT = Path(__file__).resolve().parents[3]
ONE_MORE = """

for _sheet in SHEETS:  # as a line more in each of them
    _added = Column("Achterwacht", "achterwacht", contact=True), Column("Voorwacht", "voorwacht")
    object.__setattr__(_sheet, "columns", (*_sheet.columns, *_added))
"""
LOOKED_INTO = {
    "stand in een bestand",
    "lijst van activiteiten",
    "lijst van partners",
    "lijst van verbindingslijnen",
    "kaartjes",
    "wijzigingen",
    "bevindingen als rijen",
    "controle",
    *(f"uitvoer {next(iter(form.holds), 'alles')}{form.ending}" for form in FORMATS),
    "markeer",
    "pagina activiteiten",
    "pagina partners",
    "pagina verbindingslijnen",
    "pagina een activiteit",
    "pagina een partner",
    "pagina bevindingen",
    "pagina door de tijd",
    "pagina bevindingen van een eigen werkmap",
}
"""Places where the words of a column are found that is no contact column: there a word would be seen."""


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """By place which words are found there, in a copy of the product with two columns more on each sheet."""
    folder = tmp_path_factory.mktemp("register")
    copy = folder / "product"
    for part in ("lrn", "pages", "data", ".streamlit"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("schermen"))
    shutil.copy(ROOT / "app.py", copy)
    shutil.copy(ROOT / "tests" / "walk" / "contacts.py", copy)
    (copy / "tests" / "register").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "register" / "forks.py", copy / "tests" / "register")  # forks this copy
    with (copy / "lrn" / "register" / "columns.py").open("a", encoding="utf-8") as contract:
        contract.write(ONE_MORE)
    done = subprocess.run([sys.executable, "contacts.py", folder], cwd=copy, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads((folder / "gevonden.json").read_text(encoding="utf-8"))


def test_what_stands_in_a_contact_column_is_on_no_page_and_in_no_file_or_frame(found):
    assert {place: words for place, words in found.items() if contacts.HIDDEN in words} == {}


def test_it_would_be_seen_in_any_of_these_places(found):
    assert {place for place, words in found.items() if contacts.SHOWN in words} >= LOOKED_INTO


def test_a_contact_column_holds_free_text():
    with pytest.raises(ValueError, match="Geboren"):
        Column("Geboren", "geboren", Kind.DATE, contact=True)
