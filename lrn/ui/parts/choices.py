"""What a visitor looks at on one page: an area, an ingredient, a theme. By list or by a click, and kept in the URL.

A click and a list set the same state, so everything works without a mouse, and a link carries it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.charts.matrix import Shown
from lrn.measures import themes
from lrn.measures.places import LEVEL_NAMES, Area, Level, at, is_in_view, level_in_view
from lrn.measures.rows.evidence import Evidence
from lrn.register.model import Register
from lrn.selection import Selection
from lrn.ui.base import on_offer
from lrn.ui.base.select import one, segments
from lrn.views import charts

_THEMES = [*themes.ALL_THEMES, v.ONBEKEND]  # a bar of values that were not understood can be followed too
INGREDIENT_PARTS = {
    "beeld": "Welke en waar",
    "accent": "Accenten",
    "gerechten": "Gerechten",
    "te_zien": charts.CLAIMED_AND_SUPPORTED.title,
    "verloop": "Verloop",
}
COMBINATION_SIZES = {"2": "Twee", "3": "Drie", "4": "Vier of meer"}
ACTIVE_OR_ENDED = {"aantal": "Actief", "voorbij": "Actief, op de peildatum voorbij"}
SHOWN_NAMES: dict[Shown, str] = {"aantal": "Aantallen", "aandeel": "Aandelen"}


def counts_or_shares() -> Shown:
    """Whether matrices show counts or shares."""
    return segments("Getallen", "getal", SHOWN_NAMES)


def ingredient() -> int | None:
    """The number of the chosen ingredient, or None."""
    return one(
        "Ingrediënt", "kies_ingredient", list(v.INGREDIENT), lambda nr: v.INGREDIENT[nr].label, "Kies een ingrediënt"
    )


def ingredient_part() -> str:
    """Which part of Ingrediënten is shown: a key of ``INGREDIENT_PARTS``."""
    return segments("Kijk naar", "kijk", INGREDIENT_PARTS, label_visibility="collapsed")


def own_place(selection: Selection) -> Area | None:
    """The chosen place, or one of the municipalities that were chosen; or None."""
    level = level_in_view(selection)
    offered = selection.gemeente if level == "gemeente" else v.KIESBARE_PLAATSEN
    return _area(level, offered, "Kies een gemeente" if level == "gemeente" else "Kies een regio")


def _area(level: Level, codes: Sequence[str], placeholder: str) -> Area | None:
    code = one(LEVEL_NAMES[level], "kies_plaats", codes, lambda code: Area(level, code).naam, placeholder)
    return Area(level, code) if code else None


def take_place(code: str) -> None:
    """Have the page look at the place *code*; as a callback."""
    st.session_state["kies_plaats"] = code


def combination_size() -> str:
    """How many ingredients the combinations have: a key of ``COMBINATION_SIZES``."""
    return segments("Aantal ingrediënten", "grootte", COMBINATION_SIZES)


def combination(
    options: Sequence[tuple[int, ...]], name: Callable[[tuple[int, ...]], str], told: Sequence[str]
) -> tuple[int, ...] | None:
    """The chosen one of *options* (their ingredients), or None; *told* stands below each (Markdown)."""
    on_offer.note("Gerechten", "gerecht", options, name)
    if st.session_state.get("gerecht") is not None and st.session_state["gerecht"] not in options:
        st.session_state["gerecht"] = None
    return st.radio(
        "Gerechten",
        options,
        index=None,
        format_func=name,
        captions=told,
        key="gerecht",
        bind="query-params",
        label_visibility="collapsed",
    )


def named_or_shown() -> str:
    """Which activities of an ingredient are listed: a key of ``texts.CLAIMED_AND_SUPPORTED``."""
    names = {part: words.capitalize() for part, words in texts.CLAIMED_AND_SUPPORTED.items()}
    return segments("Activiteiten", "staat", names, "alleen_genoemd")


def take_named_or_shown(nr: int, part: str) -> None:
    """Have the page list *part* of ingredient *nr*; as a callback."""
    st.session_state["kies_ingredient"], st.session_state["staat"] = nr, part


def quarter(names: Sequence[str]) -> str | None:
    """The name of the chosen quarter, or None."""
    return one("Kwartaal", "kwartaal", names, str, "Kies een kwartaal")


def active_or_ended() -> str:
    """Which activities of a quarter are listed: a key of ``ACTIVE_OR_ENDED``."""
    return segments("Activiteiten", "toen", ACTIVE_OR_ENDED)


def choose_accent(nr: int) -> None:
    """Take the ingredient whose dot was clicked."""
    st.session_state["kies_ingredient"] = nr


def choose_named_or_shown(part: tuple[int, str]) -> None:
    """Take the ingredient and the part of its bar that was clicked."""
    take_named_or_shown(*part)


def choose_quarter(part: tuple[str, str]) -> None:
    """Take the quarter whose bar was clicked, and which part of it."""
    st.session_state["kwartaal"], st.session_state["toen"] = part


def theme() -> str | None:
    """The code of the chosen theme, the netwerkthema among them, or None."""
    return one("Thema", "kies_thema", _THEMES, themes.theme_label, "Kies een thema")


def place(selection: Selection) -> Area | None:
    """The chosen place, or None for all; where regions or municipalities were chosen, only those are offered.

    Another one that a link, a click or an earlier choice asks for stays; :func:`explain_place` says what it is then.
    """
    asked = _asked_place(selection)
    if selection.gemeente:
        known = [code for code in v.GEMEENTE if code in (*selection.gemeente, asked)]
        return _area("gemeente", known, "Alle gekozen gemeenten")
    offered = [code for code in v.PLAATSEN if not selection.regio or code in (*selection.regio, asked)]
    return _area("plaats", offered, "Alle regio's")


def explain_place(selection: Selection, place: Area | None) -> tuple[dict[str, str], str]:
    """Say so when the chosen *place* is outside what was chosen, below the choices.

    Returns what an evidence is narrowed by to count what is there, and what to say of it behind its name.
    """
    told = st.container()  # always there, so that the charts below it stay
    if place is None or is_in_view(selection, place):
        return at(place), ""
    told.caption(outside_the_choice(selection, place))
    return at(place) | {"basis": "netwerk"}, f" ({texts.NOT_CHOSEN})"


def outside_the_choice(selection: Selection, area: Area) -> str:
    """Why *area*, which the filters on place leave out, has no figures: all of it, or but for some municipalities."""
    chosen = [code for code in selection.gemeente if code in area.members]
    if not chosen:
        return texts.OUTSIDE_THE_CHOICE.format(plaats=area.naam)
    return texts.PARTLY_CHOSEN.format(
        plaats=area.naam, gemeenten=texts.listing(v.GEMEENTE[code].naam for code in chosen)
    )


def _asked_place(selection: Selection) -> str | None:
    """The place that is chosen, also when only the address says so yet."""
    if "kies_plaats" in st.session_state:
        known: str | None = st.session_state["kies_plaats"]
        return known
    typed, names = st.query_params.get("kies_plaats"), v.NAMEN["gemeente"] if selection.gemeente else v.PLAATS_NAMEN
    return next((code for code, name in names.items() if name == typed), None)


def college(register: Register, *, without: bool = False) -> str | None:
    """The name of the chosen college, or None for all; *without* can also be chosen, as ""."""
    options = [*register.colleges, *([""] if without and register.activiteiten["college"].isna().any() else [])]
    return one("College", "kies_college", options, lambda name: name or texts.WITHOUT_COLLEGE, "Alle colleges")


def explain_college(selection: Selection, college: str | None) -> tuple[dict[str, str], str]:
    """As :func:`explain_place`, of the chosen *college*: what counts there when the filter leaves it out."""
    if college is None or not selection.college or college in selection.college:
        return {}, ""
    return {"ongeacht": "college"}, f" ({texts.NOT_CHOSEN})"


def describe_ingredient(nr: int | None, place: Area | None) -> str:
    """What was chosen, as a heading: the ingredient, and the place when there is one."""
    return (v.INGREDIENT[nr].kort if nr else "Alle ingrediënten") + _in(place)


def _in(place: Area | None) -> str:
    if place is None:
        return ""
    return f" {place.naam.lower()}" if place.code in (v.ELDERS, v.ZONDER) else f" in {place.naam}"


def describe_theme(theme: str | None, place: Area | None, college: str | None) -> str:
    """What was chosen, as a heading: the theme, the place and the college, as far as they are."""
    what = themes.theme_label(theme) if theme else "Alle activiteiten"
    return what + _in(place) + ("" if college is None else f" bij {college}" if college else " zonder college")


_SHOWN_ON: dict[str, tuple[str, Callable[[str], str]]] = {
    "thema": ("kies_thema", themes.theme_label),
    "ingredient": ("kies_ingredient", lambda nr: v.INGREDIENT[int(nr)].label),
    "plaats": ("kies_plaats", v.PLAATS_NAMEN.__getitem__),
    "gemeente": ("kies_plaats", lambda code: v.GEMEENTE[code].naam),
}


def in_address(focus: Evidence) -> dict[str, str]:
    """The address parameters with which Thema's and Ingrediënten open on what *focus* counts."""
    return {_SHOWN_ON[name][0]: _SHOWN_ON[name][1](value) for name, value in focus.where if name in _SHOWN_ON}


