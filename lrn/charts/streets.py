"""Streets under the map: picture tiles of PDOK, asked for by the browser and only when they are wanted.

No WebGL and no map library: the tiles lie on hidden axes that cover the map exactly. plotly.js leaves out a picture
that does not arrive, so without the internet the map is as it was.
"""

from __future__ import annotations

from math import ceil, floor, pi
from typing import Any

from lrn import geo

# Kadaster's BRT-Achtergrondkaart (CC BY 4.0), in the grey that leaves the colours to what lies on it.
TILES = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png"
_MOST = 40  # tiles in one picture


def layers(window: geo.Window, domain: dict[str, list[float]]) -> dict[str, Any]:
    """The parts of a layout that show streets in *window* within *domain* of the figure: images and their axes.

    The axes count tiles at the chosen zoom level, from the north west of the world.
    """
    zoom = next(z for z in range(14, 5, -1) if _amount(window, z) <= _MOST)
    west, east, north, south = _tiles(window, zoom)
    hidden = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return {
        "images": [
            {
                "source": TILES.format(z=zoom, x=x, y=y),
                "xref": "x",
                "yref": "y",
                "x": x,
                "y": y,
                "sizex": 1,
                "sizey": 1,
                "sizing": "stretch",
                "layer": "below",
            }
            for x in range(floor(west), ceil(east))
            for y in range(floor(north), ceil(south))
        ],
        "xaxis": {"range": [west, east], "domain": domain["x"], **hidden},
        "yaxis": {"range": [south, north], "domain": domain["y"], "scaleanchor": "x", **hidden},
    }


def _tiles(window: geo.Window, zoom: int) -> tuple[float, float, float, float]:
    """West, east, north and south of *window* in tiles at *zoom*."""
    (west, east), (south, north) = window
    across = [2**zoom * (lon + 180) / 360 for lon in (west, east)]
    down = [2**zoom * (1 - geo.mercator(lat) / pi) / 2 for lat in (north, south)]
    return across[0], across[1], down[0], down[1]


def _amount(window: geo.Window, zoom: int) -> int:
    west, east, north, south = _tiles(window, zoom)
    return (ceil(east) - floor(west)) * (ceil(south) - floor(north))
