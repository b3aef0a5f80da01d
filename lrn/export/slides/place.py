"""One place on one page: its municipalities, its figures beside the network's, its ingredients and themes."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from lrn import style, texts
from lrn import vocabulary as v
from lrn.export.slides import areas, figures, form, map_pages
from lrn.export.slides.boxes import Box, cm
from lrn.export.slides.facts import LinkedFacts
from lrn.export.slides.fit import Paragraph
from lrn.export.slides.labels import Label
from lrn.export.slides.map_pages import beside
from lrn.export.slides.opening import striking
from lrn.export.slides.outlines import around
from lrn.export.slides.page import Page
from lrn.export.slides.story import Made, Story
from lrn.export.slides.tables import NUMBER, TableCell, table
from lrn.measures import places
from lrn.measures.areas import FIGURES
from lrn.measures.areas import beside_network as figures_beside
from lrn.measures.basis import NETWORK, Basis, basis
from lrn.measures.insights import questions
from lrn.measures.insights.highlights import Highlight
from lrn.measures.places import Area
from lrn.measures.rows.evidence import Evidence
from lrn.views import area_charts, charts, proportion
from lrn.views.scene import Step

BESIDE_MAP = (charts.INGREDIENTS, charts.THEMES)
"""The charts of one place."""


def place_page(story: Story, step: Step) -> Made:
    """The page of one area that is looked at: a place, or a municipality that was chosen."""
    area = step.area
    assert area is not None
    facts = story.facts.of_area(area)
    page = story.opened(form.VLAK, step, name=f"{area.naam} in beeld", facts=facts)
    left, right = page.area.columns(3, 5)
    apart = under_map(story, facts, area)
    if facts.before and not any(found.kind == "beweging" for found in facts.striking[:2]):
        apart.append(Paragraph(earlier(facts), after=0))
    picture, under, numbers = left.rows(8, 1.6 if apart else 0.1, 5.2, gap=0.1)
    described = draw_place(page, picture, facts, area, story.scale)
    if apart:
        page.text(under, apart, name="Naast de kaart", sizes=(10, 9, 8, 7))
    beside = figures_beside(facts.register, facts.selection, area=area)
    beside_others(page, numbers, beside, name=area.kort, of=basis(facts.selection))
    asked = questions.questions(facts.register, facts.selection, area.naam)
    if facts.selected.activiteiten.empty:
        lines = [
            Paragraph(texts.NOTHING_HERE, bold=True, after=0.8),
            *(Paragraph(question.text, after=0.8) for question in asked),
        ]
        page.text(right, lines, name="Uitnodiging", sizes=(20, 18, 16, 14, 12))
    else:
        charted, words = right.rows(10.2, 3.4)
        figures.two_charts(page, charted.columns(1, 1), BESIDE_MAP, facts)
        told, heading = facts.striking[:2], texts.HIGHLIGHTS
        said = [striking(facts, each, after=0.3) for each in told]
        said += [Paragraph(each.text, bullet=True) for each in _not_asked(told, asked)]
        page.text(words, [Paragraph(heading, bold=True), *said[:3]], name=heading, sizes=(13, 12, 11, 10, 9))
    mapped = [f"{described}."] if len(area.members) > 1 else []  # of one municipality it tells nothing new
    told_too = [each.text for each in facts.striking] + [each.text for each in _not_asked(facts.striking, asked)]
    return story.told(page, step, then=mapped + told_too, facts=facts)


def earlier(facts: LinkedFacts) -> str:
    """How much there was before, and what came and went since."""
    if facts.before is None:
        return texts.DEFINITIONS["alles"]
    before, then = facts.before, texts.activities(facts.before.totals.activiteiten)
    came, went = before.erbij.activiteiten, before.voorbij.activiteiten
    since = texts.came_and_went(came, went, before.peildatum, facts.register.checked_on)
    what = before.earlier.what
    return " ".join(filter(None, (f"{texts.capital(what)}: {then}. {since}.", facts.undated)))


def under_map(story: Story, facts: LinkedFacts, area: Area) -> list[Paragraph]:
    """What stands under the map of *area*: what is not on it, and how much there is for who live there."""
    amount = facts.totals.activiteiten
    told = proportion.beside_regions(area.code, amount, story.everywhere["plaats"]) if area.is_ours else ""
    return [*beside_map(facts, area), *([Paragraph(told, after=0)] if told else [])]


def beside_map(facts: LinkedFacts, area: Area) -> list[Paragraph]:
    """By which activities the map of *area* differs from its figures, each number with the way to its rows."""
    found = [part for part in places.apart(facts.selected, area) if not part.on_map]
    parts = [
        (f"{texts.number(part.aantal)} {part.naam}", Evidence.of(plaats=part.plaats, gemeente=part.gemeente))
        for part in found
    ]
    total = len(facts.selected.activiteiten)
    drawn = texts.number(total - sum(part.aantal for part in found))
    return beside(facts, f"Op de kaart {drawn} van de {texts.activities(total)}; niet:", parts)


def _not_asked(told: Sequence[Highlight], asked: Sequence[questions.Question]) -> list[questions.Question]:
    """Of *asked* what is not *told* yet: a chance among the highlights may be about the same theme."""
    themes = {value for each in told if each.kind == "kans" for name, value in each.focus.where if name == "thema"}
    return [question for question in asked if not question.thema or question.thema not in themes]


_KEY = 0.5  # centimetres under a map, for what its colours mean


def draw_place(page: Page, box: Box, facts: LinkedFacts, area: Area, scale: Sequence[style.Break]) -> str:
    """The municipalities of *area* and what lies around them; one that was chosen has a thick border.

    Under it stands what the colours of *scale* mean. Returns the alt text.
    """
    frame = facts.areas("gemeente")
    nearby = area.plaats.members
    chosen = area.level == "gemeente"
    alone = area.code if chosen else area.members[0] if len(area.members) == 1 else ""
    found = areas.classes(scale, page)
    picture, key = (box.upper((box.height - cm(_KEY)) / cm(1)), box.below((box.height - cm(_KEY)) / cm(1)))
    rows = {row["code"]: row for row in frame.to_dict("records")}
    made = []
    for municipality in v.GEMEENTE:
        name = v.GEMEENTE[municipality].naam
        if municipality in area.members:
            row = rows[municipality]
            colour = areas.colour_of(row["activiteiten"], found) if area.is_ours else style.CONTEXT
            made.append(areas.DrawnArea(municipality, name, areas.told(name, row), colour))
        else:
            grey = style.CONTEXT if municipality in nearby else style.NOT_CHOSEN
            made.append(areas.DrawnArea(municipality, f"{name} (omgeving)", f"{name} ligt ernaast", grey))
    border = (style.OUTLINE, 2.5) if chosen else (style.place_colour(area.code), 2.25)
    shown = frame[frame["code"].isin(area.members)]
    chart = area_charts.area_map("activiteiten", "gemeente", facts.selection, chosen=area)
    described = facts.alt(chart)
    drawn = areas.Map(
        areas=made,
        borders=[(area.code, *border)],
        labels=[
            *map_pages.municipality_labels(shown, None, (11, 10, 9) if alone else (9, 8, 7)),
            *_names_around(alone),
        ],
        bounds=around(alone or area.code),
        clipped=True,
    )
    areas.draw(page, picture if area.is_ours else box, drawn, name=f"Kaart van {area.naam}", alt=described)
    if area.is_ours:
        areas.legend_row(page, key, [(b.label, colour) for b, colour in found], "Activiteiten:")
    return described


def _names_around(alone: str) -> list[Label]:
    """The names of the others on a map of one municipality, where they fit."""
    labels = []
    for code in v.GEMEENTE:
        name = v.GEMEENTE[code].naam
        if alone and code != alone:
            labels.append(Label(code, (name,), (9, 8), name, f"{name} ligt ernaast", within_only=True))
    return labels


TOLD = ("activiteiten", "partners", "netwerkthema", "ingredienten")
"""The figures of a place that there is room for."""


def beside_others(
    page: Page, box: Box, frame: pd.DataFrame, *, name: str, of: Basis, shown: Sequence[str] = TOLD
) -> None:
    """The figures *shown* of a place beside those of what it is compared with (a frame of ``areas.beside_network``)."""
    rows = [
        [
            TableCell("", bold=True),
            TableCell(name, bold=True, align=NUMBER),
            TableCell(of.heading, bold=True, align=NUMBER),
        ]
    ]
    for row in frame[frame["kenmerk"].isin(shown)].to_dict("records"):
        here, there = texts.number(row["gebied"]), texts.number(row["netwerk"])
        rows.append(
            [
                TableCell(FIGURES[row["kenmerk"]]),
                TableCell(here, bold=True, align=NUMBER),
                TableCell(there, align=NUMBER),
            ]
        )
    told = f"Cijfers van {name} naast {of.name}"
    shares = (2.2, 1.7, 1.3) if of is NETWORK else (2.0, 1.4, 2.2)
    table(page, box, rows, shares, name=told, alt=told, sizes=(12, 11, 10, 9, 8), highest=1.0, lines=3)
