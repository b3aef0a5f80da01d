"""Rows of the register with any of their columns, as a person reads them, and in any order.

What can be chosen are the columns of the contract apart from the contact columns, what the register derives from them,
and those of the workbook's own columns that cannot hold something about a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.rows.labelled import grouped, municipality_name, term_label
from lrn.measures.rows.wording import end_name
from lrn.register.columns import ACTIVITEITEN, PARTNERS, VERBINDINGSLIJNEN, Column, Kind
from lrn.register.model import Register
from lrn.register.reading.number_format import GENERAL
from lrn.register.values.personal import may_be_personal, without_addresses
from lrn.terms import plain

SHEETS = MappingProxyType({"activiteiten": ACTIVITEITEN, "partners": PARTNERS, "verbindingslijnen": VERBINDINGSLIJNEN})
"""The kinds of rows that can be listed, each with its sheet."""

ROW = "rij"
OWN = "eigen_"  # what the name of a column of the workbook's own begins with; its place on the sheet follows

# What the register adds, after which column of the contract.
_DERIVED = {
    ("activiteiten", "regio"): {"plaats": "Regio"},
    ("activiteiten", "betrokkenen"): {"partners": "Partners"},
    ("activiteiten", "bijgewerkt"): {"niet_begrepen": texts.ONBEKEND},
    ("partners", "strategisch"): {"activiteiten": "Doet mee aan"},
}


def headings(register: Register, kind: str) -> dict[str, str]:
    """Every column that rows of *kind* can be shown with: its name and its heading, in the order of the workbook."""
    sheet = SHEETS[kind]
    found = {}
    for column in sheet.shown:
        found[column.field] = column.header
        found |= _DERIVED.get((kind, column.field), {})
    taken = set(found.values())
    for name, heading in _own_columns(register, kind).items():
        found[name] = f"{heading} (eigen kolom)" if heading in taken else heading
        taken.add(found[name])
    return found | {ROW: texts.ROW_IN_WORKBOOK}


def table(register: Register, rows: pd.DataFrame, *, kind: str, within: Register | None = None) -> pd.DataFrame:
    """*rows* with a column for each of :func:`headings`; what is not given is "", a missing date or number is missing.

    *rows* are rows of the frame of *register* that is called *kind*. Codes are labels, several values stand in one
    text, and addresses and telephone numbers are taken out. ``activiteiten`` of a partner counts those of *within*.
    """
    sheet = SHEETS[kind]
    columns = {c.field: _column(register, rows, c) for c in sheet.shown}
    if kind == "activiteiten":
        columns["plaats"] = rows["plaats"].map(v.PLAATS_NAMEN)
        columns["partners"] = rows["id"].map(_partner_names(register))
        columns["niet_begrepen"] = rows["niet_begrepen"]
    elif kind == "partners":
        taking_part = (within or register).deelnames.groupby("partner")["activiteit"].nunique()
        columns["activiteiten"] = rows["id"].map(taking_part).fillna(0).astype(int)
    else:
        names = dict(zip(register.activiteiten["id"], register.activiteiten["naam"], strict=True))
        for end in ("van", "naar"):
            pairs = zip(rows[f"{end}_soort"], rows[end], strict=True)
            columns[end] = pd.Series([_told_end(*pair, names) for pair in pairs], index=rows.index, dtype=object)
    for name in _own_columns(register, kind):
        aside = register.terzijde[sheet.name]
        own = aside.iloc[:, int(name.removeprefix(OWN))]
        cells = rows["rij"].map(dict(zip(aside["rij"], own, strict=True)))
        columns[name] = cells.map({True: "ja", False: "nee"}) if _is_truth(own) else cells
    columns[ROW] = f"{sheet.name}, rij " + rows["rij"].astype(str)
    listed = pd.DataFrame(columns, index=rows.index)
    words = [name for name in listed.columns if not (_is_number(listed[name]) or _is_date(listed[name]))]
    listed[words] = listed[words].astype(object).fillna("")
    return listed[list(headings(register, kind))].reset_index(drop=True)


def formats(register: Register, kind: str) -> dict[str, str]:
    """The number format of each column of the workbook's own that holds numbers: ``0.0%`` for what reads 12,5%."""
    sheet = SHEETS[kind].name
    found = {}
    for name in _own_columns(register, kind):
        position = int(name.removeprefix(OWN))
        if pd.api.types.is_float_dtype(register.terzijde[sheet].iloc[:, position]):
            found[name] = register.formats[sheet][position] or GENERAL
    return found


def order(listed: pd.DataFrame, *, kind: str, column: str, descending: bool = False) -> list[int]:
    """The positions of the rows of *listed* (a :func:`table`) in the order of *column*; empty cells are always last.

    Dates and numbers by their value, also where all of a column of the workbook's own are written as texts ("€ 1.200");
    what a vocabulary lists in its order; other texts by the alphabet, with the numbers in them as numbers ("rij 9"
    before "rij 10").
    """
    cells = listed[column]
    empty = (cells.isna() | cells.eq("")).to_numpy()
    values: dict[int, Any] = dict(zip(np.flatnonzero(~empty).tolist(), cells[~empty].tolist(), strict=True))
    if not (_is_number(cells) or _is_date(cells)):
        written = column.startswith(OWN) and all(map(_NUMBER.fullmatch, values.values()))
        key = _value if written else _key(kind, column)
        values = {position: key(cell) for position, cell in values.items()}
    return [*sorted(values, key=values.__getitem__, reverse=descending), *np.flatnonzero(empty).tolist()]


