"""Which card is open on the page Register: it stands in the address, so that a link, a reload and Back all work."""

from __future__ import annotations

import streamlit as st

from lrn.measures.rows.card import Named
from lrn.register.values.cell import id_of
from lrn.ui.base import navigation
from lrn.ui.base.escaping import escape

PARAMETERS = {"activiteiten": "activiteit", "partners": "partner", "verbindingslijnen": "lijn"}
"""The query parameter that holds the ID of an open card, by the kind of row."""

ICONS = {
    "activiteiten": ":material/hub:",
    "partners": ":material/handshake:",
    "verbindingslijnen": ":material/timeline:",
}


OPENS = "Opent op de pagina Register"
"""What the link to a card says of itself."""


def current() -> tuple[str, str] | None:
    """The kind and the ID of the card that the address asks for, or None. An ID is read as in the workbook."""
    for kind, parameter in PARAMETERS.items():
        if identity := id_of(st.query_params.get(parameter, "")):
            return kind, identity
    return None


def show(kind: str, identity: str | None) -> None:
    """Open a card; to be used as a callback on the page Register. None opens nothing.

    Everything is written at once, as each writing is a step of Back; another card that was open becomes empty, because
    nothing can be taken out of the address in the same step.
    """
    if identity is None:
        return
    st.query_params.update(closing() | {PARAMETERS[kind]: identity})


def closing() -> dict[str, str]:
    """What to write to the address so that no card is open, together with what else is written to it."""
    return {parameter: "" for parameter in PARAMETERS.values() if st.query_params.get(parameter)}


def close() -> None:
    """Close the card; to be used as a callback on the page Register."""
    for parameter in PARAMETERS.values():
        if st.query_params.get(parameter):
            del st.query_params[parameter]


def link(kind: str, named: Named, *, here: bool, where: str) -> None:
    """The way to the card of what is *named*; just its name when it has none.

    On the page Register itself (*here*) a button: a link to the page one is on leaves the address as it was, so that a
    reload would show another card. *where* tells two buttons to the same card apart.
    """
    if not named.id:
        st.markdown(escape(named.naam))
    elif here:
        st.button(
            escape(named.naam),
            icon=ICONS[kind],
            type="tertiary",
            key=f"naam {where} {kind} {named.id}",  # paper.css knows by it that the button is a name
            on_click=show,
            args=(kind, named.id),
        )
    else:
        navigation.link("register", escape(named.naam), icon=ICONS[kind], told=OPENS, **{PARAMETERS[kind]: named.id})
