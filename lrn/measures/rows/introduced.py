"""The activities and partners of a selection that are named to someone who does not know them yet."""

from __future__ import annotations

from datetime import date

import pandas as pd

from lrn.register.model import Register

AMOUNT = 5


def activities(selected: Register, *, amount: int = AMOUNT) -> pd.DataFrame:
    """At most *amount* rows of ``activiteiten``, those that began last first; without a Start they come last."""
    return selected.activiteiten.sort_values("start", ascending=False, kind="stable", na_position="last").head(amount)


def begun(selected: Register, since: date) -> pd.DataFrame:
    """The rows of ``activiteiten`` that began after *since*, the last ones first."""
    found = activities(selected, amount=len(selected.activiteiten))
    return found[found["start"] > pd.Timestamp(since)]


def partners(selected: Register, *, amount: int = AMOUNT) -> pd.DataFrame:
    """At most *amount* partners, those in most activities first: id, naam, soort, aantal, meerwaarde, activiteit.

    ``aantal`` counts activities. ``meerwaarde`` is what they add to them, "" where nobody wrote that; ``activiteit`` is
    the name of the first that they take part in.
    """
    names = selected.activiteiten.set_index("id")["naam"]
    taken = selected.deelnames.drop_duplicates(["activiteit", "partner"])
    taken = taken.assign(naam_activiteit=taken["activiteit"].map(names)).dropna(subset=["naam_activiteit"])
    each = taken.groupby("partner", sort=False)
    told = pd.DataFrame(
        {
            "aantal": each.size(),
            "meerwaarde": each["meerwaarde"].agg(lambda texts: "; ".join(dict.fromkeys(texts.dropna()))),
            "activiteit": each["naam_activiteit"].first(),
        }
    )
    rows = selected.partners[["id", "naam", "soort"]].join(told, on="id", how="inner")
    return rows.sort_values("aantal", ascending=False, kind="stable").head(amount).reset_index(drop=True)