def choose_ingredient(nr: int) -> None:
    """Take the ingredient whose bar was clicked."""
    st.session_state["kies_ingredient"] = nr
    st.session_state["kies_plaats"] = None


def choose_ingredient_cell(cell: tuple[int, str]) -> None:
    """Take the ingredient and place whose square was clicked."""
    st.session_state["kies_ingredient"], st.session_state["kies_plaats"] = cell


def choose_theme(code: str) -> None:
    """Take the theme whose bar was clicked."""
    if code in _THEMES:
        _set_theme(code, None, None)


def choose_theme_cell(cell: tuple[str, str]) -> None:
    """Take the theme and place whose square was clicked."""
    theme, place = cell
    _set_theme(theme, place, None)


def choose_college_cell(cell: tuple[str, str]) -> None:
    """Take the college and theme whose square was clicked."""
    college, theme = cell
    _set_theme(theme, None, college)


def choose_theme_quarter(part: tuple[str, str]) -> None:
    """Take the quarter whose bar was clicked, and which part of it; a bar counts every place and college."""
    _set_theme(st.session_state.get("kies_thema"), None, None)
    choose_quarter(part)


def _set_theme(theme: str | None, place: str | None, college: str | None) -> None:
    st.session_state["kies_thema"] = theme
    st.session_state["kies_plaats"] = place
    st.session_state["kies_college"] = college
    st.session_state["kwartaal"] = None
