"""The screen of the meeting room, which has no menu and larger type, and the window of who presents there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lrn.ui.browser.component import component

ROWS = "rijen"  # the key of the container with the rows behind what was clicked, as in stage.js
AUDIENCE, BAR = "publiek", "balk_publiek"  # keys of what the audience sees, and of the bar on it, as in stage.css
PRESENTS, NOTES, PRESENTERS_BAR = "spreker_scherm", "spreker_notities", "balk_spreker"  # keys in that window, as there
AHEAD = "straks"  # the key of what is made ready for the next view and not seen, as in stage.css and chart.js
CHOICES, OPENING = "keuzes", "titelblad"  # keys of what can be chosen without a mouse, and of the first view, as there
PRESENTER = "spreker"  # the parameter that names the show whose presenter has this window, as in stage.js
OPEN_PRESENTER, OPEN_AUDIENCE = "sprekersscherm", "publieksscherm"  # keys of buttons that open the other window
START = "start"  # the key of the button that begins, as in start.js

_CLOCK = "<p style='font-size: 1.5rem; margin: 0'><span></span> · duur <span></span></p>"


def show(data: dict[str, Any], *, key: str, on_step: Callable[[str], None]) -> None:
    """Have the browser drive the stage, and tell how high its window is, as ``height`` of *key*.

    *data*: ``size`` of all type ("150%", or ""), the ``height`` in pixels that the server takes the window for, the
    ``step`` that is on screen of all ``steps`` (names), what was ``chosen`` on it, what each of ``keys`` does, whether
    this window ``presents``, and the ``show`` it presents ("" on the audience's screen, which begins one). Another step
    is shown from its top; something else chosen brings the container ``ROWS`` into view. *on_step* is given the name
    of the step that a key, a swipe or the other window asks for.
    """

    answered = f"{key}_gevraagd"  # the number of what was asked last: what was taken and yet undone is asked anew

    def asked() -> None:
        if to := (st.session_state.get(key) or {}).get("to"):
            st.session_state[answered] = to["number"]
            on_step(to["step"])

    data = data | {"answered": st.session_state.get(answered, 0)}
    component("stage")(data=data, key=key, height=1, on_height_change=lambda: None, on_to_change=asked)


def asks_for_next(of: str) -> bool:
    """Whether the browser asks to make the next view ready: once, when the one called *of* has been looked at a moment.

    To be called in a fragment, which runs again then.
    """
    told = component("ahead")(data={"of": of}, key="vooruit", height=1, on_wanted_change=lambda: None)
    return bool(told.wanted)


def start_with(key: str) -> None:
    """Have Shift with *key* press the button ``START``."""
    component("start")(data={"key": key}, key="begin_met_toets", height=1)


def clock(of: str) -> None:
    """The time, and how long the show *of* that name has lasted."""
    component("clock", html=_CLOCK)(data={"show": of}, key="klok")
