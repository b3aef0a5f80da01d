"""Netwerk: the picture, what lies around a node, the way between two, who connects, and the levels."""

import re

import pytest

from lrn import texts
from lrn.ui.netwerk import choices
from tests.drawn import charts_on, figure_on
from tests.network import network
from tests.pages.conftest import words

DAY = "2026-11-30"
NODE = "Wijkleercentrum De Open Keuken (activiteit A-001)"


def links(at):
    return [link.proto.label for link in at.get("page_link")]


def nodes(figure):
    traces = [trace for trace in figure["data"] if trace.get("mode") == "markers"]
    return [name for trace in traces for name in trace.get("customdata") or []]


def test_the_page_draws_the_network_with_its_figures(open_page):
    at = open_page("netwerk", peildatum=DAY)
    assert nodes(figure_on(at, "netwerk"))
    assert "**33 lijnen** tussen activiteiten" in links(at)
    assert "**40 activiteiten** zonder zo'n lijn" in links(at)
    assert "40 van de 90 activiteiten hebben nog geen lijn naar een van de andere" in words(at)
    assert texts.WITHIN_THIS_SELECTION not in words(at)


def test_the_address_keeps_what_was_chosen(open_page):
    chosen = {"kleur": "Thema", "partners": "true", "knooppunt": NODE, "stappen": "Twee stappen"}
    at = open_page("netwerk", peildatum=DAY, weergave="Los", **chosen)  # as a link of before says it
    assert at.segmented_control(key="weergave").value == "los"
    assert "‘Los’" not in words(at)
    figure = figure_on(at, "netwerk")
    assert any(name.startswith("partner:") for name in nodes(figure))
    assert {"Zorg", "Meer thema's"} <= {trace.get("name") for trace in figure["data"]}
    assert at.segmented_control(key="stappen").value == "2"
    assert at.selectbox(key="knooppunt").value == "activiteit:A-001"


def test_a_click_shows_what_lies_around_and_a_second_lets_it_go(open_page):
    at = open_page("netwerk", peildatum=DAY)
    at.session_state["knooppunt"] = "activiteit:A-001"
    at.run()
    headers = [header.value for header in at.header]
    assert headers.count("Wijkleercentrum De Open Keuken") == 2  # what lies around it, and its card
    assert "Wat leerden anderen?" in headers
    assert "Bekijk de 2 verbindingslijnen" in links(at)
    near = {button.label: button for button in at.button if (button.key or "").startswith("naam netwerk ")}
    other = near["Wijkleercentrum De Rode Deur"]
    other.click().run()
    assert at.session_state["knooppunt"] == other.key.removeprefix("naam netwerk ")
    at.button(key="laat_los").click().run()
    assert "Het netwerk in cijfers" in [header.value for header in at.header]


def test_a_node_with_nothing_around_it_is_a_question(open_page, make_register):
    path = make_register(
        {"Activiteiten": [["ID", "Naam", "Gemeente"], ["K1", "Alleen", "Leiden"], ["K2", "Ook", "Gouda"]]}
    )
    at = open_page("netwerk", path, alles="true", knooppunt="Alleen (activiteit K1)")
    assert "Hier is nog niets mee verbonden" in words(at)
    at = open_page("netwerk", path, alles="true")
    assert "Tussen deze activiteiten is nog geen verbindingslijn geregistreerd" in words(at)


def test_very_many_nodes_are_told_by_region(open_page, tmp_path, write_workbook):
    large = write_workbook(tmp_path / "groot.xlsx", network(600))
    at = open_page("netwerk", large, alles="true")
    assert "zijn te veel om elk te tekenen" in words(at)
    assert [chart.key for chart in charts_on(at)] == ["kaart"]
    assert at.selectbox(key="knooppunt").options == []  # of so many those that are searched for
    at.text_input(key="knooppunt_zoek").set_value("17 van activiteit a-00017").run()
    assert at.selectbox(key="knooppunt").options == ["Activiteit 17 van het netwerk (activiteit A-00017)"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({}, "Kies twee activiteiten, partners of plaatsen"),
        (
            {"pad_van": NODE, "pad_naar": "Leiden (gemeente)"},
            "Van Wijkleercentrum De Open Keuken via partner Gemeente Zoetermeer",
        ),
        ({"pad_van": "Alumni voor de klas (activiteit A-999)"}, "Kies twee activiteiten"),
    ],
)
def test_the_way_between_two_in_words(open_page, query, told):
    at = open_page("netwerk", peildatum=DAY, kijk=choices.PARTS["pad"], **query)
    assert told in words(at)


def test_no_way_is_a_question(open_page, make_register):
    path = make_register(
        {"Activiteiten": [["ID", "Naam", "Gemeente"], ["K1", "Een", "Leiden"], ["K2", "Twee", "Gouda"]]}
    )
    asked = {"pad_van": "Een (activiteit K1)", "pad_naar": "Twee (activiteit K2)"}
    at = open_page("netwerk", path, alles="true", kijk=choices.PARTS["pad"], **asked)
    assert "nog geen weg geregistreerd. Wie ziet hier een kans?" in words(at)


