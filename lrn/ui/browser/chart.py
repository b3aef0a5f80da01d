"""A chart that stays on the page: the browser draws a change in what is there, and tells of clicks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from lrn import style
from lrn.ui.browser.component import HERE, component

_HTML = """
<div class="lrn-chart" role="application" aria-roledescription="grafiek" aria-busy="true" tabindex="0">
  <div class="lrn-plot"></div>
  <svg class="lrn-pointer" aria-hidden="true"></svg>
  <p class="lrn-told" role="status"></p>
</div>
"""
_CSS = (HERE / "chart.css").read_text(encoding="utf-8")
_KEYS = "Met de pijltjestoetsen gaat u van waarde naar waarde"
_STANDARD_HEIGHT = 450  # pixels, of a figure that says nothing of it


@dataclass(frozen=True)
class Drawn:
    """A figure as the browser draws it: its JSON, and its size in pixels (no width: as wide as there is room)."""

    json: str
    width: float | None
    height: float

    @classmethod
    def of(cls, figure: go.Figure) -> Drawn:
        """*figure* as the browser draws it."""
        return cls(figure.to_json(validate=False), figure.layout.width, figure.layout.height or _STANDARD_HEIGHT)


def show(
    drawn: Drawn, *, key: str, alt: str, config: dict[str, object], on_click: Callable[[Any], None] | None = None
) -> None:
    """Put *drawn* on the page as the element *key*, which tells *alt* to somebody who cannot see it.

    *on_click* is given the location or the customdata of the bar, square, dot or area that was clicked, or was reached
    with the arrow keys and taken with Enter.
    """
    taking = {"on_clicked_change": lambda: on_click(st.session_state[key]["clicked"])} if on_click else {}
    told = {
        "alt": alt,
        "keys": f"{_KEYS}, met Enter kiest u die." if on_click else f"{_KEYS}.",
        "clickable": on_click is not None,
    }
    _element()(key=key, data=_data(drawn, config) | told, **taking)


def show_ahead(drawn: Drawn, *, key: str, config: dict[str, object]) -> None:
    """Have the browser make *drawn* ready as the element *key*, which must be as wide as where it is shown after this.

    To be called where nothing is seen or told (the container ``stage.AHEAD``).
    """
    _element()(key=key, data=_data(drawn, config) | {"ahead": True})


def _element() -> Any:
    return component("chart", html=_HTML, css=_CSS, isolated=False, uses=("plotly",))


def _data(drawn: Drawn, config: dict[str, object]) -> dict[str, Any]:
    return {
        "plotly": plotly_script(),
        "figure": drawn.json,
        "height": drawn.height,
        "colours": style.THEMED,
        "config": config,
    }


@cache
def plotly_script() -> str:
    """The file with plotly.js that Streamlit (1.67) brings along, beside the script that its page starts with."""
    [found] = (Path(st.__file__).parent / "static" / "static" / "js").glob("PlotlyChart.*.js")
    return found.name
