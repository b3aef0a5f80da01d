"""Which municipality a place lies in: villages, former municipalities and the codes of Statistics Netherlands.

The tables stand in ``data/``: ``plaatsen.csv`` (names by municipality, each row with its source and its date),
``gemeenten_elders.csv`` (the municipalities of 2025 that are not ours, by CBS) and ``gemeenten_voorheen.csv`` (codes
that are no more, and of which municipality their land is part now: RvIG, table 33 of 1 January 2019, with the mergers
of 2021 to 2023 added).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path

from rapidfuzz import fuzz, process

from lrn.terms import SUGGESTION_LENGTH, Term, Vocabulary, key

DATA = Path(__file__).resolve().parent.parent / "data"
ELDERS = "elders"

# Two spellings of a name that are more alike than this (0–100) are probably one name. With less, villages get
# look-alikes: Moordrecht and Dordrecht are 84% alike.
_ALIKE, _ALIKE_WITHIN = 85, 90  # names of municipalities; of places in them, of which there are many
_CLEAR = 4  # and nearer than any name of another municipality by this much

_REGIONS = 35  # labour-market regions of CBS
_REGION = re.compile(r"am ?0*(\d{1,2})")
_CODE = re.compile(r"gm ?0*(\d{1,4})")
_LIKE_A_CODE = re.compile(r"[a-z]{0,2} ?\d+")
_AAN_DEN = re.compile(r"\b(?:a ?den|a ?de|a ?d|aan ?de|aan ?d|aan ?den)\b")
_BEFORE = re.compile(r"^(?:\d{4} ?(?:[a-z]{2} )?|(?:stad|dorp|plaats|woonplaats|het dorp|de stad) )(?=[a-z])")
_AFTER = re.compile(r" nl$")
_PART = re.compile(r" (?:(?:noord|zuid)? ?(?:oost|west)|noord|zuid|centrum|binnenstad|stad|stadshart|station)$")
_PROVINCES = {
    "Zuid-Holland": ("zuid holland", "zh", "z h", "zhl"),
    "Noord-Holland": ("noord holland", "nh", "n h"),
    "Utrecht": ("utrecht", "utr", "ut", "u"),
    "Noord-Brabant": ("noord brabant", "brabant", "nb", "n b", "n br"),
    "Gelderland": ("gelderland", "gld", "gd", "ge"),
    "Groningen": ("groningen", "gn", "gr"),
    "Friesland": ("friesland", "fryslan", "frl", "fr"),
    "Drenthe": ("drenthe", "dr"),
    "Overijssel": ("overijssel", "ov", "o"),
    "Flevoland": ("flevoland", "fl"),
    "Limburg": ("limburg", "lb", "li", "l"),
    "Zeeland": ("zeeland", "zld", "zl", "ze", "z"),
}
_QUALIFIERS = {spelling: province for province, spellings in _PROVINCES.items() for spelling in spellings}


class Municipalities(Vocabulary):
    """Every municipality that can be typed, by its name, its code, or a place in it, as people write these.

    ``codes`` gives the code of a term by the code of Statistics Netherlands, also of municipalities that are no more;
    ``places`` the names of places by the code of the term they lie in; ``provinces`` the province of a term.
    """

    def __init__(
        self,
        terms: Iterable[Term],
        *,
        codes: Mapping[str, str],
        places: Iterable[tuple[str, str]],
        provinces: Mapping[str, str],
    ) -> None:
        super().__init__("gemeente", terms)
        self._terms_by_code = dict(codes)
        self._provinces = dict(provinces)
        self._named: dict[str, set[str]] = {}
        self._within: dict[str, set[str]] = {}
        for term in self.terms:
            for spelling in (term.code, term.label, *term.aliases):
                self._add(self._named, spelling, term.code)
        for name, code in places:
            self._add(self._within, name, code)

    def _add(self, index: dict[str, set[str]], name: str, code: str) -> None:
        plain = _even(key(name))
        index.setdefault(plain, set()).add(code)
        short, province = _without_province(plain)
        if province is not None and province == self._provinces.get(code):  # Haren Gn, Bergen (NH.)
            self._within.setdefault(short, set()).add(code)

    def label(self, code: str) -> str:
        """The label of *code*; of a place elsewhere its name."""
        return self._labels.get(code) or (code.removeprefix(f"{ELDERS}:") if ":" in code else super().label(code))

    def find(self, text: str) -> str | None:
        """The code of the municipality that *text* names or lies in; None when it is not understood, or means two.

        A name that exists more than once, but never with us, is ``"elders:<name>"``.
        """
        meant = self.meanings(text)
        if len(meant) == 1:
            return meant[0]
        if meant and all(code.startswith(ELDERS) for code in meant):
            return f"{ELDERS}:{' '.join(text.split())}"
        return None if meant else self._but_for_spaces(text)

    def _but_for_spaces(self, text: str) -> str | None:
        """The code of the one municipality that *text* names but for spaces: Zoeter meer."""
        wanted = _even(key(text[:SUGGESTION_LENGTH])).replace(" ", "")
        codes = self._without_spaces.get(wanted, ()) if len(wanted) >= 3 and not like_a_code(text) else ()
        return next(iter(codes)) if len(codes) == 1 else None

    def meanings(self, text: str) -> tuple[str, ...]:
        """The codes of all municipalities that *text* can mean, in the order of the list; none when it is not known.

        A municipality goes before a village of that name: Rijswijk is the municipality, though three places are
        called so.
        """
        plain = key(text)
        if literal := self._named.get(plain):  # as nearly all are written
            return self.in_order(literal)
        for form in _forms(plain):
            if found := self._of(form):
                return self.in_order(found)
        return ()

    def _of(self, form: str) -> set[str]:
        if code := _CODE.fullmatch(form):
            return {self._terms_by_code[gm]} if (gm := f"GM{code[1].zfill(4)}") in self._terms_by_code else set()
        if exact := self._named.get(form) or self._within.get(form):
            return exact
        short, province = _without_province(form)
        if province is None:
            return set()
        found = self._named.get(short, set()) | self._within.get(short, set())
        return {code for code in found if self._provinces.get(code) == province}

    def is_named(self, text: str) -> bool:
        """Whether *text* is the name of a municipality itself, and not of a place in it."""
        return _even(key(text)) in self._named

    def of_number(self, text: str) -> str | None:
        """The code of the municipality that has *text* as its number, without GM: ``0546`` or ``546``."""
        return self._terms_by_code.get(f"GM{text.strip().zfill(4)}") if re.fullmatch(r"\s*\d{1,4}\s*", text) else None

    def suggest(self, text: str) -> tuple[str, bool]:
        """The label that was probably meant and whether that is sure; none of what is known, or looks like a code.

        Of a place that is known nobody needs to guess the name, and of a code nobody can: a digit more or less is
        another municipality.
        """
        wanted = _even(key(text[:SUGGESTION_LENGTH]))
        if len(wanted) < 3 or like_a_code(text) or self.meanings(text) or _without_province(wanted)[1]:
            return "", False
        joined = {self.label(code) for code in self._without_spaces.get(wanted.replace(" ", ""), ())}
        if len(joined) == 1:
            return joined.pop(), True
        best: dict[str, float] = {}
        for spelling, score, _ in process.extract(
            wanted, self._spellings.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=12
        ):
            if spelling in self._named or score >= _ALIKE_WITHIN:
                for code in self._spellings[spelling]:
                    best[code] = max(score, best.get(code, 0))
        ranked = sorted(best.items(), key=lambda found: -found[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _CLEAR):
            return "", False
        return self.label(ranked[0][0]), False

    @cached_property
    def _spellings(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for index in (self._named, self._within):
            for spelling, codes in index.items():
                found.setdefault(spelling, set()).update(codes)
        return found

    @cached_property
    def _without_spaces(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for spelling, codes in self._spellings.items():
            found.setdefault(spelling.replace(" ", ""), set()).update(codes)
        return found


class Regions(Vocabulary):
    """Labour-market regions by name or code. The code of one that is not ours is ``"elders"``: no name is guessed."""

    def find(self, text: str) -> str | None:
        """The code of the region that *text* names; also of AM19 without its zero or capitals."""
        number = _REGION.fullmatch(key(text))
        if number is None:
            return super().find(text)
        code = f"AM{number[1].zfill(2)}"
        return super().find(code) or (ELDERS if 1 <= int(number[1]) <= _REGIONS else None)

    def of_number(self, text: str) -> str | None:
        """The code of the region that has *text* as its number, without AM."""
        return self.find(f"AM{text.strip()}") if re.fullmatch(r"\s*\d{1,2}\s*", text) else None

    def suggest(self, text: str) -> tuple[str, bool]:
        """As of every vocabulary, but for a code: nobody can guess that."""
        return ("", False) if like_a_code(text) else super().suggest(text)


def like_a_code(text: str) -> bool:
    """Whether *text* is written as a code is: at most two letters and a number."""
    return bool(_LIKE_A_CODE.fullmatch(key(text)))


def _even(plain: str) -> str:
    """One way to write a/d, a.d., aan de and aan den."""
    return _AAN_DEN.sub("aan den", plain)


def _forms(plain: str) -> Iterator[str]:
    """The ways to read a name, the most literal first: without what stands before it, or a quarter of town after it."""
    seen: dict[str, None] = {}
    for form in (plain, _BEFORE.sub("", plain)):
        form = _even(form)
        seen |= dict.fromkeys((form, _AFTER.sub("", form)))
    for form in list(seen):
        seen[_PART.sub("", form)] = None
    yield from seen


def _without_province(plain: str) -> tuple[str, str | None]:
    """A name without the province behind it, and that province: "rijswijk zh" is "rijswijk" in Zuid-Holland."""
    words = plain.split(" ")
    for amount in (2, 1):
        if len(words) > amount and (province := _QUALIFIERS.get(" ".join(words[-amount:]))):
            return " ".join(words[:-amount]), province
    return plain, None


@cache
def elsewhere() -> tuple[dict[str, str], ...]:
    """The municipalities that are not ours: code, naam, provincie."""
    return tuple(_rows("gemeenten_elders.csv"))


@cache
def former_codes() -> dict[str, str]:
    """By the code of a municipality that is no more: the code of the one that its land is part of now."""
    return {row["code"]: row["nu"] for row in _rows("gemeenten_voorheen.csv")}


@cache
def places() -> tuple[tuple[str, str], ...]:
    """The name of a place and the code of its municipality; a name comes once for each municipality that has it."""
    return tuple((name, row["code"]) for row in _rows("plaatsen.csv") for name in row["namen"].split("|"))


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")
