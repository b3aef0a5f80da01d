"""The forms of our own pages, as they are drawn in ``data/``, and the theme they have."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from lrn import style
from lrn.export.slides.boxes import Box

DATA = Path(__file__).resolve().parents[3] / "data"
FONT = "Arial"  # both PowerPoint and LibreOffice have it, or one with the same widths
LANGUAGE = "nl-NL"

# The names of our layouts, and the idx of the placeholders in them. Who draws them anew in PowerPoint keeps both:
# tests/export/slides/test_master.py tells which layout has which.
TITEL, TEKST, VLAK = "Titel", "Titel en tekst", "Titel en vlak"
GRAFIEK, TABEL, TOELICHTING = "Titel, grafiek en toelichting", "Titel en tabel", "Titel, vlak en toelichting"
BRIEF = "Brief"
FOOTER, SUBLINE, CHART, NOTE, TABLE = 11, 13, 14, 15, 16

SPLIT = (5, 3)  # what is drawn, and what is said about it


@dataclass(frozen=True)
class Theme:
    """What a house style lends to our own master: twelve colours (hex, without #) by their name, and two fonts."""

    colours: tuple[tuple[str, str], ...]
    major: str = FONT
    minor: str = FONT


def _hex(colour: str) -> str:
    return colour.lstrip("#")


OWN = Theme(
    (
        ("dk1", _hex(style.INK)),
        ("lt1", "FFFFFF"),
        ("dk2", _hex(style.INK_SOFT)),
        ("lt2", _hex(style.ZERO)),
        ("accent1", _hex(style.ACCENT)),
        ("accent2", _hex(style.ACCENT_SOFT)),
        *((f"accent{n}", _hex(colour)) for n, colour in enumerate(list(style.PLACE_COLOURS.values())[:4], start=3)),
        ("hlink", _hex(style.ACCENT)),
        ("folHlink", _hex(style.INK_SOFT)),
    )
)


@dataclass(frozen=True)
class Form:
    """A kind of page: the file it is drawn in, the whole page, the part under the title, and sizes in points."""

    path: Path
    page: Box
    area: Box
    subline_size: int
    small: int

    @classmethod
    def drawn(cls, name: str) -> Form:
        """The form of the file called *name*: ``area`` is where its master has the text."""
        deck: Any = Presentation(str(DATA / name))
        above = [
            *deck.slide_master.placeholders,
            *(place for each in deck.slide_layouts for place in each.placeholders),
        ]
        by_idx = {place.placeholder_format.idx: place for place in above}
        text = next(place for place in above if place.placeholder_format.type == PP_PLACEHOLDER.BODY)
        return cls(
            path=DATA / name,
            page=Box(0, 0, deck.slide_width, deck.slide_height),
            area=Box(text.left, text.top, text.width, text.height),
            subline_size=_size(by_idx[SUBLINE]),
            small=_size(by_idx[FOOTER]),
        )


def _size(place: Any) -> int:
    return int(place._element.xpath(".//a:lstStyle/a:lvl1pPr/a:defRPr/@sz")[0]) // 100


WIDE, LETTER = Form.drawn("dias.pptx"), Form.drawn("brief.pptx")
