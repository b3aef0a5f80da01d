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
_SEMICOLONS = "noem de nummers (1 t/m 11) met ; ertussen"


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
        return Read(None, (Remark(f"Excel heeft hier één getal van gemaakt; {_SEMICOLONS}", meant),))
    if day := _MIDNIGHT.fullmatch(text):  # and a date of "1-5"
        year, month, first = (int(number) for number in day.groups())
        meant = _as_numbers(f"{first};{month}" + (f";{year - 2000}" if 2000 < year <= 2011 else ""))
        return Read(None, (Remark(f"Excel heeft hier een datum van gemaakt; {_SEMICOLONS}", meant),))
    if _IN_A_ROW.fullmatch(text) and len(re.findall(r"\d+", text)) > 1:
        return Read(None, (Remark(f"“{short(text)}” is geen rij ingrediënten met puntkomma's", _as_numbers(text)),))
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
            remarks.append(not_understood(piece, v.INGREDIENT_NAMEN, _SEMICOLONS))
    return Read(tuple(sorted(found)) or None, tuple(remarks))


def _as_numbers(text: str) -> str:
    """The numbers in *text* as the contract writes them (1;5;9), or "" when one of them is no ingredient."""
    found = re.findall(r"\d+", text)
    numbers = [int(number) for number in found if len(number) < 4]  # Python makes no number of thousands of digits
    is_complete = len(numbers) == len(found) and all(number in v.INGREDIENT for number in numbers)
    return ";".join(map(str, numbers)) if is_complete else ""
