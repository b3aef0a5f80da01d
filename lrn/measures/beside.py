"""What was chosen by place, and beside it what was not: on the same peildatum, with the same filters on content."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.places import Area, chosen_areas, level_in_view
from lrn.register.model import Register
from lrn.selection import Selection, apply


def with_network(register: Register, selection: Selection, *, of: Callable[[Register], pd.DataFrame]) -> pd.DataFrame:
    """Coverage in *selection*, the frame *of* it, with that in every place: the columns ending in _netwerk, verschil.

    Those are aantal_netwerk, totaal_netwerk and aandeel_netwerk (0–1); ``verschil`` is the share here minus that of the
    network, missing where either is of few activities.
    """
    here, network = of(apply(selection, register)), of(apply(selection.everywhere, register))
    code = here.columns[0]
    network = network.set_index(code).loc[here[code]].reset_index()
    for name in ("aantal", "totaal", "aandeel"):
        here[f"{name}_netwerk"] = network[name]
    few = texts.is_few(here["totaal"]) | texts.is_few(here["totaal_netwerk"])
    return here.assign(verschil=(here["aandeel"] - here["aandeel_netwerk"]).mask(few))


def with_others(register: Register, selection: Selection, *, of: Callable[..., pd.DataFrame]) -> pd.DataFrame:
    """The cross table *of* places, those that were chosen and :func:`others`; ``gekozen`` tells which is which.

    The names of the others say that they were not chosen. What occurs in none that was chosen has no rows.
    """
    chosen = chosen_areas(selection) or ()
    here = of(apply(selection, register), areas=chosen).assign(gekozen=True)
    there = of(apply(selection.everywhere, register), areas=others(selection)).assign(gekozen=False)
    there["plaats_naam"] = there["plaats_naam"].map(not_chosen)
    code = here.columns[0]
    rows, columns = list(dict.fromkeys(here[code])), [area.code for area in _in_order(selection)]
    both = pd.concat([here, there[there[code].isin(rows)]], ignore_index=True)
    position = both["plaats"].map(columns.index) + both[code].map(rows.index) * len(columns)
    return both.iloc[position.argsort(kind="stable")].reset_index(drop=True)


def with_other_colleges(
    register: Register, selection: Selection, *, of: Callable[[Register], pd.DataFrame]
) -> pd.DataFrame:
    """The cross table *of* colleges, those that were chosen and all others; ``gekozen`` tells which is which.

    ``college_kort`` is the name of a college, and ``college_naam`` says of the others that they were not chosen. What
    occurs in none that was chosen has no cells.
    """
    here, there = of(apply(selection, register)), of(apply(selection.without("college"), register))
    code = here.columns[0]
    chosen = there["college"].isin(selection.college)
    both = there.assign(gekozen=chosen, college_kort=there["college_naam"])[there[code].isin(here[code])]
    both["college_naam"] = both["college_naam"].where(both["gekozen"], both["college_naam"].map(not_chosen))
    return both.reset_index(drop=True)


def others(selection: Selection) -> tuple[Area, ...]:
    """What stands beside the areas that were chosen: the other places, or of municipalities the other key ones."""
    chosen = chosen_areas(selection) or ()
    if level_in_view(selection) == "gemeente":
        return tuple(area for code in v.SLEUTELGEMEENTEN if (area := Area("gemeente", code)) not in chosen)
    return tuple(area for code in v.PLAATSEN if (area := Area("plaats", code)) not in chosen)


def labels(selection: Selection) -> dict[str, str]:
    """The names above the columns of :func:`with_others`, in order, by code."""
    return {area.code: area.kort for area in _in_order(selection)}


def not_chosen(name: str) -> str:
    """The name of an area or a college that was not chosen, beside those that were."""
    return f"{name} ({texts.NOT_CHOSEN})"


def _in_order(selection: Selection) -> list[Area]:
    known = list(v.GEMEENTE if level_in_view(selection) == "gemeente" else v.PLAATSEN)
    return sorted((*(chosen_areas(selection) or ()), *others(selection)), key=lambda area: known.index(area.code))
