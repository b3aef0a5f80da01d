"""The map as an instrument: from the network to a region, a municipality and an activity, and what is drawn on it."""

from __future__ import annotations

import json
import re
from datetime import date
from urllib.parse import parse_qs

import pytest

from lrn import vocabulary as v
from lrn.measures.places import Area
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply
from tests.drawn import charts_on, figure_on
from tests.pages.conftest import words

DAY = "2026-11-23"


def plot(at):
    return figure_on(at, "kaart")


def zoom(at):
    return plot(at)["layout"]["geo"]["projection"]["scale"]


def points(at, prefix):
    """The values that can be clicked on the map, with this prefix."""
    found = [value for trace in plot(at)["data"] for value in trace.get("customdata", [])]
    return [value.removeprefix(prefix) for value in found if value.startswith(prefix)]


def headings(at):
    return [heading.value for heading in at.header]


def labels(at):
    return [link.proto.label for link in at.get("page_link")]


def button(at, label):
    return next(button for button in at.button if button.label == label)


def test_the_way_goes_from_the_network_to_an_activity_and_back(open_page):
    at = open_page("kaart", peildatum=DAY)
    network = zoom(at)
    at.selectbox(key="gebied").select(Area("plaats", "AM19")).run()
    region = zoom(at)
    at.selectbox(key="gebied").select(Area("gemeente", "GM0546")).run()
    municipality = zoom(at)
    assert 1 == network < region < municipality
    at.selectbox(key="kies_activiteit").select("A-010").run()
    assert "Wijkleercentrum Het Blauwe Hek" in headings(at)
    button(at, "Leiden").click().run()
    assert at.session_state["kies_activiteit"] is None
    assert zoom(at) == municipality
    button(at, "Holland Rijnland").click().run()
    assert zoom(at) == region
    button(at, "Hele netwerk").click().run()
    assert zoom(at) == network


def test_an_area_offers_its_own_activities_only(open_page):
    at = open_page("kaart", peildatum=DAY, gebied="Gouda")
    assert len(at.selectbox(key="kies_activiteit").options) == len(at.dataframe[-1].value)
    at.selectbox(key="kies_activiteit").select("A-016").run()
    at.selectbox(key="gebied").select(Area("gemeente", "GM0546")).run()
    assert at.session_state["kies_activiteit"] is None


@pytest.mark.parametrize("typed", ["A-016", "Wijkleercentrum De Stroopketel (A-016)"])
def test_a_link_names_an_activity_by_its_id_or_as_the_list_does(open_page, typed):
    at = open_page("kaart", peildatum=DAY, gebied="Gouda", kies_activiteit=typed)
    assert "Wijkleercentrum De Stroopketel" in headings(at)
    link = next(link for link in at.get("page_link") if link.proto.label == "Open op de pagina Register")
    assert link.proto.page == "register"
    assert parse_qs(link.proto.query_string)["activiteit"] == ["A-016"]


def test_a_link_to_an_activity_that_is_not_in_the_selection_shows_none(open_page):
    at = open_page("kaart", peildatum=DAY, kies_activiteit="A-999")
    assert "Open op de pagina Register" not in labels(at)


def test_links_to_a_region_still_open_it(open_page):
    at = open_page("kaart", peildatum=DAY, niveau="Regio", gebied="Woerden (Midden-Utrecht)")
    assert "Woerden (Midden-Utrecht)" in headings(at)


def test_marks_are_drawn_when_they_are_wanted_and_what_has_no_place_is_named(open_page):
    at = open_page("kaart", peildatum=DAY)
    assert points(at, "activiteit:") == []
    at.toggle(key="punten").set_value(True).run()
    drawn = points(at, "activiteit:")
    assert "Niet als punt op de kaart: Alumni voor de klas" in words(at)
    missing = next(label for label in labels(at) if label.endswith("zonder plek"))
    total = int(next(text.split("**")[1] for text in words(at).splitlines() if "in het register" in text))
    assert len(drawn) + int(missing.split()[1]) == total
    assert len(set(drawn)) == len(drawn)


def test_marks_can_be_coloured_by_status(open_page):
    at = open_page("kaart", peildatum=DAY, punten="true", kleur="Op status")
    assert "Actief" in [trace.get("name") for trace in plot(at)["data"]]


def test_coordinates_that_are_not_believed_are_told(open_page, make_register):
    rows = [["ID", "Naam", "Gemeente", "Breedtegraad", "Lengtegraad"], ["A1", "Een", "Leiden", 52.01, 4.71]]
    at = open_page("kaart", make_register({"Activiteiten": rows}), punten="true")
    assert "Coördinaten buiten de eigen gemeente zijn niet gebruikt:" in words(at)
    assert "bij 1 activiteit" in labels(at)


def test_more_activities_than_a_browser_can_draw_are_not_drawn_and_that_is_told(open_page, monkeypatch):
    monkeypatch.setattr("lrn.ui.kaart.panels.MOST_MARKS", 20)
    at = open_page("kaart", peildatum=DAY, punten="true")
    assert points(at, "activiteit:") == []
    assert "te veel om als punt te tekenen (hoogstens 20)" in words(at)


