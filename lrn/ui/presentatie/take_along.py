"""What the core team takes along from Presentatie: the slides of the row on show, and a letter about one place."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lrn.export import pdf
from lrn.export.slides import PLACES, letter_name
from lrn.ui.base.cache import View
from lrn.ui.base.select import one, segments
from lrn.ui.presentatie.slides import offer_deck, offer_letter
from lrn.views.meetings import Meeting


def slides(view: View, meeting: Meeting, row: tuple[str, ...]) -> None:
    """The views of *row* as slides."""
    st.header("Als dia's", anchor=False)
    st.caption("Dezelfde rij met dezelfde cijfers, in PowerPoint: grafieken, tabellen en kaarten zijn te bewerken.")
    offer_deck(view, replace(meeting, scenes=row))


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
