"""The pieces that pages are built from: a chart with its title, figures and alt text; the empty state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from lrn import texts
from lrn.charts.magnify import magnified
from lrn.register.columns import ACTIVITEITEN
from lrn.ui.base.cache import View, cached, cached_as, cached_figure
from lrn.ui.base.escaping import escape
from lrn.ui.parts import chart_table, downloads, pictures
from lrn.views.chart import Chart


def empty_state(view: View) -> bool:
    """Say so when there is nothing to show; True when that is the case, and the page can stop."""
    if len(view.register.activiteiten) == 0:
        wrong = view.register.rows_of(ACTIVITEITEN.name).left_out
        help_text = texts.ALL_LEFT_OUT.format(rijen=texts.count(wrong, "rij", "rijen")) if wrong else ""
        title = texts.NOTHING_COUNTS if wrong else texts.NOTHING_REGISTERED
        st.info(help_text or texts.NOTHING_REGISTERED_HELP, title=title, icon=":material/edit_note:")
        return True
    if len(view.selected.activiteiten) == 0:
        extra = ""
        if view.selection.peildatum is not None and view.selection.status:
            extra = f" {texts.STATUS_NEEDS_ALL}"
        st.info(texts.NOTHING_SELECTED_HELP + extra, title=texts.NOTHING_SELECTED, icon=":material/filter_alt_off:")
        return True
    return False


def chart(
    view: View,
    described: Chart,
    /,
    *,
    on_select: Callable[[], None] | None = None,
    leads: bool = False,
    turn: int = 0,
    **options: Any,
) -> None:
    """A chart as every page shows it: title, what it is of, the figure, and its figures as a table one click away.

    *options* go to the drawing. *on_select* is called on a click; :func:`clicked` then tells on what. With *leads* its
    title is that of the whole view. With another *turn* (:func:`chart_key`) what was clicked before is forgotten, so
    that it can be clicked again.
    """
    heading, title, frame = st.title if leads else st.header, described.title, frame_of(view, described)
    drawing = described.drawing | options
    if frame.empty:
        heading(title, anchor=False, help=described.definition)
        st.caption(texts.NOTHING_TO_DRAW)
        return
    told = (*described.counted.items(), *((name, repr(option)) for name, option in drawing.items()))
    told += tuple((name, extra.key) for name, extra in described.extra.items())
    description = cached_as(view, (described.key, "alt", *told), lambda: described.alt(frame))
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            heading(title, anchor=False, width="content", help=described.definition)
            opened = st.popover(
                "Cijfers",
                icon=":material/table_chart:",
                type="tertiary",
                key=f"{described.key}_tabel",
                on_change="rerun",
            )
        st.caption(escape(described.caption) or basis(view))
    figure = cached_figure(
        view,
        (described.key, *told, view.magnify, view.room),
        lambda: magnified(
            described.draw(frame=frame, **drawing, **{n: extra.make() for n, extra in described.extra.items()}),
            view.magnify,
            view.room,
        ),
    )
    key = chart_key(described.key, turn)
    if opened.open:
        with opened:
            along = st.container(horizontal=True, vertical_alignment="center", gap="medium")
            table = chart_table.table(view, frame, described, description, values=str(options.get("shown", "aantal")))
        with along:
            downloads.csv(view, table, name=title, key=f"{described.key}_cijfers", of=view.selection)
            pictures.offer(view, described, figure, key=key, alt=description, of=" · ".join(_basis(view)))
    selecting: dict[str, Any] = {"on_select": on_select, "selection_mode": "points"} if on_select else {}
    st.plotly_chart(figure, key=key, alt=description, config=described.config, width=described.width, **selecting)


def frame_of(view: View, described: Chart) -> pd.DataFrame:
    """The figures of a chart in *view*, counted once."""
    return cached(view, described.measure, *described.parts, **described.counted)


def chart_key(key: str, turn: int) -> str:
    """The key on screen of the chart *key* in its *turn*."""
    return f"{key}_{turn}" if turn else key


def clicked(key: str) -> Any:
    """The location or customdata of the area, bar or square that was clicked in chart *key*; None when nothing was."""
    selection = st.session_state.get(key)
    points = selection["selection"]["points"] if selection else []
    if not points:
        return None
    return points[0].get("location") or points[0].get("customdata")


def basis(view: View) -> str:
    """What a figure is counted over: the selection, the peildatum and the number of activities."""
    return " · ".join(map(escape, _basis(view)))


def _basis(view: View) -> list[str]:
    amount = texts.counted_or_few(len(view.selected.activiteiten))
    return [*view.selection.describe(view.register.checked_on), amount]
