"""From a figure in a table of figures to its rows: every described chart, by a click in its table."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

import pytest

from lrn.measures.places import Area
from lrn.measures.rows.evidence import read
from lrn.selection import Selection
from lrn.views import area_charts, charts, partner_charts

DAY = "2026-11-23"
AREA = area_charts.area_map("activiteiten", "gemeente", Selection())
ACCENT = {"kijk": "Accenten", "kies_plaats": "Midden-Holland"}
MIDDEN_HOLLAND = area_charts.accent_of(Area("plaats", "AM20"), Selection())
NETWORK = {
    "tonen": "true",
    "beelden": ["Titel", "Partners en verbindingslijnen"],
    "beeld": "Partners en verbindingslijnen",
}
EVERY = [
    ("ingredienten", {}, charts.INGREDIENTS),
    ("ingredienten", {}, charts.INGREDIENT_MATRIX),
    ("ingredienten", ACCENT, MIDDEN_HOLLAND),
    ("ingredienten", {"kijk": "Genoemd én onderbouwd"}, charts.CLAIMED_AND_SUPPORTED),
    ("themas", {}, charts.THEMES),
    ("themas", {}, charts.THEME_MATRIX),
    ("themas", {}, charts.COLLEGE_MATRIX),
    ("themas", {}, charts.TREND),
    ("partners", {}, charts.PARTNERS),
    ("partners", {}, partner_charts.KIND_MATRIX),
    ("partners", {"partners_kijk": "Meerwaarde over en weer"}, partner_charts.ADDED_VALUE),
    ("kaart", {}, AREA),
    ("presentatie", NETWORK, charts.PARTNERS),
    ("presentatie", NETWORK, charts.LINES),
]
"""Each chart with a page that has it, and what to choose there."""


@pytest.fixture
def open_table(open_page):
    """``open_table(page, chart, row, column)``: the app with the figures of *chart* shown, and a click in them."""

    def opener(page, chart, click=None, **query):
        at = open_page(page, peildatum=DAY, **query)
        at.session_state[f"{chart.key}_tabel"] = True
        if click:
            at.session_state[f"{chart.key}_cijfers"] = {"selection": {"rows": [], "columns": [], "cells": [click]}}
        return at.run()

    return opener


def figures(at):
    return next(table for table in at.dataframe if table.proto.alt.startswith("Cijfers: ")).value


def links(at):
    """The links below a table of figures: number in the words, and what is asked. Other links name no condition."""
    found = [link.proto for link in at.get("page_link") if re.match("Bekijk de .*: ", link.proto.label)]
    return [(int(re.search(r"\d+", link.label)[0]), parse_qs(link.query_string)["bewijs"]) for link in found]


def test_every_chart_of_the_catalogue_is_tried():
    modules = vars(charts), vars(partner_charts)
    described = {chart.key for names in modules for chart in names.values() if isinstance(chart, charts.Chart)}
    assert {chart.key for _, _, chart in EVERY} == described | {AREA.key, MIDDEN_HOLLAND.key}


@pytest.mark.parametrize(("page", "query", "chart"), EVERY, ids=lambda value: getattr(value, "key", ""))
def test_a_figure_leads_to_its_rows(open_table, page, query, chart):
    table = figures(open_table(page, chart, **query))
    headings = [heading for heading in table.columns if table[heading].map(lambda cell: isinstance(cell, int)).all()]
    columns = headings if chart.cross else [chart.table[column] for column in chart.evidence if column in chart.table]
    biggest = table[columns].sum(axis=1).idxmax()
    at = open_table(page, chart, (int(biggest), columns[0]), **query)
    shown = table.loc[biggest]
    expected = [shown[columns[0]]] if chart.cross else [shown[column] for column in columns]
    found, told = [number for number, _ in links(at)], [number for number in expected if number]
    everything_told = chart.cross or len(columns) == len(chart.evidence)
    assert found == told if everything_told else set(told) < set(found)
    for _, asked in links(at):
        assert read(asked)[1] == []


def test_a_figure_of_zero_says_so_without_a_link(open_table):
    table = figures(open_table("themas", charts.THEME_MATRIX))
    row, column = next((r, c) for r in range(len(table)) for c in table.columns[1:] if table.loc[r, c] == 0)
    at = open_table("themas", charts.THEME_MATRIX, (row, column))
    assert links(at) == []
    assert any(caption.value.startswith("0 activiteiten: thema ") for caption in at.caption)


def test_the_heading_of_a_row_of_a_cross_table_counts_nothing(open_table):
    table = figures(open_table("themas", charts.THEME_MATRIX))
    at = open_table("themas", charts.THEME_MATRIX, (0, table.columns[0]))
    assert links(at) == []
    assert any(caption.value.startswith("Klik op een getal") for caption in at.caption)


def test_a_click_on_a_row_that_is_gone_is_forgotten(open_table):
    at = open_table("themas", charts.THEME_MATRIX, (99, "Elders"))
    assert links(at) == []
