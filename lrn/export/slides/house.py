"""The house style of a deck: our own master, or that of a .pptx or .potx that ``LRN_SJABLOON`` names.

Of a file of others nothing is known but what its layouts hold, so a layout is chosen by its placeholders: a title page
has a title and a subtitle, a page of text a title and one place for text, all other pages a title only.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from lrn import settings, style
from lrn.export.slides import form as forms
from lrn.export.slides import master, room
from lrn.export.slides.boxes import Box
from lrn.export.slides.colours import contrast, tints
from lrn.export.slides.foreign import as_pptx, empty, opened, places
from lrn.export.slides.form import FONT, LETTER, OWN, WIDE, Form, Theme

_log = logging.getLogger("lrn")

_STANDING = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_NS = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
_NO_WIDER = {
    *("arial", "helvetica", "helvetica neue", "liberation sans", "calibri", "calibri light", "carlito", "aptos"),
    *("aptos display", "arial narrow", "gill sans mt", "garamond", "times new roman", "liberation serif", "cambria"),
    *("segoe ui", "roboto", "open sans condensed", "source sans pro"),
}
_WIDER = 1.2  # Verdana, the widest that is much used

NOT_FOUND = "Het sjabloon “{naam}” is niet gevonden: controleer LRN_SJABLOON. De dia's krijgen ons eigen ontwerp."
NOT_OPENED = (
    "Het sjabloon “{naam}” kan niet worden geopend als PowerPoint-bestand: sla het opnieuw op als .pptx. De "
    "dia's krijgen ons eigen ontwerp."
)
NO_TITLE = (
    "In het sjabloon “{naam}” ontbreekt een indeling met een titel{wat}: voeg die toe in PowerPoint (Beeld, Diamodel). "
    "De dia's krijgen ons eigen ontwerp."
)


class HouseStyleError(Exception):
    """A house style cannot be used; its text is one Dutch sentence that says why and what is done instead."""


def from_environment() -> tuple[HouseStyle | None, str]:
    """The house style that ``LRN_SJABLOON`` names, and why it is not used; (None, "") when it names none."""
    path = _named()
    if path is None:
        return None, ""
    try:
        return HouseStyle.read(path), ""
    except HouseStyleError as problem:
        return None, str(problem)


def house_version() -> tuple[str, int]:
    """Changes when another house style is named or its file is another one; quick, as nothing is read."""
    path = _named()
    try:
        return str(path or ""), path.stat().st_mtime_ns if path else 0
    except OSError:
        return str(path), 0


def _named() -> Path | None:
    return settings.now().house_style


@dataclass(frozen=True)
class HouseStyle:
    """A .pptx to make slides in: ``content`` is the file, ``own`` tells whether it is ours, in the form ``form``."""

    content: bytes
    own: bool = False
    form: Form = WIDE

    @classmethod
    def ours(cls, form: Form = WIDE, theme: Theme = OWN) -> HouseStyle:
        """Our own style, in the colours and fonts of *theme*."""
        return cls(master.template(form, theme), own=True, form=form)

    @classmethod
    def read(cls, path: Path) -> HouseStyle:
        """The house style at *path* (.pptx or .potx). Raises :class:`HouseStyleError` when it cannot be used."""
        try:
            content = as_pptx(path.read_bytes())
        except FileNotFoundError:
            raise HouseStyleError(NOT_FOUND.format(naam=path.name)) from None
        except Exception:  # whatever is wrong with the file, the sentence is the same
            _log.info("house style %s", path.name, exc_info=True)
            raise HouseStyleError(NOT_OPENED.format(naam=path.name)) from None
        found = cls(content)
        try:
            presentation = opened(content)
            titled = [layout for layout in presentation.slide_layouts if _kinds(layout)[PP_PLACEHOLDER.TITLE]]
            opening = _title_page(presentation)
            _ = found.theme
        except Exception:  # a package that opens may still be no slides, in any way that python-pptx stumbles over
            _log.info("house style %s", path.name, exc_info=True)
            raise HouseStyleError(NOT_OPENED.format(naam=path.name)) from None
        if opening is None:
            raise HouseStyleError(NO_TITLE.format(naam=path.name, wat=" en een ondertitel"))
        if not titled:
            raise HouseStyleError(NO_TITLE.format(naam=path.name, wat=" boven de dia"))
        return found

    def letter(self) -> HouseStyle:
        """The same colours and fonts on a standing A4: a master made for a screen does not fit there."""
        return HouseStyle.ours(LETTER, self.theme)

    def presentation(self) -> Deck:
        """A new deck without slides."""
        deck = opened(self.content)
        empty(deck)
        return deck

    def layout(self, deck: Deck, kind: str) -> SlideLayout:
        """The layout of *deck* for a page of *kind* (a name in :mod:`lrn.export.slides.form`)."""
        if self.own:
            return next(layout for layout in deck.slide_layouts if layout.name == kind)
        if kind == forms.TITEL:
            found = _title_page(deck)
            assert found is not None  # `read` saw to that
            return found
        titled = [layout for layout in deck.slide_layouts if _kinds(layout)[PP_PLACEHOLDER.TITLE]]
        wanted = [_holds_text, _holds_nothing] if kind == forms.TEKST else [_holds_nothing, _holds_text]
        return next((layout for fits in wanted for layout in titled if fits(layout)), titled[0])

    def area(self, deck: Deck, layout: SlideLayout) -> Box:
        """The part of the page that its title and its footer leave free."""
        if self.own:
            return self.form.area
        return self._beside_title(deck, layout) or self._usual(deck)

    def title_box(self, deck: Deck, layout: SlideLayout) -> Box | None:
        """Where the title goes when it leaves no room where the layout has it; None when it does."""
        if self.own or self._beside_title(deck, layout):
            return None
        return room.above(self._usual(deck))

    def opening_boxes(self, deck: Deck, layout: SlideLayout) -> tuple[Box | None, Box | None]:
        """Where title and subtitle of a title page go when they would lie over each other, as far as it is known."""
        boxes = {p.placeholder_format.type in _TITLES: _box(p) for p in places(layout) if _opens(p)}
        title, subtitle = boxes.get(True), boxes.get(False)
        if self.own or title is None or subtitle is None:
            return title, subtitle
        return room.apart(title, subtitle, page_of(deck))

    def _beside_title(self, deck: Deck, layout: SlideLayout) -> Box | None:
        title = next((box for p in places(layout) if p.placeholder_format.type in _TITLES and (box := _box(p))), None)
        feet = [p.top for p in places(layout) if p.placeholder_format.type in _STANDING and p.top is not None]
        if title is None:
            return None
        return room.beside_title(page_of(deck), title, self._usual(deck), feet)

    def _usual(self, deck: Deck) -> Box:
        """Our own area, on a page as large as that of *deck*."""
        page = page_of(deck)
        return WIDE.area.scaled(page.width / WIDE.page.width, page.height / WIDE.page.height)

    # ── Colours ──────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def theme(self) -> Theme:
        """The colours and fonts of the file's theme."""
        root = _theme_of(opened(self.content))
        colours = []
        for name, usual in OWN.colours:
            found = root.find(f".//a:clrScheme/a:{name}", _NS)
            colours.append((name, _rgb(found) or usual))
        fonts = [
            (element.get("typeface") if (element := root.find(f".//a:{kind}Font/a:latin", _NS)) is not None else "")
            or FONT
            for kind in ("major", "minor")
        ]
        return Theme(tuple(colours), *fonts)

    @cached_property
    def stretch(self) -> float:
        """How much wider than Arial its letters may be; of a font that nobody here knows it is the widest guess."""
        known = all(font.casefold() in _NO_WIDER for font in (self.theme.major, self.theme.minor))
        return 1.0 if known else _WIDER

    @cached_property
    def accent(self) -> str:
        """The first accent colour, as #RRGGBB."""
        return f"#{dict(self.theme.colours)['accent1']}"

    @cached_property
    def _classes(self) -> dict[str, str]:
        """Our class colours, each with the one that stands for it in this house style."""
        if self.accent.upper() == style.ACCENT.upper():
            return {}
        return dict(zip(style.SEQUENCE, tints(self.accent), strict=True))

    def colour(self, ours: str) -> str:
        """The colour that stands for *ours*: for a class of a map or table a tint of the accent, else *ours* itself."""
        return self._classes.get(ours, ours)

    def on_accent(self) -> str:
        """The colour in which words can be read on the accent: white or ink."""
        return "#FFFFFF" if contrast(self.accent, "#FFFFFF") >= contrast(self.accent, style.INK) else style.INK


