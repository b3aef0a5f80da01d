from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from lrn.export.slides.boxes import POINT, Box, cm
from lrn.export.slides.fit import Paragraph, fitted, height, shorten, width, wrap

LIBERATION = Path("/usr/share/fonts/truetype/liberation")
LETTERS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Z", "S", "M")), max_size=60)


def box(across, down):
    return Box(0, 0, round(across * POINT), round(down * POINT))


@pytest.mark.skipif(not LIBERATION.exists(), reason="the Liberation fonts, as wide as Arial, are not installed")
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "Rond mobiliteit is in Midden-Holland nog niets geregistreerd. Wie ziet hier een kans?",
        "MBO WMW Wijkleercentrum WOERDEN 1.234 (100%)",
        "illig fijn tilt liftjes 1111",
        "Één reünie: coördinatoren, hygiëne & ‘Samen aan de slag’ – 12,5%",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789",
    ],
)
def test_a_text_is_thought_wider_than_it_is_but_not_much(text, bold):
    font = ImageFont.truetype(str(LIBERATION / f"LiberationSans-{'Bold' if bold else 'Regular'}.ttf"), 200)
    real = font.getlength(text) / 10
    assert real <= width(text, 20, bold=bold) <= real * 1.2


def test_words_go_on_the_next_line_and_after_a_hyphen():
    room = width("Leidschendam-", 10) + 1
    assert wrap("Leidschendam-Voorburg en Leiden", 10, room) == ["Leidschendam-", "Voorburg en", "Leiden"]


def test_a_word_that_is_too_long_is_broken():
    assert wrap("aaaaaaaaaa", 10, width("aaaa", 10) + 0.1) == ["aaaa", "aaaa", "aa"]


def test_what_is_too_long_ends_in_an_ellipsis_at_a_word():
    assert shorten("Een heel lange naam", 10, width("Een heel lange…", 10)) == "Een heel lange…"
    assert shorten("Zoetermeer", 10, width("Zoete…", 10) + 0.1) == "Zoete…"
    assert shorten("Past", 10, 100) == "Past"


def test_the_largest_size_that_fits_is_taken():
    lines = [Paragraph("Leiden")]
    assert fitted(lines, box(300, 30), (40, 24, 12))[1] == 24
    assert fitted(lines, box(300, 60), (40, 24, 12))[1] == 40


def test_at_the_smallest_size_what_does_not_fit_is_left_out():
    lines = [Paragraph(f"Zin nummer {n} over iets") for n in range(9)]
    kept, size = fitted(lines, box(200, 55), (20, 12))
    assert size == 12
    assert [line.text for line in kept[:-1]] == [line.text for line in lines[: len(kept) - 1]]
    assert kept[-1].text.endswith("…")
    assert len(kept) == 3


def test_the_last_that_fits_tells_that_there_is_more():
    kept, _ = fitted([Paragraph("Leiden"), Paragraph("Gouda")], box(60, 20), (12,))
    assert [line.text for line in kept] == ["Leiden …"]


def test_a_label_stays_when_its_text_is_cut():
    kept, _ = fitted([Paragraph("een heel lang adres " * 20, "Link:")], box(120, 30), (12,))
    assert kept[0].label == "Link:"
    assert kept[0].text.endswith("…")


@given(st.lists(LETTERS, min_size=1, max_size=8), st.floats(30, 400), st.floats(16, 300))
@settings(max_examples=80, deadline=None)
def test_what_is_kept_always_fits(texts, across, down):
    lines = [Paragraph(" ".join(text.split()) or "x", bullet=len(text) % 2 == 0) for text in texts]
    kept, size = fitted(lines, box(across, down), (18, 14, 10))
    assert kept
    assert height(kept, size, across) <= down + 0.01 or len(kept) == 1


@given(LETTERS, st.floats(5, 300), st.integers(1, 3))
@settings(max_examples=80, deadline=None)
def test_a_shortened_text_takes_no_more_lines(text, room, lines):
    text = " ".join(text.split())
    made = shorten(text, 10, room, lines=lines)
    assert made == text or made.endswith("…")
    assert len(wrap(made, 10, room)) <= lines or made == "…"


def test_boxes_are_divided_without_running_over():
    whole = Box(cm(1), cm(2), cm(30), cm(10))
    columns = whole.columns(5, 3)
    assert columns[0].left == whole.left
    assert abs(columns[-1].right - whole.right) <= 2
    assert columns[0].right < columns[1].left
    rows = whole.rows(1, 2, 3)
    assert abs(rows[-1].bottom - whole.bottom) <= 3
    assert whole.upper(99).height == whole.height
    assert whole.below(99).height == 0
