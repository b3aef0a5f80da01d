"""Resolves what one row says of another: the IDs on Deelnames, the ends of Verbindingslijnen."""

from __future__ import annotations

import re

from lrn import vocabulary as v
from lrn.register.model import Weight
from lrn.register.sheet import SheetReading
from lrn.register.values import id_value
from lrn.terms import key


def resolve_ids(reading: SheetReading, field: str, names_by_id: dict[str, str]) -> None:
    """Replace an ID in *field* that no counted row has by ``"onbekend"``, with a waarschuwing."""
    column = reading.sheet.column(field)
    likely = _Likely(names_by_id)
    for row in reading.rows:
        value = row[field]
        if value is None or value in names_by_id:
            continue
        typed = reading.texts.get((row["rij"], field), value)
        reading.add(Weight.WAARSCHUWING, row, column, f"Geen {field} met dit ID", likely.find(typed))
        row[field] = v.ONBEKEND


def resolve_endpoints(reading: SheetReading, activities: dict[str, str]) -> None:
    """Say of each end of a line what it is: adds ``van_soort`` and ``naar_soort`` beside ``van`` and ``naar``."""
    likely = _Likely(activities)
    for row in reading.rows:
        for field in ("van", "naar"):
            text = row[field]
            kind, code = _endpoint(text, activities) if text else (v.ONBEKEND, None)
            row[f"{field}_soort"], row[field] = kind, code
            if kind == v.ONBEKEND and text:
                suggestion = likely.find(text) or v.municipality_vocabulary().suggest(text) or ""
                message = "Geen bekende activiteit, gemeente of arbeidsmarktregio"
                reading.add(Weight.WAARSCHUWING, row, reading.sheet.column(field), message, suggestion)


def _endpoint(text: str, activities: dict[str, str]) -> tuple[str, str]:
    identity = id_value(text).value
    if identity in activities:
        return "activiteit", identity
    region, municipality = v.REGIO_NAMEN.find(text), v.municipality_vocabulary().find(text)
    said_region = text.casefold().startswith(("regio", "arbeidsmarktregio"))
    if municipality and not (region and said_region):
        return "gemeente", municipality
    if region:
        return "regio", region
    return v.ONBEKEND, v.ONBEKEND


class _Likely:
    """The ID that was probably meant: the same but for zeros and signs, or the name instead of the ID."""

    def __init__(self, names_by_id: dict[str, str]) -> None:
        self._by_form = {_bare(identity): identity for identity in names_by_id}
        self._by_name = {key(name): identity for identity, name in names_by_id.items()}

    def find(self, text: str) -> str:
        return self._by_form.get(_bare(text)) or self._by_name.get(key(text)) or ""


def _bare(identity: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"[^0-9A-Z]+", "", str(identity).upper()))
