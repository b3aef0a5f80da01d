"""The verticale sateprikker, and bewust, actief en intensief: ideas of the vision, explained and shown as figures."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network import skewer
from lrn.measures.network.figures import EVIDENCE
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.base.select import one
from lrn.ui.netwerk.choices import look_at
from lrn.ui.parts import chart_card, chart_table, choices, downloads, evidence
from lrn.views import network

_MOST = 6
_WORDS = """De visie wil niveaus met elkaar verbinden. Een activiteit die **strategisch, tactisch en operationeel**
samenbrengt, van bestuurstafel tot werkvloer, heet daar een *verticale sateprikker*: die prikt door alle lagen heen.
Niet elke activiteit hoeft dat te zijn; waar een laag nog ontbreekt, staat die vaak al vlakbij klaar."""
_THREE = """**Bewust**: we weten dat we deel van het netwerk zijn en kiezen waar we meedoen. **Actief**: we zoeken
anderen op en pakken kansen samen op. **Intensief**: we blijven bij elkaar, zodat leren van elkaar gewoon wordt.
Zo lezen wij de drie woorden van de visie; welke er bij een activiteit passen, staat in de kolom Deelname."""


_LEVELS, _HOW = "prikker", "kies_deelname"


def show(view: View) -> None:
    """Explain both ideas, with their figures and what stands ready."""
    st.header("De verticale sateprikker", anchor=False)
    st.markdown(_WORDS, width=760)
    whole = EVIDENCE["sateprikker.volledig"]
    left, right = st.columns(2, gap="large")
    with left:
        chart_card.chart(view, network.SKEWERS, on_click=_take)
        if amount := evidence.amount(view, whole):
            joins = "verbindt" if amount == 1 else "verbinden"
            evidence.link(whole, f"**{texts.activities(amount)}** {joins} alle drie")
        else:
            st.caption("Nog geen activiteit verbindt alle drie. Welke is er het dichtst bij?")
        joined = one(
            "Niveaus", _LEVELS, skewer.COMBINATIONS, _combination, "Kies niveaus of klik op een balk", width=330
        )
    with right:
        _next_to(view)
    if joined is not None:
        evidence.show(view, network.skewer_evidence(joined), title=_combination(joined))
    _of_the_school(view)
    _participation(view, beside=joined is not None)


def _of_the_school(view: View) -> None:
    """Who of the school takes part at each level of the network, each figure the way to its rows."""
    st.header("Wie van de school meedoet", anchor=False)
    st.caption("Per niveau van het netwerk: bij hoeveel activiteiten de kolom Betrokkenen hen noemt")
    st.caption(chart_card.basis(view))
    frame = cached(view, skewer.levels_by_school)
    school, levels = v.BETROKKENEN.codes, v.NIVEAUS.codes
    amounts = frame.pivot(index="betrokkene", columns="niveau", values="aantal").loc[list(school), list(levels)]
    shown = amounts.rename(index=v.BETROKKENEN.label, columns=lambda level: texts.capital(v.NIVEAUS.label(level)))
    shown = shown.rename(index=texts.capital).rename_axis(index="Van de school", columns=None).reset_index()

    def counts(position: int, column: str) -> list[Evidence]:
        headings = list(shown.columns[1:])
        asked = [levels[headings.index(column)]] if column in headings else levels
        return [Evidence.of(niveau=level, betrokkene=school[position]) for level in asked]

    chart_table.leading(view, shown, counts, key="school", alt="Cijfers: wie van de school meedoet, per niveau")
    downloads.table(view, shown, name="Wie van de school meedoet", key="school_csv", of=view.selection)


def _participation(view: View, *, beside: bool) -> None:
    st.header("Bewust, actief en intensief", anchor=False)
    st.markdown(_THREE, width=760)
    with st.container(horizontal=True, gap="small"):
        how = one("Deelname", _HOW, v.DEELNAME.codes, _how, "Alle drie")
        place = choices.place(view.selection)
        college = choices.college(view.register, without=True)
    where, beyond = choices.explain_place(view.selection, place)
    left, right = st.columns(2, gap="large")
    with left:
        if not view.selection.gemeente:  # of a region of which some municipalities were chosen there is no figure
            chart_card.chart(view, network.participation("plaats", view.selection), on_click=_take_place)
    with right:
        chart_card.chart(view, network.participation("college", view.selection), on_click=_take_college)
    if how:
        told = choices.describe_theme(None, place, college).removeprefix("Alle activiteiten")
        counted = Evidence.of(deelname=how, **where, college=college)
        evidence.show(view, counted, title=f"{_how(how)}{told}{beyond}", beside=beside)


def _how(code: str) -> str:
    return texts.capital(v.DEELNAME.label(code))


def _combination(joined: str) -> str:
    return texts.capital(skewer.combination_name(joined))


def _take(joined: str) -> None:
    st.session_state[_LEVELS] = None if st.session_state.get(_LEVELS) == joined else joined


def _take_place(cell: tuple[str, str]) -> None:
    place, how = cell
    st.session_state["kies_plaats"], st.session_state["kies_college"] = place, None
    st.session_state[_HOW] = how


def _take_college(cell: tuple[str, str]) -> None:
    college, how = cell
    st.session_state["kies_college"], st.session_state["kies_plaats"] = college, None
    st.session_state[_HOW] = how


def _next_to(view: View) -> None:
    """Activities where one level is absent and stands ready next to it."""
    st.header("Waar de prikker nog stopt", anchor=False)
    frame = cached(view, skewer.per_activity)
    ready = frame[(frame["niveaus"] == 2) & frame["ernaast"].map(lambda beside: any(names for _, names in beside))]
    if ready.empty:
        st.caption("Geen activiteit met twee niveaus waar het derde al bij een buur meedoet.")
        return
    st.caption("Twee van de drie niveaus doen mee, en het derde staat bij een partner of verbonden activiteit klaar.")
    for row in ready.head(_MOST).to_dict("records"):
        with st.container(gap=None):
            name = f"activiteit:{row['activiteit']}"
            st.button(
                escape(row["naam"]),
                icon=":material/hub:",
                type="tertiary",
                key=f"naam prikker {name}",
                on_click=look_at,
                args=(name,),
            )
            st.caption(escape(row["zin"]))
