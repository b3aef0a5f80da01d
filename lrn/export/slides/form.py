"""The forms of our own pages and the theme they have: sizes, places and colours, as data."""

from __future__ import annotations

from dataclasses import dataclass

from lrn import style
from lrn.export.slides.boxes import Box

FONT = "Arial"  # both PowerPoint and LibreOffice have it, or one with the same widths
LANGUAGE = "nl-NL"

TITEL, TEKST, VLAK = "Titel", "Titel en tekst", "Titel en vlak"
GRAFIEK, TABEL, TOELICHTING = "Titel, grafiek en toelichting", "Titel en tabel", "Titel, vlak en toelichting"
BRIEF = "Brief"

SUBLINE, CHART, NOTE, TABLE = 13, 14, 15, 16  # the idx of the placeholders in our layouts
DATE, FOOTER, NUMBER = 10, 11, 12
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
    """A kind of page: its size and where its standing parts are, in centimetres; sizes of letters in points."""

    page: Box
    title: Box
    subline: Box
    area: Box
    footer: Box
    date: Box
    number: Box
    strip: float
    title_size: int
    subline_size: int
    body_size: int
    small: int
    layouts: tuple[str, ...]


WIDE = Form(
    page=Box(0, 0, 12_192_000, 6_858_000),  # 16:9, as PowerPoint itself makes it
    title=Box.of_cm(1.3, 0.7, 31.2, 1.4),
    subline=Box.of_cm(1.3, 2.15, 31.2, 0.85),
    area=Box.of_cm(1.3, 3.4, 31.2, 14.1),
    footer=Box.of_cm(1.3, 17.95, 21.5, 0.65),
    date=Box.of_cm(23.2, 17.95, 6.8, 0.65),
    number=Box.of_cm(30.5, 17.95, 2, 0.65),
    strip=0.35,
    title_size=28,
    subline_size=14,
    body_size=18,
    small=10,
    layouts=(TITEL, TEKST, VLAK, GRAFIEK, TABEL, TOELICHTING),
)
LETTER = Form(
    page=Box.of_cm(0, 0, 21, 29.7),
    title=Box.of_cm(1.6, 1.0, 17.8, 1.1),
    subline=Box.of_cm(1.6, 2.15, 17.8, 0.6),
    area=Box.of_cm(1.6, 3.0, 17.8, 25.1),
    footer=Box.of_cm(1.6, 28.5, 12.2, 0.5),
    date=Box.of_cm(14.0, 28.5, 4.5, 0.5),
    number=Box.of_cm(18.7, 28.5, 0.7, 0.5),
    strip=0.3,
    title_size=22,
    subline_size=11,
    body_size=10,
    small=8,
    layouts=(BRIEF,),
)
