"""How a sentence with figures is held against the recount: a pattern in which every number has a name and an answer.

A pattern is the sentence itself with places for what differs: ``<n>`` a number (``<n:then>`` with a name), ``<%>`` a
percentage, ``<day>`` a date, ``<area>``, ``<theme>``, ``<ingredient>`` and ``<college>`` a name, ``<names>`` names
quoted from the register, ``<any>`` anything without a figure. What is between [ and ] may be absent; a|b within { and
} is a choice. A sentence with a number that no pattern places is a failure, and so is a number that the rule of its
pattern does not answer for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.walk import asked
from tests.walk.recount import (
    INGREDIENTS,
    MUNICIPALITIES,
    NETWORK,
    PLACES,
    THEMES,
    Query,
    Recount,
    day_of,
)

FEW = 5
"""Below so many activities few is said to be few, and shares are not given."""
BESIDE = " (niet gekozen)"
"""Behind the name of a place that was not chosen, and stands beside those that were: counted whatever the place."""

# fmt: off
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
# fmt: on
DAY = rf"\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}"
NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_QUOTED = r"‘[^’]*’(?:s’)?"
AREAS = {name: ("plaats", code) for code, name in PLACES.items() if code in (*PLACES,)[:5]} | {
    name: ("gemeente", code) for code, name in MUNICIPALITIES.items()
}
AREAS |= {"Woerden": ("plaats", "GM0632"), "Elders": ("plaats", "elders"), "elders": ("plaats", "elders")}
AREAS |= {"Zonder plaats": ("plaats", "zonder"), "zonder plaats": ("plaats", "zonder")}
FULL_NAMES = {
    "Maatschappelijke, onderwijskundige en economische uitdagingen": 1,
    "Deelnemers in het netwerk": 2,
    "Verschillende niveaus": 3,
    "Arbeidsmarktregio's": 4,
    "Knooppunten en verbindingslijnen": 5,
    "Dé opleidingspartner in de regio": 10,
    "De partners": 11,
}
_THEMES = {theme: theme for theme in THEMES} | {NETWORK: NETWORK, "netwerkthema": NETWORK}


def _choice(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_SLOTS = {
    "n": NUMBER,
    "%": r"\d+(?:,\d)?",
    "+": r"[+−±]?(?:\d+)",
    "day": DAY,
    "area": _choice(AREAS),
    "theme": f"(?i:{_choice(_THEMES)})",
    "ingredient": rf"(?:\d{{1,2}}\. )?(?:{_choice([*INGREDIENTS, *FULL_NAMES])})",
    "names": rf"{_QUOTED}(?:(?:, | en | of ){_QUOTED})*",
    "verb": "is|zijn|was|waren",
    "plan": "volgens de planning",
    "card": "Activiteiten|Partners|Verbindingslijnen|Op het netwerkthema|Netwerkthema",
    "any": r"[^\d]*?",
    "text": r".*?",
}


_SIGNS = {"[": "(?:", "]": ")?", "{": "(?:", "}": ")", "|": "|"}


def pattern(sentence: str) -> re.Pattern[str]:
    """*sentence* as a regular expression; see the top of this module."""
    built, used = "", set()
    for part in re.split(r"(<[^<>]+>|[\[\]{}|])", sentence):
        slot = re.fullmatch(r"<([a-z%+]+)(?::(\w+))?>", part)
        if slot:
            name = slot[2] or {"%": "share", "+": "change"}.get(slot[1], slot[1])
            group = f"(?:{_SLOTS[slot[1]]})" if slot[1] in ("any", "names", "text") and not slot[2] else None
            if group is None and name in used:
                raise ValueError(f"{name} stands twice in {sentence!r}")
            used.add(name)
            built += group or f"(?P<{name}>{_SLOTS[slot[1]]})"
        elif part in _SIGNS:
            built += _SIGNS[part]
        else:
            built += re.escape(part)
    return re.compile(built)


_known: dict[tuple[int, str], list[str]] = {}


def _ids(count: Recount, query: str) -> list[str]:
    """What *query* counts, kept: charts and sentences of many pages ask for the same figures."""
    key = id(count), query
    if key not in _known:
        _known[key] = asked.ids(count, json.loads(query))
    return _known[key]


Answer = Mapping[str, Any]
"""What each number of a sentence must be, by its name; a failure as a text under ``""``."""


@dataclass(frozen=True)
class About:
    """What a text is about: the register, the filters that hold, and what else stands in the address."""

    count: Recount
    query: Query
    more: Query = field(default_factory=dict)

    @property
    def peildatum(self) -> date | None:
        return day_of(self.query)

    @property
    def described(self) -> str:
        """The filters in words."""
        return described(self.query, self.count.checked)

    @property
    def tense(self) -> str:
        """How is spoken of the peildatum: toen, nu or dan."""
        day = self.peildatum or self.count.checked
        return "toen" if day < self.count.checked else "dan" if day > self.count.checked else "nu"

    @property
    def chosen(self) -> set[str]:
        """The filters that are set, apart from the peildatum."""
        return set(self.query) - {"peildatum", "alles"}

    @property
    def by_content(self) -> bool:
        """Whether anything but a place is chosen."""
        return bool(self.chosen - {"regio", "gemeente"})

    def within(self, **query: list[str] | None) -> About:
        """The same with other filters; None clears one."""
        merged = self.query | query
        return replace(self, query={name: said for name, said in merged.items() if said is not None})

    def everywhere(self) -> About:
        """The same in all places: what a place is compared with."""
        return self.within(regio=None, gemeente=None)

    def on(self, day: date | None) -> About:
        """The same on another day, or whatever the date."""
        if day is None:
            return self.within(peildatum=None, alles=["true"])
        return self.within(peildatum=[day.isoformat()], alles=None)

    def n(self, counted: str = "activiteiten", **conditions: object) -> int:
        """How much there is of what is *counted*, under these filters and *conditions* (as of ``bewijs``)."""
        return len(self.ids(counted, **conditions))

    def ids(self, counted: str = "activiteiten", **conditions: object) -> list[str]:
        """What :meth:`n` counts."""
        where = [f"telt:{counted}"]
        for name, value in conditions.items():
            where += [f"{name}:{each}" for each in (value if isinstance(value, list) else [value]) if each is not None]
        return _ids(self.count, json.dumps(self.query | {"bewijs": where}, sort_keys=True))


def year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def date_in(said: str) -> date:
    number, month, year = said.split()
    return date(int(year), MONTHS.index(month) + 1, int(number))


def long_date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def area(said: str) -> dict[str, str]:
    """The condition that a name of a place or a municipality stands for."""
    level, code = AREAS[said]
    return {level: code}


def theme(said: str) -> str:
    return _THEMES[said.lower()]


def ingredient(said: str) -> int:
    """The number of an ingredient, by its full or its short name."""
    name = re.sub(r"^\d+\. ", "", said)
    return FULL_NAMES.get(name) or INGREDIENTS.index(name) + 1


def share(part: int, whole: int) -> str:
    """A share as it is written: no decimals below a hundred activities."""
    places = Decimal("0.1") if whole >= 100 else Decimal(1)
    return str((Decimal(part) * 100 / Decimal(whole)).quantize(places, ROUND_HALF_UP)).replace(".", ",")


def signed(amount: int, zero: str = "0") -> str:
    return f"+{amount}" if amount > 0 else f"−{-amount}" if amount < 0 else zero


def described(query: Query, today: date | None = None) -> str:
    """The filters in words, as a heading names them; of a day after *today* that it is still to come."""
    found = []
    for name in ("regio", "gemeente", "college", "thema", "ingredient", "vorm", "status"):
        said = [_described(name, value) for value in query.get(name, [])]
        if said:
            found.append(said[0] if len(said) == 1 else f"{', '.join(said[:-1])} of {said[-1]}")
    if "netwerkthema" in query:
        found.append("op het netwerkthema" if query["netwerkthema"] == ["ja"] else "buiten het netwerkthema")
    day = day_of(query)
    planned = ", volgens de planning" if day and today and day > today else ""
    first, *rest = found or ["Hele netwerk"]
    return " · ".join(
        [first[:1].upper() + first[1:], *rest, f"peildatum {long_date(day)}{planned}" if day else "ongeacht datum"]
    )


def _described(name: str, value: str) -> str:
    if name == "regio" and value == "Woerden":
        return "Woerden (Midden-Utrecht)"
    return {
        "thema": f"thema {value.lower()}",
        "ingredient": f"ingrediënt {value}",
        "status": f"status {value.lower()}",
    }.get(name, value)


# ── Holding ──────────────────────────────────────────────────────────────────────────────────────────────────

Rule = tuple[re.Pattern[str], Callable[[About, dict[str, str]], Answer]]


class Rules:
    """The patterns that are known, in order: the first that fits the whole of a sentence answers for it."""

    def __init__(self) -> None:
        self.known: list[Rule] = []
        self.last: list[Rule] = []
        self.used: set[str] = set()

    def __call__(self, *sentences: str, last: bool = False) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
        def add(answer: Callable[..., Answer]) -> Callable[..., Answer]:
            found = self.last if last else self.known
            found += [(pattern(sentence), answer) for sentence in sentences]
            return answer

        return add

    def hold(self, about: About, text: str) -> list[str]:
        """What is wrong with the figures in *text*; every one of them must be answered for."""
        text = text.replace("\u00a0", " ").replace("\u202f", " ").strip().removeprefix("- ").strip()
        if not _says(text):
            return []
        whole = self._whole(about, text)
        if whole is not None:
            return whole
        wrong: list[str] = []
        parts = re.split(r"(?<=[.?!])\s+(?=[A-Z‘])|\n+|(?<=\.)\s+(?=\d)", text)
        while parts:  # the most sentences that one rule knows together: a later one leans on what was said before
            for end in range(len(parts), 0, -1):
                said = " ".join(parts[:end])
                found = self._whole(about, said) if _says(parts[0]) or end > 1 else None
                if found is not None and _says(parts[0]):
                    break
            else:
                end, found = 1, [f"no rule knows what is said in {parts[0]!r}"] if _says(parts[0]) else []
            wrong += found or []
            parts = parts[end:]
        return wrong

    def _whole(self, about: About, sentence: str) -> list[str] | None:
        sentence = sentence.strip()
        for known, answer in [*self.known, *self.last]:
            match = known.fullmatch(sentence.removesuffix(".")) or known.fullmatch(sentence)
            if match:
                self.used.add(known.pattern)
                said = {name: value for name, value in match.groupdict().items() if value is not None}
                return _compare(sentence, match, said, answer(about, said))
        return None


# Dates, times, what is quoted, the number of an ingredient or of a line in a list, and whose the boundaries are.
_NO_FIGURE = re.compile(
    rf"{DAY}|\d{{1,2}}-\d{{1,2}}-\d{{4}}|\d{{1,2}}:\d{{2}}|\d{{4}} K\d|{_QUOTED}|(?m:^\d{{1,2}}\. (?=[A-Z]))"
    rf"|\d{{1,2}}\. (?={_choice(INGREDIENTS)}|{_choice(FULL_NAMES)})|CBS/Kadaster[^.]* \d{{4}}, CC BY 4\.0|per 10\.000 inwoners|\bA4\b|\bF11\b|\b3O-overleg\b"
)


_CLAIM = re.compile(
    r"niets geregistreerd|iets geregistreerd|geen enkele activiteit|Nergens (?:laat|staat)|is hier niet genoemd|niets te vinden|Nog niet geregistreerd: |[Nn]og niet genoemd: |Van elke soort"
)
"""Words that say none or all without a number, and are held as one."""


def _says(text: str) -> bool:
    return bool(figures(text) or _CLAIM.search(text))


def figures(text: str) -> list[str]:
    """The numbers of a text that say how much: not dates, not what is quoted, not the number of an ingredient."""
    return re.findall(NUMBER, _NO_FIGURE.sub("", text))


def _compare(sentence: str, match: re.Match[str], said: dict[str, str], answer: Answer) -> list[str]:
    wrong = [str(answer[""])] if answer.get("") else []
    for name, expected in answer.items():
        if name and name in said and said[name] != _written(expected):
            wrong.append(f"{name} is {said[name]}, counted {_written(expected)}")
    answered = {match.span(name) for name in answer if name and name in said}
    fine = {m.span() for m in _NO_FIGURE.finditer(match.string)}
    for found in re.finditer(NUMBER, match.string):
        if not any(start <= found.start() and found.end() <= end for start, end in answered | fine):
            wrong.append(f"the figure {found[0]} is not answered for")
    return [f"{problem}: {sentence!r}" for problem in wrong]


def _written(expected: Any) -> str:
    return f"{expected:,}".replace(",", ".") if isinstance(expected, int) else str(expected)
