from datetime import date

import pytest

from lrn import vocabulary as v
from lrn.measures.places import (
    AREAS,
    Area,
    apart,
    area_figures,
    areas_in_view,
    chosen_areas,
    is_in_view,
    looked_at,
    municipality_codes,
    off_map,
    per_municipality,
    per_place,
    strategic_relations,
)
from lrn.selection import Selection, apply

DAY = date(2026, 10, 1)


@pytest.fixture
def now(register):
    return apply(Selection(peildatum=DAY), register)


@pytest.fixture
def everything(register):
    return apply(Selection(), register)


def test_all_seven_places_are_counted_in_order(everything):
    frame = per_place(everything)
    assert frame[["code", "naam", "aantal"]].to_numpy().tolist() == [
        ["AM19", "Holland Rijnland", 3],
        ["AM34", "Zuid-Holland Centraal", 1],
        ["AM20", "Midden-Holland", 2],
        ["GM0632", "Woerden (Midden-Utrecht)", 1],
        ["AM21", "Haaglanden", 1],
        ["elders", "Elders", 1],
        ["zonder", "Zonder plaats", 1],
    ]
    assert list(frame["aandeel"]) == [0.3, 0.1, 0.2, 0.1, 0.1, 0.1, 0.1]


def test_of_nothing_there_is_no_share(register):
    assert per_place(apply(Selection(thema=("recreatie",)), register))["aandeel"].isna().all()


def test_places_and_municipalities_sum_to_the_activities(register):
    for filters, amount in (({"peildatum": DAY}, 7), ({}, 10), ({"thema": ("klimaat",)}, 3)):
        selected = apply(Selection(**filters), register)
        assert per_place(selected)["aantal"].sum() == amount
        assert per_municipality(selected)["aantal"].sum() == amount


def test_a_place_without_activities_is_there_with_zero(register):
    frame = per_place(apply(Selection(regio=("AM19",)), register))
    assert list(frame["aantal"]) == [3, 0, 0, 0, 0, 0, 0]


def test_every_municipality_of_the_map_is_counted(everything):
    frame = per_municipality(everything)
    assert len(frame) == 31
    counted = frame[frame["aantal"] > 0]
    assert dict(zip(counted["code"], counted["aantal"], strict=True)) == {
        "GM0484": 1,
        "GM0546": 2,
        "GM0637": 1,
        "GM0513": 1,
        "GM0632": 1,
        "GM0518": 1,
        "GM1892": 1,
        "zonder": 2,
    }


@pytest.mark.parametrize(
    ("gemeente", "code"),
    [("Leiden", "GM0546"), ("Zuidplas", "GM1892"), ("Utrecht", "elders"), ("Atlantis", "zonder"), ("", "zonder")],
)
def test_a_municipality_is_ours_elders_or_none(build_register, gemeente, code):
    register = build_register({"Activiteiten": [["ID", "Naam", "Gemeente"], ["K1", "a", gemeente]]})
    assert list(municipality_codes(register.activiteiten)) == [code]


def test_area_figures_of_places(everything):
    frame = area_figures(everything, level="plaats")
    columns = ["code", "activiteiten", "partners", "netwerkthema", "ingredienten"]
    assert frame[columns].to_numpy().tolist() == [
        ["AM19", 3, 2, 2, 6],
        ["AM34", 1, 1, 1, 3],
        ["AM20", 2, 1, 2, 4],
        ["GM0632", 1, 0, 0, 2],
        ["AM21", 1, 1, 1, 1],
    ]
    assert list(frame["aandeel_netwerkthema"]) == pytest.approx([2 / 3, 1, 1, 0, 1])


