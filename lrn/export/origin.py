"""Where a file that leaves the dashboard comes from: what was chosen, from which workbook, of when, and the link."""

from __future__ import annotations

from datetime import datetime

from lrn import texts
from lrn.register.model import Register
from lrn.selection import Selection


def origin(
    register: Register, selection: Selection, link: str, *, made: datetime | None = None
) -> list[tuple[str, str]]:
    """(label, value) lines in Dutch; the last one is the link, and is left out when that is empty."""
    *chosen, day = selection.describe()
    lines = [
        ("Selectie", " · ".join(chosen)),
        ("Peildatum", day),
        ("Register", source_name(register)),
        ("Stand van", texts.moment(register.source.modified)),
        ("Gemaakt op", texts.moment(made or datetime.now())),
    ]
    return [*lines, ("Link", link)] if link else lines


def source_name(register: Register) -> str:
    """The name of the workbook, marked when it is the sample."""
    source = register.source
    return source.name + (f" ({texts.SAMPLE_BADGE.lower()})" if source.is_sample else "")
