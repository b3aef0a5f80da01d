"""The land around the network on a map of a slide: pale, so that the network lies in its country, by the sea."""

from __future__ import annotations

from typing import Any

from lrn import geo, style
from lrn.charts import shapes
from lrn.export.slides.outlines import Project, outlined
from lrn.export.slides.page import Page, filled, named

_PIXELS = 700  # of the height of such a map, for how fine it is drawn


def draw(page: Page, bounds: geo.Window, project: Project) -> list[Any]:
    """Two shapes within *bounds*: the land, and the borders of the municipalities around ours."""
    (_, (south, north)) = bounds
    scale = (north - south) * float(geo.KM[1]) / _PIXELS
    shape = shapes.land(window=bounds, km_per_pixel=scale, margin=0)
    land = outlined(page, shapes.rings(shape), project)
    borders = outlined(page, shapes.borders(window=bounds, km_per_pixel=scale, margin=0), project, closed=False)
    made = []
    if land is not None:
        filled(land, style.AROUND_ON_PAPER)
        made.append(named(land, "Omgeving", "Het land rond het netwerk"))
    if borders is not None:
        filled(borders, None, line=style.AROUND_LINE_ON_PAPER, thick=0.5)
        made.append(named(borders, "Grenzen in de omgeving", "De grenzen van de gemeenten rond het netwerk"))
    return made
