"""The pieces that pages are built from: a chart with its title, figures and alt text; a list of activities."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.highlights import ended_sentence
from lrn.measures.overview import Change, Totals
from lrn.measures.places import activity_list
from lrn.ui.cache import View, keep, keep_made

NO_MODEBAR: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False}

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
    *,
    key: str,
    title: str,
    frame: pd.DataFrame,
    draw: Callable[..., go.Figure],
    alt: str,
    table: dict[str, str],
    definition: str,
    on_select: Callable[[], None] | None = None,
    config: dict[str, Any] = NO_MODEBAR,
    caption: str = "",
    width: str = "stretch",
    depends: tuple = (),
    **options: Any,
) -> None:
    """A chart as every page shows it: title, what it is of, the figure, and its figures as a table one click away.

    *frame* is a kept measure and *draw* makes the figure of it (``draw(frame=frame, **options)``); the figure is
    kept under *key*, *options* and *depends*, which must name everything that *frame* depends on beside the view. *table*
    maps columns of *frame* to Dutch headings. *on_select* is called on a click, the click is in
    ``st.session_state[key]``.
    """
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.subheader(title, anchor=False, width="content", help=definition)
            opened = st.popover(
                "Cijfers", icon=":material/table_chart:", type="tertiary", key=f"{key}_tabel", on_change="rerun"
            )
        st.caption(caption or basis(view))
    if opened.open:
        with opened:
            figures_table(frame, table, alt)
    told = (*depends, *sorted((name, repr(option)) for name, option in options.items()))
    figure = keep_made(view, key, told, lambda: draw(frame=frame, **options))
    if on_select is None:
        st.plotly_chart(figure, key=key, alt=alt, config=config, width=width)
    else:
        st.plotly_chart(
            figure, key=key, alt=alt, config=config, width=width, on_select=on_select, selection_mode="points"
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


def figures_table(frame: pd.DataFrame, table: dict[str, str], alt: str) -> None:
    """The figures of a chart as a table, with Dutch headings and shares as percentages."""
    shown = frame[list(table)].rename(columns=table)
    config = {}
    for column, heading in table.items():
        if column.startswith("aandeel"):
            shown[heading] = shown[heading] * 100
            config[heading] = st.column_config.NumberColumn(format="%.0f%%")
    height = min(36 * (len(shown) + 1) + 3, 460)
    st.dataframe(shown, hide_index=True, column_config=config, height=height, alt=f"Cijfers: {alt}")


_COLUMNS = {
    "naam": st.column_config.TextColumn("Activiteit", width="large"),
    "plaats": st.column_config.TextColumn("Plaats"),
    "gemeente": st.column_config.TextColumn("Gemeente"),
    "college": st.column_config.TextColumn("College"),
    "vorm": st.column_config.TextColumn("Vorm"),
    "status": st.column_config.TextColumn("Status", width="small"),
    "start": st.column_config.DateColumn("Start", format="DD-MM-YYYY", width="small"),
    "einde": st.column_config.DateColumn("Einde", format="DD-MM-YYYY", width="small"),
    "cel": st.column_config.TextColumn("Rij in de werkmap", help="Werkblad en rij in het register"),
}


def activities(view: View, find: Callable[..., pd.DataFrame], *, title: str, **options: Any) -> None:
    """The activities that *find* returns for the selection, with the row of the workbook each stands on."""
    found = keep(view, find, **options)
    st.subheader(f"{title}: {texts.activities(len(found))}", anchor=False)
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
        listed, hide_index=True, column_config=_COLUMNS, alt=f"{title}: lijst van {texts.activities(len(found))}"
    )


def key_figures(totals: Totals, before: Change | None) -> None:
    """The four figures of the overview, each with its definition and how it was a year before."""
    then = before.totals if before else None
    with st.container(horizontal=True, gap="small"):
        _figure(
            "Activiteiten",
            totals.activiteiten,
            then and then.activiteiten,
            texts.DEFINITIONS["actief" if then else "alles"],
        )
        _figure("Partners", totals.partners, then and then.partners, texts.DEFINITIONS["partners"])
        _figure(
            "Verbindingslijnen", totals.verbindingslijnen, then and then.verbindingslijnen, texts.DEFINITIONS["lijnen"]
        )
        share = texts.percentage(totals.aandeel_netwerkthema, totals.activiteiten)
        st.metric(
            "Op het netwerkthema",
            share if totals.activiteiten >= texts.FEW else texts.number(totals.netwerkthema),
            delta=f"{texts.number(totals.netwerkthema)} van {texts.number(totals.activiteiten)}",
            delta_color="off",
            delta_arrow="off",
            help=texts.DEFINITIONS["netwerkthema"],
            border=True,
        )
    if before:
        gone = f" {ended_sentence(before.sindsdien_voorbij)}" if before.sindsdien_voorbij else ""
        st.caption(f"Verschil met een jaar eerder, {texts.long_date(before.peildatum)}.{gone}")


def _figure(label: str, now: int, then: int | None, definition: str) -> None:
    difference = None if then is None else now - then
    sign = "" if difference is None else "+" if difference > 0 else "−" if difference < 0 else "±"
    st.metric(
        label,
        texts.number(now),
        delta=None if difference is None else f"{sign}{texts.number(abs(difference))}",
        delta_color="off",  # more is not better and less is not worse: no green, no red
        delta_arrow="off" if not difference else "up" if difference > 0 else "down",
        help=definition,
        border=True,
    )


def not_on_map(per_place: pd.DataFrame) -> None:
    """Say what the map cannot show: activities elsewhere and without a place."""
    rest = per_place[per_place["code"].isin((v.ELDERS, v.ZONDER)) & (per_place["aantal"] > 0)]
    if len(rest):
        parts = texts.listing(f"{texts.number(row.aantal)} {row.naam.lower()}" for row in rest.itertuples())
        st.caption(f"Niet op de kaart: {parts}. {texts.SOURCE_MAP}.")
    else:
        st.caption(f"{texts.SOURCE_MAP}.")


def alt_counts(title: str, frame: pd.DataFrame, name: str) -> str:
    """An alt text that tells what the chart tells: the title, the highest and the lowest value."""
    top, low = frame.loc[frame["aantal"].idxmax()], frame.loc[frame["aantal"].idxmin()]
    return f"{title}: het meest {top[name]} ({texts.number(top['aantal'])}), het minst {low[name]} ({texts.number(low['aantal'])})"


def alt_pairs(title: str, frame: pd.DataFrame, row: str, row_name: Callable, column_name: Callable) -> str:
    """An alt text for a matrix: the title and its highest cell."""
    top = frame.loc[frame["aantal"].idxmax()]
    where = f"{row_name(top[row])} in {column_name(top['plaats'])}"
    return f"{title}: het meest {where}, {texts.activities(int(top['aantal']))}"


def alt_course(title: str, frame: pd.DataFrame) -> str:
    """An alt text for a course: the first and the last quarter."""
    first, last = frame.iloc[0], frame.iloc[-1]
    return f"{title}: van {first['aantal']} in {first['kwartaal']} naar {last['aantal']} in {last['kwartaal']}"


def meanings() -> None:
    """The eleven ingredients with their meaning, grouped by the question they answer."""
    with st.popover("Wat betekenen ze?", icon=":material/help:", width="content"):
        st.caption("De elf ingrediënten zijn geen checklist: elke activiteit is een eigen gerecht.")
        for question in v.VRAGEN:
            st.markdown(f"**{question}**")
            for i in v.INGREDIENTEN:
                if i.vraag == question:
                    st.markdown(f"{i.nr}\\. **{i.naam}** – {i.betekenis}")


def beside_network(frame: pd.DataFrame) -> None:
    """An area's figures, each beside that of everything selected."""
    for start in (0, 2):
        with st.container(horizontal=True, gap="small"):
            for row in frame.iloc[start : start + 2].itertuples():
                st.metric(
                    row.kenmerk,
                    texts.number(row.gebied),
                    delta=f"{texts.number(row.netwerk)} in de hele selectie",
                    delta_color="off",
                    delta_arrow="off",
                    border=True,
                )


