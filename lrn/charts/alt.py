"""Alt texts: what a chart tells, in one Dutch sentence for somebody who cannot see it.

Each function returns a function from the chart's frame to the text, so that the text is only made when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from lrn import texts

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


def course(title: str) -> Alt:
    """The title, and ``aantal`` in the first and the last ``kwartaal``."""

    def tell(frame: pd.DataFrame) -> str:
        first, last = frame.iloc[0], frame.iloc[-1]
        before, after = texts.number(first["aantal"]), texts.number(last["aantal"])
        return f"{title}: van {before} in {first['kwartaal']} naar {after} in {last['kwartaal']}"

    return tell
