"""The accent of a place: what is named there more or less often than in the network as a whole. Never a score."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import coverage
from lrn.measures.areas import inside
from lrn.measures.places import Area, Level
from lrn.once import once
from lrn.register.model import Register
from lrn.selection import Selection, apply


def accents(register: Register, selection: Selection, *, plaats: str, level: Level = "plaats") -> pd.DataFrame:
    """Ingredients in *plaats* beside every place, 1 to 11: nr, naam, kort and the columns of :func:`beside`.

    *register* is the whole register. What it is laid beside (:func:`lrn.measures.basis.basis`) has the same peildatum
    and the same filters on content, but every place, and *plaats* is seen as a whole, so that an accent does not
    depend on the filters on place.
    """
    return of_ingredients(everywhere(register, selection), plaats=plaats, level=level)


def of_ingredients(network: Register, *, plaats: str, level: Level = "plaats") -> pd.DataFrame:
    """What :func:`accents` gives, for a *network* that is narrowed already, to every place."""
    frame = beside(network, network.ingredienten, "nr", list(v.INGREDIENT), plaats=plaats, level=level)
    for name in ("kort", "naam"):
        frame.insert(1, name, [getattr(v.INGREDIENT[nr], name) for nr in frame["nr"]])
    return frame


def everywhere(register: Register, selection: Selection) -> Register:
    """The whole *register* narrowed to *selection*, but in every place."""
    return apply(selection.everywhere, register)


def beside(
    network: Register,
    long: pd.DataFrame,
    column: str,
    values: Sequence[object],
    *,
    plaats: str,
    level: Level = "plaats",
) -> pd.DataFrame:
    """One place beside the *network* it is part of: *column*, plaats, aantal, totaal, aandeel, aantal_netwerk,
    totaal_netwerk, aandeel_netwerk, verschil.

    *plaats* is the code of a place, or with that *level* of a municipality. *long* has a row per activity and value of
    *network* (its ingredients, its themes); all *values* in order. ``aandeel`` is of the activities in the place,
    ``aandeel_netwerk`` of all of them (0–1), ``verschil`` the first minus the second. With few activities
    in the place its share and the difference are missing: so few make no accent.
    """
    ids = network.activiteiten.loc[inside(network, Area(level, plaats)), "id"]
    here = coverage.per_value(long[long["activiteit"].isin(ids)], column, values, len(ids))
    whole = once(coverage.per_value)(long, column, values, len(network.activiteiten))  # of several places the same
    here.insert(1, "plaats", plaats)
    here["aandeel"] = here["aandeel"].mask(texts.is_few(here["totaal"]))
    for name in ("aantal", "totaal", "aandeel"):
        here[f"{name}_netwerk"] = whole[name]
    return here.assign(verschil=here["aandeel"] - here["aandeel_netwerk"])


def strongest_accents(frame: pd.DataFrame, amount: int = 3) -> pd.DataFrame:
    """The rows of :func:`beside` that differ most, at most *amount*, the largest difference first.

    Only those that are at least one activity more or fewer than the share of the network would give: less than that
    is no accent. Of equal differences the first in order comes first; none where the place has too few activities.
    """
    apart = frame["verschil"] * frame["totaal"]
    found = frame[apart.abs().round(9) >= 1]
    return found.sort_values("verschil", key=lambda share: -share.abs().round(9), kind="stable").head(amount)
