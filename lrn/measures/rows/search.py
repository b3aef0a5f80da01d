"""Finds rows by the words that someone types: in the name, the description, the partners and more.

Case, accents and punctuation do not matter (:func:`lrn.terms.plain`). Every word must be found, each may be found in
another field, and a part of a word will do (of one or two letters only the beginning). A small mistake is forgiven: one
letter wrong, missing, too many or two swapped from four letters on, two of those from eight letters on, as long as the
first letter is right. What was found as it was typed comes first, and of that what stands in the name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd
from rapidfuzz import process
from rapidfuzz.distance import OSA

from lrn import vocabulary as v
from lrn.measures.rows.labelled import grouped, municipality_name, term_label
from lrn.measures.rows.wording import end_name
from lrn.measures.themes import theme_label
from lrn.register.columns import ACTIVITEITEN, Kind
from lrn.register.model import Register
from lrn.register.values.personal import without_addresses
from lrn.terms import Vocabulary, plain

LONGEST = 100  # characters that are looked for
BEFORE, AFTER = 2, 6  # words of a longer text that are told around what was found
INSIDE = 3  # letters that are looked for inside a word too
ONE_LETTER, TWO_LETTERS, BEGINNINGS = 4, 8, 6  # so long is a word in which a mistake is forgiven; and in its beginning

# How well a word was found. In the name is 0 to 2, elsewhere 3 to 5: a whole word, the beginning of one, inside one.
_WHOLE, _BEGINNING, _INSIDE, _ALIKE = 0, 1, 2, 6
_ELSEWHERE = 3
_NOT = 255


@dataclass(frozen=True)
class Text:
    """A text that can be found by its words, and by other ``names`` that are not shown."""

    text: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """A row that was found: its ID; ``where``, the phrases that say in what, "" for the name; and whether it is not
    quite what was typed.
    """

    id: str
    where: tuple[str, ...] = ()
    alike: bool = False


class Index:
    """The words of rows, taken apart once; :meth:`find` then takes a few milliseconds for thousands of rows."""

    def __init__(self, fields: Sequence[str], rows: Mapping[str, Mapping[str, Iterable[Text]]]) -> None:
        """*fields* are the Dutch names of the fields, the one that names a row first; *rows* holds per ID the texts by
        field.
        """
        self._fields = list(fields)
        self._ids = list(rows)
        self._texts: list[str] = []
        numbers: dict[str, tuple[int, ...]] = {}  # of the words in a piece of text
        known: dict[str, int] = {}  # each word and its number
        found: list[tuple[int, int, int, int, int]] = []  # row, field, word, text, place in the text
        for row, texts in enumerate(rows.values()):
            for field, name in enumerate(self._fields):
                for text in texts.get(name, ()):
                    at = len(self._texts)
                    self._texts.append(text.text)
                    for place, piece in chain(enumerate(text.text.split()), ((0, other) for other in text.names)):
                        if piece not in numbers:
                            numbers[piece] = tuple(known.setdefault(word, len(known)) for word in plain(piece).split())
                        found += [(row, field, number, at, place) for number in numbers[piece]]
        self._words = list(known)
        table = np.array(found, dtype=np.int64).reshape(-1, 5)
        self._row, self._field, self._word, self._text, self._place = (np.ascontiguousarray(c) for c in table.T)
        self._best = lru_cache(maxsize=64)(self._find_best)  # of several words only the last is being typed

    def __len__(self) -> int:
        return len(self._ids)

    def find(self, typed: str, among: Collection[str] | None = None) -> list[Hit]:
        """The rows in which every word of *typed* is found, the best first; all of them when nothing was typed.

        *among* narrows them to rows with these IDs. Rows that are as good keep their order.
        """
        rows, best, alike = self._matches(typed)
        return [
            Hit(self._ids[row], self._where({word: int(at[row]) for word, (_, at) in best.items()}), bool(alike[row]))
            for row in rows.tolist()
            if among is None or self._ids[row] in among
        ]

    def amount(self, typed: str) -> int:
        """In how many rows every word of *typed* stands as it was typed."""
        rows, _, alike = self._matches(typed)
        return int((~alike[rows]).sum())

    def _matches(self, typed: str) -> tuple[np.ndarray, dict[str, tuple[np.ndarray, np.ndarray]], np.ndarray]:
        """The rows that are found, the best first; per word how well and where; and which rows are only alike."""
        best = {word: self._best(word) for word in plain(typed).split()}
        found = np.ones(len(self._ids), dtype=bool)
        total = np.zeros(len(self._ids), dtype=np.int64)
        alike = np.zeros(len(self._ids), dtype=bool)
        for quality, _ in best.values():
            found &= quality < _NOT
            alike |= quality >= _ALIKE
            total += quality
        rows = np.flatnonzero(found)
        return rows[np.lexsort((total[rows], alike[rows]))], best, alike

    def _find_best(self, word: str) -> tuple[np.ndarray, np.ndarray]:
        """Per row how well *word* is found there, and at which place of the index that is."""
        by_word = self._qualities(word)
        quality = by_word[self._word]
        elsewhere = (self._field > 0) & (quality < _NOT)
        quality = np.where(elsewhere, quality + np.where(quality >= _ALIKE, 1, _ELSEWHERE), quality)
        # Of places that are as good the first: it is in the field that comes first.
        ranked = np.full(len(self._ids), _NOT * len(self._row), dtype=np.int64)
        places = np.flatnonzero(quality < _NOT)
        np.minimum.at(ranked, self._row[places], quality[places] * len(self._row) + places)
        per_place = max(len(self._row), 1)
        return ranked // per_place, ranked % per_place

    def _qualities(self, word: str) -> np.ndarray:
        """How well *word* is found in each word of the index."""
        inside = _INSIDE if len(word) >= INSIDE else _NOT
        found = np.array(
            [
                (_WHOLE if w == word else _BEGINNING if w.startswith(word) else inside) if word in w else _NOT
                for w in self._words
            ],
            dtype=np.int64,
        )
        mistakes = 2 if len(word) >= TWO_LETTERS else 1 if len(word) >= ONE_LETTER else 0
        if mistakes and len(found):
            near = self._near(word, self._words, mistakes)
            if len(word) >= BEGINNINGS:
                near |= self._near(word, [w[: len(word)] for w in self._words], mistakes)
            found = np.where(near & (found == _NOT), _ALIKE, found)
        return found

    @staticmethod
    def _near(word: str, words: list[str], mistakes: int) -> np.ndarray:
        distances = process.cdist([word], words, scorer=OSA.distance, score_cutoff=mistakes, dtype=np.uint8)[0]
        first = np.array([w[:1] == word[:1] for w in words], dtype=bool)
        return np.asarray((distances <= mistakes) & first)

    def _where(self, places: dict[str, int]) -> tuple[str, ...]:
        """In what the words were found, outside the name of the row: "partners: Woonzorg De Linde".

        *places* are those of the index at which each word was found best.
        """
        words: dict[int, list[str]] = {}
        for word, place in places.items():
            if self._field[place]:
                words.setdefault(int(self._text[place]), []).append(word)
        for text in list(words):  # a text that has all the words of another says enough
            if any(all(w in plain(self._texts[other]) for w in words[text]) for other in words if other != text):
                del words[text]
        told = {int(self._text[place]): place for place in reversed(places.values())}
        return tuple(
            f"{self._fields[self._field[told[text]]]}: {_around(self._texts[text], int(self._place[told[text]]))}"
            for text in words
        )


def _around(text: str, place: int) -> str:
    """*text*, or of a longer one the words around the one at *place*."""
    words = text.split()
    if len(words) <= BEFORE + 1 + AFTER:
        return " ".join(words)
    start, end = max(place - BEFORE, 0), place + 1 + AFTER
    before, after = "…" if start else "", "…" if end < len(words) else ""
    return f"{before}{' '.join(words[start:end])}{after}"


# ── What can be found of each kind of row ────────────────────────────────────────────────────────────────────


def index(register: Register, *, kind: str) -> Index:
    """The words of all rows of *kind* in *register*: activiteiten, partners or verbindingslijnen."""
    return {"activiteiten": _activities, "partners": _partners, "verbindingslijnen": _lines}[kind](register)


# What is told of an activity in free text, in the order of the workbook.
_TOLD = tuple(column for column in ACTIVITEITEN.shown if column.kind is Kind.TEXT and column.field != "naam")


def _activities(register: Register) -> Index:
    themes = grouped(register.themas["activiteit"], register.themas["thema"])
    names = dict(zip(register.partners["id"], register.partners["naam"], strict=True))
    partners = grouped(register.deelnames["activiteit"], register.deelnames["partner"])
    rows = {}
    for row in _rows(register.activiteiten):
        codes = [*([v.NETWERKTHEMA.code] if row.netwerkthema is True else []), *themes.get(row.id, ())]
        rows[row.id] = {
            "naam": _text(row.naam),
            "partners": [text for code in partners.get(row.id, ()) for text in _text(names.get(code))],
            "thema's": [Text(theme_label(code)) for code in codes],
            "vorm": _term(v.VORMEN, row.vorm),
            "gemeente": _municipality(row.gemeente),
            "plaats": [Text(v.PLAATS_NAMEN[row.plaats])],
            "college": _text(row.college),
            "team": _text(row.team),
            **{column.header.lower(): _text(getattr(row, column.field)) for column in _TOLD},
            "ID": _text(row.id),
        }
    return Index(_fields(rows), rows)


def _partners(register: Register) -> Index:
    names = dict(zip(register.activiteiten["id"], register.activiteiten["naam"], strict=True))
    taking_part = grouped(register.deelnames["partner"], register.deelnames["activiteit"])
    rows = {
        row.id: {
            "naam": _text(row.naam),
            "soort": _term(v.PARTNERSOORTEN, row.soort),
            "gemeente": _municipality(row.gemeente),
            "schaal": _term(v.SCHALEN, row.schaal),
            "activiteiten": [text for code in taking_part.get(row.id, ()) for text in _text(names.get(code))],
            "ID": _text(row.id),
        }
        for row in _rows(register.partners)
    }
    return Index(_fields(rows), rows)


def _lines(register: Register) -> Index:
    names = dict(zip(register.activiteiten["id"], register.activiteiten["naam"], strict=True))
    rows = {
        row.id: {
            "uiteinden": [
                *_text(end_name(row.van_soort, row.van, names)),
                *_text(end_name(row.naar_soort, row.naar, names)),
            ],
            "vorm": _term(v.LIJNVORMEN, row.vorm),
            "frequentie": _text(row.frequentie),
            "omschrijving": _text(row.omschrijving),
            "ID": _text(row.id),
        }
        for row in _rows(register.verbindingslijnen)
    }
    return Index(_fields(rows), rows)


def _rows(frame: pd.DataFrame) -> Iterable[Any]:
    return frame.itertuples()


def _fields(rows: Mapping[str, Mapping[str, object]]) -> list[str]:
    return list(next(iter(rows.values()), ()))


def _text(cell: object) -> list[Text]:
    return [Text(without_addresses(cell))] if isinstance(cell, str) and cell else []


def _term(vocabulary: Vocabulary, code: object) -> list[Text]:
    label = term_label(vocabulary, code)
    return [Text(label, _other_names(vocabulary, code))] if label else []


def _municipality(code: object) -> list[Text]:
    name = municipality_name(code)
    known = v.GEMEENTE.get(str(code))
    return [Text(name, known.aliases if known else ())] if name else []


def _other_names(vocabulary: Vocabulary, code: object) -> tuple[str, ...]:
    return next((term.aliases for term in vocabulary.terms if term.code == code), ())
