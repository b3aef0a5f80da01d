"""One activity as a readable card: everything that the workbook says of it, and what it is connected with."""

from __future__ import annotations

import re
from collections.abc import Iterable

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.rows import card as measure
from lrn.measures.rows import similar
from lrn.measures.rows.card import Activity, Fact, Named, TakesPart, Verbindingslijn
from lrn.register.model import Finding, Register, Severity
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape, escape_lines
from lrn.ui.browser import DeltaGenerator
from lrn.ui.parts import open_card

_WIDEST = 24  # letters of a word that has room in a table beside the rest of a card
ASIDE = dict(zip(Severity, (":material/error:", ":material/help:", ":material/edit:"), strict=True))


def card(view: View, identity: str, *, here: bool = False, narrow: bool = False) -> bool:
    """Draw the activity with ID *identity*, selected or not; False, and nothing drawn, when the register has none.

    *here*: on the page Register, where another card takes the place of this one; elsewhere links lead there. *narrow*
    puts everything below one another, for a card in a column of its own.
    """
    found = cached(view, measure.activity, "register", identity=identity)
    if found is None:
        return False
    st.header(escape(found.naam), anchor=False)
    st.caption(" · ".join(escape(part) for part in (found.plaats, found.id, found.rij)))
    if found.omschrijving:
        st.text(found.omschrijving)
    left, right = sides(narrow)
    with left:
        _ingredients(found)
        _partners(found, here)
        _lines(found, here)
        if found.opbrengst:
            st.subheader("Opbrengst", anchor=False)
            st.text(found.opbrengst)
    with right:
        facts(found.facts)
        _kept_up(found)
        findings(found.findings)
    _neighbours(view, identity, here)
    return True


def sides(narrow: bool) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Where a card tells its story and where it lists its facts: beside each other, or below one another."""
    if narrow:
        return st.container(), st.container()
    left, right = st.columns([3, 2], gap="large")
    return left, right


def facts(told: Iterable[Fact]) -> None:
    """What the workbook says under its headings; what was not understood is "Onbekend", with what was typed.

    A table breaks no word, so that a long link would push what stands beside it out of sight: it stands below.
    """
    told = tuple(told)
    if shown := {escape(fact.heading): _told(fact) for fact in told if not _too_wide(fact)}:
        st.table(shown, border="horizontal")
    for fact in filter(_too_wide, told):
        st.markdown(f":gray[{escape(fact.heading)}]\\\n{_told(fact)}")


def findings(found: Iterable[Finding]) -> None:
    """What there is to say about the row, each with its cell; nothing when all is well."""
    found = tuple(found)
    if not found:
        return
    st.subheader("Bevindingen bij deze rij", anchor=False)
    for finding in found:
        meant = f" Bedoelt u {escape(finding.suggestion)}?" if finding.suggestion else ""
        st.markdown(f"{ASIDE[finding.severity]} {escape(finding.message)}.{meant} :small[{escape(finding.cell)}]")


def takes_part(kind: str, rows: Iterable[TakesPart], *, here: bool) -> None:
    """Who take part, or in what: the way to each, with the role and the added value."""
    for number, row in enumerate(rows):
        with st.container(gap=None):
            open_card.link(kind, row.other, here=here, where=f"deelname {number}")
            if told := [escape(part) for part in (row.what, row.rol, row.meerwaarde) if part]:
                st.caption(" · ".join(told))


def line_facts(line: Verbindingslijn) -> str:
    """What the workbook says of *line* besides its ends, in one phrase."""
    since = f"sinds {line.sinds}" if line.sinds else ""
    return " · ".join(escape(part) for part in (line.vorm, line.frequentie, since, line.omschrijving) if part)


def _told(fact: Fact) -> str:
    if not fact.typed:
        return escape_lines(fact.text)
    return f"{escape_lines(fact.text or texts.ONBEKEND)} :gray[– in de werkmap: {escape(fact.typed)}]"


def _too_wide(fact: Fact) -> bool:
    words = re.split(r"[\s-]+", f"{fact.heading} {fact.text} {fact.typed}")
    return max(map(len, words)) > _WIDEST


def _ingredients(found: Activity) -> None:
    st.subheader("Ingrediënten", anchor=False, help="Welke van de elf ingrediënten u hierin herkent. Geen checklist.")
    if not found.ingredienten:
        st.caption("Er zijn nog geen ingrediënten genoemd. Welke herkent u?")
        return
    st.markdown("  \n".join(f"{nr}\\. {v.INGREDIENT[nr].naam}" for nr in found.ingredienten))


def _partners(found: Activity, here: bool) -> None:
    st.subheader("Partners", anchor=False)
    if not found.partners:
        st.caption("Er is nog geen partner geregistreerd. Wie doen er mee?")
    takes_part("partners", found.partners, here=here)


def _lines(found: Activity, here: bool) -> None:
    st.subheader("Verbindingslijnen", anchor=False)
    if not found.lines:
        st.caption("Er is nog geen verbindingslijn geregistreerd. Met wie worden hier ervaringen gedeeld?")
    for line in found.lines:
        with st.container(gap=None):
            open_card.link("activiteiten", line.other(found.id), here=here, where=f"lijn {line.id}")
            st.caption(line_facts(line))


def _kept_up(found: Activity) -> None:
    when = f"Bijgewerkt: {found.bijgewerkt}." if found.bijgewerkt else ""
    asked = f"Nog niet ingevuld: {texts.listing(found.missing)}. Wie vult aan?" if found.missing else ""
    st.caption(escape(" ".join(part for part in (when, asked) if part)))


def _neighbours(view: View, identity: str, here: bool) -> None:
    """Activities that are like this one, with what they share; how much that is, is a number that says nothing."""
    found = cached(view, _alike, "register", identity=identity)
    if not found:
        return
    st.subheader("Lijkt op", anchor=False, help="De activiteiten in het register die hier het meest op lijken.")
    for named, shared in found:
        with st.container(gap=None):
            open_card.link("activiteiten", named, here=here, where="lijkt op")
            st.caption(escape(shared))


def _alike(register: Register, *, identity: str) -> list[tuple[Named, str]]:
    names = dict(zip(register.activiteiten["id"], register.activiteiten["naam"], strict=True))
    found = similar.neighbours(identity, similar.features(register))
    return [(Named(names[near.id], near.id), similar.in_words(near.shared, register)) for near in found]
