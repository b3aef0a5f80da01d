"""What others save as a .pptx or .potx, made into what python-pptx understands, without the slides that are in it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

_POTX = b"presentationml.template.main+xml"
_PPTX = b"presentationml.presentation.main+xml"
_CORE_OF_LIBREOFFICE = b"http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
_CONTENTS, _RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"


def as_pptx(content: bytes) -> bytes:
    """*content* in the words that python-pptx knows, for what kind of file it is and where it says who made it.

    A .potx is a .pptx but for one word. LibreOffice (7.4) calls the file's properties by a name of its own, so that
    python-pptx would write a second part with the same name beside it, which PowerPoint finds damaged.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        mended = {
            _CONTENTS: archive.read(_CONTENTS).replace(_POTX, _PPTX),
            _RELATIONSHIPS: archive.read(_RELATIONSHIPS).replace(_CORE_OF_LIBREOFFICE, RT.CORE_PROPERTIES.encode()),
        }
        if all(archive.read(name) == part for name, part in mended.items()):
            return content
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for entry in archive.infolist():
                made.writestr(entry, mended.get(entry.filename) or archive.read(entry))
        return out.getvalue()


def opened(content: bytes) -> Deck:
    """The deck in *content*, with every placeholder of a layout under a number (idx) of its own.

    LibreOffice leaves the numbers out, which makes them all 0; a slide then takes every place from the first.
    """
    deck = Presentation(io.BytesIO(content))
    for layout in deck.slide_layouts:
        taken: set[int] = set()
        numbers = [place.placeholder_format.idx for place in places(layout)]
        free = iter(number for number in range(10, 1000) if number not in numbers)
        for place in places(layout):
            number = place.placeholder_format.idx
            if number in taken:
                number = next(free)
                place._element.xpath(".//p:ph")[0].set("idx", str(number))
            taken.add(number)
    return deck


def empty(deck: Deck) -> None:
    """Take the slides out of *deck*, and the lists that would point at slides that are gone."""
    root: Any = deck.part._element
    slides = root.sldIdLst
    for slide in list(slides) if slides is not None else []:
        deck.part.drop_rel(slide.rId)
        slides.remove(slide)
    for name in ("p:custShowLst", "p:extLst"):  # shows of one's own, and sections
        for element in root.findall(qn(name)):
            root.remove(element)


def places(layout: Any) -> list[Any]:
    """The placeholders of a layout or master."""
    return list(layout.placeholders)
