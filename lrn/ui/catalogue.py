"""The charts of the product: each with its title, its measure, how it is drawn and told, and its definition.

A chart that stands on two pages is described once, here; a page adds only what is chosen on that page.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from lrn import texts
from lrn import vocabulary as v
from lrn.charts import bars, maps
from lrn.charts.alt import Alt, counts, course, pairs
from lrn.charts.matrix import matrix
from lrn.measures import ingredients, places, themes
from lrn.measures.evidence import Evidence
from lrn.ui.cache import View

QUIET: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False}


@dataclass(frozen=True)
class Extra:
    """One more frame that a chart draws: ``make`` gives it for a view, ``key`` tells it from others in caches."""

    key: tuple[Hashable, ...]
    make: Callable[[View], pd.DataFrame]


CountedIn = Callable[[dict[str, Any]], Evidence]
"""From a row of a chart's frame to what one of its figures counts."""


@dataclass(frozen=True)
class Chart:
    """One chart. ``key`` names it on screen and in caches; ``draw(frame=…, **fixed)`` makes the figure.

    ``measure`` is a function of the narrowed register or, with ``through_time``, of the whole register and the
    selection. ``table`` maps columns of its frame to Dutch headings; ``share_of`` is the column with the number of
    activities that a share is of. With ``cross`` (rows, columns) the figures are
    shown as a cross table. ``evidence`` says of each column with a figure what it counts in a row of the frame; in a
    cross table ``aantal`` is the figure of a cell. ``extra`` holds, by keyword of ``draw``, more frames that it draws.
    """

    key: str
    title: str
    measure: Callable[..., pd.DataFrame]
    draw: Callable[..., go.Figure]
    alt: Alt
    definition: str
    table: dict[str, str]
    evidence: dict[str, CountedIn]
    share_of: str = "totaal"
    cross: tuple[str, str] | None = None
    fixed: dict[str, Any] = field(default_factory=dict)
    config: dict[str, Any] = field(default_factory=lambda: QUIET)
    caption: str = ""
    through_time: bool = False
    width: Literal["stretch", "content"] = "stretch"
    extra: dict[str, Extra] = field(default_factory=dict)


_COUNTED = {"aantal": "Activiteiten", "aandeel": "Aandeel"}
_COVERAGE = texts.DEFINITIONS["dekking"]

INGREDIENTS = Chart(
    key="ingredienten",
    title="Activiteiten per ingrediënt",
    measure=ingredients.per_ingredient,
    draw=bars.ingredient_bars,
    alt=counts("Activiteiten per ingrediënt", "kort"),
    definition=_COVERAGE,
    table={"nr": "Nr", "naam": "Ingrediënt", "vraag": "Vraag"} | _COUNTED,
    evidence={"aantal": lambda row: Evidence.of(ingredient=row["nr"])},
)
THEMES = Chart(
    key="themas",
    title="Activiteiten per thema",
    measure=themes.all_themes,
    draw=bars.theme_bars,
    alt=counts("Activiteiten per thema", "naam"),
    definition=_COVERAGE,
    table={"naam": "Thema"} | _COUNTED,
    evidence={"aantal": lambda row: Evidence.of(thema=row["thema"])},
)
INGREDIENT_MATRIX = Chart(
    key="ingredient_matrix",
    title="Ingrediënten per plaats",
    measure=ingredients.ingredient_by_place,
    draw=matrix,
    alt=pairs("Ingrediënten per plaats", "naam", "plaats_naam"),
    definition=_COVERAGE,
    table={"label": "Ingrediënt"},
    evidence={"aantal": lambda row: Evidence.of(ingredient=row["nr"], plaats=row["plaats"])},
    cross=("label", "plaats_naam"),
    fixed={
        "names": ("label", "plaats_naam"),
        "row": "nr",
        "column": "plaats",
        "row_labels": {i.nr: i.label for i in v.INGREDIENTEN},
        "column_labels": v.PLAATS_KORT,
    },
    width="content",
)
THEME_MATRIX = Chart(
    key="thema_matrix",
    title="Thema's per plaats",
    measure=themes.theme_by_place,
    draw=matrix,
    alt=pairs("Thema's per plaats", "naam", "plaats_naam"),
    definition=_COVERAGE,
    table={"naam": "Thema"},
    evidence={"aantal": lambda row: Evidence.of(thema=row["thema"], plaats=row["plaats"])},
    cross=("naam", "plaats_naam"),
    fixed={
        "names": ("naam", "plaats_naam"),
        "row": "thema",
        "column": "plaats",
        "row_labels": themes.THEME_LABELS,
        "column_labels": v.PLAATS_KORT,
    },
    width="content",
)
COLLEGE_MATRIX = Chart(
    key="college_matrix",
    title="Thema's per college",
    measure=themes.theme_by_college,
    draw=matrix,
    alt=pairs("Thema's per college", "naam", "college"),
    definition=_COVERAGE,
    table={"college": "College"},
    evidence={"aantal": lambda row: Evidence.of(thema=row["thema"], college=row["college"])},
    cross=("college", "naam"),
    fixed={
        "names": ("college", "naam"),
        "row": "college",
        "column": "thema",
        "column_labels": themes.THEME_LABELS,
    },
    width="content",
)
COURSE = Chart(
    key="verloop",
    title="Verloop: alle activiteiten",
    measure=themes.per_quarter,
    draw=bars.quarter_bars,
    alt=course("Actieve activiteiten per kwartaal"),
    definition=texts.DEFINITIONS["verloop"],
    table={"kwartaal": "Kwartaal", "aantal": "Actief", "sindsdien_voorbij": "Nu afgerond of gestopt"},
    evidence={
        "aantal": lambda row: Evidence.of(dag=row["dag"], thema=row["thema"]),
        "sindsdien_voorbij": lambda row: Evidence.of(voorbij=row["dag"], thema=row["thema"]),
    },
    caption="Op de laatste dag van elk kwartaal; het laatste kwartaal op de peildatum",
    through_time=True,
)


def area_map(measure: str, level: str, extra: dict[str, Extra] | None = None, **fixed: Any) -> Chart:
    """The map of *measure* (a key of ``maps.MEASURES``) by municipality or by region, with *extra* drawn on it."""
    what = maps.MEASURES[measure]
    unit = {"gemeente": "Gemeente", "plaats": "Regio"}[level]
    return Chart(
        key="kaart",
        title=f"{what.label} per {unit.lower()}",
        measure=places.area_figures,
        draw=maps.area_map,
        alt=maps.describe(measure, extra or ()),
        definition=texts.DEFINITIONS[what.definition],
        table={
            "naam": unit,
            "activiteiten": "Activiteiten",
            "partners": "Partners",
            "netwerkthema": "Netwerkthema",
            "aandeel_netwerkthema": "Aandeel netwerkthema",
            "ingredienten": "Ingrediënten",
        },
        evidence={
            "activiteiten": lambda row: Evidence.of(**{level: row["code"]}),
            "partners": lambda row: Evidence.of("partners", **{level: row["code"]}),
            "netwerkthema": lambda row: Evidence.of(thema=v.NETWERKTHEMA.code, **{level: row["code"]}),
            "ingredienten": lambda row: Evidence.of("ingredienten", **{level: row["code"]}),
        },
        share_of="activiteiten",
        fixed={"measure": measure, "level": level} | fixed,
        config=maps.CONFIG,
        extra=extra or {},
    )
