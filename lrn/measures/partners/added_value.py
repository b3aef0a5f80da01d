"""Added value both ways: what mboRijnland adds (ingredient 10) and what the partners add (ingredient 11)."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.register.columns import ACTIVITEITEN
from lrn.register.model import Register
from lrn.terms import Vocabulary


class Side(NamedTuple):
    """One side that adds something: its name, the number of its ingredient, what it can add, and that it does."""

    naam: str
    nr: int
    values: Vocabulary
    told: str


SIDES = MappingProxyType(
    {
        "meerwaarde_mborijnland": Side("mboRijnland", 10, v.MEERWAARDE_MBO, "wat mboRijnland toevoegt"),
        "meerwaarde_partners": Side("Partners", 11, v.MEERWAARDE_PARTNERS, "wat de partners toevoegen"),
    }
)
"""Both sides, by the field of the activities that tells what they add."""

HEADERS = {side: ACTIVITEITEN.column(side).header for side in SIDES}


def value_label(side: str, code: str) -> str:
    """What is added, as a label; "Onbekend" for what was not understood."""
    return texts.capital(spoken(side, code))


def spoken(side: str, code: str) -> str:
    """What is added, within a sentence."""
    return v.ONBEKEND if code == v.ONBEKEND else SIDES[side].values.label(code)


def added_value(selected: Register) -> pd.DataFrame:
    """Activities by what each side adds: kant, kant_naam, waarde, naam, aantal, totaal, aandeel (0–1).

    ``kant`` is a key of :data:`SIDES`. Of a side all values in order, "onbekend" last when it occurs. ``totaal`` is the
    number of activities; an activity that names three values counts at each of them.
    """
    rows, total = [], len(selected.activiteiten)
    for side, (name, _, known, _) in SIDES.items():
        told = selected.kenmerken.loc[selected.kenmerken["veld"] == side, ["activiteit", "waarde"]].drop_duplicates()
        counts = told["waarde"].value_counts()
        codes = [*known.codes, *([v.ONBEKEND] if v.ONBEKEND in counts else [])]
        rows += [(side, name, code, value_label(side, code), int(counts.get(code, 0)), total) for code in codes]
    frame = pd.DataFrame(rows, columns=["kant", "kant_naam", "waarde", "naam", "aantal", "totaal"])
    return frame.assign(aandeel=frame["aantal"] / frame["totaal"])


def adds(register: Register, side: str, value: str) -> pd.Series:
    """Which activities of *register* name *value* for *side*, as a boolean series."""
    told = register.kenmerken
    return register.activiteiten["id"].isin(told.loc[(told["veld"] == side) & (told["waarde"] == value), "activiteit"])
