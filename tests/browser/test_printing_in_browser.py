"""Every page on paper: nothing cut off, nothing to click, ink on white, and lists with their rows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LAPTOP, PHONE, SCREEN

DAY = "peildatum=2026-11-23"
VIEWS = {
    "overzicht": f"/?{DAY}",
    "kaart": f"/kaart?gebied=Leiden&{DAY}",
    "ingredienten": f"/ingredienten?kies_ingredient=6.+Leren&{DAY}",
    "themas": f"/themas?kies_thema=Zorg&{DAY}",
    "netwerk": f"/netwerk?{DAY}",
    "ontbrekende lijnen": f"/netwerk?kijk=Ontbrekende+lijnen&{DAY}",
    "partners": f"/partners?kies_soort=Bedrijf&{DAY}",
    "meerwaarde": f"/partners?partners_kijk=Meerwaarde+over+en+weer&{DAY}",
    "wat als": f"/netwerk?kijk=Wat+als&wat_als=zonder:P-002&wat_als_cijfer=Partners+die+meedoen&{DAY}",
    "register": f"/register?{DAY}",
    "een activiteit": f"/register?activiteit=A-001&{DAY}",
    "gerechten": f"/ingredienten?kijk=Gerechten&{DAY}",
    "presentatie": f"/presentatie?{DAY}",
    "stand": f"/gegevens?{DAY}",
    "bevindingen": f"/gegevens?onderdeel=Bevindingen&{DAY}",
    "actualiseren": f"/gegevens?onderdeel=Te+actualiseren&{DAY}",
    "tijd": f"/gegevens?onderdeel=Door+de+tijd&{DAY}",
}
DRAWN = ("overzicht", "kaart", "ingredienten", "themas", "netwerk", "partners", "meerwaarde")
RESTS = {"themas": 2, "ontbrekende lijnen": 40}  # what a fold holds that was not opened
DIRECTIONS = {"staand": 703, "liggend": 1032}  # and what an A4 holds between its margins, in CSS pixels

LOOK = """() => {
    const shown = e => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length > 0
    const rgb = colour => (colour.match(/[\\d.]+/g) || []).map(Number)
    const light = colour => { const [r, g, b, a = 1] = rgb(colour); return a > 0.3 && (r + g + b) / 3 > 150 }
    const all = [...document.querySelectorAll("[data-testid=stMain] *")].filter(shown)
    const html = all.filter(e => !e.closest("svg"))
    const texts = html.filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
    const marks = [...document.querySelectorAll(".js-plotly-plot svg text")].filter(shown)
    const paper = document.documentElement.clientWidth
    const wide = e => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.right > paper + 1 || r.left < -1) }
    const name = e => `${e.tagName} ${e.dataset?.testid ?? ""} ${e.textContent.slice(0, 40)}`
    return {
        paper,
        sidebar: shown(document.querySelector("[data-testid=stSidebar]") ?? document.createElement("i")),
        controls: html.filter(e => e.matches("button, input, [role=combobox]") && !e.closest("[class*=st-key-naam-]")).map(name),
        idle: html.filter(e => e.matches("a") && /^(Naar|Open|Bekijk) /.test(e.innerText.trim())).map(name),
        undrawn: html.filter(e => e.matches(".lrn-plot:not(:has(.main-svg))")).map(name),
        canvases: html.filter(e => e.matches("[data-testid=stDataFrame]")).map(name),
        wide: [...texts, ...html.filter(e => e.matches("table, [data-testid=stPlotlyChart], .svg-container")), ...marks].filter(wide).map(name),
        pale: texts.filter(e => light(getComputedStyle(e).color)).map(name),
        paleMarks: marks.filter(e => !e.classList.contains("bartext-inside") && light(getComputedStyle(e).fill)).map(name),
        dark: html.filter(e => { const c = getComputedStyle(e).backgroundColor; return rgb(c)[3] !== 0 && !light(c) }).map(name),
        page: ["html", "body", "[data-testid=stApp]"].map(s => getComputedStyle(document.querySelector(s)).backgroundColor),
        text: document.querySelector("[data-testid=stMain]").innerText,
        folds: html.filter(e => e.matches("summary")).map(name),
        rest: html.filter(e => e.matches(".lrn-rest p")).length,
        beside: [...document.querySelectorAll("[data-testid=stColumn]:first-child .lrn-chart")].filter(shown).flatMap(e => {
            const next = e.closest("[data-testid=stColumn]").nextElementSibling?.querySelector(".lrn-chart")
            return next && next.getBoundingClientRect().top < e.getBoundingClientRect().bottom ? [name(e), name(next)] : []
        }),
        rows: [...document.querySelectorAll(".lrn-print table")].filter(shown).map(e => e.rows.length - 1),
        drawings: [...document.querySelectorAll(".js-plotly-plot .svg-container")].filter(shown).map(e => {
            const svg = e.querySelector("svg.main-svg"), box = svg.viewBox.baseVal
            return [e.clientWidth / e.clientHeight, box.width / box.height, e.closest("[data-testid=stColumn]")?.clientWidth ?? paper, e.clientWidth]
        }),
    }
}"""


def on_paper(visitor, path, *directions):
    """What the page looks like while the browser prints it, upright or sideways."""
    page = visitor.open(path)
    page.evaluate(f"() => matchMedia('print').addEventListener('change', e => e.matches && (window.seen = ({LOOK})()))")
    return [printed(page, direction) for direction in directions]


def printed(page, direction):
    page.pdf(format="A4", landscape=direction == "liggend", prefer_css_page_size=True)
    return page.evaluate("() => window.seen")


# In the dark is harder than in the light: colours are those of the screen until a rule says otherwise.
@pytest.mark.parametrize(("name", "dark"), [*((name, True) for name in VIEWS), ("overzicht", False)])
def test_a_page_is_whole_and_light_on_paper(visit, name, dark):
    visitor = visit(dark=dark)
    looks = on_paper(visitor, VIEWS[name], *DIRECTIONS)
    for found, width in zip(looks, DIRECTIONS.values(), strict=True):
        assert found["paper"] == pytest.approx(width, abs=3)
        assert not found["sidebar"]
        for wrong in ("controls", "idle", "undrawn", "canvases", "wide", "pale", "paleMarks", "dark"):
            assert found[wrong] == [], wrong
        assert set(found["page"]) == {"rgb(255, 255, 255)"}
        assert "Hele netwerk · peildatum 23 november 2026" in found["text"]
        assert "Bron: register.xlsx (voorbeelddata), stand van" in found["text"]
        assert "Deze weergave: http://127.0.0.1" in found["text"]
        for shape, drawn, room, taken in found["drawings"]:
            assert shape == pytest.approx(drawn, rel=0.02)
            assert taken <= room + 1
        assert bool(found["drawings"]) is (name in DRAWN)
        if width == DIRECTIONS["staand"]:  # each chart has the width of the paper
            assert found["beside"] == []
        assert (found["folds"], found["rest"]) == ([], RESTS.get(name, 0))  # nothing is left in a fold
        if name == "register":  # a list is printed with all its rows
            amount = int(re.search(r"(\d+) van de \d+ activiteiten in het register", found["text"]).group(1))
            assert found["rows"] == [amount]
            assert amount > 50
    if name == "kaart":  # what is printed does not hang on the size of the screen
        for size in (PHONE, LAPTOP, SCREEN):
            visitor.resize(size)
            found = printed(visitor.page, "staand")
            assert found["wide"] == [], size
            assert not found["sidebar"], size
            assert found["rows"] == [10], size
    assert not visitor.failures


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (f"/kaart?{DAY}", ["Klik op de kaart of kies hierboven een gebied."]),
        (f"/themas?{DAY}", ["Klik op een staaf of een vakje"]),
        (f"/ingredienten?kijk=Gerechten&{DAY}", ["Kies een gerecht om de activiteiten"]),
        (
            f"/presentatie?{DAY}&tonen=true&beeld=Activiteiten+per+thema",
            ["8 van 20"],
        ),
    ],
)
def test_what_only_makes_sense_on_screen_is_not_printed(visit, path, told):
    visitor = visit()
    page = visitor.open(path)
    for words in told:
        expect(page.get_by_text(words)).to_be_visible()
    page.evaluate(
        """told => matchMedia('print').addEventListener('change', e => {
        if (e.matches) window.printed = told.filter(words =>
            [...document.querySelectorAll('[data-testid=stApp] *')].some(
                e => e.textContent.includes(words) && !e.children.length && e.checkVisibility()))
    })""",
        told,
    )
    page.pdf(format="A4")
    assert page.evaluate("() => window.printed") == []


def test_of_a_very_long_list_the_first_rows_are_printed_and_it_says_so(visit, large):
    _, address = large
    [found] = on_paper(visit(at=address), "/register?alles=true", "liggend")
    assert found["rows"] == [200]
    assert re.search(r"Dit zijn de eerste 200 van [12]\.\d{3} rijen", found["text"])
    assert found["wide"] == []


def test_on_screen_nothing_of_it_shows_and_printing_leaves_the_page_as_it_was(visit):
    visitor = visit()
    page = visitor.open(VIEWS["themas"])
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # draws what is still out of sight
    before = page.locator("[data-testid=stMain]").inner_text()
    sizes = "() => [...document.querySelectorAll('.main-svg')].map(e => JSON.stringify(e.getBoundingClientRect()))"
    drawn = page.evaluate(sizes)
    assert "Deze weergave:" not in before
    page.pdf(format="A4")
    visitor.settle()
    assert page.locator("[data-testid=stMain]").inner_text() == before
    assert page.evaluate(sizes) == drawn
    assert page.locator("[data-testid=stSidebar]").is_visible()
    assert not visitor.failures


def test_an_open_popover_is_not_printed(visit):
    visitor = visit()
    page = visitor.open(VIEWS["overzicht"])
    page.locator(".st-key-deel button").first.click()
    page.get_by_role("button", name="Download deze selectie als Excel").wait_for()
    page.emulate_media(media="print")
    assert not page.get_by_text("Met deze link ziet iedereen").is_visible()
