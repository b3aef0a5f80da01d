"""The page that Streamlit draws everything in: its language, its address, its steps in Back, and how wide it is."""

from __future__ import annotations

import streamlit as st

from lrn.ui.browser.chart import plotly_script
from lrn.ui.browser.component import HERE, component

NARROW = 640
"""Pixels up to which Streamlit lays columns one below the other; ``narrow.css`` has the same border."""

_KEY = "mend_page"
_RULES = "\n".join((HERE / f"{name}.css").read_text(encoding="utf-8") for name in ("page", "narrow", "stage"))


def mend(cookie: dict[str, str] | None = None, *, charts: bool) -> None:
    """Mend all of this, and have the browser keep *cookie* (name, value, path), if any; shows nothing.

    With *charts* it fetches at once what draws them.
    """
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    doubled = any(len(set(values)) < len(values) for values in asked.values())
    data: dict[str, object] = {"doubled": doubled, "cookie": cookie, "narrow": is_narrow(), "border": NARROW}
    data["plotly"] = plotly_script() if charts else None
    component("page", css=_RULES, isolated=False, uses=("words", "grid", "plotly"))(
        data=data, key=_KEY, height=1, on_narrow_change=lambda: None, on_spoke_change=lambda: None
    )


def is_narrow() -> bool:
    """Whether the page is no wider than ``NARROW``: a telephone, or a laptop that is zoomed in far.

    Until the browser has told, that it is a telephone is taken from what it calls itself. Only a browser that turns
    out to be otherwise makes the page run once more.
    """
    told = (st.session_state.get(_KEY) or {}).get("narrow")
    return _is_telephone() if told is None else bool(told)


def _is_telephone() -> bool:
    """What the browser calls itself; no client hint comes with the connection that Streamlit makes."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")
