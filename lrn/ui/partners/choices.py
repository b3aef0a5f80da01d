"""What a visitor looks at on Partners: a part, a kind of partner, what is added, a pair of names."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lrn import vocabulary as v
from lrn.measures.partners import added_value
from lrn.measures.partners.kinds import LABELS
from lrn.measures.places import Area
from lrn.ui.base.select import one, segments
from lrn.views import partner_charts

PARTS = {
    "soorten": "Soorten en regio's",
    "wie": "Wie doet mee",
    "meerwaarde": partner_charts.ADDED_VALUE.title,
    "strategisch": "Strategische relaties",
    "dubbel": "Mogelijk dubbel",
}
KIND, PLACE, VALUE, PAIR = "kies_soort", "kies_plaats", "kies_meerwaarde", "kies_paar"
_VALUES = [
    (side, code)
    for side, part in added_value.SIDES.items()
    for code in (*part.values.codes, v.ONBEKEND)  # a bar of values that were not understood can be followed too
]


def part() -> str:
    """Which part of the page is shown: a key of ``PARTS``."""
    return segments("Bekijk", "partners_kijk", PARTS, label_visibility="collapsed")


def kind() -> str | None:
    """The code of the chosen kind of partner ("" is not filled in), or None."""
    return one("Soort partner", KIND, list(LABELS), LABELS.__getitem__, "Alle soorten", width=240)


def choose_kind(code: str) -> None:
    """Take the kind whose bar was clicked."""
    st.session_state[KIND], st.session_state[PLACE] = code, None


def choose_cell(cell: tuple[str, str]) -> None:
    """Take the kind and the place whose square was clicked."""
    st.session_state[KIND], st.session_state[PLACE] = cell


def describe(kind: str | None, place: Area | None) -> str:
    """What was chosen, as a heading: the kind, and the place when there is one."""
    what = PARTS["wie"] if kind is None else LABELS[kind]
    if place is None:
        return what
    return f"{what} {place.naam.lower()}" if place.code in (v.ELDERS, v.ZONDER) else f"{what} in {place.naam}"


def value() -> tuple[str, str] | None:
    """What is added that was chosen, as the side and the code, or None."""
    return one("Meerwaarde", VALUE, _VALUES, value_name, "Kies een meerwaarde", width=360)


def value_name(value: tuple[str, str]) -> str:
    """What is added, and by whom."""
    side, code = value
    return f"{added_value.SIDES[side].naam}: {added_value.spoken(side, code)}"


def choose_value(value: tuple[str, str]) -> None:
    """Take what is added whose bar was clicked."""
    st.session_state[VALUE] = tuple(value)


def pair(names: Sequence[str]) -> str | None:
    """The chosen pair of partners, as its name among *names*, or None."""
    return one("Paar", PAIR, names, str, "Kies een paar om naast elkaar te leggen", width=560)
