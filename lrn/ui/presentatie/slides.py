"""Offers slides and letters: a button, how far it is, and then the file.

What was made stays in the session of who asked for it, for the views that were asked for last; nobody else sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import streamlit as st

from lrn.export import pdf, sender, slides
from lrn.export.naming import file_name
from lrn.export.slides import HouseStyle
from lrn.selection import Selection
from lrn.ui.base import filters, preview
from lrn.ui.base.cache import View
from lrn.ui.base.escaping import escape
from lrn.views.meetings import Meeting

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_FORMS = {"pptx": ("PowerPoint", PPTX), "pdf": ("PDF", "application/pdf")}
_MADE = "_dias"  # in the session: the files that were made last, by what they are of
_KEPT = 4

Tell = Callable[[float, str], object]


@dataclass(frozen=True)
class _MadeFile:
    """A file that was made, and why it is not in the house style that was asked for, or ""."""

    content: bytes
    problem: str


def offer_deck(view: View, meeting: Meeting, *, name: str = "", key: str = "presentatie") -> None:
    """A button that makes the slides of *view* for *meeting*, and when they are made one that downloads them.

    The file is called after the *name* of its set, where it has one.
    """
    link = _link(view)

    def make(template: HouseStyle | None, tell: Tell) -> bytes:
        return slides.deck(
            view.register,
            view.selection,
            meeting=meeting,
            link=link,
            template=template,
            kept=view.kept,
            progress=lambda done, total, label: tell(done / total, f"{label} ({min(done + 1, total)} van {total})"),
        )

    named = f"presentatie {name or meeting.name}", view.selection
    _offer(view, (meeting, link), "presentatie", name or meeting.name, make, key, named)


def offer_letter(view: View, place: str, *, ending: str = "pptx", key: str = "brief") -> None:
    """A button that makes the letter about *place* (one of ``slides.PLACES``), and then one that downloads it.

    Who sends it is configured, and so is the address in it: that of this window may be one that only we can open.
    """
    found = sender.from_environment()
    link = "" if preview.current() else found.address

    def make(template: HouseStyle | None, tell: Tell) -> bytes:
        tell(0.0, slides.letter_name(place))
        made = slides.letter(
            view.register,
            view.selection,
            place=place,
            link=link,
            template=template,
            kept=view.kept,
            sender=found,
        )
        return pdf.to_pdf(made) if ending == "pdf" else made

    named = "regio in beeld", slides.letter_selection(view.selection, place)
    _offer(view, (place, found, ending), "factsheet", slides.letter_name(place), make, key, named, ending)


def _offer(
    view: View,
    of: tuple[Hashable, ...],
    what: str,
    about: str,
    make: Callable[[HouseStyle | None, Tell], bytes],
    key: str,
    named: tuple[str, Selection],
    ending: str = "pptx",
) -> None:
    """The button for *what* (``about`` says of what); the file is called after *named*, what it is and of what."""
    made: dict[tuple[Hashable, ...], _MadeFile] = st.session_state.setdefault(_MADE, {})
    name = (*view.key, what, *of, slides.house_version())
    room = st.empty()
    asked = f"_{key}_gevraagd"
    if name not in made:
        making = st.session_state.pop(asked, False)
        room.button(
            f"Maak de {what}",
            icon=":material/slideshow:",
            key=f"{key}_maak",
            type="primary",
            disabled=making,
            on_click=_ask,
            args=(asked,),
        )
        if not making:
            return
        bar = st.progress(0.0, text="Even geduld…")
        template, problem = slides.from_environment()  # not at every run: it opens the file
        try:
            content = make(template, lambda part, text: bar.progress(part, text=text))
        except pdf.NoPdf as none:
            bar.empty()
            st.warning(str(none), icon=":material/picture_as_pdf:")
            return
        made[name] = _MadeFile(content, problem)
        bar.empty()
        while len(made) > _KEPT:
            del made[next(iter(made))]
    if made[name].problem:
        st.warning(escape(made[name].problem), icon=":material/palette:")
    room.download_button(
        f"Download de {what}",
        data=made[name].content,
        file_name=file_name(named[0], ending, day=view.register.checked_on, selection=named[1]),
        mime=_FORMS[ending][1],
        icon=":material/download:",
        on_click="ignore",
        key=f"{key}_download",
        type="primary",
        help=f"{_FORMS[ending][0]}: {escape(about)}, {escape(', '.join(named[1].describe()))}",
    )


def _ask(name: str) -> None:
    st.session_state[name] = True


def _link(view: View) -> str:
    """The link to this view; none for a workbook in preview, which nobody else can open."""
    return "" if preview.current() else filters.link(view.selection)
