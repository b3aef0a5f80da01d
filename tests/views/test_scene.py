"""A view is written once: what it lacks is told at import, and every kind of it is drawn on the stage and on slides."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from lrn.export.slides import figures
from lrn.export.slides.deck import PAGES
from lrn.ui.presentatie.scenes import DRAWN
from lrn.views import charts
from lrn.views.content import KINDS, Account, Charts, Rows
from lrn.views.meetings import Meeting
from lrn.views.native import Native
from lrn.views.scene import Scene


def test_every_kind_of_content_is_drawn_on_the_stage_and_on_slides():
    assert set(DRAWN) == set(PAGES) == set(KINDS)
    assert set(figures.ALONE) == set(get_args(Native))


@pytest.mark.parametrize(
    "lacking",
    [
        lambda: Scene("", "Naam", Rows()),
        lambda: Scene("sleutel", "", Rows()),
        lambda: Scene("sleutel", "Naam", Rows(), defined=("bestaat_niet",)),
        lambda: Scene("sleutel", "Naam", Account(("bestaat_niet",))),
        lambda: Charts(),
        lambda: Charts(replace(charts.THEMES, native=None)),
        lambda: Charts(charts.PARTNERS, charts.TREND),  # columns do not stand beside bars
        lambda: Meeting("m", "Vergadering", "wie er is", ("Wat ziet u?",), ("titel", "bestaat_niet")),
    ],
)
def test_what_a_view_or_a_meeting_lacks_is_told_at_once(lacking):
    with pytest.raises(ValueError, match=r"lacks|do not exist|has none"):
        lacking()
