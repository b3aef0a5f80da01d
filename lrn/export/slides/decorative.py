"""Shapes that say nothing: lines between things, which a screen reader passes by."""

from __future__ import annotations

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


def decorative(shape: Any) -> Any:
    """*shape*, which has no alt text, marked as one that needs none."""
    told = f'<adec:decorative xmlns:adec="{_NAMESPACE}" val="1"/>'
    extension = f'<a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">{told}</a:ext>'
    shape._element.xpath(".//p:cNvPr")[0].append(parse_xml(f"<a:extLst {nsdecls('a')}>{extension}</a:extLst>"))
    return shape
