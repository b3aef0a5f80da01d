"""What is said of a chart: every part of it stands in its entry, and it is defined by what it counts."""

from dataclasses import replace
from datetime import date

import pytest

from lrn import texts
from lrn.charts.maps import MEASURES
from lrn.measures.places import Area, area_figures
from lrn.measures.rows.evidence import rows
from lrn.selection import Selection, apply
from lrn.views import area_charts, charts, partner_charts
from lrn.views.facts import Facts

LEIDEN, GOUDA = Area("gemeente", "GM0546"), Area("gemeente", "GM0513")


@pytest.mark.parametrize("part", ["key", "title", "measure", "draw", "tell", "defined", "table", "evidence"])
def test_a_chart_that_lacks_a_part_is_none(part):
    with pytest.raises(ValueError, match=part):
        replace(charts.THEMES, **{part: None})


def test_a_chart_names_definitions_that_there_are():
    with pytest.raises(ValueError, match="dekking_thea"):
        replace(charts.THEMES, defined=("dekking_thema", "dekking_thea"))


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("level", ["gemeente", "plaats"])
def test_a_map_is_defined_by_what_its_areas_are(measure, level):
    definition = area_charts.area_map(measure, level, Selection()).definition
    assert definition.endswith(texts.DEFINITIONS[level])
    other = {"gemeente": "plaats", "plaats": "gemeente"}[level]
    assert texts.DEFINITIONS[other] not in definition


def test_a_map_says_what_it_is_zoomed_to_and_what_is_drawn_on_it():
    extra = {"pairs": area_charts.Extra((), lambda: None)}
    zoomed = area_charts.area_map("partners", "gemeente", Selection(), chosen=Area("plaats", "AM20"), extra=extra)
    assert zoomed.about == "Kaart van partners per gemeente in Midden-Holland met de verbindingslijnen tussen gebieden"


def test_a_map_of_one_municipality_says_its_figure_and_no_other(register):
    zoomed = area_charts.area_map("activiteiten", "gemeente", Selection(), chosen=LEIDEN)
    frame = area_figures(apply(Selection(peildatum=date(2026, 10, 1)), register), level="gemeente")
    assert zoomed.alt(frame) == "Kaart van activiteiten in Leiden: 1"


@pytest.mark.parametrize(
    ("described", "of"),
    [
        (charts.INGREDIENTS, "het totaal"),
        (charts.THEMES, "het totaal"),
        (charts.INGREDIENT_MATRIX, "die regio of gemeente"),
        (charts.THEME_MATRIX, "die regio of gemeente"),
        (charts.COLLEGE_MATRIX, "dat college"),
    ],
)
def test_a_share_is_said_to_be_of_what_it_is_of(described, of):
    assert f"{of}." in described.definition


def test_two_municipalities_side_by_side_count_by_municipality():
    beside = area_charts.beside("kerncijfers", LEIDEN, GOUDA)
    assert (beside.definition, beside.about) == (texts.DEFINITIONS["gemeente"], "Kerncijfers in Leiden en Gouda")
    regions = area_charts.beside("kerncijfers", Area("plaats", "AM20"), Area("plaats", "AM19"))
    assert regions.definition == texts.DEFINITIONS["plaats"]


@pytest.mark.parametrize("described", [charts.INGREDIENT_MATRIX, charts.THEME_MATRIX], ids=lambda chart: chart.key)
def test_a_matrix_of_chosen_municipalities_is_called_and_defined_by_them(described):
    everywhere = charts.by_chosen(described, Selection())
    assert (everywhere.title, everywhere.definition) == (described.title, described.definition)
    chosen = charts.by_chosen(described, Selection(gemeente=("GM0546", "GM0513")))
    assert chosen.title.endswith(" per gemeente")
    assert texts.DEFINITIONS["gemeente"] in chosen.definition
    assert texts.DEFINITIONS["plaats"] not in chosen.definition
    assert list(chosen.fixed["column_labels"]) == [area.code for area in chosen.counted["areas"]]


