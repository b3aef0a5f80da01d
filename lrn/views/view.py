"""A view: one thing that a meeting can show, written once. The stage and the slides each draw it by its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lrn import texts
from lrn.measures import places
from lrn.measures.basis import key_figures_title
from lrn.measures.places import Area
from lrn.selection import Selection
from lrn.views import area_charts, charts
from lrn.views.chart import Chart
from lrn.views.facts import Facts
from lrn.views.native import Crossed, Lying

Telling = str | Callable[[Facts], str]
"""A sentence, or what makes one; "" says nothing."""


class Content:
    """What a view shows: each kind of it is drawn by one function of the stage and one of the slides."""

    def title(self, facts: Facts) -> str:
        """What stands above it, when that is not simply the name of the view; else ""."""
        return ""

    def charts(self, selection: Selection) -> tuple[Chart, ...]:
        """The charts in it, as they are of *selection*; what they tell is told with the view."""
        return ()


class TitlePage(Content):
    """What this is, for whom, of what, and from where."""

    def title(self, facts: Facts) -> str:
        """The network, and the place when it is about one."""
        return ": ".join([texts.APP, *(area.naam for area in facts.looked_at if len(facts.looked_at) == 1)])


class KeyFigures(Content):
    """The four figures of the network."""

    def title(self, facts: Facts) -> str:
        """Whose figures they are."""
        return key_figures_title(facts.selection)


class Highlights(Content):
    """What stands out, in sentences."""


@dataclass(frozen=True)
class AreaMap(Content):
    """The map of the regions or of the municipalities."""

    level: places.Level

    def title(self, facts: Facts) -> str:
        """What the map shows."""
        return self.charts(facts.selection)[0].title

    def charts(self, selection: Selection) -> tuple[Chart, ...]:
        """The map of the areas in view."""
        return (area_charts.area_map("activiteiten", self.level, selection),)


@dataclass(frozen=True, init=False)
class Charts(Content):
    """A chart, or several that stand beside each other. Raises ValueError for what PowerPoint cannot draw so."""

    drawn: tuple[Chart, ...]

    def __init__(self, *drawn: Chart) -> None:
        object.__setattr__(self, "drawn", drawn)
        for chart in drawn:
            if chart.native is None or (len(drawn) > 1 and not isinstance(chart.native, Lying)):
                raise ValueError(f"PowerPoint cannot draw {chart.key!r} here: it lacks its native form")
        if not drawn:
            raise ValueError("a view of charts has none")

    def title(self, facts: Facts) -> str:
        """Of a cross table by place that of the areas it has; else that of the view."""
        first = self.charts(facts.selection)[0]
        return first.title if isinstance(first.native, Crossed) else ""

    def charts(self, selection: Selection) -> tuple[Chart, ...]:
        """The charts; a cross table with columns for what was chosen."""
        return tuple(charts.by_chosen(c, selection) if isinstance(c.native, Crossed) else c for c in self.drawn)


class Places(Content):
    """The places in view, each on a page of its own."""


class Rows(Content):
    """The activities themselves."""


class Questions(Content):
    """What is not registered yet, asked of each place."""


@dataclass(frozen=True)
class Account(Content):
    """How was counted: the definitions of ``keys``, and where the figures come from."""

    keys: tuple[str, ...]


KINDS = tuple(Content.__subclasses__())
"""Every kind of content."""


@dataclass(frozen=True)
class View:
    """One view: its key (also in links), its name, what it shows and what is told with it.

    ``first`` and ``then`` are told before and after what its charts tell. ``defined`` are keys of
    ``texts.DEFINITIONS`` that explain it, beside those of its charts; ``explained`` are more sentences that do. Where
    municipalities were chosen the view with the key ``by_municipality`` is shown instead of it.

    Raises ValueError for a view without a name, and for a definition that does not exist.
    """

    key: str
    name: str
    content: Content
    first: tuple[Telling, ...] = ()
    then: tuple[Telling, ...] = ()
    defined: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()
    by_municipality: str = ""

    def __post_init__(self) -> None:
        keys = self.content.keys if isinstance(self.content, Account) else ()
        if not self.key or not self.name:
            raise ValueError(f"the view {self.key or self.name!r} lacks its key or its name")
        if unknown := [key for key in (*self.defined, *keys) if key not in texts.DEFINITIONS]:
            raise ValueError(f"the view {self.key!r} names definitions that do not exist: {unknown}")

    def title(self, facts: Facts) -> str:
        """What stands above it."""
        return self.content.title(facts) or self.name

    def sentences(self, facts: Facts, shown: Sequence[Chart] | None = None) -> list[str]:
        """What can be told with it; of the charts that are *shown* where those are not its own."""
        shown = self.content.charts(facts.selection) if shown is None else shown
        return [*_told(self.first, facts), *(f"{facts.alt(chart)}." for chart in shown), *_told(self.then, facts)]

    def definitions(self, facts: Facts, shown: Sequence[Chart] | None = None) -> list[str]:
        """How what it shows was counted, in sentences; *shown* as for :meth:`sentences`."""
        shown = self.content.charts(facts.selection) if shown is None else shown
        keys = [*self.defined, *(key for chart in shown for key in chart.defined)]
        credits = [f"{chart.credit}." for chart in shown if chart.credit]
        return [*facts.defined(keys).values(), *credits, *self.explained]


def _told(tellings: Iterable[Telling], facts: Facts) -> list[str]:
    told = (each if isinstance(each, str) else each(facts) for each in tellings)
    return [sentence for sentence in told if sentence]


@dataclass(frozen=True)
class Step:
    """A view as it comes on the stage and in a deck: what it is called there, and the area it is of (None for all)."""

    view: View
    name: str
    area: Area | None = None
