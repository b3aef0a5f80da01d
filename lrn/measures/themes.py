"""Coverage of the netwerkthema and the societal themes: in all, by place and by college."""

from __future__ import annotations

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.filters import on_network_theme
from lrn.measures import coverage
from lrn.measures.places import Area, area_names, columns_of, level_of
from lrn.once import once
from lrn.register.model import Register

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


@once
def all_themes(selected: Register) -> pd.DataFrame:
    """The netwerkthema first, then the societal themes: thema, naam, aantal, totaal, aandeel."""
    return pd.concat([network_theme(selected), per_theme(selected)], ignore_index=True)


@once
def theme_by_place(selected: Register, *, areas: tuple[Area, ...] | None = None) -> pd.DataFrame:
    """Per theme (netwerkthema first) and place: thema, naam, level, plaats, plaats_naam, aantal, totaal, aandeel.

    All places, or the *areas* that were chosen (:func:`lrn.measures.places.chosen_areas`); a municipality stands as a
    place then.
    """
    groups, columns = columns_of(areas, selected.activiteiten)
    frame = coverage.by_group(themes_of(selected), "thema", _occurring(selected), groups, columns)
    frame = frame.rename(columns={"groep": "plaats"})
    frame.insert(1, "naam", frame["thema"].map(theme_label))
    frame.insert(3, "plaats_naam", frame["plaats"].map(area_names(areas)))
    frame.insert(2, "level", level_of(areas))
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


@once
def not_there_yet(register: Register, selected: Register, *, areas: tuple[Area, ...] | None = None) -> pd.DataFrame:
    """Themes without any activity in the whole register, in places in view: thema, naam, level, plaats, totaal.

    *selected* tells which places are in view (:func:`asked_of`); whether a theme is there is asked of *register*,
    because a selection that leaves something out does not make it unregistered. ``totaal`` is the number of registered
    activities in the place. *areas* as in :func:`theme_by_place`; *anders* is no theme to miss.
    """
    frame = theme_by_place(register, areas=areas)
    in_view = {area.code for area in asked_of(selected, areas=areas)}
    gaps = frame["plaats"].isin(in_view) & frame["thema"].isin(ALL_THEMES) & ~frame["thema"].eq("anders")
    return frame.loc[gaps & (frame["aantal"] == 0), ["thema", "naam", "level", "plaats", "totaal"]]


def asked_of(selected: Register, *, areas: tuple[Area, ...] | None = None) -> list[Area]:
    """Of which places it is asked what is not there yet: the network's own with an activity in *selected*.

    Of the *areas* that were chosen those that are the network's own.
    """
    where, codes = columns_of(areas, selected.activiteiten)
    alive = set(where)
    asked = [Area(level_of(areas), code) for code in codes if code in alive]
    return [area for area in asked if area.is_ours]


@once
def themes_of(selected: Register) -> pd.DataFrame:
    """The themes of activities, the netwerkthema among them: activiteit, thema."""
    ids = selected.activiteiten.loc[on_network_theme(selected.activiteiten), "id"]
    network = pd.DataFrame({"activiteit": ids, "thema": NETWERK})
    return pd.concat([network, selected.themas], ignore_index=True)
