"""What a deck tells, counted once: every page takes its figures from here, and here they come from the measures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

import pandas as pd

from lrn import clock, texts
from lrn.export.links import is_address, page_link
from lrn.export.origin import named as source_name
from lrn.measures import ingredients, network, overview, places, themes
from lrn.measures.compare.earlier import Earlier, earlier
from lrn.measures.insights import highlights
from lrn.measures.insights.highlights import Highlight
from lrn.measures.places import Area
from lrn.measures.rows.evidence import PARAMETER, Evidence
from lrn.register.model import Register
from lrn.selection import Selection, apply

_REGISTER_PAGE = "register"


@dataclass(frozen=True)
class Facts:
    """The figures of one selection of *register*; ``link`` opens the same view on the dashboard, or is "".

    ``kept`` is the kept state that they are compared with, if the selection names one.
    """

    register: Register
    selection: Selection
    link: str = ""
    made: datetime = field(default_factory=clock.now)
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
    def per_ingredient(self) -> pd.DataFrame:
        """Activities per ingredient."""
        return ingredients.per_ingredient(self.selected)

    @cached_property
    def per_theme(self) -> pd.DataFrame:
        """Activities per theme, the netwerkthema first."""
        return themes.all_themes(self.selected)

    @cached_property
    def highlights(self) -> list[str]:
        """Wat valt op, as sentences."""
        return [found.text for found in self.striking]

    @cached_property
    def striking(self) -> list[Highlight]:
        """Wat valt op, each with its evidence."""
        return highlights.highlights(self.register, self.selected, self.selection, self.beside)

    @cached_property
    def partners_by_kind(self) -> pd.DataFrame:
        """Partners by kind."""
        return network.partners_by_kind(self.selected)

    @cached_property
    def lines_by_form(self) -> pd.DataFrame:
        """Lines by form."""
        return network.lines_by_form(self.selected)

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
        """The areas that a cross table has a column for, None for every place: what was not chosen is no zero."""
        return places.chosen_areas(self.selection)

    def of_area(self, area: Area) -> Facts:
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

    @cached_property
    def source(self) -> str:
        """The workbook and its date."""
        return f"{source_name(self.register)}, stand van {texts.moment(self.register.source.modified)}"

    @property
    def counting(self) -> str:
        """The definition of what is counted."""
        return texts.DEFINITIONS["alles" if self.selection.peildatum is None else "actief"]

    # ── To the rows behind a figure ──────────────────────────────────────────────────────────────────────────

    @property
    def view_link(self) -> str:
        """The link, when it is one that a program may open; else ""."""
        return self.link if is_address(self.link) else ""

    def rows_link(self, evidence: Evidence) -> str:
        """The address of the page Register with what *evidence* counts in this selection; "" without a link."""
        if not self.view_link:
            return ""
        return page_link(self.link, _REGISTER_PAGE, self.selection, **{PARAMETER: evidence.parameters})
