"""What if: changes that a visitor imagines, as they stand in a link, and the register as it would be with them.

An imagined register is like any other, so that every measure counts it. It is for one visitor and one moment: nothing
here writes it anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network import graph
from lrn.measures.themes import ALL_THEMES, NETWERK, theme_label
from lrn.register.model import Register
from lrn.register.values.personal import without_addresses

MOST = 20
"""How many changes a visitor can imagine at a time: more stand in no address."""

LONGEST = 60  # characters of an imagined name
IMAGINED = "bedacht"
"""What is said of whatever is imagined, and how its ID begins."""

_FIELD, _ITEM = ":", "."
_ESCAPED = {sign: f"%{ord(sign):02X}" for sign in f"%{_FIELD}{_ITEM}"}


@dataclass(frozen=True)
class NewActivity:
    """An activity that is not there: ``nr`` tells imagined ones apart, ``gemeente`` is a GM code.

    ``themas`` are codes of :data:`lrn.measures.themes.ALL_THEMES`, ``ingredienten`` numbers.
    """

    nr: int
    naam: str
    gemeente: str
    themas: tuple[str, ...] = ()
    ingredienten: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """Its ID in the imagined register."""
        return imagined_id(self.nr)


@dataclass(frozen=True)
class NewPartner:
    """A partner that is not there, of a kind (a code), that takes part in ``activiteiten`` (IDs)."""

    nr: int
    naam: str
    soort: str
    activiteiten: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its ID in the imagined register."""
        return imagined_id(self.nr)


@dataclass(frozen=True)
class TakesPart:
    """A partner (ID) that takes part in more ``activiteiten`` (IDs)."""

    partner: str
    activiteiten: tuple[str, ...]


@dataclass(frozen=True)
class NewLine:
    """A line between two activities (IDs)."""

    van: str
    naar: str


@dataclass(frozen=True)
class Without:
    """A partner (ID) that is no longer there."""

    partner: str


Change = NewActivity | NewPartner | TakesPart | NewLine | Without
_ORDER = (NewActivity, NewPartner, TakesPart, NewLine, Without)  # what comes later builds on what is there by then


def imagined_id(nr: int) -> str:
    """The ID of imagined activity or partner *nr*; no row of a workbook has it, as IDs are read in capitals."""
    return f"{IMAGINED}-{nr}"


def next_nr(changes: Iterable[Change]) -> int:
    """The first number that no imagined activity or partner of *changes* has."""
    taken = {change.nr for change in changes if isinstance(change, NewActivity | NewPartner)}
    return next(nr for nr in range(1, len(taken) + 2) if nr not in taken)


# ── In an address ────────────────────────────────────────────────────────────────────────────────────────────


def write(change: Change) -> str:
    """*change* as it stands in an address; :func:`read` understands it."""
    match change:
        case NewActivity(nr, name, municipality, themes, ingredients):
            return _text("activiteit", str(nr), municipality, themes, tuple(map(str, ingredients)), name)
        case NewPartner(nr, name, kind, activities):
            return _text("partner", str(nr), kind, activities, name)
        case TakesPart(partner, activities):
            return _text("meedoen", partner, activities)
        case NewLine(start, end):
            return _text("lijn", start, end)
        case Without(partner):
            return _text("zonder", partner)


def read(asked: Iterable[str], register: Register) -> tuple[tuple[Change, ...], list[str]]:
    """The changes that texts of an address stand for, as :func:`imagine` takes them, and the texts that cannot be.

    Those that name nothing that is in *register* or imagined before them, that are not written as :func:`write` does,
    and what is more than :data:`MOST`. What stands there twice counts once.
    """
    known = _Known(register)
    given = list(dict.fromkeys(filter(None, asked)))
    found: dict[str, Change] = {}
    parsed = {text: change for text in given[:MOST] if (change := _parsed(text)) is not None}
    for kind in _ORDER:
        for text, change in parsed.items():
            if isinstance(change, kind) and known.takes(change):
                found[text] = change
    return tuple(found[text] for text in given if text in found), [text for text in given if text not in found]


def _text(*parts: str | tuple[str, ...]) -> str:
    return _FIELD.join(_ITEM.join(map(_escaped, [part] if isinstance(part, str) else part)) for part in parts)


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(sign, sign) for sign in text)


def _items(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unquote(item) for item in text.split(_ITEM) if item))


def _parsed(text: str) -> Change | None:
    """The change that *text* is written as, whether what it names is known or not; None when it is written wrongly."""
    kind, *parts = text.split(_FIELD)
    make = _MAKE.get(kind)
    try:
        return make(*parts) if make else None
    except (TypeError, ValueError):  # too few parts, or too many; a number that is none
        return None


def _name(text: str) -> str:
    name = " ".join(unquote(text).split())
    if not name or len(name) > LONGEST or not name.isprintable():
        raise ValueError(text)
    return name


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        raise ValueError(text)
    return int(text)


_MAKE: dict[str, Callable[..., Change]] = {
    "activiteit": lambda nr, municipality, themes, ingredients, name: NewActivity(
        _number(nr), _name(name), municipality, _items(themes), tuple(map(_number, _items(ingredients)))
    ),
    "partner": lambda nr, kind, activities, name: NewPartner(
        _number(nr), _name(name), unquote(kind), _items(activities)
    ),
    "meedoen": lambda partner, activities: TakesPart(unquote(partner), _items(activities)),
    "lijn": lambda start, end: NewLine(unquote(start), unquote(end)),
    "zonder": lambda partner: Without(unquote(partner)),
}


