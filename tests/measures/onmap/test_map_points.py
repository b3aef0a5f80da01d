from datetime import date

import pytest

from lrn.measures.onmap.locations import locations
from lrn.measures.onmap.map_points import groups, marks
from lrn.measures.places import Area
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))


def drawn(register, selection=NOW, **options):
    options = {"by": "vorm"} | options
    return marks(register, apply(selection, register), locations(register), **options).set_index("id")


def test_every_selected_activity_with_a_place_has_a_mark(register):
    assert set(drawn(register).index) == {"K01", "K02", "K03", "K04", "K05", "K06"}


def test_a_mark_stays_where_it_is_whatever_is_selected(register):
    everything = drawn(register, Selection())[["lon", "lat"]]
    for selection in (NOW, Selection(thema=("zorg",)), Selection(gemeente=("GM0546",))):
        some = drawn(register, selection)[["lon", "lat"]]
        assert some.equals(everything.loc[some.index])


def test_the_kind_of_a_mark_is_its_form(register):
    found = drawn(register)["groep"].to_dict()
    assert found == {
        "K01": "livinglab",
        "K02": "pps",
        "K03": "wijkleercentrum",
        "K04": "rest",  # anders
        "K05": "bedrijfslab",
        "K06": "",  # a form that nobody knows
    }
    assert list(drawn(register)["groep_naam"])[-2:] == ["Andere vormen", "Zonder bekende vorm"]


def test_the_kind_of_a_mark_can_be_its_status(register):
    found = drawn(register, by="status")["groep_naam"].to_dict()
    assert found["K01"] == "Actief"
    assert found["K02"] == "Voorbereiding"
    assert list(drawn(register, Selection(), by="status")["groep"].unique()) == [
        "verkenning",
        "voorbereiding",
        "actief",
        "afgerond",
    ]


def test_the_seven_forms_that_are_registered_most_have_a_group_of_their_own(build_register):
    rows = [["ID", "Naam", "Verschijningsvorm"]]
    often = ["CIV", "Livinglab", "Satellietlab", "Bedrijfslab", "Hackathon", "Wijkleercentrum", "Practoraat"]
    for form in [*often, *often, "Docentstage", "Anders", "Anders", "Anders"]:
        rows.append([f"A{len(rows)}", "x", form])
    names = groups(build_register({"Activiteiten": rows}), "vorm")
    assert list(names.values()) == [
        "CIV",
        "Livinglab",
        "Satellietlab",
        "Bedrijfslab",
        "Hackathon",
        "Wijkleercentrum",
        "Practoraat",
        "Andere vormen",
        "Zonder bekende vorm",
    ]


def test_marks_inside_the_area_are_told(register):
    inside = drawn(register, Selection(), area=Area("plaats", "AM20"))["binnen"]
    assert set(inside.index[inside]) == {"K06", "K08"}


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        ("K01", "Zorglab Leiden\nLivinglab · Actief\nErgens in Leiden: zonder coördinaten"),
        ("K06", "Zorgnetwerk\nActief\nErgens in Midden-Holland: zonder gemeente"),
    ],
)
def test_a_mark_says_what_it_is_and_how_its_spot_was_found(register, identity, said):
    assert drawn(register).loc[identity, "tekst"] == said


def test_a_name_of_two_lines_is_one_line_of_what_a_mark_says(build_register):
    register = build_register({"Activiteiten": [["ID", "Naam", "Gemeente"], ["A1", 'Lab\n"Zorg"', "Leiden"]]})
    assert drawn(register, Selection()).loc["A1", "tekst"].split("\n")[0] == 'Lab "Zorg"'


def test_no_activities_are_no_marks(register):
    assert drawn(register, Selection(thema=("recreatie",))).empty


def test_a_group_has_its_position_among_all_of_them(register):
    marked = drawn(register, Selection(), by="status")
    # verkenning, voorbereiding, actief, afgerond; K07 has no status, and no place either
    assert marked["groep_nr"].to_dict() == {
        "K10": 0, "K02": 1, "K01": 2, "K03": 2, "K04": 2, "K05": 2, "K06": 2, "K09": 2, "K08": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("gemeente", "where"),
    [("Gouda", "Gouda"), ("", "op de kaart")],
)
def test_of_coordinates_it_is_said_in_which_area_they_are(build_register, gemeente, where):
    headings = ["ID", "Naam", "Gemeente", "Breedtegraad", "Lengtegraad"]
    register = build_register({"Activiteiten": [headings, ["A1", "Lab", gemeente, "52,011", "4,71"]]})
    assert drawn(register, Selection()).loc["A1", "tekst"] == f"Lab\n{where}, op de coördinaten in het register"


def test_a_form_that_is_not_registered_has_no_group(build_register):
    rows = [["ID", "Naam", "Verschijningsvorm"], ["A1", "Een", "Livinglab"], ["A2", "Twee", "Anders"]]
    assert list(groups(build_register({"Activiteiten": rows}), "vorm")) == ["livinglab", "rest", ""]
