"""Ingredients more closely: the accent of a place, and where the register shows what is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lrn import style, texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.charts.markup import typed

ROW = 38  # pixels a row takes: a name, and small figures below it
MOST_DIFFERENT = 0.1  # a smaller difference than this does not fill the width


def accent_dots(*, frame: pd.DataFrame, within: str, chosen: int | None = None) -> go.Figure:
    """The difference with what a place is laid beside per ingredient (a frame of ``accents``), 1 on top.

    That is zero; *within* says where it is counted ("in het hele netwerk"). A dot has its difference beside it, and
    below the ingredient's name stand both counts. ``customdata`` of a dot is its nr; with *chosen* the others are drawn
    lighter.
    """
    rows = list(range(len(frame)))
    colours = [style.faint(style.ACCENT) if chosen is not None and nr != chosen else style.ACCENT for nr in frame["nr"]]
    apart = [float(share) * 100 for share in frame["verschil"]]
    figure = go.Figure(layout=style.layout(height=ROW * len(rows) + 56, bargap=0.86))
    figure.add_bar(y=rows, x=apart, orientation="h", marker={"color": colours}, hoverinfo="skip")
    figure.add_scatter(
        y=rows,
        x=apart,
        mode="markers+text",
        marker={"size": 13, "color": colours},
        text=[f"  {texts.points(share)}  " for share in frame["verschil"]],
        textposition=["middle left" if share < 0 else "middle right" for share in apart],
        cliponaxis=False,
        customdata=[int(nr) for nr in frame["nr"]],
        hovertext=[_beside(row, within) for row in frame.to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    reach = max(*map(abs, apart), MOST_DIFFERENT * 100) * 1.6
    figure.add_shape(x0=0, x1=0, y0=-0.5, y1=len(rows) - 0.5, line={"color": style.RULE, "width": 2}, layer="below")
    for x, anchor, words in ((-reach, "left", "← minder vaak"), (reach, "right", "vaker →")):
        figure.add_annotation(
            x=x, y=-0.75, xanchor=anchor, text=words, showarrow=False, font={"size": 11}, opacity=0.75
        )
    figure.update_xaxes(visible=False, range=[-reach, reach], fixedrange=True)
    _name_rows(figure, frame, lambda row: f"{_part(row, '')} · {_part(row, '_netwerk')}")
    return figure


def _part(row: Row, of: str) -> str:
    """How many of how many: "6 van 9"."""
    return f"{texts.number(row[f'aantal{of}'])} van {texts.number(row[f'totaal{of}'])}"


def _beside(row: Row, within: str) -> str:
    here = texts.percentage(row["aandeel"], row["totaal"])
    network = texts.percentage(row["aandeel_netwerk"], row["totaal_netwerk"])
    return (
        f"<b>{row['nr']}. {row['naam']}</b><br>{_part(row, '')} hier ({here})<br>"
        f"{_part(row, '_netwerk')} {typed(within)} ({network})<br>"
        f"verschil {texts.points(row['verschil'])} procentpunten"
    )


SEGMENTS = {
    "beide": (style.ACCENT, "#FFFFFF"),
    "alleen_genoemd": (style.faint(style.ACCENT), style.TEXT),
    "alleen_te_zien": (style.faint(style.PLACE_AROUND), style.TEXT),
}
"""The colour of each part of a bar, and of the figure in it."""


def claimed_and_supported(*, frame: pd.DataFrame, chosen: tuple[int, str] | None = None) -> go.Figure:
    """Per ingredient (nr, naam and a count for each of ``texts.CLAIMED_AND_SUPPORTED``) what is named, shown, or both.

    ``customdata`` of a part is ``[nr, name of the part]``; *chosen*, such a pair, gets an outline.
    """
    rows = list(range(len(frame)))
    legend = {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0}
    figure = go.Figure(
        layout=style.layout(
            height=34 * len(rows) + 70,
            barmode="stack",
            bargap=0.3,
            showlegend=True,
            legend=legend | {"traceorder": "normal", "itemclick": False, "itemdoubleclick": False},
            uniformtext={"minsize": 10, "mode": "hide"},  # a part too narrow for its figure tells it on hover
        )
    )
    for part, (colour, ink) in SEGMENTS.items():
        words = texts.CLAIMED_AND_SUPPORTED[part]
        ids: list[Any] = [[int(nr), part] for nr in frame["nr"]]
        figure.add_bar(
            y=rows,
            x=[int(n) for n in frame[part]],
            orientation="h",
            name=words,
            text=[texts.number(n) if n else "" for n in frame[part]],
            textposition="inside",
            insidetextanchor="middle",
            insidetextfont={"color": ink},
            textangle=0,
            customdata=ids,
            hovertext=[
                f"<b>{nr}. {name}</b><br>{texts.activities(int(n))} {words}"
                for nr, name, n in zip(frame["nr"], frame["naam"], frame[part], strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={
                "color": colour,
                "line": {"color": style.TEXT, "width": [2 if (nr, part) == chosen else 0 for nr in frame["nr"]]},
            },
        )
    figure.update_xaxes(visible=False, fixedrange=True)
    _name_rows(figure, frame)
    return figure


def _name_rows(figure: go.Figure, frame: pd.DataFrame, below: Callable[[Row], str] | None = None) -> None:
    """Number and short name of each ingredient on the axis, and in small what *below* says of its row."""
    names = [
        v.INGREDIENT[row["nr"]].label + (f"<br><span style='font-size:10px'>{below(row)}</span>" if below else "")
        for row in frame.to_dict("records")
    ]
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=names,
        range=[len(names) - 0.4, -1 if below else -0.6],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=True,
        ticklabelstandoff=6,
        title=None,
        tickfont=style.TICKS,
    )
