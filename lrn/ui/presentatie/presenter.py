"""The window of who presents: notes, what comes next, the time, the list of steps; in step with the audience's screen.

It is the same page in another window, with the name of the show in its address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from lrn.ui.base.cache import View, cached_as
from lrn.ui.base.escaping import escape
from lrn.ui.browser import paper
from lrn.ui.browser import stage as browser
from lrn.ui.presentatie import keys
from lrn.views import area_charts
from lrn.views.chart import Chart
from lrn.views.facts import Facts
from lrn.views.scene import Step


def presents() -> bool:
    """Whether this is the window of who presents, and not the audience's screen."""
    return bool(shown())


def shown() -> str:
    """The name of the show that is presented in this window; "" on the audience's screen."""
    return st.query_params.get(browser.PRESENTER, "")


@contextmanager
def screen() -> Iterator[None]:
    """All that is on screen: on the audience's without lists to choose from and explanations (``stage.css``)."""
    with st.container(key=browser.PRESENTS if presents() else browser.AUDIENCE):
        yield


def other_window() -> None:
    """The button that opens the window of who presents, or there the audience's screen; the browser opens it."""
    if presents():
        st.button("Publieksscherm", icon=":material/slideshow:", type="tertiary", key=browser.OPEN_AUDIENCE)
    else:
        st.button("Sprekersscherm", icon=":material/co_present:", type="tertiary", key=browser.OPEN_PRESENTER)


def beside(row: list[Step], step: Step, lines: list[str], words: Callable[[Step], list[str]]) -> None:
    """What only who presents sees: the time, notes (*lines*), and the next step of *row* in its title and *words*."""
    with st.container(key=browser.NOTES, gap="small"):
        browser.clock(shown())
        at = row.index(step) + 1
        with st.container(border=True, gap="xsmall"):
            st.caption("Hierna")
            if at == len(row):
                st.markdown("Dit is het laatste beeld.")
            else:
                title, *told = words(row[at])
                st.markdown(f"**{escape(title)}**")
                for line in told[:_WORDS]:
                    st.markdown(escape(line))
        with paper.on_screen_only("notities"), st.expander(_NOTES, icon=":material/sticky_note_2:", expanded=True):
            for line in lines:
                st.markdown(f"- {escape(line)}")
        st.caption(keys.hint())


_NOTES, _WORDS = "Notities voor de spreker", 2


def words(view: View) -> Callable[[Step], list[str]]:
    """What gives the title of a step in *view*, and what is told with it, without drawing it."""
    facts = facts_of(view)

    def of(step: Step) -> list[str]:
        return [step.name if step.area else step.scene.title(facts), *step.scene.sentences(facts, map_of(view, step))]

    return of


def facts_of(view: View) -> Facts:
    """What can be told of *view*."""
    return cached_as(view, ("facts",), lambda: Facts(view.register, view.selection, view.kept))


def map_of(view: View, step: Step) -> tuple[Chart, ...] | None:
    """The map of the area that *step* is of, unless it tells nothing new; None for a step that is of no area."""
    if step.area is None:
        return None
    if not step.area.is_ours or len(step.area.members) == 1:
        return ()
    return (area_charts.area_map("activiteiten", "gemeente", view.selection, chosen=step.area),)
