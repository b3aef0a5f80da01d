"""The box in which a workbook is dropped.

Streamlit refuses a file that is too large, or of another kind, in English and behind a red dot, and says in English how
large a file may be. So the box takes every kind, and more than there is room for, without those words; what it should
not have taken is refused here, in a Dutch sentence. What a file is, is judged by its content.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import streamlit as st
from streamlit.typing import UploadedFile

from lrn import texts
from lrn.register.model import Unreadable
from lrn.ui.base import preview, visits
from lrn.ui.base.escaping import escape
from lrn.ui.browser import upload as without_english
from lrn.ui.parts import data_choices, preview_notice

LIMIT = 25  # MB; a register of 100,000 activities is smaller
TAKEN = 500  # MB, as in .streamlit/config.toml; what is larger still, Streamlit refuses


def box(label: str, **options: Any) -> UploadedFile | None:
    """A box for one workbook: what was dropped in it, or None. *options* are those of ``st.file_uploader``.

    Raises :class:`Unreadable` with one Dutch sentence when that is too large.
    """
    return _of_a_size(
        without_english.box(f"{label} (Excel of ODS, hooguit {LIMIT} MB)", max_upload_size=TAKEN, **options)
    )


def _of_a_size(taken: UploadedFile | None) -> UploadedFile | None:
    if taken is not None and taken.size > LIMIT * 1024**2:
        size = texts.number(taken.size / 1024**2)
        raise Unreadable(texts.UNREADABLE["te-zwaar"].format(naam=taken.name, groot=size, grens=LIMIT))
    return taken


def offer(label: str = "Bekijk eerst een eigen werkmap") -> None:
    """Draw the box for a workbook to try out, and say why one was refused."""
    key = preview.box()
    with suppress(Unreadable):  # it was said when it came
        box(
            label,
            key=key,
            on_change=_take,
            args=(key,),
            help=f"Alleen u ziet de werkmap. Die staat alleen in het geheugen van de server, tot u teruggaat naar het "
            f"register of {visits.HOURS} uur niets doet.",
        )
    if refused := preview.refused():
        looking_at = f" U bekijkt nog steeds “{tried.name}”." if (tried := preview.brought()) else ""
        st.error(escape(refused + looking_at), icon=":material/folder_off:")


def _take(key: str) -> None:
    """Read what was dropped. A workbook that cannot be read changes nothing but the sentence that says so."""
    try:
        taken = _of_a_size(st.session_state.get(key))
        if taken is None:  # taken out again: the preview goes on, and has its own way back
            return
        tried = preview.begin(taken.name, taken.getvalue())
    except Unreadable as problem:
        preview.refuse(str(problem))
    else:
        data_choices.open_part("koppelen" if preview_notice.has_news(tried) else "stand")
