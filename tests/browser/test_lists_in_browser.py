"""Lists on a laptop: every column of them is in sight, the last one too."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LAPTOP

DAY = "peildatum=2026-11-23"
HIDDEN = (
    """all => all.map(list => list.querySelector(".dvn-scroller")).map(list => list.scrollWidth - list.clientWidth)"""
)


@pytest.mark.parametrize(
    ("path", "last"),
    [
        ("/register?bewijs=telt:verbindingslijnen", "Rij in de werkmap"),
        ("/?bekijk=Holland+Rijnland", "Rij in de werkmap"),
        ("/gegevens?onderdeel=Bevindingen", "Hoe zeker"),
        ("/gegevens?onderdeel=Te+actualiseren", "Contact"),
        ("/gegevens?onderdeel=Door+de+tijd&van_dag=2025-11-23&cijfers=Per+verschijningsvorm", "Rij nu"),
    ],
)
def test_no_column_is_out_of_sight_on_a_laptop(visit, path, last):
    visitor = visit(LAPTOP)
    page = visitor.open(f"{path}&{DAY}")
    lists = page.locator("[data-testid=stDataFrame]")
    lists.first.scroll_into_view_if_needed()
    expect(lists.first.locator("[role=columnheader]").last).to_have_text(last)
    assert max(lists.evaluate_all(HIDDEN)) <= 0
