"""What stands in a column: what its values could be, judged by the first of them that differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from statistics import median
from typing import NamedTuple

from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.dates import date_value
from lrn.register.ingredients import ingredients_value
from lrn.register.matching.model import PARTNER_NAMES
from lrn.register.periods import month_numbers, period
from lrn.register.places import LATITUDES, LONGITUDES
from lrn.register.terms import pieces_of
from lrn.register.values import is_empty_mark
from lrn.terms import Vocabulary, key, plain

LOOK = 1_000  # cells of a column that are looked at
SAMPLE = 60  # different values that are judged
FIRST = 12  # of these; where none of them fits, the others are not tried
LONGEST = 500  # characters of a value; one that is longer is a text and nothing else
ENOUGH = 3  # values that prove something by themselves

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}", re.IGNORECASE)
_MARK = re.compile(r"[A-Za-z]{0,6}(?:[-_./ ]?\d{1,5}){1,3}[A-Za-z]?")
_MOST_DIGITS = 8  # of a mark; a telephone number has more
_DEGREES = re.compile(r"\d{1,2}[.,]\d{2,}")
_ORGANISATION = re.compile(
    r"\b(?:gemeente|gem|provincie|stichting|vereniging|bv|nv|b v|n v|roc|mbo|vo|hbo|college|lyceum|hogeschool|school"
    r"|universiteit|ziekenhuis|zorg\w*|\w*zorg|\w*groep|\w*bedrijf|bouw\w*|installatie\w*|museum|bibliotheek|uwv"
    r"|woning\w*|corporatie|\w*kring|ondernemers\w*|centrum|instituut|netwerk|fonds|bank|politie|brandweer|ggd|rabobank"
    r"|holding|groep|coop\w*|foundation|university|council|ltd|inc|gmbh)\b"
)
# Words for a state that the contract may not know by themselves; that a column holds them tells what it is.
_STATES = {
    *(
        "klaar",
        "bezig",
        "idee",
        "on hold",
        "gepland",
        "nieuw",
        "stop",
        "gereed",
        "lopende",
        "opgestart",
        "in uitvoering",
    ),
    *(
        "uitvoering",
        "initiatief",
        "concept",
        "geannuleerd",
        "vervallen",
        "in ontwikkeling",
        "wacht",
        "gestart",
        "ideefase",
    ),
    *(
        "in progress",
        "completed",
        "complete",
        "done",
        "not started",
        "planned",
        "ongoing",
        "active",
        "cancelled",
        "idea",
    ),
    *(
        "stopped",
        "closed",
        "open",
        "exploring",
        "in preparation",
        "finished",
        "blocked",
        "behind",
        "on track",
        "ideevorming",
    ),
}


class Fit(NamedTuple):
    """How many of the values that were judged fit a column, as how many different things, and what is said of them
    in Dutch, of many and of one ("zijn gemeenten|is een gemeente"). ``cells`` are filled with them."""

    fitting: int
    judged: int
    things: int
    what: str
    cells: int = 0

    @property
    def share(self) -> float:
        """The part of the values that fits, from 0 to 1."""
        return self.fitting / self.judged if self.judged else 0.0

    @property
    def proves(self) -> bool:
        """Whether this tells what the column is, whatever it is called."""
        enough = self.fitting >= ENOUGH or self.cells >= 2 * ENOUGH  # a yes and a no, but of many rows
        return self.share >= 0.6 and self.things >= 2 and enough

    @property
    def agrees(self) -> bool:
        """Whether the values fit what the column is called."""
        return self.share >= 0.3

    @property
    def denies(self) -> bool:
        """Whether hardly a value fits, so that the column must be something else than it is called."""
        return (self.judged >= ENOUGH or self.cells >= 2 * ENOUGH) and self.share < 0.1

    @property
    def why(self) -> str:
        """In Dutch: "16 van de 20 waarden zijn gemeenten"; "" of a single value."""
        values = "bekeken waarden" if self.judged == SAMPLE else "waarden"
        if self.judged == 1:
            return ""
        every = "beide" if self.judged == 2 else f"alle {self.judged}"
        of = every if self.fitting == self.judged else f"{self.fitting} van de {self.judged}"
        many, _, one = self.what.partition("|")
        return f"{of} {values} {one if self.fitting == 1 else many}"


@dataclass(frozen=True)
class Evidence:
    """The first cells of a column: ``values`` are those that differ (the first ``SAMPLE`` of them), ``filled`` how
    many cells were filled, ``different`` with how many different values."""

    values: tuple[str, ...]
    filled: int
    different: int

    @cached_property
    def lengths(self) -> list[int]:
        """The number of characters of each value."""
        return [len(value) for value in self.values]

    @cached_property
    def unique(self) -> float:
        """How many different values there are for each filled cell, 1 where none comes twice."""
        return self.different / self.filled if self.filled else 0.0

    @cached_property
    def words(self) -> float:
        """The part of the values that are words: with letters, and no date or address."""
        texts = [t for t in self.values if re.search(r"[^\W\d_]{2}", t) and not _EMAIL.search(t) and not _is_day(t)]
        return len(texts) / len(self.values) if self.values else 0.0


def evidence(cells: Iterable[str]) -> Evidence:
    """What stands in *cells*, those below a heading."""
    looked = Counter(cell[:LONGEST].strip() for cell in islice(cells, LOOK))
    filled = {text: amount for text, amount in looked.items() if text and not is_empty_mark(text)}
    return Evidence(tuple(islice(filled, SAMPLE)), sum(filled.values()), len(filled))


def fit(sheet: c.Sheet, field: str, found: Evidence) -> Fit | None:
    """How what was *found* fits the column *field* of *sheet*; None where nothing can be told from the values."""
    if not found.values:
        return None
    if field == PARTNER_NAMES:
        return _judge(found, lambda t: _pieces(t, _organisation), "zijn organisaties|is een organisatie")
    column = sheet.column(field)
    match column.kind:
        case c.Kind.ID:
            return _marks(found)
        case c.Kind.DATE:
            return _judge(found, _day, "zijn datums|is een datum")
        case c.Kind.MUNICIPALITY:
            return _judge(found, _municipality, "zijn gemeenten of plaatsen|is een gemeente of plaats")
        case c.Kind.REGION:
            return _judge(found, v.REGIO_NAMEN.find, "zijn arbeidsmarktregio's|is een arbeidsmarktregio")
        case c.Kind.FLAG:
            return _judge(found, _flag, "zijn ja of nee|is ja of nee")
        case c.Kind.INGREDIENTS:
            several = any(re.search(r"\d\D+\d|[a-z]{4}", value) for value in found.values)
            seen = _judge(found, _ingredients, "zijn ingrediënten|is een ingrediënt")
            return seen if several else seen._replace(things=min(seen.things, 1))  # bare numbers may count anything
        case c.Kind.LATITUDE:
            return _judge(found, lambda t: _degrees(t, LATITUDES), "zijn breedtegraden|is een breedtegraad")
        case c.Kind.LONGITUDE:
            return _judge(found, lambda t: _degrees(t, LONGITUDES), "zijn lengtegraden|is een lengtegraad")
    vocabulary = column.vocabulary
    if vocabulary is v.STATUSSEN:
        return _judge(found, _state, "passen bij Status|past bij Status")
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


def _judge(found: Evidence, find: Callable[[str], object], what: str) -> Fit:
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
    code = vocabulary.find(text)
    return None if code == "anders" else code  # a word of many lists


def _state(text: str) -> str | None:
    word = plain(text)
    return v.STATUSSEN.find(text) or (word if word in _STATES else None)


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


def _marks(found: Evidence) -> Fit:
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


def _names(found: Evidence) -> Fit:
    """Short words; they prove to be names where hardly one comes twice."""
    are_words = found.words >= 0.8 and median(found.lengths) <= 80
    proves = are_words and found.unique >= 0.8 and median(found.lengths) >= 6
    amount = len(found.values) if are_words or found.words >= 0.3 else 0
    what = "zijn korte, unieke teksten|is een korte tekst" if proves else "zijn korte teksten|is een korte tekst"
    return Fit(amount, len(found.values), amount if proves else 1, what)


def _texts(found: Evidence) -> Fit:
    amount = sum(length > 60 and " " in value for length, value in zip(found.lengths, found.values, strict=True))
    return Fit(amount, len(found.values), amount, "zijn zinnen|is een zin")


def is_month(heading: str) -> bool:
    """Whether *heading* is a month: "jan", "januari 2026", "jan-26", or the first day of one as Excel keeps it."""
    if len(heading) > LONGEST:
        return False
    named = period(heading)
    if named:
        return named.first.replace(day=1) == named.last.replace(day=1) and named.last.day - named.first.day > 26
    return key(heading) in month_numbers() or re.fullmatch(r"\d{4}-\d{2}-01 00:00:00", heading) is not None


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
