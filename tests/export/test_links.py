"""Addresses on the dashboard: only where it stands is taken from a link, the rest from the selection."""

from __future__ import annotations

from datetime import date

import pytest

from lrn.export.links import PAGES, page_link, view_link
from lrn.selection import Selection
from lrn.ui.base.navigation import ENTRIES


@pytest.mark.parametrize(
    ("link", "base"),
    [
        ("http://h.example", "http://h.example"),
        ("http://h.example/", "http://h.example"),
        ("http://h.example/presentatie?beelden=titel&regio=Haaglanden#x", "http://h.example"),
        ("https://h.example:8501/lrn/kaart?peildatum=2020-01-01", "https://h.example:8501/lrn"),
        ("https://h.example/lrn", "https://h.example/lrn"),
    ],
)
def test_only_where_the_dashboard_stands_is_kept(link, base):
    selection = Selection(peildatum=date(2026, 10, 1), regio=("GM0632",), ingredient=(3,))
    made = page_link(link, "register", selection, bewijs=["thema:zorg", "plaats:AM19"])
    assert made == (
        f"{base}/register?peildatum=2026-10-01&regio=Woerden+%28Midden-Utrecht%29"
        "&ingredient=3.+Niveaus&bewijs=thema%3Azorg&bewijs=plaats%3AAM19"
    )


def test_whatever_the_date_is_said():
    assert page_link("http://h.example/", "kaart", Selection()) == "http://h.example/kaart?alles=true"


def test_what_is_no_address_stays_as_it_is():
    assert page_link("javascript:alert(1)", "kaart", Selection()) == "javascript:alert(1)"


def test_every_page_is_known():
    assert set(PAGES) == {entry.path for entry in ENTRIES} - {""}  # the first page has none


def test_a_link_that_asks_for_nothing_gets_the_selection():
    chosen = Selection(peildatum=date(2026, 10, 1), regio=("AM20",))
    asked = "?peildatum=2026-10-01&regio=Midden-Holland"
    assert view_link("http://h.example/lrn/", chosen) == f"http://h.example/lrn/{asked}"
    assert view_link("http://h.example/kaart", chosen) == f"http://h.example/{asked}"
    assert view_link("http://h.example/themas?thema=Zorg", chosen) == "http://h.example/themas?thema=Zorg"
    assert view_link("", chosen) == ""
