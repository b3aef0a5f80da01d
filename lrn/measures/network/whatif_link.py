"""What a visitor imagines as it stands in a link: short, and tolerant of what it does not understand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import unquote

from lrn import vocabulary as v
from lrn.measures.network.whatif import ORDER, Change, NewActivity, NewLine, NewPartner, TakesPart, Without
from lrn.measures.themes import ALL_THEMES
from lrn.register.model import Register

MOST = 20
"""How many changes a visitor can imagine at a time: more stand in no address."""

LONGEST = 60  # characters of an imagined name

_FIELD, _ITEM = ":", "."
_ESCAPED = {sign: f"%{ord(sign):02X}" for sign in f"%{_FIELD}{_ITEM}"}


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
    """The changes that texts of an address stand for, and the texts that cannot be.

    Those that name nothing that is in *register* or imagined before them, that are not written as :func:`write` does,
    and what is more than :data:`MOST`. What stands there twice counts once.
    """
    known = _Known(register)
    given = list(dict.fromkeys(filter(None, asked)))
    found: dict[str, Change] = {}
    parsed = {text: change for text in given[:MOST] if (change := _parsed(text)) is not None}
    for kind in ORDER:
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
