"""Bars: ingredients and themes lying down, quarters standing up."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lrn import style, texts
from lrn.cells import Row
from lrn.charts.markup import hover, typed

ROW = 30  # pixels a bar takes


def ingredient_bars(*, frame: pd.DataFrame, chosen: int | None = None, within: str = "") -> go.Figure:
    """Activities per ingredient (nr, naam, label, vraag, aantal, totaal, aandeel), 1 on top, grouped by question.

    ``customdata`` of a bar is its nr; *chosen* is drawn darker than the others. With *within* ("in het hele netwerk")
    a thin mark says how long a bar would be at the share of the network, which *frame* then holds
    (``lrn.measures.beside.with_network``).
    """
    figure = _lying(
        labels=list(frame["label"]),
        frame=frame,
        names=[f"{nr}. {name}" for nr, name in zip(frame["nr"], frame["naam"], strict=True)],
        ids=list(frame["nr"]),
        chosen=chosen,
        within=within,
    )
    questions = list(frame["vraag"])
    for position, question in enumerate(questions):
        if position and question != questions[position - 1]:
            figure.add_hline(y=position - 0.5, line={"color": style.RULE, "width": 1})
        if position == 0 or question != questions[position - 1]:
            figure.add_annotation(
                text=question,
                x=1,
                xref="paper",
                y=position,
                xanchor="right",
                showarrow=False,
                font={"size": 10},
                opacity=0.75,
            )
    return figure


def theme_bars(*, frame: pd.DataFrame, chosen: str | None = None, within: str = "") -> go.Figure:
    """Activities per theme (thema, naam, aantal, totaal, aandeel), in the frame's order, a line below the first.

    The first row is the netwerkthema. ``customdata`` of a bar is the theme's code. *within* as for
    :func:`ingredient_bars`.
    """
    figure = _lying(
        labels=list(frame["naam"]),
        frame=frame,
        names=list(frame["naam"]),
        ids=list(frame["thema"]),
        chosen=chosen,
        within=within,
    )
    figure.add_hline(y=0.5, line={"color": style.RULE, "width": 1})
    return figure


def kind_bars(*, frame: pd.DataFrame, chosen: str | None = None, within: str = "") -> go.Figure:
    """Partners by kind (soort, naam, aantal, totaal, aandeel), in the frame's order.

    ``customdata`` of a bar is the code of the kind. *within* as for :func:`ingredient_bars`.
    """
    return _lying(
        labels=[typed(name) for name in frame["naam"]],
        frame=frame,
        names=[typed(name) for name in frame["naam"]],
        ids=list(frame["soort"]),
        chosen=chosen,
        within=within,
        unit="partners",
    )


def _lying(
    *,
    labels: list[str],
    frame: pd.DataFrame,
    names: list[str],
    ids: list[Any],
    chosen: object,
    within: str,
    unit: str = "activiteiten",
) -> go.Figure:
    total = int(frame["totaal"].iloc[0])
    counts, shares = frame["aantal"], frame["aandeel"]
    shown = with_shares(frame)
    colours = [style.faint(style.ACCENT) if chosen is not None and i != chosen else style.ACCENT for i in ids]
    hover = [
        f"<b>{name}</b><br>{texts.counted(unit, int(count))}"
        + texts.share_unless_few(share, total, f", {{}} van {texts.number(total)}")
        for name, count, share in zip(names, counts, shares, strict=True)
    ]
    lengths = marks(frame) if within else []
    if lengths:
        hover = [f"{told}<br>{_beside(row, within)}" for told, row in zip(hover, frame.to_dict("records"), strict=True)]
    bar = go.Bar(
        y=labels,  # type: ignore[arg-type]  # its stub knows no categories
        x=list(counts),
        orientation="h",
        text=shown,
        textposition="none" if lengths else "outside",
        cliponaxis=False,
        customdata=ids,
        hovertext=hover,
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"color": colours},
        showlegend=False,
    )
    figure = go.Figure(bar, style.layout(height=ROW * len(labels) + 24, bargap=0.35))
    ends = list(counts)
    if lengths:
        ends = [max(pair) for pair in zip(counts, lengths, strict=True)]
        _mark(figure, {"x": lengths, "y": labels, "customdata": ids}, f"aandeel {typed(within)}")
        beyond: dict[str, Any] = {"x": ends, "y": labels, "text": [f" {words}" for words in shown]}
        figure.add_scatter(
            **beyond, mode="text", textposition="middle right", cliponaxis=False, hoverinfo="skip", showlegend=False
        )
    # Room at the right for the figures and the question a group answers.
    figure.update_xaxes(visible=False, range=[0, max(*ends, 1) * 2], fixedrange=True)
    figure.update_yaxes(
        autorange="reversed", fixedrange=True, automargin=True, ticklabelstandoff=6, title=None, tickfont=style.TICKS
    )
    return figure


def with_shares(frame: pd.DataFrame) -> list[str]:
    """What stands beside each bar of *frame* (aantal, totaal, aandeel): 12 · 40%; of few the number alone."""
    total = int(frame["totaal"].iloc[0])
    return [
        texts.number(count) + texts.share_unless_few(share, total, " · {}")
        for count, share in zip(frame["aantal"], frame["aandeel"], strict=True)
    ]


def marks(frame: pd.DataFrame) -> list[float]:
    """How long each bar of *frame* (``lrn.measures.beside.with_network``) would be at the share of the network.

    Of a part beside the whole only shares can be compared. Nothing where they cannot, or for another frame.
    """
    if "verschil" not in frame or not frame["verschil"].notna().any():
        return []
    return list(frame["aandeel_netwerk"] * int(frame["totaal"].iloc[0]))


def _mark(figure: go.Figure, on_bars: dict[str, Any], name: str) -> None:
    """A thin mark for each bar, told by its *name* in the legend."""
    figure.add_scatter(
        **on_bars,
        mode="markers",
        name=name,
        marker={"symbol": "line-ns", "size": ROW * 0.65, "line": {"color": style.TEXT, "width": 2}},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=True,
    )
    legend = {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemclick": False, "itemdoubleclick": False}
    figure.update_layout(showlegend=True, legend=legend, height=ROW * (len(on_bars["y"]) + 1) + 24)


def _beside(row: Row, within: str) -> str:
    share = texts.percentage(row["aandeel_netwerk"], row["totaal_netwerk"])
    return f"{typed(within)}: {share} ({texts.number(row['aantal_netwerk'])} van {texts.number(row['totaal_netwerk'])})"


def plain_bars(*, frame: pd.DataFrame, code: str) -> go.Figure:
    """Counts by kind (columns naam, aantal and *code*), in the frame's order; no shares: a kind has no whole.

    ``customdata`` of a bar is its code.
    """
    bar = go.Bar(
        y=list(frame["naam"]),
        x=list(frame["aantal"]),
        orientation="h",
        text=[texts.number(count) for count in frame["aantal"]],
        textposition="outside",
        cliponaxis=False,
        customdata=list(frame[code]),
        hovertext=[
            hover(name, texts.number(count)) for name, count in zip(frame["naam"], frame["aantal"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"color": style.ACCENT},
    )
    figure = go.Figure(bar, style.layout(height=ROW * len(frame) + 24, bargap=0.35))
    figure.update_xaxes(visible=False, range=[0, max(int(frame["aantal"].max() or 0), 1) * 1.25], fixedrange=True)
    figure.update_yaxes(
        autorange="reversed", fixedrange=True, automargin=True, ticklabelstandoff=6, title=None, tickfont=style.TICKS
    )
    return figure


def quarter_bars(*, frame: pd.DataFrame, chosen: tuple[str, str] | None = None) -> go.Figure:
    """Course over time (columns kwartaal, dag, aantal, voorbij): active then, the part over by the last day lighter.

    One part stands on the other, and all that was active then is written above both: of bars that lie over each other
    plotly.js takes every click for one on the longer. ``customdata`` of a bar is ``[kwartaal, column]``; *chosen*, such
    a pair, gets an outline.
    """
    over = f"op {texts.long_date(frame['dag'].iloc[-1])} voorbij"
    parts = (("aantal", "actief", style.ACCENT), ("voorbij", f"waarvan {over}", style.faint(style.ACCENT)))
    figure = go.Figure(
        layout=style.layout(
            height=300,
            barmode="stack",  # the lighter part is the top of its bar, and no addition to it
            bargap=0.25,
            showlegend=bool(frame["voorbij"].any()),  # all are active still: there is nothing to tell apart
            legend={
                "orientation": "h",
                "y": 1.02,
                "yanchor": "bottom",
                "x": 0,
                "itemclick": False,
                "itemdoubleclick": False,
                "traceorder": "normal",
            },
        )
    )
    hover = [
        f"<b>{quarter}</b><br>{texts.activities(active)} actief"
        + (f", waarvan {texts.number(gone)} {over}" if gone else "")
        for quarter, active, gone in zip(frame["kwartaal"], frame["aantal"], frame["voorbij"], strict=True)
    ]
    amounts: dict[str, Any] = {"text": [texts.number(n) for n in frame["aantal"]], "textposition": "outside"}
    for column, name, colour in parts:
        ids: list[Any] = [[quarter, column] for quarter in frame["kwartaal"]]
        whole = column == "aantal"
        figure.add_bar(
            x=list(frame["kwartaal"]),
            y=list(frame["aantal"] - frame["voorbij"] if whole else frame["voorbij"]),
            name=name,
            marker={
                "color": colour,
                "line": {
                    "color": style.TEXT,
                    "width": [2 if (q, column) == chosen else 0 for q in frame["kwartaal"]],
                },
            },
            customdata=ids,
            **({} if whole else amounts),
            textangle=0,
            constraintext="none",
            cliponaxis=False,
            hovertext=hover,
            hovertemplate="%{hovertext}<extra></extra>",
        )
    figure.update_xaxes(
        fixedrange=True,
        type="category",
        title=None,
        showgrid=False,
        tickangle=0,
        tickvals=list(frame["kwartaal"]),
        ticktext=_quarter_ticks(list(frame["kwartaal"])),
        tickfont=style.TICKS,
    )
    figure.update_yaxes(fixedrange=True, visible=False)
    return figure


def _quarter_ticks(quarters: list[str]) -> list[str]:
    """K1 over the year at the first quarter of each year, so that twelve quarters fit on a phone."""
    years = [quarter.split()[0] for quarter in quarters]
    return [
        f"{quarter.split()[1]}<br>{year}" if position == 0 or year != years[position - 1] else quarter.split()[1]
        for position, (quarter, year) in enumerate(zip(quarters, years, strict=True))
    ]
