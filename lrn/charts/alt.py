"""Alt texts: what a chart tells, in one Dutch sentence for somebody who cannot see it.

Each function returns a function from the chart's frame to the text, so that the text is only made when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v

Alt = Callable[[pd.DataFrame], str]
NAMED = 3  # so many that share the highest or the lowest amount are named; of more it is said how many they are


def counts(title: str, name: str, *, within: str = "") -> Alt:
    """The title, and the highest and lowest ``aantal``, named by the column *name* (behind *within*, such as "in ")."""
    return lambda frame: f"{title}: {_extremes(frame, name, within)}"


def theme_counts(title: str) -> Alt:
    """The title, how many are on the netwerkthema, and of the other themes the highest and lowest ``aantal``."""

    def tell(frame: pd.DataFrame) -> str:
        network = frame["thema"] == v.NETWERKTHEMA.code
        on_it = texts.number(int(frame.loc[network, "aantal"].sum()))
        others = frame[~network & (frame["thema"] != v.ONBEKEND)]
        return f"{title}: {on_it} op het netwerkthema; van de andere thema's {_extremes(others, 'naam')}"

    return tell


def _extremes(frame: pd.DataFrame, name: str, within: str = "") -> str:
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


def pairs(title: str, row: str, column: str, within: str = "in") -> Alt:
    """The title and the cells with the highest ``aantal``, by the columns *row* and *column* with *within* between."""

    def cell(top: dict[Hashable, Any]) -> str:
        where = top[column]
        return f"{top[row]} {where.lower() if where in _APART else f'{within} {where}'}"

    def tell(frame: pd.DataFrame) -> str:
        most = int(frame["aantal"].max()) if len(frame) else 0
        if not most:
            return f"{title}: geen activiteiten"
        least = int(frame["aantal"].min())
        if most == least and len(frame) > 1:
            return f"{title}: steeds {texts.number(most)}"
        top = [cell(each) for each in frame[frame["aantal"] == most].to_dict("records")]
        told = texts.listing(top)
        if len(top) > NAMED:
            told = f"bij {texts.number(len(top))} van de {texts.number(len(frame))} combinaties"
        return f"{title}: het meest {told} ({texts.number(most)})"

    return tell


_APART = {v.PLAATS_NAMEN[v.ELDERS], v.PLAATS_NAMEN[v.ZONDER], texts.WITHOUT_COLLEGE}
"""What is no name of a place or a college, and is not spoken of as one."""


def accent(place: str, beside: str) -> Alt:
    """The ingredients that are most above and below what *place* is laid *beside*, both by their names."""

    def tell(frame: pd.DataFrame) -> str:
        apart = frame["verschil"].round(9)
        told = [
            f"het meest {where} {those(names, of=len(frame))} ({texts.points(most)} procentpunten)"
            for where, most in (("erboven", apart.max()), ("eronder", apart.min()))
            if len(names := frame.loc[apart == most, "kort"]) and (most > 0) == (where == "erboven") and most
        ]
        return f"Accent van {place} naast {beside}: {', '.join(told) or 'nergens een verschil'}"

    return tell


def named_and_shown(frame: pd.DataFrame) -> str:
    """Where most is named that the register does not show, and the reverse."""
    told = []
    for part in ("alleen_genoemd", "alleen_te_zien"):
        top = int(frame[part].max())
        names = frame.loc[frame[part] == top, "kort"]
        most = f"het meest {those(names, of=len(frame))} ({texts.number(top)})" if top else "nergens"
        told.append(f"{texts.NAMED_AND_SHOWN[part]}: {most}")
    return f"Genoemd én onderbouwd per ingrediënt; {'; '.join(told)}"


def course(title: str) -> Alt:
    """The title, and ``aantal`` in the first and the last ``kwartaal``; one amount when it never changes."""

    def tell(frame: pd.DataFrame) -> str:
        if frame["aantal"].nunique() == 1:
            return f"{title}: steeds {texts.number(frame['aantal'].iloc[0])}"
        first, last = frame.iloc[0], frame.iloc[-1]
        before, after = texts.number(first["aantal"]), texts.number(last["aantal"])
        return f"{title}: van {before} in {first['kwartaal']} naar {after} in {last['kwartaal']}"

    return tell