def test_area_figures_of_municipalities(everything):
    frame = area_figures(everything, level="gemeente").set_index("code")
    columns = ["activiteiten", "partners", "netwerkthema", "ingredienten"]
    assert len(frame) == 29
    assert frame.loc["GM0546", columns].tolist() == [2, 2, 1, 5]
    assert frame.loc["GM0513", columns].tolist() == [1, 1, 1, 3]
    assert frame.loc["GM1892", columns].tolist() == [1, 0, 0, 1]
    assert frame.loc["GM0534", columns].tolist() == [0, 0, 0, 0]
    assert frame.loc["GM0546", "aandeel_netwerkthema"] == 0.5
    assert frame["activiteiten"].sum() == 8


def test_a_share_of_nothing_is_missing(everything):
    frame = area_figures(everything, level="gemeente").set_index("code")
    assert frame["aandeel_netwerkthema"].isna().sum() == 22


def test_a_partner_counts_once_in_an_area_and_only_when_known(build_register):
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam", "Gemeente"], ["K1", "a", "Leiden"], ["K2", "b", "Leiden"]],
            "Partners": [["ID", "Naam"], ["P1", "x"]],
            "Deelnames": [["Activiteit", "Partner"], ["K1", "P1"], ["K2", "P1"], ["K2", "P1"], ["K2", "P9"]],
        }
    )
    assert area_figures(register, level="plaats")["partners"].tolist() == [1, 0, 0, 0, 0]


def test_an_area_knows_its_name_its_place_and_its_municipalities():
    leiden, region = Area("gemeente", "GM0546"), Area("plaats", "AM20")
    assert (leiden.naam, leiden.plaats, leiden.members) == ("Leiden", Area("plaats", "AM19"), ("GM0546",))
    assert (region.naam, region.plaats) == ("Midden-Holland", region)
    assert region.members == ("GM1901", "GM0513", "GM1931", "GM0627")


def test_every_area_has_a_name_of_its_own_and_each_place_comes_before_its_municipalities():
    names = [area.naam for area in AREAS]
    assert len(set(names)) == len(names) == 5 + 28
    assert names[:2] == ["Holland Rijnland", "Alphen aan den Rijn"]
    assert names[names.index("Woerden (Midden-Utrecht)") + 1] == "Woerden"


def test_strategic_relations_are_those_in_haaglanden(register):
    assert strategic_relations(register, plaats="AM21").to_numpy().tolist() == [
        ["P2", "Zorgkoepel", "branchevereniging", "GM0518"],
        ["P4", "Landelijke adviesraad", "overheid", "GM0518"],
    ]
    assert strategic_relations(register, plaats="AM19").empty


@pytest.mark.parametrize("level", ["plaats", "gemeente"])
def test_the_coloured_areas_and_what_is_beside_them_are_every_activity(register, level):
    selected = apply(Selection(peildatum=date(2026, 10, 1)), register)
    figures = area_figures(selected, level=level).set_index("code")["activiteiten"]
    ours = [code for code in figures.index if v.place_of_municipality(code) in v.EIGEN_PLAATSEN or code in v.REGIOS]
    beside = off_map(selected, level=level)
    assert figures[ours].sum() + beside["aantal"].sum() == 7


def test_what_is_beside_the_coloured_areas_is_named(register):
    selected = apply(Selection(peildatum=date(2026, 10, 1)), register)
    by_place = off_map(selected, level="plaats")
    assert dict(zip(by_place["code"], by_place["aantal"], strict=True)) == {"AM21": 1, "elders": 1, "zonder": 1}
    by_municipality = off_map(selected, level="gemeente")
    assert dict(zip(by_municipality["naam"], by_municipality["aantal"], strict=True)) == {
        "Haaglanden": 1,
        "Zuidplas": 1,
        "Zonder gemeente": 2,
    }


@pytest.mark.parametrize(
    ("selection", "level", "expected"),
    [
        (Selection(), "plaats", None),
        (Selection(regio=("AM20", "GM0632")), "plaats", {"AM20", "GM0632"}),
        (Selection(gemeente=("GM0546",)), "plaats", set()),  # a region is not in view with the figures of one town
        (Selection(gemeente=("GM0632",)), "plaats", {"GM0632"}),
        (Selection(gemeente=("GM0546",)), "gemeente", {"GM0546"}),
        (Selection(regio=("AM20",)), "gemeente", {"GM1901", "GM0513", "GM1931", "GM0627"}),
        (Selection(regio=("AM20",), gemeente=("GM0546",)), "gemeente", {"GM0546"}),
    ],
)
def test_the_filters_on_place_tell_which_areas_are_in_view(selection, level, expected):
    found = areas_in_view(selection, level=level)
    assert found is None if expected is None else set(found) == expected


