"""Brings together the names of one college: those that only differ in spelling, and those that may be one.

Any name is taken in that column, so that "techniek" would be a college beside "Techniek en ICT". The same words are one
name, whatever joins them (``name_key``). What may be the same is asked about, once all names are known: a part of
another name, its first letters, or a slip of the pen.
"""

from __future__ import annotations

from collections import Counter

from rapidfuzz import fuzz

from lrn.likely import keeps_all
from lrn.register.checking.rows import SheetReading
from lrn.register.columns import ACTIVITEITEN, Column
from lrn.register.rules import Rule
from lrn.terms import plain

MOST_NAMES = 100  # with more of them the column holds something else than colleges
_ALIKE = 85  # of 100; below it two names are two colleges
_SHORT = (2, 5)  # letters of an abbreviation
_JOINING = frozenset(["en", "de", "het", "van", "voor"])


def name_key(text: str, column: Column) -> str:
    """The form in which two names in *column* are one: without "en", and without the word that heads the column.

    "zorg/welzijn" is "Zorg & Welzijn", and "College Zorg en Welzijn" too.
    """
    words = plain(text).split()
    first = [] if words[:1] == [plain(column.header)] and len(words) > 1 else words[:1]
    kept = [word for word in (*first, *words[1:]) if word not in _JOINING]
    return " ".join(kept) or plain(text) or text.casefold()


def likely_same(amounts: Counter[str]) -> dict[str, str]:
    """By name the other one that it probably stands for; *amounts* tells how often each is used.

    None where two answer, and none that drops a part of what was typed (:mod:`lrn.likely`).
    """
    if len(amounts) > MOST_NAMES:
        return {}
    found = {name: [other for other in amounts if other != name and _is_short_for(name, other)] for name in amounts}
    for name, others in found.items():
        if not others:
            others += [other for other in amounts if _is_misspelt(name, other) and amounts[name] < amounts[other]]
    return {name: others[0] for name, others in found.items() if len(others) == 1}


def check_colleges(reading: SheetReading) -> None:
    """An opmerking at each row of Activiteiten with a name of a college that probably is another one."""
    column = ACTIVITEITEN.column("college")
    colleges = reading.values[column.field]
    amounts = Counter(name for name in colleges if name)
    likely = likely_same(amounts) if len(amounts) > 1 else {}
    for i, name in enumerate(colleges) if likely else ():
        if name in likely:
            meant, typed = likely[name], reading.typed(i, column)
            reading.add(i, column, Rule.LIKE_ANOTHER.say(meant, part=typed, waarde=typed, bedoeld=meant))


def _words(name: str) -> list[str]:
    return [word for word in plain(name).split() if word not in _JOINING]


def _is_short_for(name: str, other: str) -> bool:
    """Whether *name* is a part of *other* in whole words, begins it, or has its first letters: techniek, eco, Z&W."""
    mine, theirs = _words(name), _words(other)
    if not mine or not theirs or not keeps_all(plain(name), plain(other)):
        return False
    if set(mine) < set(theirs):
        return True
    letters = "".join(mine)
    if not _SHORT[0] <= len(letters) <= _SHORT[1]:
        return False
    begins = len(mine) == 1 and len(letters) > _SHORT[0] and theirs[0].startswith(letters) and theirs[0] != letters
    return begins or letters == "".join(word[0] for word in theirs)


def _is_misspelt(name: str, other: str) -> bool:
    mine, theirs = plain(name), plain(other)
    return mine != theirs and fuzz.ratio(mine, theirs) >= _ALIKE and keeps_all(mine, theirs)
