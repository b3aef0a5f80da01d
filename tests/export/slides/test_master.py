"""Our own master is written by our own code, the same each time, and holds what a deck needs."""

import io
import zipfile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from lrn import style
from lrn.export.slides.form import LETTER, OWN, WIDE, Theme
from lrn.export.slides.master import template


@pytest.mark.parametrize("form", [WIDE, LETTER], ids=["breed", "staand"])
def test_it_opens_and_every_layout_makes_a_slide(form):
    made = Presentation(io.BytesIO(template(form)))
    assert [layout.name for layout in made.slide_layouts] == list(form.layouts)
    for layout in made.slide_layouts:
        made.slides.add_slide(layout)
        kinds = {place.placeholder_format.type for place in layout.placeholders}
        assert {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER} <= kinds
    made.save(io.BytesIO())


@pytest.mark.parametrize("form", [WIDE, LETTER], ids=["breed", "staand"])
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
    made = template(WIDE, Theme(OWN.colours, 'Van "Huis" & <Zo>', "Arial"))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        theme = etree.fromstring(archive.read("ppt/theme/theme1.xml"))
    assert theme.find(".//{*}majorFont/{*}latin").get("typeface") == 'Van "Huis" & <Zo>'


def test_ornaments_are_marked_as_decoration():
    made = Presentation(io.BytesIO(template(WIDE)))
    for above in (made.slide_master, *made.slide_layouts):
        for shape in above.shapes:
            if not shape.is_placeholder:
                assert shape._element.xpath(".//p:cNvPr/a:extLst"), shape.name
