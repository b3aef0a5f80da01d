from datetime import date

import pytest

from lrn.measures.network.paths import path, step_in_words
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))


@pytest.mark.parametrize(
    ("one", "other", "nodes", "lines", "told"),
    [
        (
            *("activiteit:A", "activiteit:C"),
            ("activiteit:A", "activiteit:B", "activiteit:C"),
            ("L1", "L2", "L3"),
            "Van Alfalab langs lijnen (kennisdeling) naar Bètahub, dan langs een lijn (3O-overleg) naar Ceelab.",
        ),
        (
            *("activiteit:D", "activiteit:E"),
            ("activiteit:D", "partner:P1", "activiteit:E"),
            (),
            "Van Deltawijk via partner Zorggroep naar Echolab.",
        ),
        (
            *("partner:P1", "activiteit:E"),
            ("partner:P1", "activiteit:E"),
            (),
            "Van Zorggroep naar Echolab, waar die aan meedoet.",
        ),
        (
            *("activiteit:E", "partner:P1"),
            ("activiteit:E", "partner:P1"),
            (),
            "Van Echolab naar partner Zorggroep, die daar meedoet.",
        ),
        (
            *("activiteit:G", "gemeente:GM0632"),
            ("activiteit:G", "gemeente:GM0513", "gemeente:GM0632"),
            ("L4", "L11"),
            "Van Golfclub langs een lijn naar de gemeente Gouda, dan langs een lijn naar de gemeente Woerden.",
        ),
        (
            *("gemeente:GM0546", "activiteit:C"),
            ("gemeente:GM0546", "activiteit:B", "activiteit:C"),
            ("L3",),
            "Van de gemeente Leiden naar Bètahub, dat daar ligt, dan langs een lijn (3O-overleg) naar Ceelab.",
        ),
        (
            *("activiteit:A", "regio:AM20"),
            ("activiteit:A", "activiteit:B", "activiteit:C", "regio:AM20"),
            ("L1", "L2", "L3"),
            "Van Alfalab langs lijnen (kennisdeling) naar Bètahub, dan langs een lijn (3O-overleg) naar Ceelab, dan in "
            "de regio Midden-Holland.",
        ),
        (
            *("activiteit:A", "activiteit:F"),
            (),
            (),
            "Van Alfalab naar Foxtrot is nog geen weg geregistreerd. Wie ziet hier een kans?",
        ),
        (*("activiteit:A", "activiteit:A"), ("activiteit:A",), (), "Twee keer hetzelfde: Alfalab."),
    ],
    ids=str,
)
def test_the_way_between_two(drawn, one, other, nodes, lines, told):
    found = path(apply(NOW, drawn), one, other)
    assert (found.nodes, found.lines, found.told) == (nodes, lines, told)


@pytest.mark.parametrize("name", ["activiteit:H", "activiteit:", "partner:P3", "elders:x"])
def test_what_is_not_in_the_selection_has_no_way(drawn, name):
    with pytest.raises(KeyError):
        path(apply(NOW, drawn), "activiteit:A", name)


def test_a_later_day_knows_more_ways(drawn):
    later = apply(Selection(peildatum=date(2026, 10, 2)), drawn)
    assert path(later, "activiteit:D", "activiteit:F").told == (
        "Van Deltawijk via partner Zorggroep naar Echolab, dan langs een lijn naar Foxtrot."
    )


def test_that_a_partner_takes_part_is_said_directly_and_of_no_other_step():
    names = {
        "activiteit:A": "Alfalab",
        "activiteit:B": "Bètahub",
        "partner:P": "Papaver",
        "regio:AM19": "Holland Rijnland",
    }
    both_ways = ("activiteit:A", "partner:P"), ("partner:P", "activiteit:A")
    assert {step_in_words(*step, names) for step in both_ways} == {"Papaver doet mee aan Alfalab"}
    assert step_in_words("activiteit:A", "activiteit:B", names) == ""
    assert step_in_words("regio:AM19", "activiteit:A", names) == ""
