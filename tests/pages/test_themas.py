"""Thema's: choosing a quarter shows what its bar counts, and what is not there yet is asked in order."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qs

import pytest

from lrn.measures.rows.evidence import Evidence, amount, read
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection
from tests.drawn import figure_on
from tests.pages.conftest import words

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def sample():
    return load(SAMPLE, today=DAY)


def shown(at) -> str:
    return words(at).replace("\\", "")


@pytest.mark.parametrize(("part", "trace"), [("Actief", 0), ("Actief, op de peildatum voorbij", 1)])
@pytest.mark.parametrize("theme", [None, "Zorg"])
def test_choosing_a_quarter_shows_as_many_rows_as_its_bar_says(open_page, part, trace, theme):
    query = {"kies_thema": theme} if theme else {}
    at = open_page("themas", peildatum=str(DAY), kwartaal="2025 K1", toen=part, **query)
    spec = figure_on(at, "verloop")
    place = spec["data"][0]["x"].index("2025 K1")
    active, over = (bars["y"][place] for bars in spec["data"])
    expected = over if trace else active + over  # the bar and its lighter top
    assert expected > 0
    assert f"{theme or 'Alle activiteiten'}, 2025 K1, {part.lower()}: {expected} activiteit" in shown(at)
    assert len(at.dataframe[-1].value) == expected


def test_a_quarter_that_is_no_longer_there_is_let_go(open_page):
    at = open_page("themas", peildatum="2030-01-01", kwartaal="2025 K1")
    assert at.selectbox(key="kwartaal").value is None


def test_choosing_only_a_place_shows_its_activities(open_page, sample):
    at = open_page("themas", peildatum=str(DAY), kies_plaats="Midden-Holland")
    expected = amount(sample, Selection(peildatum=DAY), Evidence.of(plaats="AM20"))
    assert f"Alle activiteiten in Midden-Holland: {expected} activiteiten" in shown(at)


def test_the_list_of_places_holds_the_chosen_regions_only(open_page):
    at = open_page("themas", alles="true", regio=["Midden-Holland", "Woerden (Midden-Utrecht)"])
    assert at.selectbox(key="kies_plaats").options == ["Midden-Holland", "Woerden (Midden-Utrecht)"]
    assert len(open_page("themas").selectbox(key="kies_plaats").options) == 7


@pytest.mark.parametrize("page", ["themas", "ingredienten"])
def test_a_place_outside_the_chosen_regions_stays_and_is_explained(open_page, page):
    at = open_page(page, alles="true", regio=["Midden-Holland"], kies_plaats="Holland Rijnland")
    told = "Holland Rijnland valt buiten wat in de zijbalk is gekozen, en telt hier daarom niet mee."
    assert at.selectbox(key="kies_plaats").options == ["Holland Rijnland", "Midden-Holland"]
    assert at.selectbox(key="kies_plaats").value == "AM19"
    assert told in shown(at)
    at.selectbox(key="kies_plaats").set_value(None).run()
    assert at.selectbox(key="kies_plaats").options == ["Midden-Holland"]
    assert told not in shown(at)


def test_a_place_that_was_chosen_before_the_regions_stays(open_page):
    at = open_page("themas", alles="true", kies_plaats="Holland Rijnland")
    at.multiselect(key="regio").set_value(["AM20"]).run()
    assert at.selectbox(key="kies_plaats").value == "AM19"
    assert "Holland Rijnland: 0 activiteiten" not in shown(at)  # what was not chosen is no zero


def asked(at) -> list[str]:
    return [re.sub(r"[\\*]", "", m.value) for m in at.markdown if "nog niets geregistreerd" in m.value]


def test_the_first_questions_are_shown_and_the_rest_on_demand(open_page):
    at = open_page("themas", peildatum=str(DAY))
    assert [question.split(".")[0] for question in asked(at)] == [
        "Rond onderwijs is in Woerden (Midden-Utrecht) nog niets geregistreerd",
        "Rond recreatie is in Midden-Holland nog niets geregistreerd",
        "Rond recreatie is in Zuid-Holland Centraal nog niets geregistreerd",
    ]
    at = open_page("themas", peildatum=str(DAY), meer_kansen="true")
    assert len(asked(at)) == 5
    assert len({question.split(".")[0] for question in asked(at)}) == 5


def test_a_question_that_is_chosen_comes_first(open_page):
    at = open_page("themas", peildatum=str(DAY), kies_thema="Mobiliteit", kies_plaats="Midden-Holland")
    assert asked(at)[0].startswith("Rond mobiliteit is in Midden-Holland nog niets geregistreerd. Buurregio")
    assert "In deze selectie is hier niets te vinden." in shown(at)


def test_the_figures_in_a_question_lead_to_their_rows(open_page, figures_open, sample):
    at = open_page("themas", peildatum=str(DAY), regio="Midden-Holland")
    led = [
        link.proto
        for link in at.get("page_link")
        if link.proto.page == "register" and "bewijs" in link.proto.query_string
    ]
    assert len(led) > 4
    for link in led:
        evidence, unknown = read(parse_qs(link.query_string)["bewijs"])
        assert not unknown
        expected = int(link.label.split(" ")[0].replace("\\", ""))
        assert amount(sample, Selection(peildatum=DAY, regio=("AM20",)), evidence) == expected


def test_a_square_of_a_college_that_was_not_chosen_opens_its_rows(open_page, make_register):
    """Also when the place that is looked at was not chosen either."""
    rows = [["ID", "Naam", "Gemeente", "College", "Thema's"]]
    rows += [["A1", "Een", "Leiden", "Techniek", "zorg"], ["A2", "Twee", "Gouda", "Zorg en Welzijn", "zorg"]]
    chosen = {"college": "Techniek", "regio": "Holland Rijnland"}
    asked = {"kies_college": "Zorg en Welzijn", "kies_plaats": "Midden-Holland"}
    at = open_page("themas", make_register({"Activiteiten": rows}), **chosen, **asked)
    assert "Alle activiteiten in Midden-Holland bij Zorg en Welzijn (niet gekozen): 1 activiteit" in shown(at)
    assert at.dataframe[-1].value["naam"].tolist() == ["Twee"]


def test_where_everything_is_there_nothing_is_asked(open_page, make_register):
    themes = "onderwijs; klimaat; mobiliteit; wonen; zorg; welzijn; recreatie"
    rows = [["ID", "Naam", "Gemeente", "Netwerkthema", "Thema's"], ["A1", "Een", "Leiden", "ja", themes]]
    at = open_page("themas", make_register({"Activiteiten": rows}))
    assert "Wat er nog niet is" not in words(at)


def test_what_was_not_understood_has_squares_too(open_page, make_register):
    rows = [["ID", "Naam", "Gemeente", "College", "Thema's"], ["A1", "Een", "Leiden", "Techniek", "ruimtevaart"]]
    at = open_page("themas", make_register({"Activiteiten": rows}))
    for key in ("thema_matrix", "college_matrix"):
        spec = figure_on(at, key)
        cells = dict(zip(map(tuple, spec["data"][0]["customdata"]), spec["data"][0]["text"], strict=True))
        assert "1" in [text for cell, text in cells.items() if "onbekend" in cell]