def test_chosen_municipalities_are_looked_at_and_not_their_region():
    leiden = Selection(gemeente=("GM0546", "GM0513"))
    assert looked_at(leiden) == chosen_areas(leiden) == (Area("gemeente", "GM0546"), Area("gemeente", "GM0513"))
    assert chosen_areas(Selection(regio=("AM20",))) == (Area("plaats", "AM20"),)
    assert chosen_areas(Selection()) is None
    assert [area.code for area in looked_at(Selection())] == list(v.EIGEN_PLAATSEN)
    # A region and a town in it: the town.
    assert looked_at(Selection(regio=("AM19",), gemeente=("GM0546",))) == (Area("gemeente", "GM0546"),)


@pytest.mark.parametrize(
    ("selection", "area", "expected"),
    [
        (Selection(), Area("plaats", "AM19"), True),
        (Selection(gemeente=("GM0546",)), Area("plaats", "AM19"), False),
        (Selection(gemeente=("GM0546",)), Area("gemeente", "GM0546"), True),
        (Selection(gemeente=("GM0632",)), Area("plaats", "GM0632"), True),
        (Selection(regio=("AM19",)), Area("gemeente", "GM0546"), True),
        (Selection(regio=("AM19",)), Area("gemeente", "GM0513"), False),
    ],
)
def test_an_area_is_in_view_as_a_whole_or_not(selection, area, expected):
    assert is_in_view(selection, area) is expected


@pytest.fixture
def across(build_register):
    """Three count with Holland Rijnland: in Leiden, in Voorschoten by its own column, and without a municipality.

    One in Voorschoten counts with its own region, and one in Leiden counts with Midden-Holland.
    """
    rows = [
        ["ID", "Naam", "Gemeente", "Arbeidsmarktregio"],
        ["K1", "a", "Leiden", ""],
        ["K2", "b", "Voorschoten", "Holland Rijnland"],
        ["K3", "c", "", "Holland Rijnland"],
        ["K4", "d", "Voorschoten", ""],
        ["K5", "e", "Leiden", "Midden-Holland"],
    ]
    return build_register({"Activiteiten": rows})


def test_the_map_of_a_region_names_what_it_leaves_out_and_what_counts_elsewhere(across):
    found = apart(apply(Selection(), across), Area("plaats", "AM19"))
    told = [(part.aantal, part.naam, part.plaats, part.on_map) for part in found]
    assert told == [
        (1, "in Voorschoten", "AM19", False),
        (1, "zonder gemeente", "AM19", False),
        (1, "in Leiden", "AM20", True),
    ]
    there = across.activiteiten["plaats"].eq("AM19").sum()
    on_map = area_figures(across, level="gemeente").set_index("code").loc["GM0546", "activiteiten"]
    assert on_map + 2 - 1 == there == 3
    assert apart(across, Area("gemeente", "GM0546")) == []  # its map and its figures both go by municipality


def test_a_municipality_elsewhere_that_counts_with_the_chosen_region_is_named(across):
    selection = Selection(regio=("AM19",))
    selected, within = apply(selection, across), areas_in_view(selection, level="gemeente")
    shown = area_figures(selected, level="gemeente", within=within)
    beside = off_map(selected, level="gemeente", within=within)
    assert dict(zip(beside["naam"], beside["aantal"], strict=True)) == {"Voorschoten": 1, "Zonder gemeente": 1}
    assert shown["activiteiten"].sum() + beside["aantal"].sum() == 3
    assert "Gouda" not in list(shown["naam"])  # it was not chosen: that is no zero
