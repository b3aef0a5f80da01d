"""How long ago each row of the register was updated, and which rows ask for a look. By college, never as a ranking.

Of a contact person only the function is shown (:data:`lrn.vocabulary.CONTACTROLLEN`), never a name or an address.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

import pandas as pd
from babel.dates import format_timedelta

from lrn import texts
from lrn import vocabulary as v
from lrn.register.checking.activities import DAYS_FRESH
from lrn.register.model import Register
from lrn.terms import plain

IN_WORKBOOK = "staat in de werkmap"
NO_OUTCOME = "voorbij, nog zonder opbrengst"

# The spellings of each function as words between spaces, the longest first.
_FUNCTIONS = sorted(
    (
        (f" {plain(spelling)} ", term.label)
        for term in v.CONTACTROLLEN.terms
        for spelling in (term.label, term.code, *term.aliases)
    ),
    key=lambda function: -len(function[0]),
)


def ages(activities: Register, *, today: date) -> pd.DataFrame:
    """The age of each activity: id, naam, plaats, college, status, einde, bijgewerkt, dagen, voorbij, opbrengst,
    contactrol, rij.

    *activities* is the register narrowed to a selection of any date. ``dagen`` is the number of days since Bijgewerkt,
    0 for a date in the future and missing when it is not filled in; ``voorbij`` says that the status is afgerond or
    gestopt or the Einde is before *today*; ``opbrengst`` that one is filled in; ``contactrol`` is from
    :func:`contact_role`.
    """
    frame = activities.activiteiten
    listed = frame[["id", "naam", "plaats", "college", "status", "einde", "bijgewerkt"]].reset_index(drop=True)
    moment = pd.Timestamp(today)
    days = (moment - listed["bijgewerkt"]).dt.days.clip(lower=0)
    return listed.assign(
        dagen=days.astype("Int64"),
        voorbij=listed["status"].isin(v.VOORBIJE_STATUSSEN) | (listed["einde"] < moment),
        opbrengst=frame["opbrengst"].notna().to_numpy(dtype=bool),
        contactrol=pd.Series([contact_role(cell) for cell in frame["contactpersoon"]], dtype=object),
        rij=frame["rij"].to_numpy(),
    )


def contact_role(cell: object) -> str:
    """What may be shown of a cell with a contact person: a function of the vocabulary, or only that it is filled in.

    The longest function that stands in it in whole words, whatever the case and accents. Whatever else the cell
    holds is never part of the answer.
    """
    if not isinstance(cell, str) or not cell.strip():
        return texts.NOT_FILLED_IN
    words = f" {plain(cell)} "
    return next((label for spelling, label in _FUNCTIONS if spelling in words), IN_WORKBOOK)


def to_update(ages: pd.DataFrame, *, older_than: int = DAYS_FRESH) -> pd.DataFrame:
    """The activities that ask for a look: the columns of :func:`ages` and ``reden``.

    They were not updated for more than *older_than* days, or they are past without an Opbrengst; ``reden`` says which.
    By college in alphabetical order ("Zonder college" last), then those that were left longest. An activity of which
    nobody noted when it was updated is not here for its age: see :func:`without_date`.
    """
    old = ages["dagen"].gt(older_than).fillna(False).astype(bool)
    bare = ages["voorbij"] & ~ages["opbrengst"]
    phrases = {(True, False): not_updated_for(older_than), (False, True): NO_OUTCOME}
    phrases[True, True] = "; ".join(phrases.values())
    reasons = [phrases.get(pair) for pair in zip(old, bare, strict=True)]
    listed = ages.assign(reden=pd.Series(reasons, index=ages.index, dtype=object))[old | bare].copy()
    listed["college"] = listed["college"].fillna(texts.WITHOUT_COLLEGE)
    keys = pd.DataFrame(
        {
            "college": listed["college"].map(_by_college),
            "dagen": -listed["dagen"],
            "naam": listed["naam"].map(str.casefold),
        }
    )
    order = keys.sort_values(["college", "dagen", "naam"], na_position="last", kind="stable").index
    return listed.loc[order].reset_index(drop=True)


def without_date(ages: pd.DataFrame) -> int:
    """How many activities do not say when they were last updated."""
    return int(ages["bijgewerkt"].isna().sum())


def per_college(ages: pd.DataFrame, *, older_than: int = DAYS_FRESH) -> pd.DataFrame:
    """Per college, alphabetically: college, activiteiten, mediaan_dagen, te_actualiseren.

    ``mediaan_dagen`` is over the activities that say when they were updated, missing when none does;
    ``te_actualiseren`` is the number in :func:`to_update`. "Zonder college" is last, if there is any.
    """
    colleges = ages["college"].fillna(texts.WITHOUT_COLLEGE)
    asked = to_update(ages, older_than=older_than)["college"].value_counts()
    order = sorted(colleges.unique(), key=_by_college)
    return pd.DataFrame(
        {
            "college": pd.Series(order, dtype=object),
            "activiteiten": colleges.value_counts().reindex(order).to_numpy(dtype=int),
            "mediaan_dagen": ages["dagen"].astype("Float64").groupby(colleges).median().reindex(order).array,
            "te_actualiseren": asked.reindex(order, fill_value=0).to_numpy(dtype=int),
        }
    )


def not_updated_for(older_than: int) -> str:
    """The reason that goes with a threshold in days: "langer dan een jaar niet bijgewerkt"."""
    years, rest = divmod(older_than, DAYS_A_YEAR)
    if rest or not years:
        how_long = texts.count(older_than, "dag", "dagen")
    else:
        how_long = "een jaar" if years == 1 else f"{years} jaar"
    return f"langer dan {how_long} niet bijgewerkt"


DAYS_A_WEEK, DAYS_A_MONTH, DAYS_A_YEAR = 7, 365 / 12, 365


def age_phrase(dagen: float | None) -> str:
    """An age in days as people say it, in whole units: "3 weken", "2 maanden", "1 jaar"; "onbekend" when missing."""
    if dagen is None or pd.isna(dagen):
        return v.ONBEKEND
    # Babel rounds to the nearest unit and has months of 30 days; an age is rounded down, and twelve months are a year.
    for length, whole in ((DAYS_A_YEAR, 365), (DAYS_A_MONTH, 30), (DAYS_A_WEEK, 7)):
        if dagen >= length:
            return _in_words(int(dagen / length) * whole)
    return _in_words(int(dagen))


def within(dagen: float | None) -> str:
    """In how long something of that age was updated, in whole units, rounded up: "4 maanden"; "onbekend" if missing."""
    if dagen is None or pd.isna(dagen):
        return v.ONBEKEND
    if dagen < DAYS_A_WEEK:
        return texts.count(max(ceil(dagen), 1), "dag", "dagen")
    if dagen <= 4 * DAYS_A_WEEK:
        return texts.count(ceil(dagen / DAYS_A_WEEK), "week", "weken")
    if dagen <= 2 * DAYS_A_YEAR:
        return texts.count(ceil(dagen / DAYS_A_MONTH), "maand", "maanden")
    return f"{ceil(dagen / DAYS_A_YEAR)} jaar"


def ago(dagen: float | None) -> str:
    """When that was, seen from today: "vandaag", "3 weken geleden", "onbekend"."""
    phrase = age_phrase(dagen)
    return phrase if phrase == v.ONBEKEND else f"{phrase} geleden" if dagen else "vandaag"


def _in_words(days: int) -> str:
    return format_timedelta(timedelta(days=days), granularity="day", threshold=1, locale="nl")


def _by_college(name: str) -> tuple[bool, str]:
    return name == texts.WITHOUT_COLLEGE, name.casefold()
