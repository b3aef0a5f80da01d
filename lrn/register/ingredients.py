"""Reads which ingredients a cell names: by number, by name, or as the number or date that Excel made of them."""

from __future__ import annotations

import re
from functools import lru_cache

from lrn import vocabulary as v
from lrn.register.reading import Read, Remark, short
from lrn.register.terms import all_found, code_of, not_understood, pieces_of

_DECIMAL = re.compile(r"\s*\d{1,2}[.]\d{1,2}\s*")
# One digit at a time: two ways to read a row of digits would make the time double with each of them.
_IN_A_ROW = re.compile(r"(?:\d|en|[ /+&-])+")
_LEADING_NUMBER = re.compile(r"^(?:ingredi[eë]nt\s*)?(\d{1,3})\s*(?:[.):\-–]\s*|\s+|$)(.*)$", re.IGNORECASE | re.DOTALL)
_MIDNIGHT = re.compile(r"(\d{4})-(\d{2})-(\d{2}) 00:00:00")  # how a day comes out of a workbook
_ADVICE = "noem de nummers, bijvoorbeeld 1; 5; 9"


@lru_cache(maxsize=10_000)
def _ingredient(piece: str) -> int | None:
    """The number of the ingredient that *piece* names, by number, by name, or by both when they agree."""
    numbered = _LEADING_NUMBER.match(piece.strip())
    if numbered:
        number, rest = int(numbered.group(1)), numbered.group(2).strip()
        if number not in v.INGREDIENT:
            return None
        return number if not rest or code_of(v.INGREDIENT_NAMEN, rest) == str(number) else None
    code = code_of(v.INGREDIENT_NAMEN, piece)
    return int(code) if code else None


def ingredients_value(text: str) -> Read:
    """The numbers (1–11) of the ingredients named in the cell, in order, as a tuple."""
    if _DECIMAL.fullmatch(text):
        # Dutch Excel makes one number of "1,5", and 2.1 of "2,10"; what was meant is for the person to say: not sure.
        meant = _as_numbers(re.sub(r"\.1\s*$", ".10", text))
        return Read(None, (Remark(f"Excel heeft hier één getal van gemaakt; {_ADVICE}", meant),))
    if day := _MIDNIGHT.fullmatch(text):  # and a date of "1-5"
        year, month, first = (int(number) for number in day.groups())
        meant = _as_numbers(f"{first};{month}" + (f";{year - 2000}" if 2000 < year <= 2011 else ""))
        return Read(None, (Remark(f"Excel heeft hier een datum van gemaakt; {_ADVICE}", meant),))
    if _IN_A_ROW.fullmatch(text) and len(re.findall(r"\d+", text)) > 1:
        # "6-9" may well mean 6 to 9.
        meant = "" if "-" in text else _as_numbers(text)
        example = "" if meant else ", bijvoorbeeld 1; 5; 9"
        return Read(None, (Remark(f"Zet een puntkomma tussen de ingrediënten{example}", meant),))
    if (known := all_found(text, _ingredient)) is not None:
        return Read(tuple(sorted(known)) or None)
    found: set[int] = set()
    remarks: list[Remark] = []
    for piece in pieces_of(text, _ingredient):
        number = _ingredient(piece)
        if number is not None:
            found.add(number)
        elif re.fullmatch(r"\d+", piece.strip()):
            remarks.append(Remark(f"“{short(piece)}” is geen ingrediënt; de nummers zijn 1 tot en met 11"))
        else:
            remarks.append(_unknown(piece))
    return Read(tuple(sorted(found)) or None, tuple(remarks))


def _unknown(piece: str) -> Remark:
    """The remark about *piece*, which names no ingredient; a number before a name must agree with what is suggested."""
    remark = not_understood(piece, v.INGREDIENT_NAMEN, _ADVICE)
    numbered = _LEADING_NUMBER.match(piece.strip())
    if numbered and not remark.suggestion:
        meant, _ = v.INGREDIENT_NAMEN.suggest(numbered.group(2))
        if meant and v.INGREDIENT_NAMEN.find(meant) == str(int(numbered.group(1))):
            return not_understood(numbered.group(2), v.INGREDIENT_NAMEN)._replace(
                suggestion=f"{numbered.group(1)}. {meant}"
            )
    return remark


def _as_numbers(text: str) -> str:
    """The numbers in *text* as the contract writes them (1;5;9), or "" when one of them is no ingredient."""
    found = re.findall(r"\d+", text)
    numbers = [int(number) for number in found if len(number) < 4]  # Python makes no number of thousands of digits
    is_complete = len(numbers) == len(found) and all(number in v.INGREDIENT for number in numbers)
    return ";".join(map(str, numbers)) if is_complete else ""
