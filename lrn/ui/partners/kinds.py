"""Partners, the kinds: how many take part, of which kinds and where, and what is not there yet."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn.measures.partners import not_there_yet as measure
from lrn.measures.partners.kinds import LABELS
from lrn.measures.partners.taking_part import KeyFigures, key_figures
from lrn.measures.places import Area, chosen_areas
from lrn.measures.rows.evidence import Evidence
from lrn.selection import Selection
from lrn.ui.base import navigation
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.browser import paper
from lrn.ui.partners import choices, who
from lrn.ui.parts import chart_card, evidence
from lrn.ui.parts import choices as common
from lrn.ui.parts.folded import folded
from lrn.views import charts, partner_charts

PARTNERS = Evidence("partners")


def show(view: View) -> None:
    """Draw this part of the page."""
    _key_figures(view)
    with folded("partners") as say, st.container(horizontal=True, gap="medium"):
        kind, place = choices.kind(), common.place(view.selection)
        shown = common.counts_or_shares()
        say("Alle soorten" if kind is None else LABELS[kind], place and place.naam)
    where, beyond = common.explain_place(view.selection, place)
    left, right = st.columns([4, 5], gap="large")
    with left:
        chart_card.chart(
            view, charts.beside(charts.PARTNERS, view.selection), on_click=choices.choose_kind, chosen=kind
        )
    with right:
        chart_card.chart(
            view,
            charts.beside(partner_charts.KIND_MATRIX, view.selection),
            on_click=choices.choose_cell,
            shown=shown,
            chosen=(kind, place and place.code) if kind is not None else None,
        )
    if kind is not None or place:
        counted = Evidence.of("partners", soort=kind, **where)
        evidence.show(view, counted, title=choices.describe(kind, place) + beyond, columns=who.COLUMNS)
    else:
        paper.hint("klik", "Klik op een staaf of een vakje, of kies hierboven een soort, om de partners te zien.")
    _not_there_yet(view, place)


def _key_figures(view: View) -> None:
    """Figures of the partners that take part, each leading to its rows."""
    found: KeyFigures = cached(view, key_figures)
    with st.container(horizontal=True, gap="small"):
        _figure("Aantal partners", found.partners, PARTNERS, "partners")
        _figure("Soorten partners", found.soorten, Evidence("soorten"), "soorten")
        _figure("Initiatiefnemers", found.initiatiefnemers, PARTNERS.also(partnerrol="initiatiefnemer"), "partnerrol")
        if _across_regions(view.selection):
            _figure("In meer regio's", found.in_regios, PARTNERS.also(in_regios="meer"), "in_regios")
        _figure("Strategisch", found.strategisch, PARTNERS.also(strategisch="ja"), "strategisch")


def _across_regions(selection: Selection) -> bool:
    """Whether a partner can take part in several of the regions in view."""
    areas = chosen_areas(selection)
    return areas is None or len({area.plaats for area in areas if area.is_ours}) > 1


def _figure(label: str, amount: int, counted: Evidence, key: str) -> None:
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.metric(label, texts.number(amount), help=texts.DEFINITIONS[key])
        if amount:
            with paper.on_screen_only(f"cijfer_{key}"):
                evidence.link(counted, "Bekijk die ene" if amount == 1 else f"Bekijk de {texts.number(amount)}")


def _not_there_yet(view: View, place: Area | None) -> None:
    """By place the kinds that are not registered there, as a question."""
    st.header("Wie is er nog niet?", anchor=False, help=texts.DEFINITIONS["soort_nog_niet"])
    areas = [place] if place and place.is_ours else cached(view, measure.asked, "selected", "selection")
    if not areas:
        st.caption(texts.NOT_ASKED)
        return
    st.caption(
        "Gevraagd aan het hele register, op welke dag dan ook, en niet alleen aan deze selectie. Een uitnodiging, geen "
        "lijst om af te vinken."
    )
    for area in areas:
        told, figures = cached(view, measure.told, "register", area=area)
        with st.container(gap=None):
            st.markdown(f"**{escape(area.naam)}** {escape(told)}")
            if figures:
                evidence.behind(view, figures, key=f"soorten {area.code}")
    navigation.link("netwerk", "Binnen deze selectie: zie Netwerk", kijk="Tussen regio's")
