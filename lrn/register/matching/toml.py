"""A matching as a small file that people can read and change: TOML, beside the register or on the sheet Koppeling."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, fields
from typing import Any

import tomli_w

from lrn.register.matching.model import Matching, Records, SheetMatch

VERSION = 1
_WORDS = {  # field of SheetMatch: its name in the file
    "tab": "werkblad",
    "sheet": "is",
    "heading_row": "rij_met_koppen",
    "records": "een_activiteit_is_een",
    "columns": "kolommen",
    "values": "waarden",
    "left": "laat_staan",
    "make_ids": "maak_id",
}


class BadMatching(Exception):
    """The file cannot be understood. Its text is one Dutch sentence that says what to do."""


def to_toml(matching: Matching) -> str:
    """The file; :func:`from_toml` gives the same matching back."""
    plain = SheetMatch("")
    sheets = [
        {_WORDS[name]: value for name, value in asdict(sheet).items() if name == "tab" or value != getattr(plain, name)}
        for sheet in matching.sheets
    ]
    return tomli_w.dumps({"versie": VERSION, "blad": sheets}, multiline_strings=False)


def from_toml(text: str) -> Matching:
    """The matching in *text*. Raises :class:`BadMatching`."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise BadMatching(f"De koppeling kan niet worden gelezen ({problem}).") from None
    return Matching(tuple(_sheet(sheet) for sheet in found.get("blad", [])))


def _sheet(found: dict[str, Any]) -> SheetMatch:
    given = {field.name: found[_WORDS[field.name]] for field in fields(SheetMatch) if _WORDS[field.name] in found}
    given["records"] = Records(given.get("records", Records.ROWS))
    given["left"] = {column: tuple(values) for column, values in given.get("left", {}).items()}
    return SheetMatch(**given)
