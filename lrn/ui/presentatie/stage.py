"""The meeting room: one view at a time over the full width, in big type, driven by keyboard and by the address.

Preparing and showing are one page (``/presentatie``): what is chosen stands in the address, so that each step is a
link and the whole deck is one too. While showing, the sidebar with the filters is folded away.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from lrn.ui.base import on_offer
from lrn.ui.base.cache import Opened, View
from lrn.ui.base.escaping import escape
from lrn.ui.base.select import understand
from lrn.ui.browser import DeltaGenerator
from lrn.ui.browser import stage as browser
from lrn.ui.parts import highlights
from lrn.ui.presentatie import keys, presenter
from lrn.ui.presentatie.own_sets import called_before
from lrn.ui.presentatie.sizes import SCREEN, TYPE
from lrn.views import meetings
from lrn.views.scene import Step

PATH = "presentatie"
_STEP_OF = 20  # pixels: screens that differ less are drawn alike
SECONDS = {"Nee": 0, "Elke 10 seconden": 10, "Elke 20 seconden": 20, "Elke 45 seconden": 45}
_SHOWING, _STEP, _TIMER = "tonen", "beeld", "wissel"
_NEXT, _WINDOW, _PAUSED = "_volgend_beeld", "grote_letters", "_pauze"

LOOKED_AT = "_op_kaart"  # in the state of a visitor: an area with a map of its own, and what was clicked on that
_CHOICES = ("kies_ingredient", "kies_plaats", "kies_thema", "kwartaal", "toen", "gebied", LOOKED_AT)


def showing(path: str) -> bool:
    """Whether the page with URL *path* is on the screen of the meeting room now."""
    if path != PATH:
        return False
    return bool(st.session_state[_SHOWING]) if _SHOWING in st.session_state else st.query_params.get(_SHOWING) == "true"


def scale() -> float:
    """How much larger or smaller than on a screen of ``SCREEN`` pixels everything is, by what the browser told."""
    return float(min(max(_height() // _STEP_OF * _STEP_OF / SCREEN, 1 / TYPE), 2))


def drive(row: list[Step], step: Step, seconds: int) -> None:
    """Have keys, a remote and the other window go from *step* to another one of *row*; type is larger for an audience.

    Rows that a click in a chart brings (in the container ``ROWS``) are below the screen: it moves down as far as they
    need. To be called when everything that can be chosen was drawn.
    """
    data = {
        "size": "" if presenter.presents() else f"{TYPE * scale():.0%}",
        "height": _height(),
        "step": step.name,
        "steps": [each.name for each in row],
        "chosen": _chosen(),
        "keys": keys.pressed(pausing=seconds > 0),
        "presents": presenter.presents(),
        "show": presenter.shown(),
    }
    browser.show(data, key=_WINDOW, on_step=_go)


def _height() -> int:
    return int((st.session_state.get(_WINDOW) or {}).get("height") or SCREEN)


def _chosen() -> str:
    """What was chosen in the charts, in lists or by clicks: another one has other rows."""
    return repr([st.query_params.get(highlights.PARAMETER), *(st.session_state.get(name) for name in _CHOICES)])


def warn(opened: Opened) -> None:
    """What nobody in the room may overlook: an earlier state of the register, or a workbook in preview."""
    if opened.stale:
        st.warning(escape(opened.stale), icon=":material/history:")
    if opened.preview:
        st.info(f"Proefweergave van {escape(opened.preview)}", icon=":material/science:")


@contextmanager
def settings(on_stage: bool) -> Iterator[None]:
    """Where the meeting, its row and the timer are chosen: above the row, or in the sidebar that is folded away.

    Not behind a button: what a closed popover holds is not in the browser, and its state would be lost.
    """
    with st.sidebar if on_stage else st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        yield
        st.toggle("Op het scherm", key=_SHOWING, bind="query-params", help="Zonder menu's, met grote letters")


# ── Beginning and ending ─────────────────────────────────────────────────────────────────────────────────────


def timer() -> int:
    """After how many seconds the screen goes on by itself; 0 for not."""
    on_offer.note("Ga vanzelf verder", _TIMER, SECONDS)
    return SECONDS[
        st.selectbox(
            "Automatisch doorgaan", list(SECONDS), key=_TIMER, bind="query-params", placeholder="Nee", help=_KIOSK
        )
        or "Nee"
    ]


_KIOSK = "Voor een scherm in de hal: de beelden wisselen vanzelf en volgen het register zodra het is opgeslagen."


def start() -> None:
    """The button that begins; the address then says so, and stops saying it in the end."""
    st.button(
        "Start",
        icon=":material/slideshow:",
        type="primary",
        on_click=_show,
        args=(True,),
        shortcut="Enter",
        key=browser.START,
    )
    browser.start_with(keys.START)


def stop() -> None:
    """The button that ends it; the selection stays as it is."""
    st.button("Stop", icon=":material/close:", type="tertiary", on_click=_show, args=(False,), shortcut=keys.STOP)


def _show(on: bool) -> None:
    st.session_state[_SHOWING] = on
    st.session_state[_PAUSED] = False
    st.query_params.pop(browser.PRESENTER, None)


# ── Showing ──────────────────────────────────────────────────────────────────────────────────────────────────


def steps(view: View, row: tuple[str, ...]) -> list[Step]:
    """The views of *row* as they come on screen. Never none."""
    return meetings.steps(row, view.selection) or meetings.steps(("titel",), view.selection)


def current(row: list[Step], seconds: int) -> Step:
    """Draw the bar at the foot and return the step that is on screen."""
    names = [step.name for step in row]
    if (wanted := st.session_state.pop(_NEXT, None)) in names:
        st.session_state[_STEP] = wanted
    by_name = {name: name for name in names}
    understand(_STEP, by_name, called_before(by_name))
    on_offer.note("Beeld", _STEP, names)
    if st.session_state.get(_STEP) not in (None, *names):
        st.session_state[_STEP] = names[0]
    bar = browser.PRESENTERS_BAR if presenter.presents() else browser.BAR
    with st.bottom, st.container(key=bar, horizontal=True, vertical_alignment="center", gap="small"):
        before, after = st.container(width="content"), st.container(width="content")
        name = st.selectbox(
            "Beeld", names, key=_STEP, bind="query-params", placeholder="Kies", label_visibility="collapsed", width=360
        )
        at = names.index(name)
        _button(before, "Vorige", ":material/arrow_back:", names[max(at - 1, 0)], off=at == 0)
        last = len(names) - 1
        _button(after, "Volgende", ":material/arrow_forward:", names[min(at + 1, last)], off=at == last)
        st.caption(f"{at + 1} van {len(names)}", width="content")
        if seconds:
            _pause()
        presenter.other_window()
        stop()
    if seconds and not st.session_state.get(_PAUSED):
        _go_on(names[(at + 1) % len(names)], seconds)
    return row[at]


def after(row: list[Step], step: Step) -> Step:
    """The step that comes after *step*, after the last one the first."""
    return row[(row.index(step) + 1) % len(row)]


def _button(where: DeltaGenerator, label: str, icon: str, step: str, *, off: bool) -> None:
    where.button(label, icon=icon, help=keys.hint(), on_click=_go, args=(step,), disabled=off)


def _pause() -> None:
    """The button that has the screen wait on this view, or go on by itself again."""
    paused = st.session_state.get(_PAUSED, False)
    label, icon = ("Verder", ":material/play_arrow:") if paused else ("Pauze", ":material/pause:")
    st.button(label, icon=icon, shortcut="Space", on_click=_set_paused, args=(not paused,), key="pauze")


def _set_paused(on: bool) -> None:
    st.session_state[_PAUSED] = on


def _go(name: str) -> None:
    st.session_state[_STEP] = name


def _go_on(name: str, seconds: int) -> None:
    """After *seconds* have the whole page run again, on the step called *name*."""
    st.session_state["_net_getekend"] = True

    @st.fragment(run_every=seconds)
    def tick() -> None:
        if st.session_state.pop("_net_getekend", False):
            return  # this is the run that drew the page
        st.session_state[_NEXT] = name
        st.rerun()

    tick()
