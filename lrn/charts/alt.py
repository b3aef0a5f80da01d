"""Alt texts: what a chart tells, in one Dutch sentence for somebody who cannot see it.

Each function returns a function from the chart's frame to the text, so that the text is only made when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from lrn import texts
from lrn import vocabulary as v

Alt = Callable[[pd.DataFrame], str]


def counts(title: str, name: str) -> Alt:
    """The title, and the highest and lowest ``aantal``, named by the column *name*."""

    def tell(frame: pd.DataFrame) -> str:
        top, low = frame.iloc[frame["aantal"].argmax()], frame.iloc[frame["aantal"].argmin()]
        most, least = texts.number(top["aantal"]), texts.number(low["aantal"])
        return f"{title}: het meest {top[name]} ({most}), het minst {low[name]} ({least})"

    return tell


def pairs(title: str, row: str, column: str) -> Alt:
    """The title and the cell with the highest ``aantal``, named by the columns *row* and *column*."""

    def tell(frame: pd.DataFrame) -> str:
        if frame.empty:
            return f"{title}: geen activiteiten"
        top = frame.iloc[frame["aantal"].argmax()]
        return f"{title}: het meest {top[row]} bij {top[column]}, {texts.activities(int(top['aantal']))}"

    return tell


def accent(frame: pd.DataFrame) -> str:
    """The ingredients of the frame of an accent that are above and below the network most."""
    high, low = frame.iloc[frame["verschil"].argmax()], frame.iloc[frame["verschil"].argmin()]
    place = v.PLAATS_NAMEN[high["plaats"]]
    most, least = (f"{row['kort']} ({texts.points(row['verschil'])} procentpunten)" for row in (high, low))
    return f"Accent van {place} naast het hele netwerk: het meest erboven {most}, het meest eronder {least}"


def named_and_shown(frame: pd.DataFrame) -> str:
    """Where most is named that the register does not show, and the reverse."""
    told = []
    for part in ("alleen_genoemd", "alleen_te_zien"):
        top = frame.iloc[frame[part].argmax()]
        told.append(f"{texts.NAMED_AND_SHOWN[part]}: het meest {top['kort']} ({texts.number(top[part])})")
    return f"Genoemd en te zien per ingrediënt; {'; '.join(told)}"


def course(title: str) -> Alt:
    """The title, and ``aantal`` in the first and the last ``kwartaal``."""

    def tell(frame: pd.DataFrame) -> str:
        first, last = frame.iloc[0], frame.iloc[-1]
        before, after = texts.number(first["aantal"]), texts.number(last["aantal"])
        return f"{title}: van {before} in {first['kwartaal']} naar {after} in {last['kwartaal']}"

    return tell
