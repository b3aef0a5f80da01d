"""What a visitor looks at on one page: an area, an ingredient, a theme. By list or by a click, and kept in the URL.

A click and a list set the same state, so everything works without a mouse, and a link carries it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import streamlit as st

from lrn import vocabulary as v
from lrn.charts.matrix import Shown
from lrn.measures import themes
from lrn.register.model import Register
from lrn.ui.cards import clicked

T = TypeVar("T")
S = TypeVar("S", bound=str)

_THEMES = [*themes.ALL_THEMES, v.ONBEKEND]  # a bar of values that were not understood can be followed too
PARTS = {
    "stand": "Stand",
    "bevindingen": "Bevindingen",
    "actualiseren": "Te actualiseren",
    "tijd": "Door de tijd",
}
THRESHOLDS = {"een half jaar": 182, "een jaar": 365, "twee jaar": 730}
SHOWN_NAMES: dict[Shown, str] = {"aantal": "Aantallen", "aandeel": "Aandelen"}


def shown() -> Shown:
    """Whether matrices show counts or shares."""
    return _segments("Getallen", "getal", SHOWN_NAMES)


def ingredient() -> int | None:
    """The number of the chosen ingredient, or None."""
    return _one(
        "Ingrediënt", "kies_ingredient", list(v.INGREDIENT), lambda nr: v.INGREDIENT[nr].label, "Kies een ingrediënt"
    )


def theme() -> str | None:
    """The code of the chosen theme, the netwerkthema among them, or None."""
    return _one("Thema", "kies_thema", _THEMES, themes.theme_label, "Kies een thema")


def place() -> str | None:
    """The code of the chosen place, or None for all."""
    return _one("Plaats", "kies_plaats", list(v.PLAATSEN), v.PLAATS_NAMEN.__getitem__, "Alle plaatsen")


def college(register: Register) -> str | None:
    """The name of the chosen college, or None for all."""
    return _one("College", "kies_college", register.colleges, str, "Alle colleges")


def part() -> str:
    """Which part of Gegevens is shown: a key of ``PARTS``."""
    return _segments("Onderdeel", "onderdeel", PARTS)


def open_part(part: str) -> None:
    """Have Gegevens show *part*; before its choice is drawn, or as a callback."""
    st.session_state["onderdeel"] = part


def weights(register: Register) -> tuple[str, ...]:
    """The weights of the findings that are wanted; empty for all."""
    names = {"fout": "Fouten", "waarschuwing": "Waarschuwingen", "opmerking": "Opmerkingen"}
    return _several("Gewicht", "gewicht", [w.value for w in register.weights], names.__getitem__, "Alle gewichten")


def sheets(register: Register) -> tuple[str, ...]:
    """The sheets whose findings are wanted; empty for all."""
    names = [rows.sheet for rows in register.rows]
    names += sorted(set(register.bevindingen["sheet"]) - set(names))
    return _several("Werkblad", "werkblad", names, str, "Alle werkbladen")


def kinds(names: dict[str, str]) -> tuple[str, ...]:
    """The kinds of change that are wanted; empty for all. *names* maps their codes to labels."""
    return _several("Alleen", "soort", list(names), names.__getitem__, "Alle veranderingen")


def group(names: Sequence[str]) -> str:
    """Which group of measures is compared."""
    return _segments("Cijfers", "cijfers", {name: name for name in names})


def threshold() -> int:
    """After how many days an activity asks for a look."""
    return THRESHOLDS[_segments("Niet bijgewerkt sinds", "ouder_dan", {name: name for name in THRESHOLDS}, "een jaar")]


def describe_ingredient(nr: int, place: str | None) -> str:
    """What was chosen, as a heading: the ingredient, and the place when there is one."""
    return v.INGREDIENT[nr].kort + (f" in {v.PLAATS_NAMEN[place]}" if place else "")


def describe_theme(theme: str, place: str | None, college: str | None) -> str:
    """What was chosen, as a heading: the theme, and the place and college when there are."""
    where = f" in {v.PLAATS_NAMEN[place]}" if place else ""
    return themes.theme_label(theme) + where + (f" bij {college}" if college else "")


def choose_ingredient() -> None:
    """Take the ingredient whose bar was clicked."""
    if nr := _first(clicked("ingredienten")):
        st.session_state["kies_ingredient"] = int(nr)
        st.session_state["kies_plaats"] = None


def choose_ingredient_cell() -> None:
    """Take the ingredient and place whose square was clicked."""
    if cell := clicked("ingredient_matrix"):
        st.session_state["kies_ingredient"], st.session_state["kies_plaats"] = int(cell[0]), cell[1]


def choose_theme() -> None:
    """Take the theme whose bar was clicked."""
    code = _first(clicked("themas"))
    if code in _THEMES:
        _set_theme(code, None, None)


def choose_theme_cell() -> None:
    """Take the theme and place whose square was clicked."""
    if cell := clicked("thema_matrix"):
        _set_theme(cell[0], cell[1], None)


def choose_college_cell() -> None:
    """Take the college and theme whose square was clicked."""
    if cell := clicked("college_matrix"):
        _set_theme(cell[1], None, cell[0])


def _set_theme(theme: str, place: str | None, college: str | None) -> None:
    st.session_state["kies_thema"] = theme
    st.session_state["kies_plaats"] = place
    st.session_state["kies_college"] = college


def _first(value):
    """A bar's customdata arrives as a value or as a list of one."""
    return value[0] if isinstance(value, (list, tuple)) else value


def _segments(label: str, key: str, names: dict[S, str], default: S | None = None, **more: Any) -> S:
    """One of a few, all in sight: a key of *names*; the first one, or *default*, until a visitor chooses."""
    return st.segmented_control(
        label,
        list(names),
        format_func=names.__getitem__,
        default=default or next(iter(names)),
        required=True,
        key=key,
        bind="query-params",
        wrap=True,
        **more,
    )


def _several(label: str, key: str, options: Sequence[T], name: Callable[[T], str], placeholder: str) -> tuple[T, ...]:
    state = st.session_state.get(key)
    if state and not set(state) <= set(options):
        st.session_state[key] = [value for value in state if value in options]
    chosen = st.multiselect(
        label, options, format_func=name, key=key, bind="query-params", placeholder=placeholder, width=280
    )
    return tuple(option for option in options if option in chosen)


def _one(
    label: str,
    key: str,
    options: Sequence[T],
    name: Callable[[T], str],
    placeholder: str,
    *,
    width: int = 210,
    **more: Any,
) -> T | None:
    """One of many, or None; a choice that is no longer among *options* is let go."""
    if st.session_state.get(key) is not None and st.session_state[key] not in options:
        st.session_state[key] = None
    return st.selectbox(
        label,
        options,
        index=None,
        format_func=name,
        key=key,
        bind="query-params",
        placeholder=placeholder,
        width=width,
        **more,
    )


one, segments = _one, _segments  # for choices that stand in modules of their own
