import pytest

from lrn.register.values.personal import may_be_personal


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
