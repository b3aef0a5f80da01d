"""What views tell, counted once: the stage and the slides take their figures and words from here."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import pandas as pd

from lrn import texts
from lrn.measures import overview, places
from lrn.measures.compare.earlier import Earlier, earlier
from lrn.measures.insights import highlights
from lrn.measures.insights.highlights import Highlight
from lrn.measures.network.missing import MissingLines, missing_lines
from lrn.measures.places import Area
from lrn.register.model import Register
from lrn.selection import Selection, apply
from lrn.views.chart import Chart


@dataclass(frozen=True)
class Facts:
    """The figures of one selection of *register*; ``kept`` is the kept state that they are compared with, if any."""

    register: Register
    selection: Selection
    kept: Register | None = None

    @cached_property
    def selected(self) -> Register:
        """The register narrowed to the selection."""
        return apply(self.selection, self.register)

    @cached_property
    def totals(self) -> overview.Totals:
        """The four key figures."""
        return overview.totals(self.selected)

    @cached_property
    def before(self) -> overview.Change | None:
        """How that was before, and what came and went since."""
        return overview.change(self.register, self.selected, self.selection, self.beside)

    @cached_property
    def beside(self) -> Earlier | None:
        """With what the figures are compared."""
        return earlier(self.selection, self.kept)

    @property
    def undated(self) -> str:
        """What is left out as nobody knows until when it ran; "" when that is nothing."""
        return texts.undated_sentence(self.before.undated) if self.before and self.before.undated else ""

    @cached_property
    def striking(self) -> list[Highlight]:
        """Wat valt op, each with its evidence."""
        return highlights.highlights(self.register, self.selected, self.selection, self.beside)

    @cached_property
    def missing(self) -> MissingLines:
        """The lines that are not there yet, those that help the network most first."""
        return missing_lines(self.register, self.selection)

    def frame(self, chart: Chart) -> pd.DataFrame:
        """The figures of *chart*, counted once."""
        key = (chart.key, *chart.counted.items())
        if key not in self._frames:
            self._frames[key] = chart.frame(self)
        return self._frames[key]

    @cached_property
    def _frames(self) -> dict[tuple[Hashable, ...], pd.DataFrame]:
        return {}

    def alt(self, chart: Chart) -> str:
        """What *chart* tells."""
        return chart.alt(self.frame(chart))

    def areas(self, level: places.Level) -> pd.DataFrame:
        """The figures of the map's areas."""
        return places.area_figures(self.selected, level=level)

    def within(self, level: places.Level) -> tuple[str, ...] | None:
        """The areas that the selection leaves in view; None for all."""
        return places.areas_in_view(self.selection, level=level)

    @property
    def level(self) -> places.Level:
        """By what places are told apart: by municipality where municipalities were chosen."""
        return places.level_in_view(self.selection)

    @cached_property
    def looked_at(self) -> tuple[Area, ...]:
        """The areas that get a page of their own: the network's own places, or what was chosen."""
        return places.looked_at(self.selection)

    @cached_property
    def chosen_areas(self) -> tuple[Area, ...] | None:
        """The areas that were chosen, None for every place: what was not chosen is no zero."""
        return places.chosen_areas(self.selection)

    def of_area(self, area: Area) -> Self:
        """The facts of one area within the selection."""
        if area.level == "gemeente":
            return replace(self, selection=replace(self.selection, gemeente=(area.code,)))
        return replace(self, selection=replace(self.selection, regio=(area.code,)))

    # ── In words ─────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def basis(self) -> str:
        """What a figure is counted over: the selection, the peildatum and the number of activities."""
        amount = texts.counted_or_few(self.totals.activiteiten)
        return " · ".join([*self.selection.describe(self.register.checked_on), amount])

    @cached_property
    def chosen(self) -> str:
        """The selection without its peildatum."""
        return " · ".join(self.selection.describe(self.register.checked_on)[:-1])

    @cached_property
    def day(self) -> str:
        """The peildatum in words."""
        return self.selection.describe(self.register.checked_on)[-1]

    @property
    def source(self) -> str:
        """The workbook and its date."""
        return f"{self.register.source.called}, stand van {texts.moment(self.register.source.modified)}"

    def defined(self, keys: Iterable[str]) -> dict[str, str]:
        """The definitions of *keys*, each once, by the key of ``texts.DEFINITIONS`` that holds in this selection.

        Without a peildatum ``actief`` is ``alles``; where municipalities were chosen ``plaats`` is ``gemeente``.
        """
        here = {"actief": "actief" if self.selection.peildatum else "alles", "plaats": self.level}
        return {key: texts.DEFINITIONS[key] for key in (here.get(key, key) for key in keys)}

    @property
    def counting(self) -> str:
        """The definition of what is counted."""
        (definition,) = self.defined(["actief"]).values()
        return definition
