"""Asks about rows that seem to be one thing under two IDs, for each of them counts.

It is a question: two libraries of one name in two towns are two partners. An activity often has the name of another
(a lunch that is held in every town, every year), so that it is only asked about when place and start are the same too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable

from lrn import signs
from lrn.register.checking.rows import SheetReading
from lrn.register.rules import Rule
from lrn.register.values.organisations import without_legal_form
from lrn.terms import plain
from lrn.vocabulary import ONBEKEND

_END = "\x00"  # between names that are folded together
_ENOUGH = 300  # characters of a name; to take apart a long row of accents takes time that grows by its square
_SIGNS = bytes(set(range(1, 128)) - set(b"0123456789abcdefghijklmnopqrstuvwxyz"))


def check_partners(reading: SheetReading) -> None:
    """An opmerking at each later row with the name of an earlier partner, whatever it is by law."""
    rows = list(reading.counted())
    forms = [without_legal_form(plain(reading.values["naam"][i])) for i in rows]
    for first, *others in _alike(zip(forms, rows, strict=True)):
        partners = "twee partners" if len(others) == 1 else f"{len(others) + 1} partners"
        for i in others:
            told = Rule.SAME_PARTNER.say(rij=_row(reading, first), partners=partners)
            reading.add(i, reading.sheet.column("naam"), told)


def check_activities(reading: SheetReading) -> None:
    """An opmerking at each later row with the name, place and start of an earlier activity."""
    rows = list(reading.counted())
    names = [reading.values["naam"][i] for i in rows]
    # Few names come back, and to fold each as exactly as they are compared would take as long as half of all reading.
    near = (i for group in _alike(zip(_roughly(names), rows, strict=True), also_empty=True) for i in group)
    forms = []
    for i in sorted(near):
        gemeente, regio, start = (reading.values[field][i] for field in ("gemeente", "regio", "start"))
        # Where nothing of it is filled in, nobody can tell.
        if ONBEKEND not in (gemeente, regio) and (gemeente or regio or start):
            name = reading.values["naam"][i]
            forms.append(((plain(name) or name.casefold(), gemeente, regio, start), i))
    for first, *others in _alike(forms):
        for i in others:
            reading.add(i, reading.sheet.column("naam"), Rule.SAME_ACTIVITY.say(rij=_row(reading, first)))


def _row(reading: SheetReading, i: int) -> str:
    return f"rij {reading.numbers[i]} ({reading.values['id'][i]})"


def _roughly(names: list[str]) -> list[bytes]:
    """The letters a to z and figures that each of *names* begins with: one for all that ``plain`` makes one."""
    if not names:
        return []
    together = _END.join([name[:_ENOUGH].replace(_END, " ") for name in names])
    if not together.isascii():
        together = unicodedata.normalize("NFKD", signs.with_latin(together))
    together = together.replace("&", "en").casefold()
    return together.encode("ascii", "ignore").translate(None, _SIGNS).split(_END.encode())


def _alike(forms: Iterable[tuple[Hashable, int]], *, also_empty: bool = False) -> list[list[int]]:
    """The rows of each form that is there more than once, in order; an empty form is like no other."""
    pairs = list(forms)
    if len({form for form, _ in pairs}) == len(pairs):
        return []
    groups: dict[Hashable, list[int]] = {}
    for form, row in pairs:
        if form or also_empty:
            groups.setdefault(form, []).append(row)
    return [rows for rows in groups.values() if len(rows) > 1]
