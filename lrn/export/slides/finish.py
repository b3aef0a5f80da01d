"""How a page ends: its footer, date and number, its notes, no empty places, and every text in Dutch."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from lrn.export.slides import form
from lrn.export.slides.boxes import POINT, cm
from lrn.export.slides.fit import Paragraph, shorten, width
from lrn.export.slides.foreign import places
from lrn.export.slides.house import HouseStyle
from lrn.export.slides.page import INSET, Page, clean, named
from lrn.export.slides.written import write

_STANDING = {
    PP_PLACEHOLDER.DATE: "dt",
    PP_PLACEHOLDER.FOOTER: "ftr",
    PP_PLACEHOLDER.SLIDE_NUMBER: "sldNum",
}


def finish(page: Page, *, number: int, footer: Sequence[str], day: Sequence[str], notes: Sequence[str]) -> None:
    """Fill what stands on every page, take away what stayed empty, and write the notes.

    Of *footer* and *day* the first text that fits is taken.
    """
    for shape in list(page.slide.placeholders):
        # A chart or table that took the place of a placeholder carries its idx, and stays.
        if shape.placeholder_format.idx not in page.filled and shape.has_text_frame:
            shape._element.getparent().remove(shape._element)
    texts = {"dt": day, "ftr": footer, "sldNum": [str(number)]}
    for place in places(page.layout):
        kind = _STANDING.get(place.placeholder_format.type)
        if kind:
            page.shapes._spTree.append(_standing(place, kind, texts[kind], len(page.shapes) + 1000, page.house))
    said = page.slide.notes_slide
    if said.notes_text_frame is not None:
        said.notes_text_frame.text = "\n".join(clean(note) for note in notes)
    for shape in list(said.placeholders):
        _finish_notes(shape, number)


def _standing(place: Any, kind: str, said: Sequence[str], number: int, house: HouseStyle) -> Any:
    """A footer, date or number as the placeholder *place* of the layout wants it; the first of *said* that fits."""
    words = {"dt": "Datum", "ftr": "Voettekst", "sldNum": "Dianummer"}
    size = house.form.small
    room = ((place.width or cm(5)) / POINT - (0 if house.own else 2 * INSET)) / house.stretch
    told = [clean(text) for text in said]
    text = next((text for text in told if width(text, size) <= room), shorten(told[-1], size, room))
    element = deepcopy(place._element)
    about = element.xpath(".//p:cNvPr")[0]
    about.set("id", str(number))
    about.set("name", words[kind])
    about.set("descr", f"{words[kind]}: {text}")
    for extra in element.xpath(".//p:cNvPr/*"):
        about.remove(extra)
    properties = element.find(qn("p:spPr"))
    for child in list(properties):
        properties.remove(child)
    body = element.find(qn("p:txBody"))
    if body is None:
        body = parse_xml(f"<p:txBody {nsdecls('p', 'a')}><a:bodyPr/><a:lstStyle/></p:txBody>")
        element.append(body)
    for child in list(body):
        if child.tag == qn("a:p"):
            body.remove(child)
        elif child.tag == qn("a:lstStyle"):
            for level in list(child):
                child.remove(level)
    run = f'<a:rPr lang="{form.LANGUAGE}" sz="{size * 100}"/><a:t/>'
    told_as = (
        f'<a:fld id="{{7B6A2F4E-0C1D-4E5F-8A9B-1C2D3E4F5A6B}}" type="slidenum">{run}</a:fld>'
        if kind == "sldNum"
        else f"<a:r>{run}</a:r>"
    )
    paragraph = parse_xml(f"<a:p {nsdecls('a')}>{told_as}</a:p>")
    paragraph.xpath(".//a:t")[0].text = text
    body.append(paragraph)
    return element


def _finish_notes(shape: Any, number: int) -> None:
    kind = shape.placeholder_format.type
    if kind == PP_PLACEHOLDER.BODY:
        named(shape, "Notities", "Wat u bij deze dia kunt vertellen")
    elif kind == PP_PLACEHOLDER.SLIDE_IMAGE:
        named(shape, "Dia", f"Dia {number}")
    elif kind == PP_PLACEHOLDER.SLIDE_NUMBER:
        write(shape, [Paragraph(str(number))], None, colour=None)
        named(shape, "Dianummer", f"Dia {number}")
    else:
        shape._element.getparent().remove(shape._element)


def speak_dutch(root: Any) -> None:
    """Say of every text under *root* that it is Dutch, so that a screen reader and the spelling know it."""
    for run in root.iter(qn("a:r"), qn("a:fld"), qn("a:br")):
        if run.find(qn("a:rPr")) is None:
            run.insert(0, run.makeelement(qn("a:rPr"), {}))
    for properties in root.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
        properties.set("lang", form.LANGUAGE)
