"""Text in a chart: plotly.js reads each one as HTML of its own kind, and this is the one place that writes it."""

from __future__ import annotations

import textwrap

_LONG = 32  # characters: a word of more, such as an address, is broken anywhere, or it would take the axis for itself
_KNOWN = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def typed(text: str) -> str:
    """*text* so that plotly.js shows it as it was typed: tags and entities in it stay text.

    Not ``html.escape``: of the entities plotly.js (4.2) knows amp, lt and gt, but no quot. What stands in ``text``,
    ``hovertext`` or ``customdata`` may hold ``%{…}``, as that is looked for in a template only.
    """
    return text.translate(_KNOWN)


def hover(name: str, *lines: str) -> str:
    """What is told of a mark: its *name* in bold and *lines* below it, each as it was typed."""
    return "<br>".join([f"<b>{typed(name)}</b>", *map(typed, lines)])


def wrapped(text: str, width: int = 16) -> str:
    """*text* for an axis: on lines of at most *width* characters, but for words that are longer."""
    words = [word[at : at + _LONG] for word in text.split() for at in range(0, len(word), _LONG)]
    lines = textwrap.wrap(" ".join(words), width, break_long_words=False, break_on_hyphens=False)
    return "<br>".join(map(typed, lines))
