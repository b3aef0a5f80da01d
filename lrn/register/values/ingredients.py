"""Reads which ingredients a cell names: by number, by name, or as the number or date that Excel made of them."""

from __future__ import annotations

import re
from functools import lru_cache

from lrn import texts
from lrn import vocabulary as v
from lrn.register.rules import BY_NUMBER, Rule
from lrn.register.values.remark import Read, Remark
from lrn.register.values.terms import LONGEST, all_found, code_of, not_understood, pieces_of

_DECIMAL = re.compile(r"\s*\d{1,2}[.]\d{1,2}\s*")
# Words before numbers that say what these are: "ingrediënten 1 en 2".
_CALLED = re.compile(r"^\s*(?:ingr\.?|ingredi[eë]nt(?:en)?)(?=[\s:\d])[\s:]*", re.IGNORECASE)
_RANGE = re.compile(r"(?<!\d)(\d{1,2})\s*(?:t/m|t\.?m\.?|tot en met|tot/met)\s*(\d{1,2})(?!\d)", re.IGNORECASE)
# One digit at a time: two ways to read a row of digits would make the time double with each of them.
_IN_A_ROW = re.compile(r"(?:\d|en|[ /+&-])+")
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){2,}")
_PAIR = re.compile(r"(\d{1,2}) ?- ?(\d{1,2})")
_ALL = re.compile(r"all(?:e|emaal)(?: (?:11|elf))?(?: ingredi[eë]nten)?", re.IGNORECASE)
_LEADING_NUMBER = re.compile(r"^(?:ingredi[eë]nt\s*)?(\d{1,3})\s*(?:[.):\-–]\s*|\s+|$)(.*)$", re.IGNORECASE | re.DOTALL)
_MIDNIGHT = re.compile(r"(\d{4})-(\d{2})-(\d{2}) 00:00:00")  # how a day comes out of a workbook


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
        return Read(None, (Rule.ONE_NUMBER.say(meant, iets="één getal"),))
    if day := _MIDNIGHT.fullmatch(text):  # and a date of "1-5"
        year, month, first = (int(number) for number in day.groups())
        meant = _as_numbers(f"{first};{month}" + (f";{year - 2000}" if 2000 < year <= 2011 else ""))
        return Read(None, (Rule.ONE_NUMBER.say(meant, iets="een datum"),))
    text = _written_out(_CALLED.sub("", text)) if len(text) <= LONGEST else text
    if (row := _row(text)) is not None:
        return row
    if (known := all_found(text, _ingredient)) is not None:
        return Read(tuple(sorted(known)) or None)
    found: set[int] = set()
    remarks: list[Remark] = []
    for piece in pieces_of(text, _ingredient):
        number = _ingredient(piece)
        if number is not None:
            found.add(number)
        elif re.fullmatch(r"\d+", piece.strip()):
            remarks.append(Rule.NO_INGREDIENT.say(part=piece, waarde=piece))
        else:
            remarks.append(_unknown(piece))
    return Read(tuple(sorted(found)) or None, tuple(remarks))


def pair_meanings(text: str) -> tuple[str, ...]:
    """What "1-4" can mean, as the contract writes it: 1; 2; 3; 4 and 1; 4. Nothing when *text* is no such pair."""
    pair = _PAIR.fullmatch(text.strip())
    first, last = (int(pair[1]), int(pair[2])) if pair else (0, 0)
    if first >= last or not {first, last} <= v.INGREDIENT.keys():
        return ()
    return tuple(dict.fromkeys(("; ".join(map(str, range(first, last + 1))), f"{first}; {last}")))


def _written_out(text: str) -> str:
    """*text* with "1 t/m 4" as 1;2;3;4, where both are ingredients and in order."""

    def numbers(found: re.Match[str]) -> str:
        first, last = int(found[1]), int(found[2])
        if first >= last or not {first, last} <= v.INGREDIENT.keys():
            return found[0]
        return ";".join(map(str, range(first, last + 1)))

    return _RANGE.sub(numbers, text)


def _row(text: str) -> Read | None:
    """What numbers with other signs between them are; None when *text* is something else.

    "1/2/3", "9 en 10" and "1 5 9" say what they are, and so does "9-10", which is 9 to 10 and 9 and 10. But "1-4" may
    be four ingredients or two, and what stands between points may be a date or the number of a paragraph.
    """
    whole = text.strip()
    if _ALL.fullmatch(whole):
        return Read(None, (Rule.ALL.say("; ".join(map(str, v.INGREDIENT)), waarde=text),))
    in_a_row = _IN_A_ROW.fullmatch(whole) and len(re.findall(r"\d+", whole)) > 1
    if not in_a_row and not _DOTTED.fullmatch(whole):
        return None
    pair = pair_meanings(whole)
    meant = "" if len(pair) == 2 else _as_numbers(whole)
    if meant and in_a_row and ("-" not in whole or pair):
        return Read(tuple(sorted({int(number) for number in meant.split(";")})))
    example = f": {meant or texts.choice(pair)}" if meant or pair else ", bijvoorbeeld 1; 5; 9"
    return Read(None, (Rule.NO_SEMICOLON.say(meant, voorbeeld=example),))


def _unknown(piece: str) -> Remark:
    """The remark about *piece*, which names no ingredient; a number before a name must agree with what is suggested."""
    remark = not_understood(piece, v.INGREDIENT_NAMEN, BY_NUMBER)
    numbered = _LEADING_NUMBER.match(piece.strip())
    if numbered and not remark.suggestion:
        meant, _ = v.INGREDIENT_NAMEN.suggest(numbered.group(2))
        if meant and v.INGREDIENT_NAMEN.find(meant) == str(int(numbered.group(1))):
            return not_understood(numbered.group(2), v.INGREDIENT_NAMEN)._replace(
                suggestion=f"{numbered.group(1)}. {meant}", part=piece
            )
    return remark


def _as_numbers(text: str) -> str:
    """The numbers in *text* as the contract writes them (1; 5; 9), or "" when one of them is no ingredient."""
    found = re.findall(r"\d+", text)
    numbers = [int(number) for number in found if len(number) < 4]  # Python makes no number of thousands of digits
    is_complete = len(numbers) == len(found) and all(number in v.INGREDIENT for number in numbers)
    return "; ".join(map(str, numbers)) if is_complete else ""
