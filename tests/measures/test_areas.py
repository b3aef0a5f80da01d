from datetime import date

import pytest

from lrn.measures.areas import (
    FIGURES,
    beside_network,
    counted,
    counted_in_network,
    figures,
    only_here,
    paired,
)
from lrn.measures.places import AREAS, Area
from lrn.measures.rows.evidence import Evidence, amount
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection

HOLLAND_RIJNLAND, MIDDEN_HOLLAND, LEIDEN = Area("plaats", "AM19"), Area("plaats", "AM20"), Area("gemeente", "GM0546")
DAY = date(2026, 11, 23)
SOME = [area for area in AREAS if area.level == "plaats" or area.code in ("GM0546", "GM0632", "GM0638")]


@pytest.fixture(scope="module")
def sample():
    return load(SAMPLE, today=DAY)


@pytest.mark.parametrize(
    ("selection", "lines"),
    [(Selection(), 4), (Selection(regio=("AM19",)), 4), (Selection(gemeente=("GM0546", "GM0484")), 3)],
)
def test_an_area_stands_beside_the_network_as_a_whole(register, selection, lines):
    frame = beside_network(register, selection, area=HOLLAND_RIJNLAND)
    assert frame.to_numpy().tolist() == [
        ["activiteiten", 3, 10],
        ["partners", 2, 3],
        ["netwerkthema", 2, 6],
        ["ingredienten", 6, 10],
        ["themas", 4, 6],
        ["colleges", 2, 3],
        ["verbindingslijnen", lines, 5],
    ]


@pytest.mark.parametrize(
    "selection", [Selection(), Selection(regio=("AM20",)), Selection(regio=("AM19",), thema=("zorg",))]
)
def test_the_figures_of_the_network_are_followed_too(register, selection):
    for row in beside_network(register, selection, area=HOLLAND_RIJNLAND).itertuples():
        assert amount(register, selection, counted_in_network(row.kenmerk)) == row.netwerk


def test_an_area_without_activities_has_figures_of_zero(register):
    assert set(figures(register, Selection(), Area("gemeente", "GM0638")).values()) == {0}


@pytest.mark.parametrize("what", ["kerncijfers", "ingredienten", "themas"])
def test_of_an_area_without_activities_there_is_no_share(register, what):
    frame = paired(register, Selection(), what=what, one=Area("gemeente", "GM0537"), other=Area("gemeente", "GM0534"))
    assert set(frame["aantal"]) == set(frame["totaal"]) == {0}
    assert frame["aandeel"].isna().all()


@pytest.mark.parametrize("selection", [Selection(), Selection(peildatum=DAY, thema=("zorg",))])
def test_every_figure_of_an_area_is_followed_to_as_many_rows(sample, selection):
    for area in SOME:
        found = figures(sample, selection, area)
        for figure in FIGURES:
            assert amount(sample, selection, counted("kerncijfers", figure, area)) == found[figure], (area, figure)


def told(frame):
    return frame[["kenmerk", "code", "aantal", "bereik"]].to_numpy().tolist()


def test_what_only_a_region_has_is_told(register):
    assert told(only_here(register, Selection(), area=HOLLAND_RIJNLAND)) == [
        ["vorm", "livinglab", 1, "netwerk"],
        ["vorm", "hackathon", 1, "netwerk"],
        ["vorm", "docentstage", 1, "netwerk"],
        ["thema", "onderwijs", 2, "netwerk"],
        ["thema", "mobiliteit", 1, "netwerk"],
        ["ingredient", "6", 1, "netwerk"],
        ["ingredient", "7", 1, "netwerk"],
        ["ingredient", "11", 1, "netwerk"],
    ]


def test_what_is_elsewhere_counts_whatever_places_are_selected(register):
    everywhere = only_here(register, Selection(), area=HOLLAND_RIJNLAND)
    assert only_here(register, Selection(regio=("AM19",)), area=HOLLAND_RIJNLAND).equals(everywhere)


