"""A workbook that one visitor brings to look at first: the *proefweergave*.

It lives in this visitor's session and nowhere else: it is never written to disk, and what is counted for it is kept
apart from what all visitors share. On every page it is marked as such, with one click back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore

import streamlit as st

from lrn import texts
from lrn.register import load
from lrn.register.model import Register, Unreadable
from lrn.register.read import DEADLINE, keep_ready
from lrn.ui.cache import Opened, Store
from lrn.ui.cards import escape

LIMIT = 25  # MB; a register of 100,000 activities is smaller. Also in .streamlit/config.toml, for the server.
KINDS = ("xlsx", "xlsm", "xlsb", "xls", "ods")  # only a help in the browser: what it is, is judged by its content
MARKABLE = ("xlsx", "xlsm")
_TRIAL, _REFUSED, _MARKED, _BOX = "_proef", "_proef_geweigerd", "_proef_gemerkt", "_proef_vak"

_reading = BoundedSemaphore()  # one at a time: visitors who bring workbooks do not slow down those who look


@dataclass(frozen=True)
class Trial:
    """A workbook on trial: its name, what came in, and the register in it."""

    name: str
    content: bytes
    register: Register
    store: Store = field(default_factory=lambda: Store(200))


def current() -> Trial | None:
    """The workbook that this visitor tries out, or None."""
    return st.session_state.get(_TRIAL)


def opened() -> Opened | None:
    """The trial as what is looked at on all pages, or None."""
    trial = current()
    return Opened(trial.register, trial=trial.name, store=trial.store) if trial else None


def stop() -> None:
    """Go back to the register; to be used as a callback."""
    for name in (_TRIAL, _REFUSED, _MARKED):
        st.session_state.pop(name, None)
    st.session_state[_BOX] = st.session_state.get(_BOX, 0) + 1  # a new box: the old one would still hold the file


def offer(label: str = "Bekijk eerst een eigen werkmap") -> None:
    """Draw the box in which a workbook can be dropped, and say why one was refused."""
    box = f"werkmap_{st.session_state.get(_BOX, 0)}"
    st.file_uploader(
        label,
        type=list(KINDS),
        key=box,
        max_upload_size=LIMIT,
        on_change=_take,
        args=(box,),
        help="Alleen u ziet de werkmap, zolang dit venster open is. Er wordt niets bewaard.",
    )
    if refused := st.session_state.get(_REFUSED):
        looking_at = f" U bekijkt nog steeds “{trial.name}”." if (trial := current()) else ""
        st.error(escape(refused + looking_at), icon=":material/folder_off:")


def banner() -> None:
    """Say on every page that this is a trial, with the way back; nothing when it is none."""
    trial = current()
    if trial is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="proefweergave"):
        st.warning(
            f"U bekijkt “{escape(trial.name)}”. Alleen u ziet dit, en er wordt niets bewaard.",
            title="Proefweergave",
            icon=":material/preview:",
        )
        st.button("Terug naar het register", icon=":material/undo:", on_click=stop, key="proef_terug")


def marked() -> bytes | None:
    """The workbook on trial with its findings marked, once :func:`mark` has made it."""
    return st.session_state.get(_MARKED)


def mark() -> None:
    """Have the workbook on trial marked; to be used as a callback. Why it cannot be is said by :func:`offer`."""
    trial = current()
    if trial is None:
        return
    try:
        with one_at_a_time(trial.name):
            st.session_state[_MARKED] = load.mark(trial.name, trial.content, today=trial.register.checked_on)
        st.session_state.pop(_REFUSED, None)
    except Unreadable as problem:
        st.session_state[_REFUSED] = str(problem)


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


def _take(box: str) -> None:
    """Read what was dropped. A workbook that cannot be read changes nothing but the sentence that says so."""
    upload = st.session_state.get(box)
    if upload is None:  # taken out again: the trial goes on, and has its own way back
        return
    try:
        content = upload.getvalue()
        with one_at_a_time(upload.name):
            register = load.load_content(upload.name, content)
    except Unreadable as problem:
        st.session_state[_REFUSED] = str(problem)
    else:
        stop()
        st.session_state[_TRIAL] = Trial(upload.name, content, register)
