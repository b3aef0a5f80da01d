"""The house style of a deck: our own master, or that of a .pptx or .potx that ``LRN_SJABLOON`` names.

Of a file of others nothing is known but what its layouts hold, so a layout is chosen by its placeholders: a title page
has a title and a subtitle, a page of text a title and one place for text, all other pages a title only.
"""

from __future__ import annotations

import io
import logging
import os
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from lrn import style
from lrn.export.slides import form as forms
from lrn.export.slides import master
from lrn.export.slides.boxes import Box, cm
from lrn.export.slides.colours import contrast, tints
from lrn.export.slides.form import FONT, LETTER, OWN, WIDE, Form, Theme

VARIABLE = "LRN_SJABLOON"
_LOG = logging.getLogger(__name__)

_POTX = b"presentationml.template.main+xml"
_PPTX = b"presentationml.presentation.main+xml"
_STANDING = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_NS = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
_NO_WIDER = {
    *("arial", "helvetica", "helvetica neue", "liberation sans", "calibri", "calibri light", "carlito", "aptos"),
    *("aptos display", "arial narrow", "gill sans mt", "garamond", "times new roman", "liberation serif", "cambria"),
    *("segoe ui", "roboto", "open sans condensed", "source sans pro"),
}
_WIDER = 1.2  # Verdana, the widest that is much used
_LEAST_AREA = 0.45  # of the page: where less is left under a title, it does not stand above the page

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
    named = os.environ.get(VARIABLE, "").strip().strip('"')
    return Path(os.path.expanduser(named)) if named else None


def _open(content: bytes) -> Deck:
    return Presentation(io.BytesIO(content))


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
            content = _as_pptx(path.read_bytes())
        except FileNotFoundError:
            raise HouseStyleError(NOT_FOUND.format(naam=path.name)) from None
        except Exception:  # whatever is wrong with the file, the sentence is the same
            _LOG.warning("%s=%s cannot be read", VARIABLE, path.name, exc_info=True)
            raise HouseStyleError(NOT_OPENED.format(naam=path.name)) from None
        found = cls(content)
        try:
            presentation = _open(content)
            titled = [layout for layout in presentation.slide_layouts if _kinds(layout)[PP_PLACEHOLDER.TITLE]]
            opening = _title_page(presentation)
            _ = found.theme
        except Exception:  # a package that opens may still be no slides, in any way that python-pptx stumbles over
            _LOG.warning("%s=%s is no presentation", VARIABLE, path.name, exc_info=True)
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
        deck = _open(self.content)
        _empty(deck)
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
        """The part of the page between its title and its footer."""
        if self.own:
            return self.form.area
        across, down = int(deck.slide_width or 1), int(deck.slide_height or 1)
        usual = WIDE.area.scaled(across / WIDE.page.width, down / WIDE.page.height)
        title = next((p for p in places(layout) if p.placeholder_format.type in _TITLES), None)
        if title is None or title.top is None or title.width is None:
            return usual
        feet = [p.top for p in places(layout) if p.placeholder_format.type in _STANDING and p.top is not None]
        top = title.top + title.height + cm(0.3)
        bottom = min([foot for foot in feet if foot > top] or [usual.bottom])
        if bottom - top < _LEAST_AREA * down or title.width < across / 2:
            return usual
        return Box(title.left, top, title.width, bottom - top - cm(0.2))

    # ── Colours ──────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def theme(self) -> Theme:
        """The colours and fonts of the file's theme."""
        root = _theme_of(_open(self.content))
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


def _as_pptx(content: bytes) -> bytes:
    """*content* as a .pptx: a .potx is one but for a word in its list of contents, which python-pptx minds."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if _POTX not in archive.read("[Content_Types].xml"):
            return content
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for entry in archive.infolist():
                part = archive.read(entry)
                made.writestr(entry, part.replace(_POTX, _PPTX) if entry.filename == "[Content_Types].xml" else part)
        return out.getvalue()


def _empty(deck: Deck) -> None:
    """Take the slides out of *deck*, and the lists that would point at slides that are gone."""
    root: Any = deck.part._element
    slides = root.sldIdLst
    for slide in list(slides) if slides is not None else []:
        deck.part.drop_rel(slide.rId)
        slides.remove(slide)
    for name in ("p:custShowLst", "p:extLst"):  # shows of one's own, and sections
        for element in root.xpath(f"./{name}"):
            root.remove(element)


def places(layout: Any) -> list[Any]:
    """The placeholders of a layout or master."""
    return list(layout.placeholders)


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
