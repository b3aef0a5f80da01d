"""The charts of areas: the map, two areas side by side, and the accent of one."""

from __future__ import annotations

from lrn import geo, texts
from lrn import vocabulary as v
from lrn.charts import maps
from lrn.charts.alt import accent
from lrn.charts.ingredients import accent_dots
from lrn.charts.paired import most_apart, paired_bars
from lrn.measures import areas, places, specialisation
from lrn.measures.areas import Compared
from lrn.measures.basis import basis
from lrn.measures.places import Area, Level
from lrn.measures.rows.evidence import Evidence
from lrn.selection import Selection
from lrn.views.chart import Chart, Extra
from lrn.views.charts import INGREDIENT_MATRIX, INGREDIENTS, THEME_MATRIX, THEMES

_DRAWN_ON = {"locations": "een punt voor elke activiteit", "pairs": "de verbindingslijnen tussen gebieden"}


def area_map(
    measure: str,
    level: Level,
    selection: Selection,
    *,
    chosen: Area | None = None,
    extra: dict[str, Extra] | None = None,
    **fixed: object,
) -> Chart:
    """The map of *measure* (a key of ``maps.MEASURES``) by municipality or by region, with *extra* drawn on it.

    It colours the areas that *selection* leaves in view, and is zoomed to the one that is *chosen*; *fixed* is more for
    the drawing.
    """
    within = places.areas_in_view(selection, level=level)
    what, extra = maps.MEASURES[measure], extra or {}
    unit = places.LEVEL_NAMES[level]
    title = f"{what.label} per {unit.lower()}"
    of = what.label if chosen and len(chosen.members) == 1 else title
    where = f" in {chosen.naam}" if chosen else ""
    more = f" met {texts.listing(_DRAWN_ON[name] for name in extra)}" if extra else ""
    return Chart(
        key="kaart",
        title=title,
        measure=places.area_figures,
        draw=maps.area_map,
        about=f"Kaart van {of.lower()}{where}{more}",
        tell=maps.tell(measure, chosen.members if chosen else ()),
        defined=tuple(filter(None, (what.definition, level))),
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
        counted={"level": level, "within": within},
        fixed={"measure": measure, "level": level, "within": within, "chosen": chosen} | fixed,
        config=maps.CONFIG,
        extra=extra,
        credit=" · ".join([texts.source_of_map(geo.year()), *([texts.STREETS] if fixed.get("with_streets") else [])]),
    )


_BESIDE: dict[Compared, tuple[str, tuple[str, ...]]] = {
    "kerncijfers": ("Kerncijfers", ()),
    "ingredienten": (INGREDIENTS.title, INGREDIENT_MATRIX.defined[:1]),
    "themas": (THEMES.title, THEME_MATRIX.defined[:1]),
}


def beside(what: Compared, area: Area, other: Area) -> Chart:
    """Two areas of one level side by side: their *kerncijfers*, *ingredienten* or *themas*."""
    title, defined = _BESIDE[what]
    return Chart(
        key=f"naast_{what}",
        title=title,
        measure=areas.paired,
        draw=paired_bars,
        about=f"{title} in {area.naam} en {other.naam}",
        tell=most_apart,
        defined=defined or (area.level,),
        table={"naam": "Kenmerk", "gebied_naam": "Gebied", "aantal": "Aantal", "aandeel": "Aandeel"},
        evidence={"aantal": lambda row: areas.counted(what, row["code"], Area(row["level"], row["gebied"]))},
        counted={"what": what, "one": area, "other": other},
        caption="Beide op dezelfde peildatum en met dezelfde filters",
        through_time=True,
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
        draw=accent_dots,
        about=f"Accent van {area.naam} naast {beside.name}",
        tell=accent,
        defined=("accent",),
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
        counted={"plaats": area.code, "level": area.level},
        fixed={"within": beside.within},
        caption=f"Verschil met {beside.name}, in procentpunten; onder de naam: hier · {beside.name}",
        through_time=True,
    )
