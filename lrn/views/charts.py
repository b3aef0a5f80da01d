"""The charts of the product: each with its title, its measure, how it is drawn and told, and its definition.

A chart that stands on two pages is described once, here; a page adds only what is chosen on that page.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from functools import partial

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.charts import bars
from lrn.charts import ingredients as ingredient_charts
from lrn.charts.alt import also_beside, claimed_and_supported, counts, of_chosen, pairs, theme_counts
from lrn.charts.alt import trend as told_trend
from lrn.charts.matrix import matrix
from lrn.measures import beside as beside_measure
from lrn.measures import ingredients, places, support, themes
from lrn.measures import trend as trend_measure
from lrn.measures.basis import basis
from lrn.measures.network.kinds import lines_by_form
from lrn.measures.partners import kinds
from lrn.measures.rows.evidence import Evidence
from lrn.selection import Selection
from lrn.views.chart import Chart, CountedIn
from lrn.views.native import Crossed, Lying, Standing


def part_evidence(part: str, row: Row) -> Evidence:
    """The activities that one part of the bar of an ingredient (its nr in *row*) counts; a key of ``PARTS``."""
    return Evidence.of(**dict.fromkeys(support.PARTS[part], row["nr"]))


_COUNTED = {"aantal": "Activiteiten", "aandeel": "Aandeel"}

INGREDIENTS = Chart(
    key="ingredienten",
    title="Activiteiten per ingrediënt",
    measure=ingredients.per_ingredient,
    draw=bars.ingredient_bars,
    tell=counts("kort"),
    defined=("dekking_ingredient",),
    table={"nr": "Nr", "naam": "Ingrediënt", "vraag": "Vraag"} | _COUNTED,
    evidence={"aantal": lambda row: Evidence.of(ingredient=row["nr"])},
    native=Lying(label="label", groups="vraag", beside={"vraag": "Vraag", "naam": "Voluit"}),
)
THEMES = Chart(
    key="themas",
    title="Activiteiten per thema",
    measure=themes.all_themes,
    draw=bars.theme_bars,
    tell=theme_counts,
    defined=("dekking_thema",),
    table={"naam": "Thema"} | _COUNTED,
    evidence={"aantal": lambda row: Evidence.of(thema=row["thema"])},
    native=Lying(apart="netwerkthema"),
)
INGREDIENT_MATRIX = Chart(
    key="ingredient_matrix",
    title="Ingrediënten per regio",
    measure=ingredients.ingredient_by_place,
    draw=matrix,
    tell=pairs("kort", "plaats_naam"),
    defined=("dekking_ingredient_daar", "plaats"),
    table={"label": "Ingrediënt"},
    evidence={"aantal": lambda row: Evidence.of(ingredient=row["nr"], **{row["level"]: row["plaats"]})},
    cross=("label", "plaats_naam"),
    fixed={
        "row": "nr",
        "column": "plaats",
        "row_labels": {i.nr: i.label for i in v.INGREDIENTEN},
        "column_labels": v.PLAATS_KORT,
        "row_height": 34,  # so that all eleven stand on a laptop's first screen
    },
    native=Crossed(groups="vraag"),
)
# An axis has room for some fifteen characters on a phone.
_THEME_LABELS = themes.THEME_LABELS | {themes.NETWERK: "Arbeidsmarkt-<br>transities", v.ONBEKEND: texts.ONBEKEND}
THEME_MATRIX = Chart(
    key="thema_matrix",
    title="Thema's per regio",
    measure=themes.theme_by_place,
    draw=matrix,
    tell=pairs("naam", "plaats_naam"),
    defined=("dekking_thema_daar", "plaats"),
    table={"naam": "Thema"},
    evidence={"aantal": lambda row: Evidence.of(thema=row["thema"], **{row["level"]: row["plaats"]})},
    cross=("naam", "plaats_naam"),
    fixed={
        "row": "thema",
        "column": "plaats",
        "row_labels": _THEME_LABELS,
        "column_labels": v.PLAATS_KORT,
        "apart": themes.NETWERK,
    },
    native=Crossed(apart="netwerkthema"),
)
COLLEGE_MATRIX = Chart(
    key="college_matrix",
    title="Thema's per college",
    measure=themes.theme_by_college,
    draw=matrix,
    tell=pairs("naam", "college_naam", "bij"),
    defined=("dekking_thema_college",),
    table={"college_naam": "College"},
    evidence={"aantal": lambda row: Evidence.of(thema=row["thema"], college=row["college"])},
    cross=("college_naam", "naam"),
    fixed={
        "row": "college",
        "column": "thema",
        "column_labels": themes.THEME_LABELS | {v.ONBEKEND: texts.ONBEKEND},
        "apart": themes.NETWERK,
    },
    native=Crossed(),
)


CLAIMED_AND_SUPPORTED = Chart(
    key="genoemd_te_zien",
    title="Genoemd én onderbouwd",
    measure=support.per_ingredient,
    draw=ingredient_charts.claimed_and_supported,
    tell=claimed_and_supported,
    defined=("te_zien",),
    table={"nr": "Nr", "naam": "Ingrediënt"}
    | {part: words.capitalize() for part, words in texts.CLAIMED_AND_SUPPORTED.items()},
    evidence={part: partial(part_evidence, part) for part in support.PARTS},
)


def _asked(row: Row) -> dict[str, object]:
    """What a row of the trend was asked for."""
    return {name: row.get(name) for name in ("thema", "ingredient")}


def last_day(frame: pd.DataFrame) -> str:
    """The day of the last quarter of a frame of the trend, in words."""
    return texts.long_date(frame["dag"].iloc[-1])


def _still_and_over(frame: pd.DataFrame) -> dict[str, list[int]]:
    """What was active in each quarter: what still is on the last day, and what is over by then, if anything is."""
    active, over = frame["aantal"], frame["voorbij"]
    if not over.any():
        return {"actief": active.tolist()}
    return {"nog actief": (active - over).tolist(), f"op {last_day(frame)} voorbij": over.tolist()}


TREND = Chart(
    key="verloop",
    title="Verloop per kwartaal",
    measure=trend_measure.per_quarter,
    draw=bars.quarter_bars,
    about="Actieve activiteiten per kwartaal",
    tell=told_trend,
    defined=("verloop",),
    table={"kwartaal": "Kwartaal", "aantal": "Actief", "voorbij": "Waarvan op de peildatum voorbij"},
    in_workbook=True,
    also_in_workbook={"dag": "Dag"},
    evidence={
        "aantal": lambda row: Evidence.of(dag=row["dag"], **_asked(row)),
        "voorbij": lambda row: Evidence.of(voorbij=row["dag"], **_asked(row)),
    },
    caption="Op de laatste dag van elk kwartaal; het laatste kwartaal op de peildatum, of anders vandaag",
    through_time=True,
    native=Standing("kwartaal", _still_and_over, "Samen actief"),
)


def trend_of(*, thema: str | None = None, ingredient: int | None = None) -> Chart:
    """The course of the activities with *thema* or *ingredient*; of all without."""
    name = themes.theme_label(thema) if thema else v.INGREDIENT[ingredient].kort if ingredient else ""
    counted: dict[str, Hashable] = {"thema": thema, "ingredient": ingredient}
    return replace(TREND, title=f"Verloop: {name}", counted=counted) if name else TREND


PARTNERS = Chart(
    key="partners_soort",
    title="Partners per soort",
    measure=kinds.by_kind,
    unit="partners",
    draw=bars.kind_bars,
    tell=counts("naam", code="soort"),
    defined=("partners", "dekking_soort"),
    table={"naam": "Soort partner", "aantal": "Partners", "aandeel": "Aandeel"},
    in_workbook=True,
    evidence={"aantal": lambda row: Evidence.of("partners", soort=row["soort"])},
    native=Lying(adds_up=True),
)
LINES = Chart(
    key="lijnen_vorm",
    title="Verbindingslijnen per vorm",
    measure=lines_by_form,
    draw=bars.plain_bars,
    tell=counts("naam", code="vorm"),
    defined=("lijnen",),
    table={"naam": "Vorm", "aantal": "Verbindingslijnen"},
    in_workbook=True,
    evidence={"aantal": lambda row: Evidence.of("verbindingslijnen", lijnvorm=row["vorm"])},
    fixed={"code": "vorm"},
    native=Lying(adds_up=True),
)


CHARTS = tuple(each for each in list(globals().values()) if isinstance(each, Chart))
"""Every chart above, in their order."""


def by_chosen(described: Chart, selection: Selection) -> Chart:
    """A matrix by place, with columns for what was chosen: by municipality where municipalities were.

    Another chart as it is.
    """
    if described.fixed.get("column") != "plaats":
        return described
    areas, level = places.chosen_areas(selection), places.level_in_view(selection)
    described = replace(described, counted={"areas": areas})
    if level == "plaats" or areas is None:
        return described
    return replace(
        described,
        title=described.title.replace("per regio", f"per {level}"),
        defined=(*described.defined[:-1], level),
        fixed=described.fixed | {"column_labels": {area.code: area.kort for area in areas}},
    )


def beside(described: Chart, selection: Selection) -> Chart:
    """The chart as a screen shows it: where a filter narrows *selection*, with what was not chosen beside it.

    With a filter on place bars get the share of the network as a mark, and a matrix by place the columns of the other
    places, fainter; with a filter on college a matrix by college gets the rows of the others so. Another chart, or one
    without such a filter, is what :func:`by_chosen` makes of it.
    """
    narrowed = by_chosen(described, selection)
    if selection.college and described.fixed.get("row") == "college":
        return replace(
            narrowed,
            measure=beside_measure.with_other_colleges,
            through_time=True,
            tell=of_chosen(narrowed.tell),
            evidence={"aantal": partial(_beside_evidence, narrowed.evidence["aantal"], ongeacht="college")},
            counted={"of": described.measure},
            fixed=narrowed.fixed | {"row_name": "college_kort"},
        )
    if places.chosen_areas(selection) is None:
        return narrowed
    if described.fixed.get("column") == "plaats":
        return replace(
            narrowed,
            measure=beside_measure.with_others,
            through_time=True,
            tell=of_chosen(narrowed.tell),
            evidence={"aantal": partial(_beside_evidence, narrowed.evidence["aantal"], basis="netwerk")},
            counted={"of": described.measure},
            fixed=narrowed.fixed | {"column_labels": beside_measure.labels(selection)},
        )
    if isinstance(described.native, Lying) and "aandeel" in described.table:
        network = basis(selection)
        return replace(
            narrowed,
            measure=beside_measure.with_network,
            through_time=True,
            tell=also_beside(narrowed.tell, "kort" if "nr" in described.table else "naam", network.within),
            table=narrowed.table | {"aantal_netwerk": network.heading, "aandeel_netwerk": "Aandeel daarvan"},
            evidence=narrowed.evidence
            | {"aantal_netwerk": lambda row: narrowed.evidence["aantal"](row).also(basis="netwerk")},
            counted={"of": described.measure},
            fixed=narrowed.fixed | {"within": network.within},
        )
    return narrowed


def _beside_evidence(counted: CountedIn, row: Row, **whatever: str) -> Evidence:
    """What a square counts: where its place or college was not chosen that is counted *whatever* that is."""
    return counted(row) if row["gekozen"] else counted(row).also(**whatever)
