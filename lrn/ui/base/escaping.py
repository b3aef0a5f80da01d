"""Text from the workbook as text: where Streamlit reads Markdown, it shows what was typed and asks nobody for anything.

Two things are done to it. A backslash keeps a character from starting Markdown. That is not enough for what Streamlit
1.67 looks for in a text after the backslashes are gone: arrows and dashes, ``:material/home:``, ``:streamlit:``, and
addresses (``findings/streamlit_arrows_behind_backslashes.sh``). Those are parted by an element that is empty, so that
none of them is in one piece; nothing is added to the text itself, and what is copied from the screen is what was typed.
"""

from __future__ import annotations

import re

import streamlit as st

_NOTHING = ":color[]"  # a directive without a colour and without a text: an empty ``span``
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>~$|]|&(?=[#\w])|:(?=\S|$)")
# What means something at the start of a line only; elsewhere it stays as it is, as texts stand in addresses too.
_AT_START = re.compile(r"[-+#=]|\d{1,9}[.)](?=\s|$)")
_IN_PIECES = re.compile(
    r":(?=\S|$)"  # a directive, an icon, an emoji, the scheme of an address
    r"|[<>~=-](?=[<>=-])"  # an arrow, a dash, a comparison
    r"|(?<=ww)w(?=\.)"
    r"|@(?=\S)",
    re.IGNORECASE,
)
_LINE_BREAK = re.compile(r"[^\S\n]*(?:\r\n?|\n)[^\S\n]*")


def escape(text: str) -> str:
    """*text* as Markdown that shows it as it was typed, on one line: a heading or a label has no other."""
    return _line(_LINE_BREAK.sub(" ", text.strip()))


def escape_lines(text: str) -> str:
    """*text* as Markdown that shows it as it was typed, with its line breaks."""
    return "\\\n".join(map(_line, _LINE_BREAK.split(text.strip())))


def badge(text: str, *, icon: str) -> None:
    """A badge that says *text* as it was typed, with an *icon*.

    Not ``st.badge``: that puts a backslash before brackets, and so takes away the one that stands there.
    """
    st.markdown(f":blue-badge[{icon} {escape(text)}]", width="content")


def _line(text: str) -> str:
    """One line of a text: each character that means something gets a backslash, or an empty element behind it."""
    start = _AT_START.match(text)
    found = []
    for at, character in enumerate(text):
        marked = _MARKDOWN.match(text, at) or (start and start.end() == at + 1)
        found.append(f"\\{character}" if marked else character)
        if _IN_PIECES.match(text, at):
            found.append(_NOTHING)
    return "".join(found)
