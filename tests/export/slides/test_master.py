"""Our own master, drawn in ``data/``: it holds what a deck looks for in it, and looks as ``lrn.style`` says."""

import io
import zipfile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from lrn import style
from lrn.export.slides.form import LETTER, OWN, WIDE, Theme
from lrn.export.slides.master import template

STANDING = {10: PP_PLACEHOLDER.DATE, 11: PP_PLACEHOLDER.FOOTER, 12: PP_PLACEHOLDER.SLIDE_NUMBER}
TITLED = {0: PP_PLACEHOLDER.TITLE, 13: PP_PLACEHOLDER.BODY} | STANDING
# What a deck looks for, by the name of a layout: idx and kind of its placeholders. Drawn anew in PowerPoint they stay;
# LibreOffice Impress keeps neither, so a file that was saved there fails here.
LAYOUTS = {
    WIDE: {
        "Titel": {0: PP_PLACEHOLDER.CENTER_TITLE, 1: PP_PLACEHOLDER.SUBTITLE} | STANDING,
        "Titel en tekst": {1: PP_PLACEHOLDER.OBJECT} | TITLED,
        "Titel en vlak": TITLED,
        "Titel, grafiek en toelichting": {14: PP_PLACEHOLDER.CHART, 15: PP_PLACEHOLDER.BODY} | TITLED,
        "Titel en tabel": {16: PP_PLACEHOLDER.TABLE} | TITLED,
        "Titel, vlak en toelichting": {15: PP_PLACEHOLDER.BODY} | TITLED,
    },
    LETTER: {"Brief": {15: PP_PLACEHOLDER.BODY} | TITLED},
}
both = pytest.mark.parametrize("form", [WIDE, LETTER], ids=["breed", "staand"])


@both
def test_its_layouts_have_the_places_that_a_deck_looks_for_and_make_slides(form):
    made = Presentation(io.BytesIO(template(form)))
    found = {
        layout.name: {place.placeholder_format.idx: place.placeholder_format.type for place in layout.placeholders}
        for layout in made.slide_layouts
    }
    assert found == LAYOUTS[form]
    for layout in made.slide_layouts:
        made.slides.add_slide(layout)
    made.save(io.BytesIO())


@both
def test_a_slide_has_room_for_a_picture_of_itself_and_for_what_is_told(form):
    kinds = {place.placeholder_format.type for place in Presentation(str(form.path)).notes_master.placeholders}
    assert kinds == {PP_PLACEHOLDER.SLIDE_IMAGE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SLIDE_NUMBER}


@both
def test_sizes_are_those_of_the_drawing(form):
    paper = {WIDE: (33.87, 19.05), LETTER: (21, 29.7)}[form]
    assert (form.page.width / 360_000, form.page.height / 360_000) == pytest.approx(paper, abs=0.01)
    assert form.page.left < form.area.left < form.area.right < form.page.right
    assert form.page.top < form.area.top < form.area.bottom < form.page.bottom
    assert 8 <= form.small < form.subline_size <= 14


@both
def test_every_shape_is_told_to_who_cannot_see_it_in_dutch(form):
    made = Presentation(str(form.path))
    for above in (made.slide_master, made.notes_master, *made.slide_layouts):
        for shape in above.shapes:
            told = shape._element.xpath(".//p:cNvPr/@descr")[0]
            assert told if shape.is_placeholder else shape._element.xpath(".//p:cNvPr/a:extLst"), shape.name
        assert set(above._element.xpath(".//@lang")) <= {"nl-NL"}


@both
def test_it_names_nobody(form):
    """PowerPoint writes who drew it, and where: take that out (Bestand, Info, Document controleren)."""
    with zipfile.ZipFile(form.path) as archive:
        about = [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.startswith("docProps/")]
    said = {etree.QName(element).localname: element.text for root in about for element in root.iter() if element.text}
    assert not said.keys() & {"creator", "lastModifiedBy", "Company", "Manager"}


@both
def test_the_same_form_gives_the_same_bytes(form):
    assert template.__wrapped__(form, OWN) == template.__wrapped__(form, OWN)


def test_its_parts_are_sound_and_named_in_the_list_of_contents():
    with zipfile.ZipFile(io.BytesIO(template(WIDE))) as archive:
        names = set(archive.namelist())
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        named = {element.get("PartName", "").lstrip("/") for element in types}
        for name in names:
            etree.fromstring(archive.read(name))
            if name.endswith(".rels"):
                folder = name.replace("_rels/", "").rsplit("/", 1)[0] if "/_rels/" in name else ""
                for link in etree.fromstring(archive.read(name)):
                    path = link.get("Target")
                    target = (
                        f"ppt/{path.removeprefix('../')}" if path.startswith("../") else f"{folder}/{path}".strip("/")
                    )
                    assert target in names, (name, path)
        assert {name for name in names if name.startswith("ppt/") and not name.endswith(".rels")} <= named


def test_the_places_have_their_own_colours_in_the_theme():
    colours = dict(OWN.colours)
    assert [f"#{colours[f'accent{n}']}" for n in range(3, 7)] == list(style.PLACE_COLOURS.values())[:4]
    assert f"#{colours['accent1']}" == style.ACCENT


def test_names_of_fonts_are_text():
    theme = theme_in(template(WIDE, Theme(OWN.colours, 'Van "Huis" & <Zo>', "Arial")))
    assert theme.find(".//{*}majorFont/{*}latin").get("typeface") == 'Van "Huis" & <Zo>'


def test_colours_are_those_of_the_theme_and_not_of_the_drawing():
    colours = [(name, f"{n:06X}") for n, (name, _) in enumerate(OWN.colours)]
    made = template(LETTER, Theme(tuple(colours)))
    for number in (1, 2):  # of the slides and of the notes
        found = theme_in(made, number).find(".//{*}clrScheme")
        assert [(etree.QName(place).localname, place[0].get("val")) for place in found] == colours
    for form in (WIDE, LETTER):
        with zipfile.ZipFile(form.path) as archive:
            for name in archive.namelist():
                assert name.startswith("ppt/theme/") or b"srgbClr" not in archive.read(name), name


def theme_in(made: bytes, number: int = 1) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return etree.fromstring(archive.read(f"ppt/theme/theme{number}.xml"))
