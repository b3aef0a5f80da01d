"""Activity per ingredient, 1 to 11 in order, in all and by place. No scores: it is not a checklist."""

from __future__ import annotations

import pandas as pd

from lrn import vocabulary as v
from lrn.measures import coverage
from lrn.measures.places import Area, area_names, columns_of, level_of
from lrn.register.model import Register


def per_ingredient(selected: Register) -> pd.DataFrame:
    """Activities per ingredient: nr, naam, kort, label, vraag, aantal, totaal, aandeel (0–1).

    >>> from datetime import date
    >>> from lrn.register.load import SAMPLE, load
    >>> from lrn.selection import Selection, apply
    >>> day = date(2026, 11, 30)
    >>> selected = apply(Selection(peildatum=day, regio=("AM20",)), load(SAMPLE, today=day))
    >>> print(per_ingredient(selected)[["label", "aantal", "totaal"]].head(3).to_string(index=False))
             label  aantal  totaal
    1. Uitdagingen      11      18
     2. Deelnemers      17      18
        3. Niveaus       3      18
    """
    frame = coverage.per_value(selected.ingredienten, "nr", list(v.INGREDIENT), len(selected.activiteiten))
    return _named(frame)


def ingredient_by_place(selected: Register, *, areas: tuple[Area, ...] | None = None) -> pd.DataFrame:
    """Activities per ingredient and place: the columns of :func:`per_ingredient`, and level, plaats, plaats_naam.

    ``totaal`` is the number of activities in the place, ``aandeel`` the share of them (0–1). All places, or the
    *areas* that were chosen (:func:`lrn.measures.places.chosen_areas`); a municipality stands as a place then.
    """
    groups, columns = columns_of(areas, selected.activiteiten)
    frame = coverage.by_group(selected.ingredienten, "nr", list(v.INGREDIENT), groups, columns)
    frame = frame.rename(columns={"groep": "plaats"})
    frame.insert(2, "plaats_naam", frame["plaats"].map(area_names(areas)))
    frame.insert(1, "level", level_of(areas))
    return _named(frame)


def _named(frame: pd.DataFrame) -> pd.DataFrame:
    for name in ("vraag", "label", "kort", "naam"):
        frame.insert(1, name, [getattr(v.INGREDIENT[nr], name) for nr in frame["nr"]])
    return frame
