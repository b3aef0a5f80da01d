"""The scripts of this room, each as a component that Streamlit puts on the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent


@st.cache_resource(show_spinner=False)
def component(
    name: str, *, html: str | None = None, css: str | None = None, isolated: bool = True, uses: tuple[str, ...] = ()
) -> Any:
    """What puts the script ``<name>.js`` on a page, with the HTML and CSS that go with it, if any.

    The scripts that it *uses* come before it, as if they were written in it.
    What is *isolated* knows no styles but its own, and the rest of the page does not find what is in it.
    """
    script = "\n".join((HERE / f"{part}.js").read_text(encoding="utf-8") for part in (*uses, name))
    return st.components.v2.component(f"lrn_{name}", html=html, css=css, js=script, isolate_styles=isolated)
