"""The pages with a map: the regions, and the municipalities."""

from __future__ import annotations

import pandas as pd

from lrn import style, texts
from lrn import vocabulary as v
from lrn.charts import alt, names
from lrn.export.slides import areas, form
from lrn.export.slides.boxes import Box
from lrn.export.slides.facts import Facts
from lrn.export.slides.fit import Line
from lrn.export.slides.opening import off_map
from lrn.export.slides.page import Page
from lrn.export.slides.story import Made, Story, spoken
from lrn.measures import places
from lrn.measures.rows.evidence import Evidence

NOTES = (16, 15, 14, 13, 12, 11, 10, 9, 8)
_CONTEXT = texts.listing(v.PLAATS_NAMEN.get(c) or v.GEMEENTE[c].naam for c in (*v.CONTEXT_PLAATSEN, *v.OMGEVING))


def region_map(story: Story) -> Made:
    """The places as shapes, coloured by their number of activities, context in grey beside them."""
    facts = story.facts
    page = story.page(form.TOELICHTING, "Activiteiten per regio")
    left, right = page.area.columns(*form.SPLIT)
    frame, within = facts.areas("plaats"), facts.within("plaats")
    described = _described("Activiteiten per regio", frame, within)
    drawn = areas.Map(
        shapes=areas.shapes_of(v.KIESBARE_PLAATSEN, v.OMGEVING),
        areas=[*_around(), *coloured(page, facts, frame, within, "plaats")],
        labels=_region_labels(frame, within),
    )
    areas.draw(page, left, drawn, name="Kaart van de regio's", alt=described)
    words, key = right.rows(7, 6)
    beside = off_map(facts, "plaats")
    page.note(words, [*_in_words(frame, within), *beside], sizes=NOTES)
    _legend(page, key, frame, within, "Activiteiten per regio")
    definitions = [facts.counting, texts.DEFINITIONS["plaats"], f"{areas.source()}."]
    return [(page, spoken(f"{described}.", " ".join(line.words() for line in beside), definitions=definitions))]


def municipality_map(story: Story) -> Made:
    """The municipalities as shapes, with a border in its own colour around each place."""
    facts = story.facts
    page = story.page(form.TOELICHTING, "Activiteiten per gemeente")
    left, right = page.area.columns(*form.SPLIT)
    frame, within = facts.areas("gemeente"), facts.within("gemeente")
    described = _described("Activiteiten per gemeente", frame, within)
    drawn = areas.Map(
        shapes=areas.shapes_of(v.GEMEENTE, v.EIGEN_PLAATSEN),
        areas=[*_around(), *coloured(page, facts, frame, within, "gemeente")],
        borders=_borders(facts),
        labels=municipality_labels(frame, within),
    )
    areas.draw(page, left, drawn, name="Kaart van de gemeenten", alt=described)
    words, key = right.rows(8, 6)
    beside = off_map(facts, "gemeente")
    by_one = facts.level == "gemeente"  # a region would not be told with the figures of what was chosen in it
    told = _in_words(frame, within) if by_one else _by_region(frame, within)
    page.note(words, [*told, *beside], sizes=(13, 12, 11, 10, 9, 8))
    _legend(page, key, frame, within, "Activiteiten per gemeente")
    definitions = [facts.counting, texts.DEFINITIONS["gemeente"], f"{areas.source()}."]
    return [(page, spoken(f"{described}.", " ".join(line.words() for line in beside), definitions=definitions))]


def _borders(facts: Facts) -> list[tuple[str, str, float]]:
    """The places that are in view with a border in their own colour; around chosen municipalities a dark one."""
    ours = [area for area in facts.looked_at if area.is_ours]
    if facts.level == "gemeente":
        return [(area.code, style.OUTLINE, 2.25) for area in ours]
    return [(area.code, style.place_colour(area.code), 2.25) for area in ours]


def coloured(
    page: Page, facts: Facts, frame: pd.DataFrame, within: tuple[str, ...] | None, level: places.Level
) -> list[areas.Area]:
    """The areas of a map: our own in the colour of their class, context and what was not chosen in grey."""
    found = areas.classes(_in_view(frame, within)["activiteiten"], page)
    made = []
    for row in frame.to_dict("records"):
        code, name = row["code"], row["naam"]
        if code in v.OMGEVING:
            continue
        evidence = Evidence.of(**{level: code})
        url, tip = facts.rows_link(evidence), f"Bekijk {texts.activities(row['activiteiten'])} in {name}"
        if within is not None and code not in within:
            grey = style.CONTEXT if v.is_context(code) else style.NOT_CHOSEN  # as the legend says, and the screen
            made.append(areas.Area(code, name, f"{name}: {texts.NOT_CHOSEN}", grey))
        elif v.is_context(code):
            told = f"{areas.told(name, row)} (context)"
            made.append(areas.Area(code, f"{name} (context)", told, style.CONTEXT, url, tip))
        else:
            colour = areas.colour_of(row["activiteiten"], found)
            line, thick = (style.place_colour(code), 2.25) if level == "plaats" else (style.LINE, 0.75)
            made.append(areas.Area(code, name, areas.told(name, row), colour, url, tip, line, thick))
    return made


