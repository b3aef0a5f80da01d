"""Gegevens, *Koppelen*: what the sheets and columns of a workbook are, and what saying so does to the figures."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lrn import texts
from lrn.export.outside.formats import XLSX
from lrn.measures.quality.usable import Usable
from lrn.register.columns import ACTIVITEITEN
from lrn.register.matching import beside
from lrn.register.matching.decide import NOT_TAKEN
from lrn.register.model import Register
from lrn.ui.base import preview
from lrn.ui.base.cache import View
from lrn.ui.base.escaping import escape
from lrn.ui.base.previewed import Preview
from lrn.ui.gegevens.koppelen import chosen, matched, sheets
from lrn.ui.gegevens.koppelen import values as matching_values
from lrn.ui.parts import data_choices, preview_notice, upload

# What is counted: in what words, and what a change of it is called.
_FIGURES: tuple[tuple[str, str, Callable[[Usable], int]], ...] = (
    ("**{n}** van de {rijen} rijen tellen mee", "rijen die meetellen", lambda found: found.counted),
    ("**{n}** actief op {dag}", "actief", lambda found: found.active),
    ("**{n}** met een gemeente of regio", "met gemeente of regio", lambda found: found.placed),
    ("**{n}** met een status", "met status", lambda found: found.with_status),
    ("**{n}** met een thema", "met thema", lambda found: found.with_theme),
)


def show(view: View) -> None:
    """Draw this part of the page."""
    tried = preview.brought()
    if tried is None:
        _start(view.register)
    else:
        _match(tried)


def instead_of_register(problem: str) -> None:
    """Where the register of everyone cannot be read because of *problem*: what is in it, if somebody can say that; or a
    workbook of one's own."""
    if preview.brought() is None and preview.try_shared():
        st.rerun()  # the browser is told at the start of a run what to remember
    preview_notice.say_if_gone("")
    tried = preview.brought()
    if tried is None:
        st.error(escape(problem), title=texts.NO_REGISTER, icon=":material/folder_off:")
        if preview.can_be_matched():
            st.write(
                "Heeft het register eigen koppen of werkbladen? Zeg bij Koppelen wat wat is: dan ziet u meteen cijfers."
            )
            st.button(
                "Koppel het register", icon=":material/join:", on_click=preview.begin_instead, key="koppel_gedeeld"
            )
    else:
        st.info(
            f"“{escape(tried.name)}” heeft andere werkbladen of koppen dan wij kennen. Zeg hieronder wat wat is: "
            "dan ziet u meteen cijfers, en u kunt uw keuzes meenemen voor wie het register beheert.",
            title=texts.NO_REGISTER,
            icon=":material/join:",
        )
        _match(tried)
    upload.offer("Bekijk eerst een eigen werkmap" if tried is None else "Of kies een andere werkmap")


def _start(register: Register) -> None:
    name, told = register.source.name, matched.sentence(register)
    st.header("Dit register heeft een koppeling" if told else "Heten uw kolommen anders?", anchor=False)
    st.write(
        f"{escape(told)} Bekijk die, of kies anders: u ziet meteen wat een keuze met de cijfers doet."
        if told
        else "Zeg één keer wat elk werkblad en elke kolom is, en uw eigen werkmap telt mee zoals die is. U ziet meteen "
        "wat een keuze met de cijfers doet."
    )
    left, right = st.columns(2, gap="large")
    with left:
        upload.offer("Uw werkmap")
    with right:
        st.write(f"Of begin met de werkmap van nu, “{escape(name)}”.")
        label = "Bekijk de koppeling" if told else "Koppel deze werkmap"
        st.button(label, icon=":material/join:", on_click=preview.begin_with_shared, key="koppel_gedeeld")
        st.caption("Alleen u ziet wat u kiest; aan het register verandert niets.")


def _match(tried: Preview) -> None:
    if refused := preview.refused():
        st.error(escape(refused), icon=":material/folder_off:")
    _effect(tried)
    _steps(tried)
    for sentence in tried.proposal.gone:
        st.warning(escape(sentence), icon=":material/link_off:")
    if tried.register is None:
        _columns(tried)
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        part = data_choices.matching_part()
        st.caption(_questions(tried), width="content")
    if part == "kolommen":
        _columns(tried)
    else:
        matching_values.show(tried)


def _columns(tried: Preview) -> None:
    if tried.proposal.notes:
        st.caption("\n".join(f"- {escape(sentence)}" for sentence in tried.proposal.notes))
    sheets.show(tried)


