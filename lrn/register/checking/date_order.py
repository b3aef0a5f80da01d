"""Which of day and month stands first in a column of dates: what its texts prove together, and what follows from it.

4/25/2026 proves the month to be first, 25/4/2026 the day; of 9/5/2026 nobody can tell by itself. The day is first, as
Dutch people write it, unless something says otherwise. What follows from the proofs is never silent:

- two proofs or more with the month first, and none or few with the day: the texts are read so, which is said of each;
- far more proofs with the day first: the texts are read so, which is said once;
- else they contradict each other, or one may be a slip: a text that can be read in two ways is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lrn import texts as words
from lrn.register.reading.kept import Kept
from lrn.register.rules import Rule
from lrn.register.values.dates import DAY_FIRST, ENGLISH, day_first, even, month_first
from lrn.register.values.remark import Read, Remark

PROOFS = 2  # one text with the month first may be a slip, two are a habit
DUTCH = "."  # the sign between the parts that English does not know
OUTWEIGHS = 5  # so many proofs for each that contradicts them, and those are slips

_HALF_DAY = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)  # 2:00 PM


class Proofs(NamedTuple):
    """How many texts can only be read with the ``month`` first, and how many with the ``day`` first."""

    month: int = 0
    day: int = 0

    def __bool__(self) -> bool:
        return self != (0, 0)

    def with_sign(self) -> Proofs:
        """With a sign of English beside them: as much as a proof, unless a day proves to be first."""
        return self if self.day else Proofs(self.month + 1)

    @property
    def prove_month(self) -> bool:
        """Whether the month is first."""
        return self.month >= PROOFS and self.month >= OUTWEIGHS * self.day

    @property
    def prove_day(self) -> bool:
        """Whether the day is first; it is too when nothing is proved."""
        return self.day >= OUTWEIGHS * self.month


class Order(NamedTuple):
    """What the texts of a column say of each other.

    ``doubtful`` has those that can be read in two ways, ``wrong`` those that prove the month to be first, ``proofs``
    what each sign between the parts proves, and ``english`` whether a text is one as English programs write it.
    """

    doubtful: dict[str, re.Match[str]]
    wrong: dict[str, re.Match[str]]
    proofs: dict[str, Proofs]
    english: bool = False

    @property
    def together(self) -> Proofs:
        """What all proofs together are."""
        return add(self.proofs.values())

    def of(self, found: re.Match[str]) -> Proofs:
        """What the column proves of a text, by the sign between its parts."""
        sign = found["teken"]
        return self.proofs.get(sign) or (Proofs() if sign == DUTCH else self.together)


def add(proofs: Iterable[Proofs]) -> Proofs:
    """*proofs* together."""
    found = list(proofs)
    return Proofs(sum(proof.month for proof in found), sum(proof.day for proof in found))


def order(cells: Iterable[str]) -> Order:
    """What *cells* say of the order of day and month; what cannot be a date at all says nothing."""
    found = Order({}, {}, {})
    english = False
    for text in cells:
        if text[4:5] == "-" and text[:4].isdigit():  # a day as Excel keeps it, which most are
            continue
        typed = even(text)
        match = DAY_FIRST.match(typed)
        if match is None:
            english = english or ENGLISH.match(typed) is not None
            continue
        day, month, sign = match.group("dag", "maand", "teken")
        first, second = int(day), int(month)
        if max(first, second) <= 12:
            if first != second:
                found.doubtful[text] = match
        elif 1 <= min(first, second) <= 12 and max(first, second) <= 31:
            known = found.proofs.get(sign, Proofs())
            if second > 12:
                found.proofs[sign] = Proofs(known.month + 1, known.day)
                found.wrong[text] = match
            else:
                found.proofs[sign] = Proofs(known.month, known.day + 1)
        english = english or (first <= 12 and _HALF_DAY.search(typed) is not None)
    return found._replace(english=english)


def shown_month_first(kept: Kept, rows: Iterable[int], position: int) -> bool:
    """Whether a real day in the column is shown with the month first, as an American workbook shows 4/25/2026."""
    for row in rows if position in kept.columns else ():
        day = kept.value(row, position)
        if isinstance(day, date) and day.day > 12 and (shown := kept.shown(row, position)):
            found = DAY_FIRST.match(even(shown))
            return found is not None and (int(found["dag"]), int(found["maand"])) == (day.month, day.day)
    return False


def read_together(column: Order, beside: Proofs, *, english: bool = False) -> dict[str, Read]:
    """How to read the texts of a *column* of which the order matters, with what there is to say of each.

    Texts with the same sign between their parts prove it of each other; where they prove nothing, the others in the
    column do, and then those in the other columns of the sheet (*beside*), but for texts with the Dutch sign.
    *english* tells that something else in the column is American. A text that is not in the answer is read with the
    day first, and nothing need be said.
    """
    told: dict[str, Read] = {}
    for text, found in (column.doubtful | column.wrong).items():
        where = "Op dit blad" if not column.together and beside.month >= PROOFS else "In deze kolom"
        proofs = column.of(found)
        if found["teken"] != DUTCH:
            if not proofs and beside.month >= PROOFS:
                proofs = beside
            elif english:
                proofs = proofs.with_sign()
        day, other = day_first(text), month_first(text)
        if proofs.prove_month and other:
            remark = Rule.READ_MONTH_FIRST.say(waar=where, waarde=text, dag=words.long_date(other))
            told[text] = Read(other, (remark,))
        elif day and other and not proofs.prove_day:
            told[text] = Read(None, (_in_doubt(text, day, other, proofs, proved=bool(column.together.month)),))
    return told


def mostly_day_first(column: Order, cells: Iterable[str]) -> dict[int, Remark]:
    """What to say once, by its place in *cells*, of texts that are read with the day first against a few proofs."""
    read = {
        text: day
        for text, found in column.doubtful.items()
        if (proofs := column.of(found)).month and proofs.prove_day
        if (day := day_first(text))
    }
    places = [i for i, text in enumerate(cells) if text in read] if read else []
    if not places:
        return {}
    text = list(cells)[places[0]]
    more = f"; {words.number(len(places) - 1)} andere zo ook" if len(places) > 1 else ""
    return {places[0]: Rule.READ_DAY_FIRST.say(waarde=text, dag=words.long_date(read[text]), meer=more)}


def _in_doubt(text: str, day: date, other: date, proofs: Proofs, *, proved: bool) -> Remark:
    """What to say of a text that is *day* with the day first and *other* with the month first, and how to write it."""
    if proofs.day:
        why = "in deze kolom staat soms de dag en soms de maand voorop"
    elif proved:
        why = "in deze kolom staat ook de maand voorop"
    else:
        why = "in deze kolom zijn datums op zijn Amerikaans geschreven"
    first, second = words.long_date(day), words.long_date(other)
    both = f"{first.removesuffix(f' {other.year}')} of {second}"
    leans = first if proofs.day > proofs.month else second if proofs.month > proofs.day else ""
    return Rule.DOUBTFUL_DAY.say(leans, waarde=text, dagen=both, waarom=why, voorbeeld=first)
