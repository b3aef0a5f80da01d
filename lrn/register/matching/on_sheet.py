"""The matching that travels along in a workbook that was given back: the sheet Koppeling, a line of TOML a row."""

from __future__ import annotations

from dataclasses import replace

from lrn.register import columns as c
from lrn.register.matching.edits import Edits
from lrn.register.matching.model import Matching
from lrn.register.matching.toml import LONGEST, BadMatching, from_toml, to_toml
from lrn.register.reading.book import Book


def in_workbook(book: Book) -> Matching:
    """The matching on the sheet Koppeling of *book*; nothing when there is none, or somebody made it unreadable."""
    names = c.called(book.sheets)
    tab = next((tab for tab, called in names.items() if called == c.KOPPELING), None)
    columns = book.sheets[tab].columns if tab is not None else []
    text = "\n".join(columns[0])[: LONGEST + 1] if columns else ""
    try:
        return from_toml(text) if text.strip() else Matching()
    except BadMatching:
        return Matching()


def lines(matching: Matching, edits: Edits, name: str, before: int) -> list[str]:
    """The lines of the sheet for the workbook called *name*, in which *edits* are made.

    What was decided is told anew (``Edits.matching``): its tabs and columns have the contract's names by then, and its
    records lie in rows. *before* is how many findings it had.
    """
    told = replace(edits.matching, before=matching.before or before)
    return to_toml(told, about=f"Zo is “{name}” gekoppeld aan het register. Laat dit blad staan.").splitlines()
