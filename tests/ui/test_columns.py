"""Fractions in a table are written as the Dutch do, and stay numbers."""

from __future__ import annotations

import pandas as pd
import pytest
from pandas.io.formats.style import Styler

from lrn.ui.parts.columns import MOST_STYLED, with_commas


def test_fractions_have_commas_and_whole_numbers_are_left_alone():
    frame = pd.DataFrame({"naam": ["a.b", "c"], "aantal": [1234, 5], "los": [12.64, 1234.5], "eigen": [0.125, None]})
    made = with_commas(frame, {"los": 1})
    assert isinstance(made, Styler)
    assert made.data is frame
    shown = made._translate(False, False)["body"]
    told = [[cell["display_value"] for cell in row if cell["type"] == "td"] for row in shown]
    assert told == [["a.b", "1234", "12,6", "0,125"], ["c", "5", "1.234,5", ""]]


@pytest.mark.parametrize("frame", [pd.DataFrame({"n": [1, 2]}), pd.DataFrame({"n": [0.5] * (MOST_STYLED + 1)})])
def test_without_fractions_or_with_too_many_cells_the_frame_is_sent_as_it_is(frame):
    assert with_commas(frame) is frame
