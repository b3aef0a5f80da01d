"""Who is looking: where the service asks visitors to sign in, nobody sees a page who may not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from lrn import settings, texts
from lrn.access import may_enter
from lrn.ui.base.escaping import escape

_asked: list[bool] = []


def ask() -> None:
    """Have everybody sign in, from now on and as long as the process lives: the service says so."""
    _asked.append(True)


def may_go_on() -> bool:
    """Whether this visitor may see the page; if not, what to do is on screen."""
    try:
        found = settings.now()
    except settings.SettingsError as problem:
        _say(str(problem))
        return False
    if not _asked:
        if found.sign_in:
            _say("Aanmelden is ingesteld, en kan alleen bij de dienst: start het dashboard met python -m lrn dienst.")
            return False
        return True
    claims = _claims()
    if not claims:
        _say("Meld u aan met uw schoolaccount om het dashboard te zien.")
        st.button("Aanmelden", type="primary", on_click=st.login)
        return False
    if not may_enter(claims, found.may_enter):
        _say(f"U bent aangemeld{_as(claims)}, maar mag het dashboard niet zien. Vraag het kernteam om toegang.")
        st.button("Afmelden", on_click=st.logout)
        return False
    return True


def show() -> None:
    """Draw who is signed in, and the way out."""
    if _asked:
        st.divider()
        st.caption(escape(f"Aangemeld{_as(_claims())}"))
        st.button("Afmelden", on_click=st.logout, key="afmelden")


def _claims() -> Mapping[str, Any]:
    return st.user.to_dict() if st.user.get("is_logged_in") else {}


def _as(claims: Mapping[str, Any]) -> str:
    name = next((str(claims[key]) for key in ("name", "preferred_username", "email") if claims.get(key)), "")
    return f" als {name}" if name else ""


def _say(sentence: str) -> None:
    st.title(texts.APP, anchor=False)
    st.info(escape(sentence), icon=":material/lock:")
