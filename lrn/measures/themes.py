"""Coverage of the netwerkthema and the societal themes: in all, by place, by college, and through time."""

from __future__ import annotations

from datetime import date

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import coverage
from lrn.measures.overview import ended_since, on_network_theme
from lrn.register.model import Register
from lrn.selection import Selection, active_on, apply

NETWERK = v.NETWERKTHEMA.code
ALL_THEMES = (NETWERK, *v.THEMAS.codes)
THEME_LABELS = {NETWERK: v.NETWERKTHEMA.label} | {code: v.THEMAS.label(code) for code in v.THEMAS.codes}
QUARTERS = 12  # three years of course


def theme_label(code: str) -> str:
    """The label of a societal theme, of the netwerkthema, or "Onbekend"."""
    return THEME_LABELS.get(code, texts.ONBEKEND)


def per_theme(selected: Register) -> pd.DataFrame:
    """Activities per societal theme: thema, naam, aantal, aandeel. A last row "onbekend" only when it occurs."""
    codes = [*v.THEMAS.codes, *([v.ONBEKEND] if selected.themas["thema"].eq(v.ONBEKEND).any() else [])]
    frame = coverage.per_value(selected.themas, "thema", codes, len(selected.activiteiten))
    frame.insert(1, "naam", [theme_label(code) for code in frame["thema"]])
    return frame


def network_theme(selected: Register) -> pd.DataFrame:
    """One row for the netwerkthema, shaped as :func:`per_theme`: thema, naam, aantal, aandeel."""
    frame = coverage.per_value(_with_network_theme(selected), "thema", [NETWERK], len(selected.activiteiten))
    frame.insert(1, "naam", [v.NETWERKTHEMA.label])
    return frame


def all_themes(selected: Register) -> pd.DataFrame:
    """The netwerkthema first, then the societal themes: thema, naam, aantal, aandeel."""
    return pd.concat([network_theme(selected), per_theme(selected)], ignore_index=True)


def theme_by_place(selected: Register) -> pd.DataFrame:
    """Per theme (netwerkthema first) and place: thema, naam, plaats, plaats_naam, aantal, totaal, aandeel."""
    groups = selected.activiteiten.set_index("id")["plaats"]
    frame = coverage.by_group(_with_network_theme(selected), "thema", ALL_THEMES, groups, v.PLAATSEN)
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
    frame = coverage.by_group(_with_network_theme(selected), "thema", ALL_THEMES, groups, order)
    frame = frame.rename(columns={"groep": "college"})
    frame.insert(1, "naam", frame["thema"].map(theme_label))
    return frame


def not_there_yet(selected: Register) -> pd.DataFrame:
    """Themes without a registered activity in a place that does have activities: thema, plaats, totaal.

    Only the network's own places; *anders* is no theme to miss.
    """
    frame = theme_by_place(selected)
    own = frame["plaats"].isin(v.EIGEN_PLAATSEN) & ~frame["thema"].eq("anders")
    return frame.loc[own & (frame["aantal"] == 0) & (frame["totaal"] > 0), ["thema", "plaats", "totaal"]]


def per_quarter(register: Register, selection: Selection, *, thema: str | None = None) -> pd.DataFrame:
    """Activities active at the end of each quarter: kwartaal, dag, aantal, sindsdien_voorbij.

    *register* is the whole register; the other filters of *selection* hold. The last quarter is counted on the
    peildatum (today's register without one ends at its checking day). With *thema* only activities that carry it;
    ``sindsdien_voorbij`` as in :class:`lrn.measures.overview.Change`.
    """
    last = selection.peildatum or register.checked_on
    within = apply(selection.on(None), register)
    themed = _with_network_theme(within)
    ids = set(themed.loc[themed["thema"] == thema, "activiteit"]) if thema else set(within.activiteiten["id"])
    mine = register.activiteiten["id"].isin(ids)
    rows = []
    for day in quarter_ends(last, QUARTERS):
        active = mine & active_on(register.activiteiten, day)
        gone = mine & ended_since(register, selection.on(day))
        rows.append((texts.quarter(day), day, int(active.sum()), int(gone.sum())))
    return pd.DataFrame(rows, columns=["kwartaal", "dag", "aantal", "sindsdien_voorbij"])


def quarter_ends(last: date, amount: int) -> list[date]:
    """The last days of *amount* quarters, oldest first; the final one is *last* itself."""
    ends = pd.date_range(end=pd.Timestamp(last) - pd.offsets.QuarterEnd(1), periods=amount - 1, freq="QE")
    return [*(end.date() for end in ends), last]


def activities_with(
    selected: Register, *, thema: str, plaats: str | None = None, college: str | None = None
) -> pd.DataFrame:
    """The activities of *selected* that carry *thema*, in *plaats* or *college* when given."""
    themed = _with_network_theme(selected)
    frame = selected.activiteiten
    keep = frame["id"].isin(themed.loc[themed["thema"] == thema, "activiteit"])
    if plaats:
        keep &= frame["plaats"] == plaats
    if college:
        keep &= frame["college"] == college
    return frame[keep]


def _with_network_theme(selected: Register) -> pd.DataFrame:
    """The themes of activities with the netwerkthema among them: activiteit, thema."""
    ids = selected.activiteiten.loc[on_network_theme(selected.activiteiten), "id"]
    network = pd.DataFrame({"activiteit": ids, "thema": NETWERK})
    return pd.concat([network, selected.themas], ignore_index=True)
