"""What is kept between runs: the register by its version, and figures by version and selection.

No cached function here takes a DataFrame: Streamlit samples large frames for its key and would return old results.
Everything that is kept is shared between visitors and never changed after it was made.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any, Literal, TypeVar, cast

import streamlit as st
from cachetools import LRUCache

from lrn import clock, settings, texts
from lrn.measures.compare.earlier import Earlier, earlier
from lrn.register.child import find_source, keep_ready
from lrn.register.load import SAMPLE, load
from lrn.register.matching import beside
from lrn.register.model import Register, Unreadable
from lrn.selection import Selection, apply
from lrn.ui.base import watched

T = TypeVar("T")


class Store:
    """What was made for views: a figure is drawn and a list counted once, whoever looks at it.

    ``st.cache_resource`` would hash its way through every key at every call, which is a third of a rerun; here a key
    is hashed as Python does. A rare double computation is cheaper than waiting.
    """

    def __init__(self, size: int = 1000) -> None:
        self._made: LRUCache[tuple[Hashable, ...], Any] = LRUCache(maxsize=size)
        self._lock = Lock()

    def cached(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """``make()``, once per *key*, which must tell all that it depends on."""
        with self._lock:
            if key in self._made:
                return cast(T, self._made[key])
        made = make()
        with self._lock:
            self._made[key] = made
        return made

    def clear(self) -> None:
        """Let everything go."""
        with self._lock:
            self._made.clear()


SHARED = Store()  # for the register that all visitors look at


@dataclass(frozen=True)
class Opened:
    """The register on screen, and the store that goes with it.

    ``stale`` says in Dutch why it is an earlier state of the file; "" when it is current. ``preview`` is the name of
    the workbook that this visitor only tries out (see ``lrn.ui.base.preview``), or "".
    """

    register: Register
    stale: str = ""
    preview: str = ""
    store: Store = SHARED


@dataclass(frozen=True)
class View:
    """What one visitor looks at: the whole register, the selection, and the register narrowed to it.

    ``key`` is the same for equal views of the same state of the register only. ``magnify`` is how many times larger
    than usual charts are drawn, and ``room`` how high one may then be (pixels), or None. ``earlier`` is what its
    figures are compared with.
    """

    register: Register
    selection: Selection
    selected: Register
    key: tuple[Hashable, ...]
    store: Store = SHARED
    magnify: float = 1.0
    room: int | None = None
    earlier: Earlier | None = None

    @property
    def kept(self) -> Register | None:
        """The kept state with which its figures are compared, if they are."""
        return self.earlier.register if self.earlier else None


def register_path() -> Path:
    """The workbook that ``LRN_REGISTER`` names, or the sample register."""
    return settings.now().register_file or SAMPLE


def matching_path(register: Path) -> Path | None:
    """The matching that *register* is read with: the file that ``LRN_KOPPELING`` names, or the one beside it."""
    return beside.file_of(register, settings.now().matching_file if register == register_path() else None)


def open_register() -> Opened:
    """The register as it is now; when it cannot be read, its last good state.

    Raises :class:`Unreadable` when there is no good state to fall back on.
    """
    path = register_path()
    last_good = _last_good()
    try:
        found = open_file(path)
    except Unreadable as problem:
        known = last_good.get(path)
        if known is None:
            raise
        return Opened(known, f"{problem} U ziet de stand van {texts.moment(known.source.modified)}.")
    before = last_good.get(path)
    if before is None or (before.source.version, before.checked_on) != (found.source.version, found.checked_on):
        SHARED.clear()  # figures of earlier states are let go
    last_good[path] = found
    return Opened(found)


def open_file(path: Path) -> Register:
    """The register at *path* (a workbook or a snapshot), read once per state of the file and day.

    Raises :class:`Unreadable` when it cannot be read.
    """
    koppeling = matching_path(path)
    version, today = find_source(path, koppeling).version, clock.today()
    passing = _passing().get(path)
    if passing and passing.version == version and time.monotonic() - passing.since < RETRY_AFTER:
        raise Unreadable(passing.sentence, passing=True)
    try:
        found = _load(str(path), version, today, str(koppeling or ""))
    except Unreadable as problem:  # it may well be over in a moment
        _passing()[path] = _PassingProblem(version, time.monotonic(), str(problem))
        raise
    if isinstance(found, str):
        raise Unreadable(found)  # a new one each time: an exception holds on to every place where it was raised
    return found


RETRY_AFTER = 10.0  # seconds in which a file that someone else keeps closed is not asked for again


@dataclass(frozen=True)
class _PassingProblem:
    version: str
    since: float
    sentence: str


@st.cache_resource(max_entries=6, show_spinner="Het register wordt gelezen…")
def _load(path: str, version: str, today: date, koppeling: str) -> Register | str:
    """The register at *path*, or why it cannot be read: a broken file is not parsed again at every click.

    *version* and *today* are there for the key: a changed file is read again. A problem that passes by itself is
    raised, and so not remembered here.
    """
    try:
        with watched.reading():
            return load(Path(path), today=today, koppeling=Path(koppeling) if koppeling else None)
    except Unreadable as problem:
        if problem.passing:
            raise
        return str(problem)
    finally:
        keep_ready()


@st.cache_resource(show_spinner=False)
def _last_good() -> dict[Path, Register]:
    return {}


@st.cache_resource(show_spinner=False)
def _passing() -> dict[Path, _PassingProblem]:
    return {}


def open_view(opened: Opened, selection: Selection, kept: Register | None = None) -> View:
    """The view of the register for *selection*, narrowed once per version and selection.

    *kept* is the kept state with which its figures are compared, if they are.
    """
    register, store = opened.register, opened.store
    key = (register.source.version, register.checked_on, selection, kept.source.version if kept else "")
    beside = earlier(selection, kept)
    return store.cached(
        (*key, "view"), lambda: View(register, selection, apply(selection, register), key, store, earlier=beside)
    )


def on_day(view: View, day: date) -> View:
    """*view* as it was on *day*, narrowed once; that itself when it is of that day."""
    selection = view.selection.on(day)
    if selection == view.selection:
        return view
    key = (*view.key[:2], selection, *view.key[3:])
    selected = view.store.cached((*key, "selected"), lambda: apply(selection, view.register))
    return replace(view, selection=selection, selected=selected, key=key, earlier=None)


Part = Literal["register", "selected", "selection", "earlier"]
"""A part of a view, by its name."""


def cached(view: View, make: Callable[..., T], /, *parts: Part, **options: Hashable) -> T:
    """*make* of *parts* of the view (by default ``selected``) with *options*, computed once for these.

    It is given nothing that the key does not tell: parts by their name, and of the register alone whatever is selected.
    Raises TypeError for a function that is made at each call, which would never be found again.
    """
    if "<locals>" in getattr(make, "__qualname__", ""):
        raise TypeError(f"{make.__qualname__} is made at each call: give cached_as a key that tells what it holds")
    parts = parts or ("selected",)
    of = view.key[:2] if set(parts) == {"register"} else view.key
    key = (*of, make, parts, *options.items())
    return view.store.cached(key, lambda: make(*(getattr(view, part) for part in parts), **options))


def cached_as(view: View, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
    """``make()``, computed once per version, selection and *key*, which must tell all else that it depends on."""
    return view.store.cached((*view.key, *key), make)
