"""Names of partners as people put them in one cell."""

from __future__ import annotations

import pytest

from lrn.register.matching.names import as_written, is_name, may_be_two, names_in, partner_key, shorter_keys

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
        ("Woningbouw Weidegebied / Gemeente Woerden", ["Woningbouw Weidegebied", "Gemeente Woerden"]),
        ("Riet /  Kade, ROC", ["Riet", "Kade", "ROC"]),
        ("Riet/Kade", ["Riet/Kade"]),
        ("Riet (Leiden / Gouda)", ["Riet (Leiden / Gouda)"]),
        ("Gemeente Leiden en Hogeschool Rijn", ["Gemeente Leiden", "Hogeschool Rijn"]),
        ("gem. Gouda & De Vaart", ["gem. Gouda", "De Vaart"]),
        ("Hogeschool Leiden & Stedin", ["Hogeschool Leiden & Stedin"]),
        ("Stichting Zorg en Welzijn", ["Stichting Zorg en Welzijn"]),
        ("Gemeente Bodegraven en Reeuwijk", ["Gemeente Bodegraven en Reeuwijk"]),
        ("Hogeschool en Bibliotheek", ["Hogeschool en Bibliotheek"]),
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


def test_a_name_without_what_kind_it_is() -> None:
    assert shorter_keys("Ziekenhuis De Vaart") == ["de vaart"]
    assert shorter_keys("Stichting Zorggroep Riet B.V.") == ["zorggroep riet", "riet"]
    assert shorter_keys("De Vaart") == shorter_keys("Gemeente") == []


def test_one_known_side_may_make_it_two() -> None:
    assert may_be_two("Hogeschool Leiden & Stedin", KNOWN)
    assert may_be_two("De Vaart en Stedin", KNOWN)
    assert not any(
        may_be_two(name, KNOWN) for name in ("Hout en Steen", "Stichting Hout en Steen", "De Vaart", "en & en")
    )
