"""A matching as a small file that people can read and change: TOML, beside the register or on the sheet Koppeling."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lrn import texts
from lrn.register import columns as c
from lrn.register.matching.edits import Edits
from lrn.register.matching.model import (
    ASIDE,
    MONTH,
    PARTNER_NAMES,
    Certainty,
    Matching,
    Proposal,
    Records,
    SheetFound,
    SheetMatch,
)
from lrn.register.reading.book import Book
from lrn.register.values.personal import without_addresses
from lrn.register.values.remark import short
from lrn.terms import Likely, key

if TYPE_CHECKING:  # imported where a file is written, which each child that reads does without
    from tomlkit.items import Table

VERSION = 1
LONGEST = 1_000_000  # characters; a matching of a hundred sheets is shorter
TOO_LARGE = "De koppeling is te groot: maak die opnieuw bij Gegevens, onder Koppelen."
_SHEET, _IS, _ROW, _RECORDS, _IDS = "werkblad", "is", "rij_met_koppen", "een_record_is_een", "maak_id"
_COLUMNS, _VALUES, _LEFT = "kolommen", "waarden", "laat_staan"
_BEFORE = "bevindingen_bij_eerste_keer_lezen"
_KEYS = (_SHEET, _IS, _ROW, _RECORDS, _IDS, _COLUMNS, _VALUES, _LEFT)
_RECORD = {Records.ROWS: "rij", Records.COLUMNS: "kolom"}
_EXPLAINED = (
    "Links van het = staat wat er in uw werkmap staat, rechts wat het in het register is.",
    'Rechts "" betekent: bij een kolom “niet lezen”, bij een waarde “leeg”.',
)


class BadMatching(Exception):
    """The file cannot be understood. Its text is one Dutch sentence that says what to do."""


def to_toml(
    matching: Matching, proposal: Proposal | None = None, *, suggested: Matching | None = None, about: str = ""
) -> str:
    """The file; :func:`from_toml` gives the same matching back.

    *about* is its first line, as a comment. What is still asked of the columns of *proposal*, and what is decided about
    values in *suggested* only, stands in it as comments, to be taken by removing the sign before it.
    """
    import tomlkit

    document = tomlkit.document()
    for line in (about, *_EXPLAINED):
        if line:
            document.add(tomlkit.comment(_one_line(line)))
    document.add("versie", VERSION)
    if matching.before:
        document.add(_BEFORE, matching.before)
    found = {sheet.tab: sheet for sheet in proposal.sheets} if proposal else {}
    unsaid = [SheetMatch(tab, sheet.sheet) for tab, sheet in found.items() if _unsaid(matching, sheet)]
    said = {sheet.tab for sheet in (*matching.sheets, *unsaid)}
    more = [
        SheetMatch(s.tab, s.sheet) for s in (suggested.sheets if suggested else ()) if s.tab not in said and s.values
    ]
    sheets = [*matching.sheets, *unsaid, *more]
    if sheets:
        array = tomlkit.aot()
        for sheet in sheets:
            array.append(_table(sheet, found.get(sheet.tab), suggested.of(sheet.tab) if suggested else None))
        document.add("blad", array)
    return tomlkit.dumps(document)


def _unsaid(matching: Matching, sheet: SheetFound) -> bool:
    """Whether *sheet* holds a question while nothing is decided about it."""
    return matching.of(sheet.tab) is None and any(column.certainty is Certainty.ASKED for column in sheet.columns)


def _table(sheet: SheetMatch, found: SheetFound | None, suggested: SheetMatch | None) -> Table:
    import tomlkit

    table = tomlkit.table()
    records = _RECORD[sheet.records] if sheet.records is not Records.ROWS else ""
    told = {_SHEET: sheet.tab, _IS: sheet.sheet, _ROW: sheet.heading_row, _RECORDS: records, _IDS: sheet.make_ids}
    for name, value in told.items():
        if value or name in (_SHEET, _IS):
            table.add(name, value)
    asked = list(_questions(found, sheet)) if found else []
    if sheet.columns or asked:
        table.add(_COLUMNS, _lines(sheet.columns, asked))
    offered = suggested.values if suggested else {}
    if sheet.values or offered:
        every = tomlkit.table(is_super_table=True)
        for column in dict.fromkeys((*sheet.values, *offered)):
            decided, more = sheet.values.get(column, {}), offered.get(column, {})
            asked = [_one_line(_line(typed, meant)) for typed, meant in more.items() if typed not in decided]
            every.add(column, _lines(decided, asked))
        table.add(_VALUES, every)
    if sheet.left:
        table.add(_LEFT, {column: list(values) for column, values in sheet.left.items()})
    return table


def _lines(decided: Mapping[str, str], asked: Iterable[str]) -> Table:
    """What is *decided*, a line each, and as comments what is *asked*."""
    import tomlkit

    table = tomlkit.table()
    for typed, meant in decided.items():
        table.add(typed, meant)
    for line in asked:
        table.add(tomlkit.comment(line))
    return table


def _line(left: str, right: str) -> str:
    import tomlkit

    return f"{tomlkit.item(left).as_string()} = {tomlkit.item(right).as_string()}"


def _questions(found: SheetFound, sheet: SheetMatch) -> Iterator[str]:
    """A comment for each column of *found* that is asked about: without the first sign it is a line of the file."""
    for column in found.columns:
        if column.certainty is Certainty.ASKED and column.heading not in sheet.columns:
            yield _one_line(f"{_line(column.heading, column.target)}  # vraag: {column.why}")


def _one_line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split(" "))


def from_toml(text: str) -> Matching:
    """The matching in *text*. Raises :class:`BadMatching`."""
    if len(text) > LONGEST:
        raise BadMatching(TOO_LARGE)
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        line = re.search(r"at line (\d+)", str(problem))
        where = f"regel {line[1]}" if line else "de laatste regels"
        raise BadMatching(
            f"De koppeling kan niet worden gelezen: kijk {where} na, of maak de koppeling opnieuw bij Gegevens."
        ) from None
    if found.get("versie") != VERSION:
        raise BadMatching("De koppeling is van een andere versie: maak die opnieuw bij Gegevens, onder Koppelen.")
    sheets = found.get("blad", [])
    if not isinstance(sheets, list) or not all(isinstance(sheet, dict) for sheet in sheets):
        raise BadMatching("In de koppeling begint elk blad met een regel [[blad]].")
    before = found.get(_BEFORE, 0)
    return Matching(tuple(map(_sheet, sheets)), before if type(before) is int and before > 0 else 0)


def _sheet(found: dict[str, Any]) -> SheetMatch:
    for name in found:
        if name not in _KEYS:
            raise _unknown(name, "regel van de koppeling", _KEYS)
    tab, ours = found.get(_SHEET), found.get(_IS, ASIDE)
    if not isinstance(tab, str) or not tab:
        raise BadMatching(f"In de koppeling mist een blad de regel {_SHEET} = met de naam van het tabblad.")
    sheets = {sheet.name: sheet for sheet in c.SHEETS}
    if ours != ASIDE and ours not in sheets:
        raise _unknown(ours, "werkblad van het register", tuple(sheets))
    row, records, make_ids = found.get(_ROW, 0), found.get(_RECORDS, _RECORD[Records.ROWS]), found.get(_IDS, False)
    if type(row) is not int or not 0 <= row <= 1_048_576:
        raise BadMatching(f"In de koppeling is {_ROW} het nummer van de rij met de koppen, bijvoorbeeld 1.")
    if records not in _RECORD.values():
        raise BadMatching(f'In de koppeling is {_RECORDS} "rij" of "kolom".')
    if type(make_ids) is not bool:
        raise BadMatching(f"In de koppeling is {_IDS} true of false.")
    columns = _texts(found.get(_COLUMNS, {}), _COLUMNS)
    headings = tuple(column.header for column in sheets[ours].columns) if ours != ASIDE else ()
    targets = (*headings, PARTNER_NAMES, MONTH) if ours == c.ACTIVITEITEN.name else headings
    for target in columns.values() if ours != ASIDE else ():
        if target != ASIDE and target not in targets:
            raise _unknown(target, f"kolom van {ours}", targets)
    told = f"onder [blad.{_VALUES}.Status] de waarden van die kolom."
    values = {name: _texts(of, _VALUES) for name, of in _table_of(dict, found.get(_VALUES, {}), told).items()}
    told = f'bij {_LEFT} per kolom waarden, zoals Status = ["?"].'
    left = _table_of(list, found.get(_LEFT, {}), told)
    for of in left.values():
        _table_of(str, dict(enumerate(of)), told)
    return SheetMatch(
        tab,
        ours,
        row,
        next(kind for kind, word in _RECORD.items() if word == records),
        columns,
        values,
        {name: tuple(of) for name, of in left.items()},
        make_ids,
    )


def _table_of(kind: type, found: object, told: str) -> dict[str, Any]:
    """*found*, a table that holds nothing but values of one *kind*; else *told* is what there should be."""
    if not isinstance(found, dict) or not all(isinstance(value, kind) for value in found.values()):
        raise BadMatching(f"In de koppeling staan {told}")
    return found


def _texts(found: object, name: str) -> dict[str, str]:
    return _table_of(str, found, f"onder [blad.{name}] alleen regels met tekst tussen aanhalingstekens.")


def _unknown(typed: object, what: str, known: tuple[str, ...]) -> BadMatching:
    shown = short(without_addresses(str(typed)))
    meant, _ = Likely({key(name): name for name in known}).find(str(typed)[:200])
    advice = f"bedoelt u {meant}?" if meant else f"kies {texts.choice(known)}."
    return BadMatching(f"In de koppeling is “{shown}” geen {what}: {advice}")


# ── On the sheet Koppeling of a workbook that was given back: a line a row ──────────────────────────────────────


def in_workbook(book: Book) -> Matching:
    """The matching on the sheet Koppeling of *book*; nothing when there is none, or somebody made it unreadable."""
    names = c.called(book.sheets)
    tab = next((tab for tab, called in names.items() if called == c.KOPPELING), None)
    columns = book.sheets[tab].columns if tab is not None else []
    text = "\n".join(columns[0])[: LONGEST + 1] if columns else ""
    try:
        return from_toml(text) if text.strip() else Matching()
    except BadMatching:
        return Matching()


def lines(matching: Matching, edits: Edits, name: str, before: int) -> list[str]:
    """The lines of the sheet for the workbook called *name*, in which *edits* are made.

    What was decided is told anew (``Edits.matching``): its tabs and columns have the contract's names by then, and its
    records lie in rows. *before* is how many findings it had.
    """
    told = replace(edits.matching, before=matching.before or before)
    return to_toml(told, about=f"Zo is “{name}” gekoppeld aan het register. Laat dit blad staan.").splitlines()