_NUMBER = re.compile(r"\s*[-−]?\s*€?\s*[-−]?(?:\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,\d{1,15})?\s*%?\s*")


def _value(written: str) -> tuple[float]:
    """The value of a number as the Dutch write it."""
    value = float(re.sub(r"[^\d,]", "", written).replace(",", "."))
    return (-value if re.search("[-−]", written) else value,)


def _key(kind: str, column: str) -> Callable[[str], tuple[Any, ...]]:
    if column == "plaats":
        labels: Sequence[str] = list(v.PLAATS_NAMEN.values())
    else:
        known = next((c.vocabulary for c in SHEETS[kind].columns if c.field == column and c.kind is Kind.TERM), None)
        labels = [known.label(code) for code in known.codes] if known else []
    ranks = {label: rank for rank, label in enumerate(labels)}
    return lambda cell: (ranks.get(cell, len(ranks)), _natural(cell))


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A text as it sorts among others: its words by the alphabet, the numbers in it by their value."""
    parts = re.findall(r"\d+|\D+", plain(text))
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts)


def _column(register: Register, rows: pd.DataFrame, column: Column) -> pd.Series:
    """The cells of one column of the contract as labels and texts."""
    if column.kind is Kind.TERMS:
        return rows["id"].map(_several(register, column))
    if column.kind is Kind.INGREDIENTS:
        return rows["id"].map(_ingredients(register))
    values = rows[column.field]
    vocabulary = v.REGIO_NAMEN if column.kind is Kind.REGION else column.vocabulary
    match column.kind:
        case Kind.TERM | Kind.REGION:
            assert vocabulary is not None
            return values.map(lambda code: term_label(vocabulary, code))
        case Kind.MUNICIPALITY:
            return values.map(municipality_name)
        case Kind.FLAG:
            return values.map({True: "ja", False: "nee"})
        case Kind.TEXT | Kind.NAME:
            return values.map(lambda text: without_addresses(text) if isinstance(text, str) else None)
    return values


def _several(register: Register, column: Column) -> dict[str, str]:
    """Per activity the values of a column with several of them as one text, in the vocabulary's order."""
    assert column.vocabulary is not None
    if column.field == "themas":
        pairs = register.themas.rename(columns={"thema": "waarde"})
    else:
        pairs = register.kenmerken[register.kenmerken["veld"] == column.field]
    ranks = {code: rank for rank, code in enumerate((*column.vocabulary.codes, v.ONBEKEND))}
    label = {code: term_label(column.vocabulary, code) or "" for code in ranks}
    return {
        identity: "; ".join(label[code] for code in sorted(set(codes), key=ranks.__getitem__))
        for identity, codes in grouped(pairs["activiteit"], pairs["waarde"]).items()
    }


def _ingredients(register: Register) -> dict[str, str]:
    found = grouped(register.ingredienten["activiteit"], register.ingredienten["nr"])
    return {key: "; ".join(v.INGREDIENT[nr].label for nr in sorted(numbers)) for key, numbers in found.items()}


def _partner_names(register: Register) -> dict[str, str]:
    """Per activity the names of its partners, as they come on the sheet Deelnames."""
    names = dict(zip(register.partners["id"], register.partners["naam"], strict=True))
    told = (without_addresses(names.get(partner, texts.ONBEKEND)) for partner in register.deelnames["partner"])
    found = grouped(register.deelnames["activiteit"], told)
    return {identity: "; ".join(dict.fromkeys(these)) for identity, these in found.items()}


def _told_end(kind: str, code: str, names: dict[str, str]) -> str:
    told = end_name(kind, code, names)
    return texts.ONBEKEND if told == v.ONBEKEND else without_addresses(told)


def _own_columns(register: Register, kind: str) -> dict[str, str]:
    """The workbook's own columns on the sheet of *kind* that may be shown: name and heading."""
    aside = register.terzijde.get(SHEETS[kind].name)
    if aside is None:
        return {}
    found = {}
    for position, heading in enumerate(aside.columns[1:], start=1):
        cells = aside.iloc[:, position]
        if heading.strip() and any(map(_is_filled, cells)) and not may_be_personal(heading, cells):
            found[f"{OWN}{position}"] = " ".join(heading.split())
    return found


def _is_filled(cell: Any) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else not pd.isna(cell)


def _is_truth(column: pd.Series) -> bool:
    return pd.api.types.is_bool_dtype(column.dropna().infer_objects())


def _is_number(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column)


def _is_date(column: pd.Series) -> bool:
    return pd.api.types.is_datetime64_any_dtype(column)
