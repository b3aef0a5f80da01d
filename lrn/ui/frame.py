"""What stands above every page: its question, the selection and how much it is of the whole, and what is left out."""

from __future__ import annotations

import streamlit as st

from lrn import clock, texts
from lrn import vocabulary as v
from lrn.measures.insights.sentences import Figure
from lrn.measures.places import per_place
from lrn.measures.rows.evidence import Evidence
from lrn.register.columns import ACTIVITEITEN
from lrn.selection import apply
from lrn.ui.base import filters, navigation
from lrn.ui.base.cache import Opened, View, cached_as
from lrn.ui.base.escaping import escape
from lrn.ui.base.navigation import PageEntry
from lrn.ui.browser import DeltaGenerator
from lrn.ui.gegevens import findings
from lrn.ui.parts import data_choices, downloads, evidence, preview_notice


def show(entry: PageEntry, view: View, opened: Opened) -> DeltaGenerator:
    """Draw the header of the page *entry* for *view*; returns where the page may say something above itself."""
    preview_notice.banner(entry.path)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.title(entry.title, anchor=False, width="content")
        st.caption(entry.question, width="content")
        if view.register.source.is_sample:
            st.badge(texts.SAMPLE_BADGE, icon=":material/science:", color="violet", help=texts.SAMPLE_HELP)
        _left_out(view, entry)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(_selection_line(view), width="content")
        outside = cached_as(view, (_other_places,), lambda: _other_places(view))
        evidence.behind(view, _counted(view, outside), key="selectie", here=entry.path == "register")
        if view.selection.chosen or view.selection.peildatum != clock.today():
            st.button("Wis filters", icon=":material/filter_alt_off:", on_click=filters.clear, type="tertiary")
        _share(view, opened)
    # Always there, so that what is below keeps its place (``lrn.ui.browser.fixes``: moves_up).
    notices = st.container()
    with notices:
        _outside(outside)
        if opened.stale:
            st.warning(escape(opened.stale), icon=":material/history:")
        if opened.register.proposal and not opened.preview:  # at Koppelen it is said of a workbook in preview
            for sentence in opened.register.proposal.gone:
                st.warning(escape(sentence), icon=":material/link_off:")
        if unknown := filters.unknown_in_link(entry.path):
            st.warning(
                f"{escape(texts.quoted(unknown))} uit de link kennen we niet; daarop is niet gefilterd.",
                icon=":material/link_off:",
            )
    return notices


def _share(view: View, opened: Opened) -> None:
    """The link to this very view, and the selection to take along."""
    # Made when it is opened: only then does the address hold what is chosen on the page itself.
    with st.popover(
        "Deel of neem mee", icon=":material/ios_share:", type="tertiary", key="deel", on_change="rerun"
    ) as share:
        if not share.open:
            return
        if not opened.preview:
            st.caption("Met deze link ziet iedereen precies wat u nu ziet, ook later.")
        st.code(filters.link(view.selection), language=None, wrap_lines=True)
        if opened.preview:
            st.caption(texts.LINK_OF_A_PREVIEW)
        downloads.selection(view)
        downloads.for_programs(view)
        st.caption(texts.TAKE_ALONG)


def _selection_line(view: View) -> str:
    amount, total = len(view.selected.activiteiten), view.register.rows_of(ACTIVITEITEN.name).counted
    phrases = " · ".join(escape(phrase) for phrase in view.selection.describe(view.register.checked_on))
    return f"{phrases} — {texts.part_of(amount, total, 'activiteiten')} in het register"


def _counted(view: View, outside: list[tuple[str, Figure]]) -> list[Figure]:
    """The figures of the header: what is selected, what there is, and what is outside the chosen places."""
    total = view.register.rows_of(ACTIVITEITEN.name).counted
    whole = Figure(Evidence.of(basis="register"), total)
    return [Figure(Evidence(), len(view.selected.activiteiten)), whole, *(figure for _, figure in outside)]


def _outside(places: list[tuple[str, Figure]]) -> None:
    """Choosing regions must not make Woerden and the other places disappear without a word."""
    if places:
        outside = (v.PLAATS_NAMEN[v.ELDERS], v.PLAATS_NAMEN[v.ZONDER])
        others = texts.listing(
            f"{name.lower() if name in outside else name} {texts.number(figure.amount)}" for name, figure in places
        )
        st.caption(f"Buiten deze keuze, en hier niet meegeteld: {others}.")


def _other_places(view: View) -> list[tuple[str, Figure]]:
    """What is outside the chosen regions, by the name of its place; nothing when none is chosen."""
    if not view.selection.regio:
        return []
    frame = per_place(apply(view.selection.everywhere, view.register))
    rest = frame[~frame["code"].isin(view.selection.regio) & (frame["aantal"] > 0)]
    return [
        (_within_a_sentence(code), Figure(Evidence.of(basis="netwerk", plaats=code), amount))
        for code, amount in zip(rest["code"], rest["aantal"].tolist(), strict=True)
    ]


def _within_a_sentence(place: str) -> str:
    """The name of a *place*; what is no name is written as any word."""
    name = v.PLAATS_NAMEN[place]
    return name.lower() if place in (v.ELDERS, v.ZONDER) else name


def _left_out(view: View, entry: PageEntry) -> None:
    """How many rows do not count, or what else there is to look at: a link to the findings."""
    label = findings.label(view.register)
    if label and entry.path != "gegevens":
        navigation.link("gegevens", label, icon=":material/rule:", onderdeel=data_choices.PARTS["bevindingen"])
