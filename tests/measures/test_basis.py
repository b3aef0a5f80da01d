"""What a place is compared with is only called the whole network when it is."""

from datetime import date

import pytest

from lrn.measures.basis import also_beyond, basis, key_figures_title
from lrn.selection import Selection

DAY = date(2026, 10, 1)


@pytest.mark.parametrize(
    "selection",
    [Selection(), Selection(peildatum=DAY), Selection(regio=("AM20",)), Selection(peildatum=DAY, gemeente=("GM0546",))],
    ids=str,
)
def test_without_filters_on_content_it_is_the_whole_network(selection):
    found = basis(selection)
    assert (found.name, found.within, found.heading) == ("het hele netwerk", "in het hele netwerk", "Hele netwerk")


@pytest.mark.parametrize(
    ("selection", "name"),
    [
        (Selection(college=("Techniek en ICT",)), "alle activiteiten van Techniek en ICT"),
        (Selection(college=("Techniek", "Zorg"), regio=("AM20",)), "alle activiteiten van Techniek of Zorg"),
        (Selection(thema=("zorg", "welzijn")), "alle activiteiten rond zorg of welzijn"),
        (Selection(netwerkthema=True), "alle activiteiten op het netwerkthema"),
        (Selection(netwerkthema=False), "alle activiteiten buiten het netwerkthema"),
        (Selection(ingredient=(6,)), "alle activiteiten met ‘Leren’"),
        (Selection(vorm=("livinglab",)), "alle activiteiten in de vorm ‘Livinglab’"),
        (Selection(status=("afgerond",)), "alle activiteiten met status afgerond"),
        (
            Selection(college=("Techniek",), thema=("klimaat",), netwerkthema=True),
            "alle activiteiten op het netwerkthema van Techniek rond klimaat",
        ),
    ],
)
def test_filters_on_content_are_named(selection, name):
    found = basis(selection)
    assert found.name == name
    assert found.within == f"bij {name}"
    assert found.heading == name.capitalize()[:1] + name[1:]


def test_key_figures_are_those_of_the_network_only_without_filters():
    assert key_figures_title(Selection(peildatum=DAY)) == "Hoe het netwerk ervoor staat"
    assert key_figures_title(Selection(peildatum=DAY, regio=("AM20",))) == "Hoe deze selectie ervoor staat"


@pytest.mark.parametrize(
    ("selection", "beyond"),
    [
        (Selection(), False),
        (Selection(regio=("AM20",)), False),
        (Selection(thema=("zorg", "welzijn")), False),  # whoever chose zorg sees all that is on zorg
        (Selection(thema=("welzijn",)), True),
        (Selection(thema=("zorg",), college=("Techniek",)), True),
        (Selection(college=("Techniek",)), True),
    ],
    ids=str,
)
def test_a_count_of_a_theme_is_said_to_reach_beyond_the_selection_only_when_it_does(selection, beyond):
    assert also_beyond(selection, "zorg") == (" (ook buiten deze selectie)" if beyond else "")
