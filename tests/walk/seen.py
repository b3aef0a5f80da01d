"""What a page shows, element by element: its texts, links with their address, figures, tables and charts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from streamlit.testing.v1 import AppTest

from tests import drawn
from tests.walk.asked import read
from tests.walk.recount import Query


@dataclass(frozen=True)
class Seen:
    """One thing on screen. ``kind`` is Streamlit's name of it, ``told`` its words as a reader sees them.

    A link has the ``query`` of its address, a figure its ``delta``, a table its ``rows`` and a chart its ``spec``.
    """

    kind: str
    told: str
    key: str = ""
    query: Query | None = None
    delta: str = ""
    rows: Any = None
    spec: Any = None


def plain(markdown: str) -> str:
    """Markdown as it is read: without escapes, stars, links and badges."""
    said = re.sub(r"!\[\]\(data:[^)]*\)", "", markdown)  # a picture without words
    said = re.sub(r":(?:violet|gray|grey|blue|green)-badge\[(.*?)\]", r"\1", said)
    said = re.sub(r":material/\w+:", "", said).replace(":color[]", "")
    said = said.replace("**", "").replace("\u00a0", " ").replace("\u202f", " ")
    said = re.sub(r"\\(.)", r"\1", said)
    return re.sub(
        r"&(?:amp|lt|gt|quot);", lambda m: {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}[m[0]], said
    ).strip()


def seen(at: AppTest) -> list[Seen]:
    """Everything in the main part of the page, from top to bottom."""
    return [item for place in (0, 3) if place in at._tree.children for item in _blocks(at._tree[place])]


def _blocks(block: Any) -> Iterator[Seen]:
    for child in block.children.values():
        yield from _one(child)
        if getattr(child, "children", None):
            yield from _blocks(child)


def _one(element: Any) -> Iterator[Seen]:
    kind, proto = element.type, getattr(element, "proto", None)
    if kind in ("title", "header", "subheader", "markdown", "caption", "text"):
        yield Seen(kind, plain(proto.body))
    elif kind in ("info", "warning", "error", "success"):
        yield Seen(kind, plain(". ".join(filter(None, (getattr(proto, "title", ""), proto.body)))))
    elif kind == "metric":
        yield Seen(kind, proto.body, key=proto.label, delta=proto.delta)
    elif kind == "page_link":
        yield Seen(kind, plain(proto.label), key=proto.page, query=read(proto.query_string))
    elif kind in (
        "button",
        "download_button",
        "popover",
        "expandable",
        "expander",
        "toggle",
        "checkbox",
        "link_button",
    ):
        yield Seen(kind, plain(_label(element, proto)))
    elif kind in ("arrow_data_frame", "dataframe", "table"):
        yield Seen("table", plain(proto.alt), rows=element.value)
    elif kind == "bidi_component":
        for chart in drawn.of(proto):
            yield Seen("chart", plain(chart.alt), key=chart.key, spec=chart.figure)
    elif kind == "radio":
        if proto.captions:
            yield Seen("dishes", str(len(proto.options)))
        for option, told in zip(proto.options, proto.captions, strict=False):
            yield Seen("caption", plain(f"{option}: {told}"))
    if getattr(proto, "help", ""):
        yield Seen("help", plain(proto.help))


def _label(element: Any, proto: Any) -> str:
    for holder in (element, proto, getattr(proto, "popover", None), getattr(proto, "expandable", None)):
        label = getattr(holder, "label", "")
        if label:
            return str(label)
    return ""
