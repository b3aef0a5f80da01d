"""Partners, the strategic relations: how many, where, and with which activities; apart from the regions' counts."""

from __future__ import annotations

import streamlit as st

from lrn.measures.insights.sentences import Figure
from lrn.measures.partners.strategic import relations_by_place, told
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.parts import evidence

RELATIONS = Evidence.of("partners", basis="register", strategisch="ja")
TAKING_PART = Evidence.of("partners", strategisch="ja")
ACTIVITIES = Evidence.of(strategische_partner="ja")


def show(view: View) -> None:
    """Draw this part of the page."""
    where = cached(view, relations_by_place, "register")
    amount = int(where["aantal"].sum())
    if not amount:
        st.info(
            "Op het werkblad Partners staat nog nergens ‘ja’ bij Strategische relatie. Zet het bij relaties van de "
            "school als geheel, zoals een koepel of een ministerie.",
            title="Nog geen strategische relaties geregistreerd",
            icon=":material/account_balance:",
        )
        return
    taking_part, activities = evidence.amount(view, TAKING_PART), evidence.amount(view, ACTIVITIES)
    figures = [
        Figure(RELATIONS.also(gevestigd=place), int(n))
        for place, n in zip(where["plaats"], where["aantal"], strict=True)
    ]
    figures += [Figure(TAKING_PART, taking_part), Figure(ACTIVITIES, activities)] if taking_part else []
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(escape(told(where, taking_part, activities)))
            evidence.behind(view, figures, key="strategisch")
        st.caption(
            "Relaties van de school als geheel: landelijke koepels, overheden en adviesorganen. Ze staan hier als "
            "context, los van de aantallen van de regio's."
        )
    evidence.show(
        view,
        RELATIONS,
        title="Strategische relaties in het hele register",
        columns=("soort", "gemeente", "schaal", "activiteiten", "rol"),
    )
    if activities:
        evidence.show(view, ACTIVITIES, title="Activiteiten met een strategische relatie")
    else:
        st.header("Activiteiten met een strategische relatie", anchor=False)
        st.caption("Aan deze activiteiten doet nog geen strategische relatie mee. Waar kan er een van betekenis zijn?")
