"""The names of areas on a map, with their figures, and the room that they take."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import plotly.graph_objects as go

from lrn import geo, style
from lrn import vocabulary as v

_LETTER, _LINE = 0.56, 1.25  # width and height of a letter, as a part of its size
_LONG = 14  # letters in a name that still fit on one line in a small part of a map

Name = tuple[float, float, str]
"""Longitude and latitude of its middle, and the name, in HTML."""


def network(
    figures: Mapping[str, str], *, compact: bool, municipalities: Mapping[str, str] | None = None
) -> list[go.Scattergeo]:
    """The names of the places and, unless *compact*, of the key municipalities; and of what lies around them.

    *figures* are written below the names of places, by code: with some of the places, only those stand out. With a
    few *municipalities* (their figures) the map is of those: only they are named, and the places in small to know
    where one is.
    """
    if municipalities is not None:
        chosen = [
            (*geo.municipality_label(code), _with(_in_two_lines(v.GEMEENTE[code].naam), figure))
            for code, figure in municipalities.items()
        ]
        where = [
            (*geo.place_label(code, spread=not compact), v.PLAATS_OP_KAART[code])
            for code in v.KIESBARE_PLAATSEN
            if code not in municipalities
        ]
        return [_trace(chosen, size=13, bold=True), _trace(where, size=11, bold=False, colour=style.INK_SOFT)]
    named = {
        code: (*geo.place_label(code, spread=not compact), _with(v.PLAATS_OP_KAART[code], figures.get(code)))
        for code in v.KIESBARE_PLAATSEN
    }
    ours = standing_out(figures)
    places = [name for code, name in named.items() if code in ours]
    around = [name for code, name in named.items() if code not in ours]
    around += [(*geo.municipality_label(code), v.GEMEENTE[code].naam) for code in v.OMGEVING]
    return [
        *([] if compact else [_trace(_key_municipalities(), size=12, bold=False)]),
        _trace(places, size=13, bold=True),
        _trace(around, size=11, bold=False, colour=style.INK_SOFT),
    ]


def standing_out(chosen: Collection[str] | None) -> list[str]:
    """The codes of the places whose names stand out: our own, of those that were *chosen* (none or nothing: all).

    Context, which lies around them, does so when nothing else was chosen.
    """
    return [code for code in v.EIGEN_PLAATSEN if not chosen or code in chosen] or list(chosen or ())


def zoomed(figures: Mapping[str, str], *, chosen: str, window: geo.Window) -> list[go.Scattergeo]:
    """The names of all municipalities in *window*; those in the area *chosen* are bold, with their *figures*."""
    ours, around = [], []
    for code, municipality in v.GEMEENTE.items():
        name = _in_two_lines(municipality.naam)
        at = _inside(code, window, max(map(len, name.split("<br>"))))
        if at is None:
            continue
        if chosen in (code, v.place_of_municipality(code)):
            ours.append((*at, _with(name, figures.get(code))))
        else:
            around.append((*at, name))
    return [_trace(ours, size=12, bold=True), _trace(around, size=11, bold=False, colour=style.INK_SOFT)]


def boxes(traces: Iterable[go.Scattergeo], *, km_per_pixel: float) -> list[geo.Window]:
    """About the room that each name in *traces* takes on a map of that scale, in degrees."""
    found = []
    for trace in traces:
        size = trace.textfont.size * km_per_pixel
        for lon, lat, text in zip(trace.lon, trace.lat, trace.text, strict=True):
            lines = text.split("<br>")
            across, up = (size * _LETTER * max(map(len, lines)), size * _LINE * len(lines)) / geo.KM / 2
            found.append(((lon - across, lon + across), (lat - up, lat + up)))
    return found


def _with(name: str, figure: str | None) -> str:
    return name if figure is None else f"{name}<br>{figure}"


def _key_municipalities() -> list[Name]:
    found = []
    for code in v.SLEUTELGEMEENTEN:
        name = v.GEMEENTE[code].naam
        if code not in v.PLAATS:  # a place too: it is named as one
            found.append((*geo.municipality_label(code), name.replace("-", "-<br>", 1) if len(name) > 18 else name))
    return found


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


def _trace(names: list[Name], *, size: int, bold: bool, colour: str = style.INK) -> go.Scattergeo:
    return go.Scattergeo(
        lon=[lon for lon, _, _ in names],
        lat=[lat for _, lat, _ in names],
        text=[text for _, _, text in names],
        mode="text",
        textfont={"size": size, "color": colour, "weight": 700 if bold else 400, "shadow": style.HALO},
        hoverinfo="skip",
        showlegend=False,
    )
