"""A click on an area, a marker, a bar and a square of a register of 2,000 activities leads to just the rows it counts."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Page, expect

from lrn import texts
from lrn.measures.rows import evidence as measure
from lrn.measures.rows.evidence import Evidence
from lrn.register.model import Register
from lrn.selection import Selection
from tests.browser.test_map_in_browser import TALL, click, heading

DAY = date(2026, 11, 23)


def assert_listed(page: Page, register: Register, asked: Evidence, title: str) -> None:
    """The page lists what *asked* counts below *title*: as many in the heading, and the same rows of the workbook."""
    rows = measure.rows(register, Selection(peildatum=DAY), asked)
    assert len(rows) > 3
    expect(page.get_by_role("heading", name=f"{title}: {texts.activities(len(rows))}", exact=True)).to_be_visible()
    grid = page.locator("[data-testid=data-grid-canvas] [role=grid]").last
    expect(grid).to_have_attribute("aria-rowcount", str(len(rows) + 1))  # its headings are a row too
    told = [f"Activiteiten, rij {row}" for row in rows["rij"][:3]]
    column = grid.locator("th", has_text="Rij in de werkmap").get_attribute("aria-colindex")
    assert grid.locator(f"td[aria-colindex='{column}']").all_text_contents()[:3] == told


def most_apart(page: Page) -> str:
    """The ID of the activity whose marker on the map is the furthest from all others."""
    return page.evaluate(
        """() => {
            const plot = document.querySelector('.js-plotly-plot');
            const geo = plot._fullLayout.geo._subplot, marks = [];
            for (const trace of plot._fullData) (trace.customdata || []).forEach((data, i) => {
                const [kind, id] = `${data}`.split(':');
                if (kind === 'activiteit') marks.push({id, at: geo.projection([trace.lon[i], trace.lat[i]])});
            });
            const room = mark => Math.min(...marks.filter(other => other !== mark)
                .map(other => Math.hypot(other.at[0] - mark.at[0], other.at[1] - mark.at[1])));
            return marks.reduce((best, mark) => room(mark) > room(best) ? mark : best).id;
        }"""
    )


def test_an_area_and_a_marker_of_the_map(visit, large):
    register, address = large
    visitor = visit(TALL, at=address)
    page = visitor.open(f"/kaart?peildatum={DAY}")
    click(visitor, "gebied", "GM0513")
    assert_listed(page, register, Evidence.of(gemeente="GM0513"), "Gouda")
    page = visitor.open(f"/kaart?peildatum={DAY}&punten=true")
    identity = most_apart(page)
    click(visitor, "activiteit", identity)
    (activity,) = measure.rows(register, Selection(peildatum=DAY), Evidence.of(activiteit=identity)).to_dict("records")
    expect(heading(page, f"^{activity['naam']}$")).to_be_visible()
    expect(page.get_by_text(f"{identity} · Activiteiten, rij {activity['rij']}")).to_be_visible()
    assert not visitor.failures


def test_a_bar_and_a_square_of_a_matrix(visit, large):
    register, address = large
    visitor = visit(TALL, at=address)
    page = visitor.open(f"/ingredienten?peildatum={DAY}")
    page.locator(".st-key-ingredienten .bars .point path").nth(5).click(force=True)
    assert_listed(page, register, Evidence.of(ingredient=6), "Leren")
    visitor.settle()
    squares = page.locator(".st-key-ingredient_matrix .scatterlayer path.point")
    box = squares.nth(5 * 7 + 2).bounding_box()  # row 6 (Leren), third place (Midden-Holland)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert_listed(page, register, Evidence.of(ingredient=6, plaats="AM20"), "Leren in Midden-Holland")
    assert not visitor.failures
