"""A partner and a verbindingslijn as readable cards, in the manner of an activity's."""

from __future__ import annotations

import streamlit as st

from lrn.measures.rows import card as measure
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.parts import open_card
from lrn.ui.parts.activity_card import facts, findings, line_facts, sides, takes_part


def partner(view: View, identity: str, *, here: bool = False, narrow: bool = False) -> bool:
    """Draw the partner with ID *identity*; False, and nothing drawn, when the register has none."""
    found = cached(view, measure.partner, "register", identity=identity)
    if found is None:
        return False
    st.header(escape(found.naam), anchor=False)
    st.caption(" · ".join(escape(part) for part in (found.id, found.rij)))
    left, right = sides(narrow)
    with left:
        st.subheader("Doet mee aan", anchor=False, help="Alle activiteiten in het register, ongeacht de selectie.")
        if not found.activiteiten:
            st.caption("Bij deze partner is nog geen activiteit geregistreerd. Wie ziet hier een kans?")
        takes_part("activiteiten", found.activiteiten, here=here)
    with right:
        facts(found.facts)
        findings(found.findings)
    return True


def line(view: View, identity: str, *, here: bool = False) -> bool:
    """Draw the verbindingslijn with ID *identity*; False, and nothing drawn, when the register has none."""
    found = cached(view, measure.line, "register", identity=identity)
    if found is None:
        return False
    st.header(escape(f"Van {found.van.naam} naar {found.naar.naam}"), anchor=False)
    st.caption(" · ".join(escape(part) for part in (found.id, found.rij)))
    if told := line_facts(found):
        st.markdown(told)
    for label, end in (("Van", found.van), ("Naar", found.naar)):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.caption(label, width="content")
            open_card.link("activiteiten", end, here=here, where=label)
    findings(found.findings)
    return True
