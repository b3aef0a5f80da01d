"""A matrix that can be clicked: square markers, because clicks do not arrive from heatmaps."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from lrn import style, texts
from lrn.charts.markup import hover, wrapped

Shown = Literal["aantal", "aandeel"]
ROW = 36  # pixels a row takes, unless told otherwise
_BENEATH = 22  # pixels for what is told beneath the squares
BESIDE = "Lichter: niet gekozen, om mee te vergelijken"
FEW_TEXT = f"<{texts.FEW}"


def matrix(
    *,
    frame: pd.DataFrame,
    row: str,
    column: str,
    names: tuple[str, str],
    column_labels: dict[Any, str],
    row_labels: dict[Any, str] | None = None,
    row_name: str = "",
    shown: Shown = "aantal",
    chosen: tuple[Any, Any] | None = None,
    apart: Hashable = None,
    row_height: int = ROW,
    unit: str = "activiteiten",
) -> go.Figure:
    """Squares by *row* and *column* of *frame* (with aantal, totaal, aandeel), in the order of the label dicts.

    *names* are the columns of *frame* with the full names of a row and a column, for the hover text, which counts
    *unit* (a key of ``texts.COUNTED``).

    ``customdata`` of a square is ``[row value, column value]``. Counts show as counts; shares of fewer than five
    are not drawn as shares. What *frame* says was not ``gekozen`` is fainter, and stands there to compare.
    *chosen* (row value, column value or None) gets an outline. Without
    *row_labels* the rows are named by *row_name* of *frame*, or their full names, as they come; a label without
    squares is left out. A thin line sets the first row or column *apart*, which has that value.
    """
    if row_labels is None:
        row_labels = {v: wrapped(str(name)) for v, name in zip(frame[row], frame[row_name or names[0]], strict=True)}
    row_labels, column_labels = _occurring(row_labels, frame[row]), _occurring(column_labels, frame[column])
    cells = frame[frame[row].isin(row_labels) & frame[column].isin(column_labels)]
    breaks = style.count_breaks(cells["aantal"]) if shown == "aantal" else style.share_breaks()
    ids: list[Any] = []  # Plotly's stub knows numbers only
    colours, words, inks, hovers, edges = [], [], [], [], []
    taken = cells["gekozen"] if "gekozen" in cells else pd.Series(True, index=cells.index)
    beside = not taken.all()
    if beside:  # what was chosen, whole rows or whole columns, stands out by its name too
        row_labels, column_labels = _strong(row_labels, cells[row], taken), _strong(column_labels, cells[column], taken)
    for cell in cells.to_dict("records"):
        r, c, count, total, share = (cell[name] for name in (row, column, "aantal", "totaal", "aandeel"))
        ids.append([r, c])
        few = texts.is_few(total)
        if shown == "aandeel" and few:
            colour = style.NO_DATA
            words.append(FEW_TEXT if total else "–")
        else:
            value = count if shown == "aantal" else share
            colour = next(b.colour for b in breaks if b.holds(value))
            words.append(texts.number(count) if shown == "aantal" else texts.percentage(share, 1))
        colours.append(colour if cell.get("gekozen", True) else style.faint(colour))
        inks.append(style.INK if cell.get("gekozen", True) else style.TEXT)
        basis = (
            f"op basis van {texts.counted(unit, total)}"
            if few
            else f"{texts.percentage(share, total)} van de {texts.counted(unit, total)} daar"
        )
        hovers.append(hover(" · ".join(str(cell[name]) for name in names), texts.counted(unit, count), basis))
        edges.append(2 if chosen is not None and chosen[0] == r and chosen[1] in (None, c) else 0)
    size = min(row_height - 4, 32 if len(column_labels) <= 7 else 24 if len(column_labels) <= 9 else 21)
    squares = go.Scatter(
        x=[list(column_labels).index(c) for _, c in ids],
        y=[list(row_labels).index(r) for r, _ in ids],
        mode="markers+text",
        marker={"symbol": "square", "size": size, "color": colours, "line": {"color": style.TEXT, "width": edges}},
        text=words,
        textfont={"color": inks, "size": 12 if size > 28 else 11},
        customdata=ids,
        hovertext=hovers,
        hovertemplate="%{hovertext}<extra></extra>",
    )
    height = row_height * len(row_labels) + 120 + (_BENEATH if beside else 0)
    width = 200 + (80 if len(column_labels) <= 7 else 64) * len(column_labels)
    # Room for the last slanting name, and for what is told beneath.
    margin = {"l": 0, "r": 44, "t": 8, "b": 8 + (_BENEATH if beside else 0)}
    figure = go.Figure(squares, style.layout(height=height, width=width, margin=margin))
    figure.update_xaxes(
        tickvals=list(range(len(column_labels))),
        ticktext=list(column_labels.values()),
        side="top",
        tickangle=-50,  # aslant, so that the names stand clear of each other on a phone too
        range=[-0.55, len(column_labels) - 0.45],
        **_QUIET,
    )
    figure.update_yaxes(
        tickvals=list(range(len(row_labels))),
        ticktext=list(row_labels.values()),
        range=[len(row_labels) - 0.45, -0.55],
        ticklabelstandoff=4,
        **_QUIET,
    )
    if beside:
        figure.add_annotation(
            text=BESIDE,
            x=0,
            y=0,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="top",
            showarrow=False,
            font={"size": 11},
        )
    line = {"color": style.RULE, "width": 1}
    if apart is not None and apart == next(iter(row_labels), None):
        figure.add_hline(y=0.5, line=line)
    if apart is not None and apart == next(iter(column_labels), None):
        figure.add_vline(x=0.5, line=line)
    return figure


def _occurring(labels: dict[Any, str], values: pd.Series) -> dict[Any, str]:
    there = set(values)
    return {value: label for value, label in labels.items() if value in there}


def _strong(labels: dict[Any, str], values: pd.Series, taken: pd.Series) -> dict[Any, str]:
    """*labels* with those in bold of which everything was *taken*; as they are where one is taken in part."""
    whole, some = taken.groupby(values).all(), taken.groupby(values).any()
    if not whole.equals(some):
        return labels
    return {value: f"<b>{label}</b>" if whole[value] else label for value, label in labels.items()}


_QUIET: dict[str, Any] = {
    "showgrid": False,
    "zeroline": False,
    "fixedrange": True,
    "automargin": True,
    "title": None,
    "tickfont": {"size": 11, **style.TICKS},
}