@pytest.mark.parametrize("query", [{}, {"niveau": "Regio"}, {"gebied": "Gouda"}, {"gebied": "Midden-Holland"}])
def test_all_lines_are_drawn_or_told(open_page, query):
    at = open_page("kaart", peildatum=DAY, lijnen="true", **query)
    told = [int(label.split()[0]) for label in labels(at) if label.split(" ", 1)[1].startswith(_LIES)]
    total = next(int(text.split()[0]) for text in words(at).splitlines() if text.endswith("verbindingslijnen:"))
    assert sum(told) == total > 10
    assert points(at, "paar:")


_LIES = ("tussen twee", "binnen één", "met een eind")


def test_no_lines_are_told_in_words(open_page):
    at = open_page("kaart", peildatum=DAY, lijnen="true", gemeente="Voorschoten")
    assert "Geen verbindingslijnen op deze kaart." in words(at)
    assert "verbindingslijnen:" not in words(at)


@pytest.mark.parametrize(("query", "told"), [({}, " zonder gemeente"), ({"niveau": "Regio"}, " zonder plaats")])
def test_what_has_no_place_on_the_map_is_called_what_it_is(open_page, query, told):
    assert any(label.endswith(told) for label in labels(open_page("kaart", peildatum=DAY, **query)))


def test_a_line_is_chosen_from_the_list_too(open_page):
    at = open_page("kaart", peildatum=DAY, lijnen="true")
    at.selectbox(key="kies_lijn").select("GM0546|GM0513").run()
    assert "Verbindingslijnen tussen Leiden en Gouda: 2 verbindingslijnen" in words(at)
    at.toggle(key="lijnen").set_value(False).run()
    assert "Verbindingslijnen tussen" not in words(at)


def test_the_lines_have_their_figures_one_click_away(open_page):
    at = open_page("kaart", peildatum=DAY, lijnen="true", niveau="Regio")
    at.session_state["lijnen_tabel"] = True
    at.run()
    table = next(t.value for t in at.dataframe if t.proto.alt.startswith("Cijfers: verbindingslijnen"))
    assert list(table.columns) == ["Van of naar", "En", "Lijnen"]
    assert table["Lijnen"].sum() == 59


def test_the_card_of_an_area_leads_to_the_rows_of_each_figure(open_page):
    at = open_page("kaart", peildatum=DAY, gebied="Zoetermeer")
    said = labels(at)
    for figure in ("activiteiten", "mee", "netwerkthema", "ingrediënten", "thema's", "colleges", "verbindingslijnen"):
        assert any(figure in label for label in said), figure
    assert "Wonen: 2 activiteiten" in said  # nowhere else in the region
    assert "Nergens anders in Zuid-Holland Centraal" in words(at)
    at.session_state["kaart_netwerk"] = True
    at.run()
    assert {"90 activiteiten", "68 partners doen mee", "59 verbindingslijnen"} <= set(labels(at))


def test_an_area_without_activities_has_a_card_too(open_page):
    at = open_page("kaart", peildatum=DAY, gebied="Zoeterwoude")
    assert "**0** van de 90 activiteiten" in labels(at)
    assert "Zoeterwoude: 0 activiteiten" in words(at)


def bars_on(at, key):
    return [trace for trace in figure_on(at, key)["data"] if trace["type"] == "bar"]


def test_two_areas_stand_side_by_side(open_page):
    at = open_page("kaart", peildatum=DAY, gebied="Holland Rijnland", naast="Midden-Holland")
    assert "Holland Rijnland naast Midden-Holland" in words(at).replace("\\", "")
    for key, rows in (("naast_ingredienten", 11), ("naast_themas", 9), ("naast_kerncijfers", 7)):
        one, other = bars_on(at, key)
        assert (one["name"], other["name"]) == ("Holland Rijnland", "Midden-Holland")
        assert len(one["y"]) == len(other["y"]) == rows


def test_what_is_chosen_of_two_areas_is_listed_for_both(open_page):
    at = open_page("kaart", peildatum=DAY, gebied="Leiden", naast="Gouda")
    at.selectbox(key="kenmerk").select(("themas", "zorg")).run()
    bars = {
        trace["name"]: dict(zip(trace["customdata"], trace["x"], strict=True)) for trace in bars_on(at, "naast_themas")
    }
    said = words(at).replace("\\", "")
    for name, counts in bars.items():
        assert f"Zorg in {name}: {counts['zorg']} activiteit" in said


def test_the_second_area_is_let_go_when_it_is_of_another_kind(open_page):
    at = open_page("kaart", peildatum=DAY, gebied="Leiden", naast="Gouda")
    at.selectbox(key="gebied").select(Area("plaats", "AM19")).run()
    assert at.session_state["naast"] is None
    assert " naast " not in words(at)


