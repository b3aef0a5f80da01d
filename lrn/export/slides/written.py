"""Words in a shape: the paragraphs of a text as XML, all at once.

A deck has thousands of pieces of text: python-pptx makes an element of each by itself, which takes far longer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from lrn.export.slides import form
from lrn.export.slides.boxes import POINT
from lrn.export.slides.fit import BULLET_INDENT, Paragraph

_CONTROL = re.compile(r"[\x00-\x08\x0B-\x1F]")


def write(
    shape: Any,
    lines: Sequence[Paragraph],
    size: float | None,
    *,
    colour: str | None = "",
    align: PP_ALIGN | None = None,
) -> None:
    """Put *lines* in *shape*, at *size* points (None: as the layout has it).

    *colour* is #RRGGBB, "" for the theme's colour of text, None for what the layout has.
    """
    body = shape.text_frame._txBody
    present = body.findall(qn("a:p"))
    first = present[0].find(qn("a:pPr"))
    kept = {} if first is None else dict(first.attrib)  # as a shape of its own stands in the middle
    links: list[tuple[int, int, str]] = []
    made = [
        _paragraph(line, size, colour, align, kept if position == 0 else {}, links, position)
        for position, line in enumerate(lines)
    ]
    for paragraph in present[1 if not made else 0 :]:
        body.remove(paragraph)
    told = parse_xml(f"<p:txBody {nsdecls('p', 'a')}>{''.join(made)}</p:txBody>")
    body.extend(list(told))
    if links:
        paragraphs = shape.text_frame.paragraphs
        for position, run, url in links:
            paragraphs[position].runs[run].hyperlink.address = url


def _paragraph(
    line: Paragraph,
    size: float | None,
    colour: str | None,
    align: PP_ALIGN | None,
    kept: dict[str, str],
    links: list[tuple[int, int, str]],
    position: int,
) -> str:
    """One paragraph; what is to open something is added to *links*: its paragraph, its run and the address."""
    attributes, inside, own = dict(kept), "", None if size is None else size * line.scale
    if align is not None:
        attributes["algn"] = PP_ALIGN.to_xml(align)
    if own is not None:
        inside = (
            '<a:spcBef><a:spcPts val="0"/></a:spcBef>'
            f'<a:spcAft><a:spcPts val="{Pt(own * line.after).centipoints}"/></a:spcAft>'
        )
        if line.bullet:
            indent = round(BULLET_INDENT * own * POINT)
            attributes |= {"marL": str(indent), "indent": str(-indent)}
            inside += (
                f'<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="{form.FONT}"/><a:buChar char="•"/>'
            )
    space = " " if line.label and line.text else ""
    label, said = (line.label, space + line.text) if line.label_url else (line.label + space, line.text)
    runs: list[str] = []
    for text, bold, url in ((label, True, line.label_url), (said, line.bold, line.url)):
        if not text:
            continue
        if url:
            links.append((position, len(runs), url))
        runs.append(_run(text, own, bold=bold, colour=None if url else colour))
    told = "".join(f' {name}="{value}"' for name, value in attributes.items())
    properties = f"<a:pPr{told}>{inside}</a:pPr>" if told or inside else ""
    return f"<a:p>{properties}{''.join(runs)}</a:p>"


def _run(text: str, size: float | None, *, bold: bool, colour: str | None) -> str:
    attributes = ("" if size is None else f' sz="{Pt(size).centipoints}"') + (' b="1"' if bold else "")
    paint = "" if colour is None else solid(colour)
    said = _CONTROL.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)
    return f"<a:r><a:rPr{attributes}>{paint}</a:rPr><a:t>{escape(said)}</a:t></a:r>"


def solid(colour: str) -> str:
    """*colour* (#RRGGBB, or "" for the theme's colour of text) as what fills a shape or letters."""
    value = f'<a:srgbClr val="{colour.lstrip("#").upper()}"/>' if colour else '<a:schemeClr val="tx1"/>'
    return f"<a:solidFill>{value}</a:solidFill>"
