"""The map: areas as SVG choropleths with labels, without a tile server, a glyph server or WebGL."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lrn import geo, style, texts
from lrn import vocabulary as v
from lrn.charts.alt import Alt

# plotly.js asks a CDN for its world map and stays blank without it; an empty topology in the URL itself cures that.
_EMPTY = {"type": "Topology", "arcs": [], "objects": {}}
_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
_EMPTY["objects"] = {name: {"type": "GeometryCollection", "geometries": []} for name in _LAYERS}
TOPOLOGY_URL = f"data:application/json,{json.dumps(_EMPTY, separators=(',', ':'))}#"
CONFIG: dict[str, Any] = {"topojsonURL": TOPOLOGY_URL, "displayModeBar": False, "scrollZoom": False}


@dataclass(frozen=True)
class Measure:
    """What a map can show: a column of ``area_figures``, its Dutch name, its definition, and whether it is a share."""

    column: str
    label: str
    definition: str
    is_share: bool = False


MEASURES: dict[str, Measure] = {
    m.column: m
    for m in (
        Measure("activiteiten", "Activiteiten", "plaats"),
        Measure("partners", "Partners", "partners"),
        Measure("aandeel_netwerkthema", "Aandeel netwerkthema", "netwerkthema", is_share=True),
        Measure("ingredienten", "Ingrediënten", "ingredienten"),
    )
}


def area_map(
    *,
    frame: pd.DataFrame,
    level: str,
    measure: str,
    chosen: str | None = None,
    within: tuple[str, ...] | None = None,
    height: int = 560,
    compact: bool = False,
) -> go.Figure:
    """The areas of ``area_figures`` coloured by *measure* in classes; the legend gives the classes in words.

    ``location`` of an area is its code. The six key municipalities are outlined and named; Haaglanden is grey with
    its own figures, Zuidplas is context and cannot be clicked. *chosen* gets a thick outline. *compact* leaves out
    the legend and the municipalities' names, for a small map.
    """
    shapes = geo.places() if level == "plaats" else geo.municipalities()
    what = MEASURES[measure]
    ours = frame[~frame["code"].map(_is_context)]
    if within is not None:
        left_out = ours[~ours["code"].isin(within)]
        ours = ours[ours["code"].isin(within)]
    figure = go.Figure(layout=_layout(height, compact))
    for title, colour, part in _classes(ours, what):
        figure.add_trace(_areas(shapes, part, colour, hover=True))
        if not compact:
            figure.add_trace(_legend_entry(title, colour))
    if within is not None:
        figure.add_trace(_areas(shapes, left_out, style.NOT_CHOSEN, hover=True))
        if not compact:
            figure.add_trace(_legend_entry("niet gekozen", style.NOT_CHOSEN))
    around = frame[frame["code"].map(_is_context) & (frame["code"] != v.ZUIDPLAS)]
    figure.add_trace(_areas(shapes, around, style.CONTEXT, hover=True))
    if not compact:
        figure.add_trace(_legend_entry(f"{_CONTEXT_NAMES} (context)", style.CONTEXT))
    zuidplas = pd.DataFrame({"code": [v.ZUIDPLAS]})
    figure.add_trace(_areas(geo.municipalities(), zuidplas, style.CONTEXT, hover=False))
    for code in v.EIGEN_PLAATSEN:
        figure.add_trace(_outline(geo.places(), [code], style.PLACE_COLOURS[code], 2.0))
    if not compact:
        figure.add_trace(_outline(geo.municipalities(), list(v.SLEUTELGEMEENTEN), style.OUTLINE, 1.4))
        figure.add_trace(_labels(_municipality_labels(), size=12, bold=False))
    if chosen:
        figure.add_trace(_outline(shapes, [chosen], style.OUTLINE, 4))
    figure.add_trace(_labels(_place_labels(frame, level, what, compact, within), size=13, bold=True))
    figure.add_trace(_labels(_context_labels(frame, level, what, within), size=11, bold=False, colour=style.INK_SOFT))
    return figure


def describe(measure: str) -> Alt:
    """An alt text for the map of *measure*: the areas of ``area_figures`` with the highest and the lowest value."""
    what = MEASURES[measure]

    def tell(frame: pd.DataFrame) -> str:
        ours = frame[~frame["code"].map(_is_context)]
        known = ours[ours["activiteiten"] >= texts.FEW] if what.is_share else ours
        if known.empty:
            return f"Kaart van {what.label.lower()}: overal minder dan {texts.FEW} activiteiten"
        top, low = known.iloc[known[what.column].argmax()], known.iloc[known[what.column].argmin()]
        most, least = (
            texts.percentage(row[what.column], 1) if what.is_share else texts.number(row[what.column])
            for row in (top, low)
        )
        return (
            f"Kaart van {what.label.lower()}: het meest in {top['naam']} ({most}), het minst in {low['naam']} ({least})"
        )

    return tell


def _layout(height: int, compact: bool) -> dict[str, Any]:
    return style.layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        showlegend=not compact,
        legend={
            "orientation": "h",
            "y": 0,
            "yanchor": "top",
            "x": 0,
            "itemclick": False,
            "itemdoubleclick": False,
            "bgcolor": "rgba(0,0,0,0)",
        },
        # Without mercator the region comes out stretched; visible=False leaves the world's coastlines out.
        geo={
            "visible": False,
            # Not fitbounds: it leaves a wide margin, and the network should fill its frame.
            "lonaxis": {"range": list(geo.bounds()[0])},
            "lataxis": {"range": list(geo.bounds()[1])},
            "projection": {"type": "mercator"},
            "bgcolor": "rgba(0,0,0,0)",
            "domain": {"x": [0, 1], "y": [0.0 if compact else 0.07, 1]},
        },
    )


def _is_context(code: str) -> bool:
    return code == v.HAAGLANDEN or (code in v.GEMEENTE and v.place_of_municipality(code) not in v.EIGEN_PLAATSEN)


def _classes(frame: pd.DataFrame, what: Measure) -> list[tuple[str, str, pd.DataFrame]]:
    """(legend text, colour, rows) of each class, also of those that are empty now: the legend stays the same."""
    values = frame[what.column]
    if not what.is_share:
        return [(b.label, b.colour, frame[values.map(b.holds)]) for b in style.count_breaks(values)]
    few = frame["activiteiten"] < texts.FEW
    found = [(b.label, b.colour, frame[~few & values.map(b.holds)]) for b in style.share_breaks()]
    return [*found, (f"minder dan {texts.FEW} activiteiten", style.NO_DATA, frame[few])]


def _legend_entry(name: str, colour: str) -> go.Scattergeo:
    """A line of the legend: of its own, so that classes without areas are in it too."""
    return go.Scattergeo(
        lon=[None],
        lat=[None],
        mode="markers",
        marker={"symbol": "square", "size": 14, "color": colour},
        name=name,
        showlegend=True,
        hoverinfo="skip",
    )


def _areas(shapes: dict[str, Any], part: pd.DataFrame, colour: str, *, hover: bool) -> go.Choropleth:
    return go.Choropleth(
        geojson=geo.only(shapes, part["code"]),
        locations=list(part["code"]),
        z=[1] * len(part),
        colorscale=[[0, colour], [1, colour]],
        showscale=False,
        marker={"line": {"color": style.LINE, "width": 0.8}},
        hoverinfo="text" if hover else "skip",
        hovertext=[_hover(row) for row in part.to_dict("records")] if hover else None,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _hover(row: dict[str, Any]) -> str:
    lines = [f"<b>{row['naam']}</b>", texts.activities(row["activiteiten"])]
    if row["activiteiten"]:
        lines.append(f"{texts.count(row['partners'], 'partner doet', 'partners doen')} mee")
        share = row["aandeel_netwerkthema"]
        part = f" ({texts.percentage(share, row['activiteiten'])})" if row["activiteiten"] >= texts.FEW else ""
        lines.append(f"{texts.number(row['netwerkthema'])} op het netwerkthema{part}")
        lines.append(f"{texts.count(row['ingredienten'], 'ingrediënt', 'verschillende ingrediënten')}")
    return "<br>".join(lines)


def _outline(shapes: dict[str, Any], codes: list[str], colour: str, width: float) -> go.Choropleth:
    """Only the border of areas; it lets the pointer through to the area below."""
    return go.Choropleth(
        geojson=geo.only(shapes, codes),
        locations=codes,
        z=[1] * len(codes),
        colorscale=[[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
        showscale=False,
        marker={"line": {"color": colour, "width": width}},
        hoverinfo="skip",
    )


def _municipality_labels() -> list[tuple[float, float, str]]:
    return [
        (
            *geo.municipality_label(code),
            v.GEMEENTE[code].naam.replace("-", "-<br>", 1)
            if len(v.GEMEENTE[code].naam) > 18
            else v.GEMEENTE[code].naam,
        )
        for code in v.SLEUTELGEMEENTEN
        if code != v.WOERDEN
    ]


def _place_labels(
    frame: pd.DataFrame, level: str, what: Measure, compact: bool, within: tuple[str, ...] | None
) -> list[tuple[float, float, str]]:
    values = frame.set_index("code") if level == "plaats" else None
    labels = []
    for code in v.EIGEN_PLAATSEN:
        name = v.PLAATS_OP_KAART[code]
        if values is not None and (within is None or code in within):
            name = f"{name}<br>{_shown(values.loc[code], what)}"
        labels.append((*geo.place_label(code, spread=not compact), name))
    return labels


def _shown(row: pd.Series, what: Measure) -> str:
    if not what.is_share:
        return texts.number(row[what.column])
    few = row["activiteiten"] < texts.FEW
    return f"{texts.activities(int(row['activiteiten']))}" if few else texts.percentage(row[what.column], 1)


def _context_labels(
    frame: pd.DataFrame, level: str, what: Measure, within: tuple[str, ...] | None
) -> list[tuple[float, float, str]]:
    haaglanden = v.PLAATS_NAMEN[v.HAAGLANDEN]
    if level == "plaats" and (within is None or v.HAAGLANDEN in within):
        haaglanden += f"<br>{_shown(frame.set_index('code').loc[v.HAAGLANDEN], what)}"
    return [
        (*geo.place_label(v.HAAGLANDEN), haaglanden),
        (*geo.municipality_label(v.ZUIDPLAS), v.GEMEENTE[v.ZUIDPLAS].naam),
    ]


_CONTEXT_NAMES = texts.listing((v.PLAATS_NAMEN[v.HAAGLANDEN], v.GEMEENTE[v.ZUIDPLAS].naam))


def _labels(labels: list[tuple[float, float, str]], *, size: int, bold: bool, colour: str = style.INK) -> go.Scattergeo:
    return go.Scattergeo(
        lon=[lon for lon, _, _ in labels],
        lat=[lat for _, lat, _ in labels],
        text=[text for _, _, text in labels],
        mode="text",
        textfont={"size": size, "color": colour, "weight": 700 if bold else 400, "shadow": style.HALO},
        hoverinfo="skip",
        showlegend=False,
    )
