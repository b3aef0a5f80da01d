"""Resolves what one row says of another: the IDs on Deelnames, the ends of Verbindingslijnen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lrn import texts
from lrn import vocabulary as v
from lrn.register.checking.rows import SheetReading
from lrn.register.columns import Column
from lrn.register.rules import Rule
from lrn.register.values.cell import id_of
from lrn.terms import plain

MOST_ANSWERS = 4  # IDs that a sentence names
_SIGN_IN_NUMBER = re.compile(r"(?<=[0-9])[^0-9A-Z]+(?=[0-9])")
_SIGNS = re.compile(r"[^0-9A-Z.]+|(?<![0-9])\.|\.(?![0-9])")
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


@dataclass(frozen=True)
class Known:
    """What rows can refer to: the names of the counted rows by ID, and the IDs of rows that are left out.

    Who refers to a row that is left out has made no mistake: the finding is on that row, and says how many refer to it.
    """

    sheet: str
    names: dict[str, str]
    left_out: frozenset[str]
    unread: bool  # the sheet or its IDs were not found, which is said there; nobody knows what there is

    @cached_property
    def by_number(self) -> dict[str, str]:
        """The IDs that are a number, by that number without zeros before it; not those that two numbers look like."""
        amounts = Counter(_bare(identity) for identity in self.names)
        return {_bare(i): i for i in self.names if i.isdigit() and amounts[_bare(i)] == 1}

    @classmethod
    def of(cls, reading: SheetReading, *, unread: bool = False) -> Known:
        """What the rows of *reading* can be called; *unread* when the sheet itself was not found."""
        identities, names = reading.values["id"], reading.values["naam"]
        counted = {identities[i]: names[i] for i in reading.counted()}
        left_out = {identities[i] for i in reading.left_out} - {None} - counted.keys()
        unread = unread or bool(reading.numbers and reading.sheet.column("id") not in reading.columns)
        return cls(reading.sheet.name, counted, frozenset(left_out), unread)


def resolve_ids(reading: SheetReading, field: str, known: Known) -> Counter[str]:
    """Replace an ID in *field* that no counted row has by ``"onbekend"``, with a waarschuwing.

    Returns how many rows refer to each row that is left out.
    """
    column = reading.sheet.column(field)
    likely = _Likely(known.names)
    in_vain: Counter[str] = Counter()
    values = reading.values[field]
    for i, value in enumerate(values):
        if value is None or value in known.names:
            continue
        if same := _same_number(reading, i, column, value, known):
            values[i] = same
            continue
        if value in known.left_out:
            in_vain[value] += 1
        elif not known.unread:
            typed = reading.typed(i, column)
            answers = likely.find(typed)
            rule, meant = (Rule.SEVERAL_IDS, "") if len(answers) > 1 else (Rule.NO_SUCH_ID, "".join(answers))
            reading.add(
                i,
                column,
                rule.say(meant, sure=bool(meant), part=typed, soort=field, blad=known.sheet, keuze=_several(answers)),
            )
        values[i] = v.ONBEKEND
    return in_vain


def resolve_endpoints(reading: SheetReading, known: Known) -> Counter[str]:
    """Say of each end of a line what it is: adds ``van_soort`` and ``naar_soort`` beside ``van`` and ``naar``.

    Returns how many ends refer to each activity that is left out.
    """
    likely = _Likely(known.names)
    in_vain: Counter[str] = Counter()
    for field in ("van", "naar"):
        column = reading.sheet.column(field)
        kinds: list[str] = []
        codes: list[str | None] = []
        for i, text in enumerate(reading.values[field]):
            called = text and (_same_number(reading, i, column, text, known) or text)
            kind, code = _endpoint(called, known.names) if called else (v.ONBEKEND, None)
            kinds.append(kind)
            codes.append(code)
            if kind != v.ONBEKEND or not text:
                continue
            if (identity := id_of(text)) in known.left_out:
                in_vain[identity] += 1
                continue
            answers, typed = likely.find(text), reading.typed(i, column)
            if len(answers) > 1:
                told = Rule.SEVERAL_ENDS.say(part=typed, keuze=_several(answers))
            else:
                meant, sure = (answers[0], True) if answers else _likely_place(text)
                told = Rule.NO_END.say(meant, sure=sure and bool(meant), part=typed)
            reading.add(i, column, told)
        reading.values[f"{field}_soort"], reading.values[field] = kinds, codes
    return in_vain


def _same_number(reading: SheetReading, i: int, column: Column, value: str, known: Known) -> str:
    """The ID that is the number in this cell, shown with other zeros there (007 and 7 are one number); "" for none."""
    position = reading.columns.get(column)
    if position is None or reading.texts.kept.value(reading.numbers[i] - 1, position) is None:
        return ""
    return known.by_number.get(_bare(value), "")


def _endpoint(text: str, activities: dict[str, str]) -> tuple[str, str | None]:
    identity = id_of(text)
    if identity in activities:
        return "activiteit", identity
    region, municipality = v.REGIO_NAMEN.find(text), v.municipality_vocabulary().find(text)
    said_region = text.casefold().startswith(("regio", "arbeidsmarktregio"))
    if municipality and not (region and said_region):
        return "gemeente", municipality
    if region:
        return "regio", region
    return v.ONBEKEND, v.ONBEKEND


def _likely_place(text: str) -> tuple[str, bool]:
    """The municipality or region that was probably meant, and whether that is sure; none where both answer."""
    places = [found for found in (v.municipality_vocabulary().suggest(text), v.REGIO_NAMEN.suggest(text)) if found[0]]
    return places[0] if len(places) == 1 else ("", False)


class _Likely:
    """The IDs that were probably meant: the same but for zeros and signs, or those with this name instead."""

    def __init__(self, names_by_id: dict[str, str]) -> None:
        self._names = names_by_id

    def find(self, text: str) -> tuple[str, ...]:
        """The IDs that answer to *text*; it is sure what was meant when there is one."""
        form, name = _bare(text), plain(text)
        return self._by_form.get(form, ()) if form in self._by_form else self._by_name.get(name, ()) if name else ()

    @cached_property
    def _by_form(self) -> dict[str, tuple[str, ...]]:
        return _grouped((_bare(identity), identity) for identity in self._names)

    @cached_property
    def _by_name(self) -> dict[str, tuple[str, ...]]:
        return _grouped((plain(name), identity) for identity, name in self._names.items())


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The second of each pair by the first, which is not empty."""
    found: dict[str, list[str]] = {}
    for first, second in pairs:
        if first:
            found.setdefault(first, []).append(second)
    return {first: tuple(seconds) for first, seconds in found.items()}


def _several(answers: tuple[str, ...]) -> str:
    """Which IDs may have been meant, as a choice."""
    shown = [*answers[:MOST_ANSWERS], "een andere"] if len(answers) > MOST_ANSWERS else answers
    return texts.choice(shown)


def _bare(identity: str) -> str:
    """An ID without leading zeros and signs; between two figures a sign counts, for A-1-1 is not A-11."""
    made = _SIGN_IN_NUMBER.sub(".", id_of(identity) or "")
    return _LEADING_ZEROS.sub("", _SIGNS.sub("", made))
