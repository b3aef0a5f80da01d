"""What a condition is: one way to narrow rows, with its words, and the names of what it can be about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from lrn.filters import Filter
from lrn.measures.network import graph
from lrn.register.model import Register
from lrn.register.values.personal import without_addresses

Names = Mapping[str, str]
"""What activities and partners are called within a sentence, by their :func:`lrn.measures.network.graph.node`."""
IDS_ONLY: Names = MappingProxyType({})
"""Names that are not known: each is called by its ID."""


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
    say_named: Callable[[str, Names], str] | None = None

    def told(self, value: str, names: Names) -> str:
        """The words for *value*; an activity or partner in it by its name."""
        return self.say_named(value, names) if self.say_named else self.say(value)


def about(
    holds: Callable[[Register, str], pd.Series],
    say: Callable[[str, Names], str],
    allows: Callable[[str], bool],
    definition: str,
    *,
    within: bool = False,
) -> Condition:
    """A condition on an activity or partner, which *say* words with the names that are known."""
    return Condition(holds, lambda value: say(value, IDS_ONLY), allows, definition, within, say)


def named(kind: str, say: str) -> Callable[[str, Names], str]:
    """*say* of an activity or partner by its ID, with {} for what that is called."""
    return lambda identity, names: say.format(called(names, kind, identity))


def called(names: Names, kind: str, identity: str) -> str:
    """What an activity or partner is called: by its ID alone where its name is not known."""
    return names.get(graph.node(kind, identity), identity)


def names(register: Register) -> dict[str, str]:
    """The activities and partners of *register* by their node: "Gemeente Leiden (P-032)", without addresses."""
    return {
        graph.node(kind, identity): f"{without_addresses(name)} ({identity})"
        for kind, frame in ((graph.ACTIVITEIT, register.activiteiten), (graph.PARTNER, register.partners))
        for identity, name in zip(frame["id"], frame["naam"], strict=True)
    }


def filtered(by: Filter) -> Condition:
    """The same condition as a filter sets, on one value."""
    return Condition(
        lambda register, text: by.holds(register, by.meant_by(text)),
        lambda text: "".join(by.more.get(value) or by.say(value) for value in by.meant_by(text)),
        lambda text: bool(by.meant_by(text)),
        by.definition,
    )
