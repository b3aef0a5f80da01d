"""Every page as it comes out of the browser's own print command, on paper or as a PDF.

The one place with CSS in this product (but for a line in ``upload``), as Streamlit has no other way: ``printing.css``
holds rules for print only and ``printing.js`` measures charts just before. What stands on paper only is in the page
with the attribute ``hidden``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from pandas.api.types import is_numeric_dtype
from streamlit.delta_generator import DeltaGenerator

from lrn import texts
from lrn.export.origin import source_line
from lrn.export.values import Cell, Formatted, Share, rows, written
from lrn.ui.base import filters
from lrn.ui.base.cache import View, cached_as
from lrn.ui.base.navigation import Entry

_HERE = Path(__file__).parent
_RULES = (_HERE / "printing.css").read_text(encoding="utf-8")
_SCRIPT = (_HERE / "printing.js").read_text(encoding="utf-8")
ROWS = 200  # of a list; who wants more takes the list itself along
MANY = 9  # columns; a table with more is set smaller
LONG = 22  # characters; a longer word may be broken anywhere, or it would push the table off the paper


def prepare(entry: Entry, view: View) -> None:
    """Make the page *entry* fit for printing: the rules, and what stands in the margins of each sheet."""
    st.html(cached_as(view, ("afdruk", entry.path), lambda: f"<style>{_RULES}{_margins(entry, view)}</style>"))


def _margins(entry: Entry, view: View) -> str:
    return margins(
        entry.title, " · ".join(view.selection.describe(view.register.checked_on)), source_line(view.register)
    )


@st.cache_resource(show_spinner=False)
def _component():
    return st.components.v2.component("lrn_afdrukken", js=_SCRIPT)


def margins(title: str, selection: str, source: str) -> str:
    """The rules that repeat these three on every sheet; a browser that has no boxes in the margin leaves them out."""
    look = "font-family: sans-serif; font-size: 8pt; color: #4a5560;"
    boxes = {
        "top-left": _quoted(f"{texts.APP} · {title}"),
        "top-right": _quoted(selection),
        "bottom-left": _quoted(source),
        "bottom-right": 'counter(page) " van " counter(pages)',
    }
    told = " ".join(f"@{place} {{ content: {content}; {look} }}" for place, content in boxes.items())
    return f"@media print {{ @page {{ {told} }} }}"


def _quoted(text: str) -> str:
    """*text* as a string in CSS in which nothing but letters, figures and spaces stands as itself."""
    return '"' + "".join(c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in text) + '"'


def colophon(view: View) -> None:
    """For paper only, at the end of the page: the source, and the address of this very view."""
    told = (f"{source_line(view.register)}.", f"Deze weergave: {filters.link(view.selection)}")
    st.html(_on_paper("".join(f"<p>{escape(line)}</p>" for line in told)))
    _component()(key="afdrukken", height=1)  # here, where it takes no room above the title


def on_screen_only(key: str, **options: Any) -> DeltaGenerator:
    """A container (with its *options*) that is not printed, such as what explains a box to drop a file in."""
    return st.container(key=f"scherm_{key}", **options)


@dataclass
class _Made:
    """What was written out last for one list: the frame and its HTML, together, as visitors share this."""

    last: tuple[pd.DataFrame, str] | None = None


def rows_on_paper(view: View, frame: pd.DataFrame, *, key: str, headings: Mapping[str, str] | None = None) -> None:
    """The rows of *frame*, for paper only; to be called right below the list that shows them on screen.

    *key* names the list; *headings* are those of its columns that are not called as their heading.
    """
    made = view.store.cached((*view.key, "afdruk", key), _Made)
    last = made.last
    if last is None or not (last[0] is frame or last[0].equals(frame)):  # comparing is quicker than writing out
        last = made.last = frame, _on_paper(as_table(frame, headings))
    st.html(last[1])


def as_table(frame: pd.DataFrame, headings: Mapping[str, str] | None = None) -> str:
    """The first ``ROWS`` rows of *frame* as a table in HTML, and in words how many there are more."""
    names = [escape((headings or {}).get(name, str(name))) for name in frame.columns]
    numeric = [is_numeric_dtype(frame.iloc[:, position]) for position in range(len(names))]
    looks = [" class='number'" if number else "" for number in numeric]
    head = "".join(f"<th scope='col'{look}>{name}</th>" for name, look in zip(names, looks, strict=True))
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows(frame.head(ROWS)))
    more = ""
    if len(frame) > ROWS:
        amounts = f"{texts.number(ROWS)} van {texts.number(len(frame))}"
        more = f"<p>Dit zijn de eerste {amounts} rijen; de download op de pagina heeft ze alle.</p>"
    many = " class='many'" if len(names) > MANY else ""
    return f"<table{many}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cell(cell: Cell) -> str:
    match cell:
        case datetime():
            return f"<td class='date'>{written(cell)}</td>"
        case int() | float():
            return (
                f"<td class='number'>{texts.number(cell) if float(cell).is_integer() else texts.number(cell, 1)}</td>"
            )
        case Formatted():
            return f"<td class='number'>{escape(str(cell))}</td>"
        case Share():
            return f"<td class='number'>{texts.percentage(cell.value, cell.of)}</td>"
        case _:
            text = cell or ""
            long = " class='long'" if max(map(len, re.split(r"[\s-]+", text))) > LONG else ""
            return f"<td{long}>{escape(text)}</td>"


def _on_paper(html: str) -> str:
    return f"<div class='lrn-print' hidden>{html}</div>"
