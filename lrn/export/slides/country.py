"""The land around the network on a map of a slide: pale, so that the network lies in its country, by the sea."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from lrn import geo, style
from lrn.charts import shapes
from lrn.export.slides.outlines import freeform
from lrn.export.slides.page import Page, filled, named, unstyled

_PIXELS = 700  # of the height of such a map, for how fine it is drawn


def draw(page: Page, bounds: geo.Window, project: Callable[[float, float], tuple[int, int]]) -> list[Any]:
    """Two shapes within *bounds*: the land, and the borders of the municipalities around ours."""
    (_, (south, north)) = bounds
    scale = (north - south) * float(geo.KM[1]) / _PIXELS
    shape = shapes.land(window=bounds, km_per_pixel=scale, margin=0)
    land = _freeform(page, shapes.rings(shape), project, closed=True)
    borders = _freeform(page, shapes.borders(window=bounds, km_per_pixel=scale, margin=0), project, closed=False)
    made = []
    if land is not None:
        filled(land, style.AROUND_ON_PAPER)
        made.append(named(land, "Omgeving", "Het land rond het netwerk"))
    if borders is not None:
        filled(borders, None, line=style.AROUND_LINE_ON_PAPER, thick=0.5)
        made.append(named(borders, "Grenzen in de omgeving", "De grenzen van de gemeenten rond het netwerk"))
    return made


def _freeform(
    page: Page, pieces: Iterable[np.ndarray], project: Callable[[float, float], tuple[int, int]], *, closed: bool
) -> Any | None:
    builder = None
    for piece in pieces:
        points = [project(lon, lat) for lon, lat in piece]
        if builder is None:
            builder = freeform(page, *points[0])
        else:
            builder.move_to(*points[0])
        builder.add_line_segments(points[1:-1] if closed else points[1:], close=closed)
    return None if builder is None else unstyled(builder.convert_to_shape())
