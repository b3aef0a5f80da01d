"""What comes out of a workbook: a frozen register of tidy frames, and the findings about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lrn import texts
from lrn.register.columns import SHEETS
from lrn.register.matching.model import Proposal

if TYPE_CHECKING:  # the child that checks a workbook does without pandas: importing it takes longer than the checking
    import pandas as pd


class Severity(StrEnum):
    """How much a finding matters."""

    FOUT = "fout"  # the row is not counted
    WAARSCHUWING = "waarschuwing"  # the row counts, this value does not
    OPMERKING = "opmerking"  # it can be better


class Finding(NamedTuple):
    """One thing to mend: where it stands (row as Excel counts it), what is wrong, what was probably meant.

    ``sheet`` is the contract's name of the sheet, ``cell`` says where ("Activiteiten!E14"). ``sure`` tells a
    suggestion that a rule gives (the same word but for spaces, a name in the wrong column) from one that only looks
    alike. ``college`` is that of the activity the row belongs to, "" when there is none. ``rule`` is the name of the
    :class:`~lrn.register.rules.Rule` that it is there by, ``part`` which part of the value it is about: "" when it does
    not hang on the value.
    """

    severity: Severity
    sheet: str
    row: int
    column: str
    cell: str
    value: str
    message: str
    suggestion: str = ""
    sure: bool = False
    college: str = ""
    rule: str = ""
    part: str = ""


@dataclass(frozen=True)
class SheetRows:
    """The rows of one sheet: every row is either counted or left out with a reason.

    ``examples``: rows of the template that only show how to fill it in; ``totals``: rows of totals under the data;
    ``notes``: headings between the rows, legends and remarks. None of these are data.
    """

    sheet: str
    counted: int
    left_out: int
    examples: int = 0
    totals: int = 0
    notes: int = 0


@dataclass(frozen=True)
class Source:
    """Where the register came from. ``version`` changes whenever the file does.

    ``origin`` is filled for a snapshot: the name of the workbook that it was made of, and ``modified`` is when that
    was last changed.
    """

    path: Path
    version: str
    modified: datetime
    is_sample: bool = False
    origin: str = ""

    @property
    def name(self) -> str:
        """The workbook's (or folder's) name, without its path."""
        return self.origin or self.path.name

    @property
    def called(self) -> str:
        """Its name, with a word when everything in it is invented."""
        return self.name + (f" ({texts.SAMPLE_BADGE.lower()})" if self.is_sample else "")


@dataclass(frozen=True)
class Register:
    """The tidy frames of one workbook. Treat them as read-only: they are shared between visitors.

    - ``activiteiten``: id, naam, omschrijving, vorm, gemeente, regio, plaats, … one row per counted activity;
      ``gemeente`` is a GM code, ``elders:<naam>``, ``onbekend`` or missing; ``plaats`` is one of
      :data:`lrn.vocabulary.PLAATSEN`; ``rij`` is the row in the workbook, ``niet_begrepen`` names its columns
      with a waarschuwing; dates are ``datetime64``.
    - ``ingredienten``: activiteit, nr (1–11), one row per ingredient of an activity.
    - ``themas``: activiteit, thema, one row per societal theme of an activity.
    - ``kenmerken``: activiteit, veld, waarde, for the other columns with several values in a cell.
    - ``partners``, ``deelnames``, ``verbindingslijnen``: as in the workbook; an end of a line has two columns,
      ``van_soort`` (activiteit, gemeente, regio, onbekend) and ``van``, likewise for ``naar``.
    - ``bevindingen``: the findings, a column for each field of :class:`Finding`, in the order of the workbook.
    - ``terzijde``: per sheet the columns that the contract does not know: numbers, days and truths as what they are,
      others as text; ``formats`` has the number format of each of them, "" for a plain one.
    - ``read``: per sheet of the contract that is there, the contract's headings that were read.
    - ``proposal``: what it was read with, and what it could be read with, when that was asked for.
    """

    source: Source
    activiteiten: pd.DataFrame
    ingredienten: pd.DataFrame
    themas: pd.DataFrame
    kenmerken: pd.DataFrame
    partners: pd.DataFrame
    deelnames: pd.DataFrame
    verbindingslijnen: pd.DataFrame
    bevindingen: pd.DataFrame
    rows: tuple[SheetRows, ...] = ()
    checked_on: date = date.min
    terzijde: dict[str, pd.DataFrame] = field(default_factory=dict)
    formats: dict[str, tuple[str, ...]] = field(default_factory=dict)
    read: dict[str, tuple[str, ...]] = field(default_factory=dict)
    proposal: Proposal | None = None

    @property
    def status_of(self) -> date:
        """The day of which the column Status tells: the day of checking, and of a kept state the day it was kept of."""
        return min(self.checked_on, self.source.modified.date()) if self.source.origin else self.checked_on

    @cached_property
    def colleges(self) -> tuple[str, ...]:
        """The names of the colleges, in alphabetical order."""
        return self.names("college")

    def names(self, column: str) -> tuple[str, ...]:
        """The different names in a *column* of the activities, in alphabetical order."""
        return tuple(sorted(self.activiteiten[column].dropna().unique(), key=str.casefold))

    @cached_property
    def contacts(self) -> frozenset[str]:
        """What stands in the contact columns: to keep it out of sentences, not to show."""
        columns = ((sheet.name.lower(), c.field) for sheet in SHEETS for c in sheet.columns if c.contact)
        return frozenset(text for frame, field in columns for text in getattr(self, frame)[field].dropna())

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings one by one, in the order of the workbook."""
        columns = [self.bevindingen[name].tolist() for name in Finding._fields]
        return tuple(Finding(Severity(severity), *rest) for severity, *rest in zip(*columns, strict=True))

    @cached_property
    def severities(self) -> dict[Severity, int]:
        """How many findings there are of each severity, the gravest first."""
        counts = self.bevindingen["severity"].value_counts()
        return {severity: int(counts.get(severity.value, 0)) for severity in Severity}

    def rows_of(self, sheet: str) -> SheetRows:
        """How many rows of *sheet* were counted and left out; zeros when the workbook does not have it."""
        return next((r for r in self.rows if r.sheet == sheet), SheetRows(sheet, 0, 0))

    def findings_of(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings of one severity, in the order of the workbook."""
        return tuple(f for f in self.findings if f.severity is severity)


class Unreadable(Exception):
    """The workbook cannot be read at all. Its text is one Dutch sentence that says what to do.

    ``passing``: the next try may well go right (the file is open elsewhere, or is being saved). ``proposal``: what was
    found in a workbook that could be opened, for who wants to say what is what. ``matchable``: it could be opened, but
    its sheets or headings are not those of the contract.
    """

    def __init__(self, sentence: str, *, passing: bool = False, matchable: bool = False) -> None:
        super().__init__(sentence)
        self.passing, self.matchable = passing, matchable
        self.proposal: Proposal | None = None
