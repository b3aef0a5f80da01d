"""Gegevens, *Koppelen*: what the sheets and columns of a workbook are, and what saying so does to the figures."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lrn import texts
from lrn.measures.usable import Usable
from lrn.register.matching.toml import to_toml
from lrn.ui import looks, matching_sheets, trial, upload
from lrn.ui.cache import View
from lrn.ui.escaping import escape
from lrn.ui.trial import Trial

_FIGURES: tuple[tuple[str, Callable[[Usable], int]], ...] = (
    ("Rijen tellen mee", lambda found: found.counted),
    ("Actief op {dag}", lambda found: found.active),
    ("Met gemeente of regio", lambda found: found.placed),
    ("Met een status", lambda found: found.with_status),
    ("Met een thema", lambda found: found.with_theme),
)


def show(view: View) -> None:
    """Draw this part of the page."""
    tried = trial.brought()
    if tried is None:
        _start(view.register.source.name)
    else:
        _match(tried)


def instead_of_register() -> None:
    """Where the register of everyone cannot be read: what is in it, if that can be said; or a workbook of one's own."""
    if trial.brought() is None and trial.try_shared():
        st.rerun()  # the browser is told at the start of a run what to remember
    trial.say_if_gone("")
    tried = trial.brought()
    if tried is not None and tried.register is None:
        _match(tried)
    upload.offer()


def _start(name: str) -> None:
    st.header("Heten uw kolommen anders?", anchor=False)
    st.write(
        "Zeg één keer wat elk werkblad en elke kolom is, en uw eigen werkmap telt mee zoals die is. U ziet meteen wat "
        "een keuze met de cijfers doet."
    )
    left, right = st.columns(2, gap="large")
    with left:
        upload.offer("Uw werkmap")
    with right:
        st.write(f"Of begin met de werkmap van nu, “{escape(name)}”.")
        st.button("Koppel deze werkmap", icon=":material/join:", on_click=trial.begin_with_shared, key="koppel_gedeeld")
        st.caption("Alleen u ziet wat u kiest; aan het register verandert niets.")


def _match(tried: Trial) -> None:
    if refused := trial.refused():
        st.error(escape(refused), icon=":material/folder_off:")
    _effect(tried)
    _steps(tried)
    for sentence in tried.proposal.gone:
        st.warning(escape(sentence), icon=":material/link_off:")
    for sentence in tried.proposal.notes:
        st.caption(escape(sentence))
    matching_sheets.show(tried)


def _effect(tried: Trial) -> None:
    """What there is to count now, and what there was before the last choice."""
    now, before = tried.usable, tried.before
    asked = tried.proposal.asked
    told = f"{texts.count(asked, 'vraag', 'vragen')} over" if asked else "Alles is gekoppeld" if tried.register else ""
    st.header(f"{escape(tried.name)}{f': {told.lower()}' if told else ''}", anchor=False)
    with st.container(horizontal=True, gap="small", key="koppel_gevolg"):
        for label, of in _FIGURES:
            amount = texts.number(of(now))
            first = label == _FIGURES[0][0]
            changed = before is not None and of(before) != of(now)
            st.metric(
                label.format(dag=texts.long_date(now.day)),
                f"{amount} van {texts.number(now.rows)}" if first else amount,
                f"was {texts.number(of(before))}" if changed and before else None,
                delta_color="off",
                delta_arrow="off",
                border=True,
                width=210,
            )


def _steps(tried: Trial) -> None:
    if tried.register is None:
        st.info(escape(tried.problem), icon=":material/join:")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if tried.earlier:
            st.button("Ongedaan maken", icon=":material/undo:", on_click=trial.undo, key="koppel_terug")
        if tried.decided or tried.proposal.matching:
            st.download_button(
                "Download de koppeling",
                data=to_toml(tried.proposal.matching),
                file_name=f"{tried.name.rpartition('.')[0]}.koppeling.toml",
                mime="application/toml",
                icon=":material/download:",
                on_click="ignore",
                type=looks.main_button() if tried.register and not tried.proposal.asked else "secondary",
                key="koppel_bestand",
                help="Zet dit bestand naast het register, in dezelfde map: dan leest het dashboard de werkmap voor "
                "iedereen zoals u hier hebt gekozen.",
            )
            st.caption("Zet die naast het register, in dezelfde map: dan geldt die voor iedereen.", width="content")
