"""What stands around the map: its layers, what it leaves out, what is chosen on it, and the card of an area."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import geo, texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.measures import areas
from lrn.measures.basis import basis, of_content
from lrn.measures.onmap import locations, map_points
from lrn.measures.onmap.map_points import Kind
from lrn.measures.places import Area, Level, apart, areas_in_view, is_in_view
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base import navigation
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.base.escaping import escape
from lrn.ui.browser import DeltaGenerator, paper
from lrn.ui.kaart import choices as map_choices
from lrn.ui.kaart.choices import MOST_MARKS, OnMap
from lrn.ui.parts import activity_card, chart_table, choices, evidence, open_card
from lrn.ui.parts.context import context_lines
from lrn.views.chart import Extra

_NAMED = 4  # activities without a place that are named beneath the map


def layers(view: View, shown: OnMap) -> dict[str, Extra]:
    """What is drawn on the areas of the map: activities and lines, as far as they are wanted."""
    found = {}
    by = shown.by
    if by and len(view.selected.activiteiten) <= MOST_MARKS:
        found["locations"] = Extra((by, shown.area), lambda: _marks(view, by, shown.area))
    if shown.lines:
        found["pairs"] = Extra((shown.level, shown.area), lambda: map_choices.pairs(view, shown.level, shown.area))
    return found


def _marks(view: View, by: Kind, area: Area | None) -> pd.DataFrame:
    # The locations are those of the whole register, whatever is selected.
    placed = view.store.cached((*view.key[:2], "locations"), lambda: locations.locations(view.register))
    return cached_as(
        view, ("marks", by, area), lambda: map_points.marks(view.register, view.selected, placed, by=by, area=area)
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
    if shown.area is None:
        not_coloured(view, shown.level)
    else:
        apart_from(view, shown.area)


def not_coloured(view: View, level: Level) -> None:
    """How many activities the coloured areas of the map leave out, where they are, and the way to each."""
    links = cached(view, areas.off_map, level=level, within=areas_in_view(view.selection, level=level))
    if links:
        with _line("Niet in de gekleurde gebieden:"):
            for found, label in links:
                evidence.link(found, label)


def apart_from(view: View, area: Area) -> None:
    """By which activities the map of *area* and its figures differ, and the way to each; nothing outside the choice."""
    if not is_in_view(view.selection, area):
        return
    found = cached(view, apart, area=area)
    for on_map, words in (
        (False, "Niet op deze kaart:"),
        (True, "Op deze kaart, maar telt elders mee:"),
    ):
        parts = [part for part in found if part.on_map == on_map]
        if not parts:
            continue
        with _line(words):
            for part in parts:
                counted = Evidence.of(plaats=part.plaats, gemeente=part.gemeente)
                where = f" (bij {v.PLAATS_NAMEN[part.plaats]})" if on_map else ""
                evidence.link(counted, f"{texts.number(part.aantal)} {part.naam}{where}")


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
        told = f"Niet als punt op de kaart: {escape(texts.listing([*names, *more]))}."
        with _line(told), paper.on_screen_only("zonder_plek", width="content"):
            evidence.link(absent, f"Bekijk {texts.activities(rows)} zonder plek")
    if rows := evidence.amount(view, outside):
        with _line("Coördinaten buiten de eigen gemeente zijn niet gebruikt:"):
            evidence.link(outside, f"bij {texts.activities(rows)}")


def _not_joined(view: View, shown: OnMap) -> None:
    frame = map_choices.pairs(view, shown.level, shown.area)
    counts = frame.groupby("ligging")["aantal"].sum()
    if not counts.sum():
        st.caption("Geen verbindingslijnen op deze kaart.")
        return
    words = {
        "tussen": "{} tussen twee gebieden",
        "binnen": "{} binnen één gebied",
        "buiten": "{} met een eind buiten de kaart",
    }
    amount = texts.counted("verbindingslijnen", int(counts.sum()))
    if frame.empty:
        st.caption(f"{amount} in beeld.")
        return
    with _line(f"{amount}:"):
        for where, text in words.items():
            if where in counts:
                evidence.link(map_choices.lines_lying(shown, where), text.format(texts.number(int(counts[where]))))
        popover = st.popover(
            "Cijfers", icon=":material/table_chart:", type="tertiary", key="lijnen_tabel", on_change="rerun"
        )
    if popover.open:
        with popover:
            chart_table.leading(
                view,
                frame[["van_naam", "naar_naam", "aantal"]].set_axis(["Van of naar", "En", "Lijnen"], axis=1),
                lambda position, _: [map_choices.lines_between(shown, frame["paar"].iloc[position])],
                key="lijnen_cijfers",
                alt="Cijfers: verbindingslijnen tussen elke twee gebieden",
            )


def chosen(view: View, shown: OnMap) -> None:
    """The activity that is chosen on the map, as a card, and the lines that are; beside the map without an area."""
    if shown.activity:
        with st.container(border=True):
            activity_card.card(view, shown.activity, narrow=shown.area is None)
            card = {open_card.PARAMETERS["activiteiten"]: shown.activity}
            with paper.on_screen_only("naar_kaart_van_activiteit"):
                navigation.link("register", "Open op de pagina Register", **card)
    if shown.pair:
        evidence.show(view, map_choices.lines_between(shown, shown.pair), title=map_choices.pair_name(shown))


def _line(text: str) -> DeltaGenerator:
    row = st.container(horizontal=True, vertical_alignment="center", gap="xsmall")
    row.caption(text, width="content")
    return row


def card(view: View, area: Area) -> None:
    """The name of *area*, and its figures."""
    st.header(area.naam, anchor=False)
    about(view, area)


def about(view: View, area: Area) -> None:
    """The figures of *area* beside the network, each with its rows, and what only this area has."""
    if not is_in_view(view.selection, area):
        st.caption(choices.outside_the_choice(view.selection, area))
        return
    frame, (here, network), only_here = counted(view, area)
    beside = basis(view.selection)
    total = int(frame["gebied"].iloc[0])
    for line in context_lines(area.code, area.level, total):
        st.caption(escape(line))
    when = ", op dezelfde peildatum" if view.selection.peildatum else ""
    st.caption(f"Vergeleken met {escape(beside.name)}{when}")
    _links(here)
    behind = st.popover(
        escape(f"Cijfers van {beside.name}"),
        icon=":material/hub:",
        type="tertiary",
        key="kaart_netwerk",
        on_change="rerun",
    )
    if behind.open:
        with behind:
            _links(network)
    st.markdown(f"**Wat alleen {escape(area.naam)} heeft**")
    for title, links in only_here.items():
        st.caption(title, help=texts.DEFINITIONS["alleen_hier"])
        _links(links)
    if not only_here:
        few = texts.is_few(int(frame["netwerk"].iloc[0]) - total)
        st.caption(texts.NOTHING_HERE if not total else _FEW_ELSEWHERE if few else _ALIKE)


def counted(view: View, area: Area) -> tuple[pd.DataFrame, tuple[list[Link], list[Link]], dict[str, list[Link]]]:
    """The figures of *area* beside the network, the links to their rows, and those to what only this area has."""
    frame = cached(view, areas.beside_network, "register", "selection", area=area)
    card = cached_as(view, ("card", area), lambda: _figures(frame, area))
    return frame, card, cached_as(view, ("only_here", area), lambda: _only_here(view, area))


_ALIKE = "Wat bij deze activiteiten staat, komt ook elders voor."
_FEW_ELSEWHERE = f"Elders zijn {texts.FEWER} om mee te vergelijken."


Link = tuple[Evidence, str, str]
"""What a number counts, what the link to it says, and its icon."""


def _links(links: list[Link]) -> None:
    with st.container(gap="xxsmall"):
        for found, label, icon in links:
            evidence.link(found, label, icon=icon)


def _figures(frame: pd.DataFrame, area: Area) -> tuple[list[Link], list[Link]]:
    """The figures of *area*, each of that in the network; and those of the network."""
    total = int(frame["gebied"].iloc[0])
    here, network = [], []
    for figure, ours, everywhere in zip(frame["kenmerk"], frame["gebied"], frame["netwerk"], strict=True):
        if figure == "netwerkthema":
            share = texts.share_unless_few(ours / max(total, 1), total, " ({})")
            of = f" van de {texts.number(total)}" if total > 1 else ""
            label = f"**{texts.number(ours)}**{of} op het netwerkthema{share}"
        else:
            label = texts.part_of(ours, everywhere, figure).replace("**alle", "**Alle")
        here.append((areas.counted("kerncijfers", figure, area), label, _LIST))
        network.append((areas.counted_in_network(figure), _told(figure, everywhere), _LIST))
    return here, network


def _told(figure: str, amount: int) -> str:
    if figure == "netwerkthema":
        return f"{texts.number(amount)} op het netwerkthema"
    if figure == "partners":
        return f"{texts.count(amount, 'partner doet', 'partners doen')} mee"
    return texts.counted(figure, amount)


def _only_here(view: View, area: Area) -> dict[str, list[Link]]:
    """What only *area* has, by how far was looked."""
    frame = areas.only_here(view.register, view.selection, area=area)
    only = f"(alleen activiteiten {of_content(view.selection)})" if view.selection.by_content else ""
    titles = {
        "netwerk": escape(f"Nergens anders {basis(view.selection).within}"),
        "regio": f"Nergens anders in {area.plaats.naam} {escape(only)}".rstrip(),
    }
    found: dict[str, list[Link]] = {}
    for row in frame.to_dict("records"):
        counts = _feature_evidence(row, area)
        label = f"{escape(row['naam'])}: {texts.counted(counts.unit, row['aantal'])}"
        found.setdefault(titles[row["bereik"]], []).append((counts, label, _ICONS[row["kenmerk"]]))
    return dict(sorted(found.items(), key=lambda item: list(titles.values()).index(item[0])))


_LIST = ":material/list_alt:"
_ICONS = {
    "vorm": ":material/interests:",
    "thema": ":material/category:",
    "ingredient": ":material/skillet:",
    "partnersoort": ":material/handshake:",
}


def _feature_evidence(row: Row, area: Area) -> Evidence:
    if row["kenmerk"] == "partnersoort":
        return Evidence.of("partners", **{area.level: area.code}, soort=row["code"])
    return Evidence.of(**{area.level: area.code, row["kenmerk"]: row["code"]})
