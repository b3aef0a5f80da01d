"""What a page has on paper that it has not on screen: lists with their rows, margins, its source and its address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape

import pandas as pd
import streamlit as st
from pandas.api.types import is_numeric_dtype

from lrn import texts
from lrn.export.origin import source_line
from lrn.export.values import CellValue, Formatted, Share, rows, written
from lrn.ui.base import filters
from lrn.ui.base.cache import View, cached_as
from lrn.ui.base.navigation import PageEntry
from lrn.ui.browser import paper

ROWS = 200  # of a list; who wants more takes the list itself along
MANY = 9  # columns; a table with more is set smaller
LONG = 22  # characters; a longer word may be broken anywhere, or it would push the table off the paper


def prepare(entry: PageEntry, view: View) -> None:
    """Make the page *entry* fit for printing: the rules, and what stands in the margins of each sheet."""
    st.html(cached_as(view, ("afdruk", entry.path), lambda: _style(entry, view)))


def _style(entry: PageEntry, view: View) -> str:
    selection = " · ".join(view.selection.describe(view.register.checked_on))
    return paper.style(f"{texts.APP} · {entry.title}", selection, source_line(view.register))


def colophon(view: View) -> None:
    """For paper only, at the end of the page: the source, and the address of this very view."""
    told = (f"{source_line(view.register)}.", f"Deze weergave: {filters.link(view.selection)}")
    st.html(paper.only("".join(f"<p>{escape(line)}</p>" for line in told), kind="origin"))
    paper.measure_charts()  # here, where it takes no room above the title


@dataclass
class _LastPrinted:
    """What was written out last for one list: the frame and its HTML, together, as visitors share this."""

    last: tuple[pd.DataFrame, str] | None = None


def rows_on_paper(view: View, frame: pd.DataFrame, *, key: str, headings: Mapping[str, str] | None = None) -> None:
    """The rows of *frame*, for paper only; to be called right below the list that shows them on screen.

    *key* names the list; *headings* are those of its columns that are not called as their heading.
    """
    made = view.store.cached((*view.key, "rijen op papier", key), _LastPrinted)
    last = made.last
    if last is None or not (last[0] is frame or last[0].equals(frame)):  # comparing is quicker than writing out
        last = made.last = frame, paper.only(as_table(frame, headings))
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


def _cell(cell: CellValue) -> str:
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
