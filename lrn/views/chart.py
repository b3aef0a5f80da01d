"""What a chart is: all that screen, slide and workbook need to know of it, in one entry."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date
from typing import Any, Literal, Protocol

import pandas as pd
import plotly.graph_objects as go

from lrn import texts
from lrn.cells import Row
from lrn.charts.alt import Tell
from lrn.measures.coverage import crossed
from lrn.measures.rows.evidence import Evidence
from lrn.register.model import Register
from lrn.selection import Selection
from lrn.views.native import Native

QUIET: dict[str, object] = {"displayModeBar": False, "scrollZoom": False}

Unit = Literal["activiteiten", "partners"]
"""What the shares of a chart are of."""

CountedIn = Callable[[Row], Evidence]
"""From a row of a chart's frame to what one of its figures counts."""


class Narrowed(Protocol):
    """What charts are counted over: the whole register, a selection, and the register narrowed to it."""

    @property
    def register(self) -> Register: ...  # noqa: D102
    @property
    def selection(self) -> Selection: ...  # noqa: D102
    @property
    def selected(self) -> Register: ...  # noqa: D102


@dataclass(frozen=True)
class Extra:
    """One more frame that a chart draws: ``make`` gives it, ``key`` tells it from others in caches."""

    key: tuple[Hashable, ...]
    make: Callable[[], pd.DataFrame]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """One chart. ``key`` names it on screen and in caches; ``draw(frame=…, **drawing)`` makes the figure.

    ``measure`` is a function of the narrowed register or, with ``through_time``, of the whole register and the
    selection; ``counted`` are its options. ``tell`` says of its frame what the alt text says behind the title, or
    behind ``about`` where that says better what is seen. ``defined`` are the keys of its definitions. ``table`` maps
    columns of the frame to Dutch headings; ``share_of`` is the column with the number of activities that a share is of,
    and ``unit`` what is counted where that is no activity. With ``cross`` (rows, columns) the figures are shown as a
    cross table. ``evidence`` says of each column with a figure what it counts in a row of the frame; in a cross table
    ``aantal`` is the figure of a cell. ``extra`` holds, by keyword of ``draw``, more frames that it draws; ``credit``
    names whose work is in it, for a picture of it; ``native`` says how PowerPoint draws it. What is ``in_workbook`` has
    a sheet in the workbook of a selection; there the columns ``also_in_workbook`` stand behind the first. Raises
    :class:`ValueError` when a part is missing.
    """

    key: str
    title: str
    measure: Callable[..., pd.DataFrame]
    draw: Callable[..., go.Figure]
    tell: Tell
    defined: tuple[str, ...]
    table: dict[str, str]
    evidence: dict[str, CountedIn]
    about: str = ""
    share_of: str = "totaal"
    unit: Unit = "activiteiten"
    cross: tuple[str, str] | None = None
    in_workbook: bool = False
    also_in_workbook: dict[str, str] = field(default_factory=dict)
    counted: dict[str, Hashable] = field(default_factory=dict)
    fixed: dict[str, Any] = field(default_factory=dict)
    config: dict[str, object] = field(default_factory=lambda: QUIET)
    caption: str = ""
    credit: str = ""
    through_time: bool = False
    extra: dict[str, Extra] = field(default_factory=dict)
    native: Native | None = None

    def __post_init__(self) -> None:
        for part in fields(self):
            required = part.default is MISSING and part.default_factory is MISSING
            if required and not getattr(self, part.name):
                raise ValueError(f"Chart {self.key!r} lacks its {part.name}")
        if unknown := set(self.defined) - set(texts.DEFINITIONS):
            raise ValueError(f"Chart {self.key!r} names what is not defined: {unknown}")

    def on(self, day: date) -> Chart:
        """The same chart of *day*, which is not that of the selection: its title and its evidence say so."""

        def then(counts: CountedIn) -> CountedIn:
            return lambda row: counts(row).also(dag=day.isoformat())

        return replace(
            self,
            key=f"{self.key}_toen",
            title=f"{self.title} op {texts.long_date(day)}",
            evidence={column: then(counts) for column, counts in self.evidence.items()},
        )

    @property
    def definition(self) -> str:
        """How is decided what it counts."""
        return " ".join(texts.DEFINITIONS[key] for key in self.defined)

    @property
    def sheet(self) -> str:
        """What its sheet in a workbook is called, where Excel has room for 31 characters: Per thema."""
        return texts.capital(self.title.removeprefix("Activiteiten "))

    @property
    def drawing(self) -> dict[str, object]:
        """What ``draw`` is always told."""
        return self.fixed | ({"names": self.cross} if self.cross else {})

    @property
    def parts(self) -> tuple[Literal["register", "selected", "selection"], ...]:
        """What its measure counts, beside the options in ``counted``: the names of parts of a :class:`Narrowed`."""
        return ("register", "selection") if self.through_time else ("selected",)

    def frame(self, of: Narrowed) -> pd.DataFrame:
        """Its figures."""
        return self.measure(*(getattr(of, part) for part in self.parts), **self.counted)

    def as_table(self, frame: pd.DataFrame, values: str = "aantal", *, in_workbook: bool = False) -> pd.DataFrame:
        """The figures of *frame* with Dutch headings; of a cross table the *values*."""
        (first, heading), *others = self.table.items()
        headings = {first: heading} | (self.also_in_workbook if in_workbook else {}) | dict(others)
        shown = crossed(frame, *self.cross, values) if self.cross else frame[list(headings)]
        return shown.rename(columns=headings)

    def alt(self, frame: pd.DataFrame) -> str:
        """What it tells, in one sentence for somebody who cannot see it."""
        return f"{self.about or self.title}: {self.tell(frame)}"
