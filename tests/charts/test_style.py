import re
from fractions import Fraction
from itertools import pairwise

import pytest

from lrn import style
from lrn import vocabulary as v

TOPS = [0, 1, 3, 5, 6, 17, 60, 2500, 123_456]


@pytest.mark.parametrize("top", TOPS)
def test_every_count_is_in_exactly_one_class(top):
    breaks = style.count_breaks([0, top])
    for value in {*range(min(top, 3000) + 1), top - 1, top} - {-1}:
        assert sum(b.holds(value) for b in breaks) == 1, value


@pytest.mark.parametrize("top", TOPS)
def test_classes_follow_each_other_without_gaps(top):
    breaks = style.count_breaks([top])
    assert (breaks[0].low, breaks[0].high) == (0, 0)
    for lower, upper in pairwise(breaks):
        assert upper.low == lower.high + 1
    assert breaks[-1].high >= top
    assert len(breaks) <= 6


@pytest.mark.parametrize(
    ("top", "labels"),
    [
        (0, ["0"]),
        (1, ["0", "1"]),
        (3, ["0", "1", "2", "3"]),
        (5, ["0", "1", "2", "3", "4", "5"]),
        (6, ["0", "1–2", "3–5", "6–10"]),
        (17, ["0", "1–2", "3–5", "6–10", "11–20"]),
        (60, ["0", "1–5", "6–10", "11–20", "21–50", "51–100"]),
    ],
)
def test_classes_say_what_they_hold(top, labels):
    assert [b.label for b in style.count_breaks([0, top])] == labels


@pytest.mark.parametrize(
    ("top", "labels"),
    [
        (0, ["0 partners"]),
        (2, ["0 partners", "1 partner", "2 partners"]),
        (13, ["0 partners", "1–2 partners", "3–5 partners", "6–10 partners", "11–20 partners"]),
    ],
)
def test_classes_can_be_said_in_words(top, labels):
    assert [b.label for b in style.count_breaks([0, top], unit=("partner", "partners"))] == labels


def test_no_class_holds_more_than_there_can_be():
    labels = [b.label for b in style.count_breaks([0, 11], unit=("ingrediënt", "ingrediënten"), most=11)]
    assert labels[-2:] == ["6–10 ingrediënten", "11 ingrediënten"]


@pytest.mark.parametrize("colour", [style.ACCENT, *style.COMPARED, *style.SEQUENCE, style.ZERO])
@pytest.mark.parametrize("page", [(255, 255, 255), (17, 24, 31)], ids=["light", "dark"])
def test_what_is_not_looked_at_is_nearer_to_the_page_than_what_is(colour, page):
    *shown, strength = map(float, re.findall(r"[\d.]+", style.faint(colour)))
    itself = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    assert shown == itself
    drawn = [part * strength + ground * (1 - strength) for part, ground in zip(shown, page, strict=True)]
    assert sum(abs(a - b) for a, b in zip(drawn, page, strict=True)) < sum(
        abs(a - b) for a, b in zip(itself, page, strict=True)
    ) or itself == list(page)


def test_marks_are_told_apart_by_colour_and_by_shape():
    looks = [*style.MARKS, style.OTHER_MARK]
    assert len({colour for colour, _ in looks}) == len({shape for _, shape in looks}) == len(looks)


@pytest.mark.parametrize("top", TOPS)
def test_zero_has_a_tone_of_its_own_and_no_two_classes_share_one(top):
    colours = [b.colour for b in style.count_breaks([top])]
    assert colours[0] == style.ZERO
    assert len(set(colours)) == len(colours)
    assert style.NO_DATA not in colours


def test_no_values_are_a_class_of_zero():
    assert [b.label for b in style.count_breaks([])] == ["0"]


def test_every_share_is_in_exactly_one_class():
    shares = {Fraction(part, whole) for whole in range(1, 120) for part in range(whole + 1)}
    breaks = style.share_breaks()
    for share in shares:
        assert sum(b.holds(float(share)) for b in breaks) == 1, share


@pytest.mark.parametrize(
    ("share", "label"),
    [
        (0.0, "geen"),
        (0.01, "tot en met een kwart"),
        (0.25, "tot en met een kwart"),
        (0.26, "tot en met de helft"),
        (0.5, "tot en met de helft"),
        (0.75, "tot en met driekwart"),
        (1.0, "meer dan driekwart"),
    ],
)
def test_a_share_falls_in_the_class_that_names_it(share, label):
    assert [b.label for b in style.share_breaks() if b.holds(share)] == [label]


@pytest.mark.parametrize("amount", [1, 2, 3, 4, 5])
def test_the_darkest_colour_is_for_the_most(amount):
    colours = style.spread(amount)
    assert len(set(colours)) == amount
    assert colours[-1] == style.SEQUENCE[-1]
    light = [sum(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in colours]
    assert light == sorted(light, reverse=True)


def test_a_place_has_one_colour_everywhere():
    assert style.PLACE_COLOURS["AM19"] == "#0072B2"
    assert style.PLACE_COLOURS["AM34"] == "#D55E00"
    assert style.PLACE_COLOURS["AM20"] == "#009E73"
    assert style.PLACE_COLOURS["GM0632"] == "#CC79A7"


@pytest.mark.parametrize("code", [*v.CONTEXT_PLAATSEN, "elders"])
def test_context_is_grey(code):
    red, green, blue = (int(style.place_colour(code)[i : i + 2], 16) for i in (1, 3, 5))
    assert max(red, green, blue) - min(red, green, blue) < 16


def test_every_place_of_the_network_has_a_colour_of_its_own():
    colours = {style.place_colour(code) for code in v.EIGEN_PLAATSEN}
    assert len(colours) == len(v.EIGEN_PLAATSEN)
    assert style.place_colour("AM21") not in colours
