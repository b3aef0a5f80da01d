"""The tables of places: whole, of today, with a source and a date; and no name in them that leads astray."""

import csv
import re

import pytest

from lrn import gazetteer
from lrn import vocabulary as v
from lrn.terms import key


def rows(name):
    with (gazetteer.DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_every_row_has_a_municipality_of_today_a_source_and_a_date():
    known = set(v.GEMEENTE) | {row["code"] for row in gazetteer.elsewhere()}
    assert len(known) == 342
    for row in rows("plaatsen.csv"):
        assert row["code"] in known
        assert row["soort"] in ("woonplaats", "kern", "voormalige gemeente")
        assert row["bron"]
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", row["datum"])
        names = row["namen"].split("|")
        assert names == sorted(set(names))
        assert all(key(name) for name in names)


def test_every_code_that_is_no_more_leads_to_one_of_today():
    known = set(v.GEMEENTE) | {row["code"] for row in gazetteer.elsewhere()}
    assert set(gazetteer.former_codes().values()) <= known
    assert not set(gazetteer.former_codes()) & known


def test_every_municipality_elsewhere_has_a_province():
    provinces = {row["provincie"] for row in gazetteer.elsewhere()}
    assert len(provinces) == 12


def test_every_name_with_us_is_understood_or_told_to_be_of_two():
    municipalities = v.municipality_vocabulary()
    ours = [(name, code) for name, code in gazetteer.places() if code in v.GEMEENTE]
    assert len(ours) > 120
    of_two = {name for name, code in ours if municipalities.find(name) is None}
    assert {"Zevenhuizen", "Den Hoorn", "Valkenburg", "Meije"} <= of_two
    assert len(of_two) < 15
    for name, code in ours:
        assert code in municipalities.meanings(name), name
        assert name in of_two or municipalities.find(name) == code, name


# Counted by hand in what the municipalities say of themselves.
@pytest.mark.parametrize(
    ("code", "villages"),
    [
        ("GM0484", "Aarlanderveen Benthuizen Boskoop Hazerswoude-Dorp Hazerswoude-Rijndijk Zwammerdam"),
        ("GM1884", "Bilderdam Hoogmade Kaag Leimuiden Rijnsaterwoude Rijpwetering Roelofarendsveen Woubrugge"),
        ("GM1931", "Ammerstol Bergambacht Berkenwoude Gouderak Haastrecht Lekkerkerk Schoonhoven Stolwijk Vlist"),
        ("GM1783", "Honselersdijk Kwintsheul Maasdijk Monster Naaldwijk Poeldijk Wateringen"),
        ("GM0569", "Korteraar Langeraar Nieuwveen Noorden Papenveer Vrouwenakker Zevenhoven"),
        ("GM1901", "Bodegraven Driebruggen Reeuwijk Waarder"),
    ],
)
def test_the_villages_of_a_municipality_are_there(code, villages):
    assert {v.municipality_vocabulary().find(name) for name in villages.split()} == {code}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Sassenhem", "Teylingen"),
        ("Mordrecht", "Zuidplas"),
        ("Zoeter meer", "Zoetermeer"),
        ("Moordrecht", ""),  # known, so there is nothing to guess
        ("Zevenhuizen", ""),
        ("GM0547", ""),
        ("Leiden (NB)", ""),
        ("Woensdorp", ""),
    ],
)
def test_a_suggestion_is_near_and_never_of_what_is_known(text, meant):
    assert v.municipality_vocabulary().suggest(text)[0] == meant


def test_the_label_of_a_place_elsewhere_is_its_name():
    municipalities = v.municipality_vocabulary()
    assert municipalities.label("elders:Bergen") == "Bergen"
    assert municipalities.label("elders:Amsterdam") == "Amsterdam"
    with pytest.raises(KeyError):
        municipalities.label("GM9999")
