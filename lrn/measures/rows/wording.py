"""How values of the register, and changes of them, read within a Dutch sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.register.columns import Column, Kind
from lrn.terms import Vocabulary

# Of these a sentence only says that they changed: too long to put side by side, or figures that tell nobody anything.
_UNQUOTED = ("omschrijving", "opbrengst", "breedtegraad", "lengtegraad")
_QUOTED_LENGTH = 60  # nor is any other text quoted that is longer than this


def from_to(column: Column, old: Any, new: Any) -> str:
    """A phrase for one value that changed: old and new, or only that it did when they are too long to quote."""
    long = any(isinstance(value, str) and len(value) > _QUOTED_LENGTH for value in (old, new))
    if long or column.field in _UNQUOTED:
        how = "ingevuld" if pd.isna(old) else "leeggemaakt" if pd.isna(new) else "gewijzigd"
        return f"{column.header} {how}"
    return f"{column.header}: {_as_text(column, old)} → {_as_text(column, new)}"


def _as_text(column: Column, value: Any) -> str:
    if column.vocabulary is not None:
        return word(column.vocabulary, value)
    if pd.isna(value):
        return texts.NOT_FILLED_IN
    if column.kind is Kind.REGION:
        return v.ONBEKEND if value == v.ONBEKEND else v.REGIO_NAMEN.label(value)
    if column.kind is Kind.FLAG:
        return "ja" if value else "nee"
    return texts.long_date(value) if column.kind is Kind.DATE else str(value)


def words(column: Column, values: Iterable[Any]) -> list[str]:
    """Values of a column with several of them as words, in the vocabulary's order; what was not understood is last."""
    if column.kind is Kind.INGREDIENTS:
        return [v.INGREDIENT[nr].label for nr in sorted(values)]
    assert column.vocabulary is not None
    return [word(column.vocabulary, code) for code in (*column.vocabulary.codes, v.ONBEKEND) if code in set(values)]


def word(vocabulary: Vocabulary, code: object) -> str:
    """A code as it reads within a sentence: "actief", but "CIV" and "3O-overleg"."""
    if not isinstance(code, str):
        return texts.NOT_FILLED_IN
    label = v.ONBEKEND if code == v.ONBEKEND else vocabulary.label(code)
    return label if label[1:] != label[1:].lower() else label.lower()


def with_label(what: str, vocabulary: Vocabulary, code: object) -> str:
    """*what* with the label of *code* between brackets, if there is one."""
    return f"{what} ({word(vocabulary, code)})" if isinstance(code, str) and code != v.ONBEKEND else what


def whereabouts(old: Row, new: Row) -> tuple[str, str]:
    """The names of two whereabouts: of the municipalities, or of the places when those are what differs."""
    if old["gemeente"] == new["gemeente"]:
        return _place_name(old["plaats"]), _place_name(new["plaats"])
    return _where(old), _where(new)


def _where(row: Row) -> str:
    if row["gemeente"] == v.ONBEKEND:
        return "een onbekende gemeente"
    if isinstance(row["gemeente"], str):
        return v.municipality_vocabulary().label(row["gemeente"])
    if isinstance(row["regio"], str) and row["regio"] not in (v.ONBEKEND, v.ELDERS):
        return v.REGIO_NAMEN.label(row["regio"])
    return _place_name(row["plaats"])


def _place_name(plaats: str) -> str:
    name = v.PLAATS_NAMEN[plaats]
    return name.lower() if plaats in (v.ELDERS, v.ZONDER) else name


def end_name(kind: str, code: str, names: Mapping[str, str]) -> str:
    """The name of an end of a line, within a sentence."""
    if kind == "activiteit":
        return names[code]
    if kind == v.ONBEKEND or code == v.ONBEKEND:
        return v.ONBEKEND
    return v.municipality_vocabulary().label(code) if kind == "gemeente" else v.REGIO_NAMEN.label(code)