def test_who_connects_opens_in_the_picture(open_page):
    at = open_page("netwerk", peildatum=DAY, kijk=choices.PARTS["verbinders"])
    first = next(b for b in at.button if (b.key or "").startswith("naam verbindt partner:"))
    assert "geen lijn of gedeelde partner meer." in words(at)
    first.click().run()
    assert at.session_state["kijk"] == "beeld"
    assert at.session_state["knooppunt"] == first.key.removeprefix("naam verbindt ")


def test_between_one_region_there_is_nothing_to_tell(open_page):
    at = open_page("netwerk", peildatum=DAY, kijk=choices.PARTS["regios"], regio="Midden-Holland")
    assert "Hier is één regio gekozen" in words(at)
    at = open_page("netwerk", peildatum=DAY, kijk=choices.PARTS["regios"])
    assert "Tussen Zuid-Holland Centraal en Woerden" in words(at)


def test_the_network_through_time_ends_with_that_of_today(open_page):
    at = open_page("netwerk", peildatum=DAY, kijk=choices.PARTS["groei"])
    (table,) = at.dataframe
    assert table.value.iloc[-1][["Activiteiten", "Lijnen tussen activiteiten", "Zonder lijn"]].tolist() == [90, 33, 40]
    assert "**33 lijnen** tussen activiteiten" in links(at)
    slider = at.select_slider(key="groei_tot")
    assert (slider.value, len(slider.options)) == ("2026 K4", 12)


def test_the_slider_shows_the_network_as_it_then_was(open_page):
    then = open_page("netwerk", peildatum="2025-09-30")
    at = open_page("netwerk", peildatum=DAY, kijk=choices.PARTS["groei"], groei_tot="2025 K3")
    figures = [label for label in links(then) if re.match(r"\*\*\d+ (lijn|groep|activiteit)", label)]
    assert len(figures) == 6
    assert set(figures) <= set(links(at))
    assert set(nodes(figure_on(then, "netwerk"))) == set(nodes(figure_on(at, "netwerk_toen")))
    row = at.dataframe[0].value.set_index("Kwartaal").loc["2025 K3"]
    assert f"**{row['Zonder lijn']} activiteiten** zonder zo'n lijn" in figures
    assert {"**8 activiteiten** erbij", "**3 activiteiten** voorbij"} <= set(links(at))
    at.select_slider(key="groei_tot").set_value("2024 K1").run()
    assert "Sinds 31 december 2023" in [header.value for header in at.header]


def test_a_quarter_that_is_not_on_offer_says_so(open_page):
    at = open_page("netwerk", peildatum=DAY, kijk=choices.PARTS["groei"], groei_tot="1999 K1")
    assert at.select_slider(key="groei_tot").value == "2026 K4"
    assert "‘1999 K1’ bij ‘Kwartaal’" in words(at)


def test_between_regions_is_left_out_where_all_is_in_one(open_page):
    at = open_page("netwerk", peildatum=DAY, regio="Midden-Holland")
    assert "tussen activiteiten" in " ".join(links(at))
    assert "van regio naar regio" not in f"{words(at)} {links(at)}"
    assert texts.WITHIN_THIS_SELECTION in words(at)


def test_a_bar_of_levels_opens_its_rows(open_page):
    at = open_page("netwerk", peildatum=DAY, kijk=choices.PARTS["sateprikker"], prikker="Alleen operationeel")
    assert "verticale sateprikker" in words(at)
    assert "Alleen operationeel: 20 activiteiten" in [header.value for header in at.header]
    assert "**15 activiteiten** verbinden alle drie" in links(at)


def test_what_takes_part_so_opens_its_rows_beside_those_of_levels(open_page):
    query = {"prikker": "Alleen operationeel", "kies_deelname": "Actief", "kies_plaats": "Midden-Holland"}
    at = open_page("netwerk", peildatum=DAY, kijk=choices.PARTS["sateprikker"], **query)
    headers = [header.value for header in at.header]
    assert any(header.startswith("Actief in Midden-Holland: ") for header in headers)
    assert any(header.startswith("Alleen operationeel: ") for header in headers)


@pytest.mark.parametrize("part", choices.PARTS.values())
def test_nothing_selected_says_so(open_page, part):
    at = open_page("netwerk", peildatum=DAY, kijk=part, gemeente="Zoeterwoude", thema="Recreatie")
    assert not charts_on(at)
    assert at.info


def test_where_no_line_is_missing_it_says_so(open_page, make_register):
    path = make_register(
        {"Activiteiten": [["ID", "Naam", "Gemeente"], ["K1", "Een", "Leiden"], ["K2", "Twee", "Gouda"]]}
    )
    at = open_page("netwerk", path, alles="true", kijk=choices.PARTS["ontbreekt"])
    assert "Er zijn geen twee activiteiten in verschillende regio's die iets delen" in words(at)
    assert not at.get("download_button")
