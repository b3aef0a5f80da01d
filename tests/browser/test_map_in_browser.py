"""The map in a browser: clicks on areas, activities and lines, zooming, names, and streets with and without internet."""

from __future__ import annotations

import io
import re
from itertools import combinations
from math import hypot
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import expect

from lrn import geo
from tests.browser.conftest import LAPTOP, PHONE, SCREEN
from tests.browser.test_pages_in_browser import names_on_map, touching

DAY = "peildatum=2026-11-23"
TALL = (1440, 1500)
PDOK = "**/*pdok.nl/**"


def where(page, kind: str, value: str) -> tuple[float, float]:
    """Where on the screen an area ("gebied"), an activity or a line stands: its middle, to be clicked."""
    page.wait_for_selector(".js-plotly-plot .geo")
    return tuple(
        page.evaluate(
            """([kind, value, label]) => {
                const plot = document.querySelector('.js-plotly-plot');
                const geo = plot._fullLayout.geo._subplot;
                const frame = plot.querySelector('.main-svg').getBoundingClientRect();
                const at = place => geo.projection(place).map((d, i) => d + [frame.left, frame.top][i]);
                for (const trace of plot._fullData) {
                    if (trace.hoverinfo === 'skip') continue;
                    const feature = (trace.geojson?.features || []).find(f => f.id === value);
                    if (kind === 'gebied' && feature) return at(label);
                    const i = [...(trace.customdata || [])].indexOf(`${kind}:${value}`);
                    if (i >= 0) return at([trace.lon[i], trace.lat[i]]);
                }
            }""",
            [kind, value, geo.label_points().get(value)],
        )
    )


def click(visitor, kind: str, value: str) -> None:
    visitor.page.mouse.click(*where(visitor.page, kind, value))
    visitor.settle()


def chosen(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def heading(page, pattern: str):
    return page.get_by_role("heading", name=re.compile(pattern))


def test_a_click_on_an_area_an_activity_and_a_line_each_leads_to_the_right_list(visit):
    visitor = visit(TALL)
    page = visitor.open(f"/kaart?{DAY}&punten=true&lijnen=true")
    click(visitor, "paar", "GM0546|GM0513")
    expect(heading(page, "^Verbindingslijnen tussen Leiden en Gouda: 2 verbindingslijnen")).to_be_visible()
    assert chosen(page)["kies_lijn"] == ["Leiden – Gouda"]
    click(visitor, "activiteit", "A-093")
    expect(heading(page, "^Zorgzaam dorp$")).to_be_visible()
    assert chosen(page)["kies_activiteit"] == ["Zorgzaam dorp (A-093)"]
    click(visitor, "gebied", "GM1783")
    expect(heading(page, "^Westland: 0 activiteiten$")).to_be_visible()
    assert chosen(page)["gebied"] == ["Westland"]
    assert not visitor.failures


def test_an_activity_outside_the_area_is_followed_to_its_own(visit):
    visitor = visit(TALL)
    page = visitor.open(f"/kaart?{DAY}&punten=true&gebied=Leiderdorp")
    click(visitor, "activiteit", "A-005")
    expect(heading(page, r"^Leiden: \d+ activiteiten")).to_be_visible()
    assert chosen(page)["kies_activiteit"] == ["CIV Laboratoriumtechniek (A-005)"]


def test_what_was_let_go_can_be_clicked_again(visit):
    visitor = visit(TALL)
    page = visitor.open(f"/kaart?{DAY}")
    for _ in range(2):
        click(visitor, "gebied", "GM0513")
        expect(heading(page, r"^Gouda: \d+ activiteiten")).to_be_visible()
        page.locator(".st-key-terug_0").get_by_role("button", name="Hele netwerk").click()
        visitor.settle()
        expect(heading(page, "^Kies een gebied$")).to_be_visible()


def test_the_way_back_works_with_the_keyboard(visit):
    visitor = visit(TALL)
    page = visitor.open(f"/kaart?{DAY}&gebied=Gouda")
    page.get_by_role("button", name="Midden-Holland", exact=True).focus()
    page.keyboard.press("Enter")
    expect(heading(page, r"^Midden-Holland: \d+ activiteiten")).to_be_visible()
    assert chosen(page)["gebied"] == ["Midden-Holland"]


def test_a_click_on_a_bar_of_two_areas_shows_the_rows_of_both(visit):
    visitor = visit((1440, 2600))
    page = visitor.open(f"/kaart?{DAY}&gebied=Leiden&naast=Gouda")
    page.locator(".st-key-naast_ingredienten .bars .point path").nth(5).click(force=True)
    expect(heading(page, r"^6\. Leren in Leiden: \d+ activiteit")).to_be_visible()
    expect(heading(page, r"^6\. Leren in Gouda: \d+ activiteit")).to_be_visible()
    assert chosen(page)["kenmerk"] == ["6. Leren"]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (
            "/kaart?gebied=Holland+Rijnland",
            ("Leiden", "Leiderdorp", "Oegstgeest", "Katwijk", "Zoeterwoude", "Hillegom"),
        ),
        (
            "/kaart?gebied=Zuid-Holland+Centraal&punten=true",
            ("Zoetermeer", "Voorschoten", "Wassenaar", "Lansingerland"),
        ),
        ("/kaart?gebied=Leiden", ("Leiden", "Leiderdorp", "Oegstgeest")),
        # In large type some give way, and leave their figure; a key municipality never.
        ("/presentatie?tonen=true&beeld=Holland+Rijnland", ("Leiden", "Alphen", "Katwijk")),
    ],
)
def test_the_names_of_municipalities_are_readable_and_apart(visit, path, wanted):
    visitor = visit(LAPTOP)
    visitor.open(f"{path}&{DAY}")
    for size in (LAPTOP, SCREEN):
        visitor.resize(size)
        labels = names_on_map(visitor.page)
        for name in wanted:
            assert any(label["text"].startswith(name) for label in labels), (name, size)
        assert not touching(labels), size


