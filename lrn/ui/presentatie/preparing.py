"""Before the meeting: which one it is and what it is about, and its row of views, chosen, moved and left out."""

from __future__ import annotations

import base64

import streamlit as st

from lrn.filters import FILTER, FILTERS, Code
from lrn.ui.base import on_offer
from lrn.ui.base.cache import View, cached_as
from lrn.ui.base.escaping import escape
from lrn.ui.base.select import one, understand
from lrn.ui.browser import focus, naming
from lrn.ui.presentatie import own_sets, presenter
from lrn.views import meetings
from lrn.views.meetings import MEETINGS, USUAL, Meeting
from lrn.views.set_files import Found
from lrn.views.sets import find, left_out
from lrn.views.sketches import WIDTH, sketch

_ABOUT, _FOCUS = "gaat_over", "_toetsen_verder"
_VIEW = "beeld_"  # what the keys of the containers of views begin with
_CARD = WIDTH + 4  # pixels, wide enough for its buttons too
_MOST = 3  # sentences about files


def meeting() -> Meeting:
    """The meeting that is chosen."""
    names = {key: m.name for key, m in MEETINGS.items()}
    on_offer.note("Vergadering", own_sets.MEETING, names, names.__getitem__)
    key = st.selectbox(
        "Vergadering",
        list(names),
        format_func=names.__getitem__,
        key=own_sets.MEETING,
        placeholder="Kies",
        bind="query-params",
        on_change=own_sets.other_meeting,
        width=_WIDE,
    )
    own_sets.meeting_is(key or USUAL.key)
    return MEETINGS.get(key, USUAL)


_WIDE = 190


def own_set() -> Found:
    """Which set is shown, among those beside the register and one's own; returns these."""
    found = own_sets.known()
    names = [each.name for each in found.sets]
    one("Reeks", own_sets.NAME, names, str, "Standaard", width=_WIDE, on_change=own_sets.other_set, help=_SETS)
    return found


_SETS = "Een rij beelden die onder een naam is opgeslagen. Leeg: de standaard van de vergadering."


def views(chosen: Meeting) -> tuple[str, ...]:
    """The keys of the views that are shown, in order: those of the meeting, or the visitor's own row."""
    by_name = {scene.name: key for key, scene in meetings.SCENES.items()}
    understand(own_sets.VIEWS, by_name, own_sets.called_before(by_name), many=True)
    on_offer.note("Eigen rij van beelden", own_sets.VIEWS, meetings.SCENES, lambda key: meetings.SCENES[key].name)
    own = st.multiselect(
        "Eigen volgorde",
        list(meetings.SCENES),
        format_func=lambda key: meetings.SCENES[key].name,
        key=own_sets.VIEWS,
        bind="query-params",
        placeholder="Standaardvolgorde",
        help="Leeg: de standaard van deze vergadering. Kies de beelden in uw volgorde; hieronder verschuift u ze.",
    )
    return tuple(own) or chosen.scenes


def notices(view: View, chosen: Meeting, row: tuple[str, ...], found: Found) -> None:
    """What is asked of who prepares the meeting, and what there is to say of the sets that were *found*."""
    with st.container(gap="small"):  # always there, so that what is below keeps its place
        _ask(view, chosen)
        saved = find(st.session_state.get(own_sets.NAME) or "", found.sets)
        if saved and not own_sets.is_as_saved(saved, row, view):
            st.caption(f"De reeks ‘{escape(saved.name)}’ is hier gewijzigd en nog niet opnieuw opgeslagen.")
        problems = [*own_sets.told(), *found.problems]
        for problem in problems[:_MOST]:
            st.warning(escape(problem), icon=":material/playlist_remove:")
        if more := len(problems) - _MOST:
            st.caption(f"En nog {more} zulke meldingen." if more > 0 else "")