CHOSEN = Selection(peildatum=date(2026, 10, 1), regio=("AM20", "AM34"))  # K06 and K02


@pytest.mark.parametrize("described", charts.CHARTS, ids=lambda chart: chart.key)
def test_without_a_place_nothing_stands_beside_a_chart(described):
    selection = Selection(thema=("zorg",))
    assert charts.beside(described, selection) == charts.by_chosen(described, selection)


@pytest.mark.parametrize("described", [charts.INGREDIENTS, charts.THEMES, charts.PARTNERS], ids=lambda chart: chart.key)
def test_every_figure_of_the_network_beside_a_bar_is_that_of_the_rows_it_leads_to(register, described):
    beside = charts.beside(described, CHOSEN)
    frame = beside.frame(Facts(register, CHOSEN))
    for row in frame.to_dict("records"):
        for column, counted in beside.evidence.items():
            assert len(rows(register, CHOSEN, counted(row))) == row[column], (row, column)
    assert list(beside.as_table(frame))[-2:] == ["Hele netwerk", "Aandeel daarvan"]
    named = charts.beside(described, replace(CHOSEN, thema=("zorg",))).table["aantal_netwerk"]
    assert named == "Alle activiteiten rond zorg"


@pytest.mark.parametrize(
    "described",
    [charts.INGREDIENT_MATRIX, charts.THEME_MATRIX, partner_charts.KIND_MATRIX],
    ids=lambda chart: chart.key,
)
@pytest.mark.parametrize("chosen", [CHOSEN, Selection(peildatum=CHOSEN.peildatum, gemeente=("GM0546",))])
def test_every_square_leads_to_its_rows_also_where_nothing_was_chosen(register, described, chosen):
    beside = charts.beside(described, chosen)
    frame = beside.frame(Facts(register, chosen))
    assert frame.loc[~frame["gekozen"], "aantal"].sum() > 0
    for row in frame.to_dict("records"):
        assert len(rows(register, chosen, beside.evidence["aantal"](row))) == row["aantal"], row
    assert beside.draw(frame=frame, **beside.drawing).layout.annotations


@pytest.mark.parametrize("more", [{}, {"regio": ("AM20", "AM34")}], ids=["", "with a region"])
def test_other_colleges_stay_beside_the_one_that_was_chosen(register, more):
    """With every filter but that on college; a square leads to its rows, also of a college that was not chosen."""
    chosen = Selection(peildatum=CHOSEN.peildatum, college=("Zorg en Welzijn",), **more)
    beside = charts.beside(charts.COLLEGE_MATRIX, chosen)
    frame = beside.frame(Facts(register, chosen))
    assert set(frame.loc[frame["gekozen"], "college_naam"]) == {"Zorg en Welzijn"}
    others = frame[~frame["gekozen"]]
    assert others["aantal"].sum() > 0
    assert others["college_naam"].str.endswith(" (niet gekozen)").all()
    for row in frame.to_dict("records"):
        assert len(rows(register, chosen, beside.evidence["aantal"](row))) == row["aantal"], row
    names = beside.draw(frame=frame, **beside.drawing).layout.yaxis.ticktext
    assert [name for name in names if "<b>" in name] == ["<b>Zorg en Welzijn</b>"]
    assert not any("niet gekozen" in name for name in names)


def test_a_chart_without_shares_and_one_of_no_place_stay_as_they_are():
    for described in (charts.LINES, charts.TREND, charts.COLLEGE_MATRIX):
        assert charts.beside(described, CHOSEN) == described


def test_the_course_is_called_after_what_it_is_of():
    assert charts.trend_of(thema=None).title == charts.TREND.title
    assert charts.trend_of(thema="zorg").title == "Verloop: Zorg"
    assert charts.trend_of(ingredient=6).counted["ingredient"] == 6
