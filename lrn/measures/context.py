"""Counts in proportion to the people who live there: context, never a ranking."""

from __future__ import annotations

import pandas as pd

from lrn import context, texts

PER = 10_000


def rate_together(counts: pd.DataFrame, known: context.ContextTable) -> float | None:
    """The activities of all areas in *counts* (as for :func:`per_10_000`) for each ten thousand inhabitants of them.

    None where the inhabitants of one are not known, or are of another year, and of few activities.
    """
    found = [context.inhabitants(code, known) for code in counts["code"]]
    total = int(counts["aantal"].sum())
    people = sum(row.aantal for row in found if row)
    if not people or None in found or len({row.jaar for row in found if row}) > 1 or texts.is_few(total):
        return None
    return total / people * PER


def per_10_000(counts: pd.DataFrame, known: context.ContextTable, *, counted: str = "aantal") -> pd.DataFrame:
    """*counts* (by place or municipality: code, and a number of activities in *counted*) with four columns more.

    ``inwoners`` and ``jaar`` (whole numbers), ``bron`` (text), ``per_10_000`` (activities for each ten thousand
    inhabitants). All are missing where *known* does not have every municipality of an area for one year;
    ``per_10_000`` also where there are few activities (:func:`lrn.texts.is_few`), which say little as a rate.
    """
    found = [context.inhabitants(code, known) for code in counts["code"]]
    people = pd.array([row.aantal if row else None for row in found], dtype="Int64")
    rates = [
        amount / row.aantal * PER if row and not texts.is_few(amount) else None
        for amount, row in zip(counts[counted], found, strict=True)
    ]
    return counts.assign(
        inwoners=people,
        per_10_000=pd.array(rates, dtype="Float64"),
        jaar=pd.array([row.jaar if row else None for row in found], dtype="Int64"),
        bron=pd.array([row.bron if row else None for row in found], dtype="string"),
    )
