"""What was typed in the workbook reaches the browser so that it shows as typed.

No field that the browser reads as Markdown has it bare, and none that it does not read so has it with backslashes. What
the browser then makes of it is for ``tests/browser/test_text_as_typed_in_browser.py``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from google.protobuf.message import Message

from lrn.ui.base.escaping import escape
from lrn.ui.parts import chart_table
from tests import drawn
from tests.typed import register_of, views

MARK = re.compile(r"\[w\d+", re.IGNORECASE)
TYPED = re.compile(r"!\\\[w\d+(?=\\\])", re.IGNORECASE)  # as `escape` writes a mark
BACKSLASHED = re.compile(r"\\\[w\d+", re.IGNORECASE)

# Fields that the browser does not read as Markdown. Any other is held to be read so, also one that is yet to come.
PLAIN = {
    ("BidiComponent", "json"),
    ("Code", "code_text"),
    ("Dataframe", "alt"),
    ("MultiSelect", "options"),
    ("MultiSelect", "raw_values"),
    ("Chart", "alt"),
    ("Selectbox", "options"),
    ("Selectbox", "raw_value"),
    ("Text", "body"),
    ("TextInput", "value"),
}
NOT_SHOWN = {"id", "query_string"}


def mark(number: int) -> str:
    """An image for Markdown, with a line break, a tag, quotes and an emoji, and with no word that is too wide."""
    return f'![w{number}](//{number}.png)\n<i>"q"</i> *a* -> b :heart:'


@pytest.fixture(scope="module")
def sheets() -> dict:
    """The sheets of a register of which every text, ID and own heading is a mark."""
    numbers = count(1)
    return register_of(lambda: mark(next(numbers)), ids=lambda plain: f"![w{plain[1:]}{ord(plain[0])}](//{plain})")


@pytest.fixture
def marked(make_register, tmp_path, sheets) -> Path:
    """The same as a workbook, which is itself called like a mark."""
    return make_register(sheets, tmp_path / "![w0](0.png).xlsx")


@pytest.fixture
def everything_open(monkeypatch):
    """Every popover is open, and in every table of figures a cell is chosen."""
    popover, clicked = st.popover, chart_table.clicked

    def opened(label, *rest, key=None, **options):
        if key:
            st.session_state[key] = True
        return popover(label, *rest, key=key, **options)

    def chosen(shown, **options):
        clicked(shown, **options)
        return (0, str(shown.columns[-1])) if len(shown) else None

    monkeypatch.setattr(st, "popover", opened)
    monkeypatch.setattr(chart_table, "clicked", chosen)


def sent(node) -> Iterator[tuple[str, str, str]]:
    """Every text that goes to the browser for *node* and what is in it: the message, the field, and the text."""
    message = getattr(node, "proto", None)
    charts = list(drawn.of(message)) if node.type == "bidi_component" else []
    for chart in charts:
        yield "Chart", "alt", chart.alt
        yield from (("Chart", "figure", text) for text in in_figure(chart.figure))
    if isinstance(message, Message) and not charts:
        for field, text in texts_in(message):
            yield type(message).__name__, field, text
        if node.type == "table":
            frame = node.value
            cells = [*frame.index, *(cell for column in frame for cell in frame[column])]
            yield from (("Table", "cells", str(cell)) for cell in cells)
    for child in getattr(node, "children", {}).values():
        yield from sent(child)


def in_figure(part: Any) -> Iterator[str]:
    """The texts that plotly.js may draw of a figure; what a click tells is not drawn."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name != "customdata":
                yield from in_figure(value)
    elif isinstance(part, list):
        for value in part:
            yield from in_figure(value)
    elif isinstance(part, str):
        yield part


def texts_in(message: Message, inside: str = "") -> Iterator[tuple[str, str]]:
    for field, value in message.ListFields():
        if field.name in NOT_SHOWN:
            continue
        name = f"{inside}{field.name}"
        if hasattr(value, "items"):
            value = list(value.values())
        for one in value if field.is_repeated else [value]:
            if isinstance(one, Message):
                yield from texts_in(one, f"{name}.")
            elif isinstance(one, str):
                yield name, one


def wrong(message: str, field: str, text: str) -> str:
    """Why *text* will not show as typed in this *field*, or ""."""
    if not MARK.search(text):
        return ""
    if (message, field) == ("Dataframe", "columns"):  # a heading is drawn as it is, its help is Markdown
        told = [column.get("help") or "" for column in json.loads(text).values()]
        return " ".join(filter(None, (wrong("Dataframe", "help", words) for words in told)))
    if (message, field) == ("Html", "body"):
        return "a tag" if "<i>" in text else ""
    if (message, field) == ("Chart", "figure"):
        return "a tag" if "<i>" in text else "an entity that plotly.js does not know" if "&quot;" in text else ""
    if (message, field) in PLAIN:
        return "backslashes" if BACKSLASHED.search(text) else ""
    if message == "Heading" and "\n" in text:
        return "a heading of two lines"
    return "Markdown" if MARK.search(TYPED.sub("", text)) else ""


def test_every_text_is_written_for_what_reads_it(open_page, marked, sheets, everything_open):
    activities, partners, lines = (sheets[name] for name in ("Activiteiten", "Partners", "Verbindingslijnen"))
    college = activities[1][activities[0].index("College")]
    seen, found = set(), []
    own = [escape(heading) for heading in activities[0][-2:]]
    for name, (page, query) in views(activities[1][0], partners[1][0], lines[1][0], college, own).items():
        for message, field, text in sent(open_page(page, marked, **query)._tree):
            if MARK.search(text):
                seen.add((message, field))
            if why := wrong(message, field, text):
                found.append((name, message, field, why, text[:300]))
    assert not found
    assert seen >= SEEN


SEEN = {
    ("Alert", "body"),
    ("Button", "label"),
    ("ButtonGroup", "options.content"),
    ("Chart", "figure"),
    ("Dataframe", "columns"),
    ("Heading", "body"),
    ("Html", "body"),
    ("Markdown", "body"),
    ("PageLink", "label"),
    ("Table", "cells"),
}
"""Where at least a text of the workbook must have been, or the test looks past it."""
