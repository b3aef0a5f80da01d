"""Choices that stand above a chart, and on a narrow screen fold to one line that says what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from lrn.ui.base.escaping import escape

_LINE = "<details class='lrn-fold'><summary>Keuzes</summary></details>"


@contextmanager
def folded(key: str) -> Iterator[Callable[..., object]]:
    """A container for choices; what it gives is to be called with what is chosen, each as text or None.

    Whether it is unfolded is known to the browser alone (``narrow.css``): the line is the same at every run, so that
    it stays as it was. *key* is that of one such container on its page.
    """
    line = st.container(key=f"vouw_{key}", horizontal=True, vertical_alignment="center", gap="small")
    line.html(_LINE, width="content")
    with st.container():
        yield lambda *chosen: line.caption(escape(" · ".join(filter(None, chosen))), width="content")
