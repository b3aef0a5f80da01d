"""The kinds of content that a view can have: each is drawn by one function of the stage and one of the slides."""

from __future__ import annotations

from dataclasses import dataclass

from lrn import texts
from lrn.measures import places
from lrn.measures.basis import key_figures_title
from lrn.selection import Selection
from lrn.views import area_charts, charts
from lrn.views.chart import Chart
from lrn.views.facts import Facts
from lrn.views.native import Lying


class Content:
    """What a view shows."""

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
        """Of a cross table by municipality that of its own; else that of the view."""
        chart = self.charts(facts.selection)[0]
        return chart.title if chart.title != self.drawn[0].title else ""

    def charts(self, selection: Selection) -> tuple[Chart, ...]:
        """The charts; a cross table by place with columns for what was chosen."""
        return tuple(charts.by_chosen(chart, selection) for chart in self.drawn)


class Places(Content):
    """The places in view, each on a page of its own."""


class Rows(Content):
    """The activities themselves."""


class Questions(Content):
    """What is not registered yet, asked of each place."""


class Network(Content):
    """The nodes of the network and the lines between."""


class Proposals(Content):
    """The lines that are not there yet: who could be joined, why, and in which form."""


@dataclass(frozen=True)
class Account(Content):
    """How was counted: the definitions of ``keys``, and where the figures come from."""

    keys: tuple[str, ...]


KINDS = tuple(Content.__subclasses__())
"""Every kind of content."""
