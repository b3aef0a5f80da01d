"""The figures on the pages are those of ``cijfers``, and choosing one shows the rows it counts."""

from __future__ import annotations

from datetime import date

import pytest

from lrn import vocabulary as v
from lrn.measures.summary import figures
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection
from tests.drawn import figure_on
from tests.pages.conftest import words

DAY = date(2026, 11, 23)
SELECTIONS = [
    ({}, Selection(peildatum=DAY)),
    ({"regio": "Holland Rijnland"}, Selection(peildatum=DAY, regio=("AM19",))),
    ({"alles": "true", "netwerkthema": "ja"}, Selection(netwerkthema=True)),
]


@pytest.fixture(scope="module")
def sample():
    return load(SAMPLE, today=DAY)


@pytest.mark.parametrize(("query", "selection"), SELECTIONS)
def test_the_key_figures_are_those_of_cijfers(open_page, sample, query, selection):
    at = open_page(peildatum="2026-11-23", **query)
    expected = figures(sample, selection)
    assert at.metric[0].value == str(expected["activiteiten"]["actief"])
    assert at.metric[3].proto.delta.split()[0] == str(expected["netwerkthema"]["aantal"])


@pytest.mark.parametrize(("query", "selection"), SELECTIONS)
def test_bars_hold_the_figures_of_cijfers(open_page, sample, query, selection):
    at = open_page(peildatum="2026-11-23", **query)
    expected = figures(sample, selection)
    bars = figure_on(at, "ingredienten")["data"][0]
    assert dict(zip(bars["customdata"], bars["x"], strict=True)) == {
        row["nr"]: row["aantal"] for row in expected["per_ingredient"]
    }
    themes = figure_on(at, "themas")["data"][0]
    found = dict(zip(themes["customdata"], themes["x"], strict=True))
    assert found.pop("arbeidsmarkttransities") == expected["netwerkthema"]["aantal"]
    assert found == {row["thema"]: row["aantal"] for row in expected["per_thema"]}


@pytest.mark.parametrize(("query", "selection"), SELECTIONS)
def test_the_map_table_holds_the_figures_of_cijfers(open_page, sample, query, selection):
    at = open_page("kaart", peildatum="2026-11-23", **query)
    at.session_state["kaart_tabel"] = True
    at.run()
    table = next(t.value for t in at.dataframe if t.proto.alt.startswith("Cijfers"))
    expected = {row["naam"]: row["aantal"] for row in figures(sample, selection)["per_gemeente"]}
    found = dict(zip(table["Gemeente"], table["Activiteiten"], strict=True))
    assert len(found) == (12 if selection.regio else 29)  # what was not chosen is no zero
    assert all(expected[name] == amount for name, amount in found.items())


@pytest.mark.parametrize(("query", "selection"), SELECTIONS)
def test_every_square_holds_the_figure_of_cijfers(open_page, sample, query, selection):
    at = open_page("ingredienten", peildatum="2026-11-23", **query)
    squares = figure_on(at, "ingredient_matrix")["data"][0]
    found = {tuple(cell): int(text) for cell, text in zip(squares["customdata"], squares["text"], strict=True)}
    expected = {
        (row["nr"], row["code"] or "zonder"): row["aantal"] for row in figures(sample, selection)["ingredient_x_plaats"]
    }
    everywhere = {
        (row["nr"], row["code"] or "zonder"): row["aantal"]
        for row in figures(sample, selection.everywhere)["ingredient_x_plaats"]
    }
    chosen = set(selection.regio or v.PLAATSEN)  # what was not chosen is no zero: it stands there to compare
    assert {cell: n for cell, n in found.items() if cell[1] in chosen} == {
        cell: amount for cell, amount in expected.items() if cell[1] in chosen
    }
    assert found == {cell: everywhere[cell] for cell in found}
    assert {place for _, place in found} == set(v.PLAATSEN)


def test_choosing_an_ingredient_and_a_place_shows_as_many_rows_as_the_square_says(open_page, sample):
    at = open_page("ingredienten", peildatum="2026-11-23")
    at.selectbox(key="kies_ingredient").select(6).run()
    at.selectbox(key="kies_plaats").select("AM20").run()
    cells = figures(sample, Selection(peildatum=DAY))["ingredient_x_plaats"]
    expected = next(row["aantal"] for row in cells if row["nr"] == 6 and row["code"] == "AM20")
    assert expected > 0
    assert f"Leren in Midden-Holland: {expected} activiteit" in words(at).replace("\\", "")
    assert len(at.dataframe[-1].value) == expected


def test_choosing_an_area_shows_its_activities_and_its_figures_beside_the_network(open_page, sample):
    at = open_page("kaart", peildatum="2026-11-23", gebied="Leiden")
    rows = figures(sample, Selection(peildatum=DAY))["per_gemeente"]
    expected = next(row["aantal"] for row in rows if row["code"] == "GM0546")
    assert f"**{expected}** van de 90 activiteiten" in [link.proto.label for link in at.get("page_link")]
    assert len(at.dataframe[-1].value) == expected
    assert set(at.dataframe[-1].value["gemeente"]) == {"Leiden"}


def test_choosing_a_theme_and_a_college_shows_the_activities_of_both(open_page, sample):
    college = sample.colleges[0]
    at = open_page("themas", alles="true", kies_thema="Zorg", kies_college=college)
    carrying = set(sample.themas.loc[sample.themas["thema"] == "zorg", "activiteit"])
    frame = sample.activiteiten
    expected = frame[frame["id"].isin(carrying) & (frame["college"] == college)]
    if expected.empty:
        assert "nog niets geregistreerd" in words(at)
    else:
        assert sorted(at.dataframe[-1].value["naam"]) == sorted(expected["naam"])


def test_contact_details_are_nowhere_on_screen(open_page, sample):
    secrets = set(sample.activiteiten["email"].dropna())
    assert secrets
    at = open_page("kaart", alles="true", gebied="Leiden")
    shown = words(at) + "".join(table.value.to_csv() for table in at.dataframe)
    assert not [secret for secret in secrets if secret in shown]