def test_a_municipality_differs_from_its_region_only_when_there_is_enough_to_differ_from(build_register):
    rows = [["ID", "Naam", "Gemeente", "Verschijningsvorm"]]
    rows += [["A1", "x", "Leiden", "CIV"], ["A2", "x", "Gouda", "CIV"]]
    rows += [[f"B{n}", "x", "Katwijk", "Livinglab"] for n in range(4)]
    few = build_register({"Activiteiten": rows})
    assert told(only_here(few, Selection(), area=LEIDEN)) == []
    enough = build_register({"Activiteiten": [*rows, ["B5", "x", "Katwijk", "Livinglab"]]})
    assert told(only_here(enough, Selection(), area=LEIDEN)) == [["vorm", "civ", 1, "regio"]]


def test_a_kind_of_partner_that_takes_part_here_only_is_told(build_register):
    register = build_register(
        {
            "Activiteiten": [
                ["ID", "Naam", "Gemeente"],
                ["A1", "x", "Leiden"],
                *([f"B{n}", "x", "Gouda"] for n in range(5)),
            ],
            "Partners": [
                ["ID", "Naam", "Soort"],
                ["P1", "x", "bedrijf"],
                ["P2", "x", "bedrijf"],
                ["P3", "x", "overheid"],
            ],
            "Deelnames": [["Activiteit", "Partner"], ["A1", "P1"], ["A1", "P2"], ["A1", "P3"], ["B1", "P3"]],
        }
    )
    assert told(only_here(register, Selection(), area=LEIDEN)) == [["partnersoort", "bedrijf", 2, "netwerk"]]
    found = Evidence.of("partners", gemeente="GM0546", soort="bedrijf")
    assert amount(register, Selection(), found) == 2


def test_what_has_no_name_of_its_own_is_nothing_special(build_register):
    rows = [["ID", "Naam", "Gemeente", "Verschijningsvorm", "Thema's"], ["A1", "x", "Leiden", "anders", "tuinieren"]]
    rows += [[f"B{n}", "x", "Gouda", "CIV", "zorg"] for n in range(6)]
    assert told(only_here(build_register({"Activiteiten": rows}), Selection(), area=LEIDEN)) == []


def test_what_only_one_area_has_is_followed_to_as_many_rows(sample):
    selection = Selection(peildatum=DAY)
    seen = 0
    for area in SOME:
        for row in only_here(sample, selection, area=area).itertuples():
            here = {area.level: area.code}
            found = (
                Evidence.of("partners", **here, soort=row.code)
                if row.kenmerk == "partnersoort"
                else Evidence.of(**here, **{row.kenmerk: row.code})
            )
            assert amount(sample, selection, found) == row.aantal
            seen += 1
    assert seen


def pairs(frame):
    """Code → the two counts."""
    return {code: list(rows["aantal"]) for code, rows in frame.groupby("code", sort=False)}


def test_two_areas_stand_side_by_side(register):
    def both(what):
        return paired(register, Selection(), what=what, one=HOLLAND_RIJNLAND, other=MIDDEN_HOLLAND)

    assert list(both("ingredienten")["naam"][:11]) == list(both("ingredienten")["naam"][11:])
    assert pairs(both("ingredienten")) == {
        1: [1, 2],
        2: [1, 1],
        3: [1, 1],
        4: [0, 0],
        5: [0, 0],
        6: [1, 0],
        7: [1, 0],
        8: [0, 0],
        9: [0, 1],
        10: [0, 0],
        11: [1, 0],
    }
    themed = pairs(both("themas"))
    assert next(iter(themed)) == "arbeidsmarkttransities"
    assert themed["arbeidsmarkttransities"] == [2, 2]
    assert themed["klimaat"] == [0, 1]
    assert themed["recreatie"] == [0, 0]
    figures = both("kerncijfers")
    assert pairs(figures)["activiteiten"] == [3, 2]
    assert pairs(figures)["partners"] == [2, 1]
    assert pairs(figures)["verbindingslijnen"] == [4, 2]
    share = figures.set_index(["code", "gebied"])["aandeel"]
    assert share["netwerkthema", "AM19"] == pytest.approx(2 / 3)
    assert share.notna().sum() == 2


@pytest.mark.parametrize("what", ["kerncijfers", "ingredienten", "themas"])
def test_both_sides_are_followed_to_as_many_rows(sample, what):
    selection = Selection(peildatum=DAY)
    frame = paired(sample, selection, what=what, one=LEIDEN, other=Area("gemeente", "GM0513"))
    for row in frame.itertuples():
        found = counted(what, row.code, Area(row.level, row.gebied))
        assert amount(sample, selection, found) == row.aantal