def test_streets_are_asked_for_only_when_they_are_wanted(open_page):
    at = open_page("kaart", peildatum=DAY)
    assert "pdok" not in json.dumps(plot(at))
    at.toggle(key="straten").set_value(True).run()
    assert "pdok" in json.dumps(plot(at))
    assert "Ziet u geen straten, dan is PDOK nu niet bereikbaar" in words(at)


def test_the_alt_text_says_what_is_drawn(open_page):
    at = open_page("kaart", peildatum=DAY, punten="true", lijnen="true")
    assert charts_on(at)[0].alt.startswith(
        "Kaart van activiteiten per gemeente met een punt voor elke activiteit en de verbindingslijnen tussen gebieden: "
        "het meest in "
    )


def test_of_two_areas_the_activities_for_the_people_are_told_for_both(open_page, tmp_path, monkeypatch):
    path = tmp_path / "inwoners.csv"
    path.write_text("code;inwoners;jaar;bron\nGM0546;130000;2025;CBS\nGM0513;75000;2025;CBS\n", encoding="utf-8")
    monkeypatch.setenv("LRN_CONTEXT", str(path))
    at = open_page("kaart", peildatum=DAY, gebied="Leiden", naast="Gouda")
    told = [c.value for c in at.caption if "per 10.000 inwoners" in c.value.replace("\\", "")]
    assert [text.split(":")[0] for text in told[1:]] == ["Leiden", "Gouda"]  # the first is that of the card
    assert told[0] in told[1].replace("Leiden", "")
    path.write_text("code;inwoners;jaar;bron\n", encoding="utf-8")
    at = open_page("kaart", peildatum=DAY, gebied="Leiden", naast="Gouda")
    assert re.search(r"^Gouda: ongeveer \d+ km²$", words(at), re.MULTILINE)


def test_an_area_outside_the_choice_has_no_zeros_that_look_like_figures(open_page):
    at = open_page("kaart", peildatum=DAY, regio="Woerden (Midden-Utrecht)", gebied="Leiden")
    assert "Leiden valt buiten wat in de zijbalk is gekozen, en telt hier daarom niet mee." in words(at)
    assert not any("** van de" in label for label in labels(at))
    assert "Wat alleen " not in words(at)


def test_a_card_says_what_it_is_compared_with(open_page):
    at = open_page("kaart", peildatum=DAY, regio="Holland Rijnland", gebied="Leiden")
    assert "Vergeleken met het hele netwerk, op dezelfde peildatum" in words(at)
    assert "**7** van de 10 op het netwerkthema (70%)" in labels(at)
    at = open_page("kaart", peildatum=DAY, college="Techniek en ICT", gebied="Leiden")
    assert "Vergeleken met alle activiteiten van Techniek en ICT, op dezelfde peildatum" in words(at)
    assert "hele netwerk" not in words(at) + "".join(labels(at))


def test_a_municipality_that_is_chosen_does_not_speak_for_its_region(open_page):
    at = open_page("kaart", peildatum=DAY, gemeente="Leiden", niveau="Regio", gebied="Holland Rijnland")
    said = words(at)
    assert "Van Holland Rijnland is alleen Leiden gekozen; de regio als geheel telt hier niet mee." in said
    assert "Holland Rijnland: " not in said
    assert "Activiteiten per gemeente" in said
    [drawn] = [chart.figure for chart in charts_on(at)]
    hovers = {text for trace in drawn["data"] for text in trace.get("hovertext") or ()}
    assert any(text.startswith("<b>Leiden</b><br>10 activiteiten") for text in hovers)
    assert "<b>Katwijk</b><br>niet gekozen" in hovers
    assert not any("0 activiteiten" in text.replace("10 activiteiten", "") for text in hovers)


def test_what_counts_but_is_not_on_the_map_is_named_with_the_way_to_it(open_page):
    at = open_page("kaart", peildatum=DAY, gebied="Holland Rijnland")
    selection, said = Selection(peildatum=date.fromisoformat(DAY)), labels(at)
    there = apply(selection, load(SAMPLE, today=date.fromisoformat(DAY))).activiteiten.query("plaats == 'AM19'")
    on_map = there["gemeente"].map(v.place_of_municipality, na_action=None) == "AM19"
    beside = there[~on_map]
    assert len(beside)
    assert "Niet op deze kaart:" in words(at)
    links = [link for link in said if link.endswith("zonder gemeente") or link.endswith("in Voorschoten")]
    assert sum(int(link.split()[0]) for link in links) == len(beside)


def test_a_link_that_asks_for_regions_is_told_that_municipalities_were_chosen(open_page):
    told = "In de zijbalk zijn gemeenten gekozen: de kaart toont die, en geen regio's."
    asked = open_page("kaart", gemeente="Leiden", niveau="Regio")
    assert told in [caption.value for caption in asked.caption]
    for query in ({"gemeente": "Leiden"}, {"niveau": "Regio"}):
        assert told not in [caption.value for caption in open_page("kaart", **query).caption]
