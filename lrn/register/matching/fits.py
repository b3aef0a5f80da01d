"""Whether what stands in a column fits a column of the contract."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice, pairwise
from statistics import median

from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.matching.column_sample import LONGEST, LOOK, SAMPLE, ColumnSample, Fit
from lrn.register.matching.model import PARTNER_NAMES
from lrn.register.values.dates import date_value
from lrn.register.values.ingredients import ingredients_value
from lrn.register.values.periods import period
from lrn.register.values.places import LATITUDES, LONGITUDES
from lrn.register.values.synonyms import synonym
from lrn.register.values.terms import code_of, pieces_of
from lrn.terms import Vocabulary, plain

FIRST = 12  # values that are tried first; where none of them fits, the others are not

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}", re.IGNORECASE)
_MARK = re.compile(r"[A-Za-z]{0,6}(?:[-_./ ]?\d{1,5}){1,3}[A-Za-z]?")
_MOST_DIGITS = 8  # of a mark; a telephone number has more
_SEVERAL = re.compile(r"\d\D+\d|[a-z]{4}")  # ingredients
_DEGREES = re.compile(r"\d{1,2}[.,]\d{2,}")
_ORGANISATION = re.compile(
    r"\b(?:gemeente|gem|provincie|stichting|vereniging|bv|nv|b v|n v|roc|lyceum|hogeschool|\w*school"
    r"|universiteit|ziekenhuis|zorginstelling|\w*groep|\w*bedrijf|museum|bibliotheek|uwv"
    r"|woning\w*|corporatie|\w*kring|ondernemers\w*|centrum|instituut|netwerk|fonds|bank|politie|brandweer|ggd|rabobank"
    r"|holding|groep|coop\w*|foundation|university|council|ltd|inc|gmbh)\b"
)


def fit(sheet: c.Sheet, field: str, found: ColumnSample) -> Fit | None:
    """How what was *found* fits the column *field* of *sheet*; None where nothing can be told from the values."""
    if not found.values:
        return None
    if field == PARTNER_NAMES:
        return _judge(found, lambda t: _pieces(t, _organisation), "zijn organisaties|is een organisatie")
    column = sheet.column(field)
    if column.kind is c.Kind.ID:
        return _marks(found)
    judged: dict[c.Kind, tuple[Callable[[str], object], str]] = {
        c.Kind.DATE: (_day, "zijn datums|is een datum"),
        c.Kind.MUNICIPALITY: (_municipality, "zijn gemeenten of plaatsen|is een gemeente of plaats"),
        c.Kind.REGION: (v.REGIO_NAMEN.find, "zijn arbeidsmarktregio's|is een arbeidsmarktregio"),
        c.Kind.FLAG: (_flag, "zijn ja of nee|is ja of nee"),
        c.Kind.INGREDIENTS: (_ingredients, "zijn ingrediënten|is een ingrediënt"),
        c.Kind.LATITUDE: (partial(_degrees, bounds=LATITUDES), "zijn breedtegraden|is een breedtegraad"),
        c.Kind.LONGITUDE: (partial(_degrees, bounds=LONGITUDES), "zijn lengtegraden|is een lengtegraad"),
    }
    if column.kind in judged:
        seen = _judge(found, *judged[column.kind])
        if column.kind is c.Kind.INGREDIENTS and not any(map(_SEVERAL.search, found.values)):
            return seen._replace(things=min(seen.things, 1))  # bare numbers may count anything
        return seen
    vocabulary = column.vocabulary
    if vocabulary:
        return _judge(
            found,
            lambda t: _pieces(t, lambda p: _term(vocabulary, p)),
            f"passen bij {column.header}|past bij {column.header}",
        )
    if field == "email":
        return _judge(found, lambda t: t if _EMAIL.search(t) else None, "zijn e-mailadressen|is een e-mailadres")
    if field == "naam":
        return _names(found)
    return _texts(found) if field == "omschrijving" else None


def _judge(found: ColumnSample, find: Callable[[str], object], what: str) -> Fit:
    """How many of the values *find* knows. Where it knows none of the first, the others are not asked."""
    things: set[object] = set()
    fitting = judged = 0
    for value in found.values:
        if judged == FIRST and not fitting:
            return Fit(0, len(found.values), 0, what, found.filled)
        judged += 1
        thing = find(value) if len(value) < LONGEST else None
        if thing is not None:
            fitting += 1
            things.add(thing)
    return Fit(fitting, judged, len(things), what, found.filled)


def _pieces(text: str, find: Callable[[str], object]) -> object:
    """What the parts of a cell are, if at least half of them are known."""
    parts = pieces_of(text, find)
    known = [thing for part in parts if (thing := find(part)) is not None]
    return tuple(known) if known and 2 * len(known) >= len(parts) else None


def _term(vocabulary: Vocabulary, text: str) -> str | None:
    """The term that *text* names, or may well be meant by it; not "anders", which is a word of many lists."""
    code = code_of(vocabulary, text) or vocabulary.find(synonym(text, vocabulary))
    return None if code == "anders" else code


def _municipality(text: str) -> str | None:
    """A municipality, or the first of several in a cell. A bare number is none: it is anything."""
    if text.isdigit():
        return None
    municipalities = v.municipality_vocabulary()
    return municipalities.find(text) or next(
        (code for part in re.split(r"[,;/&+]| en ", text)[:3] if part.strip() and (code := municipalities.find(part))),
        None,
    )


def _is_day(text: str) -> bool:
    return text[:1].isdigit() and date_value(text).value is not None


def _day(text: str) -> object:
    return date_value(text).value or period(text)


def _flag(text: str) -> bool | None:
    word = text.casefold().rstrip("!.")
    return True if word in c.YES else False if word in c.NO else None


def _ingredients(text: str) -> object:
    """Several ingredients, or one by its name. One number is no proof: it may count anything."""
    if text.isdigit():
        return ("een", int(text)) if len(text) < 3 and int(text) in v.INGREDIENT else None
    read = ingredients_value(text)
    return read.value or (
        read.remarks[0].suggestion or None if read.remarks and read.remarks[0].suggestion[:1].isdigit() else None
    )


def _degrees(text: str, bounds: tuple[float, float]) -> str | None:
    if not _DEGREES.fullmatch(text):
        return None
    return text if bounds[0] <= float(text.replace(",", ".")) <= bounds[1] else None


def _organisation(text: str) -> str | None:
    word = plain(text[:80])
    return word if _ORGANISATION.search(word) else None


def _words(found: ColumnSample) -> float:
    """The part of the values that are words: with letters, and no date or address."""
    texts = [t for t in found.values if re.search(r"[^\W\d_]{2}", t) and not _EMAIL.search(t) and not _is_day(t)]
    return len(texts) / len(found.values)


def _marks(found: ColumnSample) -> Fit:
    """Short marks; they prove that they are IDs where none comes twice, and bare numbers where they count up too."""
    marks = [value for value in found.values if _MARK.fullmatch(value) and not (len(value) > 5 and _is_other(value))]
    numbers = [int(value) for value in marks if value.isdigit()]
    counts_up = len(numbers) < 2 or all(a < b for a, b in pairwise(numbers))
    proves = found.unique >= 0.95 and (counts_up or len(numbers) < len(marks) / 2)
    return Fit(
        len(marks), len(found.values), len(marks) if proves else 1, "zijn korte, unieke kenmerken|is een kort kenmerk"
    )


def _is_other(text: str) -> bool:
    """Whether what looks like a mark is a day or a telephone number."""
    return _is_day(text) or sum(map(str.isdigit, text)) > _MOST_DIGITS


def _names(found: ColumnSample) -> Fit:
    """Short words; they prove to be names where hardly one comes twice."""
    are_words = _words(found) >= 0.8 and median(found.lengths) <= 80
    proves = are_words and found.unique >= 0.8 and median(found.lengths) >= 6
    amount = len(found.values) if are_words or _words(found) >= 0.3 else 0
    what = "zijn korte, unieke teksten|is een korte tekst" if proves else "zijn korte teksten|is een korte tekst"
    return Fit(amount, len(found.values), amount if proves else 1, what)


def _texts(found: ColumnSample) -> Fit:
    """Sentences; they prove to be a description where they are long, as names are short."""
    several = [len(value) for value in found.values if " " in value and re.search(r"[^\W\d_]{2}", value)]
    long = sum(length > 60 for length in several)
    if long >= 0.6 * len(found.values):
        return Fit(long, len(found.values), long, "zijn zinnen|is een zin")
    return Fit(len(several), len(found.values), 1, "zijn teksten|is een tekst")


def are_ticks(cells: Iterable[str]) -> bool:
    """Whether *cells* hold nothing but marks such as an x, so that they say of each row whether it is so."""
    return {text.strip().casefold() for text in islice(cells, LOOK)} <= {
        "",
        *c.YES,
        *c.NO,
        "xx",
        "●",
        "•",
        "■",
        "█",
        "o",
    }


def alike_in_order(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the days in *first* are mostly not after those in *second*: they begin what the others end."""
    pairs = [
        (one, two)
        for a, b in islice(zip(first, second, strict=False), LOOK)
        if a.strip() and b.strip() and (one := date_value(a).value) and (two := date_value(b).value)
    ][:SAMPLE]
    return bool(pairs) and sum(one <= two for one, two in pairs) >= 0.8 * len(pairs)
