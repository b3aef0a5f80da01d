"""Who connects the network, and what joins its regions: in sentences, each with its rows."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.measures.insights.sentences import Figure
from lrn.measures.network import between_places, connectors, graph
from lrn.measures.places import chosen_areas
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base import navigation
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.netwerk import choices, figures
from lrn.ui.parts import chart_card, evidence, open_card

_MOST = 8
_TITLES = {
    graph.PARTNER: ("Partners die verbinden", "partners"),
    graph.ACTIVITEIT: ("Activiteiten die verbinden", "activiteiten"),
}


def connecting(view: View) -> None:
    """The partners and activities that join most, what most depends on first."""
    frame = cached(view, connectors.connectors)
    st.caption(
        "Bovenaan staat zonder wie de meeste activiteiten alleen komen te staan: zonder lijn en zonder gedeelde "
        "partner. Bij gelijke stand gaat voor wie het vaakst op de kortste weg tussen anderen ligt."
    )
    st.caption(chart_card.basis(view))
    figures.within(view)
    for column, (kind, (title, unit)) in zip(st.columns(2, gap="large"), _TITLES.items(), strict=True):
        with column:
            st.header(title, anchor=False)
            rows = frame[frame["soort"] == kind].head(_MOST).to_dict("records")
            if not rows:
                st.caption("In deze selectie verbindt er nog geen. Wie zou dat kunnen zijn?")
            for row in rows:
                with st.container(gap=None):
                    st.button(
                        escape(row["naam"]),
                        icon=open_card.ICONS[unit],
                        type="tertiary",
                        key=f"naam verbindt {row['knoop']}",
                        on_click=choices.look_at,
                        args=(row["knoop"],),
                    )
                    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                        st.caption(row["zin"], width="content")
                        evidence.behind(view, _figures(row), key=f"verbindt {row['knoop']}")


def _figures(row: Row) -> list[Figure]:
    """What the sentence about a connector counts."""
    identity, joins, loose = row["id"], row["activiteiten"], row["los"]
    joined = Evidence.of(partner=identity) if row["soort"] == graph.PARTNER else Evidence.of(lijn_met=identity)
    found = [Figure(joined, joins)]
    return [*found, Figure(connectors.loose_without(row["knoop"]), loose)] if loose else found


def regions(view: View) -> None:
    """What joins each two regions, the least connected first, and which kinds of partner are absent in one."""
    areas = chosen_areas(view.selection)
    places = tuple(code for code in v.EIGEN_PLAATSEN if areas is None or code in {area.plaats.code for area in areas})
    if len(places) < 2:
        st.caption("Hier is één regio gekozen. Kies er in de zijbalk geen of meer om te zien wat ertussen loopt.")
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header("Wat er tussen regio's loopt", anchor=False, help=texts.DEFINITIONS["tussen_activiteiten"])
        st.caption("De minst verbonden regio's bovenaan")
        st.caption(chart_card.basis(view))
        figures.within(view)
        for row in cached(view, between_places.between_places, places=places).to_dict("records"):
            with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                st.markdown(escape(row["zin"]), width="content")
                counts = [
                    Figure(counted, row[name])
                    for name, counted in (
                        ("lijnen", between_places.line_evidence(row["paar"])),
                        ("partners", between_places.partner_evidence(row["paar"])),
                    )
                    if row[name]
                ]
                if counts:
                    evidence.behind(view, counts, key=f"tussen {row['paar']}")
    with right:
        st.header("Wie in deze selectie nog niet meedoet", anchor=False, help=texts.DEFINITIONS["partners"])
        told = [zin for zin in cached(view, between_places.absent_kinds, places=places)["zin"] if zin]
        st.caption(
            "Geteld in deze selectie, op de peildatum: soorten partners die in een andere regio wel meedoen"
            if told
            else _EVERYWHERE
        )
        for sentence in told:
            st.markdown(escape(sentence))
        navigation.link("partners", "Het hele register: zie Partners")


_EVERYWHERE = "In deze selectie: elke soort partner die in een van deze regio's meedoet, doet in alle mee."
