"""What is other than Streamlit would have it, because it would be hard to read or to hear."""

from __future__ import annotations

from typing import Literal

import streamlit as st

_NOTHING = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"  # one clear pixel


def main_button() -> Literal["primary", "secondary"]:
    """The type of the button that a part of a page is there for.

    In the dark theme an ordinary one: the accent that chosen segments are readable in is too light for white words.
    """
    return "secondary" if st.context.theme.type == "dark" else "primary"


def unseen(name: str) -> str:
    """The label of a button that shows only its icon, for who hears the page: an image that is not seen, called *name*.

    *name* is Markdown. Without a label Streamlit calls a button by its icon: "arrow_upward icon".
    """
    return f"![{name}]({_NOTHING})"
