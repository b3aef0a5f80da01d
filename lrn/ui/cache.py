"""What is kept between runs: the register by its version, and figures by version and selection.

No cached function here takes a DataFrame: Streamlit samples large frames for its key and would return old results.
Everything that is kept is shared between visitors and never changed after it was made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import plotly.graph_objects as go
import streamlit as st
from cachetools import LRUCache

from lrn import texts
from lrn.register.load import SAMPLE, load
from lrn.register.model import Register, Unreadable
from lrn.register.read import find_source
from lrn.selection import Selection, apply

T = TypeVar("T")


@dataclass(frozen=True)
class Opened:
    """The register on screen. ``stale`` says in Dutch why it is an earlier state of the file; "" when it is current."""

    register: Register
    stale: str = ""


@dataclass(frozen=True)
class View:
    """What one visitor looks at: the whole register, the selection, and the register narrowed to it.

    ``key`` is the same for equal views of the same state of the register only.
    """

    register: Register
    selection: Selection
    selected: Register
    key: tuple[Hashable, ...]


def register_path() -> Path:
    """The workbook that ``LRN_REGISTER`` names, or the sample register."""
    named = os.environ.get("LRN_REGISTER", "").strip().strip('"')
    return Path(os.path.expanduser(named)) if named else SAMPLE


def open_register() -> Opened:
    """The register as it is now; when it cannot be read, its last good state.

    Raises :class:`Unreadable` when there is no good state to fall back on.
    """
    path = register_path()
    last_good = _last_good()
    try:
        source = find_source(path)
        found = _load(str(path), source.version, date.today())
        if isinstance(found, Unreadable):
            raise found
    except Unreadable as problem:
        known = last_good.get(path)
        if known is None:
            raise
        return Opened(known, f"{problem} U ziet de stand van {texts.moment(known.source.modified)}.")
    last_good[path] = found
    return Opened(found)


@st.cache_resource(max_entries=4, show_spinner="Het register wordt gelezen…")
def _load(path: str, version: str, today: date) -> Register | Unreadable:
    """The register at *path*, or why it cannot be read: a broken file is not parsed again at every click.

    *version* and *today* are there for the key: a changed file is read again. Figures of earlier versions are let go.
    """
    try:
        register = load(Path(path), today=today)
    except Unreadable as problem:
        return problem
    with _lock:
        _kept.clear()
    return register


@st.cache_resource(show_spinner=False)
def _last_good() -> dict[Path, Register]:
    return {}


def open_view(register: Register, selection: Selection) -> View:
    """The view of *register* for *selection*, narrowed once per version and selection."""
    key = (register.source.version, register.checked_on, selection)
    return _keep((*key, "view"), lambda: View(register, selection, apply(selection, register), key))


def keep(view: View, make: Callable[..., T], /, *arguments: Any, **options: Hashable) -> T:
    """``make(view.selected, **options)``, computed once per version, selection, function and options.

    *arguments* replace ``view.selected``; they must be parts of the view itself (its register, its selection).
    """
    name = (make.__module__, make.__qualname__)
    return keep_made(view, name, tuple(options.items()), lambda: make(*(arguments or (view.selected,)), **options))


def keep_made(view: View, name: Hashable, options: tuple, make: Callable[[], T]) -> T:
    """``make()``, computed once per version, selection, *name* and *options*; *name* and *options* must tell all."""
    return _keep((*view.key, name, options), make)


def keep_figure(view: View, name: Hashable, options: tuple, draw: Callable[[], go.Figure]) -> go.Figure:
    """The figure that *draw* makes, drawn once per version, selection, *name* and *options*."""
    return keep_made(view, name, options, lambda: KeptFigure(draw()))


class KeptFigure(go.Figure):
    """A figure whose plain form is made once: Streamlit asks for it on every run, and copying it is half a rerun."""

    def __init__(self, figure: go.Figure) -> None:
        super().__init__(figure)
        object.__setattr__(self, "_plain", super().to_dict())

    def to_dict(self) -> dict[str, Any]:
        """The plain form, shared between runs and never changed."""
        return self._plain


# One store for all visitors. ``st.cache_resource`` would hash its way through every key at every call, which is a
# third of a rerun; here a key is hashed as Python does. A rare double computation is cheaper than waiting.
_kept: LRUCache[tuple[Hashable, ...], Any] = LRUCache(maxsize=1000)
_lock = Lock()


def _keep(key: tuple[Hashable, ...], make: Callable[[], Any]) -> Any:
    with _lock:
        if key in _kept:
            return _kept[key]
    made = make()
    with _lock:
        _kept[key] = made
    return made
