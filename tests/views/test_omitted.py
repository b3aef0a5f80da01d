"""Which views a deck leaves out, as they would say nothing of its selection, and why."""

from dataclasses import replace

import pytest

from lrn.selection import Selection
from lrn.views.facts import Facts
from lrn.views.meetings import MEETINGS, of_deck
from tests.conftest import PEILDATUM

NOW = Selection(peildatum=PEILDATUM)
REGIONS, TOWNS, MISSING, OPEN = (
    "Kaart van de regio's",
    "Kaart van de gemeenten",
    "Ontbrekende lijnen",
    "Wat er nog niet is",
)
NONE = "er zijn er in deze selectie geen"


@pytest.mark.parametrize(
    ("selection", "left_out"),
    [
        (NOW, {}),
        (replace(NOW, regio=("AM19", "AM20")), {}),
        (replace(NOW, regio=("AM19",)), {REGIONS: "alleen Holland Rijnland is gekozen"}),
        (
            replace(NOW, regio=("GM0632",)),
            {REGIONS: "alleen Woerden (Midden-Utrecht) is gekozen", TOWNS: "alleen Woerden is gekozen"},
        ),
        (replace(NOW, gemeente=("GM0513",)), {TOWNS: "alleen Gouda is gekozen", MISSING: NONE}),
        (
            replace(NOW, regio=("AM21",)),
            {
                REGIONS: "alleen Haaglanden is gekozen",
                TOWNS: "Haaglanden staat er als context bij",
                MISSING: NONE,
                OPEN: "Haaglanden staat er als context bij",
            },
        ),
    ],
    ids=str,
)
def test_what_says_nothing_is_left_out(register, selection, left_out):
    facts = Facts(register, selection)
    shown, why = of_deck(MEETINGS["netwerk"].scenes, facts)
    assert why == left_out
    assert not {step.scene.name for step in shown} & set(why)


def test_the_page_of_a_place_comes_instead_of_a_map_that_is_left_out(register):
    keys = [
        step.scene.key
        for step in of_deck(MEETINGS["3o-overleg"].scenes, Facts(register, replace(NOW, regio=("AM19",))))[0]
    ]
    assert keys[:4] == ["titel", "valt_op", "plaatsen", "themas"]
