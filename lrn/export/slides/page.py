"""One page that is being filled: its title, its texts, its notes, and what every shape on it must carry.

Every shape gets a name and an alt text; a placeholder that gets no text is taken away.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from functools import cached_property
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from lrn.cells import storable
from lrn.export.slides import master
from lrn.export.slides.boxes import POINT, Box, cm
from lrn.export.slides.fit import BULLET_INDENT, Line, fitted, shorten, width
from lrn.export.slides.house import HouseStyle, title_size
from lrn.register.personal import without_addresses

INSET = 7.2  # points that a text frame keeps free at its sides, when a house style does not say otherwise
TITLE_SIZES = (40, 36, 32, 28, 26, 24, 22, 20, 18, 16, 14)

_STANDING = {
    PP_PLACEHOLDER.DATE: "dt",
    PP_PLACEHOLDER.FOOTER: "ftr",
    PP_PLACEHOLDER.SLIDE_NUMBER: "sldNum",
}


def clean(text: object) -> str:
    """*text* on one line, as a slide can hold it, without e-mail addresses and telephone numbers."""
    return without_addresses(" ".join(storable(str(text)).split()))


def named(shape: Any, name: str, alt: str) -> Any:
    """*shape* with its name and alt text."""
    element = shape._element.xpath(".//p:cNvPr")[0]
    element.set("name", clean(name))
    element.set("descr", clean(alt))
    return shape


def unstyled(shape: Any) -> Any:
    """*shape* without the style that python-pptx gives it, which casts a shadow in some house styles."""
    for found in shape._element.xpath("./p:style"):
        shape._element.remove(found)
    return shape


def filled(shape: Any, colour: str | None, *, line: str | None = None, thick: float = 0.75) -> Any:
    """*shape* filled with *colour* (#RRGGBB, or None for nothing) and with a border of *thick* points, or without."""
    if colour is None:
        shape.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(colour)
    if line is None:
        shape.line.fill.background()
    else:
        shape.line.color.rgb = rgb(line)
        shape.line.width = Pt(thick)
    return shape


def rgb(colour: str) -> RGBColor:
    """*colour* (#RRGGBB) as python-pptx has it."""
    return RGBColor.from_string(colour.lstrip("#"))


def write(
    shape: Any,
    lines: Sequence[Line],
    size: float | None,
    *,
    colour: str | None = "",
    align: PP_ALIGN | None = None,
) -> None:
    """Put *lines* in *shape*, at *size* points (None: as the layout has it).

    *colour* is #RRGGBB, "" for the theme's colour of text, None for what the layout has.
    """
    frame = shape.text_frame
    frame.clear()
    for position, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        if align is not None:
            paragraph.alignment = align
        own = None if size is None else size * line.scale
        if own is not None:
            paragraph.space_after = Pt(own * line.after)
            paragraph.space_before = Pt(0)
        if line.bullet and own is not None:
            _bullet(paragraph, own)
        space = " " if line.label and line.text else ""
        for text, bold, url in ((line.label + space, True, ""), (line.text, line.bold, line.url)):
            if not text:
                continue
            run = paragraph.add_run()
            run.text = text
            run.font.bold = bold or None
            if own is not None:
                run.font.size = Pt(own)
            if url:
                run.hyperlink.address = url
            elif colour:
                run.font.color.rgb = rgb(colour)
            elif colour == "":
                run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1


def _bullet(paragraph: Any, size: float) -> None:
    """A dot before *paragraph*, with the text hanging beside it."""
    properties = paragraph._p.get_or_add_pPr()
    indent = round(BULLET_INDENT * size * POINT)
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    for tag in (
        f'<a:buClr {nsdecls("a")}><a:schemeClr val="accent1"/></a:buClr>',
        f'<a:buFont {nsdecls("a")} typeface="{master.FONT}"/>',
        f'<a:buChar {nsdecls("a")} char="•"/>',
    ):
        properties.append(parse_xml(tag))


class Page:
    """A page of *kind* (a name in :mod:`lrn.export.slides.master`) at the end of *deck*."""

    def __init__(self, deck: Deck, house: HouseStyle, kind: str) -> None:
        self.house = house
        self.layout = house.layout(deck, kind)
        self.slide: Slide = deck.slides.add_slide(self.layout)
        self.area = house.area(deck, self.layout)
        self._filled: set[int] = set()

    @cached_property
    def shapes(self) -> Any:
        """The shapes of the page."""
        return self.slide.shapes

    def placeholder(self, *kinds: PP_PLACEHOLDER, idx: int | None = None) -> Any | None:
        """The first free placeholder of one of *kinds*, or in our own layouts the one with *idx*; it counts as used."""
        for found in self.slide.placeholders:
            about = found.placeholder_format
            ours = idx is None or not self.house.own or about.idx == idx
            if about.type in kinds and ours and about.idx not in self._filled:
                self._filled.add(about.idx)
                return found
        return None

    def title(self, text: str) -> None:
        """The title of the page, on two lines at most."""
        shape = self.placeholder(PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
        box = _box(shape)
        usual = title_size(self.layout)
        inset = 0 if self.house.own else INSET
        sizes = [usual, *(size for size in TITLE_SIZES if size < usual)]
        lines, size = fitted([Line(clean(text), bold=True, after=0)], box, sizes, inset=inset)
        write(shape, [Line(lines[0].text)], size if size < usual else None, colour=None)
        named(shape, "Titel", text)

    def subline(self, text: str) -> None:
        """What the figures are of: under the title, in its own place or at the top of what is free."""
        text = clean(text)
        shape = self.placeholder(PP_PLACEHOLDER.BODY, idx=master.SUBLINE) if self.house.own else None
        size = self.house.form.subline_size
        if shape is None:
            box = self.area.upper(0.75)
            self.area = self.area.below(1.0)
            self.text(box, [Line(text)], name="Ondertitel", sizes=(size, 12, 11, 10))
            return
        lines, fitting = fitted([Line(text, after=0)], _box(shape), (size, size - 1, size - 2, size - 3))
        write(shape, lines, fitting, colour=None)
        named(shape, "Ondertitel", text)

    def note(self, box: Box, lines: Sequence[Line], *, sizes: Sequence[float], name: str = "Toelichting") -> None:
        """A text beside what is drawn: in the layout's own place for it, moved to *box*, or in a text box there."""
        shape = self.placeholder(PP_PLACEHOLDER.BODY, idx=master.NOTE) if self.house.own else None
        self.text(box, lines, name=name, sizes=sizes, shape=shape)

    def body(self, lines: Sequence[Line], *, sizes: Sequence[float], name: str = "Tekst") -> None:
        """The text of a page of text, in its placeholder."""
        shape = self.placeholder(PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY, idx=1)
        self.text(self.area, lines, name=name, sizes=sizes, shape=shape)

    def text(
        self,
        box: Box,
        lines: Sequence[Line],
        *,
        name: str,
        sizes: Sequence[float],
        shape: Any = None,
        colour: str | None = "",
        align: PP_ALIGN | None = None,
        anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
        within: Any = None,
        alt: str = "",
    ) -> Any:
        """*lines* in *box* at the first of *sizes* that fits: in *shape*, or else in a new text box (in group *within*)."""
        lines = [_cleaned(line) for line in lines]
        if shape is None:
            shape = (within or self).shapes.add_textbox(box.left, box.top, box.width, box.height)
        else:
            shape.left, shape.top, shape.width, shape.height = box.left, box.top, box.width, box.height
        frame = shape.text_frame
        frame.word_wrap = True
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = anchor
        kept, size = fitted(lines, box, sizes)
        write(shape, kept, size, colour=colour, align=align)
        return named(shape, name, alt or name)

    def block(self, box: Box, colour: str | None, *, name: str, alt: str, line: str | None = None) -> Any:
        """A plain rectangle; *colour* None takes the accent of the theme."""
        shape = unstyled(self.shapes.add_shape(MSO_SHAPE.RECTANGLE, box.left, box.top, box.width, box.height))
        filled(shape, colour or self.house.accent, line=line)
        if colour is None:
            shape.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
        return named(shape, name, alt)

    def link(self, shape: Any, url: str, tip: str) -> None:
        """A click on *shape* opens *url*; nothing without one."""
        if not url:
            return
        shape.click_action.hyperlink.address = url
        shape._element.xpath(".//p:cNvPr/a:hlinkClick")[0].set("tooltip", clean(tip))

    def finish(self, *, number: int, footer: str, day: str, notes: Sequence[str]) -> None:
        """Fill what stands on every page, take away what stayed empty, and write the notes."""
        for shape in list(self.slide.placeholders):
            # A chart or table that took the place of a placeholder carries its idx, and stays.
            if shape.placeholder_format.idx not in self._filled and shape.has_text_frame:
                shape._element.getparent().remove(shape._element)
        texts = {"dt": day, "ftr": footer, "sldNum": str(number)}
        for place in self.layout.placeholders:
            kind = _STANDING.get(place.placeholder_format.type)
            if kind:
                self.shapes._spTree.append(_standing(place, kind, texts[kind], len(self.shapes) + 1000, self.house))
        said = self.slide.notes_slide
        if said.notes_text_frame is not None:
            said.notes_text_frame.text = "\n".join(clean(note) for note in notes if note)
        for shape in list(said.placeholders):
            _finish_notes(shape, number)


def _cleaned(line: Line) -> Line:
    return replace(line, text=line.text if line.url else clean(line.text), label=clean(line.label))


def _box(shape: Any) -> Box:
    return Box(shape.left or 0, shape.top or 0, shape.width or cm(20), shape.height or cm(1.5))


def _standing(place: Any, kind: str, text: str, number: int, house: HouseStyle) -> Any:
    """A footer, date or number as the placeholder *place* of the layout wants it."""
    words = {"dt": "Datum", "ftr": "Voettekst", "sldNum": "Dianummer"}
    size = 10.0 if not house.own else house.form.small
    room = (place.width or cm(5)) / POINT - (0 if house.own else 2 * INSET)
    text = shorten(clean(text), size, room)
    if width(text, 12, bold=False) <= room and not house.own:
        size = 0  # it fits as the house style has it
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
    sized = f' sz="{round(size * 100)}"' if size else ""
    run = f'<a:rPr lang="{master.LANGUAGE}"{sized}/><a:t/>'
    said = (
        f'<a:fld id="{{7B6A2F4E-0C1D-4E5F-8A9B-1C2D3E4F5A6B}}" type="slidenum">{run}</a:fld>'
        if kind == "sldNum"
        else f"<a:r>{run}</a:r>"
    )
    paragraph = parse_xml(f"<a:p {nsdecls('a')}>{said}</a:p>")
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
        write(shape, [Line(str(number))], None, colour=None)
        named(shape, "Dianummer", f"Dia {number}")
    else:
        shape._element.getparent().remove(shape._element)


def speak_dutch(root: Any) -> None:
    """Say of every text under *root* that it is Dutch, so that a screen reader and the spelling know it."""
    for run in root.iter(qn("a:r"), qn("a:fld"), qn("a:br")):
        if run.find(qn("a:rPr")) is None:
            run.insert(0, run.makeelement(qn("a:rPr"), {}))
    for properties in root.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
        properties.set("lang", master.LANGUAGE)
