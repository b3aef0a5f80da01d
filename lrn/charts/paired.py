"""Two areas side by side: bars in pairs on one axis. No winner: the order of the areas is that of the choice."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lrn import style, texts
from lrn.charts.alt import those
from lrn.charts.markup import hover

_ROW = 42  # pixels that two bars and their label take


def paired_bars(*, frame: pd.DataFrame, chosen: object = None) -> go.Figure:
    """Counts of two areas, a pair of bars for each code of *frame* (as ``lrn.measures.areas.paired``), in its order.

    ``customdata`` of a bar is its code; the others are paler than the code *chosen*. Shares are written behind the
    counts of five activities or more.
    """
    areas = list(frame[["level", "gebied", "gebied_naam"]].drop_duplicates().itertuples(index=False))
    figure = go.Figure(layout=_layout(len(frame) // max(len(areas), 1)))
    for position, (level, code, name) in enumerate(areas):
        rows = frame[(frame["level"] == level) & (frame["gebied"] == code)]
        colour = style.place_colour(code) if level == "plaats" else style.COMPARED[position]
        figure.add_bar(
            y=list(rows["naam"]),
            x=list(rows["aantal"]),
            orientation="h",
            name=name,
            showlegend=False,
            marker={"color": [colour if chosen in (None, c) else style.faint(colour) for c in rows["code"]]},
            text=[_written(row) for row in rows.itertuples()],
            textposition="outside",
            cliponaxis=False,
            customdata=list(rows["code"]),
            hovertext=[hover(row.naam, f"{name}: {_written(row)}") for row in rows.itertuples()],
            hovertemplate="%{hovertext}<extra></extra>",
        )
        # The legend would take the colour of the first bar, which is paler when another is chosen.
        square = {"symbol": "square", "size": 12, "color": colour}
        nowhere: Any = [None]
        figure.add_scatter(x=nowhere, y=nowhere, mode="markers", name=name, marker=square, hoverinfo="skip")
    # Room at the right for the figures.
    figure.update_xaxes(visible=False, range=[0, max(int(frame["aantal"].max() or 0), 1) * 1.5], fixedrange=True)
    figure.update_yaxes(
        autorange="reversed", fixedrange=True, automargin=True, ticklabelstandoff=6, title=None, tickfont=style.TICKS
    )
    return figure


def most_apart(frame: pd.DataFrame) -> str:
    """Where the two areas differ most."""
    counts = frame.pivot(index="naam", columns="gebied_naam", values="aantal").loc[
        list(dict.fromkeys(frame["naam"])), list(dict.fromkeys(frame["gebied_naam"]))
    ]
    one, other = counts.columns
    apart = (counts[one] - counts[other]).abs()
    if not apart.any():
        return "nergens een verschil"
    named = [
        f"{name} ({texts.number(int(counts.loc[name, one]))} en {texts.number(int(counts.loc[name, other]))})"
        for name in apart.index[apart == apart.max()]
    ]
    return f"het verschil is het grootst {those(named, of=len(apart), within='bij ')}"


def _layout(rows: int) -> dict[str, object]:
    return style.layout(
        height=_ROW * rows + 60,
        barmode="group",
        bargap=0.3,
        bargroupgap=0.05,
        showlegend=True,
        legend={
            "orientation": "h",
            "y": 1.0,
            "yanchor": "bottom",
            "x": 0,
            "itemclick": False,
            "itemdoubleclick": False,
            "traceorder": "normal",
        },
    )


def _written(row: Any) -> str:
    return texts.number(row.aantal) + texts.share_unless_few(row.aandeel, row.totaal, " · {}")
