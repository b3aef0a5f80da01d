"""What puts counts in proportion: how large an area is, how many municipalities, and how many people live there.

Area and municipalities are known from the boundaries. Inhabitants stand in ``data/context.csv`` (or the file that
``LRN_CONTEXT`` names), which may be empty: code (GM), inwoners, jaar, bron, separated by semicolons, in UTF-8. A figure
is used only when all that it needs is there; nothing is estimated.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lrn import geo, settings, texts
from lrn import vocabulary as v

FILE = Path(__file__).resolve().parent.parent / "data" / "context.csv"
COLUMNS = ("code", "inwoners", "jaar", "bron")
LARGEST = 100_000  # bytes; a row for each of our municipalities is a few thousand

_AMOUNT = re.compile(r"[0-9]{1,8}|[0-9]{1,3}(\.[0-9]{3}){1,2}")  # 12345 and, as Excel likes it, 12.345
_YEAR = re.compile(r"(19|20)[0-9]{2}")


class Extent(NamedTuple):
    """``km2``: square kilometres by the generalised boundaries, so not to the hectare; ``gemeenten``: how many."""

    km2: float
    gemeenten: int


class Inhabitants(NamedTuple):
    """How many people live in an area, in which year, according to whom."""

    aantal: int
    jaar: int
    bron: str


@dataclass(frozen=True)
class ContextTable:
    """The inhabitants of municipalities, by code. ``problem``: a Dutch sentence when the table cannot be used, or "".

    With a problem there are no rows at all: a table that is half right gives figures that are half right.
    """

    rows: Mapping[str, Inhabitants] = field(default_factory=dict)
    problem: str = ""


class _Problem(Exception):
    """What is wrong with the table, as the part of a sentence after its name."""


def area_context(code: str) -> Extent | None:
    """The area of a municipality or place of the map; None for what has no boundaries ("elders", "zonder")."""
    known = geo.properties().get(code)
    return Extent(known["km2"], known["gemeenten"]) if known else None


def inhabitants(code: str, known: ContextTable) -> Inhabitants | None:
    """The inhabitants of a municipality, or of a place when the table has all its municipalities for one year.

    None when that is not so, and for what is no area of the map.
    """
    found = [known.rows.get(member) for member in _members(code)]
    rows = [row for row in found if row is not None]
    if not rows or len(rows) < len(found) or len({row.jaar for row in rows}) > 1:
        return None
    sources = dict.fromkeys(row.bron for row in rows)
    return Inhabitants(sum(row.aantal for row in rows), rows[0].jaar, texts.listing(sources))


def _members(code: str) -> list[str]:
    if code in v.KIESBARE_PLAATSEN:
        return [g.code for g in v.GEMEENTEN if v.place_of_municipality(g.code) == code]
    return [code] if code in v.GEMEENTE else []


def table() -> ContextTable:
    """The table as it is now, read once for each state of the file. Never raises; see :class:`ContextTable`."""
    named = settings.now().context_file
    path = named or FILE
    try:
        state = path.stat()
        return _read(path, state.st_size, state.st_mtime_ns)
    except FileNotFoundError:
        return (
            ContextTable(problem=_sentence(path, "is niet gevonden: controleer LRN_CONTEXT"))
            if named
            else ContextTable()
        )
    except OSError:
        return ContextTable(problem=_sentence(path, "kan niet worden gelezen"))


def _sentence(path: Path, what: str) -> str:
    return f"Het bestand “{path.name}” {what}. Zolang dat zo is, tonen we geen aantallen per inwoner."


@lru_cache(maxsize=4)
def _read(path: Path, size: int, modified: int) -> ContextTable:
    """The table at *path*; *size* and *modified* are there for the key."""
    try:
        if size > LARGEST:
            raise _Problem("is te groot: er hoort één regel per gemeente in")
        return ContextTable(_rows(path.read_bytes().decode("utf-8-sig")))
    except _Problem as problem:
        return ContextTable(problem=_sentence(path, str(problem)))
    except UnicodeDecodeError:
        return ContextTable(problem=_sentence(path, "is niet als UTF-8 opgeslagen: kies in Excel ‘CSV UTF-8’"))
    except csv.Error:
        return ContextTable(problem=_sentence(path, "is geen leesbare csv: sla het opnieuw op als ‘CSV UTF-8’"))


def _rows(text: str) -> dict[str, Inhabitants]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    header = [cell.strip().casefold() for cell in next(lines, [])]
    if sorted(header) != sorted(COLUMNS):
        raise _Problem(f"heeft niet de juiste koppen: zet bovenaan {';'.join(COLUMNS)}")
    found: dict[str, Inhabitants] = {}
    for cells in lines:
        cells = [" ".join(cell.split()) for cell in cells]
        if not any(cells):
            continue
        code, row = _row(dict(zip(header, cells, strict=False)), len(cells), lines.line_num)
        if code in found:
            raise _Problem(
                f"noemt {v.GEMEENTE[code].naam} ({code}) twee keer, de tweede keer op regel {lines.line_num}"
            )
        found[code] = row
    return found


def _row(cells: dict[str, str], amount: int, line: int) -> tuple[str, Inhabitants]:
    def wrong(what: str) -> _Problem:
        return _Problem(f"klopt niet op regel {line}: {what}")

    if amount != len(COLUMNS):
        raise wrong(f"daar staan {texts.count(amount, 'waarde', 'waarden')} in plaats van {len(COLUMNS)}")
    code = cells["code"].upper()
    if code not in v.GEMEENTE:
        raise wrong(f"“{_shown(cells['code'])}” is geen GM-code van een gemeente op de kaart")
    number = int(cells["inwoners"].replace(".", "")) if _AMOUNT.fullmatch(cells["inwoners"]) else 0
    if number == 0:
        raise wrong(f"“{_shown(cells['inwoners'])}” is geen aantal inwoners")
    if not _YEAR.fullmatch(cells["jaar"]):
        raise wrong(f"“{_shown(cells['jaar'])}” is geen jaar")
    if not cells["bron"]:
        raise wrong("de bron is niet ingevuld")
    return code, Inhabitants(number, int(cells["jaar"]), cells["bron"])


def _shown(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:29]}…"
