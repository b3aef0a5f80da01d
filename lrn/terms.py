"""How a text that someone typed becomes a term of the vocabulary.

Leaf module: :mod:`lrn.vocabulary` holds the tables, this holds the one way in which they are matched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from lrn import signs
from lrn.likely import keeps_all

# Below this similarity (0–100) a suggestion is a guess that would mislead more often than it helps.
SUGGESTION_CUTOFF = 72
SUGGESTIONS = 8  # nearest spellings that are looked at
SHORTEST_WORD = 4  # letters of a word that tells which of the labels it is a part of
SUGGESTION_LENGTH = 200  # characters; no term is that long, and comparing a whole page of text takes long

_PREFIX = re.compile(r"^(gemeente|gem|arbeidsmarktregio|regio)\s+(?=\S)")


@lru_cache(maxsize=65_536)
def key(text: str) -> str:
    """The form in which two values are compared: :func:`plain`, without a leading "gemeente", "gem." or "regio".

    ``key("  Gem. 's-Gravenhage")`` is ``"s gravenhage"``.
    """
    return _PREFIX.sub("", plain(text))


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """The form in which two headings or names are compared.

    Case, accents, punctuation, stray spaces and what nobody sees (:mod:`lrn.signs`) are dropped, and ``&`` reads as
    "en".
    """
    if not text.isascii():
        text = signs.with_latin(signs.seen(text))
        # Bare before it is taken apart: to normalise a long row of combining marks takes time that grows by its square
        bare = "".join(c for c in text if not unicodedata.combining(c))
        text = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    folded = text.casefold().replace("&", " en ")
    folded = re.sub(r"['’‘`´]", "", folded)
    return re.sub(r"[^0-9a-z]+", " ", folded).strip()


@dataclass(frozen=True)
class Term:
    """One allowed value: its code joins, its label is shown, its aliases are also understood."""

    code: str
    label: str
    aliases: tuple[str, ...] = ()


class Vocabulary:
    """A closed list of terms in a fixed order."""

    def __init__(self, name: str, terms: Iterable[Term]) -> None:
        self.name = name
        self.terms = tuple(terms)
        self._labels = {term.code: term.label for term in self.terms}
        self._places = {code: place for place, code in enumerate(self._labels)}
        self._codes: dict[str, str] = {}
        for term in self.terms:
            for spelling in (term.label, term.code, *term.aliases):
                self._codes.setdefault(key(spelling), term.code)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in the vocabulary's order."""
        return tuple(self._labels)

    def in_order(self, codes: Iterable[str]) -> tuple[str, ...]:
        """*codes* in the vocabulary's order; raises ``KeyError`` for a code that is not in the list."""
        return tuple(sorted(codes, key=self._places.__getitem__))

    def label(self, code: str) -> str:
        """The label of *code*; raises ``KeyError`` for a code that is not in the list."""
        return self._labels[code]

    def find(self, text: str) -> str | None:
        """The code that *text* stands for, or None when it is not understood.

        Spaces and signs do not matter ("C.I.V."), as long as no two terms are one without them.
        """
        wanted = key(text)
        return self._codes.get(wanted) or self._spaceless.get(wanted.replace(" ", ""))

    def suggest(self, text: str) -> tuple[str, bool]:
        """The label that was probably meant ("" when nothing is near), and whether that is sure (:class:`Likely`).

        Where nothing is near it is the one label of which *text* is a part, in whole words: "hybride".
        """
        likely, sure = self._likely.find(text)
        return (likely, sure) if likely else (self._with_words(text), False)

    def _with_words(self, text: str) -> str:
        wanted = set(key(text[:SUGGESTION_LENGTH]).split())
        if max(map(len, wanted), default=0) < SHORTEST_WORD or len(text) > SUGGESTION_LENGTH:
            return ""
        labels = {self._labels[code] for spelling, code in self._codes.items() if wanted <= set(spelling.split())}
        return labels.pop() if len(labels) == 1 else ""

    @cached_property
    def _spaceless(self) -> dict[str, str]:
        """The code by spelling without spaces; none that two terms share."""
        found: dict[str, set[str]] = {}
        for spelling, code in self._codes.items():
            found.setdefault(spelling.replace(" ", ""), set()).add(code)
        return {spelling: codes.pop() for spelling, codes in found.items() if len(codes) == 1}

    @cached_property
    def _likely(self) -> Likely:
        return Likely({spelling: self._labels[code] for spelling, code in self._codes.items()})


class Likely:
    """Finds the label that was probably meant among labels by their :func:`key`."""

    def __init__(self, labels_by_key: Mapping[str, str]) -> None:
        self._labels = dict(labels_by_key)
        joined: dict[str, set[str]] = {}
        for spelling, label in labels_by_key.items():
            joined.setdefault(spelling.replace(" ", ""), set()).add(label)
        self._joined = {spelling: labels.pop() for spelling, labels in joined.items() if len(labels) == 1}

    def find(self, text: str) -> tuple[str, bool]:
        """The label, and whether it must be the one; ``("", False)`` when none is near.

        Sure is the same word but for spaces ("Zoeter meer"); else it is the nearest with a rapidfuzz ratio of at least
        ``SUGGESTION_CUTOFF`` that says all that was typed (:mod:`lrn.likely`). Where two are as near there is none.
        """
        wanted = key(text[:SUGGESTION_LENGTH])
        if len(wanted) < 3 or len(text) > SUGGESTION_LENGTH:
            return "", False
        if label := self._joined.get(wanted.replace(" ", "")):
            return label, True
        near = process.extract(
            wanted, self._labels.keys(), scorer=fuzz.ratio, score_cutoff=SUGGESTION_CUTOFF, limit=SUGGESTIONS
        )
        fitting = [(score, self._labels[spelling]) for spelling, score, _ in near if keeps_all(wanted, spelling)]
        labels = {label for score, label in fitting if score == max(fitting)[0]}
        return (labels.pop(), False) if len(labels) == 1 else ("", False)
