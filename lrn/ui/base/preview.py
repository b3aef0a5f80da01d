"""A workbook that one visitor brings to look at first: the *proefweergave*.

It is this visitor's and nobody else's: it is never written to disk, and what is counted for it is kept apart from what
all visitors share. It lasts as long as the visit (see ``lrn.ui.base.visits``). On every page it is marked as such,
with one click back. A workbook in which sheets and columns have yet to be said what they are
(``lrn.ui.gegevens.koppelen.page``) has no register so far; until then the pages show the register of everyone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from threading import BoundedSemaphore
from typing import Any

import streamlit as st

from lrn import clock, settings, texts
from lrn.register import load
from lrn.register.child import DEADLINE, find_source, keep_ready
from lrn.register.matching import beside
from lrn.register.matching.model import Certainty, Matching, Proposal
from lrn.register.matching.toml import from_toml, to_toml
from lrn.register.model import Unreadable
from lrn.register.reading.limits import FILE_LIMIT
from lrn.ui.base import cache, visits
from lrn.ui.base.cache import Opened, Store
from lrn.ui.base.previewed import Preview

MARKABLE = ("xlsx", "xlsm")
_PREVIEW, _REFUSED, _MARKED, _BOX, _GONE = "_proef", "_proef_geweigerd", "_proef_gemerkt", "_proef_vak", "_proef_weg"
_GIVEN, _SEEN = "_proef_verbeterd", "_proef_gezien"
_PAGE = "_proef_pagina"  # the page on which it was seen last
_TRIED = "_proef_geprobeerd"  # the state of the shared register of which it was tried
_MATCHES = "_proef_te_koppelen"  # whether there was something to say of that

_reading = BoundedSemaphore()  # one at a time: visitors who bring workbooks do not slow down those who look


def brought() -> Preview | None:
    """The workbook that this visitor brought, also when there is no register in it yet; or None."""
    return st.session_state.get(_PREVIEW)


def current() -> Preview | None:
    """The workbook that this visitor looks at on all pages, or None."""
    preview = brought()
    return preview if preview and preview.register else None


def opened() -> Opened | None:
    """The preview as what is looked at on all pages, or None."""
    preview = current()
    return Opened(preview.register, preview=preview.name, store=preview.store) if preview and preview.register else None


def resume() -> None:
    """Go on with the workbook that was in preview before the page was loaded anew; once, at the start of a session."""
    preview, gone = visits.found()
    if preview is not None and brought() is None:
        st.session_state[_PREVIEW] = preview
    if gone:
        st.session_state[_GONE] = True
    visits.touch()


def gone_since() -> bool | str:
    """Whether the server no longer has what was in preview; once it was said, the page on which."""
    gone: bool | str = st.session_state.get(_GONE, False)
    return gone


def said_gone(path: str) -> None:
    """It was said on the page at *path*."""
    st.session_state[_GONE] = path


def stop() -> None:
    """Go back to the register; to be used as a callback."""
    if (preview := brought()) and preview.instead:  # it is not tried once more unasked
        with suppress(Unreadable):
            st.session_state[_TRIED] = find_source(cache.register_path()).version
        st.session_state[_MATCHES] = True
    _let_go()
    visits.forget()


def _let_go() -> None:
    for name in (_PREVIEW, _REFUSED, _MARKED, _GIVEN, _GONE):
        st.session_state.pop(name, None)
    st.session_state[_BOX] = st.session_state.get(_BOX, 0) + 1  # a new box: the old one would still hold the file


def box() -> str:
    """The key of the box in which a workbook can be dropped."""
    return f"werkmap_{st.session_state.get(_BOX, 0)}"


def refused() -> str:
    """Why what was asked last could not be done, a Dutch sentence; or ""."""
    return str(st.session_state.get(_REFUSED, ""))


def refuse(sentence: str) -> None:
    """Have :func:`refused` say *sentence*."""
    st.session_state[_REFUSED] = sentence


def begin(name: str, content: bytes, decided: Matching | None = None) -> Preview:
    """Put the workbook *content* in preview. Raises :class:`Unreadable` when it cannot be read nor understood."""
    preview = _read(Preview(name, content, None, decided=decided or Matching()))
    if not preview.decided and _is_decided(preview.proposal):  # it was given back, and brings what was decided
        preview = replace(preview, decided=preview.proposal.matching)
    _let_go()
    _keep(preview)
    return preview


def _is_decided(proposal: Proposal) -> bool:
    """Whether the workbook itself says what is what."""
    told = [column.certainty for sheet in proposal.sheets for column in sheet.columns]
    return Certainty.DECIDED in told or bool(proposal.matching.before)


def begin_with_shared() -> None:
    """Put the very register of everyone in preview, with what was decided about it; to be used as a callback."""
    path = cache.register_path()
    try:
        if not path.is_file():
            raise Unreadable(texts.MATCHING_NEEDS_WORKBOOK)
        if path.stat().st_size > FILE_LIMIT:
            raise Unreadable(texts.UNREADABLE["te-groot"].format(naam=path.name))
        text = beside.read(beside.file_of(path, settings.now().matching_file))
        begin(path.name, path.read_bytes(), from_toml(text) if text else None)
    except OSError:
        refuse(texts.UNREADABLE["niet-te-openen"].format(naam=path.name))
    except Unreadable as problem:
        refuse(str(problem))


def try_shared() -> bool:
    """Whether the register of everyone, that cannot be read, is in preview now; tried once for each state of it."""
    try:
        version = find_source(cache.register_path()).version
    except Unreadable:
        return False
    if st.session_state.get(_TRIED) == version:
        return False
    st.session_state[_TRIED] = version
    begin_instead()
    st.session_state.pop(_REFUSED, None)  # why it cannot be read is on screen
    st.session_state[_MATCHES] = brought() is not None
    return brought() is not None


def can_be_matched() -> bool:
    """Whether somebody can say what is what in the register of everyone, that cannot be read, as was seen before."""
    return bool(st.session_state.get(_MATCHES, False))


def begin_instead() -> None:
    """Put the register of everyone, that cannot be read as it is, in preview; to be used as a callback."""
    begin_with_shared()
    if (preview := brought()) is not None:
        _keep(replace(preview, instead=True))


def decide(make: Callable[..., Matching], /, *about: Any, **options: Any) -> None:
    """Read the workbook in preview again with what *make* makes of what was decided and the proposal; *about* and
    *options* go to it as well (see ``lrn.register.matching.decide``). To be used as a callback.

    When that fails nothing has changed, and :func:`refused` says why.
    """
    if preview := brought():
        _decide(
            preview, make(preview.decided, preview.proposal, *about, **options), (*preview.earlier, preview.decided)
        )


def undo() -> None:
    """Take the last decision back; to be used as a callback."""
    if (preview := brought()) and preview.earlier:
        _decide(preview, preview.earlier[-1], preview.earlier[:-1])


def _decide(preview: Preview, decided: Matching, earlier: tuple[Matching, ...]) -> None:
    try:
        _keep(
            _read(replace(preview, decided=decided, earlier=earlier, before=preview.usable, asked_before=preview.asked))
        )
    except Unreadable as problem:
        refuse(str(problem))


def marked() -> bytes | None:
    """The workbook in preview with its findings marked, once :func:`mark` has made it."""
    return st.session_state.get(_MARKED)


def mark() -> None:
    """Have the workbook in preview marked; to be used as a callback. Why it cannot be is told by :func:`refused`."""
    if (preview := current()) and preview.register:
        _make(preview, _MARKED, load.mark, preview.register.checked_on)


def given_back() -> bytes | None:
    """The workbook in preview in the register's form, once :func:`give_back` has made it."""
    return st.session_state.get(_GIVEN)


