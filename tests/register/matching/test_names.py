"""Names of partners as people put them in one cell."""

from __future__ import annotations

import pytest

from lrn.register.matching.names import as_written, is_name, names_in, partner_key

KNOWN = {partner_key(name) for name in ("Bouwbedrijf Kade, Hout en Steen", "ROC", "De Vaart", "Zorg en Welzijn")}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Gemeente Leiden; ROC", ["Gemeente Leiden", "ROC"]),
        ("gemeente leiden, ROC", ["gemeente leiden", "ROC"]),
        ("Bouwbedrijf Kade, Hout en Steen", ["Bouwbedrijf Kade, Hout en Steen"]),
        ("Riet, bouwbedrijf kade,  hout & steen, ROC", ["Riet", "bouwbedrijf kade, hout & steen", "ROC"]),
        ("Bouwbedrijf Riet, B.V., ROC", ["Bouwbedrijf Riet, B.V.", "ROC"]),
        ("Riet (Leiden, Gouda), ROC", ["Riet (Leiden, Gouda)", "ROC"]),
        ("ROC en De Vaart", ["ROC", "De Vaart"]),
        ("ROC/De Vaart", ["ROC", "De Vaart"]),
        ("Hout en Steen", ["Hout en Steen"]),
        ("Zorg en Welzijn", ["Zorg en Welzijn"]),
        ("- ROC\n• De Vaart\r\n1. Riet", ["ROC", "De Vaart", "Riet"]),
        ("o.a. ROC, De Vaart e.a.", ["ROC", "De Vaart"]),
        ("ROC;;  ;De Vaart;", ["ROC", "De Vaart"]),
        ("3 Gouden Ringen", ["3 Gouden Ringen"]),
        ("", []),
    ],
)
def test_names_are_taken_apart(cell: str, names: list[str]) -> None:
    assert names_in(cell, KNOWN) == names


@pytest.mark.parametrize(
    "text",
    [
        *("n.v.t.", "-", "?", "geen", "diverse bedrijven", "Diversen", "e.a.", "#N/A", "anders, namelijk", "12"),
        *("x" * 201, "info@voorbeeld.example", "Riet 071-1234567"),
    ],
)
def test_what_is_no_name_of_an_organisation(text: str) -> None:
    assert not is_name(text)


def test_one_municipality_has_many_spellings() -> None:
    assert len({partner_key(name) for name in ("Gemeente Den Haag", "gem. 's-Gravenhage", "GEMEENTE den haag")}) == 1
    assert partner_key("Leiden") != partner_key("Gemeente Leiden")
    assert as_written("gem. gouda") == "Gemeente Gouda"
    assert as_written("roc") == "Roc"
