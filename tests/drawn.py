"""The charts on a page under AppTest: what the browser is given to draw."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from streamlit.testing.v1 import AppTest


@dataclass(frozen=True)
class OnPage:
    """One chart: its key, what it tells to somebody who cannot see it, and its figure as plain data."""

    key: str
    alt: str
    figure: dict[str, Any]


def charts_on(at: AppTest) -> list[OnPage]:
    """The charts on the page, in order."""
    return [found for element in at.get("bidi_component") for found in of(element.proto)]


def figure_on(at: AppTest, key: str) -> dict[str, Any]:
    """The figure of the chart *key*, which must be on the page."""
    return next(chart.figure for chart in charts_on(at) if chart.key == key)


def of(proto: Any) -> Iterator[OnPage]:
    """The chart that is told to the browser in *proto*, a message of any component."""
    if proto.component_name == "lrn_chart":
        data = json.loads(proto.json)
        if data.get("ahead"):
            return  # nobody sees it yet
        yield OnPage(proto.id.rsplit("-", 1)[-1], data["alt"], json.loads(data["figure"]))
