"""Texts of the workbook in a real browser: they stand as typed, and none of them asks another host for anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from lrn.register.columns import ACTIVITEITEN
from lrn.ui.base.escaping import escape
from tests.browser.conftest import LAPTOP, serve
from tests.typed import COLLEGE, HOST, LINK, TEXTS, in_turn, register_of, views

# One of each kind of page, part, card, list and stage; tests/pages has them all, without a browser.
SEEN = (
    "kaart, een activiteit",
    "thema's, een college",
    "thema's, een college als opmaak",
    "een college",
    "activiteiten, eigen kolommen",
    "partners",
    "verbindingslijnen",
    "een cijfer",
    "een link van vroeger",
    "gezocht, niet gevonden",
    "een activiteit",
    "een partner",
    "een lijn",
    "gegevens",
    "bevindingen van een college",
    "te actualiseren",
    "door de tijd",
    "presentatie",
    "ingrediënten: Gerechten",
    "toneel: De activiteiten zelf",
)
WIDE = ("activiteiten, eigen kolommen",)  # a list draws no columns that are out of sight
POPOVERS = {"activiteiten, eigen kolommen": "Kolommen en volgorde", "gegevens": "Deel of neem mee"}


MARKUP = f"![x](http://{HOST}/x.png) http://{HOST} www.{HOST}"


@pytest.fixture(scope="module")
def sheets() -> dict[str, list[list[Any]]]:
    sheets = register_of(in_turn())
    first = sheets["Activiteiten"][1]
    first[column("college")], first[column("locatie")] = COLLEGE, LINK
    sheets["Activiteiten"][3][column("college")] = MARKUP
    return sheets


@pytest.fixture(scope="module")
def typed(sheets, tmp_path_factory, write_workbook) -> Iterator[str]:
    """The address of the app on that register; its workbook has a name of the same kind."""
    with serve(write_workbook(tmp_path_factory.mktemp("getypt") / "*mijn* [register](x).xlsx", sheets)) as address:
        yield address


def column(field: str) -> int:
    return [column.field for column in ACTIVITEITEN.columns].index(field)


def said(row: list[Any], *without: str) -> list[str]:
    """The texts in a row of Activiteiten that a card shows: not its ID, dates and contact columns."""
    hidden = [column(field) for field in ("id", "contactpersoon", "email", "bijgewerkt", *without)]
    known = {"ja", "zorg; wonen", "1; 2; 6", ""}  # shown in other words
    return [cell for at, cell in enumerate(row) if isinstance(cell, str) and at not in hidden and cell not in known]


def seen(page: Page) -> str:
    """All that is to be read on the page, in tables that are drawn too, with one space between words."""
    texts = page.evaluate(
        """() => [document.body.innerText,
            ...[...document.querySelectorAll('[role=grid] :is(th, td)')].map(cell => cell.textContent),
            ...[...document.querySelectorAll('.js-plotly-plot text')].map(text =>
                [...(text.querySelectorAll('tspan.line').length ? text.querySelectorAll('tspan.line') : [text])]
                    .map(line => line.textContent).join(' '))].join('\\n')"""
    )
    return " ".join(texts.split())


def unseen(page: Page, wanted: list[str]) -> list[str]:
    """Which of *wanted* are not to be read on the page, after some time to draw its tables."""
    for _ in range(20):
        there = seen(page)
        absent = [text for text in wanted if " ".join(text.split()) not in there]
        if not absent:
            break
        page.wait_for_timeout(500)
    return absent


@pytest.fixture(scope="module")
def expected(sheets) -> dict[str, list[str]]:
    """Which texts are to be read where."""
    activities, partners, lines = (sheets[name] for name in ("Activiteiten", "Partners", "Verbindingslijnen"))
    own = activities[0][-2:]
    return {
        "kaart, een activiteit": said(activities[2], "ingredienten", "breedtegraad", "lengtegraad"),
        "thema's, een college": [COLLEGE, f"Zorg bij {COLLEGE}: 1 activiteit"],
        "thema's, een college als opmaak": [f"Zorg bij {MARKUP}: 1 activiteit"],
        "een college": [f"{COLLEGE} · peildatum"],
        "activiteiten, eigen kolommen": [*own, *(row[1] for row in activities[1:7])],
        "partners": [row[1] for row in partners[1:]],
        "verbindingslijnen": [activities[1][1], *(line[4] for line in lines[1:])],
        "een cijfer": [COLLEGE, *(f"partner {row[1]} (P1)" for row in partners if row[0] == "P1")],
        "een link van vroeger": [f"ooit:{COLLEGE}", f"{COLLEGE}x"],
        "gezocht, niet gevonden": [f"Gezocht naar “{COLLEGE}zzzqqq”."],
        "een activiteit": [*said(activities[1]), *own, partners[2][1], sheets["Deelnames"][1][3]],
        "een partner": [partners[1][1], activities[4][1], sheets["Deelnames"][4][3]],
        "een lijn": [*lines[1][3:5], lines[1][6], f"Van {activities[1][1]} naar {activities[2][1]}"],
        "bevindingen van een college": [COLLEGE],
        "te actualiseren": [row[1] for row in activities[1:8]],
        "toneel: De activiteiten zelf": [row[1] for row in activities[1:6]],
    }


@pytest.mark.parametrize("name", SEEN)
def test_texts_stand_as_typed_and_ask_nobody_for_anything(visit, sheets, expected, typed, name):
    own = sheets["Activiteiten"][0][-2:]
    known = views("A1", "P1", "L1", COLLEGE, [escape(heading) for heading in own])
    known["kaart, een activiteit"][1]["kies_activiteit"] = "A2"
    chosen = {"college": MARKUP, "kies_college": MARKUP, "kies_thema": "Zorg"}
    known["thema's, een college als opmaak"] = "themas", chosen
    visitor = visit((2600, 900) if name in WIDE else LAPTOP, at=typed)
    page, query = known[name]
    shown = visitor.open(f"/{'' if page == 'overzicht' else page}?{urlencode(query, doseq=True)}")
    if name in POPOVERS:
        shown.get_by_role("button", name=POPOVERS[name]).click()
        visitor.settle()
    assert not unseen(shown, expected.get(name, []))
    links = shown.eval_on_selector_all("main a", "all => all.map(e => e.href)")
    assert {urlsplit(link).hostname for link in links} <= {"127.0.0.1"}
    elsewhere = [asked for asked in visitor.requests if not asked.startswith(("data:", "blob:", typed))]
    assert {asked.split("/_stcore")[0] for asked in elsewhere} <= {typed.replace("http", "ws")}
    assert not visitor.failures


def test_every_text_and_every_place_is_looked_for(expected):
    assert {text for texts in expected.values() for text in texts} >= set(TEXTS)
    assert set(expected) <= set(SEEN)


def test_a_college_stands_on_an_axis_and_in_a_hover_text_as_typed(visit, typed):
    page = visit((1440, 2200), at=typed).open("/themas")
    chart = page.locator(".st-key-college_matrix")
    named = [" ".join(tick.locator("tspan.line").all_text_contents()) for tick in chart.locator(".ytick text").all()]
    written = [one or tick.text_content() for one, tick in zip(named, chart.locator(".ytick text").all(), strict=True)]
    assert COLLEGE in written
    first = chart.locator(".js-plotly-plot").evaluate(
        "(plot, college) => plot.data[0].customdata.findIndex(cell => cell[0] === college)", COLLEGE
    )
    box = chart.locator(".scatterlayer path.point").nth(first).bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    told = chart.locator(".hoverlayer .hovertext").first
    expect(told).to_contain_text(f"{COLLEGE} · ")


def test_a_long_link_leaves_the_rest_of_a_card_in_sight(visit, typed):
    page = visit(LAPTOP, at=typed).open("/register?activiteit=A1")
    over = "() => [...document.querySelectorAll('[data-testid=stTable] > div')].map(e => e.scrollWidth - e.clientWidth)"
    assert max(page.evaluate(over)) <= 0
    assert LINK in page.locator("main").inner_text()
