"""What is said of an area beside its counts: how large it is, and how much there is for the people who live there."""

from __future__ import annotations

import pandas as pd

from lrn import context, texts
from lrn.measures.context import PER, per_10_000
from lrn.measures.places import Level


def context_lines(code: str, level: Level, amount: int) -> list[str]:
    """One or two Dutch lines about an area of the map with *amount* activities; none for what is no area.

    The first is its size; the second, its activities for each ten thousand inhabitants, is there only when that is
    known and says something (see :func:`per_10_000`). Plain text, the source as it was typed: escape it for Markdown.
    """
    area = context.area_context(code)
    if area is None:
        return []
    size = f"Ongeveer {texts.number(area.km2)} km²"
    if level == "plaats":
        size += f" · {texts.count(area.gemeenten, 'gemeente', 'gemeenten')}"
    found = per_10_000(pd.DataFrame({"code": [code], "aantal": [amount]}), context.table()).iloc[0]
    if pd.isna(found["per_10_000"]):
        return [size]
    rate = found["per_10_000"]
    shown = texts.number(rate, 1) if rate >= 0.05 else f"Minder dan {texts.number(0.1, 1)}"
    return [size, f"{shown} activiteiten per {texts.number(PER)} inwoners ({found['jaar']}, {found['bron']})"]


def context_problem() -> str:
    """A Dutch sentence (plain text) when the table of inhabitants cannot be used, for whoever keeps it; else ""."""
    return context.table().problem
