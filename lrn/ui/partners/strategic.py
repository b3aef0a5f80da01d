"""Partners, the strategic relations: how many, where, and with which activities; apart from the regions' counts."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.insights.sentences import Figure
from lrn.measures.partners.strategic import relations_by_place
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
            st.markdown(
                _told(amount, [figure.amount for figure in figures], list(where["plaats"]), taking_part, activities)
            )
            evidence.behind(figures, key="strategisch")
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


def _told(amount: int, counts: list[int], places: list[str], taking_part: int, activities: int) -> str:
    """How many there are and where, and how many take part in the selection, as Markdown."""
    there = ": " + texts.listing(f"{texts.number(n)} {_in(place)}" for n, place in zip(counts, places, strict=False))
    if len(places) == 1:
        there = f", {f'alle {texts.number(amount)} ' if amount > 2 else 'beide ' if amount > 1 else ''}{_in(places[0])}"
    relations = texts.count(amount, "strategische relatie", "strategische relaties")
    told = f"In het hele register {'staat' if amount == 1 else 'staan'} {relations}{there}."
    if not taking_part:
        return escape(f"{told} Aan de activiteiten in deze selectie doet er geen mee.")
    do, who = "doet" if taking_part == 1 else "doen", texts.capital(texts.of_those(taking_part, amount))
    return escape(f"{told} {who} {do} mee aan {texts.activities(activities)} in deze selectie.")


def _in(place: str) -> str:
    name = v.PLAATS_NAMEN[place]
    return name.lower() if place in (v.ELDERS, v.ZONDER) else f"in {name}"
