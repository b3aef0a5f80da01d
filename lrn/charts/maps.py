"""The map: areas as SVG choropleths with labels, without a tile server, a glyph server or WebGL."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from math import ceil
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lrn import geo, style, texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.charts import connections, declutter, ground, marks, names, shapes
from lrn.charts.alt import NAMED, Tell, those

# plotly.js asks a CDN for its world map and stays blank without it; an empty topology in the URL itself cures that.
_EMPTY = {"type": "Topology", "arcs": [], "objects": {}}
_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
_EMPTY["objects"] = {name: {"type": "GeometryCollection", "geometries": []} for name in _LAYERS}
TOPOLOGY_URL = f"data:application/json,{json.dumps(_EMPTY, separators=(',', ':'))}#"
CONFIG: dict[str, Any] = {"topojsonURL": TOPOLOGY_URL, "displayModeBar": False, "scrollZoom": False}


_ROW, _IN_ROW = 19, 3  # pixels of a row in the legend of activities and lines, and its entries on a laptop
_DRAWN = 0.84  # of that height is drawn on a laptop of 1440 pixels, where the width is what limits it (measured)
_MARGINS = {"plaats": 0.05, "gemeente": 0.45}  # around what is zoomed to, so that its neighbours are seen


@dataclass(frozen=True)
class Measure:
    """What a map can show: a column of ``area_figures``, its Dutch name and definition, and how it is counted.

    ``most`` is the highest count there can be; a share has no ``unit``.
    """

    column: str
    label: str
    definition: str
    unit: tuple[str, str] | None = None
    most: int | None = None

    @property
    def is_share(self) -> bool:
        """Whether it is a share of the activities in an area."""
        return self.unit is None


MEASURES: dict[str, Measure] = {
    m.column: m
    for m in (
        Measure("activiteiten", "Activiteiten", "", texts.COUNTED["activiteiten"]),
        Measure("partners", "Partners", "partners", texts.COUNTED["partners"]),
        Measure("aandeel_netwerkthema", "Aandeel netwerkthema", "netwerkthema"),
        Measure("ingredienten", "Ingrediënten", "ingredienten", ("ingrediënt", "ingrediënten"), len(v.INGREDIENT)),
    )
}


def area_map(
    *,
    frame: pd.DataFrame,
    level: str,
    measure: str,
    chosen: tuple[str, str] | None = None,
    within: tuple[str, ...] | None = None,
    locations: pd.DataFrame | None = None,
    pairs: pd.DataFrame | None = None,
    activity: str | None = None,
    pair: str | None = None,
    with_streets: bool = False,
    height: int = 560,
    compact: bool = False,
) -> go.Figure:
    """The areas of ``area_figures`` coloured by *measure* in classes; the legend gives the classes in words.

    ``location`` of an area is its code. The key municipalities are outlined and named; a place that is context
    is grey with its own figures, and what is only drawn to recognise the map cannot be clicked. The area *chosen*
    (level, code) gets a thick outline, and the map is zoomed to it, with the names of all municipalities; *level* is
    then gemeente. *locations* draws activities (see :mod:`lrn.charts.marks`), *pairs* lines (see
    :mod:`lrn.charts.connections`); *activity* and *pair* are the ones that stand out. *compact* leaves out the legend
    and the municipalities' names, for a small map.
    """
    what = MEASURES[measure]
    window = geo.window(chosen[1], margin=_MARGINS[chosen[0]]) if chosen else geo.bounds()
    km_per_pixel = _km_per_pixel(window, height)
    scale = ground.Scale(window, km_per_pixel)
    opacity = 0.6 if with_streets else 1.0
    data = [
        *ground.beneath(scale, opacity, land=not with_streets),
        ground.areas(scale, _filled(frame, level, what, within, chosen), opacity),
        *ground.outlines(scale, _borders(chosen, compact=compact)),
    ]
    if not compact:
        data += ground.legend(_legend(frame, what, within))
    if pairs is not None:
        data += connections.curves(pairs=pairs, chosen=pair)
    named = _names(
        frame,
        level,
        what,
        within,
        chosen,
        window,
        km_per_pixel,
        compact=compact,
        with_figures=locations is None,
        alone=locations is None and pairs is None,
        on_light=with_streets,
    )
    taken = names.boxes(named, km_per_pixel=km_per_pixel)
    if locations is not None:
        placed = declutter.declutter(marks=locations, window=window, km_per_pixel=km_per_pixel, avoid=taken)
        data += marks.traces(marks=placed, chosen=activity, focus=chosen is not None)
        taken = taken + declutter.boxes(placed, km_per_pixel=km_per_pixel)
    data.append(names.layer(named))
    if pairs is not None:
        data += connections.numbers(pairs=pairs, window=window, avoid=taken, chosen=pair)
    entries = sum(trace.legend == ground.SECOND for trace in data)
    above = _ROW * ceil(entries / _IN_ROW) + 12 if entries else 0
    layout = ground.layout(
        height=height,
        above=above,
        compact=compact,
        window=window,
        is_share=what.is_share,
        with_streets=with_streets,
    )
    return go.Figure(data, layout)


def _borders(chosen: tuple[str, str] | None, *, compact: bool) -> list[shapes.Border]:
    """The areas with a border of their own: our places, the key municipalities, and what is *chosen*."""
    return [
        *(([code], style.place_colour(code), 2.0) for code in v.EIGEN_PLAATSEN),
        *([] if compact else [(v.SLEUTELGEMEENTEN, style.OUTLINE, 1.4)]),
        # Two lines: dark shows on a pale area, white on the dark page around it.
        *([([chosen[1]], "#FFFFFF", 6.0), ([chosen[1]], style.OUTLINE, 3.0)] if chosen else []),
    ]


def _names(
    frame: pd.DataFrame,
    level: str,
    what: Measure,
    within: tuple[str, ...] | None,
    chosen: tuple[str, str] | None,
    window: geo.Window,
    km_per_pixel: float,
    *,
    compact: bool,
    with_figures: bool,
    alone: bool,
    on_light: bool,
) -> list[names.Name]:
    """The names on the map, with the figures of the areas that are coloured: within an area only *with_figures*.

    A figure without a name stands only where it is *alone*, and cannot be taken for that of marks or lines.
    """
    figures = {row["code"]: _shown(row, what) for row in frame.to_dict("records")}
    figures = {code: figure for code, figure in figures.items() if within is None or code in within}
    if chosen:
        shown = figures if with_figures else {}
        return names.zoomed(shown, chosen=chosen[1], window=window, on_light=on_light)
    if level == "plaats":
        return names.network(figures, compact=compact, km_per_pixel=km_per_pixel)
    if within is None or len(within) > names.MOST_NAMED:
        unsaid = set(frame.loc[texts.is_few(frame["activiteiten"]), "code"]) if what.is_share else set()
        figures = {code: figure for code, figure in figures.items() if alone and code not in unsaid}
        return names.network({}, compact=compact, km_per_pixel=km_per_pixel, alone=figures)
    return names.of_few(figures, compact=compact)


def _shown(row: Row, what: Measure) -> str:
    if not what.is_share:
        return texts.number(row[what.column])
    amount = int(row["activiteiten"])
    return texts.activities(amount) if texts.is_few(amount) else texts.percentage(row[what.column], 1)


def _km_per_pixel(window: geo.Window, height: int) -> float:
    """The scale of a map that is *height* pixels high, on a laptop; on a phone it is smaller."""
    _, (south, north) = window
    return float((north - south) * geo.KM[1] / (height * _DRAWN))


def tell(measure: str, members: Collection[str] = ()) -> Tell:
    """What the map of *measure* tells: the areas of ``area_figures`` with the highest and the lowest value.

    Of a map that is zoomed to an area of its *members* (codes) only; of one area its value alone.
    """
    what = MEASURES[measure]

    def of(frame: pd.DataFrame) -> str:
        if members:
            frame = frame[frame["code"].isin(members)]
            if frame.empty:
                return texts.NOT_CHOSEN
        ours = frame[~frame["code"].map(v.is_context)]
        shown = frame if ours.empty else ours  # only context was chosen
        known = shown[~texts.is_few(shown["activiteiten"])] if what.is_share else shown
        if known.empty:
            return f"overal {texts.FEWER}"
        values = known[what.column]
        written = values.map(lambda value: texts.percentage(value, 1) if what.is_share else texts.number(value))
        most, least = written.iloc[values.argmax()], written.iloc[values.argmin()]
        if len(known) == 1:
            return str(most) if len(members) == 1 else f"{known['naam'].iloc[0]} {most}"
        if most == least:
            return f"overal {most}"
        high, low = (known.loc[written == told, "naam"] for told in (most, least))
        told = f"het meest {those(high, of=len(known), within='in ')} ({most})"
        return told if len(low) > NAMED else f"{told}, het minst {those(low, of=len(known), within='in ')} ({least})"

    return of


def _filled(
    frame: pd.DataFrame,
    level: str,
    what: Measure,
    within: tuple[str, ...] | None,
    chosen: tuple[str, str] | None,
) -> list[tuple[pd.DataFrame, str]]:
    """(rows, colour) of every area that can be clicked, each once; those outside what is *chosen* are pale."""
    shown = frame if within is None else frame[frame["code"].isin(within)]
    context = shown["code"].map(v.is_context).astype(bool)
    parts = [(part, colour) for _, colour, part in _classes(shown[~context], what)]
    parts.append((shown[context & ~shown["code"].isin(v.OMGEVING)], style.CONTEXT))
    rest = _not_chosen(level, shown["code"])
    grey = rest["code"].map(v.is_context).astype(bool)
    parts += [(rest[~grey], style.NOT_CHOSEN), (rest[grey], style.CONTEXT)]
    if chosen is None:
        return parts
    inside = {code for code in v.GEMEENTE if chosen[1] in (code, v.place_of_municipality(code))}
    return [
        (rows, tone)
        for part, colour in parts
        for rows, tone in (
            (part[part["code"].isin(inside)], colour),
            (part[~part["code"].isin(inside)], style.faint(colour)),
        )
    ]


def _not_chosen(level: str, shown: pd.Series) -> pd.DataFrame:
    """The areas of the map that the filters on place leave out, without figures: code, naam."""
    rest = [(code, name) for code, name in v.NAMEN[level].items() if code not in {*shown, *v.OMGEVING}]
    return pd.DataFrame(rest, columns=["code", "naam"], dtype=object)


def _legend(frame: pd.DataFrame, what: Measure, within: tuple[str, ...] | None) -> list[tuple[str, str]]:
    """(words, colour) of every class, also of those that are empty now: the legend stays the same."""
    ours = frame[~frame["code"].map(v.is_context)]
    kept = ours if within is None else ours[ours["code"].isin(within)]
    entries = [(title, colour) for title, colour, _ in _classes(kept, what)]
    if within is not None:
        entries.append((texts.NOT_CHOSEN, style.NOT_CHOSEN))
    return [*entries, ("omgeving", style.CONTEXT)]


def _classes(frame: pd.DataFrame, what: Measure) -> list[tuple[str, str, pd.DataFrame]]:
    """(words, colour, rows) of each class."""
    values = frame[what.column]
    if not what.is_share:
        breaks = style.count_breaks(values, unit=what.unit, most=what.most)
        return [(b.label, b.colour, frame[_hold(values, b)]) for b in breaks]
    few = texts.is_few(frame["activiteiten"])
    found = [(b.label, b.colour, frame[~few & _hold(values, b)]) for b in style.share_breaks()]
    return [*found, (texts.FEWER, style.NO_DATA, frame[few])]


def _hold(values: pd.Series, one: style.Break) -> pd.Series:
    return values.map(one.holds).astype(bool)  # of no values at all pandas makes no booleans
