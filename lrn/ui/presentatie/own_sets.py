"""A visitor's sets of views: those beside the register and one's own, and which of them is on the page now.

The meeting, the views in order and the name of the set stand in the address, each as the widget of that key.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import streamlit as st

from lrn import clock, texts
from lrn.register.model import Register
from lrn.selection import Selection, parameters
from lrn.ui.base import cache, filters, navigation
from lrn.views import meetings, set_files, sets
from lrn.views.meetings import USUAL
from lrn.views.set_files import Found
from lrn.views.sets import ViewSet

MEETING, VIEWS, NAME = "vergadering", "beelden", "reeks"
TYPED, WITH = "reeks_naam", "reeks_selectie"  # the name to save it under, and whether with what is selected
_ROWS = "_eigen_rijen"  # of a visitor: of each meeting the row and the set as they were left, and at "" which one is on
_OWN, _TOLD, _READ = "_eigen_reeksen", "_reeks_gezegd", "_reeks_gelezen"
_MOST = 50  # sets that a visitor has at once; the oldest is let go


def known() -> Found:
    """The sets that can be chosen: those beside the register (of two with one name one's own), then the others."""
    shared, own = set_files.beside(cache.register_path()), dict(_own())
    beside = [own.pop(each.name.casefold(), each) for each in shared.sets]
    return Found((*beside, *own.values()), shared.problems)


def told() -> list[str]:
    """What there is to say of the set that was chosen or brought last."""
    return list(st.session_state.get(_TOLD, []))


def views_called(names: Iterable[str]) -> list[str]:
    """The keys of the views that an address calls by these *names*, now or before; each once."""
    by_name = {scene.name: key for key, scene in meetings.SCENES.items()}
    by_name = called_before(by_name) | by_name
    return list(dict.fromkeys(by_name[name] for name in names if name in by_name))


def called_before(by_name: dict[str, str]) -> dict[str, str]:
    """What views are called in links of before, when a region was a ‘plaats’."""
    return {name.replace("er regio", "er plaats"): option for name, option in by_name.items()}


def open_linked(register: Register) -> None:
    """Have the set that a link names be on the page; to be called before anything is drawn that stands in the address.

    A link that names the views says all there is to it, and its set is the visitor's own where nobody has it. One that
    does not opens the set as it was saved, but for what the link itself chooses: the address then says so in full.
    """
    if st.session_state.get(_READ):
        return
    st.session_state[_READ], asked = True, sets.plain_name(st.query_params.get(NAME, ""))
    found = sets.find(asked, known().sets)
    views = views_called(st.query_params.get_all(VIEWS))
    if asked and views and found is None:
        meeting = meetings.find(st.query_params.get(MEETING, "")) or USUAL
        found = ViewSet(texts.cut(asked, sets.LONGEST_NAME), meeting.key, tuple(views))
        _keep(found)
    if found is None:
        return
    said = {NAME: [found.name]}
    if views:
        _name(found.name)
    else:
        by_hand = {name: st.query_params.get_all(name) for name in st.query_params}
        selection = _take(found, register, but=by_hand)
        said |= {MEETING: [found.shown.name], VIEWS: [meetings.SCENES[key].name for key in found.shown.scenes]}
        said = (parameters(selection) if selection else {}) | by_hand | said
    st.query_params.update(said)


def meeting_is(key: str) -> None:
    """The meeting with this *key* is on the page."""
    st.session_state.setdefault(_ROWS, {}).setdefault("", key)


def other_meeting() -> None:
    """Show the row of the meeting that is chosen now, as it was left or as the meeting has it; to be a callback."""
    kept, now = st.session_state[_ROWS], st.session_state[MEETING]
    kept[kept[""]] = st.session_state.get(VIEWS) or [], st.session_state.get(NAME)
    st.session_state[VIEWS], name = kept.get(now, ([], None))
    kept[""] = now
    _name(name)


def other_set() -> None:
    """Show the set that is chosen now, or else what the meeting has; to be a callback."""
    if found := sets.find(st.session_state[NAME] or "", known().sets):
        _take(found, navigation.current_view().register)
    else:
        st.session_state[VIEWS], st.session_state[_TOLD] = [], []
        _name(None)


def save(meeting: str, views: tuple[str, ...], selection: Selection | None) -> None:
    """Save *views* of the *meeting* under the name that was typed, with a *selection* if any; to be a callback."""
    if not (name := sets.plain_name(st.session_state.get(TYPED, ""))):
        return
    said = sets.said(selection, clock.today()) if selection else {}
    _keep(ViewSet(name, meeting, views, said))
    st.session_state[VIEWS], st.session_state[_TOLD] = list(views), []
    _name(name)


def bring(box: str) -> None:
    """Take the sets in the file that was dropped in the *box*, and show the first of them; to be a callback."""
    taken = st.session_state.get(box)
    if taken is None:
        return
    found, had = set_files.from_toml(taken.getvalue(), taken.name), known().sets
    named, doubles = sets.each_by_a_name([*had, *(each for each in found.sets if each not in had)])
    brought = [*named[len(had) :], *(each for each in found.sets if each in had)]
    for each in brought:
        _keep(each)
    if brought:
        _take(brought[0], navigation.current_view().register)
    st.session_state[_TOLD] = [*found.problems, *doubles, *told()]


def is_as_saved(each: ViewSet, views: tuple[str, ...], view: cache.View) -> bool:
    """Whether *views* of what is selected in *view* are those of the set."""
    same = not each.selection or sets.selection_of(each, view.register, clock.today())[0] == view.selection
    return same and (each.meeting, each.shown.scenes) == (st.session_state.get(MEETING, USUAL.key), views)


def _take(each: ViewSet, register: Register, *, but: Collection[str] = ()) -> Selection | None:
    """Show the set, and choose what it is of in *register* in the filters but those named in *but*; returns that."""
    kept = st.session_state.setdefault(_ROWS, {})
    if kept.get("", each.meeting) != each.meeting:
        kept[kept[""]] = st.session_state.get(VIEWS) or [], None
    kept[""] = st.session_state[MEETING] = each.meeting
    st.session_state[VIEWS], st.session_state[_TOLD] = list(each.shown.scenes), []
    _name(each.name)
    st.session_state[WITH] = bool(each.selection)
    if not each.selection:
        return None
    selection, st.session_state[_TOLD] = sets.selection_of(each, register, clock.today())
    filters.choose(selection, but=but)
    return selection


def _name(name: str | None) -> None:
    st.session_state[NAME], st.session_state[TYPED] = name, name or ""


def _own() -> dict[str, ViewSet]:
    own: dict[str, ViewSet] = st.session_state.setdefault(_OWN, {})
    return own


def _keep(each: ViewSet) -> None:
    own = _own()
    own[each.name.casefold()] = each
    while len(own) > _MOST:
        del own[next(iter(own))]