def strategic_relations(relations: pd.DataFrame) -> None:
    """The strategic relations in Haaglanden, as context beside the regions' own counts."""
    if relations.empty:
        return
    st.markdown(f"**{texts.count(len(relations), 'strategische relatie', 'strategische relaties')} in Haaglanden**")
    st.caption("Landelijke koepels, overheden en adviesorganen. Ze staan los van de aantallen van de regio's.")
    shown = pd.DataFrame(
        {
            "Partner": relations["naam"],
            "Soort": [
                texts.ONBEKEND if s == v.ONBEKEND else v.PARTNERSOORTEN.label(s) if s else None
                for s in relations["soort"]
            ],
        }
    )
    st.dataframe(shown, hide_index=True, alt="Strategische relaties in Haaglanden")


def open_questions(gaps: pd.DataFrame, names: dict[str, str]) -> None:
    """What is not registered yet, as open questions per place."""
    if gaps.empty:
        return
    st.subheader(
        "Wat er nog niet is",
        anchor=False,
        help="Thema's zonder geregistreerde activiteit in deze selectie, op plaatsen waar wel activiteiten zijn.",
    )
    for place, rows in gaps.groupby("plaats", sort=False):
        missing = texts.listing(names[code].lower() for code in rows["thema"])
        few = rows["totaal"].iloc[0]
        basis_text = f" (op basis van {texts.activities(few)})" if few < texts.FEW else ""
        st.markdown(
            f"- **{v.PLAATS_NAMEN[place]}**{basis_text}: rond {missing} is nog niets geregistreerd. Wie ziet hier een kans?"
        )
