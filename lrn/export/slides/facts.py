"""The facts of a deck or letter: those of its selection, and the addresses of the rows behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from lrn import clock
from lrn.export.links import is_address, page_link
from lrn.measures.rows.evidence import PARAMETER, Evidence
from lrn.views.facts import Facts

_REGISTER_PAGE = "register"


@dataclass(frozen=True)
class LinkedFacts(Facts):
    """Facts of which ``link`` opens the same view on the dashboard, or is ""; ``made`` is when they were told."""

    link: str = ""
    made: datetime = field(default_factory=clock.now)

    @property
    def view_link(self) -> str:
        """The link, when it is one that a program may open; else ""."""
        return self.link if is_address(self.link) else ""

    def rows_link(self, evidence: Evidence) -> str:
        """The address of the page Register with what *evidence* counts in this selection; "" without a link."""
        if not self.view_link:
            return ""
        return page_link(self.link, _REGISTER_PAGE, self.selection, **{PARAMETER: evidence.parameters})
