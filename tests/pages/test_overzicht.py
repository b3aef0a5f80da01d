"""Overzicht: every figure leads to its rows, sentences and charts to a drawer with theirs."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qs

import pytest

from lrn import clock
from lrn.measures.insights.highlights import highlights
from lrn.measures.rows.evidence import Evidence, amount, read
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply
from tests.measures.promises import numbers
from tests.pages.conftest import words

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def sample():
    return load(SAMPLE, today=DAY)


def links(at):
    return [(link.proto.label, link.proto.page, parse_qs(link.proto.query_string)) for link in at.get("page_link")]


def to_rows(at):
    """Label and evidence of the links to the page Register."""
    return [(label, read(query.get("bewijs", []))[0]) for label, page, query in links(at) if page == "register"]


@pytest.mark.parametrize(
    ("query", "selection"),
    [
        ({"peildatum": str(DAY)}, Selection(peildatum=DAY)),
        ({"peildatum": str(DAY), "regio": "Midden-Holland"}, Selection(peildatum=DAY, regio=("AM20",))),
        ({"alles": "true"}, Selection()),
        ({"peildatum": str(DAY), "gemeente": "Woerden", "vorm": "CIV"}, None),
    ],
)
def test_every_figure_on_the_page_leads_to_as_many_rows(open_page, figures_open, sample, query, selection):
    at = open_page(**query)
    if selection is None:  # nothing in the selection, so nothing to follow but the header
        assert [evidence for _, evidence in to_rows(at)] == [Evidence(), Evidence.of(basis="register")]
        return
    led = [(label, evidence) for label, evidence in to_rows(at) if re.search(r"\d", label)]
    assert len(led) >= 8
    for label, evidence in led:
        assert amount(sample, selection, evidence) == numbers(label.replace("\\", ""))[0], label


def test_the_four_key_figures_and_those_of_a_year_before_are_followed(open_page, figures_open):
    at = open_page(peildatum=str(DAY))
    netwerk = Evidence.of(thema="arbeidsmarkttransities")
    then = {"dag": "2025-11-23"}
    header, *followed = [evidence for _, evidence in to_rows(at)]
    assert (header, followed.pop(0)) == (Evidence(), Evidence.of(basis="register"))
    assert followed[:4] == [Evidence(), Evidence("partners"), Evidence("verbindingslijnen"), netwerk]
    at.session_state["toen_cijfers"] = True  # its links are drawn when the popover is opened
    _, _, *followed = [evidence for _, evidence in to_rows(at.run())]
    came, went = {"erbij": "2025-11-23"}, {"voorbij": "2025-11-23"}
    assert followed[4:15] == [
        *(Evidence.of(**part) for part in (then, came, went)),
        *(netwerk.also(**part) for part in (then, came, went)),
        *(Evidence.of("partners", **part) for part in (then, came, went)),
        *(Evidence.of("verbindingslijnen", **part) for part in (then, came)),
    ]
    assert "Verschil met een jaar eerder (23 november 2025): 25 activiteiten erbij, 7 voorbij" in words(at)


def test_without_a_peildatum_nothing_is_compared(open_page):
    at = open_page(alles="true")
    assert "Verschil met" not in words(at)
    assert not any("dag" in str(evidence) for _, evidence in to_rows(at))


def test_one_and_none_read_well(open_page, make_register):
    at = open_page(register=make_register({"Activiteiten": [["ID", "Naam"], ["A1", "Een"]]}))
    assert [metric.value for metric in at.metric] == ["1", "0", "0", "0"]
    assert [label for label, _, _ in links(at) if label.startswith("Bekijk")] == ["Bekijk die ene"]


def test_every_figure_in_a_sentence_opens_as_many_rows_in_place(open_page, sample):
    selection = Selection(peildatum=DAY)
    told = highlights(sample, apply(selection, sample), selection)
    assert [each.kind for each in told] == ["beweging", "nieuw", "einde", "accent", "kans"]
    at = open_page(peildatum=str(DAY))
    assert not at.get("dialog")
    assert not [label for label, _, _ in links(at) if label.startswith("**")], "no sentence leads away"
    for sentence in told:
        at.button(key=f"naam opvallend {sentence.kind}").click().run()
        assert sentence.kind in at.query_params["opvallend"]
        for position, figure in enumerate(sentence.figures):
            if position:
                at.get("button_group")[-1].set_value(position).run()
            assert len(at.dataframe[-1].value) == figure.amount, (sentence.lead, figure.label)


@pytest.mark.parametrize(
    ("kind", "page", "query"),
    [
        ("beweging", "gegevens", {"onderdeel": ["Door de tijd"]}),
        (
            "accent",
            "ingredienten",
            {"kies_ingredient": ["5. Knooppunten en lijnen"], "kies_plaats": ["Zuid-Holland Centraal"]},
        ),
        ("kans", "themas", {"kies_thema": ["Onderwijs"], "kies_plaats": ["Woerden (Midden-Utrecht)"]}),
    ],
)
def test_a_link_opens_a_sentence_and_from_there_the_view_behind_it(open_page, kind, page, query):
    at = open_page(peildatum=str(DAY), opvallend=kind)
    assert len(at.dataframe) == 1
    day = {"peildatum": [str(DAY)]}  # the selection is in every link: it opens the same in another tab
    assert (page, day | query) in [(to, asked) for _, to, asked in links(at)]


@pytest.mark.parametrize("query", [{"opvallend": "eerste"}, {"opvallend": "onzin"}, {"opvallend": ""}])
def test_a_sentence_that_is_not_told_opens_nothing(open_page, query):
    assert not open_page(peildatum=str(DAY), **query).dataframe


def test_one_drawer_is_open_at_a_time(open_page):
    at = open_page(peildatum=str(DAY), opvallend="kans", bekijk="Zorg")
    assert len(at.dataframe) == 1


def test_where_nothing_stands_out_the_page_says_so(open_page, make_register):
    at = open_page(register=make_register({"Activiteiten": [["ID", "Naam", "Gemeente"], ["A1", "Een", "Leiden"]]}))
    assert "springt niets in het oog" in words(at)


def test_names_of_activities_are_no_markup(open_page, make_register):
    rows = [["ID", "Naam", "Start"], ["A1", "![x](http://voorbeeld.example/x.png)", str(clock.today())]]
    at = open_page(register=make_register({"Activiteiten": rows}))
    assert "begon 1 activiteit" in words(at)
    assert "![x](http" not in words(at)


@pytest.mark.parametrize(
    ("chosen", "evidence", "page", "query"),
    [
        ("Zorg", Evidence.of(thema="zorg"), "themas", {"kies_thema": ["Zorg"]}),
        ("6. Leren", Evidence.of(ingredient=6), "ingredienten", {"kies_ingredient": ["6. Leren"]}),
        ("Midden-Holland", Evidence.of(plaats="AM20"), "kaart", {"niveau": ["Regio"], "gebied": ["Midden-Holland"]}),
    ],
)
def test_what_is_chosen_opens_its_rows_and_leads_on(open_page, sample, chosen, evidence, page, query):
    at = open_page(peildatum=str(DAY), bekijk=chosen)
    assert at.selectbox(key="bekijk").value == evidence
    expected = amount(sample, Selection(peildatum=DAY), evidence)
    assert expected > 0
    assert len(at.dataframe[-1].value) == expected
    assert (page, {"peildatum": [str(DAY)]} | query) in [(p, q) for _, p, q in links(at)]


def test_nothing_chosen_opens_nothing(open_page):
    assert not open_page(peildatum=str(DAY)).get("dialog")


def test_the_context_can_be_looked_at_alone(open_page):
    at = open_page(peildatum="2026-11-23", regio="Haaglanden")
    assert not at.error


def test_the_drawer_can_be_shared(open_page):
    at = open_page(peildatum=str(DAY), bekijk="Zorg")
    assert not at.code
    at.session_state["deel_lijst"] = True
    at.run()
    assert parse_qs(at.code[0].value.split("?")[1]) == {"peildatum": [str(DAY)], "bekijk": ["Zorg"]}


def test_what_is_outside_the_chosen_regions_is_followed(open_page, figures_open, sample):
    at = open_page(peildatum=str(DAY), regio="Holland Rijnland")
    told = re.search(r"niet meegeteld: Zuid-Holland Centraal (\d+), .* en zonder plaats (\d+)\.", words(at))
    first, last = (
        Evidence.of(basis="netwerk", plaats="AM34"),
        Evidence.of(basis="netwerk", plaats="zonder"),
    )
    followed = [evidence for _, evidence in to_rows(at)]
    assert first in followed
    assert last in followed
    here = Selection(peildatum=DAY, regio=("AM19",))
    assert [amount(sample, here, first), amount(sample, here, last)] == [int(number) for number in told.groups()]
