"""Activities as marks on the map: coloured by kind, a shape for each colour, open where only the region is known."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from lrn import style, texts
from lrn import vocabulary as v
from lrn.charts.declutter import GROUP
from lrn.charts.ground import SECOND, legend_entry
from lrn.charts.markup import hover

_OPEN = "open: alleen regio bekend"
_ASIDE = "Hier iets opzij gezet, om geen ander punt te bedekken"


def traces(*, marks: pd.DataFrame, chosen: str | None = None, focus: bool = False) -> list[go.Scattergeo]:
    """The marks of ``lrn.charts.declutter``, in one layer, with an entry in the legend for each kind.

    ``customdata`` of a mark is ``activiteit:<ID>``, or ``gebied:<code>`` when it stands for all activities in an area
    and has their number in it. With *focus* those outside the chosen area are faint. The activity *chosen* gets a
    ring.
    """
    # The same look whatever is selected: by its place among all groups.
    single, groups = marks[marks["aantal"] == 1], marks[marks["aantal"] > 1]
    known = dict(zip(single["groep"], single["groep_nr"], strict=True))
    looks = {code: style.MARKS[int(nr)] for code, nr in known.items() if code not in ("", REST)}
    looks |= {REST: style.OTHER_MARK, "": style.EMPTY_MARK}
    names = dict(zip(single["groep"], single["groep_naam"], strict=True))
    return [
        *(_singles(shown, looks, opacity) for opacity, shown in _by_opacity(single, focus)),
        *(_groups(shown, opacity) for opacity, shown in _by_opacity(groups, focus)),
        *_ring(marks[marks["ids"].map(lambda ids: chosen in ids).astype(bool)]),
        *(_legend_entry(name, *looks[code]) for code, name in names.items()),
        *([_legend_entry(_OPEN, style.TEXT, "square-open", style.TEXT)] if (single["hoe"] == "regio").any() else []),
        *([_legend_entry("getal: zoveel bijeen", "#FFFFFF", "circle", style.OUTLINE)] if len(groups) else []),
    ]


REST = "rest"  # the code of kinds that are taken together


def _by_opacity(marks: pd.DataFrame, focus: bool) -> list[tuple[float, pd.DataFrame]]:
    """The marks that are faint, and the others, as far as there are any."""
    faint = ~marks["binnen"].astype(bool) & focus
    return [(opacity, part) for opacity, part in ((0.3, marks[faint]), (1.0, marks[~faint])) if len(part)]


def _singles(marks: pd.DataFrame, looks: dict[str, tuple[str, str]], opacity: float) -> go.Scattergeo:
    size, is_open = int(marks["px"].max()), [how == "regio" for how in marks["hoe"]]
    colours, symbols = zip(*(looks[code] for code in marks["groep"]), strict=True)
    edges = [_edge(colour, is_open=known) for colour, known in zip(colours, is_open, strict=True)]
    return go.Scattergeo(
        lon=marks["lon"].tolist(),
        lat=marks["lat"].tolist(),
        mode="markers",
        marker={
            "color": colours,
            "symbol": [f"{name}-open" if known else name for name, known in zip(symbols, is_open, strict=True)],
            "size": size,
            "line": {"color": edges, "width": [2 if known else 1 if size > 6 else 0.5 for known in is_open]},
        },
        opacity=opacity,
        text=[
            hover(*lines.split("\n"), *([_ASIDE] if aside else []))
            for lines, aside in zip(marks["tekst"], marks["opzij"], strict=True)
        ],
        customdata=[f"activiteit:{identity}" for identity in marks["id"]],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _edge(colour: str, *, is_open: bool) -> str:
    """The colour of the line around a mark: an open shape is drawn by it."""
    if is_open:
        return colour
    return style.OUTLINE if colour == style.EMPTY_MARK[0] else "#FFFFFF"


def _groups(marks: pd.DataFrame, opacity: float) -> go.Scattergeo:
    told = [
        hover(_AREAS[area], f"{texts.activities(amount)}: te dicht bijeen om elk apart te tekenen")
        for area, amount in zip(marks["gebied"], marks["aantal"], strict=True)
    ]
    return go.Scattergeo(
        lon=marks["lon"].tolist(),
        lat=marks["lat"].tolist(),
        mode="markers+text",
        marker={"color": "#FFFFFF", "size": GROUP, "line": {"color": style.OUTLINE, "width": 1.5}},
        opacity=opacity,
        text=[texts.number(amount) for amount in marks["aantal"]],
        textfont={"size": 11, "color": style.INK},
        hovertext=told,
        hovertemplate="%{hovertext}<extra></extra>",
        customdata=[f"gebied:{area}" for area in marks["gebied"]],
        showlegend=False,
    )


_AREAS = v.PLAATS_NAMEN | {code: known.naam for code, known in v.GEMEENTE.items()}


def _legend_entry(name: str, colour: str, symbol: str, edge: str = "") -> go.Scattergeo:
    """A kind in the legend, which lies on the page itself: with the white edge that it has on the map."""
    edge = edge or _edge(colour, is_open=False)
    marker = {"symbol": symbol, "size": 11, "color": colour, "line": {"color": edge, "width": 1}}
    return legend_entry(name, legend=SECOND, mode="markers", marker=marker)


def _ring(marks: pd.DataFrame) -> list[go.Scattergeo]:
    if marks.empty:
        return []
    sizes = [12 + (GROUP if n > 1 else px) for n, px in zip(marks["aantal"], marks["px"], strict=True)]
    return [
        go.Scattergeo(
            lon=marks["lon"].tolist(),
            lat=marks["lat"].tolist(),
            mode="markers",
            marker={"symbol": "circle-open", "size": sizes, "color": colour, "line": {"color": colour, "width": width}},
            hoverinfo="skip",
            showlegend=False,
        )
        for colour, width in (("#FFFFFF", 6), (style.OUTLINE, 3))  # as the border of an area that is chosen
    ]
