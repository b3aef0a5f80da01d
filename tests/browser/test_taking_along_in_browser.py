"""What a visitor takes along: the selection as a workbook, a table as csv, a chart as a picture."""

from __future__ import annotations

import base64
import re
import struct
from urllib.parse import urlsplit
from xml.etree import ElementTree

import openpyxl
import pytest

from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply
from tests.browser.conftest import LAPTOP, PHONE

DAY = "peildatum=2026-11-23"
SVG = "{http://www.w3.org/2000/svg}"
# Of one chart of each kind: page, key, title, and what must be read in the picture.
CHARTS = {
    "staven": (
        "/ingredienten?regio=Holland+Rijnland",
        "ingredienten",
        "activiteiten per ingredient - Holland Rijnland",
        ["11. Partners", "WAAROM", "Holland Rijnland · peildatum 23 november 2026 · "],
    ),
    "kaart": (
        "/kaart?gebied=Leiden",
        "kaart",
        "activiteiten per gemeente - hele netwerk",
        ["Katwijk", "Leidschendam-", "11–20", "CC BY 4.0"],
    ),
    "matrix": (
        "/themas?kies_thema=Zorg",
        "college_matrix",
        "themas per college - hele netwerk",
        ["Zorg en Welzijn", "Klimaat"],
    ),
    "verloop": (
        "/themas?kies_thema=Zorg",
        "verloop",
        "verloop Zorg - hele netwerk",
        ["voorbij", "2026"],
    ),
}


def save(page, label, folder):
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def open_figures(visitor, path, key):
    page = visitor.open(f"{path}&{DAY}")
    page.locator(f".st-key-{key}_tabel button").click()
    page.get_by_role("button", name="Sla de grafiek op als png").wait_for()
    return page


def words(drawing):
    """All texts of an svg, one after another."""
    return " ".join("".join(part.itertext()) for part in drawing.iter() if part.tag in (f"{SVG}text", f"{SVG}title"))


@pytest.mark.parametrize(("name", "size"), [*((name, LAPTOP) for name in CHARTS), ("staven", PHONE)])
def test_a_chart_is_saved_as_a_drawing_that_explains_itself(visit, tmp_path, name, size):
    path, key, title, told = CHARTS[name]
    visitor = visit(size, dark=True)
    page = open_figures(visitor, path, key)
    file = save(page, "Sla de grafiek op als svg", tmp_path)
    assert file.name == f"{title} - 2026-11-23.svg"
    drawing = ElementTree.parse(file).getroot()
    text = words(drawing)
    for word in [*told, "peildatum 23 november 2026", "Bron: register.xlsx (voorbeelddata), stand van"]:
        assert word in text, word
    assert len(drawing.find(f"{SVG}desc").text) > 20
    assert int(drawing.get("width")) >= 700  # not as narrow as a phone
    assert drawing.find(f"{SVG}rect").get("fill") == "#FFFFFF"
    content = file.read_text(encoding="utf-8")
    assert "rgba(" not in content  # office programs make these black
    assert not re.search(r'dy="[^"]*em"', content)
    assert not re.search(r"fill: rgb\((230, 234, 241|250, 250, 250)\)", content)  # the light texts of the dark theme
    assert not re.findall(r'(?:href|src)="(?!#|data:)', content)
    if name == "kaart":
        picture = save(page, "Sla de grafiek op als png", tmp_path)
        assert picture.name == f"{title} - 2026-11-23.png"
        assert_on_white(page, picture)
    assert not visitor.failures
    assert {urlsplit(url).hostname for url in visitor.requests if not url.startswith(("data:", "blob:"))} == {
        "127.0.0.1"
    }


def assert_on_white(page, file):
    """The picture in *file* is as large as it should be and mostly white, with ink and the colour of bars or areas."""
    content = file.read_bytes()
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    assert width == 2 * (860 + 48)
    assert height > 700
    counts = page.evaluate(
        """async content => {
            const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${content}`)).blob())
            const pen = new OffscreenCanvas(image.width, image.height).getContext("2d")
            pen.drawImage(image, 0, 0)
            const found = {white: 0, blue: 0, dark: 0, clear: 0}
            const {data} = pen.getImageData(0, 0, image.width, image.height)
            for (let at = 0; at < data.length; at += 4) {
                const [r, g, b, a] = data.slice(at, at + 4)
                if (a < 255) found.clear++
                if (r > 250 && g > 250 && b > 250) found.white++
                if (b > 140 && r < b - 30) found.blue++
                if (r < 60 && g < 60 && b < 70) found.dark++
            }
            const all = data.length / 4
            return Object.fromEntries(Object.entries(found).map(([name, amount]) => [name, amount / all]))
        }""",
        base64.b64encode(content).decode(),
    )
    assert counts["clear"] == 0
    assert counts["white"] > 0.4
    assert counts["blue"] > 0.02
    assert 0.002 < counts["dark"] < 0.1


def test_the_figures_of_a_chart_are_saved_for_a_dutch_excel_and_its_picture_on_white(visit, tmp_path):
    page = open_figures(visit(), *CHARTS["staven"][:2])
    file = save(page, "Download als csv", tmp_path)
    assert file.name == "activiteiten per ingredient - Holland Rijnland - 2026-11-23.csv"
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Nr;Ingrediënt;Vraag;Activiteiten;Aandeel;Hele netwerk;Aandeel daarvan"
    assert len(lines) == 1 + 11 + 1
    picture = save(page, "Sla de grafiek op als png", tmp_path)
    assert picture.name == f"{CHARTS['staven'][2]} - 2026-11-23.png"
    assert_on_white(page, picture)


def test_the_selection_is_saved_as_a_workbook_that_opens_the_same_view(visit, tmp_path):
    visitor = visit()
    page = visitor.open(f"/kaart?gebied=Leiden&regio=Holland+Rijnland&{DAY}")
    page.locator(".st-key-deel button").first.click()
    file = save(page, "Download deze selectie als Excel", tmp_path)
    assert file.name == "selectie - Holland Rijnland - 2026-11-23.xlsx"
    book = openpyxl.load_workbook(file)
    selection = Selection(peildatum=load(SAMPLE).checked_on.replace(2026, 11, 23), regio=("AM19",))
    ids = [row[0] for row in book["Activiteiten"].iter_rows(min_row=2, values_only=True)]
    assert ids == list(apply(selection, load(SAMPLE)).activiteiten["id"])
    told = dict(book["Selectie"].iter_rows(values_only=True))
    header = visitor.header()
    assert told["Selectie"] in header
    second = visit()
    second.page.goto(told["Link"])
    second.settle()
    assert second.header() == header
