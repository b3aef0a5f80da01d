"""How wide the columns of a list are, in what order they stand, and what is left of them on a narrow page."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pytest

from lrn.ui.parts import columns, row_table
from lrn.ui.parts.columns import COLUMNS, FIRST, USUAL, WRAPPED, wide

ROOM = 948  # pixels of the drawer on a laptop of 1440; a page has 980


@pytest.fixture
def narrow(monkeypatch):
    monkeypatch.setattr(row_table, "is_narrow", lambda: True)


def config(kind="activiteiten"):
    return {name: COLUMNS[kind][name] for name in (*FIRST[kind], *USUAL[kind])}


@pytest.mark.parametrize("kind", COLUMNS)
def test_the_name_comes_first_and_the_row_last(kind):
    order = list(config(kind))
    assert order[0] in ("naam", "van")
    assert order[-1] == "rij"


@pytest.mark.parametrize("form", [lambda frame: frame, pa.Table.from_pandas, lambda frame: frame.style.format()])
def test_a_name_is_seen_whole_and_the_rest_fits_beside_it(form):
    shown = form(pd.DataFrame({name: ["x" * 45 if name == "naam" else "y"] for name in config()}))
    fitted, height = row_table._fitted(shown, config())
    assert list(fitted) == list(config())
    assert fitted["naam"]["width"] > 303  # what 45 letters took in Chromium, in the fonts of the app
    assert sum(column["width"] for column in fitted.values()) <= ROOM
    assert height < WRAPPED


@pytest.mark.parametrize(("letters", "wraps"), [(50, False), (51, True), (80, True)])
def test_a_name_that_is_wider_than_a_column_can_be_takes_more_lines(letters, wraps):
    shown = pd.DataFrame({name: ["x" * letters] for name in config()})
    fitted, height = row_table._fitted(shown, config())
    assert fitted["naam"]["width"] <= columns.WIDEST
    assert (height == WRAPPED) == wraps


def test_on_a_narrow_page_there_are_two_columns_that_fit_in_320_pixels(narrow):
    fitted, height = row_table._fitted(pd.DataFrame({name: ["x"] for name in config()}), config())
    assert list(fitted) == ["naam", "gemeente"]
    assert sum(column["width"] for column in fitted.values()) <= 320 - 2 * 16
    assert height == WRAPPED


def test_a_column_is_as_wide_as_its_longest_cell():
    assert wide([]) < wide(["a"]) < wide(["a", "abc"]) == wide(["abc"])
    assert wide(["x" * 500]) == wide(["x" * 900])


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (pd.Timestamp("2026-03-01"), "01-03-2026"),
        (pd.NaT, ""),
        (None, ""),
        (float("nan"), ""),
        (12.5, "12,5"),
        (7, "7"),
        ("a_b", "a_b"),
    ],
)
def test_a_cell_is_told_in_words(cell, told):
    assert columns.as_text(cell) == told