def _questions(tried: Preview) -> str:
    """How much there is left to say, in words."""
    columns = tried.proposal.asked
    values = len(matching_values.groups(tried))
    asked = [texts.count(columns, "vraag over de kolommen", "vragen over de kolommen")] if columns else []
    asked += [texts.count(values, "soort waarde niet herkend", "soorten waarden niet herkend")] if values else []
    if asked:
        return texts.capital(texts.listing(asked))
    if left := chosen.left(tried):
        return f"Geen vragen meer. U liet {texts.count(left, 'waarde', 'waarden')} staan."
    return "Geen vragen meer."


def _effect(tried: Preview) -> None:
    """What there is to count now, and what the last choice did to it."""
    now, before = tried.usable, tried.before
    st.header(escape(tried.name), anchor=False)
    shown = _FIGURES if tried.register else _FIGURES[:1]  # of nothing the rest says nothing
    amounts = {"rijen": texts.number(now.rows), "dag": texts.long_date(now.day)}
    st.markdown(" · ".join(told.format(n=texts.number(of(now)), **amounts) for told, _, of in shown))
    if before is not None and tried.earlier:
        changed = [
            f"{name} {texts.number(of(before))} → **{texts.number(of(now))}**"
            for _, name, of in _FIGURES
            if of(before) != of(now)
        ]
        if not changed and tried.asked != tried.asked_before:
            changed = [f"nog te kiezen {texts.number(tried.asked_before)} → **{texts.number(tried.asked)}**"]
        told = " · ".join(changed) or "deze cijfers bleven gelijk"
        st.markdown(f":blue-badge[:material/arrow_forward: Uw laatste keuze] {told}")
        if preview.is_new(tried):  # seen wherever on the page the choice was made
            st.toast(
                texts.capital(" · ".join(changed[:2]) or told), icon=":material/arrow_forward:"
            )  # of more it shows a part


def _steps(tried: Preview) -> None:
    if tried.register is None:
        st.info(escape(_needed(tried)), icon=":material/join:")
    if solved := preview_notice.solved(tried):
        st.caption(solved)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if tried.earlier:
            st.button("Ongedaan maken", icon=":material/undo:", on_click=preview.undo, key="koppel_terug")
        if tried.register:
            with st.popover("Neem uw keuzes mee", icon=":material/save:", key="koppel_mee"):
                _take_along(tried)


def _needed(tried: Preview) -> str:
    """What has to be said before there is anything to count."""
    sheet = next(
        (f for f in tried.proposal.sheets if f.sheet == ACTIVITEITEN.name and f.certainty not in NOT_TAKEN), None
    )
    if sheet is None:
        return "Er zijn nog geen cijfers: zeg eerst op welk werkblad de activiteiten staan."
    if sheet.missing:
        return f"Er zijn nog geen cijfers: zeg eerst in welke kolom {_named(sheet.missing)}."
    return tried.problem


def _named(headings: tuple[str, ...]) -> str:
    return f"{texts.listing(f'‘{name}’' for name in headings)} {'staan' if len(headings) > 1 else 'staat'}"


def _take_along(tried: Preview) -> None:
    """The choices as a file to put beside the register, and the workbook in the form that needs none."""
    name, _, ending = tried.name.rpartition(".")
    st.markdown("**Uw werkmap in de vorm van het register**")
    st.caption(
        "Met de koppen, waarden en ID's zoals u ze koos. Al het andere blijft zoals het was; elke wijziging staat op "
        "het blad Wijzigingen."
    )
    made = preview.given_back()
    if ending.lower() not in preview.MARKABLE:
        st.caption("Dat kan met een .xlsx: sla de werkmap in Excel zo op en upload die opnieuw.")
    elif made is None:
        st.button("Maak de verbeterde werkmap", icon=":material/auto_fix_high:", on_click=preview.give_back, key="geef")
    else:
        st.download_button(
            "Download de verbeterde werkmap",
            data=made,
            file_name=f"{name} - verbeterd.{ending}",
            mime=XLSX,
            type="primary",
            icon=":material/download:",
            on_click="ignore",
            key="verbeterd",
        )
    st.markdown("**Alleen de koppeling**")
    st.caption("Zet dit bestand in de map van het register, dan leest iedereen de werkmap zoals u hier koos.")
    st.download_button(
        "Download de koppeling",
        data=tried.toml,
        file_name=f"{name}{beside.ENDING}",
        mime="application/toml",
        icon=":material/download:",
        on_click="ignore",
        key="koppel_bestand",
    )
