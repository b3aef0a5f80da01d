"""Slides follow from the views: what is told with a view, and a new one."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from lrn import texts
from lrn.export.slides import deck
from lrn.export.slides.facts import LinkedFacts
from lrn.selection import Selection
from lrn.views import charts, meetings
from lrn.views.content import Charts
from lrn.views.meetings import MEETINGS, steps
from lrn.views.scene import Scene
from tests.export.slides.conftest import SAMPLE_DAY
from tests.export.slides.opened import about, opened, page, rows

NOW = Selection(peildatum=SAMPLE_DAY)


@pytest.mark.parametrize("selection", [NOW, Selection(), replace(NOW, gemeente=("GM0546", "GM0513"))], ids=str)
def test_what_is_told_with_a_view_is_in_the_notes_of_its_slide(selection, sample):
    row = steps(MEETINGS["netwerk"].scenes, selection)
    facts = LinkedFacts(sample, selection)
    for step, slide in zip(row, opened(deck(sample, selection)).slides, strict=True):
        here = facts.of_area(step.area) if step.area else facts
        said = slide.notes_slide.notes_text_frame.text.split("\n")
        for sentence in (*step.scene.sentences(here), *step.scene.definitions(here)):
            assert sentence in said, step.name


def test_a_chart_tells_on_its_slide_what_it_tells_anywhere(sample, whole_deck):
    facts = LinkedFacts(sample, NOW)
    for chart in (charts.INGREDIENTS, charts.THEMES, charts.TREND):
        name = f"Grafiek {chart.title.lower()}"
        told = [about(shape)[1] for shape in page(whole_deck, chart.title).shapes if about(shape)[0] == name]
        assert told == [chart.alt(chart.frame(facts))]


def test_a_view_of_a_chart_that_no_meeting_shows_needs_one_entry(register, monkeypatch):
    more = Scene("colleges", charts.COLLEGE_MATRIX.title, Charts(charts.COLLEGE_MATRIX))
    monkeypatch.setattr(meetings, "SCENES", MappingProxyType({**meetings.SCENES, more.key: more}))
    meeting = replace(MEETINGS["netwerk"], scenes=(more.key,))
    slide = page(opened(deck(register, NOW, meeting=meeting)), "Thema's per college")
    head, *body = rows(slide, "Tabel thema's per college")
    cells = {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in body}
    assert cells["Zorg en Welzijn"]["Zorg"] == "2"  # K01 and K06
    assert texts.DEFINITIONS["dekking_thema_college"] in slide.notes_slide.notes_text_frame.text
