"""Our own master: an empty .pptx with its layouts and notes page, drawn in ``data/``, in the colours of a theme."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from lxml import etree
from pptx.oxml.ns import qn

from lrn.export.slides.form import OWN, Form, Theme


@cache
def template(form: Form, theme: Theme = OWN) -> bytes:
    """An empty .pptx of *form* in the colours and fonts of *theme*; the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(form.path) as drawn, zipfile.ZipFile(out, "w") as made:
        for entry in drawn.infolist():
            part = drawn.read(entry)
            is_theme = entry.filename.startswith("ppt/theme/theme")
            made.writestr(entry, _painted(part, theme) if is_theme else part)
    return out.getvalue()


def _painted(part: bytes, theme: Theme) -> bytes:
    """The theme in *part* with the colours and fonts of *theme*."""
    root = etree.fromstring(part)
    for name, value in theme.colours:
        (colour,) = root.iterfind(f".//{{*}}clrScheme/{{*}}{name}")
        colour[:] = [colour.makeelement(qn("a:srgbClr"), {"val": value})]
    for kind, font in (("major", theme.major), ("minor", theme.minor)):
        (latin,) = root.iterfind(f".//{{*}}{kind}Font/{{*}}latin")
        latin.set("typeface", font)
    return etree.tostring(root, encoding="UTF-8", standalone=True)
