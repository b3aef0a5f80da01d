"""What was decided about a workbook's sheets, columns and values, and what is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import TypeAdapter

PARTNER_NAMES = "Partners"
"""What a column of Activiteiten can be beside the contract's: names of partners, several in a cell. They become rows of
Partners and Deelnames."""
MONTH = "Maand"
"""Likewise: a column headed with a month, marked where the activity ran then; these months give Start and Einde."""
ASIDE = ""
"""What a sheet or column is that is kept as it is and not read."""


class Records(StrEnum):
    """How the records lie on a sheet."""

    ROWS = "rijen"  # a row is a record, the headings stand above
    COLUMNS = "kolommen"  # a column is a record, the headings stand in front


@dataclass(frozen=True)
class SheetMatch:
    """How one sheet is read.

    ``tab`` is its name in the workbook, ``sheet`` that of the contract (``ASIDE``: not read). ``heading_row`` is the
    row of the headings as Excel counts it; 0 leaves it to reading. ``columns`` gives for a heading as typed that of the
    contract, or ``PARTNER_NAMES``, ``MONTH``, ``ASIDE``; of two columns with one heading the second is "Datum (2)".
    ``values`` gives by heading of the contract what a value as typed means ("" is an empty cell, and under Gemeente
    "Regio: Midden-Holland" goes to the column Arbeidsmarktregio); ``left`` the values that stay as they are and are
    asked no more. ``make_ids``: rows without an ID get one.
    """

    tab: str
    sheet: str = ASIDE
    heading_row: int = 0
    records: Records = Records.ROWS
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    left: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    make_ids: bool = False


@dataclass(frozen=True)
class Matching:
    """What was decided about a workbook; nothing for one that is in the contract's form.

    ``before``: how many findings it had when it was first read, in a workbook that was given back; else 0.
    """

    sheets: tuple[SheetMatch, ...] = ()
    before: int = 0

    def __bool__(self) -> bool:
        return bool(self.sheets)

    def of(self, tab: str) -> SheetMatch | None:
        """What was decided about the sheet called *tab*, or None."""
        return next((sheet for sheet in self.sheets if sheet.tab == tab), None)

    def unsettled(self, *, make_ids: bool = False) -> Matching:
        """The same sheets and columns, without what was decided about values, and with IDs made only if *make_ids*."""
        return Matching(
            tuple(replace(sheet, values={}, left={}, make_ids=make_ids and sheet.make_ids) for sheet in self.sheets)
        )

    def with_sheet(self, decided: SheetMatch) -> Matching:
        """The same with *decided* in the place of what was decided about that sheet before."""
        if self.of(decided.tab) is None:
            return replace(self, sheets=(*self.sheets, decided))
        return replace(self, sheets=tuple(decided if s.tab == decided.tab else s for s in self.sheets))


class Certainty(StrEnum):
    """How a proposal came about."""

    DECIDED = "gekozen"  # by a person, in the matching
    CONTRACT = "bekend"  # it is called what the contract calls it, or has a known alias
    SURE = "zeker"  # taken, and shown
    ASKED = "vraag"  # proposed, and only taken when somebody says so
    UNKNOWN = "onbekend"  # nothing is proposed: kept aside until somebody says what it is


@dataclass(frozen=True)
class ColumnFound:
    """A column of a workbook: its heading (as in ``SheetMatch.columns``), letter, up to three different values, the
    number of filled cells, what it is taken for or could be, how sure that is, and why, in a few Dutch words."""

    heading: str
    letter: str
    examples: tuple[str, ...] = ()
    filled: int = 0
    target: str = ASIDE
    certainty: Certainty = Certainty.UNKNOWN
    why: str = ""


@dataclass(frozen=True)
class SheetFound:
    """A sheet of a workbook: its tab, the sheet of the contract that it is or could be, how its records lie, where its
    headings are (from 1; 0: it has none), how many records it has, and its columns. ``missing`` are required columns
    that nothing is taken for, ``absent`` the other ones that nothing is taken or asked for; ``ids_made`` how many rows
    got an ID."""

    tab: str
    sheet: str = ASIDE
    certainty: Certainty = Certainty.UNKNOWN
    why: str = ""
    heading_row: int = 0
    records: Records = Records.ROWS
    rows: int = 0
    columns: tuple[ColumnFound, ...] = ()
    missing: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    ids_made: int = 0


@dataclass(frozen=True)
class Proposal:
    """What a workbook holds beside what the contract knows.

    ``matching`` is what it was read with: what was decided, and what was sure. ``gone`` says in Dutch sentences what
    the matching names that the workbook no longer has. ``notes`` says likewise what was understood by a rule
    ("12 deelnames noemen de naam van een activiteit in plaats van het ID").
    """

    sheets: tuple[SheetFound, ...] = ()
    matching: Matching = field(default_factory=Matching)
    gone: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def asked(self) -> int:
        """How many sheets and columns somebody is asked about."""
        columns = [c.certainty for s in self.sheets if s.sheet != ASIDE for c in s.columns]
        return [*columns, *(s.certainty for s in self.sheets)].count(Certainty.ASKED)

    def with_edits(self, notes: tuple[str, ...], ids_made: Mapping[str, int]) -> Proposal:
        """The same, with what the edits that follow from it have to say, and how many IDs they make by tab."""
        sheets = tuple(replace(s, ids_made=ids_made.get(s.tab, 0)) for s in self.sheets)
        return replace(self, sheets=sheets, notes=(*self.notes, *notes))


def to_plain(proposal: Proposal) -> dict[str, Any]:
    """*proposal* as JSON can carry it; :func:`from_plain` gives the same back."""
    return asdict(proposal)


def from_plain(found: dict[str, Any]) -> Proposal:
    """The proposal that :func:`to_plain` was given."""
    return _from_plain().validate_python(found)


@cache
def _from_plain() -> TypeAdapter[Proposal]:
    from pydantic import TypeAdapter  # the child does without

    return TypeAdapter(Proposal)
