"""A scene: one thing that a meeting can show, written once. The stage and the slides each draw it by its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lrn import texts
from lrn.measures.places import Area
from lrn.views.chart import Chart
from lrn.views.content import Account, Content
from lrn.views.facts import Facts
from lrn.views.messages import Message, nothing
from lrn.views.omitted import never

Telling = str | Callable[[Facts], str]
"""A sentence, or what makes one; "" says nothing."""


@dataclass(frozen=True)
class Scene:
    """One scene: its key (also in links), its name, what it shows and what is told with it.

    ``first`` and ``then`` are told before and after what its charts tell. ``defined`` are keys of
    ``texts.DEFINITIONS`` that explain it, beside those of its charts; ``explained`` are more sentences that do. Its
    ``message`` says in one line, with a figure, what is to be seen; "" leaves that to its name. Where
    municipalities were chosen the scene with the key ``by_municipality`` is shown instead of it. ``omitted`` tells why
    a deck leaves it out, "" where it does not.

    Raises ValueError for a scene without a name, and for a definition that does not exist.
    """

    key: str
    name: str
    shows: Content
    first: tuple[Telling, ...] = ()
    then: tuple[Telling, ...] = ()
    defined: tuple[str, ...] = ("actief",)
    explained: tuple[str, ...] = ()
    message: Message = nothing
    by_municipality: str = ""
    omitted: Callable[[Facts], str] = never

    def __post_init__(self) -> None:
        keys = self.shows.keys if isinstance(self.shows, Account) else ()
        if not self.key or not self.name:
            raise ValueError(f"the scene {self.key or self.name!r} lacks its key or its name")
        if unknown := [key for key in (*self.defined, *keys) if key not in texts.DEFINITIONS]:
            raise ValueError(f"the scene {self.key!r} names definitions that do not exist: {unknown}")

    def title(self, facts: Facts) -> str:
        """What stands above it."""
        return self.shows.title(facts) or self.name

    def headline(self, facts: Facts) -> str:
        """Its message; its title where it has none of these facts."""
        return self.message(facts) or self.title(facts)

    def sentences(self, facts: Facts, shown: Sequence[Chart] | None = None) -> list[str]:
        """What can be told with it; of the charts that are *shown* where those are not its own."""
        shown = self.shows.charts(facts.selection) if shown is None else shown
        return [*_told(self.first, facts), *(f"{facts.alt(chart)}." for chart in shown), *_told(self.then, facts)]

    def definitions(self, facts: Facts, shown: Sequence[Chart] | None = None) -> list[str]:
        """How what it shows was counted, in sentences; *shown* as for :meth:`sentences`."""
        shown = self.shows.charts(facts.selection) if shown is None else shown
        keys = [*self.defined, *(key for chart in shown for key in chart.defined)]
        credits = [f"{chart.credit}." for chart in shown if chart.credit]
        return [*facts.defined(keys).values(), *credits, *self.explained]


def _told(tellings: Iterable[Telling], facts: Facts) -> list[str]:
    told = (each if isinstance(each, str) else each(facts) for each in tellings)
    return [sentence for sentence in told if sentence]


@dataclass(frozen=True)
class Step:
    """A scene as it comes on the stage and in a deck: its name there, and the area it is of (None for all)."""

    scene: Scene
    name: str
    area: Area | None = None
