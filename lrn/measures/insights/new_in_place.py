"""Firsts: a theme, form or ingredient that was not registered in a place before."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.places import AREAS, Level, municipality_codes
from lrn.measures.themes import ALL_THEMES, themes_of
from lrn.once import once
from lrn.register.model import Register

_ANY = {"anders", v.ONBEKEND}  # no theme or form that can be new


def new_in_place(register: Register, new: pd.Series, until: date, *, level: Level = "plaats") -> pd.DataFrame:
    """What is new in a place: kenmerk (thema, vorm, ingredient), waarde, plaats, aantal (of the *new* activities).

    ``plaats`` is the code of a municipality where *level* says so.

    An activity in *new* (ids) carries it, and none of the other activities of the whole *register* there that had
    begun by *until* does: one without a Start may well have begun before, so it counts as older. Only in the
    network's own places with more than a few older activities (:func:`lrn.texts.is_few`): where little is registered
    everything is new. Themes first, then forms and ingredients; within those in the order of the vocabulary and of the
    places.
    """
    everything = register.activiteiten
    # Not whether it has ended: what ran once was there.
    begun = everything["start"].isna() | (everything["start"] <= pd.Timestamp(until))
    older = everything[begun & ~everything["id"].isin(new)]
    codes = everything["plaats"] if level == "plaats" else municipality_codes(everything)
    where = pd.Series(codes.to_numpy(), index=everything["id"])
    settled = where[older["id"]].value_counts()
    alive = set(where[new])
    ours = [area.code for area in AREAS if area.level == level and area.is_ours]
    places = [code for code in ours if code in alive and not texts.is_few(settled.get(code, 0))]
    old = set(older.loc[older["id"].map(where).isin(places), "id"])
    rows = []
    for kind, pairs, values in _features(register):
        theirs = pairs[pairs["activiteit"].isin(new)]
        now = Counter(zip(theirs["waarde"], theirs["activiteit"].map(where), strict=True))
        seen = pairs[pairs["waarde"].isin({value for value, _ in now}) & pairs["activiteit"].isin(old)]
        before = set(zip(seen["waarde"], seen["activiteit"].map(where), strict=True))
        rows += [
            (kind, value, place, now[value, place])
            for value in values
            for place in places
            if (value, place) in now and (value, place) not in before
        ]
    return pd.DataFrame(rows, columns=["kenmerk", "waarde", "plaats", "aantal"])


@once
def _features(register: Register) -> list[tuple[str, pd.DataFrame, list[Any]]]:
    """Of each kind of feature: its name, its pairs (activiteit, waarde), its values in order."""
    forms = register.activiteiten[["id", "vorm"]].set_axis(["activiteit", "waarde"], axis=1)
    return [
        ("thema", themes_of(register).rename(columns={"thema": "waarde"}), [c for c in ALL_THEMES if c not in _ANY]),
        ("vorm", forms, [code for code in v.VORMEN.codes if code not in _ANY]),
        ("ingredient", register.ingredienten.rename(columns={"nr": "waarde"}), list(v.INGREDIENT)),
    ]
