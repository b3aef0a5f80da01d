"""Activity per ingredient, 1 to 11 in order, in all and by place. No scores: it is not a checklist."""

from __future__ import annotations

import pandas as pd

from lrn import vocabulary as v
from lrn.measures import coverage
from lrn.register.model import Register


def per_ingredient(selected: Register) -> pd.DataFrame:
    """Activities per ingredient: nr, naam, kort, vraag, aantal, totaal, aandeel (0–1)."""
    frame = coverage.per_value(selected.ingredienten, "nr", list(v.INGREDIENT), len(selected.activiteiten))
    for name in ("vraag", "kort", "naam"):
        frame.insert(1, name, [getattr(v.INGREDIENT[nr], name) for nr in frame["nr"]])
    return frame


def ingredient_by_place(selected: Register, *, within: tuple[str, ...] | None = None) -> pd.DataFrame:
    """Activities per ingredient and place: nr, naam, label, plaats, plaats_naam, aantal, totaal, aandeel.

    ``totaal`` is the number of activities in the place, ``aandeel`` the share of them (0–1). All places, or those
    *within* view (:func:`lrn.measures.places.areas_in_view`) and those that occur.
    """
    groups = selected.activiteiten.set_index("id")["plaats"]
    columns = coverage.columns(groups, v.PLAATSEN, within)
    frame = coverage.by_group(selected.ingredienten, "nr", list(v.INGREDIENT), groups, columns)
    frame = frame.rename(columns={"groep": "plaats"})
    frame.insert(1, "naam", [v.INGREDIENT[nr].naam for nr in frame["nr"]])
    frame.insert(2, "label", [v.INGREDIENT[nr].label for nr in frame["nr"]])
    frame.insert(4, "plaats_naam", frame["plaats"].map(v.PLAATS_NAMEN))
    return frame
