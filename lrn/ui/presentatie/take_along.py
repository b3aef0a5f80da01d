"""What the core team takes along from Presentatie: the row on show as slides and as a set, a letter about a place."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lrn import clock
from lrn.export import naming, pdf
from lrn.export.slides import PLACES, letter_name
from lrn.ui.base.cache import View
from lrn.ui.base.escaping import escape
from lrn.ui.base.select import one, segments
from lrn.ui.browser import upload as without_english
from lrn.ui.presentatie import own_sets
from lrn.ui.presentatie.slides import offer_deck, offer_letter
from lrn.views import set_files, sets
from lrn.views.meetings import Meeting


def slides(view: View, meeting: Meeting, row: tuple[str, ...]) -> None:
    """The views of *row* as slides."""
    st.header("Als dia's", anchor=False)
    st.caption("Dezelfde rij met dezelfde cijfers, in PowerPoint: grafieken, tabellen en kaarten zijn te bewerken.")
    offer_deck(view, replace(meeting, scenes=row), name=st.session_state.get(own_sets.NAME) or "")


def letter(view: View) -> None:
    """One A4 about a place, to send to a municipality."""
    st.header("Als factsheet", anchor=False)
    st.caption("Eén A4 over een regio of gemeente, om op te sturen: met activiteiten en partners bij naam.")
    place = one("Factsheet over", "brief_over", list(PLACES), letter_name, "Kies een regio of gemeente", width=280)
    if not place:
        return
    ending = segments("Als bestand", "brief_als", {"pptx": "PowerPoint", "pdf": "PDF"})
    if ending == "pdf" and not pdf.office():
        st.info(pdf.ABSENT, icon=":material/picture_as_pdf:")
    else:
        offer_letter(view, place, ending=ending)


def own_set(view: View, meeting: Meeting, row: tuple[str, ...], found: set_files.Found) -> None:
    """The row under a name, as a file that can stand beside the register; and the box for such a file.

    What is shown is saved if it is a set that was *found*, as it is there.
    """
    st.header("Als eigen reeks", anchor=False)
    st.caption(
        "Sla deze rij op onder een naam: dan staat die in de link. Zet het bestand in de map van het register, en "
        "iedereen kan de reeks kiezen."
    )
    st.text_input("Naam van de reeks", key=own_sets.TYPED, max_chars=sets.LONGEST_NAME, width=280)
    chosen = sets.said(view.selection, clock.today())
    phrases = escape(", ".join(view.selection.describe()))
    of = st.checkbox(
        "Met deze selectie", key=own_sets.WITH, disabled=not chosen, help=f"Bij de reeks hoort dan: {phrases}"
    )
    selection = view.selection if of and chosen else None
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Sla de reeks op",
            icon=":material/bookmark_add:",
            key="reeks_opslaan",
            on_click=own_sets.save,
            args=(meeting.key, row, selection),
        )
        saved = sets.find(st.session_state.get(own_sets.NAME) or "", found.sets)
        if saved and own_sets.is_as_saved(saved, row, view):
            st.download_button(
                "Download het bestand",
                data=lambda: set_files.to_toml(saved),
                file_name=f"{naming.plain(saved.name) or 'reeks'}{set_files.ENDING}",
                mime="application/toml",
                icon=":material/download:",
                on_click="ignore",
                key="reeks_download",
            )
    without_english.box(
        f"Een reeks uit een bestand (eindigt op {set_files.ENDING})",
        key="reeks_bestand",
        on_change=own_sets.bring,
        args=("reeks_bestand",),
    )