def give_back() -> None:
    """Have that made; to be used as a callback. Why it cannot be is told by :func:`refused`."""
    if preview := current():
        _make(preview, _GIVEN, load.give_back, clock.today())


def _make(preview: Preview, kept: str, make: Callable[..., bytes], today: date) -> None:
    try:
        with one_at_a_time(preview.name):
            st.session_state[kept] = make(preview.name, preview.content, matching=preview.toml, today=today)
        st.session_state.pop(_REFUSED, None)
    except Unreadable as problem:
        refuse(str(problem))


def is_new(preview: Preview) -> bool:
    """Whether *preview* is shown for the first time."""
    seen = st.session_state.get(_SEEN)
    st.session_state[_SEEN] = preview.store
    return seen is not preview.store


def is_elsewhere(path: str) -> bool:
    """Whether the page at *path* is another one than that on which this was asked before."""
    before, st.session_state[_PAGE] = st.session_state.get(_PAGE), path
    return before != path


@contextmanager
def one_at_a_time(name: str) -> Iterator[None]:
    """Within it no other visitor's workbook is read. Raises :class:`Unreadable` when that takes too long for *name*."""
    if not _reading.acquire(timeout=DEADLINE):
        raise Unreadable(texts.UNREADABLE["bezet"].format(naam=name), passing=True)
    try:
        yield
    finally:
        _reading.release()
        keep_ready()


def _keep(preview: Preview) -> None:
    """From now on *preview* is what this visitor looks at."""
    st.session_state[_PREVIEW] = preview
    for name in (_REFUSED, _MARKED, _GIVEN):
        st.session_state.pop(name, None)
    visits.remember(preview, preview.size)


def _read(preview: Preview) -> Preview:
    """*preview* as read with what is decided about it. Raises :class:`Unreadable` when there is nothing to decide."""
    matching = to_toml(preview.decided) if preview.decided else ""
    register, problem, refusal = None, "", None
    try:
        with one_at_a_time(preview.name):
            register = load.load_content(preview.name, preview.content, matching=matching, propose=True)
    except Unreadable as found:
        if not found.proposal or not found.proposal.sheets:
            raise
        problem, refusal = str(found), found.proposal
    read = replace(preview, register=register, problem=problem, refusal=refusal, store=Store(200))
    seen = {(sheet.tab, column.heading): column.certainty for sheet in read.proposal.sheets for column in sheet.columns}
    return replace(read, first={**seen, **preview.first})
