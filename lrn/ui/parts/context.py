"""What is said of an area beside its counts: how large it is, and how much there is for the people who live there."""

from __future__ import annotations

from lrn import context, texts
from lrn.measures.places import Level
from lrn.views.proportion import per_inhabitant


def context_lines(code: str, level: Level, amount: int) -> list[str]:
    """One or two Dutch lines about an area of the map with *amount* activities; none for what is no area.

    The first is its size; the second, its activities for each ten thousand inhabitants, is there only when that is
    known and says something (:func:`per_inhabitant`). Plain text, the source as it was typed: escape it for Markdown.
    """
    area = context.area_context(code)
    if area is None:
        return []
    size = f"Ongeveer {texts.number(area.km2)} km²"
    if level == "plaats":
        size += f" · {texts.count(area.gemeenten, 'gemeente', 'gemeenten')}"
    told = per_inhabitant(code, amount)
    return [size, told] if told else [size]


def context_problem() -> str:
    """A Dutch sentence (plain text) when the table of inhabitants cannot be used, for whoever keeps it; else ""."""
    return context.table().problem
