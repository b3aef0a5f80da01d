"""Interprets the text of one cell by the contract: a value, and a remark when it was not understood.

Nothing here knows of rows or sheets. Every function takes a text and never raises: whatever is typed ends in a
value or a remark.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from lrn import texts
from lrn import vocabulary as v
from lrn.register.columns import NO, YES, Column, Kind
from lrn.register.dates import date_value
from lrn.register.reading import Read, Remark, short
from lrn.terms import Vocabulary, key, plain
from lrn.vocabulary import ONBEKEND

# The errors of Excel, as an English and as a Dutch Excel writes them; LibreOffice adds a number (#ERR502, Err:502).
_EXCEL_ERROR = re.compile(
    r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA"
    r"|CONNECT!|UNKNOWN!|BUSY!|EXTERNAL!|PYTHON!"
    r"|N/B|VERW!|NAAM\?|WAARDE!|DEEL/0!|LEEG!|GETAL!|OVERLOOP!)|(?:#ERR|Err:)\d{3}"
)


# No list of known values is longer, and matching a whole page takes long: such a text is one value, not understood.
LONGEST = 2_000  # characters


# What people type where they leave a cell empty; compared without case, signs and spaces.
_EMPTY_WORDS = {"nvt", "nietvantoepassing", "na", "nnb", "nognietbekend", "ntb", "nadertebepalen", "geen"}
_EMPTY_SIGNS = re.compile(r"[\s./_–—…-]+")
_DOUBT = re.compile(r"[\s?]+|\s*onbekend\s*", re.IGNORECASE)  # somebody looked for a value and did not find it


def is_empty_mark(text: str) -> bool:
    """Whether *text* only says that nothing is filled in: a dash, "n.v.t.", "geen".

    A question mark and "onbekend" are not among them: they ask for a look, so they are named as not understood.
    """
    if len(text) > len("niet van toepassing") + 5:
        return False
    return bool(_EMPTY_SIGNS.fullmatch(text)) or plain(text).replace(" ", "") in _EMPTY_WORDS


def is_excel_error(text: str) -> bool:
    """Whether *text* is what Excel or LibreOffice shows in a cell whose formula failed."""
    return _EXCEL_ERROR.fullmatch(text.strip()) is not None


def text_of(text: str) -> str | None:
    """The text itself without spaces around it, or None."""
    return text.strip() or None


def id_of(text: str) -> str | None:
    """An ID: compared without regard to case and spaces, so "a 001" is "A001"."""
    return "".join(text.split()).upper() or None


def term_value(text: str, vocabulary: Vocabulary, advice: str = "") -> Read:
    """The code of the one term, ``"onbekend"`` when it is not understood; *advice* says then what to do."""
    if not text.strip():
        return Read(None)
    code = _find(vocabulary, text)
    if code is not None:
        return Read(code)
    return Read(ONBEKEND, (_not_understood(text, vocabulary, advice),))


def terms_value(text: str, vocabulary: Vocabulary) -> Read:
    """The codes of all terms in the cell, each once, in the vocabulary's order; ``"onbekend"`` comes last."""
    if (known := _all_found(text, vocabulary.find)) is not None:
        return Read(vocabulary.in_order(known) or None)
    found: set[str] = set()
    remarks: list[Remark] = []
    for piece in _pieces(text, vocabulary.find):
        code = _find(vocabulary, piece)
        found.add(code or ONBEKEND)
        if code is None:
            remarks.append(_not_understood(piece, vocabulary))
    return Read(tuple(c for c in (*vocabulary.codes, ONBEKEND) if c in found) or None, tuple(remarks))


def themes_value(text: str, vocabulary: Vocabulary) -> Read:
    """Like :func:`terms_value`; the netwerkthema, which has a column of its own, is recognised too."""
    network_keys = {key(s) for s in (v.NETWERKTHEMA.code, *v.NETWERKTHEMA.aliases)}
    found: set[str] = set()
    remarks: list[Remark] = []
    for piece in _pieces(text, lambda p: v.NETWERKTHEMA.code if key(p) in network_keys else vocabulary.find(p)):
        if len(piece) <= LONGEST and key(piece) in network_keys:
            found.add(v.NETWERKTHEMA.code)
            remarks.append(
                Remark(
                    f"“{short(piece)}” is het netwerkthema en heeft een eigen kolom; haal het hier weg",
                    "ja in de kolom Netwerkthema",
                    "opmerking",
                    sure=True,
                )
            )
            continue
        code = _find(vocabulary, piece)
        found.add(code or ONBEKEND)
        if code is None:
            remarks.append(_not_understood(piece, vocabulary))
    order = (*vocabulary.codes, v.NETWERKTHEMA.code, ONBEKEND)
    return Read(tuple(c for c in order if c in found) or None, tuple(remarks))


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
        return number if not rest or _find(v.INGREDIENT_NAMEN, rest) == str(number) else None
    code = _find(v.INGREDIENT_NAMEN, piece)
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
    if (known := _all_found(text, _ingredient)) is not None:
        return Read(tuple(sorted(known)) or None)
    found: set[int] = set()
    remarks: list[Remark] = []
    for piece in _pieces(text, _ingredient):
        number = _ingredient(piece)
        if number is not None:
            found.add(number)
        elif re.fullmatch(r"\d+", piece.strip()):
            remarks.append(Remark(f"“{short(piece)}” is geen ingrediënt; de nummers zijn 1 tot en met 11"))
        else:
            remarks.append(_not_understood(piece, v.INGREDIENT_NAMEN, _SEMICOLONS))
    return Read(tuple(sorted(found)) or None, tuple(remarks))


