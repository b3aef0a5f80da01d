"""What the figures are compared with: chosen beside them, held by the address, the same on every page."""

from __future__ import annotations

from datetime import date

import pytest

from lrn import clock
from tests.pages.conftest import words

DAY = "2026-11-23"


def shown(at):
    return words(at).replace("\\", "")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("kwartaal", "Verschil met 30 september 2026: 1 activiteit erbij, niets voorbij"),
        ("Vorig kwartaal", "Verschil met 30 september 2026: 1 activiteit erbij, niets voorbij"),
        ("2026-09-30", "Verschil met 30 september 2026: 1 activiteit erbij, niets voorbij"),
        ("", "Verschil met een jaar eerder (23 november 2025): 25 activiteiten erbij, 7 voorbij"),
        ("gek", "Verschil met een jaar eerder (23 november 2025): 25 activiteiten erbij, 7 voorbij"),
        ("stand:2020-01-01", "Verschil met een jaar eerder (23 november 2025): 25 activiteiten erbij, 7 voorbij"),
        ("2099-01-01", "‘01-01-2099’ ligt niet vóór de peildatum. Vergeleken is met een jaar eerder."),
    ],
)
def test_the_address_says_what_is_compared_with(open_page, asked, said):
    at = open_page(peildatum=DAY, vergelijk=asked)
    assert said in shown(at)
    assert ("nooit gekozen" if asked not in ("gek", "stand:2020-01-01") else asked) in f"nooit gekozen {shown(at)}"


def test_the_choice_beside_the_figures_is_that_of_the_sidebar_and_the_address(open_page):
    at = open_page(peildatum=DAY)
    at.selectbox(key="vergelijk_hier").select("Vorig kwartaal").run()
    assert "Verschil met 30 september 2026" in shown(at)
    assert at.selectbox(key="vergelijk").value == "kwartaal"
    assert not at.exception


def test_a_day_to_come_is_spoken_of_as_planned(open_page):
    day = date(clock.today().year + 1, 6, 1)
    told = shown(open_page(peildatum=day.isoformat()))
    assert f"peildatum 1 juni {day.year}, volgens de planning" in told
    assert f"Op 1 juni {day.year} zijn volgens de planning" in told
