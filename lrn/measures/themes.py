"""Coverage of the netwerkthema and the societal themes: in all, by place, by college, and through time."""

from __future__ import annotations

from datetime import date

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import coverage
from lrn.measures.overview import ended_since
from lrn.register.model import Register
from lrn.selection import Selection, active_on, apply, on_network_theme

NETWERK = v.NETWERKTHEMA.code
ALL_THEMES = (NETWERK, *v.THEMAS.codes)
THEME_LABELS = {NETWERK: v.NETWERKTHEMA.label} | {code: v.THEMAS.label(code) for code in v.THEMAS.codes}
QUARTERS = 12  # three years of course


def theme_label(code: str) -> str:
    """The label of a societal theme, of the netwerkthema, or "Onbekend"."""
    return THEME_LABELS.get(code, texts.ONBEKEND)


def _occurring(selected: Register) -> list[str]:
    """The themes in order, and "onbekend" last when it occurs."""
    return [*ALL_THEMES, *([v.ONBEKEND] if selected.themas["thema"].eq(v.ONBEKEND).any() else [])]


def per_theme(selected: Register) -> pd.DataFrame:
    """Activities per societal theme: thema, naam, aantal, totaal, aandeel; "onbekend" last, when it occurs."""
    codes = [code for code in _occurring(selected) if code != NETWERK]
    frame = coverage.per_value(selected.themas, "thema", codes, len(selected.activiteiten))
    frame.insert(1, "naam", [theme_label(code) for code in frame["thema"]])
    return frame


def network_theme(selected: Register) -> pd.DataFrame:
    """One row for the netwerkthema, shaped as :func:`per_theme`."""
    frame = coverage.per_value(with_network_theme(selected), "thema", [NETWERK], len(selected.activiteiten))
    frame.insert(1, "naam", [v.NETWERKTHEMA.label])
    return frame


def all_themes(selected: Register) -> pd.DataFrame:
    """The netwerkthema first, then the societal themes: thema, naam, aantal, totaal, aandeel."""
    return pd.concat([network_theme(selected), per_theme(selected)], ignore_index=True)


def theme_by_place(selected: Register) -> pd.DataFrame:
    """Per theme (netwerkthema first) and place: thema, naam, plaats, plaats_naam, aantal, totaal, aandeel."""
    groups = selected.activiteiten.set_index("id")["plaats"]
    frame = coverage.by_group(with_network_theme(selected), "thema", _occurring(selected), groups, v.PLAATSEN)
    frame = frame.rename(columns={"groep": "plaats"})
    frame.insert(1, "naam", frame["thema"].map(theme_label))
    frame.insert(3, "plaats_naam", frame["plaats"].map(v.PLAATS_NAMEN))
    return frame


def theme_by_college(selected: Register) -> pd.DataFrame:
    """Activities per theme (netwerkthema first) and college: thema, naam, college, aantal, totaal, aandeel.

    Colleges in alphabetical order: this ranks nobody. Activities without a college are not in it.
    """
    groups = selected.activiteiten.set_index("id")["college"].dropna()
    order = sorted(groups.unique(), key=str.casefold)
    frame = coverage.by_group(with_network_theme(selected), "thema", ALL_THEMES, groups, order)
    frame = frame.rename(columns={"groep": "college"})
    frame.insert(1, "naam", frame["thema"].map(theme_label))
    return frame


def not_there_yet(register: Register, selected: Register) -> pd.DataFrame:
    """Themes without any activity in the whole register, in places that are in view: thema, naam, plaats, totaal.

    *selected* tells which places are in view (those with an activity in it); whether a theme is there is asked of
    *register*, because a selection that leaves something out does not make it unregistered. ``totaal`` is the number
    of registered activities in the place. Only the network's own places; *anders* is no theme to miss.
    """
    frame = theme_by_place(register)
    in_view = set(selected.activiteiten["plaats"]) & set(v.EIGEN_PLAATSEN)
    gaps = frame["plaats"].isin(in_view) & frame["thema"].isin(ALL_THEMES) & ~frame["thema"].eq("anders")
    return frame.loc[gaps & (frame["aantal"] == 0), ["thema", "naam", "plaats", "totaal"]]


def per_quarter(register: Register, selection: Selection, *, thema: str | None = None) -> pd.DataFrame:
    """Activities active at the end of each quarter: kwartaal, dag, aantal, sindsdien_voorbij, thema (as asked).

    *register* is the whole register; the other filters of *selection* hold. The last quarter is counted on the
    peildatum (today's register without one ends at its checking day). With *thema* only activities that carry it;
    ``sindsdien_voorbij`` as in :class:`lrn.measures.overview.Change`.
    """
    last = selection.peildatum or register.checked_on
    within = apply(selection.on(None), register)
    frame = within.activiteiten[carries(within, thema)] if thema else within.activiteiten
    rows = [
        (texts.quarter(day), day, int(active_on(frame, day).sum()), int(ended_since(frame, day).sum()))
        for day in quarter_ends(last, QUARTERS)
    ]
    return pd.DataFrame(rows, columns=["kwartaal", "dag", "aantal", "sindsdien_voorbij"]).assign(thema=thema)


def quarter_ends(last: date, amount: int) -> list[date]:
    """The last days of *amount* quarters, oldest first; the final one is *last* itself."""
    ends = pd.date_range(end=pd.Timestamp(last) - pd.offsets.QuarterEnd(1), periods=amount - 1, freq="QE")
    return [*(end.date() for end in ends), last]


def carries(selected: Register, thema: str) -> pd.Series:
    """Which activities of *selected* carry *thema*, the netwerkthema among them; a boolean series."""
    themed = with_network_theme(selected)
    return selected.activiteiten["id"].isin(themed.loc[themed["thema"] == thema, "activiteit"])


def with_network_theme(selected: Register) -> pd.DataFrame:
    """The themes of the activities of *selected* with the netwerkthema among them: activiteit, thema."""
    ids = selected.activiteiten.loc[on_network_theme(selected.activiteiten), "id"]
    network = pd.DataFrame({"activiteit": ids, "thema": NETWERK})
    return pd.concat([network, selected.themas], ignore_index=True)
