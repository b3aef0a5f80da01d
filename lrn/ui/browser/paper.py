"""Paper: what the browser's own print command makes of a page, with rules for print only (``paper.css``).

What stands on paper only is in the page with the attribute ``hidden``, what stands on screen only in a container whose
key says so: never is it decided by words.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

import streamlit as st

from lrn.ui.browser import DeltaGenerator
from lrn.ui.browser.component import HERE, component

_RULES = (HERE / "paper.css").read_text(encoding="utf-8")


def style(title: str, selection: str, source: str) -> str:
    """The rules as HTML; each sheet of paper has these three in its margins."""
    return f"<style>{_RULES}{margins(title, selection, source)}</style>"


def margins(title: str, selection: str, source: str) -> str:
    """The rules that repeat these three on every sheet; a browser that has no boxes in the margin leaves them out."""
    look = "font-family: sans-serif; font-size: 8pt; color: #4a5560;"
    boxes = {
        "top-left": _quoted(title),
        "top-right": _quoted(selection),
        "bottom-left": _quoted(source),
        "bottom-right": 'counter(page) " van " counter(pages)',
    }
    told = " ".join(f"@{place} {{ content: {content}; {look} }}" for place, content in boxes.items())
    return f"@media print {{ @page {{ {told} }} }}"


def _quoted(text: str) -> str:
    """*text* as a string in CSS in which nothing but letters, figures and spaces stands as itself."""
    return '"' + "".join(c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in text) + '"'


def measure_charts() -> None:
    """Have the browser say how large each chart is, just before it prints; shows nothing."""
    component("paper")(key="mend_paper", height=1)


def only(html: str, *, kind: str = "rows") -> str:
    """*html*, for paper only; of a *kind* that ``paper.css`` sets: rows, the rest of a fold, origin."""
    return f"<div class='lrn-print lrn-{kind}' hidden>{html}</div>"


def rest(told: Iterable[tuple[str, str]]) -> None:
    """What a fold holds that was not opened, for paper only: of each a lead and a text."""
    st.html(only("".join(f"<p><b>{escape(lead)}</b> {escape(text)}</p>" for lead, text in told), kind="rest"))


def on_screen_only(key: str, **options: Any) -> DeltaGenerator:
    """A container (with its *options*) that is not printed, such as what explains a box to drop a file in."""
    return st.container(key=f"scherm_{key}", **options)


def hint(key: str, text: str) -> None:
    """A caption that says where to click, which is of use on screen only."""
    with on_screen_only(key):
        st.caption(text)
