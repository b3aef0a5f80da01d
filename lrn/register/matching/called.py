"""What rows of other sheets can call a row: its ID, or its name where somebody typed that instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.checking.rows import column_texts
from lrn.register.matching.matched_tab import MatchedTab
from lrn.register.values.cell import all_ids, id_of
from lrn.terms import plain


@dataclass
class Called:
    """The rows of a sheet that can count. Of two rows with one ID the first does.

    ``rows`` gives by row, from 0, the form in which its ID is compared; by that form ``keys`` has the ID as typed and
    ``names`` the name. ``form`` makes the form in which names are compared.
    """

    form: Callable[[str], str] = plain
    rows: dict[int, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        """The forms of the IDs of the rows with a name, by the form of that name."""
        found: dict[str, list[str]] = {}
        for key, name in self.names.items():
            if form := self.form(name):
                found.setdefault(form, []).append(key)
        return found


def called(page: MatchedTab | None, form: Callable[[str], str] = plain) -> Called:
    """What the rows of *page* can be called; names are compared by *form*."""
    answer = Called(form)
    identity, name = (page.position(header) for header in ("ID", "Naam")) if page else (None, None)
    if page is None or identity is None or name is None:
        return answer
    found = page.outline()
    if found is None:
        return answer
    again = set(page.repeated())
    typed = column_texts(found.texts, found.rows, identity)
    names = found.texts.columns[name]
    for row, text, key in zip(found.rows, typed, all_ids(typed), strict=True):
        if key is not None and key not in answer.keys and row not in again and names[row].strip():
            answer.rows[row] = key
            answer.keys[key] = text.strip()
            answer.names[key] = names[row]
    return answer


def ids_for_names(page: MatchedTab | None, activities: Called, partners: Called) -> int:
    """Put the ID in the place of the name of an activity or a partner, where one answers to it.

    Returns on how many rows. What is an ID, a municipality or a region stays what it is.
    """
    if page is None:
        return 0
    changed: set[int] = set()
    for column in page.sheet.columns:
        there = partners if column.kind is c.Kind.PARTNER else activities
        if column.kind not in (c.Kind.ACTIVITY, c.Kind.PARTNER, c.Kind.ENDPOINT):
            continue
        position = page.position(column.header)
        if position is None or not there.keys:
            continue
        cells = page.columns[position]
        named = _named(set(cells[page.row + 1 :]), there, endpoint=column.kind is c.Kind.ENDPOINT)
        if not named:
            continue
        again = set(page.repeated())
        rows = [row for row in range(page.row + 1, len(cells)) if cells[row] in named and row not in again]
        page.put(position, {row: named[cells[row]] for row in rows}, "ID voor de naam")
        changed.update(rows)
    return len(changed)


def _named(texts: Iterable[str], there: Called, *, endpoint: bool) -> dict[str, str]:
    """The ID for each of *texts* that is a name to which one row answers."""
    named = {}
    for text in texts:
        if not text.strip() or id_of(text) in there.keys or (endpoint and _is_place(text)):
            continue
        answers = there.by_name.get(there.form(text), ())
        if len(answers) == 1:
            named[text] = there.keys[answers[0]]
    return named


def _is_place(text: str) -> bool:
    return (v.municipality_vocabulary().find(text) or v.REGIO_NAMEN.find(text)) is not None
