"""Likely doubles: which names are offered and why, and which are not."""

import pytest

from lrn.measures.partners.doubles import doubles, sentence, with_names


def pairs(build_register, *partners):
    """What is offered of *partners*: names, or (name, municipality, kind)."""
    rows = [
        [f"P{n}", *(partner if isinstance(partner, tuple) else (partner, "", ""))]
        for n, partner in enumerate(partners, start=1)
    ]
    register = build_register(
        {"Activiteiten": [["ID", "Naam"], ["A1", "Een"]], "Partners": [["ID", "Naam", "Gemeente", "Soort"], *rows]}
    )
    return [tuple(row) for row in doubles(register).itertuples(index=False)]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Zorggroep De Lelie", "zorggroep  de lelie", "Dezelfde naam"),
        ("Zorggroep De Lelie", "Zorggroep De Lelie B.V.", "Dezelfde naam, op de rechtsvorm na"),
        ("Stichting Zorggroep De Lelie", "Zorggroep De Lelie", "Dezelfde naam, op de rechtsvorm na"),
        ("Zorggroep De Lelie", "Zorg groep de Lelie", "Dezelfde naam, op spaties na"),
        ("Zorggroep De Lelie", "De Lelie, zorggroep", "Dezelfde woorden, in een andere volgorde"),
        ("Zorggroep De Lelie", "Zorggroep De Lelie Leiden", "Dezelfde naam, op de plaats na"),
        ("Zorggroep De Lelie", "Zorggroep De Lelie Alphen a/d Rijn", "Dezelfde naam, op de plaats na"),
        ("Zorggroep De Lelie", "Zorgroep De Lelie", "De namen schelen één letter"),
        ("Bouw & Groen", "Bouw en Gruun", "De namen schelen twee letters"),
        ("Garage De Stille Motor", "De Stille Motor", "De ene naam staat in de andere"),
    ],
)
def test_names_that_may_be_one_are_offered_with_the_reason(build_register, one, other, reason):
    assert pairs(build_register, one, other) == [("P1", "P2", reason)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gemeente Leiden", "Gemeente Gouda"),  # towns differ
        ("Gemeente Lisse", "Gemeente Leiden"),
        ("Bibliotheek Gouda", "Bibliotheek Woerden"),
        ("Lab 12 van de buurt", "Lab 13 van de buurt"),  # figures differ
        ("Roc Oost", "Roc Post"),  # too short for a slip of the pen
        ("Zorggroep De Lelie", "Zorggroep De Meiboom"),
        ("De Lelie", "Zorggroep De Lelie"),  # one word that tells something
        ("", ""),
    ],
)
def test_other_names_are_other_organisations(build_register, one, other):
    assert pairs(build_register, one or "Een", other or "Heel iets anders") == []


def test_two_municipalities_are_two_partners_unless_the_name_is_the_same(build_register):
    leiden, gouda = ("Zorggroep De Lelie", "Leiden", ""), ("Zorgroep De Lelie", "Gouda", "")
    assert pairs(build_register, leiden, gouda) == []
    assert pairs(build_register, leiden, ("Zorggroep De Lelie", "Gouda", "")) == [
        ("P1", "P2", "Dezelfde naam; wel in een andere gemeente")
    ]
    assert pairs(build_register, leiden, ("Zorggroep De Lelie Gouda", "", "")) == []  # its name says where it is
    assert len(pairs(build_register, leiden, ("Zorggroep De Lelie Leiden", "Leiden", ""))) == 1


def test_a_name_without_its_town_is_laid_beside_each_that_has_one(build_register):
    branches = [("Lelie Leiden", "Leiden", ""), ("Lelie Gouda", "Gouda", ""), ("Lelie", "Gouda", "")]
    assert pairs(build_register, *branches) == [("P2", "P3", "Dezelfde naam, op de plaats na")]


@pytest.mark.parametrize(("amount", "offered"), [(20, 190), (21, 20)])
def test_a_name_that_comes_back_often_is_not_laid_beside_each_other(build_register, amount, offered):
    assert len(pairs(build_register, *["Buurtlab"] * amount)) == offered


def test_a_name_within_another_is_of_one_kind(build_register):
    garage = ("Garage De Stille Motor", "", "bedrijf")
    assert pairs(build_register, garage, ("De Stille Motor", "", "overheid")) == []
    assert len(pairs(build_register, garage, ("De Stille Motor", "", "bedrijf"))) == 1


def test_the_surest_come_first_and_a_pair_has_one_reason(build_register):
    found = pairs(build_register, "Garage De Stille Motor", "De Stille Motor", "De stille motor bv")
    assert found == [
        ("P2", "P3", "Dezelfde naam, op de rechtsvorm na"),
        ("P1", "P2", "De ene naam staat in de andere"),
        ("P1", "P3", "De ene naam staat in de andere"),
    ]


def test_what_is_taken_to_excel_names_both_with_their_rows(build_register):
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam"], ["A1", "Een"]],
            "Partners": [["ID", "Naam", "Soort"], ["P1", "Buurtlab", "bedrijf"], ["P2", "Buurtlab bv", ""]],
            "Deelnames": [["Activiteit", "Partner"], ["A1", "P2"]],
        }
    )
    (row,) = with_names(register, doubles(register)).to_dict("records")
    assert row == {
        "Partner": "Buurtlab",
        "Lijkt op": "Buurtlab bv",
        "Waarom": "Dezelfde naam, op de rechtsvorm na",
        "ID 1": "P1",
        "Soort 1": "bedrijf",
        "Gemeente 1": "",
        "Activiteiten 1": 0,
        "Rij 1": "Partners, rij 2",
        "ID 2": "P2",
        "Soort 2": "",
        "Gemeente 2": "",
        "Activiteiten 2": 1,
        "Rij 2": "Partners, rij 3",
    }


def test_a_register_without_doubles_says_so(build_register):
    assert pairs(build_register, "Een", "Twee") == []
    assert sentence(0).startswith("In dit register vinden we geen partners")
    assert sentence(1) == "In het hele register lijkt 1 paar partners op elkaar."
    assert sentence(2) == "In het hele register lijken 2 paren partners op elkaar."
