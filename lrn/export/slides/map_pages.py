"""The pages with a map: the regions, and the municipalities."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from lrn import style, texts
from lrn import vocabulary as v
from lrn.charts import names
from lrn.export.slides import areas, form
from lrn.export.slides.boxes import Box
from lrn.export.slides.facts import LinkedFacts
from lrn.export.slides.fit import Paragraph
from lrn.export.slides.labels import Label
from lrn.export.slides.page import Page
from lrn.export.slides.story import Made, Story
from lrn.measures import areas as figures_of_areas
from lrn.measures import places
from lrn.measures.rows.evidence import Evidence
from lrn.views.content import AreaMap
from lrn.views.scene import Step

NOTES = (16, 15, 14, 13, 12, 11, 10, 9, 8)
_CONTEXT = texts.listing(v.PLAATS_NAMEN.get(c) or v.GEMEENTE[c].naam for c in (*v.CONTEXT_PLAATSEN, *v.OMGEVING))


def area_map(story: Story, step: Step) -> Made:
    """The regions as shapes, or the municipalities with a border around each region; context in grey beside them."""
    facts, shows = story.facts, step.scene.shows
    assert isinstance(shows, AreaMap)
    (chart,) = shows.charts(facts.selection)
    level, by_region = shows.level, shows.level == "plaats"
    page = story.opened(form.TOELICHTING, step)
    left, right = page.area.columns(*form.SPLIT)
    frame, within = facts.areas(level), facts.within(level)
    drawn = areas.Map(
        areas=[*map(_around, v.OMGEVING), *coloured(page, facts, frame, within, level, story.scale)],
        borders=[] if by_region else _borders(facts),
        labels=_region_labels(frame, within) if by_region else municipality_labels(frame, within),
    )
    areas.draw(page, left, drawn, name=step.name, alt=facts.alt(chart))
    words, key = right.rows(7 if by_region else 8, 6)
    beside = off_map(facts, level)
    by_one = facts.level == level  # a region would not be told with the figures of what was chosen in it
    told = _in_words(frame, within) if by_one else _by_region(frame, within)
    page.note(words, [*told, *beside], sizes=NOTES if by_region else NOTES[3:])
    _legend(page, key, story.scale, within, chart.title)
    return story.told(page, step, then=[" ".join(line.words() for line in beside)])


def _borders(facts: LinkedFacts) -> list[tuple[str, str, float]]:
    """The places that are in view with a border in their own colour; around chosen municipalities a dark one."""
    ours = [area for area in facts.looked_at if area.is_ours]
    if facts.level == "gemeente":
        return [(area.code, style.OUTLINE, 2.25) for area in ours]
    return [(area.code, style.place_colour(area.code), 2.25) for area in ours]


def coloured(
    page: Page,
    facts: LinkedFacts,
    frame: pd.DataFrame,
    within: tuple[str, ...] | None,
    level: places.Level,
    scale: Sequence[style.Break],
) -> list[areas.DrawnArea]:
    """The areas of a map: our own in the colour of their class in *scale*, context and what was not chosen in grey."""
    found = areas.classes(scale, page)
    made = []
    for row in frame.to_dict("records"):
        code, name = row["code"], row["naam"]
        if code in v.OMGEVING:
            continue
        evidence = Evidence.of(**{level: code})
        url, tip = facts.rows_link(evidence), f"Bekijk {texts.activities(row['activiteiten'])} in {name}"
        if within is not None and code not in within:
            grey = style.CONTEXT if v.is_context(code) else style.NOT_CHOSEN  # as the legend says, and the screen
            made.append(
                areas.DrawnArea(code, name, f"{name}: {texts.NOT_CHOSEN}", grey, chosen=grey != style.NOT_CHOSEN)
            )
        elif v.is_context(code):
            told = f"{areas.told(name, row)} (context)"
            made.append(areas.DrawnArea(code, f"{name} (context)", told, style.CONTEXT, url, tip))
        else:
            colour = areas.colour_of(row["activiteiten"], found)
            line, thick = (style.place_colour(code), 2.25) if level == "plaats" else (style.LINE, 0.75)
            made.append(areas.DrawnArea(code, name, areas.told(name, row), colour, url, tip, line, thick))
    return made


def _around(code: str) -> areas.DrawnArea:
    name = v.GEMEENTE[code].naam
    return areas.DrawnArea(code, f"{name} (context)", f"{name} valt buiten het netwerk", style.CONTEXT)


def _region_labels(frame: pd.DataFrame, within: tuple[str, ...] | None) -> list[Label]:
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
        labels.append(Label(code, written, sizes, row["naam"], told, bold=stands_out))
    return labels


def municipality_labels(
    frame: pd.DataFrame, within: tuple[str, ...] | None, sizes: tuple[float, ...] = (10, 9, 8)
) -> list[Label]:
    """Names with figures, the key municipalities first; where another has no room for its name the figure alone."""
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
        shorter = "" if key else figure  # a key municipality always has its name
        labels.append(Label(code, named, sizes, name, told, bold=key, own=0.94, shorter=shorter))
    return labels


def _in_words(frame: pd.DataFrame, within: tuple[str, ...] | None) -> list[Paragraph]:
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
        lines.append(Paragraph(words, f"{row['naam']}{about}:", after=0.5))
    return lines


def _by_region(frame: pd.DataFrame, within: tuple[str, ...] | None) -> list[Paragraph]:
    """The municipalities with their figures, under the place they are in."""
    lines = []
    amounts = dict(zip(frame["code"], frame["activiteiten"], strict=True))
    for place in v.EIGEN_PLAATSEN:
        codes = [c for c in amounts if v.place_of_municipality(c) == place and (within is None or c in within)]
        if codes:
            words = ", ".join(f"{v.GEMEENTE[code].naam}\u00a0{texts.number(amounts[code])}" for code in codes)
            lines.append(Paragraph(words, f"{v.PLAATS_NAMEN[place]}:", after=0.5))
    return lines


def _legend(page: Page, box: Box, scale: Sequence[style.Break], within: tuple[str, ...] | None, title: str) -> None:
    entries = [(b.label if b.label != "0" else "0 activiteiten", colour) for b, colour in areas.classes(scale, page)]
    if within is not None:
        entries.append((texts.NOT_CHOSEN, style.NOT_CHOSEN))
    entries.append((f"{_CONTEXT} (context)", style.CONTEXT))
    page.text(box.upper(0.7), [Paragraph(title, bold=True)], name="Legenda", sizes=(12, 11, 10))
    rest = areas.legend(page, box.below(0.75), entries)
    page.text(rest.upper(0.6), [Paragraph(areas.source())], name="Bron van de kaart", sizes=(9, 8))


def off_map(facts: LinkedFacts, level: places.Level, *, of: str = "Niet in de gekleurde gebieden:") -> list[Paragraph]:
    """What the map or table *of* areas leaves out, each number with the way to its rows; nothing when that is nothing.

    What is context is not named where it has figures of its own.
    """
    own = [Evidence.of(plaats=code) for code in v.CONTEXT_PLAATSEN]
    found = figures_of_areas.off_map(facts.selected, level=level, within=facts.within(level))
    return beside(facts, of, [(words, counted) for counted, words in found if counted not in own])


def beside(facts: LinkedFacts, lead: str, parts: Sequence[tuple[str, Evidence]]) -> list[Paragraph]:
    """What is not on a map, after *lead*: a line when no number has a link, else one for each number."""
    if not parts:
        return []
    if not facts.view_link:
        return [Paragraph(texts.listing(words for words, _ in parts) + ".", lead)]
    return [
        Paragraph("", lead, after=0.1),
        *(Paragraph(w, after=0.1, url=facts.rows_link(e), bullet=True) for w, e in parts),
    ]
