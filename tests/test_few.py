"""Of fewer than five activities no share is shown and nothing is called striking: at 4, 5 and 6, wherever it is asked."""

from __future__ import annotations

from datetime import date

import pytest

from lrn import texts
from lrn import vocabulary as v
from lrn.charts import bars, ground, maps, matrix, paired
from lrn.context import ContextTable, Inhabitants
from lrn.export.values import Share, to_cell
from lrn.measures import areas, context, specialisation, themes
from lrn.measures.insights.new_in_place import new_in_place
from lrn.measures.insights.opportunities import opportunities
from lrn.measures.insights.top_accent import top_accents
from lrn.measures.places import Area, area_figures, per_municipality
from lrn.selection import Selection

EVER, LEIDEN, GOUDA = Selection(), Area("gemeente", "GM0546"), Area("gemeente", "GM0513")


@pytest.fixture(params=[4, 5, 6])
def amount(request):
    return request.param


@pytest.fixture
def register(amount, build_register):
    """So many activities in Leiden, all on care; twenty in Gouda that are on nothing, and one of them on housing."""
    rows = [["ID", "Naam", "Gemeente", "Netwerkthema", "Thema's", "Ingrediënten", "Start"]]
    rows += [[f"L{n}", f"Lab {n}", "Leiden", "ja", "zorg", "1", "2020-01-01"] for n in range(amount)]
    rows += [[f"G{n}", f"Hub {n}", "Gouda", "", "wonen" if n == 0 else "", "2", "2020-01-01"] for n in range(20)]
    return build_register({"Activiteiten": rows})


@pytest.fixture
def here(amount, build_register):
    """Those in Leiden alone."""
    rows = [["ID", "Naam", "Gemeente", "Netwerkthema", "Thema's"]]
    return build_register({"Activiteiten": [*rows, *([f"L{n}", "Lab", "Leiden", "ja", "zorg"] for n in range(amount))]})


def test_bars_say_a_share(here, amount):
    (bar,) = bars.theme_bars(frame=themes.all_themes(here)).data
    assert ["%" in text for text in bar.text[:2]] == [amount >= 5] * 2
    assert ["%" in text for text in bar.hovertext[:2]] == [amount >= 5] * 2


def test_a_matrix_draws_a_share(here, amount):
    frame = themes.theme_by_place(here)
    frame = frame[frame["plaats"] == "AM19"]
    names = ("naam", "plaats_naam")
    drawn = matrix.matrix(
        frame=frame, row="thema", column="plaats", names=names, column_labels=v.PLAATS_KORT, shown="aandeel"
    )
    assert {text == matrix.FEW_TEXT for text in drawn.data[0].text} == {amount < 5}


def test_a_map_shows_a_share(here, amount):
    frame = area_figures(here, level="plaats")
    told = maps.tell("aandeel_netwerkthema")(frame)
    assert (texts.FEWER in told) is (amount < 5)
    row = frame[frame["code"] == "AM19"].to_dict("records")[0]
    assert ("%" in ground._hover(row)) is (amount >= 5)
    assert ("%" in maps._shown(row, maps.MEASURES["aandeel_netwerkthema"])) is (amount >= 5)


def test_two_areas_side_by_side_say_a_share(register, amount):
    frame = areas.paired(register, EVER, what="themas", one=LEIDEN, other=GOUDA)
    shown = [
        text
        for bar in paired.paired_bars(frame=frame).data
        if bar.type == "bar" and bar.name == LEIDEN.naam
        for text in bar.text
    ]
    assert {"%" in text for text in shown} == {amount >= 5}


def test_a_place_has_an_accent(register, amount):
    frame = specialisation.of_ingredients(register, plaats="AM19")
    assert frame["aandeel"].notna().all() == frame["verschil"].notna().all() == (amount >= 5)
    assert ("AM19" in [found.plaats for found in top_accents(register, register, EVER)]) is (amount >= 5)


def test_something_can_be_new_in_a_place(amount, build_register):
    rows = [["ID", "Naam", "Gemeente", "Thema's"], *([f"L{n}", "Lab", "Leiden", "zorg"] for n in range(amount))]
    register = build_register({"Activiteiten": [*rows, ["N1", "Nieuw", "Leiden", "wonen"]]})
    new = register.activiteiten["id"].loc[lambda identity: identity == "N1"]
    assert (not new_in_place(register, new, date(2026, 1, 1)).empty) is (amount >= 5)


def test_a_place_can_have_what_others_have_not(register, amount):
    found = areas.only_here(register, EVER, area=GOUDA)  # elsewhere are those in Leiden
    assert (not found.empty) is (amount >= 5)


def test_an_open_combination_rests_on_few(register, amount):
    few = {found.few for found in opportunities(register, register, EVER) if found.plaats == "AM19"}
    assert few == {amount < 5}


def test_a_rate_is_given(here, amount):
    known = ContextTable({"GM0546": Inhabitants(100_000, 2025, "verzonnen")})
    frame = context.per_10_000(per_municipality(here), known).set_index("code")
    assert frame["per_10_000"].notna()["GM0546"] == (amount >= 5)


def test_a_file_holds_a_share(amount):
    assert (to_cell(Share(0.5, amount)) is None) is (amount < 5)
