"""The verticale sateprikker: which levels an activity joins."""

from __future__ import annotations

import pandas as pd

from lrn import vocabulary as v
from lrn.register.model import Register


def levels(selected: Register) -> pd.DataFrame:
    """Which levels of the network take part in each activity of *selected*: a column of truths for each, by ID."""
    return taking_part(selected, "niveaus", v.NIVEAUS.codes)


def taking_part(selected: Register, field: str, codes: tuple[str, ...]) -> pd.DataFrame:
    """Which of *codes* stand in a column with several values (*field*): a column of truths for each, by activity ID."""
    given = selected.kenmerken[selected.kenmerken["veld"] == field]
    ids = selected.activiteiten["id"]
    return pd.DataFrame({code: ids.isin(given.loc[given["waarde"] == code, "activiteit"]) for code in codes}).set_axis(
        pd.Index(ids, name="activiteit")
    )