def _as_numbers(text: str) -> str:
    """The numbers in *text* as the contract writes them (1;5;9), or "" when one of them is no ingredient."""
    found = re.findall(r"\d+", text)
    numbers = [int(number) for number in found if len(number) < 4]  # Python makes no number of thousands of digits
    is_complete = len(numbers) == len(found) and all(number in v.INGREDIENT for number in numbers)
    return ";".join(map(str, numbers)) if is_complete else ""


def flag_value(text: str) -> Read:
    """True for ja, False for nee, None for an empty cell."""
    plain = text.strip().casefold()
    if not plain:
        return Read(None)
    if plain in YES:
        return Read(True)
    if plain in NO:
        return Read(False)
    likely = "ja" if plain.startswith("j") else ""
    advice = "" if likely else "; kies een van beide of laat de cel leeg"
    return Read(None, (Remark(f"“{short(text)}” is geen ja of nee{advice}", likely),))


# Bounds in degrees (WGS 84) of the European Netherlands, rounded outward.
LATITUDES, LONGITUDES = (50.5, 53.8), (3.2, 7.4)


def degrees_value(text: str, bounds: tuple[float, float], other: tuple[float, float]) -> Read:
    """Decimal degrees (point or comma) within *bounds*; *other* tells latitude and longitude apart."""
    if not text.strip():
        return Read(None)
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return Read(None, (Remark(f"“{short(text)}” is geen coördinaat in graden; {_between(bounds)}"),))
    if bounds[0] <= number <= bounds[1]:
        return Read(number)
    swapped = other[0] <= number <= other[1]
    if swapped:  # said of both cells
        return Read(None, (Remark(f"“{short(text)}” ligt buiten Nederland", "breedtegraad en lengtegraad andersom"),))
    return Read(None, (Remark(f"“{short(text)}” ligt buiten Nederland; {_between(bounds)}"),))


def _between(bounds: tuple[float, float]) -> str:
    low, high = (str(bound).replace(".", ",") for bound in bounds)
    return f"hier past een getal van {low} tot {high}"


def all_degrees(texts: list[str], bounds: tuple[float, float]) -> list[float | None] | None:
    """The degrees in *texts*, None for an empty one; None at all when one of them is no number within *bounds*."""
    try:
        numbers = [float(text) if text else None for text in texts]
    except ValueError:
        return None
    known = [number for number in numbers if number is not None]
    # A sum that is no number has one that is none among them, and then the least and the greatest tell nothing.
    within = not known or (not math.isnan(sum(known)) and bounds[0] <= min(known) and max(known) <= bounds[1])
    return numbers if within else None


_OUR_REGIONS = f"kies {texts.choice(v.PLAATS_NAMEN[code] for code in v.KIESBARE_PLAATSEN)}, of een andere regio van CBS"


def municipality_value(text: str) -> Read:
    """A GM code, ``"elders:<naam>"`` for one that is not ours, ``"onbekend"`` when it is not understood."""
    if not text.strip():
        return Read(None)
    municipalities = v.municipality_vocabulary()
    if code := _find(municipalities, text):
        return Read(code)
    region = _find(v.REGIO_NAMEN, text)
    if region and region != v.ELDERS:
        advice = "een activiteit heeft daar een eigen kolom voor"
        return Read(ONBEKEND, (Remark(f"“{short(text)}” is een arbeidsmarktregio, geen gemeente; {advice}"),))
    likely, sure = municipalities.suggest(text)
    told = "" if likely else "; noem één gemeente (geen dorp of wijk) of laat de cel leeg"
    return Read(ONBEKEND, (Remark(f"“{short(text)}” is geen bekende gemeente{told}", likely, sure=sure),))


def region_value(text: str) -> Read:
    """An AM code, ``"GM0632"`` for Woerden, ``"elders…"`` for another region, ``"onbekend"`` if not understood."""
    read = term_value(text, v.REGIO_NAMEN, _OUR_REGIONS)
    if read.value == ONBEKEND and (code := _find(v.municipality_vocabulary(), text)) in v.GEMEENTE:
        gemeente = v.GEMEENTE[code]
        remark = Remark(
            f"“{short(text)}” is een gemeente, geen arbeidsmarktregio", v.REGIO_NAMEN.label(gemeente.regio), sure=True
        )
        return Read(ONBEKEND, (remark,))
    return read


