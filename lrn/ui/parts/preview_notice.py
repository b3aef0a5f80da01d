"""What is said of a workbook in preview on every page: that it is one, what it still asks, and the way back."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn.register.matching.model import ASIDE, Certainty
from lrn.ui.base import navigation, preview
from lrn.ui.base.escaping import escape
from lrn.ui.base.previewed import Preview
from lrn.ui.parts import data_choices


def banner(path: str) -> None:
    """Say on the page at *path* that a workbook is in preview, with the way back; nothing when none is."""
    say_if_gone(path)
    tried = preview.brought()
    if tried is None:
        return
    elsewhere = preview.is_elsewhere(path)
    name = escape(tried.name)
    if tried.register is None and path != "gegevens" and elsewhere:  # the banner may be out of sight
        st.toast(f"“{name}” telt nog niet mee: u ziet het register van iedereen.", icon=":material/join:")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="proefweergave"):
        if tried.instead:
            where = "hieronder" if path == "gegevens" and data_choices.shown_part() == "koppelen" else "bij Koppelen"
            st.warning(
                f"Het register “{name}” heeft eigen koppen: zeg {where} wat wat is. Wat u kiest ziet alleen u, tot de "
                "koppeling naast het register staat.",
                title="Het register" if tried.register is None else "Proefweergave",
                icon=":material/join:",
            )
        elif tried.register:
            st.warning(
                f"U bekijkt “{name}”. Alleen u ziet dit, en er wordt niets opgeslagen.",
                title="Proefweergave",
                icon=":material/preview:",
            )
        else:
            st.warning(
                f"“{name}” telt nog niet mee. Tot dan ziet u het register van iedereen.",
                title="Uw werkmap",
                icon=":material/join:",
            )
        if path == "gegevens":
            if data_choices.shown_part() != "koppelen" and (asks(tried) or tried.instead):
                st.button("Koppelen", icon=":material/join:", on_click=data_choices.open_part, args=("koppelen",))
        elif asks(tried) or tried.instead:
            navigation.link("gegevens", "Koppelen", icon=":material/join:", onderdeel=data_choices.PARTS["koppelen"])
        back = "Stop met koppelen" if tried.instead else "Terug naar het register"
        st.button(back, icon=":material/undo:", on_click=preview.stop, key="proef_terug")


def say_if_gone(path: str) -> None:
    """Say that the server no longer has the workbook in preview; only on the page at *path* that came first."""
    if preview.gone_since() is True:
        preview.said_gone(path)
    if preview.gone_since() == path:
        st.info(texts.PREVIEW_IS_GONE, icon=":material/history:")


def asks(tried: Preview) -> bool:
    """Whether somebody has yet to say what a sheet or column is."""
    return tried.register is None or tried.proposal.asked > 0


def has_news(tried: Preview) -> bool:
    """Whether something is asked, or was taken for what it is not called, so that it is to be seen first."""
    sheets = [sheet for sheet in tried.proposal.sheets if sheet.sheet != ASIDE]
    told = [sheet.certainty for sheet in sheets] + [c.certainty for sheet in sheets for c in sheet.columns]
    return asks(tried) or Certainty.SURE in told


def solved(tried: Preview) -> str:
    """How much of what there was to say of a workbook that was given back is settled, a Dutch sentence; or ""."""
    before = tried.proposal.matching.before
    if not before or tried.register is None:
        return ""
    amount = max(before - len(tried.register.bevindingen), 0)
    verb = "is" if amount == 1 else "zijn"
    return f"Van de {texts.count(before, 'bevinding', 'bevindingen')} {verb} er {texts.number(amount)} opgelost."
