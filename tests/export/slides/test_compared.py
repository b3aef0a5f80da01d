"""With what slides and letters compare, and how they speak of a day that is still to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from lrn.export.slides import deck, letter
from lrn.selection import Selection
from lrn.views.meetings import MEETINGS
from tests.export.slides.opened import opened, page, shape

DAY = date(2026, 10, 1)
FIGURES = replace(MEETINGS["cvb"], scenes=("kerncijfers", "valt_op", "verloop"))
KEPT = "stand:2026-03-01T090000 register"


def words(slide):
    return "\n".join(found.text_frame.text for found in slide.shapes if found.has_text_frame)


@pytest.fixture
def early(register):
    """The register as it was kept on 1 March 2026: K05 was not registered yet, K08 was still running."""
    frame = register.activiteiten[register.activiteiten["id"] != "K05"]
    frame = frame.assign(status=frame["status"].where(frame["id"] != "K08", "actief"))
    source = replace(register.source, modified=datetime(2026, 3, 1, 9), origin="register.xlsx")
    return replace(register, source=source, activiteiten=frame)


@pytest.mark.parametrize(
    ("asked", "card", "what"),
    [
        ("jaar", "een jaar eerder 6 (+1)", "een jaar eerder (1 oktober 2025): 2 activiteiten erbij, 1 voorbij."),
        ("kwartaal", "op 30 september 2026 7 (0)", "30 september 2026: niets erbij, niets voorbij."),
        ("2026-06-30", "op 30 juni 2026 8 (−1)", "30 juni 2026: niets erbij, 1 voorbij."),
    ],
)
def test_slides_compare_with_what_was_chosen(register, asked, card, what):
    told = opened(deck(register, Selection(peildatum=DAY, vergelijk=asked), meeting=FIGURES))
    slide = page(told, "Hoe het netwerk ervoor staat")
    assert card in shape(slide, "Kerncijfer Activiteiten").text_frame.text
    assert f"Tussen haakjes het verschil met {what}" in shape(slide, "Vergelijking").text_frame.text
    assert f"Verschil met {what}" in slide.notes_slide.notes_text_frame.text


def test_slides_and_letters_compare_with_a_kept_state(register, early):
    # K05 is new; K06 began in April; K08 has ended. K01, K02, K03, K04, K07 and K08 ran on 1 March.
    selection = Selection(peildatum=DAY, vergelijk=KEPT)
    told = opened(deck(register, selection, meeting=FIGURES, kept=early))
    slide = page(told, "Hoe het netwerk ervoor staat")
    assert "in de stand van 1 maart 2026 6 (+1)" in shape(slide, "Kerncijfer Activiteiten").text_frame.text
    assert "de stand van 1 maart 2026: 2 activiteiten erbij, 1 voorbij." in shape(slide, "Vergelijking").text_frame.text
    assert "in de stand van 1 maart 2026 waren dat er 6" in words(page(told, "In één oogopslag"))
    one = opened(letter(register, selection, place="AM20", kept=early)).slides[0]
    said = "De stand van 1 maart 2026: 1 activiteit. Sindsdien kwam er 1 bij en is er 1 voorbij."
    assert shape(one, "Een jaar eerder").text_frame.paragraphs[0].text == said


def test_a_day_to_come_is_spoken_of_as_planned(register):
    told = opened(deck(register, Selection(peildatum=date(2027, 6, 1)), meeting=FIGURES))
    assert "peildatum 1 juni 2027, volgens de planning" in words(page(told, "Hoe het netwerk ervoor staat"))
    said = words(page(told, "In één oogopslag"))
    assert "Op 1 juni 2027 zijn volgens de planning 7 activiteiten actief; een jaar eerder waren dat er 8." in said
    assert "In de tussentijd komt er 1 bij en zijn er 2 voorbij." in said


def test_what_counts_on_no_day_is_said_on_slides_and_in_a_letter(build_register):
    rows = [["ID", "Naam", "Gemeente", "Status", "Start"], ["K1", "a", "Gouda", "gestopt", "2024-01-01"]]
    made = build_register({"Activiteiten": [*rows, ["K2", "b", "Gouda", "", ""]]})
    said = "1 activiteit is afgerond of gestopt zonder Einde en telt daarom op geen enkele dag mee."
    slide = page(opened(deck(made, Selection(peildatum=DAY), meeting=FIGURES)), "Hoe het netwerk ervoor staat")
    assert shape(slide, "Vergelijking").text_frame.text.endswith(said)
    one = opened(letter(made, Selection(peildatum=DAY), place="AM20")).slides[0]
    assert shape(one, "Een jaar eerder").text_frame.text.endswith(said)