def all_texts(texts: list[str]) -> list[str | None]:
    """What :func:`text_of` makes of each of *texts*."""
    return [text or None for text in map(str.strip, texts)]


def all_ids(texts: list[str]) -> list[str | None]:
    """What :func:`id_of` makes of each of *texts*."""
    if "\n".join(texts).split() == texts:  # none is empty or holds a space
        return list(map(str.upper, texts))
    return list(map(id_of, texts))


_IDS = (Kind.ID, Kind.ACTIVITY, Kind.PARTNER)  # references to other rows are taken as IDs or text
_TEXTS = (Kind.TEXT, Kind.NAME, Kind.ENDPOINT)


def taker(column: Column) -> Callable[[list[str]], list[str | None]] | None:
    """The function that takes all texts in *column* for what they are; None when they must be understood."""
    return all_ids if column.kind in _IDS else all_texts if column.kind in _TEXTS else None


def reader(column: Column) -> Callable[[str], Read]:
    """The function that interprets the cells of *column*.

    What only says that nothing is filled in ("n.v.t.") counts as an empty cell, but for free text and in an ID.
    """
    read = _reader(column)
    if column.kind is not Kind.NAME and column.kind in (*_IDS, *_TEXTS):
        return read

    def but_for_marks(text: str) -> Read:
        found = read(text)
        if column.kind is Kind.NAME:  # any name is taken there, and nobody wants a college called "?"
            is_mark = len(text) <= LONGEST and (is_empty_mark(text) or _DOUBT.fullmatch(text))
            return Read(None) if is_mark else found
        # A value that the column knows goes before: "-" is nee.
        return Read(None) if found.remarks and is_empty_mark(text) else found

    return but_for_marks


def _reader(column: Column) -> Callable[[str], Read]:
    if column.kind in _IDS:
        return lambda text: Read(id_of(text))
    if column.kind in _TEXTS:
        return lambda text: Read(text_of(text))
    vocabulary = column.vocabulary
    match column.kind:
        case Kind.TERM if vocabulary:
            return lambda text: term_value(text, vocabulary)
        case Kind.TERMS if vocabulary is v.THEMAS:
            return lambda text: themes_value(text, v.THEMAS)
        case Kind.TERMS if vocabulary:
            return lambda text: terms_value(text, vocabulary)
        case Kind.INGREDIENTS:
            return ingredients_value
        case Kind.DATE:
            return date_value
        case Kind.FLAG:
            return flag_value
        case Kind.LATITUDE:
            return lambda text: degrees_value(text, LATITUDES, LONGITUDES)
        case Kind.LONGITUDE:
            return lambda text: degrees_value(text, LONGITUDES, LATITUDES)
        case Kind.MUNICIPALITY:
            return municipality_value
        case Kind.REGION:
            return region_value
        case _:
            raise ValueError(f"{column.header} has terms but no vocabulary")


_AND = re.compile(r"(?<!\s)\s+(?:en|&|\+)\s+|/")  # from the first of the spaces only, or a row of them takes long
COMMA_PARTS = 3  # no value of the vocabulary holds more than one comma


def _pieces(text: str, find: Callable[[str], object]) -> list[str]:
    """The values in a cell: split at ``;`` and line breaks, at commas except inside a known value, and at "en"."""
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
                if end == start + 1 or find(piece) is not None:
                    break
            joined = [part.strip() for part in _AND.split(piece)]
            if find(piece) is None and len(joined) > 1 and all(find(part) is not None for part in joined):
                pieces += joined  # "zorg en welzijn"
            elif piece:
                pieces.append(piece)
            start = end
    return pieces


def _parts(text: str) -> list[str]:
    """What stands between the semicolons and line breaks in a cell."""
    parts = text.replace("\n", ";").replace("\r", ";").split(";")
    return [whole for part in parts if (whole := part.strip())]


def _all_found(text: str, find: Callable[[str], Any]) -> set[Any] | None:
    """What *find* makes of the parts of a cell; None when one of them needs a closer look, which most cells do not."""
    found = set(map(find, _parts(text))) if len(text) <= LONGEST else {None}
    return None if None in found else found


def _find(vocabulary: Vocabulary, text: str) -> str | None:
    return vocabulary.find(text) if len(text) <= LONGEST else None


def _not_understood(text: str, vocabulary: Vocabulary, advice: str = "") -> Remark:
    likely, sure = vocabulary.suggest(text)
    told = "" if likely else f"; {advice or _choice(vocabulary)}"
    return Remark(f"“{short(text)}” is geen bekende waarde voor {vocabulary.name}{told}", likely, sure=sure)


LONGEST_CHOICE = 110  # characters; a sentence that lists more is not read


@cache
def _choice(vocabulary: Vocabulary) -> str:
    listed = texts.choice(term.label for term in vocabulary.terms)
    if len(listed) > LONGEST_CHOICE:
        return "kies een waarde van het blad Lijsten (zie het sjabloon)"
    return f"kies {listed}"
