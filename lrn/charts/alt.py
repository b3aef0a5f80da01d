"""Alt texts: what a chart tells of its frame, in Dutch, to stand behind its title for somebody who cannot see it.

A function that asks what to name returns one from the frame to the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.cells import Row

Tell = Callable[[pd.DataFrame], str]
NAMED = 3  # so many that share the highest or the lowest amount are named; of more it is said how many they are


def counts(name: str, *, code: str = "") -> Tell:
    """The highest and lowest ``aantal``, named by the column *name*.

    With *code*, a column, not of what is unknown or not filled in: that is neither the most nor the least of anything.
    """
    return lambda frame: extremes(frame[~frame[code].isin((v.ONBEKEND, ""))] if code else frame, name)


def theme_counts(frame: pd.DataFrame) -> str:
    """How many are on the netwerkthema, and of the other themes the highest and lowest ``aantal``."""
    network = frame["thema"] == v.NETWERKTHEMA.code
    on_it = texts.number(int(frame.loc[network, "aantal"].sum()))
    others = counts("naam", code="thema")(frame[~network])
    return f"{on_it} op het netwerkthema; van de andere thema's {others}"


def extremes(frame: pd.DataFrame, name: str, within: str = "") -> str:
    """The highest and lowest ``aantal``, named by the column *name* behind *within*, such as "in "."""
    most, least = frame["aantal"].max(), frame["aantal"].min()
    if most == least:
        return f"steeds {texts.number(most)}"
    high, low = (frame.loc[frame["aantal"] == amount, name] for amount in (most, least))
    told = f"het meest {those(high, of=len(frame), within=within)} ({texts.number(most)})"
    # That many share the lowest amount is nothing to tell.
    if len(low) > NAMED:
        return told
    return f"{told}, het minst {those(low, of=len(frame), within=within)} ({texts.number(least)})"


def those(names: Iterable[str], *, of: int, within: str = "") -> str:
    """All that share an amount by their *names*, behind a word such as in (*within*); of many how many *of* all."""
    named = list(names)
    return f"{within}{texts.listing(named)}" if len(named) <= NAMED else f"{within or 'bij '}{len(named)} van de {of}"


def pairs(row: str, column: str, within: str = "in", *, nothing: str = "geen activiteiten") -> Tell:
    """The cells with the highest ``aantal``, by the columns *row* and *column* with *within* between; or *nothing*."""

    def cell(top: Row) -> str:
        where = top[column]
        return f"{top[row]} {where.lower() if where in _APART else f'{within} {where}'}"

    def tell(frame: pd.DataFrame) -> str:
        most = int(frame["aantal"].max()) if len(frame) else 0
        if not most:
            return nothing
        least = int(frame["aantal"].min())
        if most == least and len(frame) > 1:
            return f"steeds {texts.number(most)}"
        top = [cell(each) for each in frame[frame["aantal"] == most].to_dict("records")]
        told = texts.listing(top)
        if len(top) > NAMED:
            told = f"bij {texts.number(len(top))} van de {texts.number(len(frame))} combinaties"
        return f"het meest {told} ({texts.number(most)})"

    return tell


_APART = {v.PLAATS_NAMEN[v.ELDERS], v.PLAATS_NAMEN[v.ZONDER], texts.WITHOUT_COLLEGE}
"""What is no name of a place or a college, and is not spoken of as one."""


def accent(frame: pd.DataFrame) -> str:
    """The ingredients that are most above and below what a place is laid beside."""
    apart = frame["verschil"].round(9)
    told = [
        f"het meest {where} {those(names, of=len(frame))} ({texts.points(most)} procentpunten)"
        for where, most in (("erboven", apart.max()), ("eronder", apart.min()))
        if len(names := frame.loc[apart == most, "kort"]) and (most > 0) == (where == "erboven") and most
    ]
    return ", ".join(told) or "nergens een verschil"


def also_beside(tell: Tell, name: str, within: str) -> Tell:
    """What *tell* tells, and where the share differs most from that *within* the network, by the column *name*."""

    def told(frame: pd.DataFrame) -> str:
        apart = frame.assign(kort=frame[name])[frame["verschil"].notna()]
        return f"{tell(frame)}; aandeel naast dat {within}: {accent(apart)}" if len(apart) else tell(frame)

    return told


def of_chosen(tell: Tell) -> Tell:
    """What *tell* tells of what was chosen, in a frame that also holds what was not, to compare."""
    return lambda frame: f"{tell(frame[frame['gekozen']])}; lichter: wat niet is gekozen, om mee te vergelijken"


def claimed_and_supported(frame: pd.DataFrame) -> str:
    """Where most is named that the register does not show, and the reverse."""
    told = []
    for part in ("alleen_genoemd", "alleen_te_zien"):
        top = int(frame[part].max())
        names = frame.loc[frame[part] == top, "kort"]
        most = f"het meest {those(names, of=len(frame))} ({texts.number(top)})" if top else "nergens"
        told.append(f"{texts.CLAIMED_AND_SUPPORTED[part]} {most}")
    return "; ".join(told)


def both_ways(frame: pd.DataFrame) -> str:
    """What each side (``kant_naam``) names most: mboRijnland het meest ‘Hybride leren’ (24)."""
    told = []
    for side, rows in frame[frame["waarde"] != v.ONBEKEND].groupby("kant_naam", sort=False):
        top = int(rows["aantal"].max())
        names = [f"‘{name}’" for name in rows.loc[rows["aantal"] == top, "naam"]]
        most = f"het meest {those(names, of=len(rows))} ({texts.number(top)})" if top else "nog nergens ingevuld"
        told.append(f"{side} {most}")
    return "; ".join(told)


def trend(frame: pd.DataFrame) -> str:
    """``aantal`` in the first and the last ``kwartaal``; one amount when it never changes."""
    if frame["aantal"].nunique() == 1:
        return f"steeds {texts.number(frame['aantal'].iloc[0])}"
    first, last = frame.iloc[0], frame.iloc[-1]
    before, after = texts.number(first["aantal"]), texts.number(last["aantal"])
    return f"van {before} in {first['kwartaal']} naar {after} in {last['kwartaal']}"