def page_of(deck: Deck) -> Box:
    """The whole page of *deck*."""
    return Box(0, 0, int(deck.slide_width or 1), int(deck.slide_height or 1))


def _opens(place: Any) -> bool:
    return place.placeholder_format.type in (*_TITLES, PP_PLACEHOLDER.SUBTITLE)


def _box(place: Any) -> Box | None:
    sides = place.left, place.top, place.width, place.height
    return None if None in sides else Box(*sides)


def _kinds(layout: SlideLayout) -> Counter[Any]:
    return Counter(p.placeholder_format.type for p in places(layout))


def _content(layout: SlideLayout) -> Counter[Any]:
    """The placeholders of a layout apart from its title and what stands on every page."""
    return Counter({kind: n for kind, n in _kinds(layout).items() if kind not in (*_STANDING, *_TITLES)})


def _title_page(deck: Deck) -> SlideLayout | None:
    for layout in deck.slide_layouts:
        kinds = _kinds(layout)
        if kinds[PP_PLACEHOLDER.SUBTITLE] and any(kinds[title] for title in _TITLES):
            return layout
    return None


def _holds_nothing(layout: SlideLayout) -> bool:
    return not _content(layout)


def _holds_text(layout: SlideLayout) -> bool:
    content = _content(layout)
    return content.total() == 1 and bool(content[PP_PLACEHOLDER.OBJECT] or content[PP_PLACEHOLDER.BODY])


def title_size(layout: SlideLayout) -> float:
    """The size of the title of *layout*, in points; 44, PowerPoint's own, when nobody says."""
    own = [p._element for p in places(layout) if p.placeholder_format.type in _TITLES]
    above = layout.slide_master
    shapes = own + [p._element for p in places(above) if p.placeholder_format.type in _TITLES]
    for shape in shapes:
        for found in shape.xpath(".//a:lstStyle/a:lvl1pPr/a:defRPr/@sz"):
            return int(found) / 100
    for found in above._element.xpath(".//p:titleStyle/a:lvl1pPr/a:defRPr/@sz"):
        return int(found) / 100
    return 44


def _theme_of(deck: Deck) -> Any:
    part = deck.slide_master.part.part_related_by(RT.THEME)
    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _rgb(element: Any) -> str:
    """The colour of an element of a colour scheme, or "" when it is not a plain one."""
    if element is None or len(element) == 0:
        return ""
    value = element[0].get("lastClr") or element[0].get("val") or ""
    return value.upper() if len(value) == 6 and all(c in "0123456789ABCDEFabcdef" for c in value) else ""
