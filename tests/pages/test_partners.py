"""The page Partners: its parts, its choices, its empty states, and what each number leads to."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qs

import pytest

from lrn import texts
from lrn import vocabulary as v
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply
from lrn.ui.partners.choices import PARTS
from tests.drawn import charts_on, figure_on
from tests.pages.conftest import words

DAY = "2026-11-23"
WHO, VALUE, RELATIONS, DOUBLES = (PARTS[part] for part in ("wie", "meerwaarde", "strategisch", "dubbel"))


@pytest.fixture(scope="module")
def selected():
    day = date.fromisoformat(DAY)
    return apply(Selection(peildatum=day), load(SAMPLE, today=day))


def lists(at):
    """The lists on the page, by what they are called."""
    return {re.split(r": lijst| \(", table.proto.alt)[0]: table.value for table in at.dataframe}


def test_the_first_part_shows_figures_the_mix_and_where(open_page, selected):
    at = open_page("partners", peildatum=DAY)
    cards = {metric.label: metric.value for metric in at.metric}
    assert cards["Aantal partners"] == texts.number(len(selected.partners))
    assert list(cards) == ["Aantal partners", "Soorten partners", "Initiatiefnemers", "In meer regio's", "Strategisch"]
    assert [chart.key for chart in charts_on(at)] == ["partners_soort", "soort_matrix"]
    (bars,) = figure_on(at, "partners_soort")["data"]
    assert sum(bars["x"]) == len(selected.partners)
    assert figure_on(at, "soort_matrix")["data"][0]["marker"]["symbol"] == "square"


def test_a_place_stays_beside_the_network(open_page):
    at = open_page("partners", peildatum=DAY, regio="Midden-Holland")
    assert "In meer regio's" not in [metric.label for metric in at.metric]
    _, mark, *_ = figure_on(at, "partners_soort")["data"]
    assert mark["name"] == "aandeel in het hele netwerk"
    assert len(mark["x"]) == len(v.PARTNERSOORTEN.codes)
    at = open_page("partners", peildatum=DAY, regio=["Midden-Holland", "Holland Rijnland"])
    assert "In meer regio's" in [metric.label for metric in at.metric]


def test_a_kind_and_a_place_list_their_partners(open_page, selected):
    at = open_page("partners", peildatum=DAY, kies_soort="Bedrijf", kies_plaats="Midden-Holland")
    there = selected.activiteiten.loc[selected.activiteiten["plaats"] == "AM20", "id"]
    taking_part = set(selected.deelnames.loc[selected.deelnames["activiteit"].isin(there), "partner"])
    companies = set(selected.partners.loc[selected.partners["soort"] == "bedrijf", "id"])
    (table,) = lists(at).values()
    assert len(table) == len(taking_part & companies) > 3
    assert f"Bedrijf in Midden-Holland: {len(table)} partners" in [header.value for header in at.header]
    at.selectbox(key="kies_soort").select(None).run()
    assert f"Wie doet mee in Midden-Holland: {len(taking_part)} partners" in [header.value for header in at.header]


def test_who_takes_part_is_found_by_any_word_and_opens_its_card(open_page):
    at = open_page("partners", peildatum=DAY, partners_kijk=WHO)
    assert list(lists(at)) == ["Wie doet mee"]
    at.text_input(key="zoek_partner").set_value("waterlelie").run()
    (table,) = lists(at).values()
    assert "Zorggroep De Waterlelie" in table["naam"].tolist()
    assert at.header[0].value == f"Wie doet mee: {len(table)} van de 68 partners"
    at.selectbox(key="open_partner").select("P-023").run()
    assert "Zorggroep De Waterlelie" in [header.value for header in at.header]
    at.text_input(key="zoek_partner").set_value("bestaat nergens").run()
    assert "is bij deze partners niet gevonden" in words(at)
    assert not at.dataframe


def test_what_is_typed_is_found_within_what_was_chosen(open_page):
    at = open_page("partners", peildatum=DAY, partners_kijk=WHO, zoek_partner="zorg", kies_soort="Bedrijf")
    assert all(kind == "bedrijf" for table in lists(at).values() for kind in table["soort"])


def test_added_value_goes_both_ways(open_page, selected):
    at = open_page("partners", peildatum=DAY, partners_kijk=VALUE)
    school, others = figure_on(at, "meerwaarde")["data"]
    assert [side["customdata"][0][0] for side in (school, others)] == ["meerwaarde_mborijnland", "meerwaarde_partners"]
    named = selected.kenmerken[selected.kenmerken["veld"] == "meerwaarde_partners"]["waarde"].value_counts()
    assert (
        dict(zip((code for _, code in others["customdata"]), others["x"], strict=True))["casussen"] == named["casussen"]
    )
    at.selectbox(key="kies_meerwaarde").select(("meerwaarde_partners", "casussen")).run()
    assert f"Partners: casussen: {named['casussen']} activiteiten" in [header.value for header in at.header]


def test_strategic_relations_stand_apart_from_the_selection(open_page):
    at = open_page("partners", peildatum=DAY, regio="Midden-Holland", partners_kijk=RELATIONS)
    told = words(at)
    assert "In het hele register staan 7 strategische relaties, alle 7 in Haaglanden" in told
    assert "Aan de activiteiten in deze selectie doet er geen mee" in told
    assert len(lists(at)["Strategische relaties in het hele register"]) == 7
    assert "Waar kan er een van betekenis zijn?" in told


def test_without_strategic_relations_it_says_how_to_name_one(open_page, make_register):
    rows = {"Activiteiten": [["ID", "Naam"], ["A1", "Lab"]], "Partners": [["ID", "Naam"], ["P1", "Een"]]}
    at = open_page("partners", make_register(rows), alles="true", partners_kijk=RELATIONS)
    assert at.info[0].proto.title == "Nog geen strategische relaties geregistreerd"


def test_a_pair_of_names_opens_both_cards(open_page):
    at = open_page("partners", peildatum=DAY, partners_kijk=DOUBLES)
    assert "In het hele register lijken 2 paren partners op elkaar" in words(at)
    at.selectbox(key="kies_paar").select(
        "Zorggroep De Waterlelie (P-023) – Zorggroep De Waterlelie Leiden (P-074)"
    ).run()
    names = [header.value for header in at.header]
    assert names[-2:] == ["Zorggroep De Waterlelie", "Zorggroep De Waterlelie Leiden"]
    assert "Het dashboard voegt zelf niets samen" in words(at)


def test_a_register_without_doubles_says_what_was_compared(open_page, make_register):
    rows = {"Activiteiten": [["ID", "Naam"], ["A1", "Lab"]], "Partners": [["ID", "Naam"], ["P1", "Een"]]}
    at = open_page("partners", make_register(rows), alles="true", partners_kijk=DOUBLES)
    assert "vinden we geen partners waarvan de namen op elkaar lijken" in words(at)
    assert not at.selectbox or "kies_paar" not in [box.key for box in at.selectbox]


def test_one_name_under_two_ids_is_a_remark_in_the_register_too(open_page, make_register):
    rows = {
        "Activiteiten": [["ID", "Naam"], ["A1", "Lab"]],
        "Partners": [["ID", "Naam"], ["P1", "Buurtlab"], ["P2", "Stichting Buurtlab"]],
    }
    path = make_register(rows)
    at = open_page("partners", path, alles="true", partners_kijk=DOUBLES)
    (link,) = [link.proto for link in at.get("page_link") if "twee ID's" in link.proto.label]
    asked = {name: said[0] for name, said in parse_qs(link.query_string).items()}
    found = open_page("gegevens", path, **asked)
    assert "Is dat dezelfde organisatie?" in found.dataframe[0].value.to_string()
    assert not [
        link for link in open_page("partners", partners_kijk=DOUBLES).get("page_link") if "twee ID" in link.proto.label
    ]


@pytest.mark.parametrize("part", PARTS.values())
def test_activities_without_partners_are_no_problem(open_page, make_register, part):
    at = open_page("partners", make_register({"Activiteiten": [["ID", "Naam"], ["A1", "Lab"]]}), partners_kijk=part)
    assert "Deze pagina kan nu niet" not in words(at)
    if part == WHO:
        assert texts.NOTHING_HERE in words(at)


@pytest.mark.parametrize("amount", [4, 5, 6])
def test_of_fewer_than_five_partners_no_share_is_shown(open_page, make_register, amount):
    partners = [[f"P{n}", f"Partner {n}", "bedrijf"] for n in range(amount)]
    path = make_register(
        {
            "Activiteiten": [["ID", "Naam", "Gemeente"], ["A1", "Lab", "Leiden"]],
            "Partners": [["ID", "Naam", "Soort"], *partners],
            "Deelnames": [["Activiteit", "Partner"], *(["A1", row[0]] for row in partners)],
        }
    )
    at = open_page("partners", path, alles="true", getal="Aandelen")
    (bars,) = figure_on(at, "partners_soort")["data"]
    assert ("%" in bars["text"][4]) is (amount >= 5)
    (squares,) = figure_on(at, "soort_matrix")["data"]
    here = dict(zip(map(tuple, squares["customdata"]), squares["text"], strict=True))
    assert here["bedrijf", "AM19"] == ("100%" if amount >= 5 else "<5")


def test_the_kinds_that_a_figure_counts_lead_to_their_partners(open_page):
    at = open_page("partners", peildatum=DAY)
    link = next(
        link.proto
        for link in at.get("page_link")
        if "telt:soorten" in parse_qs(link.proto.query_string).get("bewijs", [])
    )
    register = open_page("register", peildatum=DAY, bewijs="telt:soorten")
    assert link.label == "Bekijk de 13"
    assert register.header[0].value == "13 verschillende soorten partners, genoemd bij deze 68 partners"


@pytest.mark.parametrize(
    ("school", "partners", "told"),
    [
        ("kennis delen", "expertise", "wat mboRijnland toevoegt en wat de partners toevoegen"),
        ("kennis delen", "", "wat mboRijnland toevoegt"),
        ("", "expertise", "wat de partners toevoegen"),
        ("", "", "nog niet wat beide kanten toevoegen"),
    ],
)
def test_of_one_activity_it_says_which_side_adds_something(open_page, make_register, school, partners, told):
    heads = ["ID", "Naam", "Meerwaarde mboRijnland", "Meerwaarde partners"]
    path = make_register({"Activiteiten": [heads, ["A1", "Lab", school, partners]]})
    at = open_page("partners", path, alles="true", partners_kijk=VALUE)
    assert f"Bij deze ene activiteit staat {told}." in words(at)
    assert "Wat staat er nog niet bij?" not in words(at)


def test_a_chart_of_partners_says_how_many_partners_it_is_of(open_page):
    captions = [caption.value for caption in open_page("partners", peildatum=DAY, regio="Haaglanden").caption]
    assert captions.count("Haaglanden · peildatum 23 november 2026 · 4 partners, te weinig voor percentages") == 2
