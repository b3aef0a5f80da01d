"""How often something occurs, in all and by group: the shared arithmetic of ingredients and themes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd


def per_value(long: pd.DataFrame, column: str, values: Sequence[object], of: int) -> pd.DataFrame:
    """Activities by value, all *values* in order: *column*, aantal, totaal, aandeel (0–1).

    *long* has one row per activity and value. ``totaal`` is *of*, the number of activities; without any the share is
    missing.
    """
    counts = long[column].value_counts().to_dict()
    amounts = np.array([counts.get(value, 0) for value in values], dtype=int)
    frame = pd.DataFrame({column: list(values), "aantal": amounts, "totaal": of})
    frame["aandeel"] = frame["aantal"] / of
    return frame


def by_group(
    long: pd.DataFrame, column: str, values: Sequence[object], groups: pd.Series, order: Sequence[str]
) -> pd.DataFrame:
    """Activities by value and group: *column*, groep, aantal, totaal, aandeel.

    *groups* maps an activity's id (its index) to its group; *order* lists the groups that are wanted, also empty
    ones. ``totaal`` is the number of activities in the group, ``aandeel`` the share of them with the value.
    """
    totals = groups.value_counts()
    pairs = long.assign(groep=long["activiteit"].map(groups))
    counts = pairs.groupby([column, "groep"]).size()
    index = pd.MultiIndex.from_product([list(values), list(order)], names=[column, "groep"])
    frame = counts.reindex(index, fill_value=0).rename("aantal").reset_index()
    frame["totaal"] = frame["groep"].map(totals).fillna(0).astype(int)
    frame["aandeel"] = frame["aantal"] / frame["totaal"]
    return frame


def crossed(frame: pd.DataFrame, rows: str, columns: str, values: str) -> pd.DataFrame:
    """*frame* as a cross table: the values of *rows* in the first column, one column for each value of *columns*.

    Both keep the order in which they come in *frame*.
    """
    table = frame.pivot(index=rows, columns=columns, values=values)
    table = table.loc[list(dict.fromkeys(frame[rows])), list(dict.fromkeys(frame[columns]))]
    return table.reset_index().rename_axis(columns=None)
