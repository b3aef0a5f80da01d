"""What stands around the map: the way back, what it leaves out, the card of an area, and two areas side by side."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import geo, texts
from lrn import vocabulary as v
from lrn.measures import areas, marks, spots
from lrn.measures.evidence import Evidence
from lrn.measures.marks import Kind
from lrn.measures.places import Area, off_map
from lrn.ui import evidence, map_choices
from lrn.ui.cache import View, keep, keep_made
from lrn.ui.cards import escape
from lrn.ui.catalogue import Extra
from lrn.ui.context import context_lines
from lrn.ui.map_choices import MOST_MARKS, OnMap

_NAMED = 4  # activities without a place that are named beneath the map


def layers(view: View, shown: OnMap) -> dict[str, Extra]:
    """What is drawn on the areas of the map: activities and lines, as far as they are wanted."""
    found = {}
    by = shown.by
    if by and len(view.selected.activiteiten) <= MOST_MARKS:
        found["spots"] = Extra((by, shown.area), lambda view: _marks(view, by, shown.area))
    if shown.lines:
        found["pairs"] = Extra((shown.level, shown.area), lambda view: map_choices.pairs(view, shown.level, shown.area))
    return found


def _marks(view: View, by: Kind, area: Area | None) -> pd.DataFrame:
    # The spots are those of the whole register, whatever is selected.
    placed = view.store.keep((*view.key[:2], "spots"), lambda: spots.spots(view.register))
    return keep_made(
        view, "marks", (by, area), lambda: marks.marks(view.register, view.selected, placed, by=by, area=area)
    )


def beneath(view: View, shown: OnMap) -> None:
    """What the map does not show, with the rows behind each number; and where its boundaries come from."""
    _not_coloured(view, shown)
    if shown.by:
        _not_marked(view, shown.area)
    if shown.lines:
        _not_joined(view, shown)
    streets = f" {texts.SOURCE_STREETS}" if shown.streets else ""
    st.caption(f"{texts.source_of_map(geo.year())}.{streets}")


def _not_coloured(view: View, shown: OnMap) -> None:
    frame = keep(view, off_map, level=shown.level)
    if shown.area or frame.empty:
        return
    name = "plaats" if shown.level == "plaats" else "gemeente"
    with _line("Niet in de gekleurde gebieden:"):
        for code, place, amount in frame.itertuples(index=False):
            there = "gemeente_in" if code == v.HAAGLANDEN and name == "gemeente" else name
            evidence.link(Evidence.of(**{there: code}), f"{texts.number(amount)} {_OFF_MAP.get(code, f'in {place}')}")


_OFF_MAP = {v.ELDERS: "elders", v.ZONDER: "zonder plaats op deze kaart"}


def _not_marked(view: View, area: Area | None) -> None:
    amount = len(view.selected.activiteiten)
    if amount > MOST_MARKS:
        st.caption(
            f"{texts.activities(amount)} is te veel om als punt te tekenen (hoogstens {texts.number(MOST_MARKS)}). "
            "Kies in de zijbalk een kleinere selectie."
        )
        return
    here = {area.level: area.code} if area else {}
    absent, outside = Evidence.of(plek="geen", **here), Evidence.of(plek="buiten", **here)
    if rows := evidence.amount(view, absent):
        names = list(evidence.rows(view, absent)["naam"][:_NAMED])
        more = [f"{texts.number(rows - _NAMED)} andere"] if rows > _NAMED else []
        with _line(f"Niet als punt op de kaart: {escape(texts.listing([*names, *more]))}."):
            evidence.link(absent, f"Bekijk {texts.activities(rows)} zonder plek")
    if rows := evidence.amount(view, outside):
        with _line("Coördinaten buiten de eigen gemeente zijn niet gebruikt:"):
            evidence.link(outside, f"bij {texts.activities(rows)}")


def _not_joined(view: View, shown: OnMap) -> None:
    frame = map_choices.pairs(view, shown.level, shown.area)
    counts = frame.groupby("ligging")["aantal"].sum()
    words = {
        "tussen": "{} tussen twee plaatsen",
        "binnen": "{} binnen één plaats",
        "buiten": "{} met een eind buiten de kaart",
    }
    with _line(f"{texts.counted('verbindingslijnen', int(counts.sum()))}:"):
        for where, text in words.items():
            if where in counts:
                evidence.link(map_choices.lines_lying(shown, where), text.format(texts.number(int(counts[where]))))
        opened = st.popover(
            "Cijfers", icon=":material/table_chart:", type="tertiary", key="lijnen_tabel", on_change="rerun"
        )
    if opened.open:
        table = frame[["van_naam", "naar_naam", "aantal"]].set_axis(["Van of naar", "En", "Lijnen"], axis=1)
        opened.dataframe(table, hide_index=True, alt="Cijfers: verbindingslijnen tussen elke twee plaatsen")


def _line(text: str):
    row = st.container(horizontal=True, vertical_alignment="center", gap="xsmall")
    row.caption(text, width="content")
    return row


def card(view: View, area: Area) -> None:
    """The figures of *area* beside the network, each with its rows, and what only this area has."""
    frame = keep(view, areas.beside_network, view.register, view.selection, area=area)
    total = int(frame["gebied"].iloc[0])
    st.header(area.naam, anchor=False)
    for line in context_lines(area.code, area.level, total):
        st.caption(escape(line))
    st.caption("Steeds met het aantal in het hele netwerk, op dezelfde peildatum en met dezelfde filters")
    with st.container(gap="xxsmall"):
        for row in frame.itertuples():
            share = ""
            if row.kenmerk == "netwerkthema" and total >= texts.FEW:
                share = f" ({texts.percentage(row.gebied / total, total)})"
            with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                label = f"**{_told(row.kenmerk, row.gebied)}**{share}"
                evidence.link(areas.counted("kerncijfers", row.kenmerk, area), label)
                st.caption(f"van {texts.number(row.netwerk)}", width="content")
    _only_here(view, area)


def _told(figure: str, amount: int) -> str:
    if figure == "netwerkthema":
        return f"{texts.number(amount)} op het netwerkthema"
    if figure == "partners":
        return f"{texts.count(amount, 'partner doet', 'partners doen')} mee"
    return texts.counted(figure, amount)


def _only_here(view: View, area: Area) -> None:
    frame = keep(view, areas.only_here, view.register, view.selection, area=area)
    st.markdown("**Wat deze plek heeft dat andere niet hebben**")
    if frame.empty:
        st.caption("Alles wat hier is geregistreerd, komt ook ergens anders voor.")
    titles = {"netwerk": "Nergens anders in het netwerk", "regio": f"Nergens anders in {area.plaats.naam}"}
    for reach, title in titles.items():
        rows = frame[frame["bereik"] == reach]
        if rows.empty:
            continue
        st.caption(title, help=texts.DEFINITIONS["alleen_hier"])
        with st.container(gap="xxsmall"):
            for row in rows.itertuples():
                found = _feature_evidence(row, area)
                label = f"{escape(row.naam)}: {texts.counted(found.telt, row.aantal)}"
                evidence.link(found, label, icon=_ICONS[row.kenmerk])


_ICONS = {
    "vorm": ":material/interests:",
    "thema": ":material/category:",
    "ingredient": ":material/skillet:",
    "partnersoort": ":material/handshake:",
}


def _feature_evidence(row, area: Area) -> Evidence:
    if row.kenmerk == "partnersoort":
        return Evidence.of("partners", **{area.level: area.code}, soort=row.code)
    return Evidence.of(**{area.level: area.code, row.kenmerk: row.code})
