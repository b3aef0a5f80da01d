"""What is called by another name than Streamlit would have it, because that would be hard to hear."""

from __future__ import annotations

_NOTHING = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"  # one clear pixel


def unseen(name: str) -> str:
    """The label of a button that shows only its icon, for who hears the page: an image that is not seen, called *name*.

    *name* is Markdown. Without a label Streamlit calls a button by its icon: "arrow_upward icon".
    """
    return f"![{name}]({_NOTHING})"
