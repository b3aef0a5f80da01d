"""Somebody who brings a workbook to Koppelen: each method is one choice there, and counts as one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from lrn.measures.quality.by_cause import grouped
from lrn.measures.quality.usable import Usable, usable
from lrn.register import worker
from lrn.register.child import Answer
from lrn.register.load import _register
from lrn.register.matching import decide
from lrn.register.matching.groups import LEAVE, Group
from lrn.register.matching.model import ASIDE, Certainty, Matching, Proposal, Records, from_plain
from lrn.register.matching.toml import to_toml
from lrn.register.model import Register, Source
from lrn.register.rules import UNREAD

DAY = date(2026, 11, 30)
EVERY = "Activiteiten", "Partners", "Deelnames", "Verbindingslijnen"


class Visit:
    """The workbook *content*, read in this very process: it is known to be harmless."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.decided = Matching()
        self.choices: list[str] = []
        self.register: Register | None = None
        self._read()
        if self.proposal.matching.before or any(
            column.certainty is Certainty.DECIDED for sheet in self.proposal.sheets for column in sheet.columns
        ):
            self.decided = self.proposal.matching  # as the screen does with a workbook that was given back

    @property
    def figures(self) -> Usable:
        """What there is to count."""
        return usable(self.register, DAY)

    @property
    def read_register(self) -> Register:
        """The register; there must be one by now."""
        assert self.register is not None
        return self.register

    @property
    def groups(self) -> list[Group]:
        """What is asked about the values."""
        found = grouped(self.register) if self.register else ()
        return [group for group in found if group.asks and group.cause != UNREAD]

    @property
    def asked(self) -> list[str]:
        """All that is asked: sheets, columns, and values."""
        sheets = [sheet.tab for sheet in self.proposal.sheets if sheet.certainty is Certainty.ASKED]
        columns = [
            f"{sheet.tab}: {column.heading}"
            for sheet in self.proposal.sheets
            if sheet.sheet != ASIDE
            for column in sheet.columns
            if column.certainty is Certainty.ASKED
        ]
        return [*sheets, *columns, *(group.title for group in self.groups)]

    def target(self, heading: str, tab: str = "") -> str:
        """What the column headed *heading* is taken for, "" when it is not read."""
        columns = [column for sheet in self.proposal.sheets if tab in ("", sheet.tab) for column in sheet.columns]
        found = next(column for column in columns if column.heading == heading)
        return "" if found.certainty in decide.NOT_TAKEN else found.target

    def amounts(self) -> tuple[int, int, int, int]:
        """How many rows of each of the sheets count."""
        found = self.read_register
        activities, partners, shares, lines = (len(getattr(found, name.lower())) for name in EVERY)
        return activities, partners, shares, lines

    def themes(self) -> dict[str, int]:
        """How many activities there are of each theme."""
        return dict(sorted(self.read_register.themas["thema"].value_counts().items()))

    def choose(self, tab: str, heading: str, target: str) -> None:
        """What one column is."""
        self._decide(
            f"{heading} = {target or 'terzijde'}", decide.column(self.decided, self.proposal, tab, heading, target)
        )

    def take_columns(self, tab: str) -> None:
        """All that is proposed for the columns of a sheet."""
        self._decide(f"kolommen van {tab}", decide.every_column(self.decided, self.proposal, tab))

    def be_sheet(self, tab: str, target: str) -> None:
        """What a sheet is."""
        self._decide(f"blad {tab} = {target}", decide.sheet(self.decided, self.proposal, tab, target))

    def lie(self, tab: str, row: int, records: Records) -> None:
        """Where the headings of a sheet are, and how its records lie."""
        self._decide(f"koppen van {tab} in {row}", decide.layout(self.decided, self.proposal, tab, row, records))

    def take_values(self) -> None:
        """All that is proposed for values."""
        self._settle("alle voorstellen", [g for g in self.groups if g.proposed], lambda group: group.proposed)

    def leave_others(self) -> None:
        """Leave the values for which nothing is proposed."""
        self._settle("laat de andere staan", [g for g in self.groups if not g.proposed], lambda group: LEAVE)

    def settle(self, column: str, value: str, choice: str) -> None:
        """One group of values."""
        found = [group for group in self.groups if group.column == column and group.value == value]
        assert len(found) == 1, (column, value)
        self._settle(f"{value} = {choice}", found, lambda group: choice)

    def take_all(self) -> None:
        """What somebody does who agrees with everything: sheet by sheet, then the values, and leaves what is left."""
        for sheet in self.proposal.sheets:
            if sheet.sheet != ASIDE and any(column.certainty is Certainty.ASKED for column in sheet.columns):
                self.take_columns(sheet.tab)
        if any(group.proposed for group in self.groups):
            self.take_values()
        if self.groups:
            self.leave_others()

    def given_back(self) -> Visit:
        """A visit with the workbook that is given back by what was decided."""
        made, about = _ask("geef", self.content, to_toml(self.proposal.matching))
        assert "refused" not in about, about
        return Visit(bytes(made))

    def _settle(self, what: str, groups: Iterable[Group], choice: Callable[[Group], str]) -> None:
        decided = self.decided
        for group in groups:
            decided = decide.value(decided, self.proposal, group, choice(group))
        self._decide(what, decided)

    def _decide(self, what: str, decided: Matching) -> None:
        self.decided = decided
        self.choices.append(what)
        self._read()

    def _read(self) -> None:
        made, about = _ask("lees", self.content, to_toml(self.decided) if self.decided else "")
        self.proposal: Proposal = from_plain(about["proposal"])
        source = Source(Path("werkmap.xlsx"), "", datetime(2026, 11, 30))
        self.register = None if "refused" in about else _register(Answer(memoryview(made), about), source, DAY)


def _ask(job: str, content: bytes, matching: str) -> tuple[bytes, dict]:
    asked = {"job": job, "name": "werkmap.xlsx", "path": "", "today": DAY.isoformat(), "matching": matching}
    answer, made = worker.answer(json.dumps(asked | {"propose": job == "lees"}).encode() + b"\n" + content)
    return made, json.loads(answer)
