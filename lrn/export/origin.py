"""Where a file comes from: the selection, the peildatum, the register and its date, and the link to the same view."""

from __future__ import annotations

from datetime import date, datetime

from lrn import clock, texts
from lrn.export.workbook import About
from lrn.register.model import Register
from lrn.selection import Selection


def origin(register: Register, selection: Selection, *, made: datetime, link: str = "") -> About:
    """The lines (label, value) that go along with every workbook; without the last when there is no *link*."""
    lines = [
        ("Selectie", " · ".join(selection.describe()[:-1])),
        ("Peildatum", selection.peildatum or "ongeacht datum"),
        *register_lines(register),
        ("Gemaakt op", made),
    ]
    if selection.peildatum and selection.peildatum > register.checked_on:
        lines.insert(2, ("Let op", texts.STILL_TO_COME))
    return [*lines, ("Link", link)] if link else lines


def register_lines(register: Register) -> About:
    """The workbook that was read, and of when it is."""
    return [("Register", register.source.called), ("Stand van", register.source.modified)]


def source_line(register: Register) -> str:
    """The register and its date in one line, as it stands below a picture or a printed page."""
    return f"Bron: {register.source.called}, stand van {texts.moment(register.source.modified)}"


def in_words(
    register: Register, selection: Selection, link: str, *, made: datetime | None = None
) -> list[tuple[str, str]]:
    """The lines of :func:`origin` as texts: for slides and letters, which know no dates."""
    told = origin(register, selection, made=made or clock.now(), link=link)
    return [(label, _worded(value)) for label, value in told]


def _worded(value: object) -> str:
    if isinstance(value, datetime):
        return texts.moment(value)
    return texts.long_date(value) if isinstance(value, date) else str(value)
