"""Names of partners as people put them in one cell: which they are, and which two are one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lrn import signs
from lrn import vocabulary as v
from lrn.register.values.cell import is_empty_mark, is_excel_error
from lrn.register.values.personal import without_addresses
from lrn.register.values.terms import AND, BETWEEN
from lrn.terms import plain

LONGEST = 200  # characters; no organisation is called so
LONGEST_LIST = 10_000
MOST_COMMAS = 3  # in a name

_BEFORE = re.compile(r"^(?:(?:[-–—•*·▪●‣]+|\d{1,2}[.)](?=\s))\s*)?(?:(?:o\.a\.|onder andere)[:\s]*)?", re.IGNORECASE)
_AFTER = re.compile(r"\s+(?:e\.a\.|etc\.?|enz\.?)$", re.IGNORECASE)
# A Microsoft List numbers what it looks up elsewhere: "Gemeente Gouda;#3;#De Vaart;#7", or the number first.
_BETWEEN = re.compile(rf"^\d+;#|;#\d+(?:;#|$)|{BETWEEN.pattern}")
_LEGAL = re.compile(r"(?:b v|bv|n v|nv|vof|u a|ua|inc|ltd|gmbh)")
_SEVERAL = re.compile(
    r"(?:div|divers|diverse|verschillende|meerdere|enkele|allerlei|alle|andere|overige|diversen)(?: .*)?"
    r"|(?:en )?(?:e a|etc|enz|enzovoort|anderen|anders(?: .*)?)|onbekend|partners|bedrijven|scholen|gemeenten"
    r"|volgt(?: nog)?|nog (?:te|niet|onbekend).*|tbd|tbc"
)
_BRACKET = re.compile(r"[()]")
_SLASH = re.compile(r"(?<!\s)\s+/\s+")
_KINDS = (
    r"(?:gemeente|gem|provincie|waterschap|hogeschool|universiteit|roc|lyceum|stichting|vereniging|cooperatie|uwv|ggd"
    r"|ziekenhuis|zorginstelling|zorggroep|woningcorporatie|woningstichting|bibliotheek|museum|\w*bedrijf"
    r"|ondernemers(?:kring|vereniging))"
)
_KIND = re.compile(rf"{_KINDS} (?=.)")
_ORGANISATION = re.compile(rf"(?:roc|uwv|ggd)|{_KINDS} .+")
_OF_SEVERAL_WORDS = re.compile(r"stichting|vereniging|cooperatie|\w*bedrijf")  # "Stichting Hout en Steen" is one
_MUNICIPALITY = re.compile(r"(?:gem|gemeente) (.+)")


def partner_key(name: str) -> str:
    """The form in which two names of partners are compared: "gem. Gouda" and "Gemeente Gouda" are one."""
    form = plain(name)
    if found := _MUNICIPALITY.fullmatch(form):
        code = v.municipality_vocabulary().find(found[1])
        return f"gemeente {code or found[1]}"
    return form


def municipality_of(name: str) -> str:
    """The name of the municipality that the organisation *name* is ("Gouda" for "gem. Gouda"), else ""."""
    found = _MUNICIPALITY.fullmatch(plain(name))
    code = v.municipality_vocabulary().find(found[1]) if found else None
    return v.municipality_vocabulary().label(code) if code else ""


def as_written(name: str) -> str:
    """How a partner that is added is called: as typed, "Gemeente Gouda" in full, and with a capital."""
    if municipality := municipality_of(name):
        return f"Gemeente {municipality}"
    return name[:1].upper() + name[1:]


def is_name(text: str) -> bool:
    """Whether *text* can be what one organisation is called: not "diverse bedrijven", "?" or an address."""
    form = plain(text)
    if not form or len(text) > LONGEST or is_empty_mark(text) or is_excel_error(text):
        return False
    return not _SEVERAL.fullmatch(form) and without_addresses(text) == text and not form.replace(" ", "").isdigit()


def names_in(cell: str, known: Collection[str]) -> list[str]:
    """The pieces of *cell*, each of which may be a name (:func:`is_name`).

    Names are apart by ``;``, a new line or a comma. A comma within one of the names that are *known* (by
    :func:`partner_key`), within brackets, or before "B.V." belongs to the name. So does " / ", that is between names
    everywhere else. "en", "&" and "/" without spaces join names only where each of them is known, or begins with a word
    for an organisation ("Gemeente Woerden").
    """
    pieces: list[str] = []
    if len(cell) > LONGEST_LIST:
        return [cell.strip()]
    for part in _BETWEEN.split(signs.seen(cell)):
        if whole := _bare(part):
            pieces += _at_commas(whole, known)
    return pieces


def plain_names(cell: str) -> Iterator[str]:
    """The names in *cell* that stand by themselves, whatever else is known: none has "en" or a sign between words."""
    for part in _BETWEEN.split(signs.seen(cell)) if len(cell) <= LONGEST_LIST else ():
        names = (name for whole in _outside_brackets(_bare(part)) for name in _at_slashes(whole))
        yield from (name for name in names if name and not AND.search(name))


def _bare(part: str) -> str:
    """*part* of a cell without what stands around names: a bullet, "o.a.", "etc."."""
    return _AFTER.sub("", _BEFORE.sub("", " ".join(part.split())))


def _at_commas(whole: str, known: Collection[str]) -> Iterator[str]:
    parts = _outside_brackets(whole)
    start = 0
    while start < len(parts):
        end = start + 1
        for far in range(min(start + MOST_COMMAS + 1, len(parts)), start + 1, -1):
            if partner_key(", ".join(parts[start:far])) in known:
                end = far
                break
        else:
            while end < len(parts) and _LEGAL.fullmatch(plain(parts[end])):
                end += 1
        name = ", ".join(part for part in parts[start:end] if part)
        if partner_key(name) in known:
            yield name
        else:
            for piece in _at_slashes(name):
                yield from _at_and(piece, known)
        start = end


def _at_slashes(name: str) -> list[str]:
    """What stands between the slashes with spaces around them in *name*; all of it when one is within brackets."""
    pieces = [piece.strip() for piece in _SLASH.split(name)]
    return [name] if any(piece.count("(") != piece.count(")") for piece in pieces) else pieces


def _at_and(name: str, known: Collection[str]) -> Iterator[str]:
    joined = [piece.strip() for piece in AND.split(name)]
    if len(joined) > 1 and partner_key(name) not in known and all(_is_known(piece, known) for piece in joined):
        yield from joined
    elif name:
        yield name


def _is_known(name: str, known: Collection[str]) -> bool:
    return partner_key(name) in known or _ORGANISATION.fullmatch(plain(name)) is not None


def may_be_two(name: str, known: Collection[str]) -> bool:
    """Whether *name*, taken for one, has "en" or a sign in it and one side of that is an organisation by itself."""
    joined = [piece.strip() for piece in AND.split(name)]
    if len(joined) != 2 or not all(joined) or _OF_SEVERAL_WORDS.match(plain(name)):
        return False
    return any(_is_known(piece, known) for piece in joined)


def shorter_keys(name: str) -> list[str]:
    """The forms (:func:`partner_key`) of *name* without the words that say what kind of organisation it is."""
    form = plain(name)
    found = []
    while (
        form
        and (less := re.sub(rf" {_LEGAL.pattern}$", "", _KIND.sub("", form, count=1) if _KIND.match(form) else form))
        != form
    ):
        found.append(less)
        form = less
    return found


def _outside_brackets(text: str) -> list[str]:
    """What stands between the commas of *text* that are not in brackets."""
    parts: list[str] = []
    depth = 0
    for piece in text.split(","):
        if depth:
            parts[-1] += f",{piece}"
        else:
            parts.append(piece)
        for sign in _BRACKET.findall(piece):
            depth = max(depth + (1 if sign == "(" else -1), 0)
    return [part.strip() for part in parts]
