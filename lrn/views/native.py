"""How a chart is drawn by PowerPoint itself: as lying bars, as standing columns or as a table. Which, is data.

The headings and the name of the figures come from the ``table`` of the chart, its alt text and title from the chart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True)
class Lying:
    """Bars that lie down, one for each row of the frame, as long as its ``aantal``.

    ``label`` is the column of what stands beside a bar, ``groups`` that of the group it is in, or "". ``apart`` is what
    the first bar is called as well, when it stands out from the others. ``beside`` are more columns for the workbook in
    the chart, with their headings. With ``adds_up`` the bars are parts of one whole.
    """

    label: str = "naam"
    groups: str = ""
    apart: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)
    adds_up: bool = False


@dataclass(frozen=True)
class Standing:
    """Columns that stand up: ``parts`` gives from the frame what stands on each other, by its name.

    ``label`` is the column of what stands under a column; several parts together are called ``whole``.
    """

    label: str
    parts: Callable[[pd.DataFrame], Mapping[str, Sequence[int]]]
    whole: str


@dataclass(frozen=True)
class Crossed:
    """A table of the two columns that the chart has as ``cross``; ``groups`` and ``apart`` as for lying bars."""

    groups: str = ""
    apart: str = ""


Native = Lying | Standing | Crossed