@pytest.mark.parametrize(
    ("sizes", "area", "few"),
    [((LAPTOP, SCREEN), "", 80), ((LAPTOP,), "&gebied=Holland+Rijnland", 30), ((LAPTOP,), "&gebied=Gouda", 10)],
)
def test_activities_never_lie_on_each_other(visit, sizes, area, few):
    visitor = visit(sizes[0])
    page = visitor.open(f"/kaart?{DAY}&punten=true{area}")
    page.wait_for_selector(".js-plotly-plot .geo")
    for size in sizes:
        visitor.resize(size)
        seen = page.evaluate(
            """() => {
                const plot = document.querySelector('.js-plotly-plot');
                const geo = plot._fullLayout.geo._subplot;
                const inside = ([x, y]) => x > 0 && y > 0 && x < plot.clientWidth && y < plot.clientHeight;
                return plot._fullData.filter(t => String((t.customdata || [''])[0]).startsWith('activiteit:')).flatMap(
                    t => t.customdata.map((id, i) => [...geo.projection([t.lon[i], t.lat[i]]), t.marker.size]))
                    .filter(inside);
            }"""
        )
        assert len(seen) >= few
        for (x, y, width), (across, up, _) in combinations(seen, 2):
            assert hypot(x - across, y - up) >= width


def test_with_everything_on_nothing_scrolls_sideways_on_a_phone_and_without_streets_nothing_leaves_the_computer(visit):
    visitor = visit(PHONE)
    visitor.open(f"/kaart?{DAY}&gebied=Leiden&naast=Gouda&punten=true&lijnen=true&kenmerk=Zorg")
    assert max(visitor.overflow()) <= 0
    assert hosts(visitor) == {"127.0.0.1"}


# ── Streets ──────────────────────────────────────────────────────────────────────────────────────────────────


def hosts(visitor) -> set[str | None]:
    return {urlsplit(url).hostname for url in visitor.requests if not url.startswith(("data:", "blob:"))}


@pytest.mark.parametrize("failure", ["internetdisconnected", "never answered"])
def test_without_internet_the_map_with_streets_is_our_own_map(visit, failure):
    visitor = visit(TALL)
    asked = []

    def fail(route):
        asked.append(route.request.url)
        if failure != "never answered":
            route.abort(failure)

    visitor.page.route(PDOK, fail)
    page = visitor.open(f"/kaart?{DAY}&straten=true&punten=true")
    expect(page.get_by_text("Ziet u geen straten, dan is PDOK nu niet bereikbaar")).to_be_visible()
    assert 4 <= len(asked) <= 40
    assert page.locator(".choroplethlayer path").count() == 29
    assert page.locator(".scattergeo path.point").count() > 80
    click(visitor, "gebied", "GM0638")
    expect(heading(page, r"^Zoeterwoude: 0 activiteiten")).to_be_visible()
    assert not visitor.failures


def test_streets_lie_exactly_under_the_map(visit):
    """A tile of PDOK is drawn where the map puts its corner, without WebGL."""
    visitor = visit(TALL)
    picture = io.BytesIO()
    Image.new("RGB", (256, 256), "white").save(picture, "PNG")
    visitor.page.route(
        PDOK,
        lambda route: route.fulfill(
            content_type="image/png", headers={"Access-Control-Allow-Origin": "*"}, body=picture.getvalue()
        ),
    )
    page = visitor.open(f"/kaart?{DAY}&straten=true&gebied=Gouda")
    assert hosts(visitor) == {"127.0.0.1", "service.pdok.nl"}
    page.wait_for_function("() => [...document.querySelectorAll('.imagelayer image')].every(e => e.href.baseVal)")
    off = page.evaluate(
        """() => {
            const plot = document.querySelector('.js-plotly-plot');
            const geo = plot._fullLayout.geo._subplot;
            const frame = plot.querySelector('.main-svg').getBoundingClientRect();
            const corners = [...plot.querySelectorAll('.imagelayer image')].map(e => e.getBoundingClientRect());
            return plot._fullLayout.images.map(image => {
                const n = 2 ** Number(image.source.split('/').at(-3));
                const lat = Math.atan(Math.sinh(Math.PI * (1 - 2 * image.y / n))) * 180 / Math.PI;
                const [x, y] = geo.projection([image.x / n * 360 - 180, lat]);
                return Math.min(...corners.map(c => Math.hypot(c.left - frame.left - x, c.top - frame.top - y)));
            });
        }"""
    )
    assert len(off) >= 4
    assert max(off) < 2  # pixels
