"""Own sets: views of a meeting in an order of one's own under a name, and if so chosen what they are of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from lrn import texts
from lrn.filters import FILTER, FILTERS
from lrn.measures.compare.earlier import understood
from lrn.measures.rows.conditions import is_day
from lrn.register.model import Register
from lrn.register.reading.snapshot import from_environment
from lrn.selection import ALLE_DATA, FIRST_DAY, LAST_DAY, Selection, parameters
from lrn.views.meetings import MEETINGS, USUAL, Meeting

LONGEST_NAME = 60
PEILDATUM, VERGELIJK = "peildatum", "vergelijk"
SELECTED_BY = (PEILDATUM, *FILTER, VERGELIJK)
"""By what a set can say what it is of, by the names in an address."""


@dataclass(frozen=True)
class ViewSet:
    """A set: its name, the key of its meeting, the keys of its views in order (none: those of the meeting), and as
    typed what it is of, by the names of ``SELECTED_BY`` (empty: whatever is chosen)."""

    name: str
    meeting: str = USUAL.key
    views: tuple[str, ...] = ()
    selection: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @property
    def shown(self) -> Meeting:
        """Its meeting with its views."""
        meeting = MEETINGS[self.meeting]
        return replace(meeting, scenes=self.views) if self.views else meeting

    @property
    def left_out(self) -> tuple[str, ...]:
        """What its meeting has and it has not."""
        return left_out(MEETINGS[self.meeting], self.shown.scenes)


def left_out(meeting: Meeting, views: Iterable[str]) -> tuple[str, ...]:
    """What *meeting* shows that is not among *views*."""
    return tuple(key for key in meeting.scenes if key not in set(views))


def plain_name(text: str) -> str:
    """*text* as the name of a set: one line, no signs that cannot be seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def find(name: str, sets: Iterable[ViewSet]) -> ViewSet | None:
    """The set called *name*, whatever the case; None when there is none."""
    wanted = plain_name(name).casefold()
    return next((each for each in sets if each.name.casefold() == wanted), None)


def each_by_a_name(sets: Iterable[ViewSet]) -> tuple[list[ViewSet], list[str]]:
    """*sets* with each a name of its own, and a sentence for each that got another one as an earlier set has its."""
    found: list[ViewSet] = []
    told: list[str] = []
    for each in sets:
        name, number = each.name, 1
        while find(name, found):
            number += 1
            name = f"{each.name} ({number})"
        if name != each.name:
            told.append(f"Er is meer dan één reeks met de naam ‘{each.name}’: deze heet hier ‘{name}’.")
        found.append(replace(each, name=name))
    return found, told


def said(selection: Selection, today: date) -> dict[str, tuple[str, ...]]:
    """What a set says of *selection*: the filters, and a peildatum that is not that of *today*."""
    asked = parameters(selection)
    when = asked.pop(PEILDATUM, [ALLE_DATA])
    asked.pop(ALLE_DATA, None)
    told = {PEILDATUM: when} if selection.peildatum != today else {}
    return {name: tuple(values) for name, values in (told | asked).items()}


def selection_of(each: ViewSet, register: Register, today: date) -> tuple[Selection, list[str]]:
    """What *each* is of in *register*, on *today* when it says no day, and a sentence for each text not known there."""
    chosen: dict[str, Any] = {}
    unknown: list[tuple[str, str]] = []
    for by in FILTERS:
        offered = by.offered(register)
        meant = {text: by.read(text, offered) for text in each.selection.get(by.field, ())}
        unknown += [(text, by.label) for text, code in meant.items() if code is None]
        if codes := tuple(dict.fromkeys(code for code in meant.values() if code is not None)):
            chosen[by.field] = codes if by.several else codes[0]
    if when := each.selection.get(PEILDATUM, ())[:1]:
        if when[0].casefold() == ALLE_DATA:
            chosen[PEILDATUM] = None
        elif is_day(when[0]) and FIRST_DAY <= date.fromisoformat(when[0]) <= LAST_DAY:
            chosen[PEILDATUM] = date.fromisoformat(when[0])
        else:
            unknown.append((when[0], "Peildatum"))
    if compared := each.selection.get(VERGELIJK, ())[:1]:
        if asked := understood(compared[0], from_environment()):
            chosen[VERGELIJK] = asked
        else:
            unknown.append((compared[0], "Vergelijk met"))
    told = [f"De reeks ‘{each.name}’ kiest ‘{texts.cut(text)}’ bij {label}: {_NOT_KNOWN}" for text, label in unknown]
    return Selection(**({PEILDATUM: today} | chosen)), told


_NOT_KNOWN = "dat kent dit register niet, en daarop is niet gefilterd."
