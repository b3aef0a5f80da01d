"""All figures of one selection as plain data: what ``python -m lrn cijfers`` prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pandas as pd

from lrn import vocabulary as v
from lrn.measures import ingredients, overview, places, themes
from lrn.measures.compare.earlier import earlier
from lrn.measures.network.figures import netwerk
from lrn.register.columns import ACTIVITEITEN
from lrn.register.model import Register
from lrn.selection import Selection, apply


def figures(register: Register, selection: Selection) -> dict[str, Any]:
    """The measures of the pages for *selection*, ready for JSON.

    ``totaal`` is all counted rows, ``uitgesloten`` the rows left out, ``actief`` the activities in the selection;
    every other figure counts those. A place or municipality that is not known has code None; one that was not chosen
    is left out, as it is no zero. Where municipalities were chosen the cross tables are by municipality, and no place
    is in view as a whole. How it was before: :func:`comparison`.
    """
    selected = apply(selection, register)
    totals = overview.totals(selected)
    rows = register.rows_of(ACTIVITEITEN.name)
    areas = places.chosen_areas(selection)
    ingredient = ingredients.ingredient_by_place(selected, areas=areas).rename(columns={"plaats": "code"})
    theme = themes.theme_by_place(selected, areas=areas).rename(columns={"plaats": "code"})
    theme = theme[theme["thema"] != themes.NETWERK]
    return {
        "peildatum": selection.peildatum.isoformat() if selection.peildatum else None,
        "activiteiten": {"totaal": rows.counted, "actief": totals.activiteiten, "uitgesloten": rows.left_out},
        "per_plaats": _records(_in_view(places.per_place(selected)[["code", "naam", "aantal"]], selection, "plaats")),
        "per_gemeente": _records(_in_view(places.per_municipality(selected), selection, "gemeente")),
        "per_ingredient": _records(ingredients.per_ingredient(selected)[["nr", "naam", "aantal", "aandeel"]]),
        "per_thema": _records(themes.per_theme(selected)[["thema", "aantal", "aandeel"]]),
        "netwerkthema": {"aantal": totals.netwerkthema, "aandeel": totals.aandeel_netwerkthema},
        "ingredient_x_plaats": _records(ingredient[["nr", "code", "aantal"]]),
        "thema_x_plaats": _records(theme[["thema", "code", "aantal"]]),
        "netwerk": netwerk(selected),
    }


def comparison(register: Register, selection: Selection, kept: Register | None = None) -> dict[str, Any] | None:
    """How the totals were on an earlier ``dag``, and what came (``erbij``) and went (``voorbij``) since; None without.

    *kept* is the kept state that *selection* compares with, if it names one. ``met`` says in Dutch with what is
    compared. ``zonder_einde``: activities that are over without an Einde, and so count on no day.
    """
    changed = overview.change(register, apply(selection, register), selection, earlier(selection, kept))
    if changed is None:
        return None
    return {
        "met": changed.earlier.what,
        "dag": changed.earlier.day.isoformat(),
        "toen": asdict(changed.totals),
        "erbij": asdict(changed.erbij),
        "voorbij": asdict(changed.voorbij),
        "zonder_einde": changed.undated,
    }


def _in_view(counts: pd.DataFrame, selection: Selection, level: places.Level) -> pd.DataFrame:
    """The rows of *counts* (code, aantal) of what is in view; of the others those that count something all the same.

    That is an activity in a municipality elsewhere that counts with a chosen region, or one without a municipality.
    """
    within = places.areas_in_view(selection, level=level)
    if within is None:
        return counts
    apart = counts["aantal"] > 0 if level == "gemeente" else False
    return counts[counts["code"].isin(within) | apart]


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dicts of plain values; missing numbers and the code "zonder" become None."""
    records = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [
        {str(name): None if name == "code" and value == v.ZONDER else value for name, value in row.items()}
        for row in records
    ]
