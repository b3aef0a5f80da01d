"""A list of which the first few are in sight, and the rest when a visitor asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from lrn import texts
from lrn.ui.browser import paper

Item = TypeVar("Item")


def first_few(
    items: Sequence[Item],
    show: Callable[[Item], object],
    *,
    told: Callable[[Item], tuple[str, str]],
    few: int,
    rest: tuple[str, str],
    key: str,
    icon: str,
) -> None:
    """Draw each of *items* with *show*: the first *few* at once, the others when a visitor opens them.

    *rest* is what one of them is called, and several. That they are open stands in the address as *key*. On paper,
    where nothing opens, what is *told* of each of the others (a lead and a text) stands there all the same.
    """
    for item in items[:few]:
        show(item)
    if others := items[few:]:
        label = f"Nog {texts.count(len(others), *rest)}"
        more = st.expander(label, key=key, icon=icon, on_change="rerun", bind="query-params")
        if more.open:
            with more:
                for item in others:
                    show(item)
        else:
            paper.rest(map(told, others))
