"""Counts in proportion, in words: how many activities there are for the people who live in an area."""

from __future__ import annotations

import pandas as pd

from lrn import context, texts
from lrn import vocabulary as v
from lrn.measures.context import PER, per_10_000, rate_together


def per_inhabitant(code: str, amount: int) -> str:
    """The *amount* of activities in an area for each ten thousand inhabitants; "" where that is not known or few."""
    found = per_10_000(pd.DataFrame({"code": [code], "aantal": [amount]}), context.table()).iloc[0]
    if pd.isna(found["per_10_000"]):
        return ""
    told = f"{_rate(found['per_10_000'])} activiteiten per {texts.number(PER)} inwoners"
    return f"{texts.capital(told)} ({found['jaar']}, {found['bron']})"


def beside_regions(code: str, amount: int, regions: pd.DataFrame) -> str:
    """The same, beside that of the network's own *regions* together (a frame of area figures)."""
    told = per_inhabitant(code, amount)
    ours = regions[regions["code"].isin(v.EIGEN_PLAATSEN)].rename(columns={"activiteiten": "aantal"})
    together = rate_together(ours, context.table())
    return f"{told}; alle regio's samen {_rate(together)}." if told and together else f"{told}." if told else ""


def _rate(rate: float) -> str:
    return texts.number(rate, 1) if rate >= 0.05 else f"minder dan {texts.number(0.1, 1)}"