def _ask(view: View, chosen: Meeting) -> None:
    """Which region, or which college, the meeting is about: the filter of that name in the sidebar."""
    if not chosen.about:
        return
    by = FILTER[chosen.about]
    values, offered = by.values(view.selection), by.offered(view.register)
    others = [each for each in FILTERS if each.place and by.place and each is not by and each.values(view.selection)]
    if len(values) > 1 or others or not offered:
        return  # it was answered in another way, or nobody can
    st.session_state[_ABOUT] = next(iter(values), None)
    st.selectbox(
        chosen.which,
        offered,
        index=None,
        format_func=by.name,
        key=_ABOUT,
        placeholder=f"Kies een {by.label.lower()}",
        on_change=_answer,
        args=(by.field,),
        width=_WIDE,
    )
    if not values:
        st.caption(f"Nog niet gekozen: u ziet {by.placeholder.lower()}.")


def _answer(field: str) -> None:
    answer: Code | None = st.session_state[_ABOUT]
    st.session_state[field] = [] if answer is None else [answer]


def arrange(view: View, chosen: Meeting, row: tuple[str, ...]) -> None:
    """The views in order, each a small picture with buttons to move and to leave it out; then what is left out."""
    with st.container(horizontal=True, gap="small"):
        for position, key in enumerate(row):
            name = meetings.SCENES[key].name
            with st.container(key=f"{_VIEW}{key}", width=_CARD, gap="xxsmall"):
                st.markdown(f"![]({_picture(view, key)})")
                st.text(f"{position + 1}. {name}")
                with st.container(horizontal=True, gap="xxsmall"):
                    for label, icon, moved in (
                        (f"{name} eerder", ":material/arrow_back:", _moved(row, position, -1)),
                        (f"{name} later", ":material/arrow_forward:", _moved(row, position, 1)),
                        (f"{name} weglaten", ":material/close:", row[:position] + row[position + 1 :]),
                    ):
                        off = moved == row or not moved
                        then = key if key in moved else moved[min(position, len(moved) - 1)] if moved else ""
                        _button(naming.unseen(escape(label)), icon, label, moved, then, off=off)
    out = left_out(chosen, row)
    with st.container():
        if out or row != chosen.scenes:
            st.caption(f"Weggelaten uit {chosen.name}:" if out else f"Alles van {chosen.name}, in eigen volgorde.")
            with st.container(horizontal=True, gap="small"):
                for key in out:
                    name = meetings.SCENES[key].name
                    put_back = _put_back(row, key, chosen.scenes)
                    _button(escape(name), ":material/add:", f"{name} terugzetten", put_back, key)
                first = chosen.scenes[0]
                _button("Standaardvolgorde", ":material/restart_alt:", "Standaardvolgorde terugzetten", (), first)
        focus.go_on(*st.session_state.get(_FOCUS, ("", 0, 0)))


def _button(label: str, icon: str, does: str, row: tuple[str, ...], then: str, *, off: bool = False) -> None:
    """A button that makes *row* what is shown (none: the standard of the meeting); *does* says so.

    The keyboard is at the view *then* afterwards, if its button is gone.
    """
    args = row, then
    st.button(
        label, icon=icon, key=f"rij_{does}", help=does, type="tertiary", disabled=off, on_click=_arranged, args=args
    )


def _picture(view: View, key: str) -> str:
    """The sketch of a view as an address of its own."""
    shown = meetings.as_shown(key, view.selection)

    def make() -> str:
        drawn = sketch(meetings.SCENES[shown], presenter.facts_of(view))
        return f"data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode()}"

    return cached_as(view, ("schets", shown), make)


def _moved(row: tuple[str, ...], position: int, by: int) -> tuple[str, ...]:
    other = position + by
    if not 0 <= other < len(row):
        return row
    moved = list(row)
    moved[position], moved[other] = moved[other], moved[position]
    return tuple(moved)


def _put_back(row: tuple[str, ...], key: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    """*row* with *key* behind the last of what comes before it as *usual*."""
    before = usual[: usual.index(key)]
    at = 1 + max((place for place, other in enumerate(row) if other in before), default=-1)
    return (*row[:at], key, *row[at:])


def _arranged(row: tuple[str, ...], then: str) -> None:
    st.session_state[own_sets.VIEWS] = list(row)
    _, _, count = st.session_state.get(_FOCUS, ("", 0, 0))
    st.session_state[_FOCUS] = f"{_VIEW}{then}", -1, count + 1
