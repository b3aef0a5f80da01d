"""Why a view is left out of a deck: of this selection it would say nothing, or nothing new. Each is a Dutch reason."""

from __future__ import annotations

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import themes
from lrn.views.facts import Facts


def never(facts: Facts) -> str:
    """It says something of every selection."""
    return ""


def one_region(facts: Facts) -> str:
    """A map of the regions of which one is chosen."""
    within = facts.within("plaats")
    return f"alleen {facts.looked_at[0].naam} is gekozen" if within and len(facts.looked_at) == 1 else ""


def few_municipalities(facts: Facts) -> str:
    """A map of the municipalities with at most one in colour."""
    within = facts.within("gemeente")
    ours = [code for code in within or v.GEMEENTE if not v.is_context(code)]
    if not ours:
        return f"{texts.listing(area.naam for area in facts.looked_at)} staat er als context bij"
    return f"alleen {v.GEMEENTE[ours[0]].naam} is gekozen" if len(ours) == 1 else ""


def no_missing_line(facts: Facts) -> str:
    """Lines that are not there yet, where there are none of."""
    return "" if facts.missing.amount else "er zijn er in deze selectie geen"


def not_asked(facts: Facts) -> str:
    """What is not there yet, where only context was chosen."""
    asked = themes.asked_of(facts.selected, areas=facts.chosen_areas)
    if asked or any(area.is_ours for area in facts.looked_at):
        return ""
    return f"{texts.listing(area.naam for area in facts.looked_at)} staat er als context bij"
