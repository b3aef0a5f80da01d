"""What is chosen in the network: what lies around it, along which lines, and its own card."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network import graph
from lrn.measures.network.lessons import Lessons
from lrn.measures.rows.card import Named
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.browser import paper
from lrn.ui.netwerk import choices, picture
from lrn.ui.netwerk.choices import Shown
from lrn.ui.parts import activity_card, evidence, open_card, partner_card

_KIND_OF = {graph.ACTIVITEIT: "activiteiten", graph.PARTNER: "partners"}
_TITLES = {graph.ACTIVITEIT: "Activiteiten", graph.PARTNER: "Partners", "plek": "Gemeenten en regio's"}
_MOST = 8  # names that are listed of each kind


def surroundings(view: View, shown: Shown) -> None:
    """What lies around the chosen node, each thing a button that chooses that, and the way to its rows."""
    near = picture.around(view, shown)
    if not near:
        return
    whole = choices.joined(view)
    node = whole.nodes[near[0]]
    st.header(escape(node["naam"]), anchor=False)
    choices.choose_steps()
    _figures(view, near[0], node["soort"])
    lengths = {name: number for number, name in enumerate(near[1:])}
    if not lengths:
        st.caption("Hier is nog niets mee verbonden. Met wie zou dit kunnen optrekken?")
    for kind, title in _TITLES.items():
        found = [name for name in lengths if _is(kind, whole.nodes[name]["soort"])]
        if not found:
            continue
        st.markdown(f"**{title}** ({texts.number(len(found))})")
        with st.container(gap="xxsmall"):
            for name in found[:_MOST]:
                st.button(
                    escape(whole.nodes[name]["naam"]),
                    icon=open_card.ICONS.get(_KIND_OF.get(kind, ""), ":material/location_on:"),
                    type="tertiary",
                    key=f"naam netwerk {name}",
                    on_click=choices.take_click,
                    args=(name,),
                )
        if len(found) > _MOST:
            st.caption(f"en nog {texts.number(len(found) - _MOST)}: zie de tabel onder ‘Cijfers’")
    close = ":material/close:"
    st.button("Laat los", icon=close, type="tertiary", key="laat_los", on_click=choices.take_click, args=(near[0],))


def _is(kind: str, other: str) -> bool:
    return kind == other or (kind == "plek" and other in graph.PLACES)


def _figures(view: View, name: str, kind: str) -> None:
    """The lines and participations of a node, each the way to its rows."""
    asked = [Evidence.of("verbindingslijnen", eind=name)] if kind != graph.PARTNER else []
    identity = graph.kind_and_code(name)[1]
    if kind == graph.ACTIVITEIT:
        asked.append(Evidence.of("partners", activiteit=identity))
    elif kind == graph.PARTNER:
        asked.append(Evidence.of(partner=identity))
    with st.container(gap="xxsmall"), paper.on_screen_only("netwerk_cijfers"):
        for counted in asked:
            if amount := evidence.amount(view, counted):
                evidence.link(counted, f"Bekijk {texts.the(counted.unit, amount)}")


def lessons(view: View, shown: Shown) -> None:
    """What was learned elsewhere and could be of use to the chosen activity, and who could use what it learned."""
    if not shown.node or shown.node not in choices.node_names(view):
        return
    kind, identity = graph.kind_and_code(shown.node)
    if kind == graph.ACTIVITEIT:
        offered(view, identity)


LEARNED, USES = "Wat leerden anderen?", "Wie kan dit gebruiken?"


def offered(view: View, identity: str, none: Mapping[str, str] | None = None) -> None:
    """The lessons of others for the activity *identity* (LEARNED), and for whom its own is (USES).

    *none* says what stands below those titles when nobody was found; else the title is not there either.
    """
    known = cached(view, Lessons, "register", "selection")
    for column, (title, frame, other) in zip(
        st.columns(2, gap="large"),
        (
            (LEARNED, known.what_others_learned(identity), "les_van"),
            (USES, known.who_can_use(identity), "voor"),
        ),
        strict=True,
    ):
        instead = (none or {}).get(title)
        if frame.empty and not instead:
            continue
        with column:
            st.header(title, anchor=False, help=LESSONS)
            if frame.empty:
                st.caption(instead)
            for row in frame.to_dict("records"):
                with st.container(gap=None):
                    named = Named(row[f"{other}_naam"], row[other])
                    open_card.link("activiteiten", named, here=False, where=f"{other} {row[other]}")
                    st.caption(escape(f"{v.PLAATS_NAMEN[row[f'{other}_plaats']]} · {row['reden']}"))
                    if other == "les_van":
                        st.text(row["les"])


LESSONS = (
    "Activiteiten in een andere regio die een thema of ingrediënt delen en nog niet in twee stappen verbonden zijn: de "
    "les (Opbrengst) van de een kan de ander helpen."
)
"""For whom a lesson is."""


def card(view: View, shown: Shown) -> None:
    """The card of the chosen activity or partner, as the workbook knows it."""
    if not shown.node or shown.node not in choices.node_names(view):
        return
    kind, identity = graph.kind_and_code(shown.node)
    if kind not in _KIND_OF:
        return
    with st.container(border=True):
        draw = activity_card.card if kind == graph.ACTIVITEIT else partner_card.partner
        draw(view, identity)
        with paper.on_screen_only("naar_kaart_van_knooppunt"):
            open_card.link(_KIND_OF[kind], Named("Open op de pagina Register", identity), here=False, where="netwerk")
