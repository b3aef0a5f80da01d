"""What a condition is: one way to narrow rows, with its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from lrn.filters import Filter
from lrn.register.model import Register


@dataclass(frozen=True)
class Condition:
    """One way to narrow: ``holds`` tells which rows meet a value, ``say`` words it, ``allows`` knows what it can be.

    ``holds`` gets a register whose frame in question holds the rows that are left, and the other frames all rows:
    those of the whole register for lines, unless they are asked about *within* what is counted over.
    ``definition`` is a key of :data:`lrn.measures.rows.conditions.DEFINITIONS`, in which {} stands for the value.
    """

    holds: Callable[[Register, str], pd.Series]
    say: Callable[[str], str]
    allows: Callable[[str], bool]
    definition: str
    within: bool = False


def filtered(by: Filter) -> Condition:
    """The same condition as a filter sets, on one value."""
    return Condition(
        lambda register, text: by.holds(register, by.meant_by(text)),
        lambda text: "".join(by.more.get(value) or by.say(value) for value in by.meant_by(text)),
        lambda text: bool(by.meant_by(text)),
        by.definition,
    )
