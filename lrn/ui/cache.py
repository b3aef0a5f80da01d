"""What is kept between runs: the register by its version, and figures by version and selection.

No cached function here takes a DataFrame: Streamlit samples large frames for its key and would return old results.
Everything that is kept is shared between visitors and never changed after it was made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import plotly.graph_objects as go
import streamlit as st

from lrn import texts
from lrn.register.load import SAMPLE
from lrn.register.model import Register, Unreadable
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
    return Path(named).expanduser() if named else SAMPLE


def open_register() -> Opened:
    """The register as it is now; when it cannot be read, its last good state.

    Raises :class:`Unreadable` when there is no good state to fall back on.
    """
    from lrn.register.read import find_source

    path = register_path()
    last_good = _last_good()
    try:
        source = find_source(path)
        register = _load(str(path), source.version, date.today())
    except Unreadable as problem:
        known = last_good.get(path)
        if known is None:
            raise
        when = texts.moment(known[1])
        return Opened(known[0], f"{problem} U ziet de stand van {when}.")
    last_good[path] = (register, register.source.modified)
    return Opened(register)


@st.cache_resource(max_entries=4, show_spinner="Het register wordt gelezen…")
def _load(path: str, version: str, today: date) -> Register:
    """The register at *path*; *version* and *today* are there for the key: a changed file is read again."""
    from lrn.register.load import load

    return load(Path(path), today=today)


@st.cache_resource(show_spinner=False)
def _last_good() -> dict[Path, tuple[Register, datetime]]:
    return {}


def open_view(register: Register, selection: Selection) -> View:
    """The view of *register* for *selection*, narrowed once per version and selection."""
    key = (register.source.version, register.checked_on, selection)
    return _keep_view(_Recipe(key, lambda: View(register, selection, apply(selection, register), key)))


def keep(view: View, make: Callable[..., T], /, *arguments: Any, **options: Hashable) -> T:
    """``make(view.selected, **options)``, computed once per version, selection, function and options.

    *arguments* replace ``view.selected``; they must be parts of the view itself (its register, its selection).
    """
    name = (make.__module__, make.__qualname__)
    return keep_made(view, name, tuple(options.items()), lambda: make(*(arguments or (view.selected,)), **options))


def keep_made(view: View, name: Hashable, options: tuple, make: Callable[[], T]) -> T:
    """``make()``, computed once per version, selection, *name* and *options*; *name* and *options* must tell all."""
    return _keep(_Recipe((*view.key, name, options), make))


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


@dataclass(frozen=True)
class _Recipe:
    """How to make something, known by its key alone. Cheaper per call than ``st.cache_resource`` hashing its way."""

    key: tuple[Hashable, ...]
    make: Callable[[], Any] = field(compare=False)


@lru_cache(maxsize=2000)
def _keep(recipe: _Recipe) -> Any:
    return recipe.make()


@lru_cache(maxsize=32)  # a view holds a narrowed register, so fewer of them
def _keep_view(recipe: _Recipe) -> View:
    return recipe.make()
