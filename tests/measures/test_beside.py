"""What was chosen by place beside what was not, counted by hand on the ten rows."""

from datetime import date

import pytest

from lrn import vocabulary as v
from lrn.measures import beside, ingredients, themes
from lrn.selection import Selection

DAY = date(2026, 10, 1)
FIVE = ("AM19", "AM34", "AM20", "AM21", "GM0632")  # K01, K02, K06, K04 and K03; K05 and K07 are elsewhere


def network(register, **chosen):
    frame = beside.with_network(register, Selection(peildatum=DAY, **chosen), of=ingredients.per_ingredient)
    return frame.set_index("nr")


def test_the_network_is_every_place_on_the_same_day(register):
    frame = network(register, regio=FIVE)
    assert list(frame.index) == list(v.INGREDIENT)
    assert set(frame["totaal"]) == {5}
    assert set(frame["totaal_netwerk"]) == {7}
    # Ingredient 1 is in K01, K03 and K06, ingredient 4 in K05 alone.
    assert frame.loc[[1, 4], ["aantal", "aantal_netwerk"]].to_numpy().tolist() == [[3, 3], [0, 1]]
    assert frame.loc[1, "aandeel_netwerk"] == pytest.approx(3 / 7)
    assert frame.loc[1, "verschil"] == pytest.approx(3 / 5 - 3 / 7)
    assert frame.loc[4, "verschil"] == pytest.approx(-1 / 7)


def test_the_network_has_the_same_filters_on_content(register):
    frame = network(register, regio=("AM19",), thema=("zorg",))  # K01 there, and K06
    assert frame.loc[1, ["aantal", "totaal", "aantal_netwerk", "totaal_netwerk"]].tolist() == [1, 1, 2, 2]


@pytest.mark.parametrize("regio", [("AM19",), ("AM19", "AM34", "AM20", "GM0632")], ids=["one", "four"])
def test_of_few_activities_there_is_no_difference(register, regio):
    assert network(register, regio=regio)["verschil"].isna().all()


def test_of_themes_the_netwerkthema_comes_first(register):
    frame = beside.with_network(register, Selection(peildatum=DAY, regio=FIVE), of=themes.all_themes)
    # K01, K02, K04 and K06 are on it, all of them in the five.
    assert frame.loc[0, ["thema", "aantal", "aantal_netwerk"]].tolist() == [themes.NETWERK, 4, 4]
    assert list(frame["thema"]) == list(themes.ALL_THEMES)


def others(register, of, **chosen):
    return beside.with_others(register, Selection(peildatum=DAY, **chosen), of=of)


def test_the_other_places_stay_beside_the_one_that_was_chosen(register):
    frame = others(register, ingredients.ingredient_by_place, regio=("AM20",))
    assert list(dict.fromkeys(frame["plaats"])) == list(v.PLAATSEN)
    assert set(frame.loc[frame["gekozen"], "plaats"]) == {"AM20"}
    one = frame[frame["nr"] == 1].set_index("plaats")
    assert one["aantal"].to_dict() == {
        "AM19": 1, "AM34": 0, "AM20": 1, "GM0632": 1, "AM21": 0, "elders": 0, "zonder": 0,
    }  # fmt: skip
    assert one.loc["AM20", "plaats_naam"] == "Midden-Holland"
    assert one.loc["AM19", "plaats_naam"] == "Holland Rijnland (niet gekozen)"


def test_beside_municipalities_stand_the_other_key_ones(register):
    frame = others(register, themes.theme_by_place, gemeente=("GM0546", "GM0553"))
    expected = {*v.SLEUTELGEMEENTEN, "GM0553"}
    assert list(dict.fromkeys(frame["plaats"])) == [code for code in v.GEMEENTE if code in expected]
    assert set(frame["level"]) == {"gemeente"}
    assert set(frame.loc[frame["gekozen"], "plaats"]) == {"GM0546", "GM0553"}
    welzijn = frame[frame["thema"] == "welzijn"].set_index("plaats")["aantal"]  # K01 in Leiden, K03 in Woerden
    assert welzijn[welzijn > 0].to_dict() == {"GM0546": 1, "GM0632": 1}


def test_the_names_of_the_columns_are_in_the_order_of_the_frame(register):
    for chosen in ({"regio": ("GM0632",)}, {"gemeente": ("GM0513", "GM0546")}):
        selection = Selection(peildatum=DAY, **chosen)
        frame = others(register, themes.theme_by_place, **chosen)
        assert list(beside.labels(selection)) == list(dict.fromkeys(frame["plaats"]))


def test_what_occurs_in_no_place_that_was_chosen_has_no_row(build_register):
    rows = [
        ["ID", "Naam", "Gemeente", "Thema's"],
        ["A1", "Lab", "Leiden", "zorg"],
        ["A2", "Hub", "Gouda", "zwarte gaten"],
    ]
    register = build_register({"Activiteiten": rows})
    frame = beside.with_others(register, Selection(regio=("AM19",)), of=themes.theme_by_place)
    assert v.ONBEKEND not in set(frame["thema"])
    frame = beside.with_others(register, Selection(regio=("AM20",)), of=themes.theme_by_place)
    assert v.ONBEKEND in set(frame["thema"])
    assert not frame["aantal"].isna().any()