def _described(title: str, frame: pd.DataFrame, within: tuple[str, ...] | None) -> str:
    shown = _in_view(frame, within)
    if shown.empty:
        chosen = dict.fromkeys(_place_name(code) for code in within or ())
        return f"{title}: alleen {texts.listing(chosen)} {'is' if len(chosen) == 1 else 'zijn'} gekozen"
    named = f"Kaart van {title[0].lower()}{title[1:]}"
    if len(shown) == 1:
        return f"{named}: {shown['naam'].iloc[0]} {texts.number(shown['activiteiten'].iloc[0])}"
    return alt.counts(named, "naam", within="in ")(shown.rename(columns={"activiteiten": "aantal"}))


def _place_name(code: str) -> str:
    """The name of the place that an area is or lies in; its own where that is elsewhere."""
    place = v.place_of_municipality(code) if code in v.GEMEENTE else code
    return v.PLAATS_NAMEN[place] if place in v.PLAATS else v.GEMEENTE[code].naam


def _in_view(frame: pd.DataFrame, within: tuple[str, ...] | None) -> pd.DataFrame:
    ours = frame[~frame["code"].map(v.is_context)]
    return ours if within is None else ours[ours["code"].isin(within)]


def _around() -> list[areas.Area]:
    names = {code: v.GEMEENTE[code].naam for code in v.OMGEVING}
    return [
        areas.Area(code, f"{name} (context)", f"{name} valt buiten het netwerk", style.CONTEXT)
        for code, name in names.items()
    ]


def _region_labels(frame: pd.DataFrame, within: tuple[str, ...] | None) -> list[areas.Label]:
    labels = []
    for row in frame.to_dict("records"):
        code = row["code"]
        figure = f"\n{texts.number(row['activiteiten'])}" if within is None or code in within else ""
        short = v.PLAATS_OP_KAART[code].replace("<br>", "\n")
        written = (f"{v.PLAATS_KORT[code]}{figure}", f"{short}{figure}")
        stands_out = code in names.standing_out(within)
        sizes = (15, 14, 13, 12, 11, 10) if stands_out else (11, 10, 9)
        told = (
            f"{row['naam']}: {texts.activities(row['activiteiten'])}"
            if figure
            else f"{row['naam']}: {texts.NOT_CHOSEN}"
        )
        labels.append(areas.Label(code, written, sizes, row["naam"], told, bold=stands_out))
    return labels


def municipality_labels(
    frame: pd.DataFrame, within: tuple[str, ...] | None, sizes: tuple[float, ...] = (10, 9, 8)
) -> list[areas.Label]:
    """Names with figures, the key municipalities first; where a name has no room the figure alone."""
    rows = {row["code"]: row for row in frame.to_dict("records")}
    order = [*v.SLEUTELGEMEENTEN, *(code for code in rows if code not in v.SLEUTELGEMEENTEN)]
    labels = []
    for code in order:
        if code not in rows or v.is_context(code) or (within is not None and code not in within):
            continue
        amount = rows[code]["activiteiten"]
        key, figure = code in v.SLEUTELGEMEENTEN, texts.number(amount)
        name = v.GEMEENTE[code].naam
        broken = name.replace("-", "-\n", 1)
        named = (f"{name} {figure}", f"{name}\n{figure}", f"{broken} {figure}", f"{broken}\n{figure}")
        told = f"{name}: {texts.activities(amount)}"
        labels.append(areas.Label(code, named, sizes, name, told, bold=key, own=0.94, shorter=figure))
    return labels


def _in_words(frame: pd.DataFrame, within: tuple[str, ...] | None) -> list[Line]:
    """The figures of each place in view, what is context last and said to be."""
    lines = []
    for row in frame.to_dict("records"):
        if within is not None and row["code"] not in within:
            continue
        about = " (context)" if v.is_context(row["code"]) else ""
        partners = texts.count(row["partners"], "partner", "partners")
        share = texts.share_unless_few(row["aandeel_netwerkthema"], row["activiteiten"], " ({})")
        network = f"{texts.number(row['netwerkthema'])} op het netwerkthema{share}"
        words = f"{texts.activities(row['activiteiten'])}, {partners}, {network}"
        lines.append(Line(words, f"{row['naam']}{about}:", after=0.5))
    return lines


def _by_region(frame: pd.DataFrame, within: tuple[str, ...] | None) -> list[Line]:
    """The municipalities with their figures, under the place they are in."""
    lines = []
    amounts = dict(zip(frame["code"], frame["activiteiten"], strict=True))
    for place in v.EIGEN_PLAATSEN:
        codes = [c for c in amounts if v.place_of_municipality(c) == place and (within is None or c in within)]
        if codes:
            words = ", ".join(f"{v.GEMEENTE[code].naam}\u00a0{texts.number(amounts[code])}" for code in codes)
            lines.append(Line(words, f"{v.PLAATS_NAMEN[place]}:", after=0.5))
    return lines


def _legend(page: Page, box: Box, frame: pd.DataFrame, within: tuple[str, ...] | None, title: str) -> None:
    found = areas.classes(_in_view(frame, within)["activiteiten"], page)
    entries = [(b.label if b.label != "0" else "0 activiteiten", colour) for b, colour in found]
    if within is not None:
        entries.append((texts.NOT_CHOSEN, style.NOT_CHOSEN))
    entries.append((f"{_CONTEXT} (context)", style.CONTEXT))
    page.text(box.upper(0.7), [Line(title, bold=True)], name="Legenda", sizes=(12, 11, 10))
    rest = areas.legend(page, box.below(0.75), entries)
    page.text(rest.upper(0.6), [Line(areas.source())], name="Bron van de kaart", sizes=(9, 8))
