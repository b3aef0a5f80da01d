"""Finds the terms of a vocabulary in the text of a cell: one term, or several in the ways that people join them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from lrn import texts
from lrn import vocabulary as v
from lrn.register.rules import Rule
from lrn.register.values.remark import Read, Remark, short
from lrn.register.values.synonyms import synonym
from lrn.terms import Vocabulary, key
from lrn.vocabulary import ONBEKEND

# No list of known values is longer, and matching a whole page takes long: such a text is one value, not understood.
LONGEST = 2_000  # characters
# Beside ; and a line break: the signs of a list, and those of programs: Kumu writes a|b, a Microsoft List a;#b.
BETWEEN = re.compile(r";#|[;\n\r|•▪●‣]")
AND = re.compile(r"(?<!\s)\s+(?:en|&|\+)\s+|/")  # from the first of the spaces only, or a row of them takes long
ANDERS = re.compile(r"^\s*(anders)\s*(?:,?\s*(?:namelijk|nl\b|n\.l\.|te weten)|[:(–-])[^,;/\n]*$", re.IGNORECASE)
LONGEST_QUOTE = 40  # characters; the values to choose from follow
COMMA_PARTS = 3  # no value of the vocabulary holds more than one comma


def term_value(text: str, vocabulary: Vocabulary, advice: str = "") -> Read:
    """The code of the one term, ``"onbekend"`` when it is not understood; *advice* says then what to do."""
    if not text.strip():
        return Read(None)
    code = code_of(vocabulary, text)
    if code is not None:
        return Read(code)
    return Read(ONBEKEND, (not_understood(text, vocabulary, advice),))


def terms_value(text: str, vocabulary: Vocabulary) -> Read:
    """The codes of all terms in the cell, each once, in the vocabulary's order; ``"onbekend"`` comes last."""
    if (known := all_found(text, vocabulary.find)) is not None:
        return Read(vocabulary.in_order(known) or None)
    found: set[str] = set()
    remarks: list[Remark] = []
    for piece in pieces_of(text, partial(code_of, vocabulary)):
        code = code_of(vocabulary, piece)
        found.add(code or ONBEKEND)
        if code is None:
            remarks.append(not_understood(piece, vocabulary))
    return Read(tuple(c for c in (*vocabulary.codes, ONBEKEND) if c in found) or None, tuple(remarks))


def themes_value(text: str, vocabulary: Vocabulary) -> Read:
    """Like :func:`terms_value`; the netwerkthema, which has a column of its own, is recognised too."""
    network_keys = {key(s) for s in (v.NETWERKTHEMA.code, *v.NETWERKTHEMA.aliases)}
    found: set[str] = set()
    remarks: list[Remark] = []
    for piece in pieces_of(text, lambda p: v.NETWERKTHEMA.code if key(p) in network_keys else code_of(vocabulary, p)):
        if len(piece) <= LONGEST and key(piece) in network_keys:
            found.add(v.NETWERKTHEMA.code)
            remarks.append(Rule.OWN_COLUMN.say("ja in de kolom Netwerkthema", sure=True, part=piece, waarde=piece))
            continue
        code = code_of(vocabulary, piece)
        found.add(code or ONBEKEND)
        if code is None:
            remarks.append(not_understood(piece, vocabulary))
    order = (*vocabulary.codes, v.NETWERKTHEMA.code, ONBEKEND)
    return Read(tuple(c for c in order if c in found) or None, tuple(remarks))


def pieces_of(text: str, find: Callable[[str], object]) -> list[str]:
    """The values in a cell: split at ``BETWEEN``, at commas except inside a known value, and at "en"."""
    if len(text) > LONGEST:
        return [whole] if (whole := text.strip()) else []
    pieces: list[str] = []
    for whole in _parts(text):
        if find(whole) is not None:
            pieces.append(whole)
            continue
        parts = whole.split(",")
        start = 0
        while start < len(parts):
            for end in range(min(start + COMMA_PARTS, len(parts)), start, -1):
                piece = ",".join(parts[start:end]).strip()
                if find(piece) is not None:
                    break
            joined = [part.strip() for part in AND.split(piece)]
            if find(piece) is None and len(joined) > 1 and all(find(part) is not None for part in joined):
                pieces += joined  # "zorg en welzijn"
            elif piece:
                pieces.append(piece)
            start = end
    return pieces


def _parts(text: str) -> list[str]:
    """What stands between the semicolons, line breaks and the like in a cell."""
    return [whole for part in BETWEEN.split(text) if (whole := part.strip())]


def all_found(text: str, find: Callable[[str], Any]) -> set[Any] | None:
    """What *find* makes of the parts of a cell; None when one of them needs a closer look, which most cells do not."""
    found = set(map(find, _parts(text))) if len(text) <= LONGEST else {None}
    return None if None in found else found


def code_of(vocabulary: Vocabulary, text: str) -> str | None:
    """The code of the one term that *text* names, or None. "Anders, namelijk: taal" is what it begins with."""
    if len(text) > LONGEST:
        return None
    code = vocabulary.find(text)
    return vocabulary.find(found[1]) if code is None and (found := ANDERS.match(text)) else code


def not_understood(text: str, vocabulary: Vocabulary, advice: str = "") -> Remark:
    """The remark about *text*, which names no term: the one probably meant, else *advice* or what to choose from."""
    likely, sure = synonym(text, vocabulary), False
    if not likely:
        likely, sure = vocabulary.suggest(text)
    told = texts.capital(advice or _choice(vocabulary))
    value = short(text, LONGEST_QUOTE)
    return Rule.UNKNOWN.say(likely, sure=sure, part=text, waarde=value, soort=vocabulary.name, raad=told)


@cache
def _choice(vocabulary: Vocabulary) -> str:
    return f"kies {texts.choice(term.label for term in vocabulary.terms)}"
