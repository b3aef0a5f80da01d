"""The page that Streamlit draws everything in: its language, its address, and its steps in Back."""

from __future__ import annotations

import streamlit as st

from lrn.ui.browser.component import HERE, component


def mend(cookie: dict[str, str] | None = None) -> None:
    """Mend all of this, and have the browser keep *cookie* (name, value, path), if any; shows nothing."""
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    doubled = any(len(set(values)) < len(values) for values in asked.values())
    look = (HERE / "page.css").read_text(encoding="utf-8")
    component("page", css=look, isolated=False, uses=("words",))(
        data={"doubled": doubled, "cookie": cookie}, key="mend_page", height=1, on_spoke_change=lambda: None
    )
