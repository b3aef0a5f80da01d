"""The names of areas on a map, with their figures, and the room that they take."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import plotly.graph_objects as go
import shapely

from lrn import geo, style
from lrn import vocabulary as v

_CLEAR, _IN = 0.15, 0.35  # of the size of a figure: beside it to the nearest name, and from its middle to a border
_LETTER, _LINE = 0.56, 1.25  # width and height of a letter, as a part of its size
MOST_NAMED = 6  # municipalities that were chosen and are named with their figure; more would not be legible
_LONG = 14  # letters in a name that still fit on one line in a small part of a map


class Name(NamedTuple):
    """Longitude and latitude of its middle, the name in HTML, and how it is written."""

    lon: float
    lat: float
    text: str
    size: int
    bold: bool = False
    colour: str = style.INK


def network(
    figures: Mapping[str, str], *, compact: bool, km_per_pixel: float, alone: Mapping[str, str] | None = None
) -> list[Name]:
    """The names of the places and, unless *compact*, of the key municipalities; and of what lies around them.

    *figures* are written below the names of places, by code: with some of the places, only those stand out. Those of
    municipalities stand *alone* where no name is, as there is no room for one, and else below the name: where they
    would touch another name they are set aside within their area, or left out.
    """
    alone = alone or {}
    keys = [] if compact else [code for code in v.SLEUTELGEMEENTEN if code not in v.PLAATS]
    named = [Name(*_key(code, alone.get(code)), 12) for code in keys]
    around = []
    for code in v.KIESBARE_PLAATSEN:
        figure = figures.get(code, alone.get(code))  # Woerden is a municipality too
        at, name = geo.place_label(code, spread=not compact), _with(v.PLAATS_OP_KAART[code], figure)
        if code in standing_out(figures):
            named.append(Name(*at, name, 13, bold=True))
        else:
            around.append(_context(*at, name))
    around += [_context(*geo.municipality_label(code), v.GEMEENTE[code].naam) for code in v.OMGEVING]
    found = [*named, *around]
    for code, figure in alone.items():
        if code not in (*keys, *v.PLAATS) and not v.is_context(code):
            clear = _clear(code, boxes(found, km_per_pixel=km_per_pixel), 11 * km_per_pixel, len(figure))
            found += [Name(*clear, figure, 11)] if clear else []
    return found


def _clear(code: str, taken: list[geo.Window], size: float, letters: int) -> tuple[float, float] | None:
    """Where in a municipality a figure of *size* (km) is clear of what is *taken*, as near to its middle as can be."""
    middle = np.array(geo.label_points()[code]) * geo.KM
    across, up = geo.flat(code).bounds[:2], geo.flat(code).bounds[2:]
    points = np.vstack([middle, geo.honeycomb(*across, *up, size / 2)])
    inside = points[shapely.contains_xy(shapely.buffer(geo.flat(code), -size * _IN), *points.T)]
    aside = np.array([_LETTER * letters / 2 + _CLEAR, _LINE / 2]) * size
    for (west, east), (south, north) in taken:
        left, bottom = np.array([west, south]) * geo.KM - aside
        right, top = np.array([east, north]) * geo.KM + aside
        inside = inside[~((inside > [left, bottom]) & (inside < [right, top])).all(axis=1)]
    if not len(inside):
        return None
    lon, lat = inside[((inside - middle) ** 2).sum(axis=1).argmin()] / geo.KM
    return float(lon), float(lat)


def of_few(figures: Mapping[str, str], *, compact: bool) -> list[Name]:
    """The names of a few municipalities with their *figures*; to know where one is, also the key ones and the places.

    Those are in small, and a map that is *compact* leaves the key municipalities out.
    """
    chosen = [
        Name(*geo.municipality_label(code), _with(_in_two_lines(v.GEMEENTE[code].naam), figure), 13, bold=True)
        for code, figure in figures.items()
    ]
    keys = [] if compact else [code for code in v.SLEUTELGEMEENTEN if code not in (*v.PLAATS, *figures)]
    where = [
        _context(*geo.place_label(code, spread=not compact), v.PLAATS_OP_KAART[code])
        for code in v.KIESBARE_PLAATSEN
        if code not in figures
    ]
    return [*chosen, *(_context(*_key(code)) for code in keys), *where]


def standing_out(chosen: Collection[str] | None) -> list[str]:
    """The codes of the places whose names stand out: our own, of those that were *chosen* (none or nothing: all).

    Context, which lies around them, does so when nothing else was chosen.
    """
    return [code for code in v.EIGEN_PLAATSEN if not chosen or code in chosen] or list(chosen or ())


def zoomed(figures: Mapping[str, str], *, chosen: str, window: geo.Window, on_light: bool) -> list[Name]:
    """The names of all municipalities in *window*; those in the area *chosen* are bold, with their *figures*.

    The others lie on what is faint, which is dark on a dark page unless the whole map is *on_light* ground.
    """
    ours, around = [], []
    for code, municipality in v.GEMEENTE.items():
        name = _in_two_lines(municipality.naam)
        at = _inside(code, window, max(map(len, name.split("<br>"))))
        if at is None:
            continue
        if chosen in (code, v.place_of_municipality(code)):
            ours.append(Name(*at, _with(name, figures.get(code)), 12, bold=True))
        else:
            around.append(Name(*at, name, 11, colour=style.INK_SOFT if on_light else style.TEXT))
    return [*ours, *around]


def layer(names: Sequence[Name]) -> go.Scattergeo:
    """All *names* in one layer of the map."""
    return go.Scattergeo(
        lon=[name.lon for name in names],
        lat=[name.lat for name in names],
        text=[name.text for name in names],
        mode="text",
        textfont={
            "size": [name.size for name in names],
            "color": [name.colour for name in names],
            "weight": [700 if name.bold else 400 for name in names],
            "shadow": ["auto" if name.colour == style.TEXT else style.HALO for name in names],
        },
        hoverinfo="skip",
        showlegend=False,
    )


def boxes(names: Iterable[Name], *, km_per_pixel: float) -> list[geo.Window]:
    """About the room that each of *names* takes on a map of that scale, in degrees."""
    found = []
    for name in names:
        size, lines = name.size * km_per_pixel, name.text.split("<br>")
        across, up = (size * _LETTER * max(map(len, lines)), size * _LINE * len(lines)) / geo.KM / 2
        found.append(((name.lon - across, name.lon + across), (name.lat - up, name.lat + up)))
    return found


def _context(lon: float, lat: float, name: str) -> Name:
    return Name(lon, lat, name, 11, colour=style.INK_SOFT)


def _with(name: str, figure: str | None) -> str:
    return name if figure is None else f"{name}<br>{figure}"


def _key(code: str, figure: str | None = None) -> tuple[float, float, str]:
    """Where a key municipality is named, and its name."""
    name = v.GEMEENTE[code].naam
    return (*geo.municipality_label(code), _with(name.replace("-", "-<br>", 1) if len(name) > 18 else name, figure))


def _in_two_lines(name: str) -> str:
    """A long name broken after its first part, to fit on a small part of a map."""
    if len(name) <= _LONG:
        return name
    return name.replace("-", "-<br>", 1) if "-" in name else name.replace(" ", "<br>", 1)


def _inside(code: str, window: geo.Window, letters: int) -> tuple[float, float] | None:
    """Where in *window* a name of so many *letters* is written without being cut off on a laptop; None: nowhere.

    That is where it always is, and when this is outside the window, in the middle of the part that is seen.
    """
    (west, east), (south, north) = window
    half, up = (east - west) * 0.006 * letters, (north - south) * 0.04
    edge = (east - west) * 0.01 + half
    inner = ((west + edge, east - edge), (south + up, north - up))
    at = geo.municipality_label(code, zoomed=True)
    if all(low < value < high for value, (low, high) in zip(at, inner, strict=True)):
        return at
    return geo.part_label(code, inner, room=half)
