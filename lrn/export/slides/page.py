"""One page that is being filled: its title, its texts, its notes, and what every shape on it must carry.

Every shape gets a name and an alt text; a placeholder that gets no text is taken away.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from lrn.cells import storable
from lrn.export.slides import form
from lrn.export.slides.boxes import Box, cm
from lrn.export.slides.decorative import decorative
from lrn.export.slides.fit import ELLIPSIS, Paragraph, fitted, split, width
from lrn.export.slides.house import HouseStyle, title_size
from lrn.export.slides.written import write
from lrn.register.values.personal import without_addresses

INSET = 7.2  # points that a text frame keeps free at its sides, when a house style does not say otherwise
ALT_LENGTH = 250  # characters: a program that reads it aloud reads the text itself too
TITLE_SIZES = (40, 36, 32, 28, 26, 24, 22, 20, 18, 16, 14)


def clean(text: object) -> str:
    """*text* on one line, as a slide can hold it, without e-mail addresses and telephone numbers."""
    return without_addresses(" ".join(storable(str(text)).split()))


def named(shape: Any, name: str, alt: str) -> Any:
    """*shape* with its name and alt text."""
    element = shape._element._nvXxPr.cNvPr
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
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))


class Page:
    """A page of *kind* (a name in :mod:`lrn.export.slides.form`) at the end of *deck*."""

    def __init__(self, deck: Deck, house: HouseStyle, kind: str) -> None:
        self.house = house
        self.layout = house.layout(deck, kind)
        self.slide: Slide = deck.slides.add_slide(self.layout)
        self.area = house.area(deck, self.layout)
        opens = kind == form.TITEL
        self._title_box, self._subtitle_box = (
            house.opening_boxes(deck, self.layout) if opens else (house.title_box(deck, self.layout), None)
        )
        self.filled: set[int] = set()
        self.titled = self.called = ""  # its title, and the name of its view
        self.goes_on = kind != form.BRIEF  # a letter is one page
        self.left_over: list[Paragraph] = []  # what needs a next page

    @cached_property
    def shapes(self) -> Any:
        """The shapes of the page."""
        shapes = self.slide.shapes
        shapes.turbo_add_enabled = True  # or every shape that is added looks at the numbers of all others
        return shapes

    def grouped(self, made: Sequence[Any]) -> Any:
        """What was *made* on this page as one group, at once: adding one by one measures the group each time."""
        group = self.shapes.add_group_shape(made)
        self.shapes.turbo_add_enabled = True  # a group takes a number of its own
        return group

    def placeholder(self, *kinds: PP_PLACEHOLDER, idx: int | None = None) -> Any | None:
        """The first free placeholder of one of *kinds*, or in our own layouts the one with *idx*; it counts as used.

        It comes after what stands on the page already, as a page is read aloud in the order in which it is filled.
        """
        for found, kind, number in self._placeholders:
            ours = idx is None or not self.house.own or number == idx
            if kind in kinds and ours and number not in self.filled:
                self.filled.add(number)
                self.shapes._spTree.append(found._element)
                return found
        return None

    @cached_property
    def _placeholders(self) -> list[tuple[Any, PP_PLACEHOLDER, int]]:
        """Those of the page as it was opened, with their kind and number: to ask again takes longer than to fill it."""
        return [(each, each.placeholder_format.type, each.placeholder_format.idx) for each in self.slide.placeholders]

    def _room(self, box: Box) -> Box:
        """The part of *box* that may be filled with words, when the letters are wider than they are thought to be."""
        return box.narrowed(self.house.stretch)

    def title(self, text: str, otherwise: str = "") -> None:
        """The title of the page, as large as its place has room for without breaking a word.

        It is *otherwise* where there is one, and *text* would be cut.
        """
        shape = self.placeholder(PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
        box = placed(shape, self._title_box)
        usual = title_size(self.layout)
        inset = 0 if self.house.own else INSET
        sizes = [usual, *(size for size in TITLE_SIZES if size < usual)]
        room = self._room(box)
        across = room.points[0] - 2 * inset
        for said in filter(None, (text, otherwise)):
            words = clean(said).split()
            whole = [size for size in sizes if all(width(word, size, bold=True) <= across for word in words)]
            lines, size = fitted([Paragraph(clean(said), bold=True, after=0)], room, whole or sizes[-1:], inset=inset)
            self.titled = said
            if lines[0].text == clean(said):
                break
        write(shape, [Paragraph(lines[0].text)], size if size < usual else None, colour=None)
        named(shape, "Titel", self.titled)

    def subline(self, text: str) -> None:
        """What the figures are of: under the title, in its own place or at the top of what is free."""
        text = clean(text)
        shape = self.placeholder(PP_PLACEHOLDER.BODY, idx=form.SUBLINE) if self.house.own else None
        size = self.house.form.subline_size
        if shape is None:
            box = self.area.upper(0.75)
            self.area = self.area.below(1.0)
            self.text(box, [Paragraph(text)], name="Ondertitel", sizes=(size, 12, 11, 10))
            return
        lines, fitting = fitted(
            [Paragraph(text, after=0)], self._room(box_of(shape)), (size, size - 1, size - 2, size - 3)
        )
        write(shape, lines, fitting, colour=None)
        named(shape, "Ondertitel", text)

    def subtitle(self, lines: Sequence[Paragraph], *, sizes: Sequence[float]) -> None:
        """The lines under the title of a title page, in its placeholder."""
        shape = self.placeholder(PP_PLACEHOLDER.SUBTITLE)
        inset = 0 if self.house.own else INSET
        box = placed(shape, self._subtitle_box)
        kept, size = fitted([_cleaned(line) for line in lines], self._room(box), sizes, inset=inset)
        write(shape, kept, size, colour=None)
        named(shape, "Ondertitel", " ".join(line.words() for line in lines))

    def note(self, box: Box, lines: Sequence[Paragraph], *, sizes: Sequence[float], name: str = "Toelichting") -> None:
        """A text beside what is drawn: in the layout's own place for it, moved to *box*, or in a text box there."""
        shape = self.placeholder(PP_PLACEHOLDER.BODY, idx=form.NOTE) if self.house.own else None
        self.text(box, lines, name=name, sizes=sizes, shape=shape)

    def body(self, lines: Sequence[Paragraph], *, sizes: Sequence[float], name: str = "Tekst") -> None:
        """The text of a page of text, in its placeholder."""
        shape = self.placeholder(PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY, idx=1)
        self.text(self.area, lines, name=name, sizes=sizes, shape=shape)

    def size_for(self, box: Box, lines: Sequence[Paragraph], sizes: Sequence[float]) -> float:
        """The first of *sizes* at which *lines* fit in *box*, or the last."""
        return fitted([_cleaned(line) for line in lines], self._room(box), sizes)[1]

    def text(
        self,
        box: Box,
        lines: Sequence[Paragraph],
        *,
        name: str,
        sizes: Sequence[float],
        shape: Any = None,
        colour: str | None = "",
        align: PP_ALIGN | None = None,
        anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
        wrapped: bool = True,
        alt: str = "",
    ) -> Any:
        """*lines* in *box* at the first of *sizes* that fits: in *shape*, or in a new text box.

        Its alt text is *alt*, or what it says. What does not fit at the last of *sizes* is ``left_over`` for a next
        page, unless *alt* tells it.
        """
        lines = [_cleaned(line) for line in lines]
        if shape is None:
            shape = self.shapes.add_textbox(box.left, box.top, box.width, box.height)
        else:
            shape.left, shape.top, shape.width, shape.height = box.left, box.top, box.width, box.height
        frame = shape.text_frame
        frame.word_wrap = wrapped
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = anchor
        room = self._room(box)
        whole, rest = split(lines, room, sizes[-1])
        goes_on = rest and self.goes_on and not alt
        if goes_on:
            self.left_over += rest
        kept, size = fitted(whole if goes_on and whole else lines, room, sizes)
        write(shape, kept, size, colour=colour, align=align)
        said = " ".join(line.words() for line in kept)
        return named(shape, name, alt or textwrap.shorten(said, ALT_LENGTH, placeholder=ELLIPSIS) or name)

    def block(self, box: Box, colour: str | None, *, name: str, alt: str = "", line: str | None = None) -> Any:
        """A plain rectangle; *colour* None takes the accent of the theme. Without *alt* it is decorative."""
        shape = unstyled(self.shapes.add_shape(MSO_SHAPE.RECTANGLE, box.left, box.top, box.width, box.height))
        filled(shape, colour or self.house.accent, line=line)
        if colour is None:
            shape.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
        named(shape, name, alt)
        return shape if alt else decorative(shape)

    def link(self, shape: Any, url: str, tip: str) -> None:
        """A click on *shape* opens *url*; nothing without one."""
        if not url:
            return
        shape.click_action.hyperlink.address = url
        shape._element.xpath(".//p:cNvPr/a:hlinkClick")[0].set("tooltip", clean(tip))


def _cleaned(line: Paragraph) -> Paragraph:
    return replace(line, text=line.text if line.url else clean(line.text), label=clean(line.label))


def placed(shape: Any, box: Box | None) -> Box:
    """Where *shape* is, put where *box* says when that is somewhere else."""
    if box is None or box == box_of(shape):
        return box_of(shape)
    shape.left, shape.top, shape.width, shape.height = box.left, box.top, box.width, box.height
    return box


def box_of(shape: Any) -> Box:
    """Where a shape is."""
    return Box(shape.left or 0, shape.top or 0, shape.width or cm(20), shape.height or cm(1.5))
