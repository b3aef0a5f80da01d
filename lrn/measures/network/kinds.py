"""Who takes part and along which lines: partners by kind, lines by form."""

from __future__ import annotations

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.register.model import Register
from lrn.terms import Vocabulary

NOT_GIVEN = ""
"""The code of what is not filled in."""


def partners_by_kind(selected: Register) -> pd.DataFrame:
    """Partners that take part, by kind: soort, naam, aantal; "onbekend" and not filled in last, when they occur."""
    return _counted(selected.partners["soort"], v.PARTNERSOORTEN, "soort")


def lines_by_form(selected: Register) -> pd.DataFrame:
    """Lines by form: vorm, naam, aantal; "onbekend" and not filled in last, when they occur."""
    return _counted(selected.verbindingslijnen["vorm"], v.LIJNVORMEN, "vorm")


def _counted(column: pd.Series, vocabulary: Vocabulary, name: str) -> pd.DataFrame:
    codes = column.astype(object).where(column.notna(), NOT_GIVEN)
    counts = codes.value_counts()
    labels = {code: texts.capital(vocabulary.label(code)) for code in vocabulary.codes}
    beside = {v.ONBEKEND: texts.ONBEKEND, NOT_GIVEN: texts.NOT_FILLED_IN.capitalize()}
    labels |= {code: label for code, label in beside.items() if code in counts}
    return pd.DataFrame(
        {name: list(labels), "naam": list(labels.values()), "aantal": [int(counts.get(code, 0)) for code in labels]}
    )
