"""House styles as others make them, each odd in one way, from python-pptx's own template (4:3, English)."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


def titles_of(deck: Any) -> list[Any]:
    return [
        place
        for layout in (deck.slide_master, *deck.slide_layouts)
        for place in layout.placeholders
        if place.placeholder_format.type in TITLES
    ]


def put(place: Any, left: float, top: float, width: float, height: float, deck: Any) -> None:
    across, down = deck.slide_width, deck.slide_height
    place.left, place.top = round(left * across), round(top * down)
    place.width, place.height = round(width * across), round(height * down)


def title_at_the_left(deck: Any) -> None:
    for place in titles_of(deck):
        put(place, 0.03, 0.1, 0.25, 0.75, deck)


def title_at_the_right(deck: Any) -> None:
    for place in titles_of(deck):
        put(place, 0.72, 0.1, 0.25, 0.75, deck)


def title_at_the_foot(deck: Any) -> None:
    for place in titles_of(deck):
        put(place, 0.05, 0.78, 0.9, 0.12, deck)


def title_in_the_middle(deck: Any) -> None:
    for place in titles_of(deck):
        put(place, 0.07, 0.31, 0.85, 0.22, deck)


def high_title(deck: Any) -> None:
    """A title that leaves less than half of the page."""
    for place in titles_of(deck):
        put(place, 0.05, 0.02, 0.9, 0.4, deck)


def dark(deck: Any) -> None:
    """White on black, as the master says which colour is which."""
    colours = deck.slide_master._element.find(qn("p:clrMap"))
    for name, stands_for in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        colours.set(name, stands_for)


def without_footers(deck: Any) -> None:
    standing = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
    for layout in (deck.slide_master, *deck.slide_layouts):
        for place in list(layout.placeholders):
            if place.placeholder_format.type in standing:
                place._element.getparent().remove(place._element)


def wide(deck: Any) -> None:
    """16:9, with the places where they were on the narrower page."""
    deck.slide_width, deck.slide_height = 12_192_000, 6_858_000


ODD: dict[str, Callable[[Any], None]] = {
    "titel links": title_at_the_left,
    "titel rechts": title_at_the_right,
    "titel onderaan": title_at_the_foot,
    "titel in het midden": title_in_the_middle,
    "hoge titel": high_title,
    "donker": dark,
    "zonder voet": without_footers,
    "breed": wide,
}


def odd_style(name: str, path: Path) -> Path:
    """The house style *name* of ``ODD`` at *path*."""
    deck = Presentation()
    ODD[name](deck)
    deck.save(str(path))
    return path


def as_libreoffice_saves(source: Path, path: Path) -> Path:
    """*source* as LibreOffice 7.4 saves a .pptx: places without a number, and its own word for who made it."""
    ours = b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    theirs = b"http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
    deck = Presentation(str(source))
    for layout in deck.slide_layouts:
        for place in layout.placeholders:
            if place.placeholder_format.type not in (
                PP_PLACEHOLDER.DATE,
                PP_PLACEHOLDER.FOOTER,
                PP_PLACEHOLDER.SLIDE_NUMBER,
            ):
                place._element.xpath(".//p:ph")[0].attrib.pop("idx", None)
    deck.save(str(path.with_suffix(".made")))
    with zipfile.ZipFile(path.with_suffix(".made")) as archive, zipfile.ZipFile(path, "w") as made:
        for name in archive.namelist():
            made.writestr(
                name, archive.read(name).replace(ours, theirs) if name == "_rels/.rels" else archive.read(name)
            )
    return path
