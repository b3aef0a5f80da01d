"""How a text that someone typed becomes a term of the vocabulary.

Leaf module: :mod:`lrn.vocabulary` holds the tables, this holds the one way in which they are matched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

# Below this similarity (0–100) a suggestion is a guess that would mislead more often than it helps.
SUGGESTION_CUTOFF = 72

_PREFIX = re.compile(r"^(gemeente|gem|arbeidsmarktregio|regio)\s+(?=\S)")


def key(text: str) -> str:
    """The form in which two values are compared: :func:`plain`, without a leading "gemeente", "gem." or "regio".

    ``key("  Gem. 's-Gravenhage")`` is ``"s gravenhage"``.
    """
    return _PREFIX.sub("", plain(text))


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """The form in which two headings or names are compared.

    Case, accents, punctuation and stray spaces are dropped, and ``&`` reads as "en".
    """
    folded = unicodedata.normalize("NFKD", text).casefold().replace("&", " en ")
    folded = "".join(c for c in folded if not unicodedata.combining(c))
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
        self._codes: dict[str, str] = {}
        for term in self.terms:
            for spelling in (term.label, term.code, *term.aliases):
                self._codes.setdefault(key(spelling), term.code)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in the vocabulary's order."""
        return tuple(self._labels)

    def label(self, code: str) -> str:
        """The label of *code*; raises ``KeyError`` for a code that is not in the list."""
        return self._labels[code]

    def find(self, text: str) -> str | None:
        """The code that *text* stands for, or None when it is not understood."""
        return self._codes.get(key(text))

    def suggest(self, text: str) -> str | None:
        """The label that was probably meant, or None when nothing is near."""
        return suggest(text, {spelling: self._labels[code] for spelling, code in self._codes.items()})


def suggest(text: str, labels_by_key: dict[str, str]) -> str | None:
    """The label whose key is nearest to *text* (rapidfuzz ratio of at least ``SUGGESTION_CUTOFF``), or None."""
    wanted = key(text)
    if len(wanted) < 3:
        return None
    best = process.extractOne(wanted, labels_by_key.keys(), scorer=fuzz.ratio, score_cutoff=SUGGESTION_CUTOFF)
    return labels_by_key[best[0]] if best else None
