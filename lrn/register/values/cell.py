"""Interprets the text of one cell by the contract: a value, and a remark when it was not understood.

What takes more than a few lines has a module of its own: ``dates``, ``ingredients``, ``places``, ``terms``. None of
them knows of rows or sheets. Every function takes a text and never raises: whatever is typed ends in a value or a
remark.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from lrn import signs
from lrn import vocabulary as v
from lrn.register.columns import NO, YES, Column, Kind
from lrn.register.rules import Rule
from lrn.register.values.dates import date_value
from lrn.register.values.ingredients import ingredients_value
from lrn.register.values.places import LATITUDES, LONGITUDES, degrees_value, municipality_value, region_value
from lrn.register.values.remark import Read
from lrn.register.values.terms import LONGEST, term_value, terms_value, themes_value
from lrn.terms import plain

# The errors of Excel, as an English and as a Dutch Excel writes them; LibreOffice adds a number (#ERR502, Err:502).
_EXCEL_ERROR = re.compile(
    r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA"
    r"|CONNECT!|UNKNOWN!|BUSY!|EXTERNAL!|PYTHON!"
    r"|N/B|VERW!|NAAM\?|WAARDE!|DEEL/0!|LEEG!|GETAL!|OVERLOOP!)|(?:#ERR|Err:)\d{3}"
)

# What people type where they leave a cell empty; compared without case, signs and spaces.
_EMPTY_WORDS = {"nvt", "nietvantoepassing", "na", "nnb", "nognietbekend", "ntb", "nadertebepalen", "geen"}
_EMPTY_SIGNS = re.compile(r"[\s./_–—…-]+")
_LIKELY_FLAGS = {"jaa": "ja", "jawel": "ja", "jazeker": "ja", "jep": "ja", "neen": "nee", "neej": "nee", "nope": "nee"}
_DOUBT = re.compile(r"[\s?]+|\s*onbekend\s*", re.IGNORECASE)  # somebody looked for a value and did not find it


def is_empty_mark(text: str) -> bool:
    """Whether *text* only says that nothing is filled in: a dash, "n.v.t.", "geen".

    A question mark and "onbekend" are not among them: they ask for a look, so they are named as not understood.
    """
    if len(text) > len("niet van toepassing") + 5:
        return False
    return bool(_EMPTY_SIGNS.fullmatch(text)) or plain(text).replace(" ", "") in _EMPTY_WORDS


def is_excel_error(text: str) -> bool:
    """Whether *text* is what Excel or LibreOffice shows in a cell whose formula failed."""
    return _EXCEL_ERROR.fullmatch(text.strip()) is not None


def text_of(text: str) -> str | None:
    """The text itself without spaces around it, or None."""
    return text.strip() or None


def id_of(text: str) -> str | None:
    """An ID as it looks (:func:`lrn.signs.sign_of`), without regard to case and spaces: "a 001" is "A001"."""
    return signs.sign_of(text) or None


def flag_value(text: str) -> Read:
    """True for ja, False for nee, None for an empty cell."""
    plain = text.strip().casefold()
    if not plain:
        return Read(None)
    if plain in YES:
        return Read(True)
    if plain in NO:
        return Read(False)
    return Read(None, (Rule.NO_YES_OR_NO.say(_LIKELY_FLAGS.get(plain.rstrip("!.?"), ""), waarde=text),))


def all_texts(texts: list[str]) -> list[str | None]:
    """What :func:`text_of` makes of each of *texts*."""
    return [text or None for text in map(str.strip, texts)]


def all_ids(texts: list[str]) -> list[str | None]:
    """What :func:`id_of` makes of each of *texts*."""
    together = "\n".join(texts)
    if together.isascii() and together.split() == texts:  # none is empty or holds what is not kept
        return list(map(str.upper, texts))
    return list(map(id_of, texts))


_IDS = (Kind.ID, Kind.ACTIVITY, Kind.PARTNER)  # references to other rows are taken as IDs or text
_TEXTS = (Kind.TEXT, Kind.NAME, Kind.ENDPOINT)


def taker(column: Column) -> Callable[[list[str]], list[str | None]] | None:
    """The function that takes all texts in *column* for what they are; None when they must be understood."""
    return all_ids if column.kind in _IDS else all_texts if column.kind in _TEXTS else None


def reader(column: Column) -> Callable[[str], Read]:
    """The function that interprets the cells of *column*.

    What only says that nothing is filled in ("n.v.t.") counts as an empty cell, but for free text and in an ID.
    """
    read = _reader(column)
    if column.kind is not Kind.NAME and column.kind in (*_IDS, *_TEXTS):
        return read

    def but_for_marks(text: str) -> Read:
        found = read(text)
        if column.kind is Kind.NAME:  # any name is taken there, and nobody wants a college called "?"
            is_mark = len(text) <= LONGEST and (is_empty_mark(text) or _DOUBT.fullmatch(text))
            return Read(None) if is_mark else found
        # A value that the column knows goes before: "-" is nee.
        return Read(None) if found.remarks and is_empty_mark(text) else found

    return but_for_marks


def _reader(column: Column) -> Callable[[str], Read]:
    if column.kind in _IDS:
        return lambda text: Read(id_of(text))
    if column.kind in _TEXTS:
        return lambda text: Read(text_of(text))
    vocabulary = column.vocabulary
    match column.kind:
        case Kind.TERM if vocabulary:
            return lambda text: term_value(text, vocabulary)
        case Kind.TERMS if vocabulary is v.THEMAS:
            return lambda text: themes_value(text, v.THEMAS)
        case Kind.TERMS if vocabulary:
            return lambda text: terms_value(text, vocabulary)
        case Kind.INGREDIENTS:
            return ingredients_value
        case Kind.DATE:
            return partial(date_value, last=column.last)
        case Kind.FLAG:
            return flag_value
        case Kind.LATITUDE:
            return lambda text: degrees_value(text, LATITUDES, LONGITUDES)
        case Kind.LONGITUDE:
            return lambda text: degrees_value(text, LONGITUDES, LATITUDES)
        case Kind.MUNICIPALITY:
            return municipality_value
        case Kind.REGION:
            return region_value
        case _:
            raise ValueError(f"{column.header} has terms but no vocabulary")
