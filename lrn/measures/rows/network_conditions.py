"""What activities and lines are narrowed by as parts of a network: what they join, and at which levels."""

from __future__ import annotations

import pandas as pd

from lrn.filters import as_filter
from lrn.measures.network import graph
from lrn.measures.onmap import lines
from lrn.measures.rows.condition import Condition, filtered
from lrn.register.model import Register

LOS = {"lijnen": "zonder lijn naar een andere activiteit", "partners": "zonder lijn of gedeelde partner"}
TUSSEN = {"activiteiten": "tussen twee activiteiten", "regios": "tussen activiteiten in verschillende regio's"}

LEVELS = {
    name: as_filter(field, {"label": name.capitalize(), "placeholder": "", "several": True})
    for name, field in (("niveau", "niveaus"), ("betrokkene", "betrokkenen"), ("deelname", "deelname"))
}
"""Who takes part and how, read as a filter reads it; nobody chooses by it."""


def _between(register: Register, value: str) -> pd.Series:
    found = graph.lines_between(register)
    if value == "regios":
        ends = lines.ends(register, found, level="plaats")
        found = found[ends["van"] != ends["naar"]]
    return pd.Series(register.verbindingslijnen.index.isin(found.index), register.verbindingslijnen.index)


ACTIVITY = {
    **{name: filtered(each) for name, each in LEVELS.items()},
    "los": Condition(
        lambda register, value: graph.stands_alone(register, via_partners=value == "partners"),
        LOS.__getitem__,
        LOS.__contains__,
        "los_{}",
    ),
}
LINE = {
    "tussen": Condition(_between, TUSSEN.__getitem__, TUSSEN.__contains__, "tussen_{}", within=True),
}
