"""From a figure in a table of figures to its rows: every chart of the catalogue, by a click in its table."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

import pytest

from lrn.measures.evidence import read
from lrn.ui import catalogue

DAY = "2026-11-23"
AREA = catalogue.area_map("activiteiten", "gemeente")
CHARTS = {
    "ingredienten": (catalogue.INGREDIENTS, catalogue.INGREDIENT_MATRIX),
    "themas": (catalogue.THEMES, catalogue.THEME_MATRIX, catalogue.COLLEGE_MATRIX, catalogue.COURSE),
    "kaart": (AREA,),
}
EVERY = [(page, chart) for page, charts in CHARTS.items() for chart in charts]


@pytest.fixture
def open_table(open_page):
    """``open_table(page, chart, row, column)``: the app with the figures of *chart* shown, and a click in them."""

    def opener(page, chart, click=None):
        at = open_page(page, peildatum=DAY)
        at.session_state[f"{chart.key}_tabel"] = True
        if click:
            at.session_state[f"{chart.key}_cijfers"] = {"selection": {"rows": [], "columns": [], "cells": [click]}}
        return at.run()

    return opener


def figures(at):
    return next(table for table in at.dataframe if table.proto.alt.startswith("Cijfers: ")).value


def links(at):
    """The links to evidence that are shown: number in the words, and what is asked."""
    found = [link.proto for link in at.get("page_link") if link.proto.label.startswith("Bekijk de ")]
    return [(int(re.search(r"\d+", link.label)[0]), parse_qs(link.query_string)["bewijs"]) for link in found]


def test_every_chart_of_the_catalogue_is_tried():
    described = {chart.key for chart in vars(catalogue).values() if isinstance(chart, catalogue.Chart)}
    assert {chart.key for _, chart in EVERY} == described | {AREA.key}


@pytest.mark.parametrize(("page", "chart"), EVERY, ids=lambda value: getattr(value, "key", value))
def test_a_figure_leads_to_its_rows(open_table, page, chart):
    table = figures(open_table(page, chart))
    headings = [heading for heading in table.columns if table[heading].map(lambda cell: isinstance(cell, int)).all()]
    columns = headings if chart.cross else [chart.table[column] for column in chart.evidence]
    biggest = table[columns].sum(axis=1).idxmax()
    at = open_table(page, chart, (int(biggest), columns[0]))
    shown = table.loc[biggest]
    expected = [shown[columns[0]]] if chart.cross else [shown[column] for column in columns]
    assert [number for number, _ in links(at)] == [number for number in expected if number]
    for _, asked in links(at):
        assert read(asked)[1] == []


def test_a_figure_of_zero_says_so_without_a_link(open_table):
    table = figures(open_table("themas", catalogue.THEME_MATRIX))
    row, column = next((r, c) for r in range(len(table)) for c in table.columns[1:] if table.loc[r, c] == 0)
    at = open_table("themas", catalogue.THEME_MATRIX, (row, column))
    assert links(at) == []
    assert any(caption.value.startswith("0 activiteiten: thema ") for caption in at.caption)


def test_the_heading_of_a_row_of_a_cross_table_counts_nothing(open_table):
    table = figures(open_table("themas", catalogue.THEME_MATRIX))
    at = open_table("themas", catalogue.THEME_MATRIX, (0, table.columns[0]))
    assert links(at) == []
    assert any(caption.value.startswith("Klik op een getal") for caption in at.caption)


def test_a_click_on_a_row_that_is_gone_is_forgotten(open_table):
    at = open_table("themas", catalogue.THEME_MATRIX, (99, "Elders"))
    assert links(at) == []
