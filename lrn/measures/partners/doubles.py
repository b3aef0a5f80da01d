"""Partners that may be one organisation under two names: pairs with the reason, to be judged and mended in Excel.

Nothing is ever merged here. Names are compared as :func:`lrn.terms.plain`, without what an organisation is by law.
Two names that differ in figures, or that each name another municipality, are two organisations; so are, but for the
very same name, partners in two municipalities.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from rapidfuzz import process
from rapidfuzz.distance import OSA

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.rows.labelled import partner_list
from lrn.register.model import Register
from lrn.register.values.organisations import without_legal_form
from lrn.terms import plain

LETTERS = {1: "De namen schelen één letter", 2: "De namen schelen twee letters"}
SAME, LEGAL, TOWN = "Dezelfde naam", "Dezelfde naam, op de rechtsvorm na", "Dezelfde naam, op de plaats na"
SPACES, ORDER = "Dezelfde naam, op spaties na", "Dezelfde woorden, in een andere volgorde"
WITHIN = "De ene naam staat in de andere"
REASONS = (SAME, LEGAL, SPACES, ORDER, TOWN, *LETTERS.values(), WITHIN)
"""Why two names may be one, the surest first."""
ELSEWHERE = "wel in een andere gemeente"

ENDS = {"een": "Partner", "ander": "Lijkt op"}
"""Both partners of a pair, and what each is called above its column."""
_ALONG = {"soort": "Soort", "gemeente": "Gemeente", "activiteiten": "Activiteiten", "rij": "Rij"}

_LONG_ENOUGH = {1: 9, 2: 12}  # letters of both names, for so many letters to be a slip of the pen
_TELLING = 4  # letters of a word that tells one organisation from others
_EACH_OTHER = 20  # names in one form that are laid beside each other; of more each beside the first
_AT_ONCE = 500  # names that are laid beside all others in one go, as each pair takes a byte
_LONGEST = 200  # letters of a name that are looked at
_WORDS_OF_A_TOWN = 4
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True)
class _Name:
    """One partner's name in the forms in which it is compared; ``towns`` are the municipalities that it ends with.

    ``figures`` are the numbers in it, ``telling`` the words that tell it from others.
    """

    plain: str
    bare: str
    base: str
    towns: frozenset[str]
    gemeente: str
    soort: str
    figures: tuple[str, ...]
    telling: frozenset[str]

    @property
    def places(self) -> frozenset[str]:
        return self.towns | ({self.gemeente} if self.gemeente else set())


def doubles(register: Register) -> pd.DataFrame:
    """Pairs of partners of *register* that may be one: een, ander (IDs), reden; the surest first.

    ``een`` is the one that stands first in the workbook. A pair has one reason, the surest.
    """
    partners = register.partners.reset_index(drop=True)
    columns = (partners[name] for name in ("naam", "gemeente", "soort"))
    names = [_read(*(cell if isinstance(cell, str) else "" for cell in row)) for row in zip(*columns, strict=True)]
    found: dict[tuple[int, int], str] = {}
    for one, other, reason in _pairs(names):
        a, b = names[one], names[other]
        pair = (min(one, other), max(one, other))
        if reason in (SAME, LEGAL):
            reason += f"; {ELSEWHERE}" if not _together(a, b) else ""
        elif not _together(a, b) or _other_towns(a, b):
            continue
        found.setdefault(pair, reason)
    ranks = {reason: rank for rank, reason in enumerate(REASONS)}
    ids = partners["id"].tolist()
    ordered = sorted(found, key=lambda pair: (ranks[found[pair].partition(";")[0]], pair))
    rows = [(ids[one], ids[other], found[one, other]) for one, other in ordered]
    return pd.DataFrame(rows, columns=["een", "ander", "reden"])


def with_names(register: Register, pairs: pd.DataFrame) -> pd.DataFrame:
    """*pairs* (:func:`doubles`) as they can be mended in Excel: the reason, and of both the columns of the workbook.

    The headings are Dutch; of each partner there are its name, ID, kind, municipality, in how many activities of the
    register it takes part, and its row.
    """
    listed = partner_list(register, register.partners).assign(id=register.partners["id"]).set_index("id")
    told: dict[str, Any] = {heading: pairs[end].map(listed["naam"]) for end, heading in ENDS.items()}
    told["Waarom"] = pairs["reden"]
    for number, end in enumerate(ENDS, start=1):
        rows = listed.loc[pairs[end]]
        told[f"ID {number}"] = pairs[end]
        told |= {f"{heading} {number}": rows[name].to_numpy() for name, heading in _ALONG.items()}
    return pd.DataFrame(told)


def _read(naam: str, gemeente: str, soort: str) -> _Name:
    folded = plain(naam[:_LONGEST])
    bare = without_legal_form(folded)
    base, towns = _town(bare)
    gemeente, soort = ("" if code == v.ONBEKEND else code for code in (gemeente, soort))
    telling = frozenset(word for word in bare.split() if len(word) >= _TELLING)
    return _Name(folded, bare, base, towns, gemeente, soort, tuple(_FIGURES.findall(bare)), telling)


def _town(name: str) -> tuple[str, frozenset[str]]:
    """*name* without the town that it ends with, and the municipalities which that can be; none without one."""
    words, known = name.split(), v.municipality_vocabulary()
    for amount in range(min(_WORDS_OF_A_TOWN, len(words) - 1), 0, -1):
        tail = " ".join(words[-amount:])
        if len(tail) >= _TELLING and (codes := known.meanings(tail)):
            return " ".join(words[:-amount]), frozenset(codes)
    return name, frozenset()


def _together(one: _Name, other: _Name) -> bool:
    """Whether both can be in one municipality, as far as their names and rows say."""
    return not (one.places and other.places) or bool(one.places & other.places)


def _other_towns(one: _Name, other: _Name) -> bool:
    """Whether both names end with a town, and not with the same."""
    return bool(one.towns and other.towns) and not one.towns & other.towns


def _pairs(names: list[_Name]) -> Iterator[tuple[int, int, str]]:
    """Every reason for which two of *names* (positions) may be one, the surest first."""
    for one, other in _alike([name.bare for name in names]):
        yield one, other, SAME if names[one].plain == names[other].plain else LEGAL
    yield from ((*pair, SPACES) for pair in _alike([name.bare.replace(" ", "") for name in names]))
    yield from ((*pair, ORDER) for pair in _alike([" ".join(sorted(name.bare.split())) for name in names]))
    yield from ((*pair, TOWN) for pair in _alike([name.base for name in names]))
    yield from _slips(names)
    yield from _within(names)


def _alike(forms: list[str]) -> Iterator[tuple[int, int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for position, form in enumerate(forms):
        if form:
            groups[form].append(position)
    for group in groups.values():
        yield from combinations(group, 2) if len(group) <= _EACH_OTHER else ((group[0], other) for other in group[1:])


def _slips(names: list[_Name]) -> Iterator[tuple[int, int, str]]:
    """Names with the same figures that differ in one letter or two."""
    forms, numbers = [name.bare for name in names], {name.figures: n for n, name in enumerate(names)}
    figures, longs = np.array([numbers[name.figures] for name in names]), np.array([len(form) for form in forms])
    for start in range(0, len(forms), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        apart = process.cdist(forms[part], forms, scorer=OSA.distance, score_cutoff=max(LETTERS), dtype=np.uint8)
        shortest = np.minimum(longs[part, None], longs)
        for distance, least in _LONG_ENOUGH.items():
            found = (apart == distance) & (shortest >= least) & (figures[part, None] == figures)
            yield from ((start + one, other, LETTERS[distance]) for one, other in np.argwhere(found).tolist())


def _within(names: list[_Name]) -> Iterator[tuple[int, int, str]]:
    """Names of which one has all the words of the other, two or more that tell something; of one kind, if known."""
    by_word: dict[tuple[str, tuple[str, ...]], set[int]] = defaultdict(set)
    for position, name in enumerate(names):
        for word in name.telling:
            by_word[word, name.figures].add(position)
    for position, name in enumerate(names):
        if len(name.telling) < 2:
            continue
        holding = set.intersection(*(by_word[word, name.figures] for word in name.telling))
        for other in sorted(holding - {position}):
            if not name.soort or names[other].soort in ("", name.soort):
                yield position, other, WITHIN


def sentence(amount: int) -> str:
    """How many pairs there are, in words."""
    if not amount:
        return "In dit register vinden we geen partners waarvan de namen op elkaar lijken."
    pairs = texts.count(amount, "paar partners", "paren partners")
    return f"In het hele register {'lijkt' if amount == 1 else 'lijken'} {pairs} op elkaar."
