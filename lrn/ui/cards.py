"""The pieces that pages are built from: a chart with its title, figures and alt text; a list of activities."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from typing import Any

import pandas as pd
import streamlit as st

from lrn import texts
from lrn.measures.places import activity_list
from lrn.ui.cache import View, keep, keep_figure, keep_made
from lrn.ui.catalogue import Chart

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


def escape(text: str) -> str:
    """*text* so that Markdown shows it as it is: cell text must not become a link, an image or a colour."""
    return _MARKDOWN.sub(r"\\\1", text)


def empty_state(view: View) -> bool:
    """Say so when there is nothing to show; True when that is the case, and the page can stop."""
    if len(view.register.activiteiten) == 0:
        st.info(texts.NOTHING_REGISTERED_HELP, title=texts.NOTHING_REGISTERED, icon=":material/edit_note:")
        return True
    if len(view.selected.activiteiten) == 0:
        extra = ""
        if view.selection.peildatum is not None and view.selection.status:
            extra = (
                " Met een peildatum tellen alleen activiteiten die dan actief zijn; zet ‘Alle data’ aan voor de rest."
            )
        st.info(texts.NOTHING_SELECTED_HELP + extra, title=texts.NOTHING_SELECTED, icon=":material/filter_alt_off:")
        return True
    return False


def chart(
    view: View,
    described: Chart,
    /,
    *,
    title: str = "",
    on_select: Callable[[], None] | None = None,
    counted: dict[str, Hashable] | None = None,
    **options: Any,
) -> None:
    """A chart as every page shows it: title, what it is of, the figure, and its figures as a table one click away.

    *counted* goes to the chart's measure, *options* to the drawing; *title* replaces the chart's own. *on_select* is
    called on a click; :func:`clicked` then tells on what.
    """
    counted = counted or {}
    frame = keep(
        view, described.measure, *((view.register, view.selection) if described.through_time else ()), **counted
    )
    drawing = described.fixed | options
    told = (*counted.items(), *((name, repr(option)) for name, option in drawing.items()))
    description = keep_made(view, (described.key, "alt"), told, lambda: described.alt(frame))
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.subheader(title or described.title, anchor=False, width="content", help=described.definition)
            opened = st.popover(
                "Cijfers",
                icon=":material/table_chart:",
                type="tertiary",
                key=f"{described.key}_tabel",
                on_change="rerun",
            )
        st.caption(described.caption or basis(view))
    if opened.open:
        with opened:
            figures_table(frame, described, description, values=str(options.get("shown", "aantal")))
    figure = keep_figure(view, described.key, told, lambda: described.draw(frame=frame, **drawing))
    if on_select is None:
        st.plotly_chart(figure, key=described.key, alt=description, config=described.config, width=described.width)
    else:
        st.plotly_chart(
            figure,
            key=described.key,
            alt=description,
            config=described.config,
            width=described.width,
            on_select=on_select,
            selection_mode="points",
        )


def clicked(key: str) -> Any:
    """The location or customdata of the area, bar or square that was clicked in chart *key*; None when nothing was."""
    selection = st.session_state.get(key)
    points = selection["selection"]["points"] if selection else []
    if not points:
        return None
    return points[0].get("location") or points[0].get("customdata")


def basis(view: View) -> str:
    """What a figure is counted over: number of activities and peildatum."""
    day = view.selection.peildatum
    when = f"peildatum {texts.long_date(day)}" if day else "alle data"
    few = " – weinig, dus lees aandelen met zorg" if len(view.selected.activiteiten) < texts.FEW else ""
    return f"{texts.activities(len(view.selected.activiteiten))}, {when}{few}"


def figures_table(frame: pd.DataFrame, described: Chart, alt: str, *, values: str) -> None:
    """The figures of a chart as a table, with Dutch headings and shares as percentages.

    A cross table holds *values* (aantal or aandeel).
    """
    if described.cross:
        table = crossed(frame, *described.cross, values).rename(columns=described.table)
        shares = list(table.columns[1:]) if values == "aandeel" else []
    else:
        table = frame[list(described.table)].rename(columns=described.table)
        shares = [heading for column, heading in described.table.items() if column.startswith("aandeel")]
    table[shares] = table[shares] * 100
    st.dataframe(
        table,
        hide_index=True,
        column_config={heading: st.column_config.NumberColumn(format="%.0f%%") for heading in shares},
        width=620,
        height=min(36 * (len(table) + 1) + 3, 460),
        placeholder="",
        alt=f"Cijfers: {alt}",
    )


def crossed(frame: pd.DataFrame, rows: str, columns: str, values: str) -> pd.DataFrame:
    """*frame* as a cross table: the values of *rows* in the first column, one column for each value of *columns*."""
    table = frame.pivot(index=rows, columns=columns, values=values)
    table = table.loc[list(dict.fromkeys(frame[rows])), list(dict.fromkeys(frame[columns]))]
    return table.reset_index().rename_axis(columns=None)


_COLUMNS = {
    "naam": st.column_config.TextColumn("Activiteit", width="medium"),
    "plaats": st.column_config.TextColumn("Plaats"),
    "gemeente": st.column_config.TextColumn("Gemeente"),
    "college": st.column_config.TextColumn("College"),
    "vorm": st.column_config.TextColumn("Vorm"),
    "status": st.column_config.TextColumn("Status", width="small"),
    "start": st.column_config.DateColumn("Start", format="DD-MM-YYYY"),
    "einde": st.column_config.DateColumn("Einde", format="DD-MM-YYYY"),
    "rij": st.column_config.TextColumn("Rij in de werkmap", help="Werkblad en rij in het register"),
}


def activities(view: View, find: Callable[..., pd.DataFrame], *, title: str, **options: Any) -> None:
    """The activities that *find* returns for the selection, with the row of the workbook each stands on."""
    found = keep(view, find, **options)
    st.subheader(f"{escape(title)}: {texts.activities(len(found))}", anchor=False)
    if found.empty:
        st.caption("Hier is nog niets geregistreerd. Wie ziet een kans?")
        return
    listed = keep_made(
        view,
        f"list:{find.__module__}.{find.__qualname__}",
        tuple(sorted(options.items())),
        lambda: activity_list(found),
    )
    st.dataframe(
        listed,
        placeholder="",
        hide_index=True,
        column_config=_COLUMNS,
        alt=f"{title}: lijst van {texts.activities(len(found))}",
    )
