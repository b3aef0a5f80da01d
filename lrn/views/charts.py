"""The charts of the product: each with its title, its measure, how it is drawn and told, and its definition.

A chart that stands on two pages is described once, here; a page adds only what is chosen on that page.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from lrn import geo, texts
from lrn import vocabulary as v
from lrn.charts import bars, maps
from lrn.charts import ingredients as ingredient_charts
from lrn.charts.alt import Alt, accent, counts, course, named_and_shown, pairs, theme_counts
from lrn.charts.matrix import matrix
from lrn.measures import ingredients, network, places, specialisation, support, themes
from lrn.measures import trend as course_measure
from lrn.measures.basis import basis
from lrn.measures.places import Area
from lrn.measures.rows.evidence import Evidence
from lrn.selection import Selection

QUIET: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False}


@dataclass(frozen=True)
class Extra:
    """One more frame that a chart draws: ``make`` gives it, ``key`` tells it from others in caches."""

    key: tuple[Hashable, ...]
    make: Callable[[], pd.DataFrame]


CountedIn = Callable[[dict[str, Any]], Evidence]
"""From a row of a chart's frame to what one of its figures counts."""


@dataclass(frozen=True)
class Chart:
    """One chart. ``key`` names it on screen and in caches; ``draw(frame=…, **fixed)`` makes the figure.

    ``measure`` is a function of the narrowed register or, with ``through_time``, of the whole register and the
    selection. ``table`` maps columns of its frame to Dutch headings; ``share_of`` is the column with the number of
    activities that a share is of. With ``cross`` (rows, columns) the figures are
    shown as a cross table. ``evidence`` says of each column with a figure what it counts in a row of the frame; in a
    cross table ``aantal`` is the figure of a cell. ``extra`` holds, by keyword of ``draw``, more frames that it draws;
    ``credit`` names whose work is in it, for a picture of it.
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
    credit: str = ""
    through_time: bool = False
    width: Literal["stretch", "content"] = "stretch"
    extra: dict[str, Extra] = field(default_factory=dict)


def state_evidence(part: str, row: dict[str, Any]) -> Evidence:
    """The activities that one part of the bar of an ingredient (its nr in *row*) counts; a key of ``STATES``."""
    return Evidence.of(**dict.fromkeys(support.STATES[part], row["nr"]))


_COUNTED = {"aantal": "Activiteiten", "aandeel": "Aandeel"}

INGREDIENTS = Chart(
    key="ingredienten",
    title="Activiteiten per ingrediënt",
    measure=ingredients.per_ingredient,
    draw=bars.ingredient_bars,
    alt=counts("Activiteiten per ingrediënt", "kort"),
    definition=texts.DEFINITIONS["dekking_ingredient"],
    table={"nr": "Nr", "naam": "Ingrediënt", "vraag": "Vraag"} | _COUNTED,
    evidence={"aantal": lambda row: Evidence.of(ingredient=row["nr"])},
)
THEMES = Chart(
    key="themas",
    title="Activiteiten per thema",
    measure=themes.all_themes,
    draw=bars.theme_bars,
    alt=theme_counts("Activiteiten per thema"),
    definition=texts.DEFINITIONS["dekking_thema"],
    table={"naam": "Thema"} | _COUNTED,
    evidence={"aantal": lambda row: Evidence.of(thema=row["thema"])},
)
INGREDIENT_MATRIX = Chart(
    key="ingredient_matrix",
    title="Ingrediënten per plaats",
    measure=ingredients.ingredient_by_place,
    draw=matrix,
    alt=pairs("Ingrediënten per plaats", "kort", "plaats_naam"),
    definition=texts.DEFINITIONS["dekking_ingredient_daar"],
    table={"label": "Ingrediënt"},
    evidence={"aantal": lambda row: Evidence.of(ingredient=row["nr"], **{row["level"]: row["plaats"]})},
    cross=("label", "plaats_naam"),
    fixed={
        "names": ("label", "plaats_naam"),
        "row": "nr",
        "column": "plaats",
        "row_labels": {i.nr: i.label for i in v.INGREDIENTEN},
        "column_labels": v.PLAATS_KORT,
        "row_height": 34,  # so that all eleven stand on a laptop's first screen
    },
    width="content",
)
# An axis has room for some fifteen characters on a phone.
_THEME_LABELS = themes.THEME_LABELS | {themes.NETWERK: "Arbeidsmarkt-<br>transities", v.ONBEKEND: texts.ONBEKEND}
THEME_MATRIX = Chart(
    key="thema_matrix",
    title="Thema's per plaats",
    measure=themes.theme_by_place,
    draw=matrix,
    alt=pairs("Thema's per plaats", "naam", "plaats_naam"),
    definition=texts.DEFINITIONS["dekking_thema_daar"],
    table={"naam": "Thema"},
    evidence={"aantal": lambda row: Evidence.of(thema=row["thema"], **{row["level"]: row["plaats"]})},
    cross=("naam", "plaats_naam"),
    fixed={
        "names": ("naam", "plaats_naam"),
        "row": "thema",
        "column": "plaats",
        "row_labels": _THEME_LABELS,
        "column_labels": v.PLAATS_KORT,
        "apart": themes.NETWERK,
    },
    width="content",
)
COLLEGE_MATRIX = Chart(
    key="college_matrix",
    title="Thema's per college",
    measure=themes.theme_by_college,
    draw=matrix,
    alt=pairs("Thema's per college", "naam", "college_naam", "bij"),
    definition=texts.DEFINITIONS["dekking_thema_college"],
    table={"college_naam": "College"},
    evidence={"aantal": lambda row: Evidence.of(thema=row["thema"], college=row["college"])},
    cross=("college_naam", "naam"),
    fixed={
        "names": ("college_naam", "naam"),
        "row": "college",
        "column": "thema",
        "column_labels": themes.THEME_LABELS | {v.ONBEKEND: texts.ONBEKEND},
        "apart": themes.NETWERK,
    },
    width="content",
)


def accent_of(area: Area, selection: Selection) -> Chart:
    """The accent of *area*, named beside what it is compared with in *selection*."""
    beside = basis(selection)
    everywhere = Evidence.of(basis="netwerk")
    here = everywhere.also(**places.at(area))
    return Chart(
        key="accent",
        title=f"Accent van {area.naam}",
        measure=specialisation.accents,
        draw=ingredient_charts.accent_dots,
        alt=accent(area.naam, beside.name),
        definition=texts.DEFINITIONS["accent"],
        table={
            "nr": "Nr",
            "naam": "Ingrediënt",
            "aantal": "Hier",
            "aandeel": "Aandeel hier",
            "aantal_netwerk": beside.heading,
            "aandeel_netwerk": "Aandeel daarvan",
            "verschil": "Verschil (procentpunten)",
        },
        evidence={
            "aantal": lambda row: here.also(ingredient=row["nr"]),
            "totaal": lambda row: here,
            "aantal_netwerk": lambda row: everywhere.also(ingredient=row["nr"]),
            "totaal_netwerk": lambda row: everywhere,
        },
        fixed={"within": beside.within},
        caption=f"Verschil met {beside.name}, in procentpunten; onder de naam: hier · {beside.name}",
        through_time=True,
    )


NAMED_AND_SHOWN = Chart(
    key="genoemd_te_zien",
    title="Genoemd én onderbouwd",
    measure=support.per_ingredient,
    draw=ingredient_charts.named_and_shown,
    alt=named_and_shown,
    definition=texts.DEFINITIONS["te_zien"],
    table={"nr": "Nr", "naam": "Ingrediënt"}
    | {part: words.capitalize() for part, words in texts.NAMED_AND_SHOWN.items()},
    evidence={part: partial(state_evidence, part) for part in support.STATES},
)


def _asked(row: dict[str, Any]) -> dict[str, Any]:
    """What a row of the course was asked for."""
    return {name: row.get(name) for name in ("thema", "ingredient")}


COURSE = Chart(
    key="verloop",
    title="Verloop: alle activiteiten",
    measure=course_measure.per_quarter,
    draw=bars.quarter_bars,
    alt=course("Actieve activiteiten per kwartaal"),
    definition=texts.DEFINITIONS["verloop"],
    table={"kwartaal": "Kwartaal", "aantal": "Actief", "voorbij": "Waarvan op de peildatum voorbij"},
    evidence={
        "aantal": lambda row: Evidence.of(dag=row["dag"], **_asked(row)),
        "voorbij": lambda row: Evidence.of(voorbij=row["dag"], **_asked(row)),
    },
    caption="Op de laatste dag van elk kwartaal; het laatste kwartaal op de peildatum, of anders vandaag",
    through_time=True,
)
PARTNERS = Chart(
    key="partners_soort",
    title="Partners per soort",
    measure=network.partners_by_kind,
    draw=bars.plain_bars,
    alt=counts("Partners per soort", "naam"),
    definition=texts.DEFINITIONS["partners"],
    table={"naam": "Soort", "aantal": "Partners"},
    evidence={"aantal": lambda row: Evidence.of("partners", soort=row["soort"])},
    fixed={"code": "soort"},
)
LINES = Chart(
    key="lijnen_vorm",
    title="Verbindingslijnen per vorm",
    measure=network.lines_by_form,
    draw=bars.plain_bars,
    alt=counts("Verbindingslijnen per vorm", "naam"),
    definition=texts.DEFINITIONS["lijnen"],
    table={"naam": "Vorm", "aantal": "Verbindingslijnen"},
    evidence={"aantal": lambda row: Evidence.of("verbindingslijnen", lijnvorm=row["vorm"])},
    fixed={"code": "vorm"},
)


def by_chosen(described: Chart, selection: Selection) -> Chart:
    """A matrix by place, with columns for what was chosen: by municipality where municipalities were.

    Its measure is to be told the same (``areas``, :func:`lrn.measures.places.chosen_areas`).
    """
    areas = places.chosen_areas(selection)
    if places.level_in_view(selection) == "plaats" or areas is None:
        return described
    title = described.title.replace("per plaats", "per gemeente")
    return replace(
        described,
        title=title,
        alt=pairs(title, "kort" if described is INGREDIENT_MATRIX else "naam", "plaats_naam"),
        fixed=described.fixed | {"column_labels": {area.code: area.kort for area in areas}},
    )


def _zoomed(chosen: Area | None) -> dict[str, Any]:
    return {"of": chosen.naam, "members": chosen.members} if chosen else {}


def area_map(measure: str, level: str, extra: dict[str, Extra] | None = None, **fixed: Any) -> Chart:
    """The map of *measure* (a key of ``maps.MEASURES``) by municipality or by region, with *extra* drawn on it."""
    what = maps.MEASURES[measure]
    unit = {"gemeente": "Gemeente", "plaats": "Regio"}[level]
    return Chart(
        key="kaart",
        title=f"{what.label} per {unit.lower()}",
        measure=places.area_figures,
        draw=maps.area_map,
        alt=maps.describe(measure, extra or (), **_zoomed(fixed.get("chosen"))),
        definition=" ".join(texts.DEFINITIONS[key] for key in (what.definition, level) if key),
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
        credit=" · ".join([texts.source_of_map(geo.year()), *([texts.STREETS] if fixed.get("with_streets") else [])]),
    )
