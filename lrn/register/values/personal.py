"""Keeps out of sight by what a person can be reached or known: no finding, list or kept state carries it on.

A name cannot be told from other words; so the contact columns are shown to nobody, of other columns addresses and
telephone numbers go, and of the columns that a workbook has of its own only those are shown that cannot hold a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lrn.register.columns import NO, YES
from lrn.register.values.dates import date_value
from lrn.terms import plain

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PHONE = re.compile(r"(?<![\d.,])(?:\+31|0031|0)(?:[ -]?\d){9}(?!\d)")  # as Dutch numbers are written

# An amount, a percentage, a code in figures; eight digits at most, which is one fewer than a telephone or BSN has.
_FIGURE = re.compile(r"^[-−+]?\s*€?\s*(?=(?:\D*\d){1,8}\D*$)\d[\d.,]*\s*%?$")
TOO_LONG = 10**8  # the smallest number of nine digits
# Headings of columns whose figures or dates are about a person; parts of words, as headings are put together.
_ABOUT_A_PERSON = re.compile(
    r"persoon|personeel|medewerker|student|docent|deelnemersnummer|contact|telefoon|mobiel|\btel\b|\bgsm\b|\bbsn\b"
    r"|burgerservice|geboorte|geboren|verjaardag|leeftijd|geslacht|adres|postcode|huisnummer"
)


def without_addresses(text: str) -> str:
    """*text* with [e-mailadres] and [telefoonnummer] for what looks like one."""
    if "@" in text:
        text = _EMAIL.sub("[e-mailadres]", text)
    return _PHONE.sub("[telefoonnummer]", text)


def may_be_personal(heading: str, cells: Iterable[Any]) -> bool:
    """Whether a column that the contract does not know may hold something about a person.

    It may not when every filled cell is a figure, a date, or a yes or no, and the heading does not say that these are
    about a person. Words may always: nobody can tell a name from another word.
    """
    return bool(_ABOUT_A_PERSON.search(plain(heading))) or not all(map(_is_no_word, set(cells)))


def _is_no_word(cell: Any) -> bool:
    if isinstance(cell, int | float):  # also a truth, and what is missing among numbers
        return not abs(cell) >= TOO_LONG
    if not isinstance(cell, str):  # a day, or nothing
        return True
    text = cell.strip()
    return not text or text.casefold() in (*YES, *NO) or bool(_FIGURE.match(text)) or date_value(text).value is not None
