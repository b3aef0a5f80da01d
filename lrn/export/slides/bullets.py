"""The dot before a paragraph of a list."""

from __future__ import annotations

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from lrn.export.slides import form
from lrn.export.slides.boxes import POINT
from lrn.export.slides.fit import BULLET_INDENT


def bullet(paragraph: Any, size: float) -> None:
    """A dot before *paragraph*, with the text hanging beside it."""
    properties = paragraph._p.get_or_add_pPr()
    indent = round(BULLET_INDENT * size * POINT)
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    for tag in (
        f'<a:buClr {nsdecls("a")}><a:schemeClr val="accent1"/></a:buClr>',
        f'<a:buFont {nsdecls("a")} typeface="{form.FONT}"/>',
        f'<a:buChar {nsdecls("a")} char="•"/>',
    ):
        properties.append(parse_xml(tag))
