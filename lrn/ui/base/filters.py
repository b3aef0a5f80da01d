"""The filters that all pages share: widgets in the sidebar, their values in the URL, and back to a Selection.

Each widget is bound to the query parameter of its own name (``bind="query-params"``), so the selection survives a
change of page and a link opens the same view elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode

import streamlit as st

from lrn import clock
from lrn import vocabulary as v
from lrn.measures.rows.conditions import is_day
from lrn.register.model import Register
from lrn.selection import ALLE_DATA, FIRST_DAY, JA_NEE, LAST_DAY, Selection, parameters
from lrn.ui.base import compare_with

T = TypeVar("T")

MULTIPLE = ("regio", "gemeente", "college", "thema", "ingredient", "vorm", "status")


def show(register: Register) -> Selection:
    """Draw the filters where the caller is (the sidebar) and return what they say."""
    colleges = register.colleges
    _adopt_link(colleges)
    with st.container(gap="xxsmall"):
        everything = st.toggle(
            "Alles, ongeacht datum",
            key=ALLE_DATA,
            bind="query-params",
            help="Aan: alle activiteiten tellen, ook wat nog moet beginnen of al voorbij is. "
            "Uit: alleen wat actief is op de peildatum.",
        )
        day = st.date_input(
            "Peildatum",
            # Not "today": Streamlit would take the chosen day for the default, and drop it from the URL.
            value=clock.today(),
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            key="peildatum",
            bind="query-params",
            format="DD-MM-YYYY",
            disabled=everything,
        )
    compared_with = compare_with.choose()
    regio = _choose("Regio", "regio", v.KIESBARE_PLAATSEN, v.PLAATS_NAMEN.__getitem__, "Alle regio's")
    gemeente = _choose("Gemeente", "gemeente", tuple(v.GEMEENTE), lambda c: v.GEMEENTE[c].naam, "Alle gemeenten")
    college = _choose("College", "college", colleges, str, "Alle colleges")
    thema = _choose("Thema", "thema", v.THEMAS.codes, v.THEMAS.label, "Alle thema's")
    netwerkthema = st.selectbox(
        "Netwerkthema",
        list(JA_NEE),
        index=None,
        key="netwerkthema",
        bind="query-params",
        placeholder="Alle activiteiten",
        help="Ja: op het netwerkthema arbeidsmarkttransities. Nee: op andere thema's, of niet ingevuld.",
    )
    ingredient = _choose(
        "Ingrediënt", "ingredient", tuple(v.INGREDIENT), lambda nr: v.INGREDIENT[nr].label, "Alle ingrediënten"
    )
    vorm = _choose("Verschijningsvorm", "vorm", v.VORMEN.codes, v.VORMEN.label, "Alle vormen")
    status = _choose("Status", "status", v.STATUSSEN.codes, v.STATUSSEN.label, "Alle statussen")
    return Selection(
        peildatum=None if everything else day or clock.today(),
        regio=regio,
        gemeente=gemeente,
        college=college,
        thema=thema,
        netwerkthema=JA_NEE.get(netwerkthema or ""),
        ingredient=ingredient,
        vorm=vorm,
        status=status,
        vergelijk=compared_with,
    )


def clear() -> None:
    """Put every filter back to its default; to be used as a callback."""
    for name in MULTIPLE:
        st.session_state[name] = []
    st.session_state["netwerkthema"] = None
    st.session_state["peildatum"] = clock.today()
    st.session_state[ALLE_DATA] = False
    st.session_state["_link_unknown"] = []


def link(selection: Selection) -> str:
    """The address of this very view, with its whole selection, so that it shows the same on another day."""
    asked = {name: list(dict.fromkeys(st.query_params.get_all(name))) for name in st.query_params}
    asked |= parameters(selection)
    base = (st.context.url or "").split("?", 1)[0]
    return f"{base}?{urlencode(asked, doseq=True)}" if asked else base


def _choose(label: str, key: str, options: tuple[T, ...], name: Callable[[T], str], placeholder: str) -> tuple[T, ...]:
    """A multiselect on *options*; a remembered choice that the register no longer has is let go."""
    state = st.session_state.get(key)
    if state and not set(state) <= set(options):
        st.session_state[key] = [value for value in state if value in options]
    chosen = st.multiselect(label, options, format_func=name, key=key, bind="query-params", placeholder=placeholder)
    return tuple(option for option in options if option in chosen)


def _adopt_link(colleges: tuple[str, ...]) -> None:
    """Understand links that people write by hand, and say which values of a link are not known here.

    ``?regio=AM19`` or ``?ingredient=3`` become the option they stand for; ``?peildatum=alles`` switches the
    peildatum off. Streamlit itself drops what is not an option without a word.
    """
    if st.session_state.get("_link_read"):
        return
    st.session_state["_link_read"] = True
    labels: dict[str, dict[str, object]] = {
        "regio": {v.PLAATS_NAMEN[c]: c for c in v.KIESBARE_PLAATSEN},
        "gemeente": {g.naam: g.code for g in v.GEMEENTEN},
        "college": {c: c for c in colleges},
        "thema": {v.THEMAS.label(c): c for c in v.THEMAS.codes},
        "ingredient": {v.INGREDIENT[nr].label: nr for nr in v.INGREDIENT},
        "vorm": {v.VORMEN.label(c): c for c in v.VORMEN.codes},
        "status": {v.STATUSSEN.label(c): c for c in v.STATUSSEN.codes},
    }
    unknown = compare_with.unknown()
    if st.query_params.get("peildatum") == ALLE_DATA:
        st.session_state[ALLE_DATA] = True
    elif (typed_day := st.query_params.get("peildatum")) and not _is_day(typed_day):
        unknown.append(typed_day)
    unknown += [t for t in _typed("netwerkthema") if t not in JA_NEE]
    for name, options in labels.items():
        typed = _typed(name)
        if all(value in options for value in typed):
            continue
        meant = {str(code).casefold(): code for code in options.values()}
        meant |= {v.PLAATS_KORT[code].casefold(): code for code in options.values() if code in v.PLAATS_KORT}
        meant |= {label.casefold(): code for label, code in options.items()}
        st.session_state[name] = [meant[t.casefold()] for t in typed if t.casefold() in meant]
        unknown += [t for t in typed if t.casefold() not in meant]
    st.session_state["_link_unknown"] = unknown


def _typed(name: str) -> list[str]:
    """What the address says of one filter; a value that is empty says nothing."""
    return [value for value in st.query_params.get_all(name) if value.strip()]


def _is_day(text: str) -> bool:
    return is_day(text) and FIRST_DAY <= date.fromisoformat(text) <= LAST_DAY


def unknown_in_link(page: str) -> list[str]:
    """The values in the link that opened this session which no filter knows; only on the *page* that it opened."""
    opened = st.session_state.setdefault("_link_page", page)
    return st.session_state.get("_link_unknown", []) if opened == page else []
