"""The two faces of the page Register: a list of rows, and the card of one of them."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from lrn import texts
from lrn.measures.rows.evidence import Evidence
from lrn.register.values.remark import short
from lrn.ui.base.cache import View
from lrn.ui.base.escaping import escape
from lrn.ui.browser import ColumnConfig
from lrn.ui.parts import columns, downloads, evidence, open_card, row_table
from lrn.ui.register.listing import FOUND, KINDS, Listing

_WIDTHS = columns.WIDTHS | {"omschrijving": 320, "opbrengst": 320, "partners": 260, FOUND: 260}
_HELP = {"plaats": texts.DEFINITIONS["plaats"], **columns.HELP}


def card(view: View, listing: Listing, kind: str, identity: str) -> None:
    """The card that the address asks for, with the way back to the list and to the cards before and after it.

    A card of a row outside the list, or outside the selection, opens too, and says so.
    """
    _steps(listing, kind, identity)
    frame = getattr(view.register, kind)
    if identity not in set(frame["id"]):
        one = texts.COUNTED[kind][0]
        st.info(
            f"Dit register heeft geen {one} met het ID “{escape(short(identity))}” die meetelt. Misschien hoort de "
            "link bij een andere werkmap, of is de rij sindsdien veranderd.",
            title=f"Deze {one} is er niet",
            icon=":material/link_off:",
        )
        return
    if kind != listing.kind or identity not in listing.ids:
        _outside(view, listing, kind, identity)
    row_table.CARDS[kind](view, identity, here=True)
    if kind == "partners":
        evidence.of_partner(view, identity, within="kaart van partner")


def _steps(listing: Listing, kind: str, identity: str) -> None:
    inside = kind == listing.kind and identity in listing.ids
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Terug naar de lijst", icon=":material/arrow_back:", type="tertiary", on_click=open_card.close)
        if not inside:
            return
        at, last = listing.ids.index(identity), len(listing.ids) - 1
        for label, icon, to in (
            ("Vorige", ":material/chevron_left:", at - 1),
            ("Volgende", ":material/chevron_right:", at + 1),
        ):
            there = 0 <= to <= last
            st.button(
                label,
                icon=icon,
                icon_position="left" if label == "Vorige" else "right",
                type="tertiary",
                disabled=not there,
                on_click=open_card.show,
                args=(kind, listing.ids[to] if there else identity),
            )
        st.caption(f"{texts.number(at + 1)} van {texts.number(last + 1)}", width="content")


def _outside(view: View, listing: Listing, kind: str, identity: str) -> None:
    """Say that what is shown is not in the list, and whether it is in the selection at all."""
    one = texts.COUNTED[kind][0]
    if identity in set(getattr(view.selected, kind)["id"]):
        if kind == listing.kind:  # a list of another kind has none of these anyway
            missed = "niet bij uw zoekopdracht" if listing.typed else "niet bij deze lijst"
            st.caption(f"Deze {one} hoort bij de selectie, maar {missed}.")
        return
    chosen = escape(" · ".join(view.selection.describe(view.register.checked_on)))
    st.info(f"Deze {one} staat in het register, maar valt buiten de selectie: {chosen}.", icon=":material/filter_alt:")


def rows(view: View, listing: Listing) -> None:
    """The list, with what is counted as its title; a click on a row opens its card."""
    st.header(escape(_title(view, listing)), anchor=False)
    evidence.explain(listing.asked, view.selection)
    _about_search(listing)
    if not listing.ids:
        return
    shown = {str(name): _config(str(name), cells, listing) for name, cells in listing.on_screen.items()}
    alt = f"Lijst van {texts.counted(listing.kind, len(listing.ids))}"
    on_open = partial(open_card.show, listing.kind)
    row_table.table(
        listing.to_send,
        ids=listing.ids,
        key="lijst",
        columns=shown,
        alt=alt,
        on_open=on_open,
        high=11,
        replaced=True,
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        row_table.chooser(listing.kind, listing.ids, listing.names, key="open", on_open=on_open)
        _take_along(view, listing)


def _title(view: View, listing: Listing) -> str:
    """What is counted, in words: "12 activiteiten: thema zorg, Holland Rijnland"."""
    asked, counted = listing.asked, texts.counted(listing.kind, listing.amount)
    if listing.typed:
        counted = f"{texts.number(len(listing.ids))} van de {counted}"
    if asked.unit != asked.rows_of:
        different = texts.counted(asked.unit, evidence.amount(view, asked))
        one = texts.COUNTED[asked.rows_of][0]
        these = f"deze {one if listing.amount == 1 else texts.counted(asked.rows_of, listing.amount)}"
        counted = f"{different}, genoemd bij {these}"
    phrases = asked.phrases(evidence.names(view))
    return f"{counted}: {', '.join(phrases)}" if phrases else counted


def _about_search(listing: Listing) -> None:
    """What was searched for and what came of it; and where else it can be found."""
    if not listing.typed:
        if not listing.amount:
            st.caption(texts.NOTHING_HERE)
        return
    alike = sum(hit.alike for hit in listing.hits)
    told = f"Gezocht naar “{escape(listing.typed)}”."
    if not listing.ids:
        told += " In deze lijst is het niet gevonden; probeer een ander woord of een deel ervan."
    elif alike == len(listing.ids):
        told += " Precies zo komt het niet voor; dit lijkt erop."
    elif alike:
        alike_is, they_are = ("lijkt", "staat") if alike == 1 else ("lijken", "staan")
        told += f" {texts.number(alike)} daarvan {alike_is} op uw zoekwoord; die {they_are} onderaan."
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(told, width="content")
        if listing.elsewhere:
            st.button(
                f"{'Nog' if listing.ids else 'Wel'} {texts.number(listing.elsewhere)} buiten deze lijst",
                icon=":material/travel_explore:",
                type="tertiary",
                on_click=evidence.ask,
                args=(Evidence.of(listing.kind, basis="register"),),
                help="Zoekt in het hele register, los van de selectie in de zijbalk",
            )


def _config(name: str, cells: pd.Series, listing: Listing) -> ColumnConfig:
    label, help_text = listing.headings[name], _HELP.get(name)
    if pd.api.types.is_datetime64_any_dtype(cells):
        if cells.dropna().ne(cells.dropna().dt.normalize()).any():  # in a column of the workbook's own
            return st.column_config.DatetimeColumn(label, format="DD-MM-YYYY HH:mm", help=help_text)
        return st.column_config.DateColumn(label, format="DD-MM-YYYY", help=help_text)
    if name in listing.formats and not listing.is_styled:
        return st.column_config.TextColumn(label, help=help_text, alignment="right")
    if pd.api.types.is_numeric_dtype(cells):
        return st.column_config.NumberColumn(label, help=help_text)
    return st.column_config.TextColumn(label, help=help_text, width=_WIDTHS.get(name))


def _take_along(view: View, listing: Listing) -> None:
    """The list as it stands, as Excel and csv."""
    about = [("Lijst", _title(view, listing))]
    about += [("Gezocht naar", listing.typed)] if listing.typed else []
    about += [("Volgorde", listing.sorted_by)] if listing.sorted_by else []
    downloads.table(
        view, listing.to_take, name=KINDS[listing.kind], key="register", of=view.selection, excel=True, about=about
    )
