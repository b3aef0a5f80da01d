"""Coverage of the netwerkthema and the societal themes: in all, by place and by college."""

from __future__ import annotations

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import coverage
from lrn.register.model import Register
from lrn.selection import on_network_theme

NETWERK = v.NETWERKTHEMA.code
ALL_THEMES = (NETWERK, *v.THEMAS.codes)
THEME_LABELS = {NETWERK: v.NETWERKTHEMA.label} | {code: v.THEMAS.label(code) for code in v.THEMAS.codes}


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
    frame = coverage.per_value(themes_of(selected), "thema", [NETWERK], len(selected.activiteiten))
    frame.insert(1, "naam", [v.NETWERKTHEMA.label])
    return frame


def all_themes(selected: Register) -> pd.DataFrame:
    """The netwerkthema first, then the societal themes: thema, naam, aantal, totaal, aandeel."""
    return pd.concat([network_theme(selected), per_theme(selected)], ignore_index=True)


def theme_by_place(selected: Register, *, within: tuple[str, ...] | None = None) -> pd.DataFrame:
    """Per theme (netwerkthema first) and place: thema, naam, plaats, plaats_naam, aantal, totaal, aandeel.

    All places, or those *within* view (:func:`lrn.measures.places.areas_in_view`) and those that occur.
    """
    groups = selected.activiteiten.set_index("id")["plaats"]
    columns = coverage.columns(groups, v.PLAATSEN, within)
    frame = coverage.by_group(themes_of(selected), "thema", _occurring(selected), groups, columns)
    frame = frame.rename(columns={"groep": "plaats"})
    frame.insert(1, "naam", frame["thema"].map(theme_label))
    frame.insert(3, "plaats_naam", frame["plaats"].map(v.PLAATS_NAMEN))
    return frame


def theme_by_college(selected: Register) -> pd.DataFrame:
    """Per theme (netwerkthema first) and college: thema, naam, college, college_naam, aantal, totaal, aandeel.

    Colleges in alphabetical order: this ranks nobody. Activities without a college are last, as college "", when
    there are any.
    """
    groups = selected.activiteiten.set_index("id")["college"].fillna("")
    order = sorted(groups.unique(), key=lambda name: (not name, name.casefold()))
    frame = coverage.by_group(themes_of(selected), "thema", _occurring(selected), groups, order)
    frame = frame.rename(columns={"groep": "college"})
    frame.insert(1, "naam", frame["thema"].map(theme_label))
    frame.insert(3, "college_naam", frame["college"].replace("", texts.WITHOUT_COLLEGE))
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


def carries(selected: Register, thema: str) -> pd.Series:
    """Which activities of *selected* carry *thema*, the netwerkthema among them; a boolean series."""
    themed = themes_of(selected)
    return selected.activiteiten["id"].isin(themed.loc[themed["thema"] == thema, "activiteit"])


def themes_of(selected: Register) -> pd.DataFrame:
    """The themes of activities, the netwerkthema among them: activiteit, thema."""
    ids = selected.activiteiten.loc[on_network_theme(selected.activiteiten), "id"]
    network = pd.DataFrame({"activiteit": ids, "thema": NETWERK})
    return pd.concat([network, selected.themas], ignore_index=True)
