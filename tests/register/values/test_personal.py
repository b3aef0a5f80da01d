from datetime import date

import pytest

from lrn.register.values.personal import may_be_personal, without_addresses


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
