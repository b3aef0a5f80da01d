"""A workbook that one visitor tries out: what came in, what was decided about it, and the register in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lrn import clock
from lrn.measures.quality.by_cause import grouped
from lrn.measures.quality.usable import Usable, usable
from lrn.register.columns import ACTIVITEITEN
from lrn.register.matching.groups import Group
from lrn.register.matching.model import Certainty, Matching, Proposal
from lrn.register.matching.toml import to_toml
from lrn.register.model import Register
from lrn.register.rules import UNREAD
from lrn.ui.base.cache import Store


@dataclass(frozen=True)
class Preview:
    """A workbook in preview: its name, what came in, and the register in it; None while that cannot be made out.

    ``decided`` is what the visitor said about its sheets, columns and values, ``problem`` the Dutch sentence why there
    is no register, ``refusal`` the proposal that came with it. ``earlier`` is what was decided before each decision,
    and ``before`` what there was to count before the last one, ``asked_before`` how much was asked then. ``first`` is
    how sure each column (tab, heading) was when it was seen first: a list does not change its order while somebody goes
    through it. ``instead``: it is the register of everyone, which cannot be read without what is said here.
    """

    name: str
    content: bytes
    register: Register | None
    store: Store = field(default_factory=lambda: Store(200))
    decided: Matching = field(default_factory=Matching)
    problem: str = ""
    refusal: Proposal | None = None
    earlier: tuple[Matching, ...] = ()
    before: Usable | None = None
    asked_before: int = 0
    first: Mapping[tuple[str, str], Certainty] = field(default_factory=dict)
    instead: bool = False

    @property
    def proposal(self) -> Proposal:
        """What the workbook holds, and what that could be."""
        return (self.register.proposal if self.register else self.refusal) or Proposal()

    @cached_property
    def usable(self) -> Usable:
        """What there is to count in it today."""
        rows = sum(sheet.rows for sheet in self.proposal.sheets if sheet.sheet == ACTIVITEITEN.name)
        return usable(self.register, clock.today(), rows=rows)

    @property
    def groups(self) -> tuple[Group, ...]:
        """What was not understood in it, by cause, and nobody settled yet."""
        register = self.register
        return self.store.cached(("groups",), lambda: grouped(register)) if register else ()

    @property
    def asked(self) -> int:
        """How much somebody can still say something about: sheets, columns and kinds of values."""
        return self.proposal.asked + sum(group.asks and group.cause != UNREAD for group in self.groups)

    @property
    def toml(self) -> str:
        """What it was read with, as the file that can stand beside it; "" when that is nothing."""
        return to_toml(self.proposal.matching) if self.proposal.matching else ""

    @property
    def size(self) -> int:
        """How much memory it takes, in bytes, about."""
        frames = [value for value in vars(self.register or self).values() if hasattr(value, "memory_usage")]
        return len(self.content) + sum(int(frame.memory_usage().sum()) for frame in frames)
