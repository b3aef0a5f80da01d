"""Dutch numbers, shares and enumerations."""

from __future__ import annotations

import pandas as pd
import pytest

from lrn import texts


@pytest.mark.parametrize(
    ("share", "of", "text"),
    [(0.625, 8, "63%"), (0.125, 8, "13%"), (0.5, 4, "50%"), (1 / 3, 120, "33,3%"), (0, 50, "0%"), (None, 9, "–")],
)
def test_shares_round_half_up_with_decimals_from_a_hundred_on(share, of, text):
    assert texts.percentage(share, of) == text


@pytest.mark.parametrize(
    ("amount", "of", "text"),
    [
        (3, 9, "3 van de 9 activiteiten"),
        (3, 10, "30% van de activiteiten (3 van de 10)"),
        (3, 11, "27% van de activiteiten (3 van de 11)"),
        (1, 1234, "0,1% van de activiteiten (1 van de 1.234)"),
    ],
)
def test_a_sentence_says_a_percentage_from_ten_on(amount, of, text):
    assert texts.share(amount, of, "activiteiten") == text
    assert texts.share(amount, of) == text.replace(" van de activiteiten", "").replace(" activiteiten", "")


def test_numbers_are_written_as_the_dutch_do():
    assert texts.number(1234) == "1.234"
    assert texts.number(12.45, 1) == "12,5"


def test_enumerations_and_choices_keep_the_words_whole():
    assert texts.listing(["Zorg en Welzijn", "Techniek"]) == "Zorg en Welzijn en Techniek"
    assert texts.choice(["Zorg en Welzijn", "Techniek"]) == "Zorg en Welzijn of Techniek"


def test_of_many_words_that_were_typed_a_few_are_named_and_long_ones_cut():
    assert texts.some(["a", "b"]) == "a en b"
    assert texts.some(list("abcde")) == "a, b, c, d en e"
    assert texts.some(list("abcdef")) == "a, b, c, d, e en nog 1"
    assert (texts.cut("x" * 60), texts.cut("x" * 61)) == ("x" * 60, "x" * 59 + "…")


@pytest.mark.parametrize(("share", "text"), [(0.123, "+12"), (-0.125, "−13"), (0.004, "0"), (-0.004, "0"), (0, "0")])
def test_a_difference_between_shares_is_in_whole_points_with_its_sign(share, text):
    assert texts.points(share) == text


def test_a_part_of_one_is_that_one_or_none():
    assert texts.part_of(15, 68, "partners") == "**15** van de 68 partners"
    assert texts.part_of(10, 11, "ingredienten") == "**10** van de 11 ingrediënten"
    assert texts.part_of(11, 11, "ingredienten") == "**alle 11** ingrediënten"
    assert texts.part_of(2, 2, "themas") == "**2** van de 2 thema's"
    assert texts.part_of(1, 1, "activiteiten") == "**1** activiteit, de enige"
    assert texts.part_of(1, 1, "themas") == "**1** thema, het enige"
    assert texts.part_of(0, 1, "activiteiten") == "**0** activiteiten, tegenover 1"


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (0, "0 activiteiten"),
        (1, "1 activiteit, te weinig voor percentages"),
        (4, "4 activiteiten, te weinig voor percentages"),
        (5, "5 activiteiten"),
    ],
)
def test_of_a_few_it_is_said_that_shares_are_not_given(amount, told):
    assert texts.counted_or_few(amount) == told


@pytest.mark.parametrize(("amount", "few"), [(0, True), (4, True), (5, False), (6, False)])
def test_fewer_than_five_are_few(amount, few):
    assert texts.is_few(amount) is few
    assert texts.is_few(pd.Series([amount, 5])).tolist() == [few, False]
    assert (texts.share_unless_few(0.5, amount, " ({})") == "") is few
    assert (texts.based_on_few(amount) == "") is not few
    assert ("te weinig" in texts.counted_or_few(amount)) is (few and amount > 0)


def test_of_enough_a_share_stands_in_its_form():
    assert texts.share_unless_few(0.5, 6, " ({} daarvan)") == " (50% daarvan)"
    assert texts.share_unless_few(1 / 3, 120) == "33,3%"
    assert texts.based_on_few(1) == " (op basis van 1 activiteit)"


@pytest.mark.parametrize(
    ("amount", "whole", "said"),
    [
        (1, 1, "die"),
        (1, 2, "1 daarvan"),
        (2, 2, "beide"),
        (2, 3, "2 daarvan"),
        (3, 3, "alle 3"),
        (1040, 1040, "alle 1.040"),
    ],
)
def test_all_of_those_are_not_called_a_part_of_them(amount, whole, said):
    assert texts.of_those(amount, whole) == said
