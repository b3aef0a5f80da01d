"""Tells browsers and screen readers that the page is Dutch: Streamlit's own page says English (WCAG 3.1.1)."""

from __future__ import annotations

import streamlit as st

_SCRIPT = "export default function () { document.documentElement.lang = 'nl' }"


def speak_dutch() -> None:
    """Set the language of the document; shows nothing."""
    _component()(key="taal", height=1)


@st.cache_resource(show_spinner=False)
def _component():
    return st.components.v2.component("lrn_taal", js=_SCRIPT)
