"""Where the keyboard goes on after the button that it pressed has gone."""

from __future__ import annotations

from lrn.ui.browser.component import component


def go_on(inside: str, at: int, count: int) -> None:
    """Have the keyboard, once its button is gone, be at button *at* (-1: the last) in the container of key *inside*.

    *count* is higher each time that something was pressed; 0 does nothing.
    """
    component("focus")(data={"inside": inside, "at": at, "count": count}, key="verder_met_toetsen", height=1)