class _Known:
    """Which activities and partners there are, with what is imagined so far."""

    def __init__(self, register: Register) -> None:
        self._activities, self._partners = set(register.activiteiten["id"]), set(register.partners["id"])

    def takes(self, change: Change) -> bool:
        """Whether all that *change* names is known; what it adds is known from then on."""
        match change:
            case NewActivity():
                possible = change.gemeente in v.GEMEENTE and change.id not in self._activities
                possible &= {*change.themas} <= {*ALL_THEMES} and {*change.ingredienten} <= {*v.INGREDIENT}
                self._activities |= {change.id} if possible else set()
                return possible
            case NewPartner():
                possible = change.soort in v.PARTNERSOORTEN.codes and change.id not in self._partners
                possible &= self._are_activities(change.activiteiten)
                self._partners |= {change.id} if possible else set()
                return possible
            case TakesPart():
                return change.partner in self._partners and self._are_activities(change.activiteiten)
            case NewLine():
                return change.van != change.naar and {change.van, change.naar} <= self._activities
            case Without():
                return change.partner in self._partners

    def _are_activities(self, ids: tuple[str, ...]) -> bool:
        return bool(ids) and {*ids} <= self._activities


# ── The register as it would be ──────────────────────────────────────────────────────────────────────────────


def imagine(register: Register, changes: Sequence[Change]) -> Register:
    """*register* as it would be with *changes* (as :func:`read` gives them); *register* itself stays as it is.

    An imagined activity is actief whatever the day, and an imagined line is there from the start. Their names end with
    "(bedacht)", and ``rij`` is 0: they stand in no workbook. A partner that is taken away takes part in nothing.
    """
    for kind in _ORDER:
        for change in changes:
            if isinstance(change, kind):
                register = _with(register, change)
    return register


def _with(register: Register, change: Change) -> Register:
    match change:
        case NewActivity():
            row = {
                "id": change.id,
                "naam": f"{change.naam} ({IMAGINED})",
                "gemeente": change.gemeente,
                "plaats": v.place_of_municipality(change.gemeente),
                "status": "actief",
                "netwerkthema": NETWERK in change.themas,
            }
            themes = [{"activiteit": change.id, "thema": code} for code in change.themas if code != NETWERK]
            numbers = [{"activiteit": change.id, "nr": nr} for nr in change.ingredienten]
            return replace(
                register,
                activiteiten=_more(register.activiteiten, [row]),
                themas=_more(register.themas, themes),
                ingredienten=_more(register.ingredienten, numbers),
            )
        case NewPartner():
            row = {"id": change.id, "naam": f"{change.naam} ({IMAGINED})", "soort": change.soort}
            with_it = replace(register, partners=_more(register.partners, [row]))
            return _taking_part(with_it, change.id, change.activiteiten)
        case TakesPart():
            return _taking_part(register, change.partner, change.activiteiten)
        case NewLine():
            lines = register.verbindingslijnen
            ends = {"van_soort": graph.ACTIVITEIT, "van": change.van, "naar_soort": graph.ACTIVITEIT}
            row = {"id": imagined_id(len(lines)), **ends, "naar": change.naar}
            return replace(register, verbindingslijnen=_more(lines, [row]))
        case Without():
            return replace(
                register,
                partners=register.partners[register.partners["id"] != change.partner],
                deelnames=register.deelnames[register.deelnames["partner"] != change.partner],
            )


def _taking_part(register: Register, partner: str, activities: tuple[str, ...]) -> Register:
    there = register.deelnames
    already = set(there.loc[there["partner"] == partner, "activiteit"])
    rows = [{"activiteit": identity, "partner": partner} for identity in activities if identity not in already]
    return replace(register, deelnames=_more(there, rows))


def _more(frame: pd.DataFrame, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """*frame* with *rows* below it, each column as it was; what a row does not name is missing, and ``rij`` is 0."""
    if not rows:
        return frame
    added = pd.DataFrame(rows, dtype=object).reindex(columns=frame.columns)
    if "rij" in added:
        added["rij"] = 0
    missing = added.astype(object).where(added.notna(), None)
    return pd.concat([frame, missing.astype(frame.dtypes.to_dict())], ignore_index=True)


# ── In words ─────────────────────────────────────────────────────────────────────────────────────────────────


def told(register: Register, changes: Sequence[Change]) -> list[str]:
    """Each of *changes* to *register* in Dutch."""
    whole = imagine(register, [change for change in changes if not isinstance(change, Without)])
    return [_say(change, whole) for change in changes]


def _say(change: Change, register: Register) -> str:
    match change:
        case NewActivity():
            themes = texts.listing(theme_label(code).lower() for code in change.themas)
            named = texts.some([v.INGREDIENT[nr].kort for nr in change.ingredienten], most=3)
            told = [f"Nieuwe activiteit: {change.naam} in {v.GEMEENTE[change.gemeente].naam}"]
            told += [f"over {themes}"] if themes else []
            return ", ".join([*told, *([f"met {named}"] if named else [])])
        case NewPartner():
            kind = v.PARTNERSOORTEN.label(change.soort)
            return f"Nieuwe partner: {change.naam} ({kind}), bij {_named(register.activiteiten, change.activiteiten)}"
        case TakesPart():
            partner = _named(register.partners, [change.partner])
            return f"{partner} doet ook mee aan {_named(register.activiteiten, change.activiteiten)}"
        case NewLine():
            ends = [_named(register.activiteiten, [end]) for end in (change.van, change.naar)]
            return f"Lijn tussen {texts.listing(ends)}"
        case Without():
            return f"Zonder {_named(register.partners, [change.partner])}"


def _named(frame: pd.DataFrame, ids: Sequence[str]) -> str:
    names = dict(zip(frame["id"], frame["naam"], strict=True))
    return texts.some([without_addresses(names.get(identity, identity)) for identity in ids], most=3)
