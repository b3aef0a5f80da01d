"""What only a browser shows: requests, language, labels, width, clicks, links and the keyboard."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from lrn import geo
from tests.browser.conftest import LAPTOP, PHONE, SCREEN, ZOOMED, serve

PATHS = ("/", "/kaart", "/ingredienten", "/themas", "/netwerk", "/partners", "/register", "/presentatie", "/gegevens")
DAY = "peildatum=2026-11-23"
TITLES = {
    "/": "Overzicht",
    "/kaart": "Kaart",
    "/ingredienten": "Ingrediënten",
    "/themas": "Thema's",
    "/netwerk": "Netwerk",
    "/partners": "Partners",
    "/register": "Register",
    "/presentatie": "Presentatie",
    "/gegevens": "Gegevens",
}


def test_every_page_is_ours_dutch_in_order_and_as_wide_as_a_phone(visit):
    visitor = visit(fresh=True)  # so that what only a first visit asks for is seen too, whatever page needs it
    for path in PATHS:
        page = visitor.open(path)
        expect(page.locator("h1")).to_have_text(TITLES[path])
        expect(page.get_by_text("Voorbeelddata").first).to_be_visible()
        assert page.locator(".js-plotly-plot").count() >= 1 or path in ("/register", "/presentatie", "/gegevens")
        hosts = {urlsplit(url).hostname for url in visitor.requests if not url.startswith(("data:", "blob:"))}
        assert hosts == {"127.0.0.1"}, path
        expect(page.locator("html")).to_have_attribute("lang", "nl")
        assert page.title().startswith(TITLES[path])
        levels = page.eval_on_selector_all(
            "[data-testid=stMain] :is(h1,h2,h3,h4)", "all => all.map(e => +e.tagName[1])"
        )
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path
        for size in (PHONE, ZOOMED):
            visitor.resize(size)
            assert max(visitor.overflow()) <= 0, (path, size)
        visitor.resize(LAPTOP)
        assert not visitor.failures, path


@pytest.mark.parametrize("path", ["/kaart", "/kaart?niveau=Regio", "/"])
def test_names_on_the_map_are_readable_and_apart(visit, path):
    visitor = visit(LAPTOP)
    visitor.open(path)
    wanted = ["Holland Rijnland", "Zuid-Holland Centraal", "Midden-Holland", "Woerden"]
    if path == "/kaart":
        wanted += ["Leiden", "Alphen aan den Rijn", "Leidschendam-Voorburg", "Zoetermeer", "Gouda"]
    for size in (LAPTOP, SCREEN):
        visitor.resize(size)
        labels = names_on_map(visitor.page)
        names = " ".join(label["text"] for label in labels).replace(" ", "")  # a name may stand on two lines
        assert not [name for name in wanted if name.replace(" ", "") not in names], size
        assert not touching(labels), size


def names_on_map(page) -> list[dict]:
    """The names that are seen on the map, each with the box it takes; of one that gave way the figure it leaves."""
    return page.evaluate(
        """() => {
            const seen = e => e.textContent && getComputedStyle(e).visibility === 'visible';
            return [...document.querySelectorAll('.geo .scattergeo text')].filter(e => !e.closest('.st-key-straks'))
                .flatMap(e => seen(e) ? [e] : [...e.querySelectorAll('tspan.line')].filter(seen))
                .map(e => {
                    const r = e.getBoundingClientRect();
                    return {text: e.textContent, left: r.left, right: r.right, top: r.top, bottom: r.bottom};
                });
        }"""
    )


def touching(labels: list[dict]) -> list[tuple[str, str]]:
    """The pairs of *labels* of which one lies on the other."""
    return [
        (one["text"], other["text"])
        for one, other in combinations(labels, 2)
        if one["right"] > other["left"]
        and other["right"] > one["left"]
        and one["bottom"] > other["top"]
        and other["bottom"] > one["top"]
    ]


def area_centre(page, code: str) -> tuple[float, float]:
    """Where on the screen an area of the map can be clicked."""
    return tuple(
        page.evaluate(
            """([code, label]) => {
                const plot = document.querySelector('.js-plotly-plot');
                for (const trace of plot._fullData) {
                    const feature = (trace.geojson?.features || []).find(f => f.id === code);
                    if (!feature || trace.hoverinfo === 'skip') continue;
                    const geo = plot._fullLayout.geo._subplot;
                    const [x, y] = geo.projection(label);
                    const box = geo.framework.node().getBoundingClientRect();
                    const frame = plot.querySelector('.main-svg').getBoundingClientRect();
                    return [frame.left + x, frame.top + y];
                }
            }""",
            [code, geo.label_points()[code]],
        )
    )


def test_a_click_on_an_area_selects_it_and_shows_its_activities(visit):
    visitor = visit()
    page = visitor.open(f"/kaart?{DAY}")
    page.mouse.click(*area_centre(page, "GM0513"))
    expect(page.get_by_role("heading", name=re.compile(r"^Gouda: \d+ activiteit"))).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["gebied"] == ["Gouda"]
    expect(page.get_by_text("het hele netwerk").first).to_be_visible()
    visitor.settle()
    page.mouse.click(*area_centre(page, "GM0627"))  # its neighbour, on the map that is zoomed in now
    expect(page.get_by_role("heading", name=re.compile(r"^Waddinxveen: \d+ activiteit"))).to_be_visible()


def test_a_click_keeps_the_peildatum_in_the_address(visit):
    visitor = visit()
    page = visitor.open("/kaart?peildatum=2026-06-01&regio=Midden-Holland")
    header = visitor.header()
    page.mouse.click(*area_centre(page, "GM0513"))
    visitor.settle()
    page.reload()
    visitor.settle()
    assert visitor.header() == header
    assert parse_qs(urlsplit(page.url).query) == {
        "peildatum": ["2026-06-01"],
        "regio": ["Midden-Holland"],
        "gebied": ["Gouda"],
    }


def test_a_link_written_by_hand_opens_and_can_be_shared(visit):
    visitor = visit()
    page = visitor.open("/?regio=AM34&thema=zorg&ingredient=2&peildatum=alles")
    header = visitor.header()
    assert "Zuid-Holland Centraal · thema zorg · ingrediënt 2. Deelnemers · ongeacht datum" in header
    page.get_by_test_id("stMainBlockContainer").get_by_role("button", name="Deel").click()
    link = page.get_by_test_id("stCode").inner_text()
    second = visit()
    second.page.goto(link)
    second.settle()
    assert second.header() == header


def test_a_click_on_a_region_selects_it(visit):
    page = visit().open(f"/kaart?niveau=Regio&{DAY}")
    page.mouse.click(*area_centre(page, "GM0632"))
    expect(page.get_by_role("heading", name=re.compile(r"^Woerden \(Midden-Utrecht\): \d+ activiteit"))).to_be_visible()


def test_an_area_can_be_chosen_with_the_keyboard_alone(visit):
    page = visit().open(f"/kaart?{DAY}")
    page.get_by_role("combobox", name=re.compile("Gebied")).focus()
    page.keyboard.type("Zoeterm")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile(r"^Zoetermeer: \d+ activiteit"))).to_be_visible()


def click_mark(page, key: str, selector: str, position: int) -> None:
    page.locator(f".st-key-{key} {selector}").nth(position).click(force=True)


def test_a_click_on_a_bar_and_one_on_a_square_each_show_their_activities(visit):
    visitor = visit()
    page = visitor.open(f"/ingredienten?{DAY}")
    click_mark(page, "ingredienten", ".bars .point path", 5)
    expect(page.get_by_role("heading", name=re.compile(r"^Leren: \d+ activiteiten"))).to_be_visible()
    expect(page.get_by_text("6. Leren (HOE)")).to_be_visible()
    visitor.settle()
    squares = page.locator(".st-key-ingredient_matrix .scatterlayer path.point")
    expect(squares).to_have_count(77)
    box = squares.nth(5 * 7 + 2).bounding_box()  # row 6 (Leren), third place (Midden-Holland)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_role("heading", name=re.compile(r"^Leren in Midden-Holland: \d+ activiteit"))).to_be_visible()


def test_a_click_on_a_theme_shows_its_activities_and_course(visit):
    page = visit().open(f"/themas?{DAY}")
    click_mark(page, "themas", ".bars .point path", 5)
    expect(page.get_by_role("heading", name=re.compile(r"^Zorg: \d+ activiteit"))).to_be_visible()
    expect(page.get_by_role("heading", name="Verloop: Zorg")).to_be_visible()


def test_a_link_opens_the_same_view_in_another_browser(visit):
    first = visit()
    page = first.open("/kaart?" + DAY)
    page.get_by_role("combobox", name=re.compile("^Regio")).click()
    page.get_by_role("option", name="Midden-Holland").click()
    page.keyboard.press("Escape")
    first.settle()
    page.get_by_role("radio", name="Aandeel netwerkthema").click()
    first.settle()
    header, address = first.header(), page.url
    assert "Midden-Holland" in header

    second = visit()
    second.page.goto(address)
    second.settle()
    assert second.header() == header
    expect(second.page.get_by_role("heading", name=re.compile("^Aandeel netwerkthema per gemeente"))).to_be_visible()


def test_the_link_to_share_holds_what_was_clicked_and_the_peildatum(visit):
    visitor = visit()
    page = visitor.open("/kaart?regio=Midden-Holland")
    page.mouse.click(*area_centre(page, "GM0513"))
    visitor.settle()
    page.get_by_test_id("stMainBlockContainer").get_by_role("button", name="Deel").click()
    link = page.get_by_test_id("stCode").inner_text()
    shared = parse_qs(urlsplit(link).query)
    assert shared["gebied"] == ["Gouda"]
    assert shared["regio"] == ["Midden-Holland"]
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", shared["peildatum"][0])


def test_filters_are_kept_when_the_page_changes(visit):
    visitor = visit()
    page = visitor.open(f"/?regio=Holland+Rijnland&{DAY}")
    header = visitor.header()
    for name in ("Kaart", "Ingrediënten", "Thema's", "Gegevens", "Overzicht"):
        page.locator("[data-testid=stSidebarNav]").get_by_role("link", name=name).click()
        expect(page.locator("h1")).to_have_text(name)
        visitor.settle()
        assert visitor.header() == header
        assert parse_qs(urlsplit(page.url).query)["regio"] == ["Holland Rijnland"]


@pytest.mark.parametrize("path", ["/kaart", "/themas"])
def test_the_very_first_visit_after_a_start_may_be_a_deep_link(visit, ten_rows_path, path):
    with serve(ten_rows_path) as address:
        page = visit(at=address).open(f"{path}?alles=true")
        expect(page.locator("h1")).to_have_text(TITLES[path])
        expect(page.get_by_text("ongeacht datum").first).to_be_visible()


def test_a_missing_register_gives_one_sentence_and_no_traceback(visit, tmp_path):
    with serve(tmp_path / "weg.xlsx") as address:
        page = visit(at=address).open("/")
        expect(page.get_by_text("“weg.xlsx” is niet gevonden")).to_be_visible()
        assert "Traceback" not in page.content()


@pytest.mark.parametrize(
    ("path", "link", "shown"),
    [
        (f"/?{DAY}&regio=Holland+Rijnland", "Bekijk de 21", "Overzicht"),
        (f"/kaart?{DAY}&gebied=Gouda", "Open deze lijst in Register", r"Gouda: \d+ activiteiten"),
    ],
)
def test_back_is_one_step_to_what_was_looked_at(visit, path, link, shown):
    visitor = visit()
    page = visitor.open(path)
    before = page.url
    page.get_by_role("link", name=re.compile(link)).first.click()
    expect(page.get_by_role("heading", name="Register", level=1)).to_be_visible()
    visitor.settle()
    there = page.url
    page.go_back()
    expect(page.get_by_role("heading", name=re.compile(f"^{shown}$")).first).to_be_visible()
    visitor.settle()
    assert page.url == before
    page.go_forward()
    expect(page.get_by_role("heading", name="Register", level=1)).to_be_visible()
    visitor.settle()
    assert page.url == there
