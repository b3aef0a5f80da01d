"""The filters: what they narrow, how they read, and that links and pages keep them."""

from __future__ import annotations

import pytest

from tests.pages.conftest import words

ROWS = [
    ["ID", "Naam", "Gemeente", "College", "Status", "Start", "Einde", "Ingrediënten", "Netwerkthema", "Thema's"],
    ["A1", "Een", "Leiden", "Zorg", "actief", "2024-01-01", "", "1;2", "ja", "zorg"],
    ["A2", "Twee", "Gouda", "Techniek", "actief", "2025-06-01", "", "2", "nee", "klimaat;wonen"],
    ["A3", "Drie", "Woerden", "Zorg", "actief", "2024-01-01", "", "3", "ja", "zorg;welzijn"],
    ["A4", "Vier", "Leiden", "Techniek", "afgerond", "2023-01-01", "2024-06-30", "2", "ja", "zorg"],
    ["A5", "Vijf", "Den Haag", "", "actief", "2026-01-01", "", "", "", ""],
]


@pytest.fixture
def register(make_register):
    return make_register({"Activiteiten": ROWS})


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, 4),
        ({"alles": "true"}, 5),
        ({"peildatum": "alles"}, 5),
        ({"peildatum": "2024-03-01"}, 3),
        ({"regio": "Holland Rijnland"}, 1),
        ({"regio": "AM19"}, 1),
        ({"regio": ["Midden-Holland", "Woerden (Midden-Utrecht)"]}, 2),
        ({"gemeente": "Leiden"}, 1),
        ({"college": "Zorg"}, 2),
        ({"thema": "Zorg"}, 2),
        ({"thema": ["Klimaat", "Welzijn"]}, 2),
        ({"netwerkthema": "ja"}, 2),
        ({"netwerkthema": "nee"}, 2),
        ({"ingredient": "2. Deelnemers"}, 2),
        ({"ingredient": "3"}, 1),
        ({"status": "Afgerond", "alles": "true"}, 1),
        ({"regio": "Woerden"}, 1),
        ({"gemeente": "Den Haag"}, 1),
        ({"ingredient": ["niveaus", "1"]}, 2),
        ({"thema": ["duurzaamheid", "Wonen"]}, 1),
        ({"netwerkthema": "Ja"}, 2),
        ({"regio": "Holland Rijnland", "thema": "Zorg", "alles": "true"}, 2),
    ],
)
def test_a_link_opens_with_its_filters(open_page, register, query, expected):
    at = open_page(register=register, **({"peildatum": "2026-06-01"} | query))
    told = "**alle 5** activiteiten" if expected == 5 else f"**{expected}** van de 5 activiteiten"
    assert f"{told} in het register" in words(at)


def test_the_line_above_the_page_says_what_is_selected(open_page, register):
    at = open_page(register=register, regio="Holland Rijnland", thema="Zorg", peildatum="2026-06-01")
    assert "Holland Rijnland · thema zorg · peildatum 1 juni 2026" in words(at).replace("\\", "")


def test_the_line_above_the_page_begins_with_a_capital(open_page, register):
    at = open_page(register=register, thema="Zorg", peildatum="2026-06-01")
    assert "Thema zorg · peildatum 1 juni 2026" in words(at).replace("\\", "")


def test_choosing_a_region_says_what_lies_outside_it(open_page, register):
    at = open_page(register=register, regio="Holland Rijnland", peildatum="2026-06-01")
    outside = next(c.value for c in at.caption if "Buiten deze keuze" in c.value)
    assert outside == (
        "Buiten deze keuze, en hier niet meegeteld: Midden-Holland 1, Woerden (Midden-Utrecht) 1 en Haaglanden 1."
    )


def test_what_lies_nowhere_is_written_as_a_word(open_page, make_register):
    rows = [["ID", "Naam", "Gemeente"], ["A1", "Eén", "Leiden"], ["A2", "Twee", "Utrecht"], ["A3", "Drie", ""]]
    at = open_page(register=make_register({"Activiteiten": rows}), regio="Holland Rijnland")
    outside = next(c.value for c in at.caption if "Buiten deze keuze" in c.value)
    assert outside.endswith(": elders 1 en zonder plaats 1.")


def test_clearing_puts_every_filter_back(open_page, register):
    at = open_page(register=register, regio="Holland Rijnland", netwerkthema="ja", alles="true")
    next(b for b in at.button if b.label == "Wis filters").click().run()
    assert not at.exception
    assert "**4** van de 5" in words(at)
    assert not [b for b in at.button if b.label == "Wis filters"]


def test_filters_go_along_to_another_page(open_page, register):
    at = open_page(register=register, peildatum="2026-06-01")
    at.multiselect(key="thema").select("zorg").run()
    at.switch_page("pages/kaart.py").run()
    assert "**2** van de 5" in words(at)


def test_a_link_with_something_unknown_says_so(open_page, register):
    at = open_page(register=register, regio=["Holland Rijnland", "Atlantis"], college="Weg")
    warning = at.warning[0].value.replace("\\", "")
    assert "‘Atlantis’ en ‘Weg’ uit de link kennen we niet" in warning
    assert at.multiselect(key="regio").value == ["AM19"]


def test_a_college_that_left_the_register_is_let_go(open_page, register, make_register):
    at = open_page(register=register, college="Techniek")
    make_register({"Activiteiten": ROWS[:2]}, register)
    at.run()
    assert not at.exception
    assert "**1** activiteit, de enige" in words(at)


def test_a_status_that_cannot_be_active_explains_the_empty_page(open_page, register):
    at = open_page(register=register, status="Afgerond")
    assert "zet ‘Alles, ongeacht datum’ aan" in at.info[0].value


def test_another_peildatum_can_be_cleared_too(open_page, register):
    at = open_page(register=register, peildatum="2001-01-01")
    next(b for b in at.button if b.label == "Wis filters").click().run()
    assert "**4** van de 5" in words(at)


@pytest.mark.parametrize("query", [{"peildatum": "onzin"}, {"netwerkthema": "true"}, {"status": "halverwege"}])
def test_nonsense_in_a_link_is_named_and_lets_everything_through(open_page, register, query):
    at = open_page(register=register, **query)
    assert next(iter(query.values())) in at.warning[0].value
    assert "van de 5 activiteiten" in words(at)


def test_what_a_link_did_not_find_is_said_once(open_page, register):
    at = open_page(register=register, college="Weg")
    assert at.warning
    at.switch_page("pages/kaart.py").run()
    assert not at.warning
