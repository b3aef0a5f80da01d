"""What the page Register lists: which rows, found by which words, with which columns and in which order.

All of it stands in the address: words, columns and order as bound widgets, what is counted as the evidence that the
link of a figure brought along.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st
from pandas.io.formats.style import Styler

from lrn.export.values import formatted
from lrn.measures.quality.freshness import ago
from lrn.measures.rows import evidence as counting
from lrn.measures.rows import listing as measure
from lrn.measures.rows import search
from lrn.measures.rows.evidence import Evidence
from lrn.measures.rows.search import Hit
from lrn.register.reading.number_format import as_shown
from lrn.ui.base import on_offer
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.base.escaping import escape
from lrn.ui.base.select import segments
from lrn.ui.parts import evidence, open_card
from lrn.ui.parts.columns import FIRST, MOST_STYLED, USUAL

KINDS = {"activiteiten": "Activiteiten", "partners": "Partners", "verbindingslijnen": "Verbindingslijnen"}
FOUND, AGO = "gevonden", "geleden"  # columns of a list beside those of the register
UP, DOWN = "Oplopend", "Aflopend"
_PLACEHOLDERS = {
    "activiteiten": "Naam, partner, thema, woord uit de omschrijving…",
    "partners": "Naam, soort, gemeente, activiteit…",
    "verbindingslijnen": "Van of naar, vorm, woord uit de omschrijving…",
}


@dataclass(frozen=True)
class Listing:
    """The rows that are listed, in order, and how that came about.

    ``table`` has every column that is shown and ``headings`` says what each is called; ``names`` are the rows by name.
    ``amount`` is how many rows there were before something was searched for, ``hits`` says where each was found, and
    ``elsewhere`` how many more rows of the register have what was typed.
    """

    kind: str
    asked: Evidence
    amount: int
    ids: tuple[str, ...]
    names: tuple[str, ...]
    table: pd.DataFrame
    headings: dict[str, str]
    typed: str = ""
    hits: tuple[Hit, ...] = ()
    elsewhere: int = 0
    sorted_by: str = ""
    formats: dict[str, str] = field(default_factory=dict)

    @cached_property
    def on_screen(self) -> pd.DataFrame:
        """``table`` as it is read on screen, where a row says how long ago it was updated."""
        shown = self.table.drop(columns=AGO, errors="ignore")
        return shown.assign(bijgewerkt=self.table[AGO]) if AGO in self.table else shown

    @property
    def to_send(self) -> pa.Table | Styler:
        """``on_screen`` in the form in which it goes to the browser, numbers of the workbook's own as Excel shows them.

        The browser sorts these by their value when someone clicks on their heading, but for very long lists.
        """
        return self._formatted() if self.is_styled else self._plain

    @property
    def is_styled(self) -> bool:
        """Whether there are numbers that are sent as such, with how they are shown."""
        return bool(self.formats) and self.on_screen.size <= MOST_STYLED

    @cached_property
    def _plain(self) -> pa.Table:
        """As Streamlit would make it at every run."""
        columns = {
            name: self.on_screen[name].map(lambda cell, code=code: "" if pd.isna(cell) else as_shown(cell, code))
            for name, code in self.formats.items()
        }
        return pa.Table.from_pandas(self.on_screen.assign(**columns))

    def _formatted(self) -> Styler:
        """The only way in which Streamlit shows a number by a text and keeps it a number."""
        looks: dict[Any, Any] = {name: partial(as_shown, code=code) for name, code in self.formats.items()}
        return self.on_screen.style.format(looks, na_rep="", subset=list(looks))

    @cached_property
    def to_take(self) -> pd.DataFrame:
        """``table`` as it is taken along, with dates, numbers with their format, and under its headings."""
        taken = self.table.drop(columns=AGO, errors="ignore")
        return formatted(taken, self.formats).rename(columns=self.headings)


def choose(view: View, asked: Evidence) -> Listing:
    """Draw what a list can be chosen by, and return the rows of *asked* that are chosen."""
    kind = asked.rows_of
    headings = cached(view, measure.headings, "register", kind=kind)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        typed = _words(kind)
        _choose_kind(asked, kind)
        with st.popover("Kolommen en volgorde", icon=":material/view_column:", type="tertiary"):
            column, descending = _choose_order(headings)
            columns = [FIRST[kind][0], *_choose_columns(kind, headings)]
    whole = cached_as(view, ("lijst", asked, kind), lambda: _whole(view, asked, kind))
    formats = cached(view, measure.formats, "register", kind=kind)
    how = _How(asked, kind, headings, column, descending, tuple(columns), formats)
    if typed:  # not kept: there are as many as there are words
        return _found(view, how, whole, typed)
    return cached_as(view, ("op een rij", asked, kind, column, descending, *columns), lambda: _listed(view, how, whole))


@dataclass(frozen=True)
class _How:
    """What was chosen: which rows, in the order of which column, and which columns are shown."""

    asked: Evidence
    kind: str
    headings: dict[str, str]
    column: str | None
    descending: bool
    columns: tuple[str, ...]
    formats: dict[str, str]

    def listing(self, whole: pd.DataFrame, table: pd.DataFrame, **found: Any) -> Listing:
        """The rows of *table*, out of *whole*."""
        names = table["van"] + " – " + table["naar"] if self.kind == "verbindingslijnen" else table["naam"]
        where = [FOUND] if FOUND in table else []
        ago = [AGO] if "bijgewerkt" in self.columns else []
        return Listing(
            kind=self.kind,
            asked=self.asked,
            amount=len(whole),
            ids=tuple(table["id"]),
            names=tuple(names),
            table=table[[self.columns[0], *where, *self.columns[1:], *ago]].reset_index(drop=True),
            headings=self.headings | {FOUND: "Gevonden in"},
            formats={name: code for name, code in self.formats.items() if name in self.columns},
            sorted_by=f"{self.headings[self.column]}, {(DOWN if self.descending else UP).lower()}"
            if self.column
            else "",
            **found,
        )


def _listed(view: View, how: _How, whole: pd.DataFrame) -> Listing:
    """All rows of *whole*."""
    return how.listing(whole, whole.iloc[_positions(view, how, whole)])


def _found(view: View, how: _How, whole: pd.DataFrame, typed: str) -> Listing:
    """The rows of *whole* in which *typed* is found, the best first unless they are in the order of a column."""
    hits, elsewhere = _find(view, how.kind, typed, whole)
    if how.column:
        by_id = {hit.id: hit for hit in hits}
        ordered = whole["id"].iloc[_positions(view, how, whole)]
        hits = [by_id[identity] for identity in ordered if identity in by_id]
    at = {identity: position for position, identity in enumerate(whole["id"])}
    table = whole.iloc[[at[hit.id] for hit in hits]]
    if any(hit.where for hit in hits):
        table = table.assign(**{FOUND: ["; ".join(hit.where) for hit in hits]})
    return how.listing(whole, table, typed=typed, hits=tuple(hits), elsewhere=elsewhere)


def _whole(view: View, asked: Evidence, kind: str) -> pd.DataFrame:
    """All rows of *asked* with all columns that can be chosen, and how long ago each was updated."""
    rows = counting.rows(view.register, view.selection, asked)
    whole = measure.table(view.register, rows, kind=kind, within=view.selected)
    if "bijgewerkt" in whole:
        days = (pd.Timestamp(view.register.checked_on) - whole["bijgewerkt"]).dt.days.clip(lower=0)
        told = {age: ago(age) for age in days.dropna().unique()}
        whole[AGO] = days.map(told).astype(object).fillna("")
    return whole


def _find(view: View, kind: str, typed: str, whole: pd.DataFrame) -> tuple[list[Hit], int]:
    """Where *typed* is found among the rows of *whole*, and in how many other rows of the register it stands."""
    index = cached(view, search.index, "register", kind=kind)
    hits = index.find(typed, among=set(whole["id"]))
    return hits, index.amount(typed) - sum(not hit.alike for hit in hits)


def _positions(view: View, how: _How, whole: pd.DataFrame) -> list[int]:
    if how.column is None:
        return list(range(len(whole)))
    column, descending = how.column, how.descending
    return cached_as(
        view,
        ("volgorde", how.asked, how.kind, column, descending),
        lambda: measure.order(whole, kind=how.kind, column=column, descending=descending),
    )


# ── What can be chosen ───────────────────────────────────────────────────────────────────────────────────────


def _words(kind: str) -> str:
    """The words that are looked for; typing them closes a card, as the list is then what one looks at."""
    typed = st.text_input(
        "Zoek",
        key="zoek",
        bind="query-params",
        type="search",
        live=True,
        placeholder=_PLACEHOLDERS[kind],
        on_change=open_card.close,
        label_visibility="collapsed",
        width=400,
    )
    return (typed or "").strip()[: search.LONGEST]


def _choose_kind(asked: Evidence, kind: str) -> None:
    """Which kind of rows is listed. It is part of the evidence, and stands in the address as such."""
    st.session_state["lijst_van"] = kind
    st.segmented_control(
        "Lijst van",
        list(KINDS),
        format_func=KINDS.__getitem__,
        required=True,
        key="lijst_van",
        on_change=_take_kind,
        wrap=True,
        label_visibility="collapsed",
    )


def _take_kind() -> None:
    asked, _ = counting.read(st.query_params.get_all(evidence.PARAMETER))
    open_card.close()
    evidence.ask(asked.counting(st.session_state["lijst_van"]))


def _choose_columns(kind: str, headings: dict[str, str]) -> list[str]:
    """The columns that are shown beside the first, in the order of the workbook."""
    options = [name for name in headings if name != FIRST[kind][0]]
    key = {"activiteiten": "kolommen", "partners": "partnerkolommen", "verbindingslijnen": "lijnkolommen"}[kind]
    on_offer.note("Kolommen", key, options, lambda name: escape(headings[name]))
    if set(st.session_state.get(key) or ()) - set(options):
        st.session_state[key] = [name for name in st.session_state[key] if name in options]
    chosen = st.pills(
        "Kolommen",
        options,
        format_func=lambda name: escape(headings[name]),
        selection_mode="multi",
        default=[name for name in (*FIRST[kind][1:], *USUAL[kind]) if name in options],
        key=key,
        bind="query-params",
        help="Contactgegevens staan hier nooit bij. Van de eigen kolommen van de werkmap staan hier alleen die met "
        "getallen, datums of ja en nee: in andere kan iets over personen staan.",
    )
    return [name for name in options if name in chosen]


def _choose_order(headings: dict[str, str]) -> tuple[str | None, bool]:
    """The column that the list is in the order of, or None, and whether from high to low."""
    on_offer.note("Volgorde", "sorteer", headings, headings.__getitem__)
    if st.session_state.get("sorteer") not in (None, *headings):
        st.session_state["sorteer"] = None
    with st.container(horizontal=True, gap="small"):
        column = st.selectbox(
            "Volgorde",
            list(headings),
            index=None,
            format_func=headings.__getitem__,
            key="sorteer",
            bind="query-params",
            placeholder="Volgorde van de werkmap (bij zoeken: beste eerst)",
            width=330,
        )
        direction = segments("Richting", "richting", {UP: UP, DOWN: DOWN})
    return column, direction == DOWN
