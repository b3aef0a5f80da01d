"""The pieces that pages are built from: a chart with its title, figures and alt text; the empty state."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

import pandas as pd
import streamlit as st

from lrn import texts
from lrn.charts.magnify import magnified
from lrn.register.columns import ACTIVITEITEN
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.base.escaping import escape
from lrn.ui.browser.chart import Drawn, show, show_ahead
from lrn.ui.parts import chart_table, downloads, pictures
from lrn.views.chart import Chart, Unit


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
    on_click: Callable[[Any], None] | None = None,
    leads: bool = False,
    **options: Any,
) -> None:
    """A chart as every page shows it: title, what it is of, the figure, and its figures as a table one click away.

    *options* go to the drawing. *on_click* is given the location or customdata of the area, bar or square that is
    clicked. With *leads* its title is that of the whole view.
    """
    heading, title, frame = st.title if leads else st.header, described.title, frame_of(view, described)
    if frame.empty:
        heading(title, anchor=False, help=described.definition)
        st.caption(texts.NOTHING_TO_DRAW)
        return
    description = cached_as(view, (*_key(described, options), "alt"), lambda: described.alt(frame))
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
        st.caption(escape(described.caption) or basis(view, described.unit))
    drawn = _drawn(view, described, options)
    if opened.open:
        with opened:
            along = st.container(horizontal=True, vertical_alignment="center", gap="medium")
            table = chart_table.table(view, frame, described, description, values=str(options.get("shown", "aantal")))
        with along:
            downloads.csv(view, table, name=title, key=f"{described.key}_cijfers", of=view.selection)
            pictures.offer(view, described, drawn, alt=description, of=" · ".join(_basis(view, described.unit)))
    show(drawn, key=described.key, alt=description, config=described.config, on_click=on_click)


def ahead(view: View, described: Chart, /, *, key: str, **options: Any) -> None:
    """The same chart made ready out of sight as the element *key*: when it comes on the page it need not be drawn."""
    if not frame_of(view, described).empty:
        cached_as(view, (*_key(described, options), "alt"), lambda: described.alt(frame_of(view, described)))
        show_ahead(_drawn(view, described, options), key=key, config=described.config)


def _key(described: Chart, options: dict[str, Any]) -> tuple[Hashable, ...]:
    """What tells one drawing of a view from another."""
    drawing = described.drawing | options
    told = (*described.counted.items(), *((name, repr(option)) for name, option in drawing.items()))
    return (described.key, *told, *((name, extra.key) for name, extra in described.extra.items()))


def _drawn(view: View, described: Chart, options: dict[str, Any]) -> Drawn:
    def make() -> Drawn:
        extra = {name: each.make() for name, each in described.extra.items()}
        figure = described.draw(frame=frame_of(view, described), **described.drawing | options, **extra)
        return Drawn.of(magnified(figure, view.magnify, view.room))

    return cached_as(view, (*_key(described, options), view.magnify, view.room), make)


def frame_of(view: View, described: Chart) -> pd.DataFrame:
    """The figures of a chart in *view*, counted once."""
    return cached(view, described.measure, *described.parts, **described.counted)


def basis(view: View, unit: Unit = "activiteiten") -> str:
    """What a figure is counted over: the selection, the peildatum and the number of activities, or of a *unit*."""
    return " · ".join(map(escape, _basis(view, unit)))


def _basis(view: View, unit: Unit) -> list[str]:
    amount = texts.counted_or_few(len(getattr(view.selected, unit)), unit)
    return [*view.selection.describe(view.register.checked_on), amount]
